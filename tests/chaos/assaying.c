/* assaying.c - see work.h: what evaluate does with annotated documents. */
#include <string.h>

#include "memory.h"
#include "work.h"

static const char gold_json[] =
    "{\"id\":\"a\",\"text\":\"Nora Whitfield said talks help. \u201CWe "
    "agree,\u201D Chen noted.\",\"attributions\":[{\"source\":[[0,14]],"
    "\"cue\":[[15,19]],\"content\":[[20,30]],\"actor\":\"Li\",\"side\":"
    "\"us\",\"tone\":\"critical\"},{\"content\":[[0,8],[40,44]]},"
    "{\"content\":[[26,30]]}]}";
static const char turns_json[] =
    "{\"id\":\"b\",\"text\":\"MR. ROE: We will talk. Q: When?\",\"turns\":"
    "[{\"speaker\":\"Roe\",\"side\":\"us\",\"span\":[9,22]}]}";
static const char answer_json[] =
    "{\"doc\":\"b\",\"kind\":\"transcript\",\"spans\":[[9,20]],"
    "\"speaker\":\"Doe\",\"side\":\"us\",\"rules\":[\"T1\"]}";

static demarche_status try_gold(demarche_assay *assay, const char *json,
                                const demarche_analyser *analyser,
                                demarche_error *err)
{
    demarche_record *record;
    memory.parsing = true;
    demarche_status status =
        demarche_record_parse(&record, json, strlen(json), err);
    memory.parsing = false;
    if (status == DEMARCHE_OK)
        status = json == answer_json
                     ? demarche_assay_answer(assay, record, err)
                     : demarche_assay_add(assay, record, analyser, err);
    demarche_record_free(record);
    return status;
}

static demarche_status try_forms(const demarche_assay *assay,
                                 demarche_error *err)
{
    demarche_report_options form;
    demarche_report_options_init(&form);
    form.resamples = 10;
    demarche_status status = DEMARCHE_OK;
    for (int format = 0; !status && format <= DEMARCHE_FORMAT_CSV; format++) {
        form.format = (demarche_format)format;
        char *shown;
        status = demarche_assay_format(&shown, assay, &form, err);
        demarche_string_free(shown);
    }
    return status;
}

static demarche_status try_all(const demarche_analyser *analyser,
                               demarche_error *err)
{
    const demarche_assay_options options = { .all = true, .faults = 2 };
    demarche_assay *assay;
    demarche_status status = demarche_assay_new(&assay, &options, err);
    if (status == DEMARCHE_OK)
        status = try_gold(assay, answer_json, NULL, err);
    if (status == DEMARCHE_OK)
        status = try_gold(assay, gold_json, analyser, err);
    if (status == DEMARCHE_OK)
        status = try_gold(assay, turns_json, NULL, err);
    if (status == DEMARCHE_OK)
        status = try_forms(assay, err);
    demarche_assay_free(assay);
    return status;
}

demarche_status work_assaying(demarche_error *err)
{
    demarche_model *tone = NULL, *side = NULL;
    demarche_analyser *analyser = NULL;
    demarche_status status = demarche_model_load(&tone, "tone", err);
    if (status == DEMARCHE_OK)
        status = demarche_model_load(&side, "side", err);
    demarche_options options = { .actors_path = WORK_ACTORS,
                                 .actors_replace = true,
                                 .tone = tone,
                                 .side = side };
    if (status == DEMARCHE_OK)
        status = demarche_analyser_new(&analyser, &options, err);
    if (status == DEMARCHE_OK)
        status = try_all(analyser, err);
    demarche_analyser_free(analyser);
    demarche_model_free(tone);
    demarche_model_free(side);
    return status;
}
