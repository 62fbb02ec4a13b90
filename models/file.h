/* file.h - whole files of learned data: read with bounds, replaced at once. */
#ifndef DM_FILE_H
#define DM_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* The bytes of a file, aligned to 8: mapped where the system can, so that only
 * pages that are used take memory and many programs share them; else read. */
typedef struct dm_file {
    void *bytes; // not to be written to
    size_t len;
    bool mapped; // or malloc'ed
} dm_file;

/* All of a regular file. DEMARCHE_IO, or DEMARCHE_BAD_MODEL when it is larger
 * than any model. Whoever writes into a file that is mapped changes what was
 * checked: dm_file_write does not, it puts another file in its place. */
demarche_status dm_file_open(dm_file *out, const char *path,
                             demarche_error *err);

void dm_file_close(dm_file *file); // a zero one is fine

/* The same as a copy, to be released by free(). */
demarche_status dm_file_read(void **out, size_t *len, const char *path,
                             demarche_error *err);

/* Write a file whole or not at all: one beside it takes its name. What is no
 * file, such as a pipe, is written to. */
demarche_status dm_file_write(const char *path, const void *bytes, size_t len,
                              demarche_error *err);

/* "model file cut off …" says what, not which: put the path before it. */
demarche_status dm_file_blame(demarche_status status, const char *path,
                              demarche_error *err);

#endif
