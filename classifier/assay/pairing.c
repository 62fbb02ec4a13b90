/* pairing.c - see pairing.h. */
#include "assay/pairing.h"

#include <stdlib.h>

/* A stretch, and which cover of its list it belongs to. */
typedef struct piece {
    dm_stretch at;
    uint32_t owner;
} piece;

/* The pieces of one list; those that the sweep stands in are `open`. */
typedef struct line {
    piece *pieces; // [count], by begin
    size_t count, next;
    size_t *open; // [open_count]
    size_t open_count;
} line;

typedef struct sweep {
    line a, b;
    dm_arena *arena;
    dm_overlap *found; // [count]
    size_t count, capacity;
} sweep;

static int by_begin(const void *a, const void *b)
{
    const piece *x = a, *y = b;
    if (x->at.begin != y->at.begin)
        return x->at.begin < y->at.begin ? -1 : 1;
    return (x->owner > y->owner) - (x->owner < y->owner);
}

static demarche_status init_line(line *out, dm_arena *arena,
                                 const dm_cover *covers, size_t count,
                                 demarche_error *err)
{
    size_t pieces = 0;
    for (size_t i = 0; i < count; i++)
        pieces += covers[i].count;
    *out = (line){ .pieces = dm_arena_array(arena, pieces, sizeof(piece)),
                   .open = dm_arena_array(arena, pieces, sizeof(size_t)) };
    if (out->pieces == NULL || out->open == NULL || count > UINT32_MAX - 1)
        return dm_no_memory(err);
    for (size_t i = 0; i < count; i++)
        for (size_t s = 0; s < covers[i].count; s++)
            out->pieces[out->count++] =
                (piece){ covers[i].items[s], (uint32_t)i };
    qsort(out->pieces, out->count, sizeof *out->pieces, by_begin);
    return DEMARCHE_OK;
}

static demarche_status keep(sweep *s, const piece *a, const piece *b,
                            demarche_error *err)
{
    uint32_t begin = a->at.begin > b->at.begin ? a->at.begin : b->at.begin;
    uint32_t end = a->at.end < b->at.end ? a->at.end : b->at.end;
    if (s->count == DM_OVERLAPS_MAX)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "ranges of one document overlap too often");
    dm_overlap *found = dm_arena_grow(s->arena, s->found, s->count,
                                      &s->capacity, sizeof *found);
    if (found == NULL)
        return dm_no_memory(err);
    s->found = found;
    s->found[s->count++] = (dm_overlap){ a->owner, b->owner, end - begin, 0 };
    return DEMARCHE_OK;
}

/* Let the next piece of `from` begin: it overlaps all of `other` that are
 * open still. */
static demarche_status begin_piece(sweep *s, line *from, line *other,
                                   demarche_error *err)
{
    const piece *p = &from->pieces[from->next];
    size_t still = 0;
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < other->open_count && status == DEMARCHE_OK; i++) {
        const piece *q = &other->pieces[other->open[i]];
        if (q->at.end <= p->at.begin)
            continue;
        other->open[still++] = other->open[i];
        status = from == &s->a ? keep(s, p, q, err) : keep(s, q, p, err);
    }
    other->open_count = still;
    from->open[from->open_count++] = from->next++;
    return status;
}

static demarche_status run(sweep *s, demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    line *a = &s->a, *b = &s->b;
    while (status == DEMARCHE_OK &&
           (a->next < a->count || b->next < b->count)) {
        bool first = b->next == b->count ||
                     (a->next < a->count && a->pieces[a->next].at.begin <=
                                                b->pieces[b->next].at.begin);
        status = first ? begin_piece(s, a, b, err) : begin_piece(s, b, a, err);
    }
    return status;
}

static int by_places(const void *a, const void *b)
{
    const dm_overlap *x = a, *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

/* Pieces of one pair become one overlap. */
static size_t sum_up(dm_overlap *items, size_t count, const dm_cover *a,
                     const dm_cover *b)
{
    size_t kept = 0;
    qsort(items, count, sizeof *items, by_places);
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && by_places(&items[kept - 1], &items[i]) == 0)
            items[kept - 1].shared += items[i].shared;
        else
            items[kept++] = items[i];
    }
    for (size_t i = 0; i < kept; i++)
        items[i].ratio =
            dm_cover_ratio(items[i].shared, &a[items[i].a], &b[items[i].b]);
    return kept;
}

demarche_status dm_overlaps_find(dm_overlaps *out, dm_arena *arena,
                                 const dm_cover *a, size_t a_count,
                                 const dm_cover *b, size_t b_count,
                                 demarche_error *err)
{
    sweep s = { .arena = arena };
    *out = (dm_overlaps){ NULL, 0 };
    demarche_status status = init_line(&s.a, arena, a, a_count, err);
    if (status == DEMARCHE_OK)
        status = init_line(&s.b, arena, b, b_count, err);
    if (status == DEMARCHE_OK)
        status = run(&s, err);
    if (status != DEMARCHE_OK || s.count == 0)
        return status;
    out->items = s.found;
    out->count = sum_up(s.found, s.count, a, b);
    return DEMARCHE_OK;
}

static int by_ratio(const void *a, const void *b)
{
    const dm_overlap *x = a, *y = b;
    if (x->ratio != y->ratio)
        return x->ratio > y->ratio ? -1 : 1;
    return by_places(a, b);
}

demarche_status dm_overlaps_pair(uint32_t *of_a, size_t a_count, uint32_t *of_b,
                                 size_t b_count, const dm_overlaps *overlaps,
                                 double least, dm_arena *arena,
                                 demarche_error *err)
{
    dm_overlap *best = dm_arena_array(arena, overlaps->count, sizeof *best);
    if (best == NULL)
        return dm_no_memory(err);
    size_t count = 0;
    for (size_t i = 0; i < overlaps->count; i++)
        if (overlaps->items[i].ratio >= least)
            best[count++] = overlaps->items[i];
    qsort(best, count, sizeof *best, by_ratio);
    for (size_t i = 0; i < a_count; i++)
        of_a[i] = DM_NOBODY;
    for (size_t i = 0; i < b_count; i++)
        of_b[i] = DM_NOBODY;
    for (size_t i = 0; i < count; i++) {
        if (of_a[best[i].a] != DM_NOBODY || of_b[best[i].b] != DM_NOBODY)
            continue;
        of_a[best[i].a] = best[i].b;
        of_b[best[i].b] = best[i].a;
    }
    return DEMARCHE_OK;
}

const dm_overlap *dm_overlaps_at(const dm_overlaps *overlaps, uint32_t a,
                                 uint32_t b)
{
    dm_overlap key = { .a = a, .b = b };
    if (overlaps->count == 0)
        return NULL;
    return bsearch(&key, overlaps->items, overlaps->count, sizeof key,
                   by_places);
}
