/* cmd_analyse.c - `demarche analyse`: documents in, per-actor report out. */
#include "command.h"
#include "deliver.h"
#include "documents.h"
#include "workshop.h"

static const cli_option *const options[] = { &option_report_format,
                                             &option_output,
                                             &option_top,
                                             &option_examples,
                                             &option_width,
                                             &option_color,
                                             &option_from,
                                             &option_extract_model,
                                             &option_rules_alone,
                                             &option_actors,
                                             &option_actors_only,
                                             &option_tone_model,
                                             &option_side_model,
                                             &option_target_model,
                                             &option_sure,
                                             &option_strict,
                                             &option_quiet,
                                             &option_help,
                                             NULL };

/* Find, judge and count the statements of one document. */
static demarche_status count_document(demarche_tally *tally,
                                      const demarche_analyser *analyser,
                                      const demarche_document *document,
                                      demarche_error *err)
{
    demarche_statements *list;
    demarche_status status = demarche_extract(&list, analyser, document, err);
    if (status == DEMARCHE_OK)
        status = demarche_judge(analyser, list, err);
    if (status == DEMARCHE_OK)
        status = demarche_tally_add(tally, list, err);
    demarche_statements_free(list);
    return status;
}

static int analyse(const cli_settings *settings, const cli_workshop *workshop,
                   demarche_tally *tally, cli_talk *talk)
{
    cli_documents documents;
    demarche_document document;
    demarche_error err;
    documents_init(&documents, settings, talk);
    while (documents_next(&document, &documents))
        if (count_document(tally, workshop->analyser, &document, &err) !=
            DEMARCHE_OK)
            input_refuse(&documents.input, &err);
    int code = deliver_report(settings, tally, &documents.input, talk);
    documents_clear(&documents);
    return code;
}

static int run(const cli_settings *settings, cli_talk *talk)
{
    cli_workshop workshop;
    if (!workshop_open(&workshop, settings, true, talk))
        return EXIT_FAILED;
    workshop_warn(&workshop, settings, talk);
    demarche_tally *tally;
    demarche_error err;
    int code = EXIT_FAILED;
    if (demarche_tally_new(&tally, &err) != DEMARCHE_OK)
        code = deliver_error(&err, talk);
    else
        code = analyse(settings, &workshop, tally, talk);
    demarche_tally_free(tally);
    workshop_close(&workshop);
    return code;
}

const cli_command command_analyse = {
    .name = "analyse",
    .summary = "documents in, stance report per actor out",
    .operands = "[FILE...]",
    .example = "demarche analyse article.txt\n"
               "demarche analyse --format csv -o stance.csv news/*.ndjson.gz",
    .about = "A file is plain text (one document, which may open with lines "
             "such as 'date 2023-06-20' or 'Title: ...'), NDJSON, CSV or TSV "
             "with a field 'text', packed by gzip or zstd or not. '-' or no "
             "file is standard input.",
    .options = options,
    .run = run,
};
