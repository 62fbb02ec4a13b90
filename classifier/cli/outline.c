/* outline.c - see outline.h.
 *
 * One walk along the text, which the library wrote and which is therefore
 * valid; depth is bounded all the same, for a model card inside it may come
 * from a file.
 */
#include "outline.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "print.h"

enum {
    DEPTH_MAX = 16,
    NAME_COLUMNS = 18,
    CELL_COLUMNS = 40,
    VALUE_COLUMNS = 8,
    STEP = 2
};

typedef struct cli_walk {
    const char *at;
    FILE *to;
} cli_walk;

static void skip_space(cli_walk *walk)
{
    walk->at += strspn(walk->at, " \t\r\n,:");
}

static uint32_t read_hex(const char *digits)
{
    char four[5] = "";
    memcpy(four, digits, strnlen(digits, 4));
    return (uint32_t)strtoul(four, NULL, 16);
}

/* The library escapes control characters alone, so that a \u is one byte; what
 * a terminal must not see is dealt with when it is printed. */
static size_t read_escape(char *out, const char *at)
{
    static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
    const char *known = *at == '\0' ? NULL : strchr(from, *at);
    if (*at == 'u') {
        uint32_t code = read_hex(at + 1);
        *out = code > 0 && code < 0x80 ? (char)code : '?';
        return 1 + strnlen(at + 1, 4);
    }
    *out = known == NULL ? *at : to[known - from];
    return *at != '\0';
}

/* A string or another scalar, as plain text; cut where `room` ends. */
static void read_scalar(char *out, size_t room, cli_walk *walk)
{
    size_t len = 0;
    bool string = *walk->at == '"';
    const char *at = walk->at + string;
    while (*at != '\0' && (string ? *at != '"' : strchr(",]} ", *at) == NULL)) {
        char c = *at++;
        if (string && c == '\\')
            at += read_escape(&c, at);
        if (len + 1 < room)
            out[len++] = c;
    }
    out[len] = '\0';
    walk->at = at + (string && *at == '"');
}

static void put_value(cli_walk *walk, size_t depth);

static void put_indent(cli_walk *walk, size_t depth)
{
    fprintf(walk->to, "%*s", (int)(depth * STEP), "");
}

/* The names of an object's members, above rows that have more than a name and a
 * value, which speak for themselves. The walk stays where it is. */
static void put_head(const cli_walk *walk, size_t depth)
{
    cli_walk ahead = { walk->at + 1, walk->to };
    char names[4][24], value[8];
    size_t count = 0;
    for (; count < sizeof names / sizeof *names; count++) {
        skip_space(&ahead);
        if (*ahead.at != '"')
            break;
        read_scalar(names[count], sizeof names[count], &ahead);
        skip_space(&ahead);
        if (*ahead.at == '{' || *ahead.at == '[')
            return;
        read_scalar(value, sizeof value, &ahead);
    }
    if (count < 3)
        return;
    put_indent(&ahead, depth);
    print_cell(ahead.to, names[0], CELL_COLUMNS, PRINT_LEFT);
    for (size_t i = 1; i < count; i++) {
        fputs("  ", ahead.to);
        print_cell(ahead.to, names[i], VALUE_COLUMNS, PRINT_RIGHT);
    }
    fputc('\n', ahead.to);
}

/* The scalars of an object in one row: what an n-gram is and what it weighs. */
static void put_row(cli_walk *walk, size_t depth)
{
    char text[1024];
    put_indent(walk, depth);
    walk->at++;
    for (size_t i = 0;; i++) {
        skip_space(walk);
        if (*walk->at == '}' || *walk->at == '\0')
            break;
        read_scalar(text, sizeof text, walk); // the member's name
        skip_space(walk);
        if (*walk->at == '{' || *walk->at == '[') {
            put_value(walk, depth + 1);
            continue;
        }
        read_scalar(text, sizeof text, walk);
        if (i == 0)
            print_cell(walk->to, text, CELL_COLUMNS, PRINT_LEFT);
        else
            fprintf(walk->to, "  %*s", VALUE_COLUMNS, text);
    }
    walk->at += *walk->at == '}';
    fputc('\n', walk->to);
}

static void put_list(cli_walk *walk, size_t depth)
{
    char text[1024];
    bool rows = false;
    size_t count = 0;
    walk->at++;
    for (;; count++) {
        skip_space(walk);
        if (*walk->at == ']' || *walk->at == '\0')
            break;
        if (*walk->at == '{' || *walk->at == '[') {
            if (count == 0) {
                fputc('\n', walk->to);
                put_head(walk, depth);
            }
            rows = true;
            put_row(walk, depth);
            continue;
        }
        read_scalar(text, sizeof text, walk);
        fputs(count == 0 ? "" : ", ", walk->to);
        print_cell(walk->to, text, CELL_COLUMNS, PRINT_BARE);
    }
    walk->at += *walk->at == ']';
    if (count == 0)
        fputc('-', walk->to);
    if (!rows)
        fputc('\n', walk->to);
}

/* Whether a value stands on lines of its own. */
static bool is_block(const char *value)
{
    return *value == '{' || (value[0] == '[' && value[1] == '{');
}

static void put_members(cli_walk *walk, size_t depth)
{
    char text[1024];
    walk->at++;
    for (;;) {
        skip_space(walk);
        if (*walk->at != '"')
            break;
        read_scalar(text, sizeof text, walk);
        skip_space(walk);
        put_indent(walk, depth);
        print_cell(walk->to, text, NAME_COLUMNS,
                   is_block(walk->at) ? PRINT_BARE : PRINT_LEFT);
        put_value(walk, depth + 1);
    }
    walk->at += *walk->at == '}';
}

static void put_value(cli_walk *walk, size_t depth)
{
    char text[1024];
    if (depth > DEPTH_MAX) {
        walk->at += strlen(walk->at);
    } else if (*walk->at == '{') {
        if (depth > 0)
            fputc('\n', walk->to);
        put_members(walk, depth);
    } else if (*walk->at == '[') {
        put_list(walk, depth);
    } else {
        read_scalar(text, sizeof text, walk);
        print_cell(walk->to, strcmp(text, "null") == 0 ? "-" : text, 200,
                   PRINT_BARE);
        fputc('\n', walk->to);
    }
}

char *outline_format(const char *json)
{
    cli_print print;
    size_t len;
    print_open(&print);
    if (print.file != NULL) {
        cli_walk walk = { json, print.file };
        skip_space(&walk);
        put_value(&walk, 0);
    }
    return print_close(&len, &print);
}
