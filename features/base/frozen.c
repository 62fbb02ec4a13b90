/* frozen.c - see frozen.h. */
#include "base/frozen.h"

#include <assert.h>
#include <stdlib.h>
#include <xxhash.h>

#include "base/arena.h"

enum { BITS_MAX = 24, GROUP_MAX = 64 }; // strings a group: a bound on look-ups

typedef struct entry {
    uint64_t hash;
    dm_span string;
    uint32_t index;
} entry;

static size_t group_of(uint64_t hash, uint32_t bits)
{
    return (size_t)(hash >> (64 - bits));
}

static size_t group_for(const dm_frozen *set, dm_span string)
{
    return group_of(XXH3_64bits(string.data, string.len), set->bits);
}

static uint32_t find_in(const dm_frozen *set, size_t group, dm_span string)
{
    for (uint32_t i = set->directory[group]; i < set->directory[group + 1]; i++)
        if (dm_span_equal(dm_frozen_at(set, i), string))
            return i;
    return DM_FROZEN_NONE;
}

uint32_t dm_frozen_find(const dm_frozen *set, dm_span string)
{
    return find_in(set, group_for(set, string), string);
}

/* A look-up waits for memory three times, each time to learn where to go next.
 * Many at once wait together. */
void dm_frozen_find_all(uint32_t *numbers, const dm_frozen *set,
                        const dm_span *strings, size_t count)
{
    size_t groups[DM_FROZEN_BATCH];
    assert(count <= DM_FROZEN_BATCH);
    for (size_t i = 0; i < count; i++) {
        groups[i] = group_for(set, strings[i]);
        __builtin_prefetch(set->directory + groups[i]);
    }
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(set->offsets + set->directory[groups[i]]);
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(set->pool + set->offsets[set->directory[groups[i]]]);
    for (size_t i = 0; i < count; i++)
        numbers[i] = find_in(set, groups[i], strings[i]);
}

dm_span dm_frozen_at(const dm_frozen *set, uint32_t number)
{
    assert(number < set->count);
    uint32_t begin = set->offsets[number];
    return (dm_span){ set->pool + begin, set->offsets[number + 1] - begin };
}

static bool ascends_to(const uint32_t *numbers, size_t count, size_t last)
{
    for (size_t i = 1; i < count; i++)
        if (numbers[i] < numbers[i - 1])
            return false;
    return numbers[0] == 0 && numbers[count - 1] == last;
}

static bool groups_are_small(const uint32_t *directory, size_t groups)
{
    for (size_t g = 0; g < groups; g++)
        if (directory[g + 1] - directory[g] > GROUP_MAX)
            return false;
    return true;
}

bool dm_frozen_take(dm_frozen *out, dm_image *image)
{
    const uint32_t *sizes = dm_image_take(image, 2, sizeof *sizes);
    if (sizes == NULL || sizes[1] < 1 || sizes[1] > BITS_MAX)
        return false;
    size_t groups = (size_t)1 << sizes[1];
    *out = (dm_frozen){ .count = sizes[0], .bits = sizes[1] };
    out->directory = dm_image_take(image, groups + 1, sizeof(uint32_t));
    out->offsets =
        dm_image_take(image, (size_t)out->count + 1, sizeof(uint32_t));
    dm_span pool = dm_image_take_any(image);
    out->pool = pool.data;
    return out->directory != NULL && out->offsets != NULL &&
           pool.data != NULL &&
           ascends_to(out->directory, groups + 1, out->count) &&
           groups_are_small(out->directory, groups) &&
           ascends_to(out->offsets, (size_t)out->count + 1, pool.len);
}

static int compare_entries(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return dm_span_compare(x->string, y->string);
}

demarche_status dm_frozen_order(uint32_t *order, const dm_span *strings,
                                size_t count, demarche_error *err)
{
    entry *entries = calloc(count + 1, sizeof *entries);
    if (entries == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < count; i++) {
        uint64_t hash = XXH3_64bits(strings[i].data, strings[i].len);
        entries[i] = (entry){ hash, strings[i], (uint32_t)i };
    }
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = 0; i < count; i++)
        order[i] = entries[i].index;
    free(entries);
    return DEMARCHE_OK;
}

/* About one string a group. */
static uint32_t bits_for(size_t count)
{
    uint32_t bits = 1;
    while (bits < BITS_MAX && ((size_t)1 << bits) < count / 2)
        bits++;
    return bits;
}

static void add_directory(dm_buf *buf, const dm_span *strings,
                          const uint32_t *order, size_t count, uint32_t bits)
{
    size_t groups = (size_t)1 << bits;
    uint32_t *directory = calloc(groups + 1, sizeof *directory);
    if (directory == NULL) {
        buf->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        dm_span string = strings[order[i]];
        directory[group_of(XXH3_64bits(string.data, string.len), bits) + 1]++;
    }
    for (size_t g = 0; g < groups; g++)
        directory[g + 1] += directory[g];
    dm_image_add(buf, directory, groups + 1, sizeof *directory);
    free(directory);
}

static void add_strings(dm_buf *buf, const dm_span *strings,
                        const uint32_t *order, size_t count)
{
    uint32_t *offsets = calloc(count + 1, sizeof *offsets);
    dm_buf pool;
    dm_buf_init(&pool);
    for (size_t i = 0; offsets != NULL && i < count; i++) {
        dm_buf_add_span(&pool, strings[order[i]]);
        offsets[i + 1] = (uint32_t)pool.len;
    }
    if (offsets == NULL || dm_buf_failed(&pool) || pool.len > UINT32_MAX)
        buf->failed = true;
    else
        dm_image_add(buf, offsets, count + 1, sizeof *offsets);
    dm_image_add(buf, pool.data, pool.len, 1);
    dm_buf_clear(&pool);
    free(offsets);
}

void dm_frozen_add(dm_buf *buf, const dm_span *strings, const uint32_t *order,
                   size_t count)
{
    uint32_t sizes[2] = { (uint32_t)count, bits_for(count) };
    dm_image_add(buf, sizes, 2, sizeof *sizes);
    add_directory(buf, strings, order, count, sizes[1]);
    add_strings(buf, strings, order, count);
}
