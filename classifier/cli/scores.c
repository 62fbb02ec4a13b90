/* scores.c - see scores.h. */
#include "scores.h"

#include <string.h>

#include "deliver.h"
#include "rows.h"
#include "workshop.h"

static const char each[] = "each";

bool scores_wants_each(const cli_settings *settings)
{
    return settings->train.without != NULL &&
           strcmp(settings->train.without, each) == 0;
}

void scores_clear(cli_scores *scores)
{
    for (size_t i = 0; i + 1 < scores->curve_count; i++)
        demarche_evaluation_free(scores->curve[i]);
    for (size_t i = 0; i < scores->rival_count; i++)
        demarche_evaluation_free(scores->rivals[i].scores);
    demarche_evaluation_free(scores->all);
    demarche_evaluation_free(scores->other);
    *scores = (struct cli_scores){ .all = NULL };
}

/* What is found, from what, and who wants to know how far it has come. */
typedef struct quest {
    cli_scores *scores;
    const cli_settings *settings;
    const demarche_dataset *dataset;
    cli_talk *talk;
    demarche_error err;
} quest;

/* Cross-validate, each fold learning from `share` of the other documents. */
static demarche_status cross(demarche_evaluation **out, quest *q, double share,
                             const char *without)
{
    demarche_train_options training = q->settings->train;
    training.progress = rows_progress;
    training.payload = q->talk;
    training.share = share;
    training.without = without;
    return demarche_crossval(out, q->dataset, &training, &q->err);
}

static demarche_status compare(demarche_comparison *out, quest *q,
                               const demarche_evaluation *first,
                               const demarche_evaluation *second)
{
    return demarche_evaluation_compare(out, first, second,
                                       q->settings->train.seed, &q->err);
}

/* What is too little to learn from is no point of the curve. */
static demarche_status find_curve(quest *q)
{
    static const double shares[CURVE_POINTS - 1] = { 0.125, 0.25, 0.5 };
    cli_scores *scores = q->scores;
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < CURVE_POINTS - 1 && status == DEMARCHE_OK; i++) {
        demarche_evaluation *point = NULL;
        status = cross(&point, q, shares[i], scores->without);
        if (status == DEMARCHE_NOT_ENOUGH_DATA)
            status = DEMARCHE_OK;
        if (point != NULL)
            scores->curve[scores->curve_count++] = point;
    }
    size_t last = scores->curve_count++;
    scores->curve[last] = scores->all;
    return status == DEMARCHE_OK && last > 0
               ? compare(&scores->doubling, q, scores->all,
                         scores->curve[last - 1])
               : status;
}

/* Without each name space in turn, held against what learned from all. */
static demarche_status find_rivals(quest *q)
{
    cli_scores *scores = q->scores;
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < RIVALS_MAX && status == DEMARCHE_OK; i++) {
        cli_rival *rival = &scores->rivals[i];
        rival->without = demarche_space_name(i);
        if (rival->without == NULL)
            break;
        status = cross(&rival->scores, q, 1, rival->without);
        if (status != DEMARCHE_OK)
            break;
        scores->rival_count++;
        status = compare(&rival->versus, q, rival->scores, scores->all);
    }
    return status;
}

static demarche_status find_whole(quest *q)
{
    demarche_status status = cross(&q->scores->other, q, 1, NULL);
    return status == DEMARCHE_OK ? compare(&q->scores->versus, q,
                                           q->scores->all, q->scores->other)
                                 : status;
}

static bool find_versus(quest *q)
{
    demarche_model *model = NULL;
    if (!workshop_load(&model, q->settings->against, q->talk))
        return false;
    if (strcmp(demarche_model_task(model), q->scores->task) != 0) {
        talk_error(q->talk, "model '%s' judges '%s', not '%s'",
                   q->settings->against, demarche_model_task(model),
                   q->scores->task);
        demarche_model_free(model);
        return false;
    }
    demarche_status status =
        demarche_evaluate(&q->scores->other, model, q->dataset, &q->err);
    if (status == DEMARCHE_OK)
        status =
            compare(&q->scores->versus, q, q->scores->all, q->scores->other);
    demarche_model_free(model);
    if (status != DEMARCHE_OK)
        deliver_error(&q->err, q->talk);
    return status == DEMARCHE_OK;
}

static demarche_status find_all(quest *q, const demarche_model *model)
{
    cli_scores *scores = q->scores;
    demarche_status status =
        model == NULL
            ? cross(&scores->all, q, 1, scores->without)
            : demarche_evaluate(&scores->all, model, q->dataset, &q->err);
    if (status == DEMARCHE_OK && scores->accuracy > 0)
        status = demarche_evaluation_abstain(&scores->kept, scores->all,
                                             scores->accuracy, &q->err);
    if (status == DEMARCHE_OK && q->settings->curve)
        status = find_curve(q);
    if (status == DEMARCHE_OK && scores->without != NULL)
        status = find_whole(q);
    if (status == DEMARCHE_OK && scores_wants_each(q->settings))
        status = find_rivals(q);
    return status;
}

bool scores_find(cli_scores *scores, const cli_settings *settings,
                 const demarche_model *model, const demarche_dataset *dataset,
                 cli_talk *talk)
{
    quest q = {
        .scores = scores, .settings = settings, .dataset = dataset, .talk = talk
    };
    scores->accuracy = settings->abstain;
    scores->without =
        scores_wants_each(settings) ? NULL : settings->train.without;
    demarche_status status = find_all(&q, model);
    talk_end(talk);
    if (status != DEMARCHE_OK)
        deliver_error(&q.err, talk);
    return status == DEMARCHE_OK &&
           (settings->against == NULL || find_versus(&q));
}
