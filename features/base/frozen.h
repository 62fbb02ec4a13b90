/* frozen.h - a fixed set of strings, numbered, that lives in an image.
 *
 * Strings stand in the order of their hash, and a directory tells where each
 * leading group of hash bits begins: a look-up compares one or two strings,
 * and needs neither a table in memory nor a pointer a string. Nothing can be
 * added: a vocabulary made this way is locked by its form.
 */
#ifndef DM_FROZEN_H
#define DM_FROZEN_H

#include "base/image.h"

#define DM_FROZEN_NONE UINT32_MAX

typedef struct dm_frozen {
    uint32_t count, bits;
    const uint32_t *directory; // [2^bits + 1], first string of each group
    const uint32_t *offsets;   // [count + 1], into the pool
    const char *pool;
} dm_frozen;

/* The number of `string`, or DM_FROZEN_NONE. */
uint32_t dm_frozen_find(const dm_frozen *set, dm_span string);

/* The numbers of `count` strings, at most DM_FROZEN_BATCH: the same, in less
 * time. */
enum { DM_FROZEN_BATCH = 32 };
void dm_frozen_find_all(uint32_t *numbers, const dm_frozen *set,
                        const dm_span *strings, size_t count);

/* String `number` (< count). */
dm_span dm_frozen_at(const dm_frozen *set, uint32_t number);

/* Read what dm_frozen_add wrote; false when it does not hold together. */
bool dm_frozen_take(dm_frozen *out, dm_image *image);

/* In which order `count` different strings are numbered: order[number] is an
 * index into `strings`. Depends on the strings alone. */
demarche_status dm_frozen_order(uint32_t *order, const dm_span *strings,
                                size_t count, demarche_error *err);

/* Append the set, `strings` being in that order. */
void dm_frozen_add(dm_buf *buf, const dm_span *strings, const uint32_t *order,
                   size_t count);

#endif
