/* cmd_inspect.c - `demarche inspect`: what a model file holds. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "deliver.h"
#include "outline.h"
#include "print.h"
#include "workshop.h"

static const cli_option option_heaviest = COUNT(
    "top", reasons, 0, 1e6, "n-grams shown for each label, heaviest first");

static const cli_option *const options[] = { &option_format, &option_output,
                                             &option_heaviest, &option_help,
                                             NULL };

static int show_json(const cli_settings *settings, const char *json,
                     cli_talk *talk)
{
    cli_print print;
    size_t len;
    print_open(&print);
    if (print.file != NULL)
        fprintf(print.file, "%s\n", json);
    char *line = print_close(&len, &print);
    if (line == NULL) {
        talk_error(talk, "out of memory");
        return EXIT_FAILED;
    }
    int code = deliver_text(settings, line, len, EXIT_DONE, talk);
    free(line);
    return code;
}

static int show_text(const cli_settings *settings, const char *json,
                     cli_talk *talk)
{
    char *text = outline_format(json);
    if (text == NULL) {
        talk_error(talk, "out of memory");
        return EXIT_FAILED;
    }
    int code = deliver_text(settings, text, strlen(text), EXIT_DONE, talk);
    free(text);
    return code;
}

static int show(const cli_settings *settings, const char *json, cli_talk *talk)
{
    return settings->format == DEMARCHE_FORMAT_JSON
               ? show_json(settings, json, talk)
               : show_text(settings, json, talk);
}

static int inspect_model(const cli_settings *settings, cli_talk *talk)
{
    demarche_model *model;
    demarche_error err;
    char *json;
    if (!workshop_load(&model, settings->operands[0], talk))
        return EXIT_FAILED;
    int code = demarche_model_describe(&json, model, settings->reasons, &err) ==
                       DEMARCHE_OK
                   ? show(settings, json, talk)
                   : deliver_error(&err, talk);
    demarche_string_free(json);
    demarche_model_free(model);
    return code;
}

static int inspect_extractor(const cli_settings *settings, cli_talk *talk)
{
    demarche_extractor *extractor;
    demarche_error err;
    char *json = NULL;
    if (!workshop_load_extractor(&extractor, settings->operands[0], talk))
        return EXIT_FAILED;
    int code =
        demarche_extractor_describe(&json, extractor, &err) == DEMARCHE_OK
            ? show(settings, json, talk)
            : deliver_error(&err, talk);
    demarche_string_free(json);
    demarche_extractor_free(extractor);
    return code;
}

static int run(const cli_settings *settings, cli_talk *talk)
{
    if (settings->operand_count != 1)
        return command_misused(talk, &command_inspect, "one model is needed");
    return workshop_is_extractor(settings->operands[0])
               ? inspect_extractor(settings, talk)
               : inspect_model(settings, talk);
}

const cli_command command_inspect = {
    .name = "inspect",
    .summary = "what a model file holds: labels, data, scores, n-grams",
    .operands = "MODEL",
    .example = "demarche inspect tone\n"
               "demarche inspect --top 50 --format json my-tone.model",
    .about =
        "MODEL is a model file, or 'tone', 'side', 'target' or 'extract' for a "
        "shipped one.",
    .options = options,
    .run = run,
};
