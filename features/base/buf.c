/* buf.c - see buf.h. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static char empty[1]; // written to by nobody: capacity 0 forbids it

void dm_buf_init(dm_buf *buf)
{
    *buf = (dm_buf){ .data = empty };
}

void dm_buf_clear(dm_buf *buf)
{
    if (buf->capacity > 0)
        free(buf->data);
    dm_buf_init(buf);
}

void dm_buf_reset(dm_buf *buf)
{
    buf->len = 0;
    buf->failed = false;
    if (buf->capacity > 0)
        buf->data[0] = '\0';
}

static bool reserve(dm_buf *buf, size_t more)
{
    if (buf->failed || more > SIZE_MAX / 4 || buf->len > SIZE_MAX / 4)
        return !(buf->failed = true);
    size_t need = buf->len + more + 1;
    if (need <= buf->capacity)
        return true;
    size_t wider = buf->capacity == 0 ? 64 : 2 * buf->capacity;
    if (wider < need)
        wider = need;
    char *moved = realloc(buf->capacity == 0 ? NULL : buf->data, wider);
    if (moved == NULL)
        return !(buf->failed = true);
    buf->data = moved;
    buf->capacity = wider;
    return true;
}

void dm_buf_add(dm_buf *buf, const void *bytes, size_t len)
{
    if (len == 0 || !reserve(buf, len))
        return;
    memcpy(buf->data + buf->len, bytes, len);
    buf->len += len;
    buf->data[buf->len] = '\0';
}

void dm_buf_add_span(dm_buf *buf, dm_span span)
{
    dm_buf_add(buf, span.data, span.len);
}

void dm_buf_add_string(dm_buf *buf, const char *string)
{
    dm_buf_add(buf, string, strlen(string));
}

void dm_buf_add_char(dm_buf *buf, char c)
{
    dm_buf_add(buf, &c, 1);
}

void dm_buf_repeat(dm_buf *buf, const char *string, size_t times)
{
    for (size_t i = 0; i < times; i++)
        dm_buf_add_string(buf, string);
}

void dm_buf_addf(dm_buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0) {
        buf->failed = true;
    } else if (reserve(buf, (size_t)len)) {
        vsnprintf(buf->data + buf->len, (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
}

void dm_buf_add_codepoint(dm_buf *buf, uint32_t codepoint)
{
    uint32_t c = codepoint;
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = 0xFFFD;
    if (c < 0x80) {
        dm_buf_add_char(buf, (char)c);
        return;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3; // bytes after the first
    static const unsigned char lead[] = { 0, 0xC0, 0xE0, 0xF0 };
    dm_buf_add_char(buf, (char)(lead[more] | c >> (6 * more)));
    while (more-- > 0)
        dm_buf_add_char(buf, (char)(0x80 | (c >> (6 * more) & 0x3F)));
}

bool dm_buf_failed(const dm_buf *buf)
{
    return buf->failed;
}

dm_span dm_buf_span(const dm_buf *buf)
{
    return (dm_span){ buf->data, buf->len };
}

demarche_status dm_buf_take(char **out, dm_buf *buf, demarche_error *err)
{
    *out = NULL;
    if (reserve(buf, 0)) {
        buf->data[buf->len] = '\0';
        *out = buf->data;
        dm_buf_init(buf);
        return DEMARCHE_OK;
    }
    dm_buf_clear(buf);
    return dm_no_memory(err);
}
