/* field.c - see field.h. */
#include "field.h"

#include <stdarg.h>
#include <stdio.h>

enum { SHOWN = 60, MESSAGE_SIZE = 200 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

dm_span dm_field_trim(dm_span span)
{
    while (span.len > 0 && is_blank(span.data[0])) {
        span.data++;
        span.len--;
    }
    while (span.len > 0 && is_blank(span.data[span.len - 1]))
        span.len--;
    return span;
}

dm_span dm_field_cut(dm_span *rest, char mark)
{
    const char *found =
        rest->len == 0 ? NULL : memchr(rest->data, mark, rest->len);
    size_t len = found == NULL ? rest->len : (size_t)(found - rest->data);
    size_t taken = found == NULL ? len : len + 1;
    dm_span part = { rest->data, len };
    if (taken > 0)
        rest->data += taken;
    rest->len -= taken;
    return dm_field_trim(part);
}

dm_span dm_field_value(dm_span detail, const char *key)
{
    while (detail.len > 0) {
        dm_span part = dm_field_cut(&detail, ';');
        dm_span name = dm_field_cut(&part, '=');
        if (dm_span_is(name, key))
            return dm_field_trim(part);
    }
    return (dm_span){ 0 };
}

int dm_field_shown(dm_span span)
{
    if (span.len <= SHOWN)
        return (int)span.len;
    size_t len = SHOWN;
    while (len > 0 && ((unsigned char)span.data[len] & 0xC0) == 0x80)
        len--;
    return (int)len;
}

size_t dm_field_column(const char *begin, const char *at)
{
    size_t column = 1;
    while (at > begin && at[-1] != '\n') {
        at--;
        column += ((unsigned char)*at & 0xC0) != 0x80;
    }
    return column;
}

demarche_status dm_field_refuse(const char *file, size_t line, size_t column,
                                demarche_error *err, const char *format, ...)
{
    char what[MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    if (column == 0)
        return dm_fail(err, DEMARCHE_BAD_INPUT, line, "%s:%zu: %s", file, line,
                       what);
    return dm_fail(err, DEMARCHE_BAD_INPUT, line, "%s:%zu:%zu: %s", file, line,
                   column, what);
}
