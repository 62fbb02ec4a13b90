/* arena.h - memory that is given back all at once.
 *
 * One arena a document: statements, tokens and vectors live in it and die with
 * it. Blocks double in size, so that a document costs a handful of mallocs;
 * dm_arena_reset keeps the largest block for the next document.
 */
#ifndef DM_ARENA_H
#define DM_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

typedef struct dm_arena_block dm_arena_block;

typedef struct dm_arena {
    dm_arena_block *blocks; // newest first
} dm_arena;

void dm_arena_init(dm_arena *arena);
void dm_arena_clear(dm_arena *arena); // frees all; may be used again
void dm_arena_reset(dm_arena *arena); // forgets all, keeps one block

/* `len` bytes, zeroed and aligned for any type; NULL when memory ran out.
 * A length of 0 gives a valid pointer. */
void *dm_arena_alloc(dm_arena *arena, size_t len);

/* An array of `count` items of `size` bytes each, zeroed; NULL also when the
 * product overflows. */
void *dm_arena_array(dm_arena *arena, size_t count, size_t size);

/* Such an array with whatever stands in it, for what is written at once. */
void *dm_arena_room(dm_arena *arena, size_t count, size_t size);

/* A NUL-terminated copy; NULL when memory ran out. */
char *dm_arena_copy(dm_arena *arena, dm_span bytes);

/* Room for one more item in an array that lives in an arena: at `count` items
 * and `*capacity`, moves `items` to twice the room where needed. Returns the
 * array to go on with, or NULL when memory ran out (the old one stays). */
void *dm_arena_widen(dm_arena *arena, void *items, size_t count,
                     size_t *capacity, size_t size); // where it is full

static inline void *dm_arena_grow(dm_arena *arena, void *items, size_t count,
                                  size_t *capacity, size_t size)
{
    return count < *capacity
               ? items
               : dm_arena_widen(arena, items, count, capacity, size);
}

/* count * size in *product, or false when it overflows. Every multiplication
 * that sizes an allocation goes through here. */
bool dm_multiply(size_t count, size_t size, size_t *product);

#endif
