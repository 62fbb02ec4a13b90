/* scores.h - find out all that `evaluate` is asked about labels. */
#ifndef SCORES_H
#define SCORES_H

#include "evaluation.h"
#include "settings.h"
#include "talk.h"

/* Judge `model` on the rows, or cross-validate where it is NULL; then what the
 * settings ask for besides. False: told why. To be cleared in any case. */
bool scores_find(cli_scores *scores, const cli_settings *settings,
                 const demarche_model *model, const demarche_dataset *dataset,
                 cli_talk *talk);

/* Is every name space to be left out in turn (`--without each`)? */
bool scores_wants_each(const cli_settings *settings);

void scores_clear(cli_scores *scores);

#endif
