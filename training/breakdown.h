/* breakdown.h - an evaluation with its judged rows, and what these tell when
 * they are taken apart or held against another's. */
#ifndef DM_BREAKDOWN_H
#define DM_BREAKDOWN_H

#include "base/arena.h"
#include "base/intern.h"
#include "metrics.h"

enum { DM_EVALUATION_DRAWS = 1000 }; // of the bootstrap for an interval

/* The public part first: what is freed is the whole. */
typedef struct dm_evaluation {
    demarche_evaluation shown;
    dm_arena arena;    // labels and parts
    dm_judged *judged; // [count], in the order of judging
    size_t count;
} dm_evaluation;

/* Fill in genres, the rows that are not hard, and the coverages. */
demarche_status dm_breakdown_find(dm_evaluation *e, const dm_intern *genres,
                                  demarche_error *err);

/* McNemar's test: mid-p, two-sided, of `a` against `b` rows. */
double dm_mcnemar(size_t a, size_t b);

#endif
