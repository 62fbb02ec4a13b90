/* swap.c - see swap.h. */
#include "swap.h"

#include <stdlib.h>

#include "base/random.h"
#include "counterpart.h"

static const char warm[] = "conciliatory", cold[] = "critical";

demarche_status dm_swap_check(const demarche_evaluation *shown,
                              demarche_error *err)
{
    size_t found = 0;
    for (size_t k = 0; k < shown->label_count; k++)
        found += strcmp(shown->labels[k], warm) == 0 ||
                 strcmp(shown->labels[k], cold) == 0;
    return found == 2 ? DEMARCHE_OK
                      : dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                                "names are swapped to see scores change, which "
                                "need the labels '%s' and '%s'",
                                warm, cold);
}

double dm_swap_score(const demarche_verdict *verdict)
{
    double score = 0;
    for (size_t k = 0; k < verdict->count; k++) {
        if (strcmp(verdict->labels[k], warm) == 0)
            score += verdict->p[k];
        else if (strcmp(verdict->labels[k], cold) == 0)
            score -= verdict->p[k];
    }
    return score;
}

/* Rows that are looked at together: those that name just these sides. */
typedef struct part {
    const char *name;
    unsigned named; // 0: any
} part;

static const part parts[DEMARCHE_SWAPS] = {
    { "all", 0 },
    { "us", DM_NAMED_US },
    { "china", DM_NAMED_CHINA },
    { "both", DM_NAMED_US | DM_NAMED_CHINA },
};

static bool is_in(const part *p, const dm_judged *row)
{
    return row->named != 0 && (p->named == 0 || p->named == row->named);
}

static void sum_up(demarche_swap *out, const dm_evaluation *e, const part *p)
{
    for (size_t i = 0; i < e->count; i++) {
        const dm_judged *row = &e->judged[i];
        double change = row->score_swapped - row->score;
        if (!is_in(p, row))
            continue;
        out->rows++;
        out->before += row->score;
        out->after += row->score_swapped;
        out->distance += change < 0 ? -change : change;
        out->relabelled += row->said != row->said_swapped;
    }
    if (out->rows == 0)
        return;
    out->before /= (double)out->rows;
    out->after /= (double)out->rows;
    out->distance /= (double)out->rows;
    out->change = out->after - out->before;
}

/* What each document adds to a mean. */
typedef struct share {
    double sum;
    size_t rows;
} share;

static double draw(const share *shares, size_t docs, uint64_t *state)
{
    share all = { 0, 0 };
    for (size_t i = 0; i < docs; i++) {
        const share *drawn = &shares[dm_random_below(state, docs)];
        all.sum += drawn->sum;
        all.rows += drawn->rows;
    }
    return all.rows == 0 ? 0 : all.sum / (double)all.rows;
}

/* Rows by document; see dm_documents_find. */
typedef struct pile {
    const dm_judged **sorted; // [rows]
    size_t *begins;           // [docs + 1]
    size_t docs;
    share *shares;  // [docs], room for one part's
    double *values; // [DM_EVALUATION_DRAWS]
} pile;

/* Documents without such rows are left out: how many have some. */
static size_t fill_shares(pile *p, const part *which)
{
    size_t kept = 0;
    for (size_t d = 0; d < p->docs; d++) {
        share sum = { 0, 0 };
        for (size_t r = p->begins[d]; r < p->begins[d + 1]; r++) {
            const dm_judged *row = p->sorted[r];
            if (!is_in(which, row))
                continue;
            sum.sum += row->score_swapped - row->score;
            sum.rows++;
        }
        if (sum.rows > 0)
            p->shares[kept++] = sum;
    }
    return kept;
}

static void find_interval(demarche_swap *out, pile *p, const part *which,
                          uint64_t seed)
{
    size_t docs = fill_shares(p, which);
    if (docs == 0)
        return;
    for (size_t i = 0; i < DM_EVALUATION_DRAWS; i++)
        p->values[i] = draw(p->shares, docs, &seed);
    dm_interval_find(&out->low, &out->high, p->values, DM_EVALUATION_DRAWS);
}

static demarche_status pile_up(pile *p, const dm_evaluation *e,
                               demarche_error *err)
{
    p->sorted = calloc(e->count + 1, sizeof(dm_judged *));
    p->begins = calloc(e->count + 1, sizeof *p->begins);
    p->shares = calloc(e->count + 1, sizeof *p->shares);
    p->values = calloc(DM_EVALUATION_DRAWS, sizeof *p->values);
    if (p->sorted == NULL || p->begins == NULL || p->shares == NULL ||
        p->values == NULL)
        return dm_no_memory(err);
    p->docs = dm_documents_find(p->begins, p->sorted, e->judged, e->count);
    return DEMARCHE_OK;
}

demarche_status dm_swaps_find(dm_evaluation *e, uint64_t seed,
                              demarche_error *err)
{
    pile p = { .docs = 0 };
    demarche_status status = pile_up(&p, e, err);
    e->shown.swap_count = status == DEMARCHE_OK ? DEMARCHE_SWAPS : 0;
    for (size_t i = 0; i < e->shown.swap_count; i++) {
        demarche_swap *out = &e->shown.swaps[i];
        *out = (demarche_swap){ .name = parts[i].name };
        sum_up(out, e, &parts[i]);
        find_interval(out, &p, &parts[i], seed);
    }
    free(p.sorted);
    free(p.begins);
    free(p.shares);
    free(p.values);
    return status;
}
