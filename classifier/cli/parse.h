/* parse.h - read a command's arguments by its option table. */
#ifndef PARSE_H
#define PARSE_H

#include "command.h"

/* Fill the settings; operands are gathered at the front of `argv`, whose first
 * `argc` arguments follow the command's name. False: the call does not fit,
 * and has been told so. */
bool parse_arguments(cli_settings *settings, const cli_command *command,
                     int argc, char **argv, cli_talk *talk);

/* The known name nearest to `given`, or NULL when none is near. */
const char *parse_nearest(const char *given, const char *const *names,
                          size_t count);

#endif
