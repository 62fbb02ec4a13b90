/* scores.c - see scores.h. */
#include "scores.h"

#include <string.h>

#include "deliver.h"
#include "rows.h"
#include "workshop.h"

void scores_clear(cli_scores *scores)
{
    for (size_t i = 0; i + 1 < scores->curve_count; i++)
        demarche_evaluation_free(scores->curve[i]);
    demarche_evaluation_free(scores->all);
    demarche_evaluation_free(scores->other);
    *scores = (struct cli_scores){ .all = NULL };
}

/* Cross-validate, each fold learning from `share` of the other documents. */
static demarche_status cross(demarche_evaluation **out,
                             const cli_settings *settings,
                             const demarche_dataset *dataset, double share,
                             cli_talk *talk, demarche_error *err)
{
    demarche_train_options training = settings->train;
    training.progress = rows_progress;
    training.payload = talk;
    training.share = share;
    return demarche_crossval(out, dataset, &training, err);
}

/* What is too little to learn from is no point of the curve. */
static demarche_status find_curve(cli_scores *scores,
                                  const cli_settings *settings,
                                  const demarche_dataset *dataset,
                                  cli_talk *talk, demarche_error *err)
{
    static const double shares[CURVE_POINTS - 1] = { 0.125, 0.25, 0.5 };
    demarche_evaluation *points[CURVE_POINTS - 1] = { NULL };
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < CURVE_POINTS - 1 && status == DEMARCHE_OK; i++) {
        status = cross(&points[i], settings, dataset, shares[i], talk, err);
        if (status == DEMARCHE_NOT_ENOUGH_DATA)
            status = DEMARCHE_OK;
    }
    for (size_t i = 0; i < CURVE_POINTS - 1; i++)
        if (points[i] != NULL)
            scores->curve[scores->curve_count++] = points[i];
    scores->curve[scores->curve_count++] = scores->all;
    return status;
}

static bool find_versus(cli_scores *scores, const cli_settings *settings,
                        const demarche_dataset *dataset, cli_talk *talk)
{
    demarche_error err;
    demarche_model *model = NULL;
    if (!workshop_load(&model, settings->against, talk))
        return false;
    if (strcmp(demarche_model_task(model), scores->task) != 0) {
        talk_error(talk, "model '%s' judges '%s', not '%s'", settings->against,
                   demarche_model_task(model), scores->task);
        demarche_model_free(model);
        return false;
    }
    demarche_status status =
        demarche_evaluate(&scores->other, model, dataset, &err);
    if (status == DEMARCHE_OK)
        status = demarche_evaluation_compare(&scores->versus, scores->all,
                                             scores->other,
                                             settings->train.seed, &err);
    demarche_model_free(model);
    if (status != DEMARCHE_OK)
        deliver_error(&err, talk);
    return status == DEMARCHE_OK;
}

bool scores_find(cli_scores *scores, const cli_settings *settings,
                 const demarche_model *model, const demarche_dataset *dataset,
                 cli_talk *talk)
{
    demarche_error err;
    scores->accuracy = settings->abstain;
    demarche_status status =
        model == NULL ? cross(&scores->all, settings, dataset, 1, talk, &err)
                      : demarche_evaluate(&scores->all, model, dataset, &err);
    if (status == DEMARCHE_OK && scores->accuracy > 0)
        status = demarche_evaluation_abstain(&scores->kept, scores->all,
                                             scores->accuracy, &err);
    if (status == DEMARCHE_OK && settings->curve)
        status = find_curve(scores, settings, dataset, talk, &err);
    talk_end(talk);
    if (status != DEMARCHE_OK)
        deliver_error(&err, talk);
    return status == DEMARCHE_OK &&
           (settings->against == NULL ||
            find_versus(scores, settings, dataset, talk));
}
