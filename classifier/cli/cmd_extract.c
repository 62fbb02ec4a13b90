/* cmd_extract.c - `demarche extract`: documents in, statements out. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "deliver.h"
#include "documents.h"
#include "output.h"
#include "print.h"
#include "sheet.h"
#include "unresolved.h"
#include "workshop.h"

static const cli_option option_why =
    FLAG("why", 0, why,
         "tell how each statement was found: rules, words, actor, side");

static const cli_option option_unresolved =
    FLAG("unresolved", 0, unresolved,
         "list the speakers that the register does not know, ready for it");

static const cli_option *const options[] = {
    &option_why,
    &option_unresolved,
    &option_statement_format,
    &option_output,
    &option_width,
    &option_color,
    &option_offsets,
    &option_convention,
    &option_from,
    &option_extract_model,
    &option_rules_alone,
    &option_actors,
    &option_actors_only,
    &option_tone_model,
    &option_side_model,
    &option_target_model,
    &option_strict,
    &option_quiet,
    &option_help,
    NULL,
};

static const demarche_error no_memory = { DEMARCHE_NO_MEMORY, 0,
                                          "out of memory" };

enum { BYTES = 1 }; // of --offsets

typedef struct cli_extractor {
    const cli_settings *settings;
    const demarche_analyser *analyser;
    cli_sheet sheet;
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

/* A record a statement, or paragraphs with an empty line between. */
static demarche_status write(bool *more, cli_extractor *extractor,
                             const char *text, demarche_error *err)
{
    cli_sheet *sheet = &extractor->sheet;
    bool paragraphs = extractor->settings->why &&
                      extractor->why.format == DEMARCHE_FORMAT_TEXT;
    if (!paragraphs)
        return sheet_write_line(more, sheet, text, err);
    *more = extractor->count++ == 0 || output_write(sheet->output, "\n", 1);
    *more = *more && output_write(sheet->output, text, strlen(text));
    return DEMARCHE_OK;
}

/* An error is told of the document; false stops. */
static bool write_statements(cli_extractor *extractor,
                             const demarche_statements *list, cli_input *input)
{
    demarche_error err;
    bool more = true;
    for (size_t i = 0; more && i < demarche_statements_count(list); i++) {
        char *text;
        demarche_status status = format(&text, extractor, list, i, &err);
        if (status == DEMARCHE_OK)
            status = write(&more, extractor, text, &err);
        demarche_string_free(text);
        if (status != DEMARCHE_OK) {
            input_refuse(input, &err);
            return true;
        }
    }
    return more;
}

/* Count a document's unknown speakers. The models guess their sides, where
 * there are any. */
static demarche_status survey(cli_unresolved *unresolved,
                              const demarche_analyser *analyser,
                              const demarche_document *document,
                              demarche_error *err)
{
    demarche_statements *list;
    demarche_status status = demarche_extract(&list, analyser, document, err);
    if (status == DEMARCHE_OK && unresolved_needs_judging(list))
        status = demarche_judge(analyser, list, err);
    if (status == DEMARCHE_BAD_MODEL)
        status = DEMARCHE_OK;
    if (status == DEMARCHE_OK && !unresolved_add(unresolved, list)) {
        *err = no_memory;
        status = DEMARCHE_NO_MEMORY;
    }
    demarche_statements_free(list);
    return status;
}

static bool write_unresolved(cli_output *output, cli_unresolved *unresolved)
{
    cli_print print;
    size_t len;
    print_open(&print);
    if (print.file != NULL)
        unresolved_write(print.file, unresolved);
    char *text = print_close(&len, &print);
    if (text != NULL)
        output_write(output, text, len);
    free(text);
    return text != NULL;
}

static void survey_all(cli_extractor *extractor, cli_documents *documents)
{
    demarche_document document;
    demarche_error err;
    cli_input *input = &documents->input;
    cli_unresolved unresolved = { .count = 0 };
    while (documents_next(&document, documents))
        if (survey(&unresolved, extractor->analyser, &document, &err) !=
            DEMARCHE_OK)
            input_refuse(input, &err);
    if (unresolved.left_out > 0)
        talk_note(input->talk, "statements of further names, left out: %zu",
                  unresolved.left_out);
    if (!write_unresolved(extractor->sheet.output, &unresolved))
        input_refuse(input, &no_memory);
    unresolved_clear(&unresolved);
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
    if (more && sheet_end(&extractor->sheet, &err) != DEMARCHE_OK)
        input_refuse(&documents->input, &err);
}

static demarche_why_options why_options(const cli_settings *settings)
{
    demarche_why_options why;
    demarche_why_options_init(&why);
    if (settings->format == STATEMENTS_NDJSON)
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
    if (settings->why && settings->format == STATEMENTS_CSV)
        return command_misused(talk, &command_extract,
                               "--why is text or ndjson");
    if (settings->unresolved && (settings->why || settings->format != 0))
        return command_misused(talk, &command_extract,
                               "--unresolved has a form of its own");
    if (!workshop_open(&workshop, settings, settings->unresolved, talk))
        return EXIT_FAILED;
    int code = EXIT_FAILED;
    if (output_open(&output, settings->output, talk)) {
        documents_init(&documents, settings, talk);
        cli_extractor extractor = { .settings = settings,
                                    .analyser = workshop.analyser,
                                    .sheet = { .output = &output,
                                               .csv = settings->format ==
                                                      STATEMENTS_CSV },
                                    .why = why_options(settings) };
        if (settings->unresolved)
            survey_all(&extractor, &documents);
        else
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
