/* json.c - see json.h. */
#include "base/json.h"

#include <stdio.h>
#include <stdlib.h>

demarche_status dm_json_parse(json_t **out, const char *bytes, size_t len,
                              demarche_error *err)
{
    json_error_t why;
    *out = json_loadb(bytes, len,
                      JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES | JSON_DECODE_ANY,
                      &why);
    if (*out != NULL)
        return DEMARCHE_OK;
    // Where memory runs out, jansson mostly says nothing at all.
    if (json_error_code(&why) == json_error_out_of_memory ||
        why.text[0] == '\0')
        return dm_no_memory(err);
    return dm_fail(err, DEMARCHE_BAD_INPUT, (size_t)why.position,
                   "bad JSON at byte %d: %.120s", why.position, why.text);
}

/* The shortest digits that read back as the same number. printf and strtod
 * follow the locale, but both the same one: what stands for the point there
 * becomes a point at the end. */
static void print_real(dm_buf *buf, double value)
{
    char text[40];
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value)
            break;
    }
    bool whole = true;
    for (const char *c = text; *c != '\0'; c++) {
        bool plain = strchr("0123456789+-e", *c) != NULL;
        if (plain)
            dm_buf_add_char(buf, *c);
        else if (whole) // of a point with several bytes, the first alone
            dm_buf_add_char(buf, '.');
        whole = whole && plain && *c != 'e';
    }
    if (whole)
        dm_buf_add_string(buf, ".0");
}

static void print_array(dm_buf *buf, const json_t *array)
{
    dm_buf_add_char(buf, '[');
    for (size_t i = 0; i < json_array_size(array); i++) {
        if (i > 0)
            dm_buf_add_char(buf, ',');
        dm_json_print(buf, json_array_get(array, i));
    }
    dm_buf_add_char(buf, ']');
}

static void print_object(dm_buf *buf, const json_t *object)
{
    json_t *walked = (json_t *)object; // jansson's iterator asks
    const char *comma = "{";
    for (void *at = json_object_iter(walked); at != NULL;
         at = json_object_iter_next(walked, at)) {
        const char *key = json_object_iter_key(at);
        dm_buf_add_string(buf, comma);
        dm_json_add_string(buf, (dm_span){ key, json_object_iter_key_len(at) });
        dm_buf_add_char(buf, ':');
        dm_json_print(buf, json_object_iter_value(at));
        comma = ",";
    }
    dm_buf_add_string(buf, *comma == '{' ? "{}" : "}");
}

/* Calls itself as deep as the value is nested: jansson parses no deeper than
 * 2048. */
void dm_json_print(dm_buf *buf, const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT: print_object(buf, value); break;
    case JSON_ARRAY: print_array(buf, value); break;
    case JSON_STRING:
        dm_json_add_string(buf, (dm_span){ json_string_value(value),
                                           json_string_length(value) });
        break;
    case JSON_INTEGER:
        dm_buf_addf(buf, "%lld", (long long)json_integer_value(value));
        break;
    case JSON_REAL: print_real(buf, json_real_value(value)); break;
    case JSON_TRUE: dm_buf_add_string(buf, "true"); break;
    case JSON_FALSE: dm_buf_add_string(buf, "false"); break;
    case JSON_NULL: dm_buf_add_string(buf, "null"); break;
    }
}

/* What stands after the backslash for a byte that may not stand for itself. */
static void add_escape(dm_buf *buf, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    static const char special[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *at = c == '\0' ? NULL : strchr(special, c);
    dm_buf_add_char(buf, '\\');
    if (at != NULL) {
        dm_buf_add_char(buf, letters[at - special]);
        return;
    }
    dm_buf_add_string(buf, "u00");
    dm_buf_add_char(buf, hex[c >> 4]);
    dm_buf_add_char(buf, hex[c & 15]);
}

void dm_json_add_string(dm_buf *buf, dm_span text)
{
    size_t plain = 0; // where the stretch without escapes began
    dm_buf_add_char(buf, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        dm_buf_add(buf, text.data + plain, i - plain);
        plain = i + 1;
        add_escape(buf, c);
    }
    dm_buf_add(buf, text.data + plain, text.len - plain);
    dm_buf_add_char(buf, '"');
}

demarche_status dm_json_string(dm_span *out, const json_t *object,
                               const char *name, demarche_error *err)
{
    *out = (dm_span){ NULL, 0 };
    const json_t *member = json_object_get(object, name);
    if (member == NULL || json_is_null(member))
        return DEMARCHE_OK;
    if (!json_is_string(member))
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0, "'%s' is not a string",
                       name);
    out->data = json_string_value(member);
    out->len = json_string_length(member);
    return DEMARCHE_OK;
}
