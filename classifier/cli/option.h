/* option.h - options as data: one definition makes parsing, the usage line,
 * the help text and, by a test, the manual page. */
#ifndef OPTION_H
#define OPTION_H

#include "settings.h"

typedef enum cli_option_kind {
    OPTION_FLAG,   // bool
    OPTION_TEXT,   // const char *
    OPTION_COUNT,  // unsigned
    OPTION_SEED,   // uint64_t
    OPTION_NUMBER, // double
    OPTION_CHOICE, // int, index into `choices`
} cli_option_kind;

typedef struct cli_option {
    const char *name;     // without its dashes
    char letter;          // short form, or 0
    cli_option_kind kind; // what stands at `offset`
    size_t offset;        // into settings
    const char *value;    // how help calls the value; NULL: choices, or a flag
    const char *help;     // lower case, no period
    const char *const *choices; // [..], NULL-terminated
    double least, most;         // range of OPTION_COUNT and OPTION_NUMBER
} cli_option;

/* A definition in one go: name, letter, field of the settings, and so on. */
#define OPTION(n, l, k, field, ...)                                            \
    {                                                                          \
        .name = (n), .letter = (l), .kind = (k),                               \
        .offset = offsetof(cli_settings, field), __VA_ARGS__                   \
    }
#define FLAG(n, l, field, text) OPTION(n, l, OPTION_FLAG, field, .help = (text))
#define TEXT(n, l, field, v, text)                                             \
    OPTION(n, l, OPTION_TEXT, field, .value = (v), .help = (text))
#define CHOICE(n, l, field, c, text)                                           \
    OPTION(n, l, OPTION_CHOICE, field, .choices = (c), .help = (text))
#define COUNT(n, field, from, to, text)                                        \
    OPTION(n, 0, OPTION_COUNT, field, .value = "N", .least = (from),           \
           .most = (to), .help = (text))

extern const cli_option option_help;
extern const cli_option option_quiet;
extern const cli_option option_strict;
extern const cli_option option_output;
extern const cli_option option_from;
extern const cli_option option_report_format;    // text, json, ndjson, csv
extern const cli_option option_format;           // text, json
extern const cli_option option_statement_format; // auto, ndjson, csv
enum { STATEMENTS_AUTO, STATEMENTS_NDJSON, STATEMENTS_CSV };
extern const cli_option option_color;
extern const cli_option option_width;
extern const cli_option option_top;
extern const cli_option option_examples;
extern const cli_option option_offsets;
extern const cli_option option_convention;
extern const cli_option option_actors;
extern const cli_option option_actors_only;
extern const cli_option option_tone_model;
extern const cli_option option_side_model;
extern const cli_option option_target_model;
extern const cli_option option_extract_model;
extern const cli_option option_rules_alone;
extern const cli_option option_sure;
extern const cli_option option_folds;
extern const cli_option option_c;
extern const cli_option option_null;
extern const cli_option option_with;
extern const cli_option option_target_span;
extern const cli_option option_solver;
extern const cli_option option_min_df;
extern const cli_option option_without;
extern const cli_option option_also;
extern const cli_option option_swap;
extern const cli_option option_threads;
extern const cli_option option_seed;

#endif
