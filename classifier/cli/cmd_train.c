/* cmd_train.c - `demarche train`: labelled statements in, a model file out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "deliver.h"
#include "outline.h"
#include "output.h"
#include "rows.h"

static const cli_option option_model_output =
    TEXT("output", 'o', output, "MODEL",
         "model file to write, whole or not at all; needed");
static const cli_option option_task =
    TEXT("task", 0, task, "FIELD", "field that holds the label");
static const cli_option option_accuracy =
    OPTION("accuracy", 0, OPTION_NUMBER, train.accuracy, .value = "P",
           .most = 1, .help = "accuracy wanted of what is not sent to review");
static const cli_option option_note =
    TEXT("note", 0, train.note, "LINE",
         "a line for the model card, such as where the labels are from");

static const cli_option *const options[] = { &option_model_output,
                                             &option_task,
                                             &option_c,
                                             &option_solver,
                                             &option_null,
                                             &option_with,
                                             &option_target_span,
                                             &option_folds,
                                             &option_min_df,
                                             &option_without,
                                             &option_also,
                                             &option_swap,
                                             &option_accuracy,
                                             &option_threads,
                                             &option_seed,
                                             &option_note,
                                             &option_from,
                                             &option_actors,
                                             &option_actors_only,
                                             &option_strict,
                                             &option_quiet,
                                             &option_help,
                                             NULL };

static void prepare(cli_settings *settings)
{
    settings->task = "tone";
}

/* What was learned, as `inspect` shows it. */
static int show_json(const char *json, int code, cli_talk *talk)
{
    cli_output output;
    char *text = outline_format(json);
    if (text != NULL && output_open(&output, NULL, talk)) {
        output_write(&output, text, strlen(text));
        code = output_close(&output, true, code);
    }
    free(text);
    return code;
}

static int show_model(const demarche_model *model, int code, cli_talk *talk)
{
    demarche_error err;
    char *json;
    if (talk->quiet)
        return code;
    if (demarche_model_describe(&json, model, 0, &err) != DEMARCHE_OK)
        return deliver_error(&err, talk);
    code = show_json(json, code, talk);
    demarche_string_free(json);
    return code;
}

static int train(const cli_settings *settings, const demarche_dataset *dataset,
                 int code, cli_talk *talk)
{
    demarche_train_options training = settings->train;
    demarche_model *model;
    demarche_error err;
    training.swapped = settings->swap != NULL;
    training.progress = rows_progress;
    training.payload = talk;
    demarche_status status = demarche_train(&model, dataset, &training, &err);
    talk_end(talk);
    if (status == DEMARCHE_OK)
        status = demarche_model_save(model, settings->output, &err);
    code = status == DEMARCHE_OK ? show_model(model, code, talk)
                                 : deliver_error(&err, talk);
    demarche_model_free(model);
    return code;
}

static int show_extractor(const demarche_extractor *extractor, int code,
                          cli_talk *talk)
{
    demarche_error err;
    char *json;
    if (talk->quiet)
        return code;
    if (demarche_extractor_describe(&json, extractor, &err) != DEMARCHE_OK)
        return deliver_error(&err, talk);
    code = show_json(json, code, talk);
    demarche_string_free(json);
    return code;
}

/* Annotated articles in, learned decisions of extraction out. */
static int train_extractor(const cli_settings *settings, cli_talk *talk)
{
    demarche_error err;
    demarche_extractor *extractor = NULL;
    int code;
    demarche_lessons *lessons = lessons_read(settings, &code, talk);
    if (lessons == NULL)
        return code;
    demarche_status status = demarche_extractor_train(
        &extractor, lessons, settings->train.seed, settings->train.note, &err);
    if (status == DEMARCHE_OK)
        status = demarche_extractor_save(extractor, settings->output, &err);
    code = status == DEMARCHE_OK ? show_extractor(extractor, code, talk)
                                 : deliver_error(&err, talk);
    demarche_extractor_free(extractor);
    demarche_lessons_free(lessons);
    return code;
}

/* Text without labels in, a word table out. */
static int train_words(const cli_settings *settings, cli_talk *talk)
{
    demarche_error err;
    int code;
    demarche_corpus *corpus = corpus_read(settings, &code, talk);
    if (corpus == NULL)
        return code;
    talk_note(talk, "learning what words are like; this takes minutes");
    if (demarche_words_train(corpus, settings->output, settings->train.seed,
                             &err) != DEMARCHE_OK)
        code = deliver_error(&err, talk);
    demarche_corpus_free(corpus);
    return code;
}

static int run(const cli_settings *settings, cli_talk *talk)
{
    if (settings->output == NULL)
        return command_misused(talk, &command_train,
                               "option '--output' is needed");
    if (strcmp(settings->task, "extract") == 0)
        return train_extractor(settings, talk);
    if (strcmp(settings->task, "words") == 0)
        return train_words(settings, talk);
    cli_workshop workshop;
    if (!workshop_open(&workshop, settings, false, talk))
        return EXIT_FAILED;
    int code;
    demarche_dataset *dataset =
        rows_read(settings, settings->task, settings->operands,
                  settings->operand_count, &workshop, &code, talk);
    if (dataset != NULL)
        code = train(settings, dataset, code, talk);
    demarche_dataset_free(dataset);
    workshop_close(&workshop);
    return code;
}

const cli_command command_train = {
    .name = "train",
    .summary = "labelled statements in, model file out",
    .operands = "-o MODEL [FILE...]",
    .example = "demarche train -o my-tone.model labelled.csv\n"
               "demarche train --task side -o my-side.model labelled.ndjson\n"
               "demarche train --task extract -o my-extract.model gold.ndjson\n"
               "demarche train --task words -o words.vec corpus.ndjson.gz",
    .about =
        "A labelled row is any record with 'text' and the task's field. "
        "'speaker', 'cue' and 'actor_id' are used where present, and "
        "'doc' tells which rows belong to one document. Of the task "
        "'extract', records are articles with 'text' and 'attributions'; of "
        "'words', documents with 'text', and what comes out is a table of "
        "word vectors, to be built into the program. "
        "The same rows and options give the same file, byte for byte.",
    .options = options,
    .prepare = prepare,
    .run = run,
};
