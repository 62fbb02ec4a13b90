/* scoring.c - see work.h: what evaluate does with a model, names swapped. */
#include <string.h>

#include "memory.h"
#include "work.h"

static const char *const rows[] = {
    "{\"doc\":\"a\",\"genre\":\"x\",\"tone\":\"critical\",\"speaker\":\"x\","
    "\"text\":\"China must stop an American's ban.\"}",
    "{\"doc\":\"b\",\"genre\":\"y\",\"tone\":\"neutral\",\"hard\":true,"
    "\"text\":\"The list is long, Vera Holt said.\"}",
};

enum { ROWS = sizeof rows / sizeof *rows };

static demarche_status add_rows(demarche_dataset *dataset, demarche_error *err)
{
    demarche_status status = demarche_dataset_swap(dataset, "us,china", err);
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

static demarche_status compare(const demarche_model *model,
                               const demarche_dataset *dataset,
                               demarche_error *err)
{
    demarche_evaluation *e = NULL;
    demarche_comparison same;
    demarche_coverage kept;
    demarche_status status = demarche_evaluate(&e, model, dataset, err);
    if (status == DEMARCHE_OK)
        status = demarche_evaluation_compare(&same, e, e, 1, err);
    if (status == DEMARCHE_OK)
        status = demarche_evaluation_abstain(&kept, e, 0.5, err);
    demarche_evaluation_free(e);
    return status;
}

demarche_status work_scoring(demarche_error *err)
{
    demarche_analyser *analyser = NULL;
    demarche_dataset *dataset = NULL;
    demarche_model *model = NULL;
    demarche_options options = { .actors_path = WORK_ACTORS,
                                 .actors_replace = true,
                                 .no_models = true };
    demarche_status status = demarche_analyser_new(&analyser, &options, err);
    if (status == DEMARCHE_OK)
        status = demarche_model_load(&model, "tone", err);
    if (status == DEMARCHE_OK)
        status = demarche_dataset_new(&dataset, "tone", analyser, err);
    if (status == DEMARCHE_OK)
        status = add_rows(dataset, err);
    if (status == DEMARCHE_OK)
        status = compare(model, dataset, err);
    demarche_model_free(model);
    demarche_dataset_free(dataset);
    demarche_analyser_free(analyser);
    return status;
}
