/* judge.h - a statement's view in, its verdicts out. */
#ifndef DM_JUDGE_H
#define DM_JUDGE_H

#include "analyser.h"
#include "target.h"
#include "view.h"

typedef struct dm_judgement {
    demarche_verdict tone, side; // rounded, see verdict.h
    double score;                // NAN: the tone model has other labels
    dm_target target;
} dm_judgement;

/* `date` ("YYYY-MM-DD") may be NULL. `scratch` is for the work alone. */
demarche_status dm_judge_view(dm_judgement *out,
                              const demarche_analyser *analyser,
                              const dm_view *view, const char *date,
                              dm_arena *scratch, demarche_error *err);

#endif
