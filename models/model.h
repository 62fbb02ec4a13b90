/* model.h - a trained model: vocabulary, weight rows, calibration, card. */
#ifndef DM_MODEL_H
#define DM_MODEL_H

#include "ngram.h"

/* Judge one view: vector, decision values, probabilities, abstention. `arena`
 * is scratch that the caller resets. Labels point into the model. */
demarche_status dm_model_judge(demarche_verdict *out,
                               const demarche_model *model, const dm_view *view,
                               dm_arena *arena, demarche_error *err);

/* The same for n-grams that were found before: by `dm_model_words` or, where it
 * is NULL, by any word table. */
demarche_status dm_model_judge_ngrams(demarche_verdict *out,
                                      const demarche_model *model,
                                      const dm_ngrams *ngrams, dm_arena *arena,
                                      demarche_error *err);

/* The word table that a model knows, or NULL. Models of one program that know
 * one know the same. */
const dm_words *dm_model_words(const demarche_model *model);

/* Why: the n-grams' signed parts in the decision between the winner and the
 * runner-up. The result is the caller's (demarche_explanation_free). */
demarche_status dm_model_explain(demarche_explanation **out,
                                 const demarche_model *model,
                                 const dm_view *view, demarche_error *err);

#endif
