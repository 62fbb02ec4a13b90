/* evaluation.h - scores of a model, for people and for programs. */
#ifndef EVALUATION_H
#define EVALUATION_H

#include <stddef.h>

#include "demarche.h"

enum { CURVE_POINTS = 4, RIVALS_MAX = 32, EVALUATION_COLUMNS = 16 };

/* Scores on the same rows of what learned without a name space. */
typedef struct cli_rival {
    const char *without;
    demarche_evaluation *scores;
    demarche_comparison versus; // it first, what learned from all second
} cli_rival;

/* All that `evaluate` found out. */
typedef struct cli_scores {
    const char *task;
    demarche_evaluation *all;
    demarche_evaluation *curve[CURVE_POINTS]; // [curve_count], the last is all
    size_t curve_count;                       // 0: not asked for
    demarche_comparison doubling; // of the curve: its last point first, the one
                                  // before second
    const char *without;          // name spaces that `all` lacks, or NULL
    demarche_evaluation *other;   // of another model, or without lack; or NULL
    demarche_comparison versus;   // with the other
    cli_rival rivals[RIVALS_MAX]; // [rival_count], each without one name space
    size_t rival_count;           // 0: not asked for
    double accuracy;              // wanted of what is kept; 0: not asked for
    demarche_coverage kept;       // what reaches it
} cli_scores;

/* Each to be released by free(); NULL when memory ran out. */
char *evaluation_text(size_t *len, const cli_scores *scores);
char *evaluation_json(size_t *len, const cli_scores *scores);
char *evaluation_csv(size_t *len, const cli_scores *scores);

size_t evaluation_count(const demarche_evaluation *e, size_t label);

#endif
