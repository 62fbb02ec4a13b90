/* bootstrap.c - see bootstrap.h. */
#include "bootstrap.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/random.h"

static double resampled_mean(const dm_cluster *clusters, size_t count,
                             uint64_t *state)
{
    double sum = 0;
    size_t drawn = 0;
    for (size_t i = 0; i < count; i++) {
        const dm_cluster *cluster = &clusters[dm_random_below(state, count)];
        sum += cluster->sum;
        drawn += cluster->count;
    }
    return sum / (double)drawn;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The value below which `share` of the sorted ones lie, between neighbours. */
static double quantile(const double *sorted, size_t count, double share)
{
    double place = share * (double)(count - 1);
    size_t below = (size_t)floor(place);
    size_t above = below + 1 < count ? below + 1 : below;
    return sorted[below] +
           (place - (double)below) * (sorted[above] - sorted[below]);
}

demarche_status dm_bootstrap_mean(dm_interval *out, const dm_cluster *clusters,
                                  size_t count, unsigned resamples,
                                  uint64_t seed, demarche_error *err)
{
    *out = (dm_interval){ .known = false };
    if (count < 2 || resamples == 0)
        return DEMARCHE_OK;
    size_t len;
    double *means =
        dm_multiply(resamples, sizeof *means, &len) ? malloc(len) : NULL;
    if (means == NULL)
        return dm_no_memory(err);
    for (unsigned i = 0; i < resamples; i++)
        means[i] = resampled_mean(clusters, count, &seed);
    qsort(means, resamples, sizeof *means, by_value);
    out->known = true;
    out->low = quantile(means, resamples, 0.025);
    out->high = quantile(means, resamples, 0.975);
    free(means);
    return DEMARCHE_OK;
}
