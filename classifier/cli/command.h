/* command.h - what a command is.
 *
 * To add one: write cmd_<name>.c, declare its table below, give it a line in
 * commands.c, and describe it in docs/demarche.1; a test holds the page against
 * the tables. Parsing and help come from the table.
 */
#ifndef COMMAND_H
#define COMMAND_H

#include "option.h"
#include "settings.h"
#include "talk.h"

enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

typedef struct cli_command {
    const char *name;
    const char *summary;              // lower case, no period
    const char *operands;             // as the usage line shows them
    const char *example;              // whole lines, as typed
    const char *about;                // what the options do not say, or NULL
    const cli_option *const *options; // NULL-terminated
    void (*prepare)(cli_settings *settings); // defaults of its own, or NULL
    int (*run)(const cli_settings *settings, cli_talk *talk);
} cli_command;

extern const cli_command command_analyse;
extern const cli_command command_extract;
extern const cli_command command_score;
extern const cli_command command_report;
extern const cli_command command_train;
extern const cli_command command_evaluate;
extern const cli_command command_explain;
extern const cli_command command_inspect;

const cli_command *command_at(size_t i);           // NULL behind the last
const cli_command *command_find(const char *name); // or NULL

/* Say that a call does not fit, and where help is; EXIT_USAGE. */
int command_misused(cli_talk *talk, const cli_command *command,
                    const char *format, ...) TALK_PRINTF(3, 4);

#endif
