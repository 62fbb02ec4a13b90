/* json.h - the one door to jansson: parse, print, and escape into a buffer. */
#ifndef DM_JSON_H
#define DM_JSON_H

#include <jansson.h>

#include "base/buf.h"

/* Parse one JSON value; NUL escapes are allowed, duplicate keys are not. The
 * caller releases `*out` with json_decref. DEMARCHE_BAD_INPUT tells what is
 * wrong and at which byte; a reader adds the file and line. */
demarche_status dm_json_parse(json_t **out, const char *bytes, size_t len,
                              demarche_error *err);

/* Print in one line, members in their order, without escaping above ASCII. */
void dm_json_print(dm_buf *buf, const json_t *value);

/* Append `text` as a JSON string with its quotation marks. The bytes must be
 * valid UTF-8. */
void dm_json_add_string(dm_buf *buf, dm_span text);

/* The string member `name` of an object. Absent or null: an empty span with
 * data NULL. Of another type: DEMARCHE_BAD_INPUT. Borrowed from the object. */
demarche_status dm_json_string(dm_span *out, const json_t *object,
                               const char *name, demarche_error *err);

#endif
