/* cmd_report.c - `demarche report`: judged statements in, report out. */
#include "command.h"
#include "deliver.h"
#include "input.h"

static const cli_option *const options[] = {
    &option_report_format, &option_output, &option_top,  &option_examples,
    &option_width,         &option_color,  &option_from, &option_strict,
    &option_quiet,         &option_help,   NULL
};

static int run(const cli_settings *settings, cli_talk *talk)
{
    demarche_tally *tally;
    demarche_error err;
    if (demarche_tally_new(&tally, &err) != DEMARCHE_OK)
        return deliver_error(&err, talk);
    cli_input input;
    const demarche_record *record;
    input_init(&input, settings, settings->operands, settings->operand_count,
               talk);
    while ((record = input_next(&input)) != NULL)
        if (demarche_tally_add_record(tally, record, &err) != DEMARCHE_OK)
            input_refuse(&input, &err);
    int code = deliver_report(settings, tally, &input, talk);
    input_clear(&input);
    demarche_tally_free(tally);
    return code;
}

const cli_command command_report = {
    .name = "report",
    .summary = "judged statements in, stance report per actor out",
    .operands = "[FILE...]",
    .example = "demarche report judged.ndjson\n"
               "demarche extract *.txt | demarche score | demarche report",
    .about = "Reads what score writes. The report is that of analyse.",
    .options = options,
    .run = run,
};
