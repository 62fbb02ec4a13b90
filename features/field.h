/* field.h - fields of a register line, and the message about a bad one. */
#ifndef DM_FIELD_H
#define DM_FIELD_H

#include "base/error.h"
#include "base/span.h"

/* `span` without spaces, tabs and carriage returns at its ends. */
dm_span dm_field_trim(dm_span span);

/* The part of `*rest` before `mark`, trimmed; `*rest` keeps what follows. */
dm_span dm_field_cut(dm_span *rest, char mark);

/* The value of `key=` among the parts of a detail, which semicolons divide;
 * empty when absent. */
dm_span dm_field_value(dm_span detail, const char *key);

/* How many bytes of a field a message shows; never half a character. */
int dm_field_shown(dm_span span);

/* The place of `at` in its line, in code points from 1. `begin` is where the
 * file begins. */
size_t dm_field_column(const char *begin, const char *at);

/* DEMARCHE_BAD_INPUT with "file:line:column: ..." as message, `line` as offset.
 * Column 0 stands for the whole line, and is left out. */
demarche_status dm_field_refuse(const char *file, size_t line, size_t column,
                                demarche_error *err, const char *format, ...)
    DM_PRINTF(5, 6);

#endif
