/* output.h - where data goes: standard output, or a file that appears whole or
 * not at all.
 *
 * A file is written beside its final name, forced to disk and then renamed
 * over the old one, which stays as it was until then. Devices and pipes are
 * written directly. A reader that closes its pipe is no failure: it has seen
 * enough.
 */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stdio.h>

#include "talk.h"

typedef struct cli_output {
    cli_talk *talk;
    FILE *file;
    char *path;       // where the file shall be; NULL: written directly
    char *temporary;  // where it is until then
    const char *name; // for messages
    bool closed;      // the reader of the pipe went away
    bool failed;      // told already
} cli_output;

/* `path` NULL or "-" is standard output. False: told why. */
bool output_open(cli_output *output, const char *path, cli_talk *talk);

/* Whether `path` could be opened now, so that a long work does not end at a
 * mistyped folder. Nothing is left behind. False: told why. */
bool output_try(const char *path, cli_talk *talk);

/* False: nothing more needs to be written, because it failed (told) or because
 * nobody reads it. */
bool output_write(cli_output *output, const char *bytes, size_t len);
bool output_line(cli_output *output, const char *line);

/* Finish; with `keep` false, a file is given up and the old one stays. Returns
 * the exit status: `code`, or that of a write that failed. */
int output_close(cli_output *output, bool keep, int code);

#endif
