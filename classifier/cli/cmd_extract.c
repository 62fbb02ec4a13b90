/* cmd_extract.c - `demarche extract`: documents in, statements out. */
#include "command.h"
#include "deliver.h"
#include "documents.h"
#include "output.h"
#include "workshop.h"

static const cli_option *const options[] = {
    &option_output, &option_offsets,     &option_from,
    &option_actors, &option_actors_only, &option_strict,
    &option_quiet,  &option_help,        NULL
};

enum { BYTES = 1 }; // of --offsets

/* One line a statement. An error is told of the document; false stops. */
static bool write_statements(cli_output *output,
                             const demarche_statements *list, bool bytes,
                             cli_input *input)
{
    demarche_error err;
    for (size_t i = 0; i < demarche_statements_count(list); i++) {
        char *line;
        if (demarche_statements_format(&line, list, i, bytes, &err) !=
            DEMARCHE_OK) {
            input_refuse(input, &err);
            return true;
        }
        bool more = output_line(output, line);
        demarche_string_free(line);
        if (!more)
            return false;
    }
    return true;
}

static void extract(cli_output *output, const demarche_analyser *analyser,
                    const cli_settings *settings, cli_documents *documents)
{
    demarche_document document;
    demarche_error err;
    bool more = true;
    while (more && documents_next(&document, documents)) {
        demarche_statements *list;
        if (demarche_extract(&list, analyser, &document, &err) == DEMARCHE_OK)
            more = write_statements(output, list, settings->offsets == BYTES,
                                    &documents->input);
        else
            input_refuse(&documents->input, &err);
        demarche_statements_free(list);
    }
}

static int run(const cli_settings *settings, cli_talk *talk)
{
    cli_workshop workshop;
    cli_output output;
    cli_documents documents;
    if (!workshop_open(&workshop, settings, false, talk))
        return EXIT_FAILED;
    int code = EXIT_FAILED;
    if (output_open(&output, settings->output, talk)) {
        documents_init(&documents, settings, talk);
        extract(&output, workshop.analyser, settings, &documents);
        code = input_status(&documents.input);
        bool keep = input_usable(&documents.input);
        documents_clear(&documents);
        code = output_close(&output, keep, code);
    }
    workshop_close(&workshop);
    return code;
}

const cli_command command_extract = {
    .name = "extract",
    .summary = "documents in, statements out: who said what",
    .operands = "[FILE...]",
    .example = "demarche extract article.txt\n"
               "demarche extract *.txt | demarche score | demarche report",
    .about =
        "Writes NDJSON, a line for each statement, with its words, cue, "
        "speaker, actor and ranges. In transcripts the questions are lines "
        "of their own, and answers name the question's number. Files are "
        "read as by analyse.",
    .options = options,
    .run = run,
};
