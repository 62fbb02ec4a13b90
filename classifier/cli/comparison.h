/* comparison.h - scores held against other scores, for people. */
#ifndef COMPARISON_H
#define COMPARISON_H

#include <stdio.h>

#include "evaluation.h"

/* What was asked for of: the learning curve, another model, name spaces left
 * out, names swapped. */
void comparison_text(FILE *to, const cli_scores *scores);

#endif
