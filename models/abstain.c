/* abstain.c - see abstain.h. */
#include "abstain.h"

#include <math.h>
#include <stdlib.h>

static const double none = 1.01; // no probability reaches it

enum { LEAST_PERCENT = 50 };

typedef struct graded {
    double p; // of the label shown
    bool right;
} graded;

static int compare_graded(const void *a, const void *b)
{
    const graded *x = a, *y = b;
    if (x->p != y->p)
        return x->p > y->p ? -1 : 1;
    return (int)y->right - (int)x->right;
}

/* A cut never falls between rows of equal probability. */
static dm_kept cut(const graded *rows, size_t count, double accuracy)
{
    dm_kept kept = { none, 0 };
    size_t right = 0;
    for (size_t i = 0; i < count; i++) {
        right += rows[i].right;
        bool last = i + 1 == count || rows[i + 1].p < rows[i].p;
        if (!last || (double)right < accuracy * (double)(i + 1))
            continue;
        kept.least_p = i + 1 == count ? 0 : rows[i].p;
        kept.share = (double)(i + 1) / (double)count;
    }
    return kept;
}

static void grade(graded *all, const dm_calibration *calibration,
                  const double *decisions, const uint32_t *gold, size_t rows)
{
    size_t labels = calibration->labels, pairs = dm_pair_count(labels);
    for (size_t i = 0; i < rows; i++) {
        double p[DEMARCHE_LABELS_MAX] = { 0 };
        dm_calibration_apply(p, calibration, decisions + i * pairs);
        dm_softmax(p, labels);
        size_t said = dm_largest(p, labels);
        all[i] = (graded){ p[said], said == gold[i] };
    }
    if (rows > 0)
        qsort(all, rows, sizeof *all, compare_graded);
}

demarche_status dm_abstain_fit(dm_abstain *out,
                               const dm_calibration *calibration,
                               const double *decisions, const uint32_t *gold,
                               size_t rows, double accuracy,
                               demarche_error *err)
{
    graded *all = calloc(rows + 1, sizeof *all);
    *out = (dm_abstain){ .threshold = 0 };
    if (all == NULL)
        return dm_no_memory(err);
    grade(all, calibration, decisions, gold, rows);
    out->threshold = cut(all, rows, accuracy).least_p;
    for (size_t i = 0; i < DM_ABSTAIN_POINTS; i++)
        out->curve[i] = cut(all, rows, dm_abstain_accuracy(i));
    free(all);
    return DEMARCHE_OK;
}

double dm_abstain_accuracy(size_t point)
{
    return (double)(LEAST_PERCENT + point) / 100;
}

size_t dm_abstain_point(double accuracy)
{
    size_t point = 0;
    while (point + 1 < DM_ABSTAIN_POINTS &&
           dm_abstain_accuracy(point) < accuracy)
        point++;
    return point;
}
