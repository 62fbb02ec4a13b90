/* split.c - see split.h. */
#include "split.h"

#include <stdlib.h>

#include "base/random.h"

enum { FOLDS_MAX = 255 };

/* The groups that occur, and how many rows each has. */
static size_t list_groups(uint32_t *present, uint32_t *sizes,
                          const uint32_t *groups, size_t rows,
                          size_t group_count)
{
    size_t count = 0;
    for (size_t i = 0; i < rows; i++)
        sizes[groups[i]]++;
    for (size_t g = 0; g < group_count; g++)
        if (sizes[g] > 0)
            present[count++] = (uint32_t)g;
    return count;
}

static void shuffle(uint32_t *items, size_t count, uint64_t seed)
{
    uint64_t state = seed;
    for (size_t i = count; i > 1; i--) {
        size_t other = dm_random_below(&state, i);
        uint32_t item = items[i - 1];
        items[i - 1] = items[other];
        items[other] = item;
    }
}

static void deal(uint8_t *fold_of_group, const uint32_t *present, size_t count,
                 const uint32_t *sizes, unsigned folds)
{
    size_t loads[FOLDS_MAX] = { 0 };
    for (size_t i = 0; i < count; i++) {
        unsigned least = 0;
        for (unsigned f = 1; f < folds; f++)
            if (loads[f] < loads[least])
                least = f;
        fold_of_group[present[i]] = (uint8_t)least;
        loads[least] += sizes[present[i]];
    }
}

demarche_status dm_split(uint8_t *fold_of, const uint32_t *groups, size_t rows,
                         size_t group_count, unsigned folds, uint64_t seed,
                         demarche_error *err)
{
    uint32_t *present = calloc(group_count + 1, sizeof *present);
    uint32_t *sizes = calloc(group_count + 1, sizeof *sizes);
    uint8_t *fold_of_group = calloc(group_count + 1, 1);
    demarche_status status = DEMARCHE_OK;
    if (present == NULL || sizes == NULL || fold_of_group == NULL) {
        status = dm_no_memory(err);
        goto done;
    }
    size_t count = list_groups(present, sizes, groups, rows, group_count);
    if (folds < 2 || folds > FOLDS_MAX || count < folds) {
        status = dm_fail(err, DEMARCHE_NOT_ENOUGH_DATA, 0,
                         "%zu documents cannot be dealt into %u folds", count,
                         folds);
        goto done;
    }
    shuffle(present, count, seed);
    deal(fold_of_group, present, count, sizes, folds);
    for (size_t i = 0; i < rows; i++)
        fold_of[i] = fold_of_group[groups[i]];
done:
    free(present);
    free(sizes);
    free(fold_of_group);
    return status;
}

size_t dm_group_count(const uint32_t *groups, size_t rows, size_t group_count)
{
    size_t count = 0;
    uint8_t *seen = calloc(group_count + 1, 1);
    if (seen == NULL)
        return SIZE_MAX;
    for (size_t i = 0; i < rows; i++) {
        count += !seen[groups[i]];
        seen[groups[i]] = 1;
    }
    free(seen);
    return count;
}
