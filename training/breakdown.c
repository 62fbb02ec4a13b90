/* breakdown.c - see breakdown.h. */
#include "breakdown.h"

#include <stdlib.h>

/* Which rows are scored together. */
typedef struct choice {
    bool clear;     // those that are not hard; else
    uint32_t genre; // those of that genre
} choice;

static bool is_chosen(const choice *c, const dm_judged *row)
{
    return c->clear ? row->clear : row->genre == c->genre;
}

static void score_part(demarche_part *out, const dm_evaluation *e,
                       const choice *c)
{
    size_t confusion[DEMARCHE_LABELS_MAX][DEMARCHE_LABELS_MAX] = { { 0 } };
    size_t right = 0;
    for (size_t i = 0; i < e->count; i++) {
        const dm_judged *row = &e->judged[i];
        if (!is_chosen(c, row))
            continue;
        confusion[row->gold][row->said]++;
        right += row->gold == row->said;
        out->rows++;
    }
    if (out->rows == 0)
        return;
    out->accuracy = (double)right / (double)out->rows;
    out->macro_f1 = dm_macro_f1(confusion, e->shown.label_count);
}

static int compare_parts(const void *a, const void *b)
{
    const demarche_part *x = a, *y = b;
    return strcmp(x->name, y->name);
}

/* One label a row is what genres are for: where there are hundreds, the field
 * means something else, and taking rows apart by it would take forever. */
static demarche_status find_genres(dm_evaluation *e, const dm_intern *genres,
                                   demarche_error *err)
{
    enum { GENRES_MAX = 100 };
    demarche_part *parts;
    if (genres->count > GENRES_MAX)
        return DEMARCHE_OK;
    parts = dm_arena_array(&e->arena, genres->count + 1, sizeof *parts);
    if (parts == NULL)
        return dm_no_memory(err);
    for (uint32_t g = 0; g < genres->count; g++) {
        demarche_part *part = &parts[e->shown.genre_count];
        part->name = dm_arena_copy(&e->arena, dm_intern_at(genres, g));
        if (part->name == NULL)
            return dm_no_memory(err);
        score_part(part, e, &(choice){ .genre = g });
        e->shown.genre_count += part->rows > 0;
    }
    qsort(parts, e->shown.genre_count, sizeof *parts, compare_parts);
    e->shown.genres = parts;
    return DEMARCHE_OK;
}

static double top(const dm_judged *row)
{
    return row->p[row->said];
}

static int compare_surest(const void *a, const void *b)
{
    const dm_judged *x = *(const dm_judged *const *)a;
    const dm_judged *y = *(const dm_judged *const *)b;
    if (top(x) != top(y))
        return top(x) > top(y) ? -1 : 1;
    return (x > y) - (x < y); // rows of one array: their order
}

/* The rows, surest first; NULL when memory ran out. */
static const dm_judged **sort_surest(const dm_evaluation *e)
{
    const dm_judged **sorted = calloc(e->count + 1, sizeof(dm_judged *));
    if (sorted == NULL)
        return NULL;
    for (size_t i = 0; i < e->count; i++)
        sorted[i] = &e->judged[i];
    qsort(sorted, e->count, sizeof(dm_judged *), compare_surest);
    return sorted;
}

static demarche_coverage cover(const dm_judged **sorted, size_t kept,
                               size_t right, size_t count)
{
    return (demarche_coverage){ (double)kept / (double)count,
                                (double)right / (double)kept,
                                top(sorted[kept - 1]) };
}

static demarche_status find_coverage(dm_evaluation *e, demarche_error *err)
{
    const dm_judged **sorted = sort_surest(e);
    if (sorted == NULL)
        return dm_no_memory(err);
    size_t right = 0, kept = 0;
    for (size_t k = 0; k < DEMARCHE_COVERAGES; k++) {
        size_t percent = 50 + 10 * k;
        size_t wanted = (e->count * percent + 99) / 100;
        for (; kept < wanted; kept++)
            right += sorted[kept]->gold == sorted[kept]->said;
        e->shown.coverage[k] = cover(sorted, kept, right, e->count);
    }
    free(sorted);
    return DEMARCHE_OK;
}

demarche_status dm_breakdown_find(dm_evaluation *e, const dm_intern *genres,
                                  demarche_error *err)
{
    demarche_status status = find_genres(e, genres, err);
    e->shown.clear.name = "not hard";
    score_part(&e->shown.clear, e, &(choice){ .clear = true });
    return status == DEMARCHE_OK ? find_coverage(e, err) : status;
}

demarche_status demarche_evaluation_abstain(demarche_coverage *out,
                                            const demarche_evaluation *shown,
                                            double accuracy,
                                            demarche_error *err)
{
    const dm_evaluation *e = (const dm_evaluation *)shown;
    const dm_judged **sorted = sort_surest(e);
    *out = (demarche_coverage){ 0 };
    if (sorted == NULL)
        return dm_no_memory(err);
    size_t right = 0;
    for (size_t i = 0; i < e->count; i++) {
        right += sorted[i]->gold == sorted[i]->said;
        // a threshold cannot part rows that are equally sure
        bool last = i + 1 == e->count || top(sorted[i + 1]) < top(sorted[i]);
        if (last && (double)right >= accuracy * (double)(i + 1))
            *out = cover(sorted, i + 1, right, e->count);
    }
    free(sorted);
    return DEMARCHE_OK;
}
