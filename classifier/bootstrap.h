/* bootstrap.h - how sure a mean is, when statements of one document are alike.
 *
 * Whole documents are drawn with replacement, as often as there are documents,
 * and the mean of their statements is taken again; the middle 95 % of those
 * means is the interval (the percentile method: Efron and Tibshirani, An
 * Introduction to the Bootstrap, 1993, chapter 13; drawing clusters: Davison
 * and Hinkley, Bootstrap Methods and their Application, 1997, section 3.8).
 */
#ifndef DM_BOOTSTRAP_H
#define DM_BOOTSTRAP_H

#include "base/error.h"

/* What one document holds. */
typedef struct dm_cluster {
    double sum;   // of the values
    size_t count; // of values, at least 1
} dm_cluster;

typedef struct dm_interval {
    bool known; // false: fewer than two clusters or no draws, nothing to say
    double low, high;
} dm_interval;

/* At most UINT32_MAX clusters. The same seed and clusters, in the same order,
 * give the same interval. */
demarche_status dm_bootstrap_mean(dm_interval *out, const dm_cluster *clusters,
                                  size_t count, unsigned resamples,
                                  uint64_t seed, demarche_error *err);

#endif
