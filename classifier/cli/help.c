/* help.c - see help.h. */
#include "help.h"

#include <inttypes.h>
#include <string.h>

enum { WIDTH = 80, TEXT_COLUMN = 29 };

/* Words from `column` on, broken before column 80 and indented alike. */
static void put_wrapped(FILE *to, const char *text, size_t at, size_t column)
{
    while (*text != '\0') {
        size_t len = strcspn(text, " ");
        if (at + len >= WIDTH && at > column) {
            fprintf(to, "\n%*s", (int)column, "");
            at = column;
        }
        fwrite(text, 1, len, to);
        at += len;
        text += len;
        if (*text == ' ') {
            text++;
            if (at + 1 + strcspn(text, " ") < WIDTH) {
                fputc(' ', to);
                at++;
            } else {
                fprintf(to, "\n%*s", (int)column, "");
                at = column;
            }
        }
    }
    fputc('\n', to);
}

/* The value that the option has when it is not given; empty for none. */
static void format_default(char *out, size_t room, const cli_option *option,
                           const cli_settings *settings)
{
    const char *field = (const char *)settings + option->offset;
    const char *text = NULL;
    *out = '\0';
    switch (option->kind) {
    case OPTION_FLAG: return;
    case OPTION_TEXT:
        memcpy(&text, field, sizeof text);
        if (text != NULL)
            snprintf(out, room, " (default %s)", text);
        return;
    case OPTION_COUNT:
        snprintf(out, room, " (default %u)", *(const unsigned *)field);
        return;
    case OPTION_SEED:
        snprintf(out, room, " (default %" PRIu64 ")", *(const uint64_t *)field);
        return;
    case OPTION_NUMBER:
        snprintf(out, room, " (default %g)", *(const double *)field);
        return;
    case OPTION_CHOICE:
        snprintf(out, room, " (default %s)",
                 option->choices[*(const int *)field]);
        return;
    }
}

static void format_choices(char *out, size_t room, const cli_option *option)
{
    size_t len = 0;
    *out = '\0';
    for (size_t i = 0; option->choices[i] != NULL && len < room; i++)
        len += (size_t)snprintf(out + len, room - len, "%s%s",
                                i == 0 ? "" : "|", option->choices[i]);
}

static void put_option(FILE *to, const cli_option *option,
                       const cli_settings *settings)
{
    char head[100], value[80] = "", standard[120], text[400];
    if (option->kind == OPTION_CHOICE)
        format_choices(value, sizeof value, option);
    else if (option->value != NULL)
        snprintf(value, sizeof value, "%s", option->value);
    char letter[5] = "    ";
    if (option->letter != 0)
        snprintf(letter, sizeof letter, "-%c, ", option->letter);
    int len = snprintf(head, sizeof head, "  %s--%s%s%s", letter, option->name,
                       *value == '\0' ? "" : " ", value);
    format_default(standard, sizeof standard, option, settings);
    snprintf(text, sizeof text, "%s%s", option->help, standard);
    fputs(head, to);
    if (len + 2 > TEXT_COLUMN) {
        fputc('\n', to);
        len = 0;
    }
    fprintf(to, "%*s", TEXT_COLUMN - len, "");
    put_wrapped(to, text, TEXT_COLUMN, TEXT_COLUMN);
}

/* Each line of the example, indented. */
static void put_example(FILE *to, const char *example)
{
    while (*example != '\0') {
        size_t len = strcspn(example, "\n");
        fprintf(to, "  %.*s\n", (int)len, example);
        example += len + (example[len] == '\n');
    }
}

void help_overview(FILE *to)
{
    fputs("demarche - who said what in news, for which side, in which tone\n"
          "\n"
          "  demarche analyse article.txt\n"
          "\n"
          "usage: demarche COMMAND [options] [FILE...]\n"
          "\n"
          "commands:\n",
          to);
    for (size_t i = 0; command_at(i) != NULL; i++)
        fprintf(to, "  %-10s %s\n", command_at(i)->name,
                command_at(i)->summary);
    fputs("\n"
          "'demarche COMMAND --help' tells more, and so does the manual page\n"
          "demarche(1); 'demarche --version' prints the version.\n",
          to);
}

void help_command(FILE *to, const cli_command *command,
                  const cli_settings *settings)
{
    fprintf(to, "demarche %s - %s\n\n", command->name, command->summary);
    put_example(to, command->example);
    fprintf(to, "\nusage: demarche %s [options] %s\n", command->name,
            command->operands);
    if (command->about != NULL) {
        fputc('\n', to);
        put_wrapped(to, command->about, 0, 0);
    }
    fputs("\noptions:\n", to);
    for (const cli_option *const *o = command->options; *o != NULL; o++)
        put_option(to, *o, settings);
}
