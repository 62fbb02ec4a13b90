/* print.h - text in memory, and strings from outside put into it safely. */
#ifndef PRINT_H
#define PRINT_H

#include <stdio.h>

/* Text that grows; `file` is written to as any other. */
typedef struct cli_print {
    FILE *file; // NULL when memory ran out at once
    char *text;
    size_t len;
} cli_print;

void print_open(cli_print *print);

/* The text, NUL-terminated and to be released by free(); NULL when memory ran
 * out. */
char *print_close(size_t *len, cli_print *print);

/* As a JSON string with its quotation marks. */
void print_json(FILE *to, const char *string);

/* Safe for a terminal (see talk.h), cut to `columns` with an ellipsis and
 * filled up to them as told. Each code point counts as one column. */
typedef enum print_fill { PRINT_BARE, PRINT_LEFT, PRINT_RIGHT } print_fill;
void print_cell(FILE *to, const char *string, size_t columns, print_fill fill);

/* Words broken at `width`, each line behind `indent` spaces; safe likewise. */
void print_wrapped(FILE *to, const char *text, size_t indent, size_t width);

#endif
