/* cmd_evaluate.c - `demarche evaluate`: labelled statements, or annotated
 * documents, in; scores out.
 */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "deliver.h"
#include "extraction.h"
#include "rows.h"
#include "scores.h"

static const char extract_task[] = "extract";

static const cli_option option_task =
    TEXT("task", 0, task, "FIELD",
         "cross-validate on labels in FIELD, without a model; 'extract': judge "
         "what is extracted from annotated documents");
static const cli_option option_data =
    TEXT("data", 0, data, "FILE", "labelled or annotated input, as FILE...");
static const cli_option option_system =
    TEXT("system", 0, system, "FILE",
         "of extract: judge the statements in FILE instead of the program's");
static const cli_option option_all =
    FLAG("all", 0, all,
         "of extract: recall over every attribution, not only over speech");
static const cli_option option_errors =
    COUNT("errors", errors, 0, 1000,
          "of extract: list errors by kind, with N places of each");

static const cli_option option_against = TEXT(
    "against", 0, against, "MODEL", "compare with another model, row by row");
static const cli_option option_curve =
    FLAG("curve", 0, curve,
         "with --task: learn from an eighth, a quarter, half of the rows, too");
static const cli_option option_lacking =
    TEXT("without", 0, train.without, "SPACE,...",
         "with --task: learn without the n-grams of these name spaces, such as "
         "char,kin, and compare; 'each': without one after another");
static const cli_option option_learn_swapped =
    FLAG("learn-swapped", 0, train.swapped,
         "with --task and --swap: learn from rows with swapped names, too");
static const cli_option option_abstain =
    OPTION("abstain", 0, OPTION_NUMBER, abstain, .value = "P", .most = 1,
           .help = "how much may be kept, surest first, to be right as often "
                   "as P; 0 does not ask");

static const cli_option *const options[] = {
    &option_task,          &option_data,
    &option_system,        &option_all,
    &option_errors,        &option_against,
    &option_curve,         &option_lacking,
    &option_also,          &option_swap,
    &option_learn_swapped, &option_abstain,
    &option_folds,         &option_c,
    &option_solver,        &option_null,
    &option_with,          &option_target_span,
    &option_min_df,        &option_threads,
    &option_seed,          &option_report_format,
    &option_output,        &option_from,
    &option_convention,    &option_extract_model,
    &option_rules_alone,   &option_actors,
    &option_actors_only,   &option_tone_model,
    &option_side_model,    &option_target_model,
    &option_strict,        &option_quiet,
    &option_help,          NULL
};

static int deliver(const cli_settings *settings, const cli_scores *scores,
                   int code, cli_talk *talk)
{
    size_t len;
    char *text = settings->format == DEMARCHE_FORMAT_JSON
                     ? evaluation_json(&len, scores)
                 : settings->format == DEMARCHE_FORMAT_CSV
                     ? evaluation_csv(&len, scores)
                     : evaluation_text(&len, scores);
    if (text == NULL) {
        talk_error(talk, "out of memory");
        return EXIT_FAILED;
    }
    code = deliver_text(settings, text, len, code, talk);
    free(text);
    return code;
}

static int judge(const cli_settings *settings, const demarche_model *model,
                 const demarche_dataset *dataset, const char *task, int code,
                 cli_talk *talk)
{
    cli_scores scores = { .task = task };
    code = scores_find(&scores, settings, model, dataset, talk)
               ? deliver(settings, &scores, code, talk)
               : EXIT_FAILED;
    scores_clear(&scores);
    return code;
}

/* Where the records are: behind the model, or in --data. */
static char **find_files(size_t *count, const cli_settings *settings,
                         size_t first, char **data)
{
    *data = (char *)settings->data; // read alone
    *count = *data != NULL ? 1 : settings->operand_count - first;
    return *data != NULL ? data : settings->operands + first;
}

/* Rows are read as the model's own were, unless the options say otherwise. */
static void read_as(demarche_fields *fields, const demarche_model *model)
{
    demarche_fields own;
    demarche_model_fields(&own, model);
    if (fields->null_label == NULL)
        fields->null_label = own.null_label;
    if (fields->given == NULL)
        fields->given = own.given;
    if (fields->mark == NULL)
        fields->mark = own.mark;
}

static int evaluate(cli_settings *settings, const cli_workshop *workshop,
                    cli_talk *talk)
{
    demarche_model *model = NULL;
    const char *task = settings->task;
    size_t first = task == NULL, count; // the operand behind the model
    if (task == NULL) {
        if (!workshop_load(&model, settings->operands[0], talk))
            return EXIT_FAILED;
        task = demarche_model_task(model);
        read_as(&settings->fields, model);
    }
    int code;
    char *data, **files = find_files(&count, settings, first, &data);
    demarche_dataset *dataset =
        rows_read(settings, task, files, count, workshop, &code, talk);
    if (dataset != NULL)
        code = judge(settings, model, dataset, task, code, talk);
    demarche_dataset_free(dataset);
    demarche_model_free(model);
    return code;
}

static int evaluate_labels(const cli_settings *settings, cli_talk *talk)
{
    cli_workshop workshop;
    if (!workshop_open(&workshop, settings, false, talk))
        return EXIT_FAILED;
    cli_settings own = *settings;
    int code = evaluate(&own, &workshop, talk);
    workshop_close(&workshop);
    return code;
}

/* What does not go together, in the order in which it is told; or NULL. */
static const char *find_misuse(const cli_settings *settings, bool extracts)
{
    bool folds = settings->task != NULL && !extracts;
    size_t first = settings->task == NULL;
    const struct {
        bool wrong;
        const char *text;
    } table[] = {
        { settings->operand_count < first, "a model, or --task, is needed" },
        { settings->data != NULL && settings->operand_count > first,
          "--data and files exclude each other" },
        { !extracts && settings->format == DEMARCHE_FORMAT_NDJSON,
          "scores of labels come as text, json or csv" },
        { settings->against != NULL && settings->task != NULL,
          "--against compares models, not folds" },
        { settings->curve && !folds, "--curve needs --task and its labels" },
        { settings->train.without != NULL && !folds,
          "--without needs --task and its labels" },
        { settings->also != NULL && !folds,
          "--also needs --task and its labels" },
        { settings->swap != NULL && extracts,
          "--swap is about labels, not about extraction" },
        { settings->train.swapped && (!folds || settings->swap == NULL),
          "--learn-swapped needs --task and --swap" },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].wrong)
            return table[i].text;
    return NULL;
}

static int run(const cli_settings *settings, cli_talk *talk)
{
    bool extracts =
        settings->task != NULL && strcmp(settings->task, extract_task) == 0;
    const char *misuse = find_misuse(settings, extracts);
    if (misuse != NULL)
        return command_misused(talk, &command_evaluate, "%s", misuse);
    if (!extracts)
        return evaluate_labels(settings, talk);
    size_t count;
    char *data, **files = find_files(&count, settings, 0, &data);
    return extraction_evaluate(settings, files, count, talk);
}

const cli_command command_evaluate = {
    .name = "evaluate",
    .summary = "labelled statements or annotated documents in, scores out",
    .operands = "MODEL [FILE...]",
    .example = "demarche evaluate tone labelled.ndjson\n"
               "demarche evaluate --task tone --folds 5 labelled.ndjson\n"
               "demarche evaluate --against tone my.model labelled.ndjson\n"
               "demarche evaluate --swap us,china tone labelled.ndjson\n"
               "demarche evaluate --task extract --errors 3 annotated.ndjson",
    .about =
        "MODEL is a model file, or 'tone', 'side' or 'target' for a shipped "
        "model. "
        "With --task there is no MODEL: every row is judged by a model "
        "that has seen no row of its document. With --task extract the "
        "input is documents with 'attributions' or 'turns', and their "
        "statements are extracted and held against those.",
    .options = options,
    .run = run,
};
