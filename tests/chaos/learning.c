/* learning.c - see work.h: what train does, on a few rows. */
#include <string.h>

#include "memory.h"
#include "work.h"

#define ROW(doc, tone, side, text)                                             \
    "{\"doc\":\"" doc "\",\"tone\":\"" tone "\",\"side\":\"" side              \
    "\",\"text\":\"" text "\",\"speaker\":\"Beijing\"}"

static const char *const rows[] = {
    ROW("a", "conciliatory", "us", "We welcome the talks and hope for more."),
    ROW("a", "critical", "china", "The ban is illegal and must be lifted."),
    ROW("a", "neutral", "other", "The meeting is on Tuesday at noon."),
    ROW("b", "conciliatory", "china", "We welcome the agreement of today."),
    ROW("b", "critical", "us", "The dumping is illegal and must stop."),
    ROW("b", "neutral", "other", "The meeting was held in Geneva."),
    ROW("c", "conciliatory", "other", "We hope for talks between them."),
    ROW("c", "critical", "china", "The tariffs are bullying and must stop."),
    ROW("c", "neutral", "us", "The list is on the page of the office."),
};

enum { ROWS = sizeof rows / sizeof *rows };

static demarche_status add_rows(demarche_dataset *dataset, demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    for (int i = 0; i < ROWS && status == DEMARCHE_OK; i++) {
        demarche_record *record;
        memory.parsing = true;
        status = demarche_record_parse(&record, rows[i], strlen(rows[i]), err);
        memory.parsing = false;
        if (status == DEMARCHE_OK)
            status = demarche_dataset_add(dataset, record, NULL, err);
        demarche_record_free(record);
    }
    return status;
}

demarche_status work_learn(const char *task, demarche_error *err)
{
    demarche_analyser *analyser = NULL;
    demarche_dataset *dataset = NULL;
    demarche_model *model = NULL;
    demarche_options options = { .actors_path = WORK_ACTORS,
                                 .actors_replace = true };
    demarche_train_options train;
    demarche_train_options_init(&train);
    train.folds = 3;
    train.min_df = 1;
    train.c = 1;
    demarche_status status = demarche_analyser_new(&analyser, &options, err);
    if (status == DEMARCHE_OK)
        status = demarche_dataset_new(&dataset, task, analyser, err);
    if (status == DEMARCHE_OK)
        status = add_rows(dataset, err);
    if (status == DEMARCHE_OK)
        status = demarche_train(&model, dataset, &train, err);
    if (status == DEMARCHE_OK)
        status = demarche_model_save(model, task, err);
    demarche_model_free(model);
    demarche_dataset_free(dataset);
    demarche_analyser_free(analyser);
    return status;
}

demarche_status work_learning(demarche_error *err)
{
    return work_learn("tone", err);
}
