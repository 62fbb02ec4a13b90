/* error.h - the one way this library reports a failure. */
#ifndef DM_ERROR_H
#define DM_ERROR_H

#include "demarche.h"

#if defined(__GNUC__)
#define DM_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define DM_PRINTF(text, first)
#endif

/* Record a failure and return its status, so that a failing function can end
 * with `return dm_fail(...)`. `err` may be NULL; `offset` is in bytes. */
demarche_status dm_fail(demarche_error *err, demarche_status status,
                        size_t offset, const char *format, ...) DM_PRINTF(4, 5);

/* The one message for memory that ran out. Inline, so that who reads one file
 * alone, as a static checker does, sees that it never tells success. */
static inline demarche_status dm_no_memory(demarche_error *err)
{
    dm_fail(err, DEMARCHE_NO_MEMORY, 0, "out of memory");
    return DEMARCHE_NO_MEMORY;
}

#endif
