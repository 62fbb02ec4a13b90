/* intern.h - strings to numbers 0, 1, 2 … and back, each string held once.
 *
 * Open addressing over 64-bit xxHash values; the bytes live in one arena.
 * Lookups never grow the table, and a locked table refuses to grow: that is
 * what keeps test data out of a fitted vocabulary.
 */
#ifndef DM_INTERN_H
#define DM_INTERN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/span.h"

#define DM_INTERN_NONE UINT32_MAX

typedef struct dm_intern {
    dm_arena arena;
    dm_span *strings; // [count], by number
    uint32_t *slots;  // [capacity], number + 1, or 0 for free
    size_t count, room, capacity;
    bool locked;
} dm_intern;

void dm_intern_init(dm_intern *table);
void dm_intern_clear(dm_intern *table);
void dm_intern_lock(dm_intern *table);

/* The number of `string`, or DM_INTERN_NONE when it is unknown. */
uint32_t dm_intern_find(const dm_intern *table, dm_span string);

/* The number of `string`, which is added when it is new and the table is not
 * locked; otherwise *out is DM_INTERN_NONE. */
demarche_status dm_intern_add(uint32_t *out, dm_intern *table, dm_span string,
                              demarche_error *err);

dm_span dm_intern_at(const dm_intern *table, uint32_t number);

#endif
