/* using.c - see work.h: what analyse, score, explain and report do. */
#include "memory.h"
#include "work.h"

static const char text[] =
    "Nora Whitfield of the U.S. Treasury said that both sides had made "
    "progress. \u201CWe welcome it,\u201D she told reporters.\n\nThe Chinese "
    "Foreign Ministry accused Washington of bullying.\x80 Beijing urged it to "
    "stop. Both sides agreed to meet, according to Xinhua.\n";

static const char record_json[] =
    "{\"doc\":\"b\",\"n\":1,\"text\":\"We welcome the talks.\",\"speaker\":"
    "\"Chen Guowei\",\"cue\":\"said\",\"mine\":[1,2.5,{\"x\":null}]}";

static demarche_status try_why(const demarche_statements *list, size_t i,
                               demarche_error *err)
{
    demarche_why_options options;
    demarche_why_options_init(&options);
    char *told, *record;
    demarche_status status =
        demarche_statements_why(&told, list, i, &options, err);
    demarche_string_free(told);
    options.format = DEMARCHE_FORMAT_NDJSON;
    if (status == DEMARCHE_OK) {
        status = demarche_statements_why(&record, list, i, &options, err);
        demarche_string_free(record);
    }
    return status;
}

static demarche_status try_document(const demarche_analyser *analyser,
                                    demarche_tally *tally, demarche_error *err)
{
    demarche_document document = { .id = "a",
                                   .date = "2031-06-12",
                                   .outlet = "Gazette",
                                   .text = text,
                                   .len = sizeof text - 1 };
    demarche_statements *list;
    demarche_status status = demarche_extract(&list, analyser, &document, err);
    if (status == DEMARCHE_OK)
        status = demarche_judge(analyser, list, err);
    if (status == DEMARCHE_OK)
        status = demarche_tally_add(tally, list, err);
    for (size_t i = 0; !status && i < demarche_statements_count(list); i++) {
        char *line;
        status = demarche_statements_format(&line, list, i, true, err);
        demarche_string_free(line);
        if (status == DEMARCHE_OK)
            status = try_why(list, i, err);
    }
    demarche_statements_free(list);
    return status;
}

static demarche_status try_record(const demarche_analyser *analyser,
                                  const demarche_model *model,
                                  demarche_tally *tally, demarche_error *err)
{
    demarche_record *record;
    demarche_explanation *why = NULL;
    char *line = NULL, *row = NULL, *header = NULL, *reasons = NULL;
    memory.parsing = true;
    demarche_status status = demarche_record_parse(&record, record_json,
                                                   sizeof record_json - 1, err);
    memory.parsing = false;
    if (status == DEMARCHE_OK)
        status = demarche_explain(&why, analyser, model, record, err);
    if (status == DEMARCHE_OK)
        status = demarche_explanation_format(&reasons, why, 5, err);
    if (status == DEMARCHE_OK)
        status = demarche_record_judge(record, analyser, err);
    if (status == DEMARCHE_OK)
        status = demarche_record_explain(record, analyser, 1, err);
    if (status == DEMARCHE_OK)
        status = demarche_tally_add_record(tally, record, err);
    if (status == DEMARCHE_OK)
        status = demarche_record_format(&line, record, err);
    if (status == DEMARCHE_OK)
        status = demarche_record_csv(&row, record, err);
    if (status == DEMARCHE_OK)
        status = demarche_csv_header(&header, err);
    demarche_explanation_free(why);
    demarche_string_free(line);
    demarche_string_free(row);
    demarche_string_free(header);
    demarche_string_free(reasons);
    demarche_record_free(record);
    return status;
}

static demarche_status try_reports(const demarche_tally *tally,
                                   demarche_error *err)
{
    demarche_report_options options;
    demarche_report_options_init(&options);
    options.resamples = 10;
    demarche_status status = DEMARCHE_OK;
    for (int format = 0; !status && format <= DEMARCHE_FORMAT_CSV; format++) {
        options.format = (demarche_format)format;
        char *report;
        status = demarche_report_format(&report, tally, &options, err);
        demarche_string_free(report);
    }
    return status;
}

demarche_status work_using(demarche_error *err)
{
    demarche_model *tone = NULL, *side = NULL;
    demarche_analyser *analyser = NULL;
    demarche_tally *tally = NULL;
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
        status = demarche_tally_new(&tally, err);
    if (status == DEMARCHE_OK)
        status = try_document(analyser, tally, err);
    if (status == DEMARCHE_OK)
        status = try_record(analyser, tone, tally, err);
    if (status == DEMARCHE_OK)
        status = try_reports(tally, err);
    demarche_tally_free(tally);
    demarche_analyser_free(analyser);
    demarche_model_free(tone);
    demarche_model_free(side);
    return status;
}
