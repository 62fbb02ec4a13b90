/* evaluation.h - scores of a model, for people and for programs. */
#ifndef EVALUATION_H
#define EVALUATION_H

#include <stddef.h>

#include "demarche.h"

/* Both: to be released by free(); NULL when memory ran out. */
char *evaluation_text(size_t *len, const demarche_evaluation *evaluation,
                      const char *task);
char *evaluation_json(size_t *len, const demarche_evaluation *evaluation,
                      const char *task);

#endif
