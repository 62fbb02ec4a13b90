/* metrics.h - how good verdicts are. */
#ifndef DM_METRICS_H
#define DM_METRICS_H

#include "base/error.h"

/* One judged row. `gold` and `said` are below the number of labels. */
typedef struct dm_judged {
    uint32_t gold, said;
    uint32_t doc;
    bool review;
    double p[DEMARCHE_LABELS_MAX]; // [labels], what each was given
} dm_judged;

/* Fill in every figure of `out` from the rows; labels are copied in by the
 * caller, who sets label_count. The interval of macro-F1 comes from `draws`
 * resamples of whole documents, seeded.
 *
 * Macro-F1 is the mean over labels that occur as gold. */
demarche_status dm_metrics_find(demarche_evaluation *out, const dm_judged *rows,
                                size_t count, unsigned draws, uint64_t seed,
                                demarche_error *err);

/* Macro-F1 of a confusion matrix [gold][said]. */
double dm_macro_f1(size_t (*confusion)[DEMARCHE_LABELS_MAX], size_t labels);

#endif
