/* file.h - whole files of learned data: read with bounds, replaced at once. */
#ifndef DM_FILE_H
#define DM_FILE_H

#include <stddef.h>

#include "base/error.h"

/* All of a regular file, to be released by free(). DEMARCHE_IO, or
 * DEMARCHE_BAD_MODEL when it is larger than any model. */
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
