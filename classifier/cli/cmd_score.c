/* cmd_score.c - `demarche score`: statements in, the same judged out. */
#include "command.h"
#include "deliver.h"
#include "input.h"
#include "sheet.h"
#include "workshop.h"

static const cli_option option_explain =
    FLAG("explain", 0, why,
         "say in each record why: tone_why, side_why, target_why");
static const cli_option option_reasons =
    COUNT("reasons", reasons, 0, 1e6,
          "of --explain: n-grams of each decision, heaviest first");

static const cli_option *const options[] = { &option_statement_format,
                                             &option_output,
                                             &option_from,
                                             &option_actors,
                                             &option_actors_only,
                                             &option_tone_model,
                                             &option_side_model,
                                             &option_target_model,
                                             &option_sure,
                                             &option_explain,
                                             &option_reasons,
                                             &option_strict,
                                             &option_quiet,
                                             &option_help,
                                             NULL };

static void prepare(cli_settings *settings)
{
    settings->reasons = 10;
}

/* False: nothing more needs to be written. */
static bool score_record(cli_sheet *sheet, demarche_record *record,
                         const demarche_analyser *analyser, cli_input *input)
{
    const cli_settings *settings = input->settings;
    demarche_error err;
    bool more = true;
    demarche_status status = demarche_record_judge(record, analyser, &err);
    if (status == DEMARCHE_OK && settings->why)
        status =
            demarche_record_explain(record, analyser, settings->reasons, &err);
    if (status == DEMARCHE_OK)
        status = sheet_write(&more, sheet, record, &err);
    if (status != DEMARCHE_OK)
        input_refuse(input, &err);
    return more;
}

static void score(cli_sheet *sheet, const demarche_analyser *analyser,
                  cli_input *input)
{
    demarche_record *record;
    demarche_error err;
    bool more = true;
    while (more && (record = input_next(input)) != NULL)
        more = score_record(sheet, record, analyser, input);
    if (more && sheet_end(sheet, &err) != DEMARCHE_OK)
        input_refuse(input, &err);
}

static int run(const cli_settings *settings, cli_talk *talk)
{
    cli_workshop workshop;
    cli_output output;
    cli_input input;
    if (settings->why && settings->format == STATEMENTS_CSV)
        return command_misused(talk, &command_score,
                               "--explain has no place in a table of CSV");
    if (!workshop_open(&workshop, settings, true, talk))
        return EXIT_FAILED;
    workshop_warn(&workshop, settings, talk);
    int code = EXIT_FAILED;
    if (output_open(&output, settings->output, talk)) {
        input_init(&input, settings, settings->operands,
                   settings->operand_count, talk);
        cli_sheet sheet = { .output = &output,
                            .csv = settings->format == STATEMENTS_CSV };
        score(&sheet, workshop.analyser, &input);
        code = input_status(&input);
        bool keep = input_usable(&input);
        input_clear(&input);
        code = output_close(&output, keep, code);
    }
    workshop_close(&workshop);
    return code;
}

const cli_command command_score = {
    .name = "score",
    .summary = "statements in, the same with tone, side and target out",
    .operands = "[FILE...]",
    .example = "demarche extract article.txt | demarche score\n"
               "demarche score -o judged.ndjson statements.csv",
    .about = "A statement is any record with 'text'; 'speaker', 'cue', "
             "'actor_id' and 'date' are used where present. Every field is "
             "kept, and tone, tone_p, side, side_p, target, target_p, score "
             "and review are set. "
             "Writes NDJSON, or a table whose columns are always the same.",
    .options = options,
    .prepare = prepare,
    .run = run,
};
