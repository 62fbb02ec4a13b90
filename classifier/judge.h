/* judge.h - a statement's view in, its verdicts out. */
#ifndef DM_JUDGE_H
#define DM_JUDGE_H

#include "analyser.h"
#include "base/json.h"
#include "view.h"

typedef struct dm_judgement {
    demarche_verdict tone, side; // rounded, see verdict.h
    demarche_verdict target; // likewise; label NULL: nobody; count 0: no model
    double score;            // NAN: the tone model has other labels
} dm_judgement;

/* `record` (or NULL) is where the view is from: what a model was trained with
 * besides is read there, unless it is one of the verdicts themselves.
 * `scratch` is for the work alone. */
demarche_status dm_judge_view(dm_judgement *out,
                              const demarche_analyser *analyser,
                              const dm_view *view, const json_t *record,
                              dm_arena *scratch, demarche_error *err);

/* Read into a record's view what `model` was trained with besides, as judging
 * the record does: a side or a tone that is asked for is judged first. */
demarche_status dm_judge_read(dm_view *view, const demarche_analyser *analyser,
                              const demarche_model *model, const json_t *record,
                              dm_arena *scratch, demarche_error *err);

/* Nobody's stance is in a question: as `extract` leaves it, so it stays. */
bool dm_record_is_question(const json_t *record);

#endif
