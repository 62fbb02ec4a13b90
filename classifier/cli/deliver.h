/* deliver.h - hand a finished result to the output, in one piece. */
#ifndef DELIVER_H
#define DELIVER_H

#include "input.h"
#include "settings.h"
#include "talk.h"

/* Write `text` where the settings say; `code` is the exit status when that
 * works. */
int deliver_text(const cli_settings *settings, const char *text, size_t len,
                 int code, cli_talk *talk);

/* The report of a tally that `input` was counted into. Where the input gives
 * no ground for a result, nothing is written and an old file stays. */
int deliver_report(const cli_settings *settings, const demarche_tally *tally,
                   const cli_input *input, cli_talk *talk);

/* Whether text for this output is to be coloured. */
bool deliver_colour(const cli_settings *settings);

/* Tell of a failure of the library; EXIT_FAILED. */
int deliver_error(const demarche_error *err, cli_talk *talk);

#endif
