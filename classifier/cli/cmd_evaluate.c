/* cmd_evaluate.c - `demarche evaluate`: labelled statements in, scores out. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "deliver.h"
#include "evaluation.h"
#include "rows.h"

static const cli_option option_task =
    TEXT("task", 0, task, "FIELD",
         "cross-validate on labels in FIELD, without a model");

static const cli_option *const options[] = {
    &option_task,   &option_folds,
    &option_c,      &option_min_df,
    &option_seed,   &option_format,
    &option_output, &option_from,
    &option_actors, &option_actors_only,
    &option_strict, &option_quiet,
    &option_help,   NULL
};

static int deliver(const cli_settings *settings,
                   const demarche_evaluation *evaluation, const char *task,
                   int code, cli_talk *talk)
{
    size_t len;
    char *text = settings->format == DEMARCHE_FORMAT_JSON
                     ? evaluation_json(&len, evaluation, task)
                     : evaluation_text(&len, evaluation, task);
    if (text == NULL) {
        talk_error(talk, "out of memory");
        return EXIT_FAILED;
    }
    code = deliver_text(settings, text, len, code, talk);
    free(text);
    return code;
}

/* Judge `model` on the rows, or cross-validate where there is none. */
static int judge(const cli_settings *settings, const demarche_model *model,
                 const demarche_dataset *dataset, const char *task, int code,
                 cli_talk *talk)
{
    demarche_evaluation *evaluation;
    demarche_error err;
    demarche_status status;
    if (model == NULL) {
        demarche_train_options training = settings->train;
        training.progress = rows_progress;
        training.payload = talk;
        status = demarche_crossval(&evaluation, dataset, &training, &err);
    } else {
        status = demarche_evaluate(&evaluation, model, dataset, &err);
    }
    talk_end(talk);
    code = status == DEMARCHE_OK
               ? deliver(settings, evaluation, task, code, talk)
               : deliver_error(&err, talk);
    demarche_evaluation_free(evaluation);
    return code;
}

static int evaluate(const cli_settings *settings, const cli_workshop *workshop,
                    cli_talk *talk)
{
    demarche_model *model = NULL;
    const char *task = settings->task;
    size_t first = task == NULL; // the operand behind the model
    if (task == NULL) {
        if (!workshop_load(&model, settings->operands[0], talk))
            return EXIT_FAILED;
        task = demarche_model_task(model);
    }
    int code;
    demarche_dataset *dataset =
        rows_read(settings, task, settings->operands + first,
                  settings->operand_count - first, workshop, &code, talk);
    if (dataset != NULL)
        code = judge(settings, model, dataset, task, code, talk);
    demarche_dataset_free(dataset);
    demarche_model_free(model);
    return code;
}

static int run(const cli_settings *settings, cli_talk *talk)
{
    if (settings->task == NULL && settings->operand_count == 0)
        return command_misused(talk, &command_evaluate,
                               "a model, or --task, is needed");
    cli_workshop workshop;
    if (!workshop_open(&workshop, settings, false, talk))
        return EXIT_FAILED;
    int code = evaluate(settings, &workshop, talk);
    workshop_close(&workshop);
    return code;
}

const cli_command command_evaluate = {
    .name = "evaluate",
    .summary = "labelled statements in, scores of a model out",
    .operands = "MODEL [FILE...]",
    .example = "demarche evaluate tone labelled.ndjson\n"
               "demarche evaluate --task tone --folds 5 labelled.ndjson",
    .about = "MODEL is a model file, or 'tone' or 'side' for a shipped model. "
             "With --task there is no MODEL: every row is judged by a model "
             "that has seen no row of its document.",
    .options = options,
    .run = run,
};
