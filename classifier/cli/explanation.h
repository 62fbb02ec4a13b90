/* explanation.h - why a label, for people and for programs. */
#ifndef EXPLANATION_H
#define EXPLANATION_H

#include <stdbool.h>
#include <stdio.h>

#include "demarche.h"

/* The verdict in a sentence and the `most` heaviest n-grams as bars, to `width`
 * columns (40 or more). */
void explanation_put_text(FILE *to, const demarche_explanation *explanation,
                          const char *statement, unsigned most, size_t width,
                          bool colour);

/* One object on one line. */
void explanation_put_json(FILE *to, const demarche_explanation *explanation,
                          const char *statement, unsigned most);

#endif
