/* json.c - see json.h. */
#include "base/json.h"

demarche_status dm_json_parse(json_t **out, const char *bytes, size_t len,
                              demarche_error *err)
{
    json_error_t why;
    *out = json_loadb(bytes, len,
                      JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES | JSON_DECODE_ANY,
                      &why);
    if (*out != NULL)
        return DEMARCHE_OK;
    if (json_error_code(&why) == json_error_out_of_memory)
        return dm_no_memory(err);
    return dm_fail(err, DEMARCHE_BAD_INPUT, (size_t)why.position,
                   "bad JSON at byte %d: %.120s", why.position, why.text);
}

static int append(const char *bytes, size_t len, void *payload)
{
    dm_buf_add(payload, bytes, len);
    return dm_buf_failed(payload) ? -1 : 0;
}

void dm_json_print(dm_buf *buf, const json_t *value)
{
    if (json_dump_callback(value, append, buf,
                           JSON_COMPACT | JSON_ENCODE_ANY) != 0)
        buf->failed = true;
}

void dm_json_add_string(dm_buf *buf, dm_span text)
{
    static const char hex[] = "0123456789abcdef";
    size_t plain = 0; // where the stretch without escapes began
    dm_buf_add_char(buf, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        dm_buf_add(buf, text.data + plain, i - plain);
        plain = i + 1;
        if (c == '"' || c == '\\') {
            dm_buf_add_char(buf, '\\');
            dm_buf_add_char(buf, (char)c);
        } else if (c == '\n') {
            dm_buf_add_string(buf, "\\n");
        } else {
            char escape[] = { '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] };
            dm_buf_add(buf, escape, sizeof escape);
        }
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
