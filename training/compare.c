/* compare.c - two models on the same rows.
 *
 * McNemar (1947) looks at the rows that one alone got right: were both equally
 * good, each such row would fall to either like a coin. Mid-p counts half of
 * what is as uneven as what was seen, since the exact test is known to be too
 * careful (Fagerland, Lydersen and Laake, 2013).
 */
#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "breakdown.h"

double dm_mcnemar(size_t a, size_t b)
{
    size_t n = a + b, few = a < b ? a : b;
    if (a == b)
        return 1;
    // log of n over k, less n log 2: sums of logarithms stay in range
    double at = -(double)n * log(2), below = 0;
    for (size_t k = 0; k < few; k++) {
        below += exp(at);
        at += log((double)(n - k)) - log((double)(k + 1));
    }
    return 2 * below + exp(at);
}

static bool same_rows(const dm_evaluation *a, const dm_evaluation *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->judged[i].row != b->judged[i].row ||
            a->judged[i].doc != b->judged[i].doc)
            return false;
    return true;
}

static bool is_right(const dm_judged *row)
{
    return row->gold == row->said;
}

static void count_alone(demarche_comparison *out, const dm_evaluation *a,
                        const dm_evaluation *b)
{
    for (size_t i = 0; i < a->count; i++) {
        bool first = is_right(&a->judged[i]), second = is_right(&b->judged[i]);
        out->only_first += first && !second;
        out->only_second += second && !first;
    }
    out->p = dm_mcnemar(out->only_first, out->only_second);
}

/* Both evaluations' rows by document; begins are the same for both. */
typedef struct pairing {
    const dm_evaluation *sides[2];
    const dm_judged **sorted;
    size_t *begins, docs;
} pairing;

/* Macro-F1 of the first less that of the second, over documents drawn anew. */
static double draw(const pairing *p, uint64_t *state)
{
    size_t confusions[2][DEMARCHE_LABELS_MAX][DEMARCHE_LABELS_MAX] = { 0 };
    for (size_t i = 0; i < p->docs; i++) {
        size_t doc = dm_random_below(state, p->docs);
        for (size_t r = p->begins[doc]; r < p->begins[doc + 1]; r++) {
            size_t at = (size_t)(p->sorted[r] - p->sides[0]->judged);
            for (size_t s = 0; s < 2; s++) {
                const dm_judged *row = &p->sides[s]->judged[at];
                confusions[s][row->gold][row->said]++;
            }
        }
    }
    return dm_macro_f1(confusions[0], p->sides[0]->shown.label_count) -
           dm_macro_f1(confusions[1], p->sides[1]->shown.label_count);
}

static demarche_status find_interval(demarche_comparison *out, pairing *p,
                                     uint64_t seed, demarche_error *err)
{
    enum { DRAWS = DM_EVALUATION_DRAWS };
    size_t count = p->sides[0]->count;
    double *values = calloc(DRAWS, sizeof *values);
    p->sorted = calloc(count + 1, sizeof(dm_judged *));
    p->begins = calloc(count + 1, sizeof *p->begins);
    bool good = values != NULL && p->sorted != NULL && p->begins != NULL;
    if (good) {
        p->docs =
            dm_documents_find(p->begins, p->sorted, p->sides[0]->judged, count);
        for (size_t i = 0; i < DRAWS; i++)
            values[i] = draw(p, &seed);
        dm_interval_find(&out->low, &out->high, values, DRAWS);
    }
    free(p->sorted);
    free(p->begins);
    free(values);
    return good ? DEMARCHE_OK : dm_no_memory(err);
}

demarche_status demarche_evaluation_compare(demarche_comparison *out,
                                            const demarche_evaluation *first,
                                            const demarche_evaluation *second,
                                            uint64_t seed, demarche_error *err)
{
    const dm_evaluation *a = (const dm_evaluation *)first;
    const dm_evaluation *b = (const dm_evaluation *)second;
    *out = (demarche_comparison){ .rows = a->count };
    if (!same_rows(a, b))
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "the two were not judged on the same rows");
    count_alone(out, a, b);
    out->difference = first->macro_f1 - second->macro_f1;
    return find_interval(out, &(pairing){ .sides = { a, b } }, seed, err);
}
