/* figures.c - what is counted of a run of statements; see summary.h.
 *
 * Scores are summed in whole ten-thousandths, which doubles hold exactly: so
 * the order of adding does not change a sum.
 */
#include <math.h>
#include <stdlib.h>
#include <xxhash.h>

#include "summary.h"

static const double UNITS = 10000;

static void count_line(dm_figures *figures, const dm_line *line)
{
    const dm_saying *saying = line->saying;
    figures->distinct++;
    figures->tones[saying->tone]++;
    figures->kinds[saying->kind]++;
    figures->review += saying->review;
    figures->side_review += saying->side_review;
    figures->mean += round(saying->score * UNITS);
}

/* Add the line to its document's cluster, a new one where there is none. */
static void gather(dm_cluster *clusters, size_t *count, const dm_line *line,
                   bool is_new)
{
    if (is_new)
        clusters[(*count)++] = (dm_cluster){ 0, 0 };
    clusters[*count - 1].sum += round(line->saying->score * UNITS);
    clusters[*count - 1].count++;
}

static void count_all(dm_figures *figures, dm_cluster *clusters,
                      const dm_line *lines, size_t count)
{
    uint32_t doc = UINT32_MAX, source = UINT32_MAX; // of the line before
    for (size_t i = 0; i < count; i++) {
        figures->documents += lines[i].doc != doc;
        doc = lines[i].doc;
        if (!lines[i].distinct)
            continue;
        count_line(figures, &lines[i]);
        gather(clusters, &figures->sources, &lines[i], doc != source);
        source = doc;
    }
    figures->statements = count;
    if (figures->distinct > 0)
        figures->mean /= UNITS * (double)figures->distinct;
}

demarche_status dm_figures_init(dm_figures *out, const dm_line *lines,
                                size_t count, unsigned resamples, uint64_t seed,
                                dm_span key, demarche_error *err)
{
    *out = (dm_figures){ .documents = 0 };
    dm_cluster *clusters = calloc(count > 0 ? count : 1, sizeof *clusters);
    if (clusters == NULL)
        return dm_no_memory(err);
    count_all(out, clusters, lines, count);
    uint64_t own_seed = XXH3_64bits_withSeed(key.data, key.len, seed);
    demarche_status status = dm_bootstrap_mean(
        &out->interval, clusters, out->sources, resamples, own_seed, err);
    out->interval.low /= UNITS;
    out->interval.high /= UNITS;
    free(clusters);
    return status;
}
