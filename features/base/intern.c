/* intern.c - see intern.h. */
#include "base/intern.h"

#include <assert.h>
#include <stdlib.h>
#include <xxhash.h>

enum { FIRST_CAPACITY = 256 }; // slots, a power of two

void dm_intern_init(dm_intern *table)
{
    *table = (dm_intern){ 0 };
    dm_arena_init(&table->arena);
}

void dm_intern_clear(dm_intern *table)
{
    dm_arena_clear(&table->arena);
    free(table->strings);
    free(table->slots);
    dm_intern_init(table);
}

void dm_intern_lock(dm_intern *table)
{
    table->locked = true;
}

/* The slot that holds `string`, or the free slot where it would go. */
static size_t slot_of(const dm_intern *table, dm_span string)
{
    size_t mask = table->capacity - 1;
    size_t slot = (size_t)XXH3_64bits(string.data, string.len) & mask;
    while (table->slots[slot] != 0 &&
           !dm_span_equal(table->strings[table->slots[slot] - 1], string))
        slot = (slot + 1) & mask;
    return slot;
}

uint32_t dm_intern_find(const dm_intern *table, dm_span string)
{
    if (table->capacity == 0)
        return DM_INTERN_NONE;
    uint32_t held = table->slots[slot_of(table, string)];
    return held == 0 ? DM_INTERN_NONE : held - 1;
}

static bool widen(dm_intern *table)
{
    size_t capacity =
        table->capacity == 0 ? FIRST_CAPACITY : 2 * table->capacity;
    size_t room = capacity / 2;
    dm_span *strings = realloc(table->strings, room * sizeof *strings);
    if (strings == NULL)
        return false;
    table->strings = strings;
    table->room = room;
    uint32_t *slots = calloc(capacity, sizeof *slots);
    if (slots == NULL)
        return false;
    free(table->slots);
    table->slots = slots;
    table->capacity = capacity;
    for (size_t i = 0; i < table->count; i++)
        slots[slot_of(table, strings[i])] = (uint32_t)i + 1;
    return true;
}

demarche_status dm_intern_add(uint32_t *out, dm_intern *table, dm_span string,
                              demarche_error *err)
{
    *out = dm_intern_find(table, string);
    if (*out != DM_INTERN_NONE || table->locked)
        return DEMARCHE_OK;
    if (table->count >= DM_INTERN_NONE - 1)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0, "too many strings");
    if (2 * (table->count + 1) > table->capacity && !widen(table))
        return dm_no_memory(err);
    char *copy = dm_arena_copy(&table->arena, string);
    if (copy == NULL)
        return dm_no_memory(err);
    table->strings[table->count++] = (dm_span){ copy, string.len };
    table->slots[slot_of(table, string)] = (uint32_t)table->count;
    *out = (uint32_t)table->count - 1;
    return DEMARCHE_OK;
}

dm_span dm_intern_at(const dm_intern *table, uint32_t number)
{
    assert(number < table->count);
    return table->strings[number];
}
