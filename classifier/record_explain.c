/* record_explain.c - reasons as members of a judged record: tone_why … */
#include "analyser.h"
#include "explanation_json.h"
#include "input/record.h"
#include "judge.h"

static demarche_status set(json_t *object, const char *task, json_t *value,
                           demarche_error *err)
{
    dm_buf name;
    dm_buf_init(&name);
    dm_buf_addf(&name, "%s_why", task);
    int failed = dm_buf_failed(&name)
                     ? -1
                     : json_object_set_nocheck(object, name.data, value);
    dm_buf_clear(&name);
    json_decref(value);
    return failed == 0 ? DEMARCHE_OK : dm_no_memory(err);
}

static demarche_status explain_by(demarche_record *record,
                                  const demarche_analyser *analyser,
                                  const demarche_model *model, unsigned top,
                                  demarche_error *err)
{
    demarche_explanation *e;
    demarche_status status = demarche_explain(&e, analyser, model, record, err);
    if (status != DEMARCHE_OK)
        return status;
    json_t *why = dm_explanation_why(e, top);
    demarche_explanation_free(e);
    return set(record->object, demarche_model_task(model), why, err);
}

demarche_status demarche_record_explain(demarche_record *record,
                                        const demarche_analyser *analyser,
                                        unsigned top, demarche_error *err)
{
    enum { MODELS = 3 };
    const demarche_model *models[MODELS] = { analyser->tone, analyser->side,
                                             analyser->target };
    demarche_status status = DEMARCHE_OK;
    if (dm_record_is_question(record->object))
        return status;
    for (size_t i = 0; i < MODELS; i++)
        if (status == DEMARCHE_OK && models[i] != NULL)
            status = explain_by(record, analyser, models[i], top, err);
    return status;
}
