/* cover.c - see cover.h. */
#include "assay/cover.h"

#include <stdlib.h>

static int by_begin(const void *a, const void *b)
{
    const dm_stretch *x = a, *y = b;
    return (x->begin > y->begin) - (x->begin < y->begin);
}

static size_t join(dm_stretch *items, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        dm_stretch *last = kept > 0 ? &items[kept - 1] : NULL;
        if (last == NULL || items[i].begin > last->end)
            items[kept++] = items[i];
        else if (items[i].end > last->end)
            last->end = items[i].end;
    }
    return kept;
}

demarche_status dm_cover_init(dm_cover *out, dm_arena *arena,
                              const dm_ruler *ruler,
                              const demarche_range *ranges, size_t count,
                              demarche_error *err)
{
    *out = (dm_cover){ NULL, 0, 0 };
    dm_stretch *items = dm_arena_array(arena, count, sizeof *items);
    if (items == NULL)
        return dm_no_memory(err);
    size_t filled = 0;
    for (size_t i = 0; i < count; i++) {
        dm_stretch stretch = { dm_ruler_at(ruler, ranges[i].begin).letters,
                               dm_ruler_at(ruler, ranges[i].end).letters };
        if (stretch.begin < stretch.end)
            items[filled++] = stretch;
    }
    qsort(items, filled, sizeof *items, by_begin);
    out->items = items;
    out->count = join(items, filled);
    for (size_t i = 0; i < out->count; i++)
        out->size += items[i].end - items[i].begin;
    return DEMARCHE_OK;
}

size_t dm_cover_shared(const dm_cover *a, const dm_cover *b)
{
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        const dm_stretch *x = &a->items[i], *y = &b->items[j];
        uint32_t begin = x->begin > y->begin ? x->begin : y->begin;
        uint32_t end = x->end < y->end ? x->end : y->end;
        shared += begin < end ? end - begin : 0;
        i += x->end == end;
        j += y->end == end;
    }
    return shared;
}

double dm_cover_ratio(size_t shared, const dm_cover *a, const dm_cover *b)
{
    if (shared == 0)
        return 0;
    return (double)shared / (double)(a->size + b->size - shared);
}

dm_stretch dm_cover_hull(const dm_cover *cover)
{
    if (cover->count == 0)
        return (dm_stretch){ 0, 0 };
    return (dm_stretch){ cover->items[0].begin,
                         cover->items[cover->count - 1].end };
}
