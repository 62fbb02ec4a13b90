/* counts.c - see counts.h. */
#include "assay/counts.h"

#include <stdlib.h>

#include "base/random.h"

void dm_counts_sum(dm_counts *to, const dm_counts *counts)
{
    for (size_t i = 0; i < DM_COUNTS; i++)
        to->n[i] += counts->n[i];
}

static void count_pair(dm_counts *out, const dm_sample *sample, size_t i)
{
    bool like = sample->like[sample->gold_of[i]];
    for (size_t level = 0; level < DM_LEVELS; level++) {
        bool reached = sample->ratios[i] >= dm_levels[level];
        out->n[DM_N_HIT + level] += reached;
        out->n[DM_N_RECALLED + level] += reached && like;
    }
    for (size_t aspect = 0; aspect < DM_ASPECTS; aspect++) {
        uint8_t outcome = sample->outcomes[i][aspect];
        out->n[DM_N_JUDGED + aspect] += outcome != DM_UNJUDGED;
        out->n[DM_N_RIGHT + aspect] += outcome == DM_RIGHT;
    }
}

dm_counts dm_counts_of(const dm_sample *sample)
{
    dm_counts counts = { { 0 } };
    counts.n[DM_N_FOUND] = sample->found_count;
    counts.n[DM_N_GOLD] = sample->gold.count;
    for (size_t j = 0; j < sample->gold.count; j++)
        counts.n[DM_N_LIKE] += sample->like[j];
    for (size_t i = 0; i < sample->found_count; i++)
        if (sample->gold_of[i] != DM_NOBODY)
            count_pair(&counts, sample, i);
    return counts;
}

double dm_share(size_t part, size_t whole)
{
    return (double)part / (double)(whole == 0 ? 1 : whole);
}

dm_prf dm_counts_prf(const dm_counts *counts, size_t level)
{
    double p = dm_share(counts->n[DM_N_HIT + level], counts->n[DM_N_FOUND]);
    double r = dm_share(counts->n[DM_N_RECALLED + level], counts->n[DM_N_LIKE]);
    double sum = p + r > 1e-9 ? p + r : 1e-9;
    return (dm_prf){ p, r, 2 * p * r / sum };
}

static int by_counts(const void *a, const void *b)
{
    const dm_counts *x = a, *y = b;
    for (size_t i = 0; i < DM_COUNTS; i++)
        if (x->n[i] != y->n[i])
            return x->n[i] < y->n[i] ? -1 : 1;
    return 0;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* F1 of each level in one draw, each in its own row of `values`. */
static void draw(double *values, size_t draws, const dm_counts *documents,
                 size_t count, uint64_t *state)
{
    dm_counts sum = { { 0 } };
    for (size_t i = 0; i < count; i++)
        dm_counts_sum(&sum, &documents[dm_random_below(state, count)]);
    for (size_t level = 0; level < DM_LEVELS; level++)
        values[level * draws] = dm_counts_prf(&sum, level).f1;
}

demarche_status dm_counts_spread(dm_spread *out, dm_counts *documents,
                                 size_t count, unsigned draws, uint64_t seed,
                                 demarche_error *err)
{
    *out = (dm_spread){ .known = false };
    if (count < 2 || draws == 0)
        return DEMARCHE_OK;
    size_t len;
    double *values = dm_multiply(draws, DM_LEVELS * sizeof *values, &len)
                         ? malloc(len)
                         : NULL;
    if (values == NULL)
        return dm_no_memory(err);
    qsort(documents, count, sizeof *documents, by_counts);
    for (unsigned i = 0; i < draws; i++)
        draw(values + i, draws, documents, count, &seed);
    for (size_t level = 0; level < DM_LEVELS; level++) {
        double *row = values + level * draws;
        qsort(row, draws, sizeof *row, by_value);
        out->low[level] = row[draws / 40];
        out->high[level] = row[draws - 1 - draws / 40];
    }
    out->known = true;
    free(values);
    return DEMARCHE_OK;
}
