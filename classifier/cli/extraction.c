/* extraction.c - see extraction.h. */
#include "extraction.h"

#include <string.h>

#include "command.h"
#include "deliver.h"
#include "workshop.h"

/* Statements of somebody's output; false: no figures can be made. */
static bool read_system(demarche_assay *assay, const cli_settings *settings,
                        int *code, cli_talk *talk)
{
    cli_input input;
    char *files[] = { (char *)settings->system }; // read alone
    input_init(&input, settings, files, 1, talk);
    demarche_error err;
    for (demarche_record *record; (record = input_next(&input)) != NULL;)
        if (demarche_assay_answer(assay, record, &err) != DEMARCHE_OK)
            input_refuse(&input, &err);
    *code = input_status(&input);
    bool usable = input_usable(&input);
    input_clear(&input);
    return usable;
}

static bool read_gold(demarche_assay *assay, const cli_settings *settings,
                      char **files, size_t count,
                      const demarche_analyser *analyser, int *code,
                      cli_talk *talk)
{
    cli_input input;
    input_init(&input, settings, files, count, talk);
    demarche_error err;
    for (demarche_record *record; (record = input_next(&input)) != NULL;)
        if (demarche_assay_add(assay, record, analyser, &err) != DEMARCHE_OK)
            input_refuse(&input, &err);
    int status = input_status(&input);
    *code = status == EXIT_DONE ? *code : status;
    bool usable = input_usable(&input);
    input_clear(&input);
    return usable;
}

static int deliver(const demarche_assay *assay, const cli_settings *settings,
                   int code, cli_talk *talk)
{
    demarche_report_options options = settings->report;
    options.format = (demarche_format)settings->format;
    options.seed = settings->train.seed;
    demarche_error err;
    char *text;
    if (demarche_assay_format(&text, assay, &options, &err) != DEMARCHE_OK)
        return deliver_error(&err, talk);
    code = deliver_text(settings, text, strlen(text), code, talk);
    demarche_string_free(text);
    return code;
}

static int evaluate(demarche_assay *assay, const cli_settings *settings,
                    char **files, size_t count, cli_talk *talk)
{
    cli_workshop workshop = { .analyser = NULL };
    int code = EXIT_DONE;
    bool own = settings->system == NULL;
    if (own && !workshop_open(&workshop, settings, true, talk))
        return EXIT_FAILED;
    bool good = own || read_system(assay, settings, &code, talk);
    good = good && read_gold(assay, settings, files, count, workshop.analyser,
                             &code, talk);
    code = good ? deliver(assay, settings, code, talk) : EXIT_FAILED;
    workshop_close(&workshop);
    return code;
}

int extraction_evaluate(const cli_settings *given, char **files, size_t count,
                        cli_talk *talk)
{
    cli_settings own = *given, *settings = &own;
    // Lists of ranges take JSON; and output may be empty, which tells no form.
    if (own.from == DEMARCHE_FORM_AUTO)
        own.from = DEMARCHE_FORM_NDJSON;
    const demarche_assay_options options = { .all = settings->all,
                                             .faults = settings->errors };
    demarche_assay *assay;
    demarche_error err;
    if (demarche_assay_new(&assay, &options, &err) != DEMARCHE_OK)
        return deliver_error(&err, talk);
    int code = evaluate(assay, settings, files, count, talk);
    demarche_assay_free(assay);
    return code;
}
