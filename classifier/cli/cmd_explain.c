/* cmd_explain.c - `demarche explain`: why a statement is judged as it is. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "deliver.h"
#include "explanation.h"
#include "output.h"
#include "print.h"
#include "workshop.h"

static const cli_option option_task = TEXT(
    "task", 0, task, "TASK", "shipped model to explain: tone, side or target");
static const cli_option option_model =
    TEXT("model", 'm', model, "FILE",
         "model file to explain, instead of a shipped one");
static const cli_option option_speaker =
    TEXT("speaker", 0, speaker, "NAME",
         "who says the statement that is given as argument");
static const cli_option option_reasons =
    COUNT("top", reasons, 0, 1e6, "n-grams shown, heaviest first");

static const cli_option *const options[] = {
    &option_task,    &option_model,       &option_speaker,
    &option_reasons, &option_format,      &option_output,
    &option_width,   &option_color,       &option_from,
    &option_actors,  &option_actors_only, &option_strict,
    &option_quiet,   &option_help,        NULL
};

static void prepare(cli_settings *settings)
{
    settings->task = "tone";
}

typedef struct cli_explainer {
    const cli_settings *settings;
    const demarche_analyser *analyser;
    const demarche_model *model;
    cli_output *output;
    size_t count; // explained so far
} cli_explainer;

/* A paragraph, told apart from the one before; NULL when memory ran out. */
static char *format_text(const cli_explainer *explainer,
                         const demarche_explanation *explanation)
{
    const cli_settings *settings = explainer->settings;
    cli_print print;
    size_t len;
    print_open(&print);
    if (print.file != NULL) {
        fputs(explainer->count > 0 ? "\n" : "", print.file);
        explanation_put(print.file, explanation, settings->reasons,
                        settings->report.width, deliver_colour(settings));
    }
    return print_close(&len, &print);
}

/* False: memory ran out. `*more`: something more needs to be written. */
static bool put(bool *more, cli_explainer *explainer,
                const demarche_explanation *explanation)
{
    const cli_settings *settings = explainer->settings;
    char *text;
    if (settings->format != DEMARCHE_FORMAT_JSON) {
        text = format_text(explainer, explanation);
        *more =
            text != NULL && output_write(explainer->output, text, strlen(text));
        free(text);
        return text != NULL;
    }
    demarche_status status = demarche_explanation_format(
        &text, explanation, settings->reasons, NULL);
    *more = status == DEMARCHE_OK && output_line(explainer->output, text);
    demarche_string_free(text);
    return status == DEMARCHE_OK;
}

/* False: nothing more needs to be written. */
static bool explain(cli_explainer *explainer, const demarche_record *record,
                    cli_input *input)
{
    demarche_error err = { DEMARCHE_NO_MEMORY, 0, "out of memory" };
    demarche_explanation *explanation;
    bool more = true;
    if (demarche_explain(&explanation, explainer->analyser, explainer->model,
                         record, &err) != DEMARCHE_OK) {
        input_refuse(input, &err);
        return more;
    }
    if (!put(&more, explainer, explanation))
        input_refuse(input, &err);
    demarche_explanation_free(explanation);
    explainer->count++;
    return more;
}

/* The words given as arguments, as one record of NDJSON. */
static char *make_record(size_t *len, const cli_settings *settings)
{
    cli_print words, record;
    print_open(&words);
    for (size_t i = 0; words.file != NULL && i < settings->operand_count; i++)
        fprintf(words.file, "%s%s", i == 0 ? "" : " ", settings->operands[i]);
    char *text = print_close(len, &words);
    if (text == NULL)
        return NULL;
    print_open(&record);
    if (record.file != NULL) {
        fputs("{\"text\":", record.file);
        print_json(record.file, text);
        fputs(",\"speaker\":", record.file);
        if (settings->speaker == NULL)
            fputs("null", record.file);
        else
            print_json(record.file, settings->speaker);
        fputs("}", record.file);
    }
    free(text);
    return print_close(len, &record);
}

static int explain_all(cli_explainer *explainer, cli_input *input)
{
    const demarche_record *record;
    bool more = true;
    while (more && (record = input_next(input)) != NULL)
        more = explain(explainer, record, input);
    return input_status(input);
}

static int explain_inputs(cli_explainer *explainer, cli_talk *talk)
{
    const cli_settings *settings = explainer->settings;
    cli_input input;
    char *json = NULL;
    size_t len = 0;
    input_init(&input, settings, NULL, 0, talk);
    if (settings->operand_count > 0) {
        demarche_error err = { DEMARCHE_NO_MEMORY, 0, "out of memory" };
        json = make_record(&len, settings);
        if (json == NULL || !input_use(&input, json, len, &err))
            return deliver_error(&err, talk);
    }
    int code = explain_all(explainer, &input);
    bool keep = input_usable(&input);
    input_clear(&input);
    free(json);
    return output_close(explainer->output, keep, code);
}

static int run(const cli_settings *settings, cli_talk *talk)
{
    cli_workshop workshop;
    cli_output output;
    demarche_model *model = NULL;
    const char *name =
        settings->model == NULL ? settings->task : settings->model;
    if (settings->model == NULL && !workshop_is_shipped(name))
        return command_misused(talk, &command_explain,
                               "no shipped model for task '%s'", name);
    if (!workshop_open(&workshop, settings, true, talk))
        return EXIT_FAILED;
    int code = EXIT_FAILED;
    if (workshop_load(&model, name, talk) &&
        output_open(&output, settings->output, talk)) {
        cli_explainer explainer = { settings, workshop.analyser, model, &output,
                                    0 };
        code = explain_inputs(&explainer, talk);
    }
    demarche_model_free(model);
    workshop_close(&workshop);
    return code;
}

const cli_command command_explain = {
    .name = "explain",
    .summary = "one statement in, the n-grams that decided out",
    .operands = "[TEXT...]",
    .example =
        "demarche explain \"We firmly oppose these illegal sanctions.\"\n"
        "demarche score judged.ndjson | demarche explain --task side",
    .about =
        "The arguments are one statement; without any, records are read "
        "from standard input. The words that decided most are marked. Then "
        "come the parts of the decision value, and the heaviest n-grams. "
        "Bars show what speaks for the label, to the right, and for the "
        "runner-up, to the left. An n-gram's kind stands before it: word; "
        "char, letters; kin, like words, called by one of them; meaning, a "
        "word's vector; not, words negated; but, what follows the last 'but'; "
        "cue; speaker; known, what the register tells of the speaker; named, "
        "who is named; shape, how long it is.",
    .options = options,
    .prepare = prepare,
    .run = run,
};
