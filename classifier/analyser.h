/* analyser.h - what reading and judging need: the register and the models. */
#ifndef DM_ANALYSER_H
#define DM_ANALYSER_H

#include "actor.h"
#include "extractor.h"
#include "model.h"

struct demarche_analyser {
    dm_register *actors;
    const demarche_extractor *extractor; // given, own, or NULL: rules alone
    demarche_extractor *own_extractor;
    const demarche_model *tone, *side, *target; // given or own; NULL: none was
                                                // shipped
    demarche_model *own_tone, *own_side, *own_target;
    double abstain; // accuracy asked for; 0: as trained
    bool parc;      // cut statements as PARC does
};

/* The model, or DEMARCHE_BAD_MODEL where this build ships none: a library is
 * built once without models in order to learn the first ones. */
demarche_status dm_analyser_model(const demarche_model **out,
                                  const demarche_model *model, const char *task,
                                  demarche_error *err);

#endif
