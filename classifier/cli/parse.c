/* parse.c - see parse.h.
 *
 * Options may stand anywhere before `--`: `--name value`, `--name=value`,
 * `-n value`, `-nvalue`, and flags of one letter in a group.
 */
#include "parse.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct cli_arguments {
    const cli_command *command;
    cli_settings *settings;
    cli_talk *talk;
    char **argv;
    size_t count, at; // `at` is the next one
} cli_arguments;

static bool refuse(cli_arguments *args, const cli_option *option,
                   const char *value, const char *why)
{
    command_misused(args->talk, args->command, "option '--%s': %s '%s'",
                    option->name, why, value);
    return false;
}

static bool set_choice(cli_arguments *args, const cli_option *option,
                       const char *value, int *out)
{
    size_t count = 0;
    for (; option->choices[count] != NULL; count++)
        if (strcmp(option->choices[count], value) == 0) {
            *out = (int)count;
            return true;
        }
    char known[120] = "";
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(known);
        snprintf(known + len, sizeof known - len, "%s%s", i == 0 ? "" : ", ",
                 option->choices[i]);
    }
    command_misused(args->talk, args->command,
                    "option '--%s': '%s' is none of %s", option->name, value,
                    known);
    return false;
}

static bool is_digits(const char *value)
{
    return *value != '\0' && value[strspn(value, "0123456789")] == '\0';
}

static bool set_whole(cli_arguments *args, const cli_option *option,
                      const char *value, uint64_t *out, double least,
                      double most)
{
    errno = 0;
    *out = is_digits(value) ? strtoull(value, NULL, 10) : 0;
    if (!is_digits(value) || errno != 0)
        return refuse(args, option, value, "not a whole number:");
    if ((double)*out < least || (double)*out > most)
        return refuse(args, option, value, "out of range:");
    return true;
}

static bool set_number(cli_arguments *args, const cli_option *option,
                       const char *value, double *out)
{
    char *end;
    double number = strtod(value, &end);
    if (end == value || *end != '\0' || !isfinite(number))
        return refuse(args, option, value, "not a number:");
    if (number < option->least || number > option->most)
        return refuse(args, option, value, "out of range:");
    *out = number;
    return true;
}

static bool set_value(cli_arguments *args, const cli_option *option,
                      const char *value)
{
    void *field = (char *)args->settings + option->offset;
    uint64_t whole = 0;
    switch (option->kind) {
    case OPTION_FLAG: *(bool *)field = true; return true;
    case OPTION_TEXT: *(const char **)field = value; return true;
    case OPTION_NUMBER: return set_number(args, option, value, field);
    case OPTION_CHOICE: return set_choice(args, option, value, field);
    case OPTION_SEED: return set_whole(args, option, value, field, 0, INFINITY);
    case OPTION_COUNT:
        if (!set_whole(args, option, value, &whole, option->least,
                       option->most))
            return false;
        *(unsigned *)field = (unsigned)whole;
        return true;
    }
    return false;
}

static const cli_option *find_long(const cli_command *command, const char *name,
                                   size_t len)
{
    for (const cli_option *const *o = command->options; *o != NULL; o++)
        if (strlen((*o)->name) == len && strncmp((*o)->name, name, len) == 0)
            return *o;
    return NULL;
}

static const cli_option *find_letter(const cli_command *command, char letter)
{
    for (const cli_option *const *o = command->options; *o != NULL; o++)
        if ((*o)->letter == letter)
            return *o;
    return NULL;
}

static bool unknown_long(cli_arguments *args, const char *name, int len)
{
    const char *names[64];
    char given[64];
    size_t count = 0;
    for (const cli_option *const *o = args->command->options;
         *o != NULL && count < 64; o++)
        names[count++] = (*o)->name;
    snprintf(given, sizeof given, "%.*s", len, name);
    const char *near = parse_nearest(given, names, count);
    if (near != NULL)
        command_misused(args->talk, args->command,
                        "unknown option '--%s'; did you mean '--%s'?", given,
                        near);
    else
        command_misused(args->talk, args->command, "unknown option '--%s'",
                        given);
    return false;
}

/* The value that follows in the next argument. */
static bool take_value(cli_arguments *args, const cli_option *option)
{
    if (args->at == args->count) {
        command_misused(args->talk, args->command,
                        "option '--%s' needs a value", option->name);
        return false;
    }
    return set_value(args, option, args->argv[args->at++]);
}

static bool parse_long(cli_arguments *args, const char *text)
{
    size_t len = strcspn(text, "=");
    const cli_option *option = find_long(args->command, text, len);
    if (option == NULL)
        return unknown_long(args, text, (int)(len < 60 ? len : 60));
    if (text[len] != '=')
        return option->kind == OPTION_FLAG ? set_value(args, option, NULL)
                                           : take_value(args, option);
    if (option->kind == OPTION_FLAG)
        return refuse(args, option, text + len + 1, "takes no value:");
    return set_value(args, option, text + len + 1);
}

static bool parse_letters(cli_arguments *args, const char *text)
{
    for (; *text != '\0'; text++) {
        const cli_option *option = find_letter(args->command, *text);
        if (option == NULL) {
            command_misused(args->talk, args->command, "unknown option '-%c'",
                            *text);
            return false;
        }
        if (option->kind != OPTION_FLAG)
            return text[1] == '\0' ? take_value(args, option)
                                   : set_value(args, option, text + 1);
        set_value(args, option, NULL);
    }
    return true;
}

bool parse_arguments(cli_settings *settings, const cli_command *command,
                     int argc, char **argv, cli_talk *talk)
{
    cli_arguments args = { command, settings, talk, argv, (size_t)argc, 0 };
    settings->operands = argv;
    bool plain = false; // behind `--`
    while (args.at < args.count) {
        char *text = argv[args.at++];
        bool good = true;
        if (plain || text[0] != '-' || text[1] == '\0')
            argv[settings->operand_count++] = text;
        else if (strcmp(text, "--") == 0)
            plain = true;
        else if (text[1] == '-')
            good = parse_long(&args, text + 2);
        else
            good = parse_letters(&args, text + 1);
        if (!good)
            return false;
    }
    return true;
}
