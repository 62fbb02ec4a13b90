/* help.h - help and usage, out of the tables. */
#ifndef HELP_H
#define HELP_H

#include <stdio.h>

#include "command.h"

void help_overview(FILE *to);

/* Defaults are printed from `settings` as they are. */
void help_command(FILE *to, const cli_command *command,
                  const cli_settings *settings);

#endif
