/* commands.c - the commands there are. */
#include "command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const cli_command *const commands[] = {
    &command_analyse, &command_extract, &command_score,
    &command_report,  &command_train,   &command_evaluate,
    &command_explain, &command_inspect, NULL,
};

const cli_command *command_at(size_t i)
{
    size_t count = 0;
    while (commands[count] != NULL)
        count++;
    return i < count ? commands[i] : NULL;
}

const cli_command *command_find(const char *name)
{
    for (size_t i = 0; commands[i] != NULL; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

int command_misused(cli_talk *talk, const cli_command *command,
                    const char *format, ...)
{
    char message[400];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    talk_error(talk, "%s", message);
    talk_error(talk, "see 'demarche %s%s--help'",
               command == NULL ? "" : command->name,
               command == NULL ? "" : " ");
    return EXIT_USAGE;
}
