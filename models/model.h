/* model.h - a trained model: vocabulary, weight rows, calibration, card. */
#ifndef DM_MODEL_H
#define DM_MODEL_H

#include "view.h"

/* Judge one view: vector, decision values, probabilities, abstention. `arena`
 * is scratch that the caller resets. Labels point into the model. */
demarche_status dm_model_judge(demarche_verdict *out,
                               const demarche_model *model, const dm_view *view,
                               dm_arena *arena, demarche_error *err);

/* Why: the n-grams' signed parts in the decision between the winner and the
 * runner-up. The result is the caller's (demarche_explanation_free). */
demarche_status dm_model_explain(demarche_explanation **out,
                                 const demarche_model *model,
                                 const dm_view *view, demarche_error *err);

#endif
