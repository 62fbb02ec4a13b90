/* evaluation.h - scores of a model, for people and for programs. */
#ifndef EVALUATION_H
#define EVALUATION_H

#include <stddef.h>

#include "demarche.h"

enum { CURVE_POINTS = 4 };

/* All that `evaluate` found out. */
typedef struct cli_scores {
    const char *task;
    demarche_evaluation *all;
    demarche_evaluation *curve[CURVE_POINTS]; // [curve_count], the last is all
    size_t curve_count;                       // 0: not asked for
    demarche_evaluation *other;               // of another model, or NULL
    demarche_comparison versus;               // with the other
    double accuracy;        // wanted of what is kept; 0: not asked for
    demarche_coverage kept; // what reaches it
} cli_scores;

/* Each to be released by free(); NULL when memory ran out. */
char *evaluation_text(size_t *len, const cli_scores *scores);
char *evaluation_json(size_t *len, const cli_scores *scores);
char *evaluation_csv(size_t *len, const cli_scores *scores);

size_t evaluation_count(const demarche_evaluation *e, size_t label);

#endif
