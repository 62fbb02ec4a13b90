/* lines.c - see lines.h. */
#include "lines.h"

#include "text.h"

enum { CHUNK = 64 * 1024 };
enum { HEAD = 4096 }; // bytes to look at where no line ends before

static const dm_span byte_order_mark = DM_SPAN("\xEF\xBB\xBF");

void dm_lines_init(dm_lines *lines, dm_source *source)
{
    *lines = (dm_lines){ .source = source, .limit = DM_RECORD_LIMIT };
    dm_buf_init(&lines->buf);
    dm_arena_init(&lines->arena);
}

void dm_lines_clear(dm_lines *lines)
{
    dm_source_free(lines->source);
    lines->source = NULL;
    dm_buf_clear(&lines->buf);
    dm_arena_clear(&lines->arena);
}

void dm_lines_stop(dm_lines *lines)
{
    lines->ended = true;
    lines->at = lines->buf.len;
}

/* What was given makes room for what comes; the rest moves to the front once
 * a line at most, so that a long line is not moved again and again. */
static void compact(dm_lines *lines)
{
    if (lines->at == 0)
        return;
    lines->buf.len -= lines->at;
    memmove(lines->buf.data, lines->buf.data + lines->at, lines->buf.len);
    lines->at = 0;
}

static demarche_status fill(dm_lines *lines, demarche_error *err)
{
    char chunk[CHUNK];
    size_t got;
    compact(lines);
    demarche_status status =
        dm_source_read(&got, lines->source, chunk, sizeof chunk, err);
    dm_buf_add(&lines->buf, chunk, got);
    if (status == DEMARCHE_OK && dm_buf_failed(&lines->buf))
        status = dm_no_memory(err);
    if (status != DEMARCHE_OK)
        dm_lines_stop(lines);
    else if (got == 0)
        lines->ended = true;
    return status;
}

static dm_span held(const dm_lines *lines)
{
    return (dm_span){ lines->buf.data + lines->at, lines->buf.len - lines->at };
}

static demarche_status open_lines(dm_lines *lines, demarche_error *err)
{
    if (lines->opened)
        return DEMARCHE_OK;
    lines->opened = true;
    while (!lines->ended && lines->buf.len < HEAD &&
           memchr(lines->buf.data, '\n', lines->buf.len) == NULL) {
        demarche_status status = fill(lines, err);
        if (status != DEMARCHE_OK)
            return status;
    }
    if (dm_span_begins(held(lines), byte_order_mark.data))
        lines->at += byte_order_mark.len;
    return DEMARCHE_OK;
}

demarche_status dm_lines_peek(dm_span *out, dm_lines *lines,
                              demarche_error *err)
{
    demarche_status status = open_lines(lines, err);
    *out = held(lines);
    return status;
}

static demarche_status deliver(dm_span *out, dm_lines *lines, dm_span bytes,
                               demarche_error *err)
{
    dm_text text;
    dm_arena_reset(&lines->arena);
    demarche_status status =
        dm_text_init(&text, &lines->arena, bytes.data, bytes.len, err);
    if (status != DEMARCHE_OK)
        return status;
    lines->replaced += text.replaced;
    *out = (dm_span){ text.bytes, text.len };
    return DEMARCHE_OK;
}

static demarche_status too_long(const dm_lines *lines, demarche_error *err)
{
    return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                   "a record of more than %zu bytes", lines->limit);
}

/* Read up to and over the next line feed, keeping nothing. */
static demarche_status skip(dm_lines *lines, demarche_error *err)
{
    const char *feed = NULL;
    while (feed == NULL && !lines->ended) {
        lines->at = lines->buf.len;
        demarche_status status = fill(lines, err);
        if (status != DEMARCHE_OK)
            return status;
        feed = memchr(lines->buf.data, '\n', lines->buf.len);
    }
    if (feed == NULL)
        dm_lines_stop(lines);
    else
        lines->at = (size_t)(feed - lines->buf.data) + 1;
    return too_long(lines, err);
}

/* Read until a line feed is held, the end is reached or the limit is passed.
 * Tells how long the line is, its line feed included. */
static demarche_status gather(size_t *len, bool *whole, dm_lines *lines,
                              demarche_error *err)
{
    const char *feed = NULL;
    size_t seen = 0; // bytes of the line that hold no line feed
    for (;;) {
        dm_span rest = held(lines);
        if (seen < rest.len)
            feed = memchr(rest.data + seen, '\n', rest.len - seen);
        seen = rest.len;
        *whole = feed != NULL || lines->ended;
        *len = feed == NULL ? seen : (size_t)(feed - rest.data) + 1;
        if (*whole || *len > lines->limit)
            return DEMARCHE_OK;
        demarche_status status = fill(lines, err);
        if (status != DEMARCHE_OK)
            return status;
    }
}

demarche_status dm_lines_next(dm_span *out, dm_lines *lines,
                              demarche_error *err)
{
    *out = (dm_span){ NULL, 0 };
    size_t len = 0;
    bool whole = false;
    demarche_status status = open_lines(lines, err);
    if (status == DEMARCHE_OK)
        status = gather(&len, &whole, lines, err);
    if (status != DEMARCHE_OK || len == 0)
        return status;
    lines->number++;
    if (!whole)
        return skip(lines, err);
    dm_span line = { lines->buf.data + lines->at, len };
    lines->at += len;
    if (len > lines->limit)
        return too_long(lines, err);
    return deliver(out, lines, line, err);
}

demarche_status dm_lines_rest(dm_span *out, dm_lines *lines,
                              demarche_error *err)
{
    *out = (dm_span){ NULL, 0 };
    demarche_status status = open_lines(lines, err);
    while (status == DEMARCHE_OK && !lines->ended &&
           held(lines).len <= lines->limit)
        status = fill(lines, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_span all = held(lines);
    dm_lines_stop(lines);
    if (all.len > lines->limit)
        return too_long(lines, err);
    return deliver(out, lines, all, err);
}
