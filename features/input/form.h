/* form.h - which form a file has, and its records one by one.
 *
 * Each function below reads the next record as a JSON object of the caller's,
 * and tells the line that it began in. At the end `*out` is NULL.
 * DEMARCHE_BAD_INPUT tells of one bad record; the next call goes on after it
 * (where the file cannot be read further, to its end).
 */
#ifndef DM_FORM_H
#define DM_FORM_H

#include "base/json.h"
#include "lines.h"
#include "table.h"

/* The form of a file by its name (may be NULL), else by how it begins.
 * DEMARCHE_BAD_INPUT for files that hold no text, such as PDF or UTF-16. */
demarche_status dm_form_detect(demarche_form *out, const char *name,
                               dm_span head, demarche_error *err);

/* The name without its folders and without .gz or .zst. */
dm_span dm_form_base_name(const char *name);

demarche_status dm_ndjson_next(json_t **out, uint64_t *line, dm_lines *lines,
                               demarche_error *err);

demarche_status dm_table_next(json_t **out, uint64_t *line, dm_table *table,
                              dm_lines *lines, demarche_error *err);

/* The whole file as one record: `id` is `name`, the header lines are fields,
 * and what follows them is `text`. */
demarche_status dm_plain_next(json_t **out, uint64_t *line, dm_lines *lines,
                              dm_span name, demarche_error *err);

#endif
