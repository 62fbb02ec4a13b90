/* metrics.c - see metrics.h. */
#include "metrics.h"

#include <stdlib.h>

#include "base/random.h"

enum { BINS = DEMARCHE_BINS };

typedef size_t confusion_row[DEMARCHE_LABELS_MAX];

static size_t sum_row(confusion_row *confusion, size_t labels, size_t gold)
{
    size_t sum = 0;
    for (size_t k = 0; k < labels; k++)
        sum += confusion[gold][k];
    return sum;
}

static size_t sum_column(confusion_row *confusion, size_t labels, size_t said)
{
    size_t sum = 0;
    for (size_t k = 0; k < labels; k++)
        sum += confusion[k][said];
    return sum;
}

static double share(size_t part, size_t whole)
{
    return whole == 0 ? 0 : (double)part / (double)whole;
}

double dm_macro_f1(size_t (*confusion)[DEMARCHE_LABELS_MAX], size_t labels)
{
    double sum = 0;
    size_t occurring = 0;
    for (size_t k = 0; k < labels; k++) {
        size_t gold = sum_row(confusion, labels, k);
        size_t said = sum_column(confusion, labels, k);
        occurring += gold > 0;
        if (gold > 0)
            sum += share(2 * confusion[k][k], gold + said);
    }
    return occurring == 0 ? 0 : sum / (double)occurring;
}

static void find_label_figures(demarche_evaluation *out)
{
    size_t labels = out->label_count, right = 0;
    for (size_t k = 0; k < labels; k++) {
        size_t hits = out->confusion[k][k];
        size_t gold = sum_row(out->confusion, labels, k);
        size_t said = sum_column(out->confusion, labels, k);
        out->precision[k] = share(hits, said);
        out->recall[k] = share(hits, gold);
        out->f1[k] = share(2 * hits, gold + said);
        right += hits;
    }
    out->accuracy = share(right, out->rows);
    out->macro_f1 = dm_macro_f1(out->confusion, labels);
}

/* Calibration error over ten equal bins of the probability of what was said;
 * Brier's score; what abstaining keeps. */
static void find_calibration(demarche_evaluation *out, const dm_judged *rows)
{
    size_t sizes[BINS] = { 0 }, kept = 0, kept_right = 0;
    double rights[BINS] = { 0 }, sums[BINS] = { 0 };
    for (size_t i = 0; i < out->rows; i++) {
        const dm_judged *row = &rows[i];
        bool right = row->gold == row->said;
        double top = row->p[row->said];
        int bin = (int)(top * BINS) < BINS ? (int)(top * BINS) : BINS - 1;
        sizes[bin]++;
        rights[bin] += right;
        sums[bin] += top;
        kept += !row->review;
        kept_right += !row->review && right;
        for (size_t k = 0; k < out->label_count; k++) {
            double off = row->p[k] - (k == row->gold ? 1 : 0);
            out->brier += off * off / (double)out->rows;
        }
    }
    for (int b = 0; b < BINS; b++) {
        double gap = rights[b] - sums[b];
        if (sizes[b] == 0)
            continue;
        out->ece += (gap < 0 ? -gap : gap) / (double)out->rows;
        out->bins[b] = (demarche_bin){ sizes[b], sums[b] / (double)sizes[b],
                                       rights[b] / (double)sizes[b] };
    }
    out->kept = share(kept, out->rows);
    out->accuracy_kept = share(kept_right, kept);
}

static int compare_docs(const void *a, const void *b)
{
    const dm_judged *x = *(const dm_judged *const *)a;
    const dm_judged *y = *(const dm_judged *const *)b;
    if (x->doc != y->doc)
        return x->doc < y->doc ? -1 : 1;
    return (x > y) - (x < y); // rows of one array: their order
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void dm_interval_find(double *low, double *high, double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare_doubles);
    *low = values[count / 40];
    *high = values[count - 1 - count / 40];
}

size_t dm_documents_find(size_t *begins, const dm_judged **sorted,
                         const dm_judged *rows, size_t count)
{
    size_t docs = 0;
    for (size_t i = 0; i < count; i++)
        sorted[i] = &rows[i];
    qsort(sorted, count, sizeof(dm_judged *), compare_docs);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || sorted[i]->doc != sorted[i - 1]->doc)
            begins[docs++] = i;
    begins[docs] = count;
    return docs;
}

static double draw(const dm_judged **sorted, const size_t *begins, size_t docs,
                   size_t labels, uint64_t *state)
{
    size_t confusion[DEMARCHE_LABELS_MAX][DEMARCHE_LABELS_MAX] = { { 0 } };
    for (size_t i = 0; i < docs; i++) {
        size_t doc = dm_random_below(state, docs);
        for (size_t r = begins[doc]; r < begins[doc + 1]; r++)
            confusion[sorted[r]->gold][sorted[r]->said]++;
    }
    return dm_macro_f1(confusion, labels);
}

static demarche_status find_interval(demarche_evaluation *out,
                                     const dm_judged *rows, unsigned draws,
                                     uint64_t seed, demarche_error *err)
{
    const dm_judged **sorted = calloc(out->rows + 1, sizeof(dm_judged *));
    size_t *begins = calloc(out->rows + 1, sizeof *begins);
    double *values = calloc((size_t)draws + 1, sizeof *values);
    demarche_status status = DEMARCHE_OK;
    if (sorted == NULL || begins == NULL || values == NULL) {
        status = dm_no_memory(err);
    } else if (draws > 0) {
        size_t docs = dm_documents_find(begins, sorted, rows, out->rows);
        for (unsigned i = 0; i < draws; i++)
            values[i] = draw(sorted, begins, docs, out->label_count, &seed);
        dm_interval_find(&out->macro_f1_low, &out->macro_f1_high, values,
                         draws);
    }
    free(sorted);
    free(begins);
    free(values);
    return status;
}

demarche_status dm_metrics_find(demarche_evaluation *out, const dm_judged *rows,
                                size_t count, unsigned draws, uint64_t seed,
                                demarche_error *err)
{
    out->rows = count;
    if (count == 0)
        return dm_fail(err, DEMARCHE_NOT_ENOUGH_DATA, 0,
                       "no labelled rows to score");
    for (size_t i = 0; i < count; i++)
        out->confusion[rows[i].gold][rows[i].said]++;
    find_label_figures(out);
    find_calibration(out, rows);
    return find_interval(out, rows, draws, seed, err);
}
