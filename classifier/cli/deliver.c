/* deliver.c - see deliver.h. */
#include "deliver.h"

#include <string.h>

#include "command.h"
#include "output.h"
#include "term.h"

bool deliver_colour(const cli_settings *settings)
{
    if (settings->colour != COLOUR_AUTO)
        return settings->colour == COLOUR_ALWAYS;
    return settings->output == NULL && term_wants_colour();
}

int deliver_error(const demarche_error *err, cli_talk *talk)
{
    talk_error(talk, "%s", err->message);
    return EXIT_FAILED;
}

int deliver_text(const cli_settings *settings, const char *text, size_t len,
                 int code, cli_talk *talk)
{
    cli_output output;
    talk_end(talk);
    if (!output_open(&output, settings->output, talk))
        return EXIT_FAILED;
    bool written = output_write(&output, text, len);
    return output_close(&output, written, code);
}

int deliver_report(const cli_settings *settings, const demarche_tally *tally,
                   const cli_input *input, cli_talk *talk)
{
    int code = input_status(input);
    if (!input_usable(input))
        return EXIT_FAILED;
    demarche_report_options options = settings->report;
    options.format = (demarche_format)settings->format;
    options.colour = deliver_colour(settings);
    demarche_error err;
    char *text;
    if (demarche_report_format(&text, tally, &options, &err) != DEMARCHE_OK)
        return deliver_error(&err, talk);
    code = deliver_text(settings, text, strlen(text), code, talk);
    demarche_string_free(text);
    return code;
}
