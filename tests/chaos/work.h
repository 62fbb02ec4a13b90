/* work.h - what is tried while memory runs out. */
#ifndef DM_CHAOS_WORK_H
#define DM_CHAOS_WORK_H

#include "demarche.h"

/* Learn a model from a few rows and save it; its name is `task`. */
demarche_status work_learn(const char *task, demarche_error *err);

/* The same for the tone, as one piece of work. */
demarche_status work_learning(demarche_error *err);

/* Load models, extract, judge, explain, tally and report in every form. */
demarche_status work_using(demarche_error *err);

/* Hold what is extracted, and what is given, against gold; in every form. */
demarche_status work_assaying(demarche_error *err);

/* The register that all read; the shipped one is large, and would be read
 * some hundred times. */
#define WORK_ACTORS "chaos.actors"

/* Judge rows by the model of tone, with names swapped, and compare. */
demarche_status work_scoring(demarche_error *err);

#endif
