/* print.c - see print.h. */
#include "print.h"

#include <stdlib.h>
#include <string.h>

#include "talk.h"

void print_open(cli_print *print)
{
    *print = (struct cli_print){ .text = NULL };
    print->file = open_memstream(&print->text, &print->len);
}

char *print_close(size_t *len, cli_print *print)
{
    bool good = print->file != NULL && !ferror(print->file);
    if (print->file != NULL && fclose(print->file) != 0)
        good = false;
    *len = print->len;
    if (good)
        return print->text;
    free(print->text);
    return NULL;
}

void print_json(FILE *to, const char *string)
{
    fputc('"', to);
    for (; *string != '\0'; string++) {
        unsigned char c = (unsigned char)*string;
        if (c == '"' || c == '\\')
            fputc('\\', to);
        if (c < 0x20)
            fprintf(to, "\\u%04x", c);
        else
            fputc(c, to);
    }
    fputc('"', to);
}

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t count_columns(const char *text, size_t len)
{
    size_t columns = 0;
    for (size_t i = 0; i < len; i++)
        columns += !continues(text[i]);
    return columns;
}

/* Bytes of the first `columns` code points. */
static size_t cut(const char *text, size_t columns)
{
    size_t at = 0;
    while (text[at] != '\0' && (columns > 0 || continues(text[at])))
        columns -= !continues(text[at++]);
    return at;
}

void print_cell(FILE *to, const char *string, size_t columns, print_fill fill)
{
    char safe[512];
    talk_escape(safe, sizeof safe, string);
    size_t have = count_columns(safe, strlen(safe));
    bool whole = have <= columns;
    int space = whole ? (int)(columns - have) : 0;
    if (fill == PRINT_RIGHT)
        fprintf(to, "%*s", space, "");
    fwrite(safe, 1, whole ? strlen(safe) : cut(safe, columns - 1), to);
    if (!whole)
        fputs("\u2026", to);
    if (fill == PRINT_LEFT)
        fprintf(to, "%*s", space, "");
}

void print_wrapped(FILE *to, const char *text, size_t indent, size_t width)
{
    size_t at = 0; // columns of this line, without the indent
    while (*text != '\0') {
        char word[256], safe[sizeof word * 4];
        text += strspn(text, " \t\r\n");
        size_t len = strcspn(text, " \t\r\n");
        if (len == 0)
            break;
        size_t taken = len < sizeof word ? len : sizeof word - 1;
        while (taken < len && taken > 0 && continues(text[taken]))
            taken--;
        memcpy(word, text, taken);
        word[taken] = '\0';
        talk_escape(safe, sizeof safe, word);
        size_t columns = count_columns(safe, strlen(safe));
        bool fits = at + 1 + columns <= width - indent;
        if (at == 0)
            fprintf(to, "%*s", (int)indent, "");
        else if (fits)
            fputc(' ', to);
        else
            fprintf(to, "\n%*s", (int)indent, "");
        at = at == 0 || !fits ? columns : at + 1 + columns;
        fputs(safe, to);
        text += taken;
    }
    fputc('\n', to);
}
