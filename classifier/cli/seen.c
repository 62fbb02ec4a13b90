/* seen.c - how often each string was seen, without keeping the strings.
 *
 * Open addressing over 64-bit hashes. Two strings with one hash would count as
 * the same: among a million, once in some ten million runs.
 */
#include <stdint.h>
#include <stdlib.h>

#include "documents.h"

enum { FIRST_CAPACITY = 64 };

struct seen_slot {
    uint64_t hash; // 0: free
    size_t times;
};

/* FNV-1a, stirred at the end so that the low bits serve as an index. */
static uint64_t hash_string(const char *string)
{
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    for (const unsigned char *at = (const unsigned char *)string; *at != 0;
         at++)
        hash = (hash ^ *at) * UINT64_C(0x100000001B3);
    hash = (hash ^ hash >> 32) * UINT64_C(0x9E3779B97F4A7C15);
    hash ^= hash >> 29;
    return hash == 0 ? 1 : hash;
}

static struct seen_slot *find_slot(const cli_seen *seen, uint64_t hash)
{
    size_t at = (size_t)hash & (seen->capacity - 1);
    while (seen->slots[at].hash != 0 && seen->slots[at].hash != hash)
        at = (at + 1) & (seen->capacity - 1);
    return &seen->slots[at];
}

static bool widen(cli_seen *seen)
{
    struct cli_seen old = *seen;
    size_t capacity = old.capacity == 0 ? FIRST_CAPACITY : 2 * old.capacity;
    struct seen_slot *slots = calloc(capacity, sizeof *slots);
    if (slots == NULL)
        return false;
    seen->slots = slots;
    seen->capacity = capacity;
    for (size_t i = 0; i < old.capacity; i++)
        if (old.slots[i].hash != 0)
            *find_slot(seen, old.slots[i].hash) = old.slots[i];
    free(old.slots);
    return true;
}

size_t seen_add(cli_seen *seen, const char *string)
{
    if (2 * seen->count >= seen->capacity && !widen(seen))
        return SIZE_MAX;
    struct seen_slot *slot = find_slot(seen, hash_string(string));
    if (slot->hash == 0) {
        slot->hash = hash_string(string);
        seen->count++;
    }
    return slot->times++;
}

void seen_clear(cli_seen *seen)
{
    free(seen->slots);
    *seen = (struct cli_seen){ .slots = NULL };
}
