/* arena.c - see arena.h. */
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>

struct dm_arena_block {
    dm_arena_block *next;
    size_t used, size; // bytes of the payload that follows
    size_t last;       // where the newest piece begins
};

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 4 * 1024 * 1024 };
enum { ALIGN = _Alignof(max_align_t) };

static size_t round_up(size_t len)
{
    return (len + ALIGN - 1) / ALIGN * ALIGN;
}

static char *payload(dm_arena_block *block)
{
    return (char *)block + round_up(sizeof *block);
}

void dm_arena_init(dm_arena *arena)
{
    arena->blocks = NULL;
}

void dm_arena_clear(dm_arena *arena)
{
    while (arena->blocks != NULL) {
        dm_arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
}

void dm_arena_reset(dm_arena *arena)
{
    dm_arena_block *kept = NULL;
    while (arena->blocks != NULL) {
        dm_arena_block *block = arena->blocks;
        arena->blocks = block->next;
        if (kept == NULL || block->size > kept->size) {
            free(kept);
            kept = block;
        } else {
            free(block);
        }
    }
    if (kept != NULL) {
        kept->used = kept->last = 0;
        kept->next = NULL;
    }
    arena->blocks = kept;
}

static dm_arena_block *add_block(dm_arena *arena, size_t len)
{
    size_t size = arena->blocks == NULL ? FIRST_BLOCK : 2 * arena->blocks->size;
    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    if (size < len)
        size = len;
    dm_arena_block *block = malloc(round_up(sizeof *block) + size);
    if (block == NULL)
        return NULL;
    block->next = arena->blocks;
    block->used = block->last = 0;
    block->size = size;
    arena->blocks = block;
    return block;
}

/* `len` bytes, with whatever stands in them. */
static void *take(dm_arena *arena, size_t len)
{
    if (len > SIZE_MAX / 2)
        return NULL;
    len = round_up(len == 0 ? 1 : len);
    dm_arena_block *block = arena->blocks;
    if (block == NULL || block->size - block->used < len)
        block = add_block(arena, len);
    if (block == NULL)
        return NULL;
    block->last = block->used;
    block->used += len;
    return payload(block) + block->last;
}

void *dm_arena_alloc(dm_arena *arena, size_t len)
{
    void *given = take(arena, len);
    return given == NULL ? NULL : memset(given, 0, len);
}

bool dm_multiply(size_t count, size_t size, size_t *product)
{
    if (size != 0 && count > SIZE_MAX / size)
        return false;
    *product = count * size;
    return true;
}

void *dm_arena_array(dm_arena *arena, size_t count, size_t size)
{
    size_t len;
    return dm_multiply(count, size, &len) ? dm_arena_alloc(arena, len) : NULL;
}

void *dm_arena_room(dm_arena *arena, size_t count, size_t size)
{
    size_t len;
    return dm_multiply(count, size, &len) ? take(arena, len) : NULL;
}

char *dm_arena_copy(dm_arena *arena, dm_span bytes)
{
    char *copy = bytes.len == SIZE_MAX ? NULL : take(arena, bytes.len + 1);
    if (copy == NULL)
        return NULL;
    if (bytes.len > 0)
        memcpy(copy, bytes.data, bytes.len);
    copy[bytes.len] = '\0';
    return copy;
}

/* Widen the newest piece of the newest block where it stands; false when
 * `items` is not that, or the block has no room. */
static bool extend(dm_arena *arena, const void *items, size_t len)
{
    dm_arena_block *block = arena->blocks;
    if (block == NULL || len > block->size ||
        payload(block) + block->last != (const char *)items ||
        block->size - block->last < round_up(len))
        return false;
    block->used = block->last + round_up(len);
    return true;
}

void *dm_arena_widen(dm_arena *arena, void *items, size_t count,
                     size_t *capacity, size_t size)
{
    size_t wider = *capacity == 0 ? 16 : 2 * *capacity, len;
    if (!dm_multiply(wider, size, &len))
        return NULL;
    char *moved = items;
    if (items == NULL || !extend(arena, items, len)) {
        moved = take(arena, len);
        if (moved == NULL)
            return NULL;
        if (items != NULL)
            memcpy(moved, items, count * size);
    }
    memset(moved + count * size, 0, len - count * size);
    *capacity = wider;
    return moved;
}
