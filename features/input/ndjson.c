/* ndjson.c - one JSON object a line. */
#include "form.h"

static bool is_blank(dm_span line)
{
    for (size_t i = 0; i < line.len; i++)
        if (strchr(" \t\r\n", line.data[i]) == NULL || line.data[i] == '\0')
            return false;
    return true;
}

demarche_status dm_ndjson_next(json_t **out, uint64_t *line, dm_lines *lines,
                               demarche_error *err)
{
    *out = NULL;
    dm_span bytes;
    demarche_status status;
    do {
        status = dm_lines_next(&bytes, lines, err);
        *line = lines->number;
    } while (status == DEMARCHE_OK && bytes.data != NULL && is_blank(bytes));
    if (status != DEMARCHE_OK || bytes.data == NULL)
        return status;
    return dm_json_parse(out, bytes.data, bytes.len, err);
}
