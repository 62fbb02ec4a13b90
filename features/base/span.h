/* span.h - bytes that somebody else owns: a pointer and a length. */
#ifndef DM_SPAN_H
#define DM_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct dm_span {
    const char *data; // never NULL when len > 0; not NUL-terminated
    size_t len;       // bytes
} dm_span;

/* A string literal as a span, usable in a static table. */
#define DM_SPAN(literal)                                                       \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }

static inline dm_span dm_span_of(const char *string)
{
    return (dm_span){ string, string == NULL ? 0 : strlen(string) };
}

static inline bool dm_span_equal(dm_span a, dm_span b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

static inline bool dm_span_is(dm_span a, const char *string)
{
    return dm_span_equal(a, dm_span_of(string));
}

static inline bool dm_span_begins(dm_span a, const char *prefix)
{
    size_t len = strlen(prefix);
    return a.len >= len && memcmp(a.data, prefix, len) == 0;
}

static inline bool dm_span_ends(dm_span a, const char *suffix)
{
    size_t len = strlen(suffix);
    return a.len >= len && memcmp(a.data + a.len - len, suffix, len) == 0;
}

/* Order by bytes, shorter first where one begins the other; for qsort. */
static inline int dm_span_compare(dm_span a, dm_span b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared == 0 ? 0 : memcmp(a.data, b.data, shared);
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

#endif
