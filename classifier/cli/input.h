/* input.h - the records of all files that a command was given, one by one.
 *
 * What is bad is told with its place, counted and passed over; with --strict
 * it ends the input. A file that cannot be opened counts as bad too.
 */
#ifndef INPUT_H
#define INPUT_H

#include "settings.h"
#include "talk.h"

typedef struct cli_input {
    const cli_settings *settings;
    cli_talk *talk;
    char **files; // [count]; none: standard input
    size_t count, at;
    demarche_reader *reader; // of the file before `at`, or NULL
    demarche_record *record; // the last one
    uint64_t records, bad;
    uint64_t in_file; // records and complaints of this file
    bool stopped;     // by --strict, or because memory ran out
} cli_input;

/* `files` and `count` as the operands are; they must outlive the input. */
void input_init(cli_input *input, const cli_settings *settings, char **files,
                size_t count, cli_talk *talk);
void input_clear(cli_input *input);

/* Read one record of NDJSON in memory instead of files; false: told in err. */
bool input_use(cli_input *input, const char *json, size_t len,
               demarche_error *err);

/* The next record, borrowed until the next call; NULL at the end. */
demarche_record *input_next(cli_input *input);

/* "file:line" of the last record. */
const char *input_place(const cli_input *input);

/* Tell that the last record is bad, by the error that a call gave. Its place
 * is put in front. Memory that ran out stops the input. */
void input_refuse(cli_input *input, const demarche_error *err);

/* Whether there is something to make a result of: not when the input was
 * stopped, nor when nothing but complaints came. */
bool input_usable(const cli_input *input);

/* Tell how many records were bad, and give the exit status. */
int input_status(const cli_input *input);

#endif
