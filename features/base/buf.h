/* buf.h - bytes that grow, with a failure that is asked for once.
 *
 * Appending needs no check: a buffer that could not grow remembers it, ignores
 * what follows, and dm_buf_take or dm_buf_failed tells at the end. The bytes
 * are always NUL-terminated, and `data` is never NULL.
 */
#ifndef DM_BUF_H
#define DM_BUF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/span.h"

typedef struct dm_buf {
    char *data;
    size_t len, capacity; // capacity 0: data is a shared empty string
    bool failed;
} dm_buf;

void dm_buf_init(dm_buf *buf);
void dm_buf_clear(dm_buf *buf); // frees; may be used again
void dm_buf_reset(dm_buf *buf); // empties, keeps the room and no failure

void dm_buf_add(dm_buf *buf, const void *bytes, size_t len);
void dm_buf_add_span(dm_buf *buf, dm_span span);
void dm_buf_add_string(dm_buf *buf, const char *string);
void dm_buf_add_char(dm_buf *buf, char c);
void dm_buf_repeat(dm_buf *buf, const char *string, size_t times);

/* Formatted as by snprintf. Not for floating point: see num.h. */
void dm_buf_addf(dm_buf *buf, const char *format, ...) DM_PRINTF(2, 3);

/* A UTF-8 encoded code point; values beyond Unicode become U+FFFD. */
void dm_buf_add_codepoint(dm_buf *buf, uint32_t codepoint);

bool dm_buf_failed(const dm_buf *buf);
dm_span dm_buf_span(const dm_buf *buf); // borrowed until the next append

/* Hand the bytes over, NUL-terminated and to be released by free(); the buffer
 * is empty afterwards. DEMARCHE_NO_MEMORY when any append had failed. */
demarche_status dm_buf_take(char **out, dm_buf *buf, demarche_error *err);

#endif
