/* select.h - the vocabulary of some training rows, and rows as vectors in it.
 */
#ifndef DM_SELECT_H
#define DM_SELECT_H

#include "dataset.h"

typedef struct dm_selection {
    const demarche_dataset *dataset;
    size_t count;        // n-grams taken
    size_t columns;      // these, and the meaning's
    dm_span *grams;      // [count], keys, borrowed from the dictionary
    uint32_t *order;     // [count], see dm_frozen_order
    uint32_t *numbers;   // [dictionary], column of an n-gram, or DM_FROZEN_NONE
    const float *rarity; // [count], by column
    float weights[DM_SPACE_COUNT];
} dm_selection;

/* Take the n-grams that occur in at least `min_df` of the rows (and not in all
 * of them: such tell nothing), and whose name space weighs anything. Rarity is
 * ln(rows / rows with it). */
demarche_status
dm_selection_make(dm_selection *out, const demarche_dataset *dataset,
                  const uint32_t *rows, size_t count, unsigned min_df,
                  const float weights[DM_SPACE_COUNT], demarche_error *err);

/* Row `row` of the dataset in the selection's columns, in `arena`. */
demarche_status dm_selection_vector(dm_vector *out, const dm_selection *s,
                                    size_t row, dm_arena *arena,
                                    demarche_error *err);

void dm_selection_clear(dm_selection *s);

#endif
