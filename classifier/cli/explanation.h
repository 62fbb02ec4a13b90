/* explanation.h - why a label, for people. */
#ifndef EXPLANATION_H
#define EXPLANATION_H

#include <stdbool.h>
#include <stdio.h>

#include "demarche.h"

/* The verdict in a sentence, the statement with its strongest words marked,
 * where the decision value comes from, and the `most` heaviest n-grams as bars,
 * to `width` columns (40 or more). */
void explanation_put(FILE *to, const demarche_explanation *explanation,
                     unsigned most, size_t width, bool colour);

#endif
