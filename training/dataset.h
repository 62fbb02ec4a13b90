/* dataset.h - labelled rows of one task.
 *
 * A row is kept as its n-grams, counted, and never as its text: folds and
 * vocabularies are then made without reading anything twice. All n-grams of
 * all rows stand in one dictionary; which of them a model gets to know is
 * decided from its own training rows alone (select.h).
 */
#ifndef DM_DATASET_H
#define DM_DATASET_H

#include "base/intern.h"
#include "vocab.h"

/* Whether two careful readers might differ on a row's label. */
typedef enum dm_row_care {
    DM_CARE_UNKNOWN,
    DM_CARE_CLEAR,
    DM_CARE_HARD
} dm_row_care;

typedef struct dm_row {
    uint32_t label, doc; // numbers in the dataset's tables
    uint32_t count;
    const uint32_t *grams; // [count], numbers in the dictionary, ascending
    const float *times;    // [count]
    const double *meaning; // [dimensions], or NULL without a word table
    uint32_t genre;        // number, or DM_INTERN_NONE
    dm_row_care care;
    bool extra;   // the statement inside the row before, or a copy of it:
                  // learned, never scored
    bool also;    // from a body of text of its own: likewise, and neither C nor
                  // calibration is chosen by it
    bool swapped; // a copy in which names of sides are swapped: learned only
                  // when this is asked for
    uint8_t named; // sides that the row names, where it has such a copy
    uint32_t twin; // number of that copy, or 0
} dm_row;

struct demarche_dataset {
    char *task;
    const dm_register *reg;
    demarche_fields fields; // what is read besides text and label; each NULL
                            // or in the arena
    bool swaps;             // rows have copies with swapped names
    bool also;              // of rows added from now on, see dm_row
    dm_words words;         // of no words where none ship
    dm_intern dictionary, labels, docs, genres;
    dm_row *rows; // [count], as they were added
    size_t count, capacity;
    size_t records; // rows that are scored
    uint64_t hash;  // of all rows' n-grams, labels and documents
    dm_arena kept, scratch;
};

/* `reg` (may be NULL) must outlive the dataset; `task` names the label field.
 */
demarche_status dm_dataset_new(demarche_dataset **out, const char *task,
                               const dm_register *reg, demarche_error *err);

/* Add one row; see demarche_dataset_add. */
demarche_status dm_dataset_add(demarche_dataset *dataset, const json_t *record,
                               bool *added, demarche_error *err);

/* The same from a view, with its label and document ("" = on its own). A whole
 * sentence gives a second row, `extra`, of the statement inside it: in use, a
 * classifier sees both. */
demarche_status dm_dataset_add_view(demarche_dataset *dataset,
                                    const dm_view *view, dm_span label,
                                    dm_span doc, demarche_error *err);

/* Is the row judged, and are scores made of it? */
static inline bool dm_row_counts(const dm_row *row)
{
    return !row->extra && !row->also;
}

/* Is the row learned from? */
static inline bool dm_row_teaches(const dm_row *row,
                                  const demarche_train_options *options)
{
    return !row->swapped || options->swapped;
}

/* The dataset's word table, or NULL when it has no words. */
const dm_words *dm_dataset_words(const demarche_dataset *dataset);

#endif
