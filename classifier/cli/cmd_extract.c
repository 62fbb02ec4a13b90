/* cmd_extract.c - `demarche extract`: documents in, statements out. */
#include <string.h>

#include "command.h"
#include "deliver.h"
#include "documents.h"
#include "output.h"
#include "workshop.h"

static const cli_option option_why =
    FLAG("why", 0, why,
         "tell how each statement was found: rules, words, actor, side");

static const cli_option *const options[] = { &option_why,
                                             &option_statement_format,
                                             &option_output,
                                             &option_width,
                                             &option_color,
                                             &option_offsets,
                                             &option_from,
                                             &option_actors,
                                             &option_actors_only,
                                             &option_strict,
                                             &option_quiet,
                                             &option_help,
                                             NULL };

enum { BYTES = 1 };  // of --offsets
enum { NDJSON = 1 }; // of --format

typedef struct cli_extractor {
    const cli_settings *settings;
    const demarche_analyser *analyser;
    cli_output *output;
    demarche_why_options why;
    size_t count; // of statements written
} cli_extractor;

static demarche_status format(char **out, const cli_extractor *extractor,
                              const demarche_statements *list, size_t i,
                              demarche_error *err)
{
    if (extractor->settings->why)
        return demarche_statements_why(out, list, i, &extractor->why, err);
    return demarche_statements_format(out, list, i, extractor->why.byte_offsets,
                                      err);
}

/* A line a statement, or paragraphs with an empty line between. */
static bool write(cli_extractor *extractor, const char *text)
{
    cli_output *output = extractor->output;
    bool lines = extractor->settings->why &&
                 extractor->why.format == DEMARCHE_FORMAT_TEXT;
    if (!lines)
        return output_line(output, text);
    bool more = extractor->count++ == 0 || output_write(output, "\n", 1);
    return more && output_write(output, text, strlen(text));
}

/* An error is told of the document; false stops. */
static bool write_statements(cli_extractor *extractor,
                             const demarche_statements *list, cli_input *input)
{
    demarche_error err;
    for (size_t i = 0; i < demarche_statements_count(list); i++) {
        char *text;
        if (format(&text, extractor, list, i, &err) != DEMARCHE_OK) {
            input_refuse(input, &err);
            return true;
        }
        bool more = write(extractor, text);
        demarche_string_free(text);
        if (!more)
            return false;
    }
    return true;
}

static void extract(cli_extractor *extractor, cli_documents *documents)
{
    demarche_document document;
    demarche_error err;
    bool more = true;
    while (more && documents_next(&document, documents)) {
        demarche_statements *list;
        if (demarche_extract(&list, extractor->analyser, &document, &err) ==
            DEMARCHE_OK)
            more = write_statements(extractor, list, &documents->input);
        else
            input_refuse(&documents->input, &err);
        demarche_statements_free(list);
    }
}

static demarche_why_options why_options(const cli_settings *settings)
{
    demarche_why_options why;
    demarche_why_options_init(&why);
    if (settings->format == NDJSON)
        why.format = DEMARCHE_FORMAT_NDJSON;
    why.width = settings->report.width;
    why.colour = deliver_colour(settings);
    why.byte_offsets = settings->offsets == BYTES;
    return why;
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
        cli_extractor extractor = { .settings = settings,
                                    .analyser = workshop.analyser,
                                    .output = &output,
                                    .why = why_options(settings) };
        extract(&extractor, &documents);
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
