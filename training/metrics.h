/* metrics.h - how good verdicts are. */
#ifndef DM_METRICS_H
#define DM_METRICS_H

#include "base/error.h"

/* One judged row. `gold` and `said` are below the number of labels. */
typedef struct dm_judged {
    double p[DEMARCHE_LABELS_MAX]; // [labels], what each was given
    double score, score_swapped;   // where names were swapped: before, after
    uint32_t gold, said;
    uint32_t said_swapped; // where names were swapped
    uint32_t doc;
    uint32_t row;   // in the dataset
    uint32_t genre; // number, or DM_INTERN_NONE
    uint8_t named;  // sides whose names were swapped; 0: none
    bool review;
    bool clear; // known not to be hard
} dm_judged;

/* Fill in every figure of `out` from the rows; labels are copied in by the
 * caller, who sets label_count. The interval of macro-F1 comes from `draws`
 * resamples of whole documents, seeded.
 *
 * Macro-F1 is the mean over labels that occur as gold. */
demarche_status dm_metrics_find(demarche_evaluation *out, const dm_judged *rows,
                                size_t count, unsigned draws, uint64_t seed,
                                demarche_error *err);

/* Rows by document, in their order within each: `begins` [documents + 1] says
 * where each document's rows begin in `sorted` [count]. Returns how many
 * documents there are; both arrays have room for count + 1. */
size_t dm_documents_find(size_t *begins, const dm_judged **sorted,
                         const dm_judged *rows, size_t count);

/* The ends of the middle 95 % of `values`, which are sorted for it. */
void dm_interval_find(double *low, double *high, double *values, size_t count);

/* Macro-F1 of a confusion matrix [gold][said]. */
double dm_macro_f1(size_t (*confusion)[DEMARCHE_LABELS_MAX], size_t labels);

#endif
