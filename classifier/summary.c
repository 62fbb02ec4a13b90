/* summary.c - see summary.h.
 *
 * All is sorting: documents and sides by name, statements by actor and words
 * (copies come to stand together), then by actor and place, rows by side and
 * size. Numbers that the tally gave out depend on the order of reading and so
 * never decide an order that is shown.
 */
#include "summary.h"

#include <stdlib.h>

typedef struct ranked {
    dm_span name;
    uint32_t number; // in the tally's table
} ranked;

static int by_name(const void *a, const void *b)
{
    return dm_span_compare(((const ranked *)a)->name,
                           ((const ranked *)b)->name);
}

/* us, china, those between by name, other, and last those not judged. */
static int side_class(dm_span side)
{
    static const char *const known[] = { "us", "china", NULL, "other", "" };
    int count = (int)(sizeof known / sizeof *known), between = 0;
    for (int i = 0; i < count; i++) {
        if (known[i] == NULL)
            between = i;
        else if (dm_span_is(side, known[i]))
            return i;
    }
    return between;
}

static int by_side(const void *a, const void *b)
{
    int x = side_class(((const ranked *)a)->name);
    int y = side_class(((const ranked *)b)->name);
    return x != y ? x - y : by_name(a, b);
}

/* The place of each string of `table` in the order of `compare`. */
static uint32_t *rank(dm_arena *arena, const dm_intern *table,
                      int (*compare)(const void *, const void *))
{
    ranked *sorted = dm_arena_array(arena, table->count, sizeof *sorted);
    uint32_t *ranks = dm_arena_array(arena, table->count, sizeof *ranks);
    if (sorted == NULL || ranks == NULL)
        return NULL;
    for (uint32_t i = 0; i < table->count; i++)
        sorted[i] = (ranked){ dm_intern_at(table, i), i };
    qsort(sorted, table->count, sizeof *sorted, compare);
    for (uint32_t i = 0; i < table->count; i++)
        ranks[sorted[i].number] = i;
    return ranks;
}

#define ORDER(a, b) (((a) > (b)) - ((a) < (b)))

static int by_words(const dm_saying *x, const dm_saying *y)
{
    int order = ORDER(x->words[0], y->words[0]);
    return order != 0 ? order : ORDER(x->words[1], y->words[1]);
}

/* Document, number, place; what is left are twins under one id. */
static int by_place(const void *a, const void *b)
{
    const dm_line *x = a, *y = b;
    int order = ORDER(x->doc, y->doc);
    if (order == 0)
        order = ORDER(x->saying->n, y->saying->n);
    if (order == 0)
        order = ORDER(x->saying->begin, y->saying->begin);
    if (order == 0)
        order = by_words(x->saying, y->saying);
    return order != 0 ? order : ORDER(x->saying->score, y->saying->score);
}

static int by_actor_and_words(const void *a, const void *b)
{
    const dm_saying *x = ((const dm_line *)a)->saying;
    const dm_saying *y = ((const dm_line *)b)->saying;
    int order = ORDER(x->actor, y->actor);
    if (order == 0)
        order = by_words(x, y);
    return order != 0 ? order : by_place(a, b);
}

static int by_actor_and_place(const void *a, const void *b)
{
    int order = ORDER(((const dm_line *)a)->saying->actor,
                      ((const dm_line *)b)->saying->actor);
    return order != 0 ? order : by_place(a, b);
}

/* The first of each run with one actor and one wording stands for all. */
static void mark_copies(dm_line *lines, size_t count)
{
    dm_line *first = NULL;
    for (size_t i = 0; i < count; i++) {
        const dm_saying *saying = lines[i].saying;
        if (first != NULL && first->saying->actor == saying->actor &&
            by_words(first->saying, saying) == 0) {
            first->copies++;
            continue;
        }
        first = &lines[i];
        first->distinct = true;
    }
}

static dm_line *order_lines(dm_arena *arena, const demarche_tally *tally)
{
    size_t count = tally->count;
    const uint32_t *docs = rank(arena, &tally->docs, by_name);
    dm_line *lines = dm_arena_array(arena, count, sizeof *lines);
    if (docs == NULL || lines == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        lines[i].saying = &tally->items[i];
        lines[i].doc = docs[tally->items[i].doc];
    }
    qsort(lines, count, sizeof *lines, by_actor_and_words);
    mark_copies(lines, count);
    qsort(lines, count, sizeof *lines, by_actor_and_place);
    return lines;
}

/* What building needs beside the summary itself. */
typedef struct builder {
    dm_summary *summary;
    const uint32_t *side_ranks; // [sides], by number
    const dm_span *side_names;  // [sides], by rank
    uint32_t *sides;            // [statements], scratch
    unsigned resamples;
    uint64_t seed;
} builder;

static int by_number(const void *a, const void *b)
{
    return ORDER(*(const uint32_t *)a, *(const uint32_t *)b);
}

/* The side of most lines; of equally many the one that is shown first. */
static uint32_t side_of(const builder *b, const dm_line *lines, size_t count)
{
    for (size_t i = 0; i < count; i++)
        b->sides[i] = b->side_ranks[lines[i].saying->side];
    qsort(b->sides, count, sizeof *b->sides, by_number);
    uint32_t best = b->sides[0];
    size_t most = 0;
    for (size_t begin = 0, end; begin < count; begin = end) {
        end = begin + 1;
        while (end < count && b->sides[end] == b->sides[begin])
            end++;
        if (end - begin > most) {
            most = end - begin;
            best = b->sides[begin];
        }
    }
    return best;
}

static demarche_status fill_row(dm_stance *row, const builder *b,
                                const dm_line *lines, size_t count,
                                demarche_error *err)
{
    const demarche_tally *tally = b->summary->tally;
    const dm_named *named = &tally->named[lines[0].saying->actor];
    row->name = named->name;
    row->id = named->id;
    row->lines = lines;
    row->side = b->side_names[side_of(b, lines, count)];
    return dm_figures_init(&row->figures, lines, count, b->resamples, b->seed,
                           named->id.len > 0 ? named->id : named->name, err);
}

static int is_nobody(const dm_stance *row)
{
    return row->name.len == 0 && row->id.len == 0;
}

static int by_side_and_size(const void *a, const void *b)
{
    const dm_stance *x = a, *y = b;
    int order = by_side(&(ranked){ x->side, 0 }, &(ranked){ y->side, 0 });
    if (order == 0) // those without a name are no one actor: they come last
        order = is_nobody(x) - is_nobody(y);
    if (order == 0)
        order = ORDER(y->figures.distinct, x->figures.distinct);
    if (order == 0)
        order = ORDER(y->figures.statements, x->figures.statements);
    if (order == 0)
        order = dm_span_compare(x->name, y->name);
    return order != 0 ? order : dm_span_compare(x->id, y->id);
}

static demarche_status build_rows(const builder *b, const dm_line *lines,
                                  demarche_error *err)
{
    dm_summary *summary = b->summary;
    size_t count = summary->tally->count;
    dm_stance *rows = dm_arena_array(
        &summary->arena, summary->tally->actors.count, sizeof *rows);
    if (rows == NULL)
        return dm_no_memory(err);
    summary->rows = rows;
    demarche_status status = DEMARCHE_OK;
    for (size_t begin = 0, end; begin < count && status == DEMARCHE_OK;
         begin = end) {
        end = begin + 1;
        while (end < count &&
               lines[end].saying->actor == lines[begin].saying->actor)
            end++;
        status = fill_row(&rows[summary->row_count++], b, lines + begin,
                          end - begin, err);
    }
    qsort(rows, summary->row_count, sizeof *rows, by_side_and_size);
    return status;
}

/* All lines of some rows, again in the order of their documents. */
static demarche_status measure_rows(dm_figures *out, const builder *b,
                                    const dm_stance *rows, size_t count,
                                    dm_span key, demarche_error *err)
{
    size_t all = 0, at = 0;
    for (size_t i = 0; i < count; i++)
        all += rows[i].figures.statements;
    dm_line *lines = dm_arena_array(&b->summary->arena, all, sizeof *lines);
    if (lines == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < count; i++) {
        size_t more = rows[i].figures.statements;
        memcpy(lines + at, rows[i].lines, more * sizeof *lines);
        at += more;
    }
    qsort(lines, all, sizeof *lines, by_place);
    return dm_figures_init(out, lines, all, b->resamples, b->seed, key, err);
}

static demarche_status build_blocks(const builder *b, demarche_error *err)
{
    dm_summary *summary = b->summary;
    dm_block *blocks = dm_arena_array(
        &summary->arena, summary->tally->sides.count, sizeof *blocks);
    if (blocks == NULL)
        return dm_no_memory(err);
    summary->blocks = blocks;
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < summary->row_count && status == DEMARCHE_OK;) {
        dm_block *block = &blocks[summary->block_count++];
        block->rows = &summary->rows[i];
        block->side = block->rows->side;
        while (i < summary->row_count &&
               dm_span_equal(summary->rows[i].side, block->side))
            i++;
        block->row_count = (size_t)(&summary->rows[i] - block->rows);
        status = measure_rows(&block->figures, b, block->rows, block->row_count,
                              block->side, err);
    }
    return status;
}

static demarche_status build(builder *b, demarche_error *err)
{
    dm_summary *summary = b->summary;
    dm_arena *arena = &summary->arena;
    const demarche_tally *tally = summary->tally;
    const dm_line *lines = order_lines(arena, tally);
    uint32_t *ranks = rank(arena, &tally->sides, by_side);
    dm_span *names = dm_arena_array(arena, tally->sides.count, sizeof *names);
    b->sides = dm_arena_array(arena, tally->count, sizeof *b->sides);
    if (lines == NULL || ranks == NULL || names == NULL || b->sides == NULL)
        return dm_no_memory(err);
    for (uint32_t i = 0; i < tally->sides.count; i++)
        names[ranks[i]] = dm_intern_at(&tally->sides, i);
    b->side_ranks = ranks;
    b->side_names = names;
    demarche_status status = build_rows(b, lines, err);
    if (status == DEMARCHE_OK)
        status = build_blocks(b, err);
    if (status == DEMARCHE_OK)
        status = measure_rows(&summary->total, b, summary->rows,
                              summary->row_count, (dm_span){ NULL, 0 }, err);
    return status;
}

demarche_status dm_summary_init(dm_summary *out, const demarche_tally *tally,
                                unsigned resamples, uint64_t seed,
                                demarche_error *err)
{
    *out = (dm_summary){ .tally = tally,
                         .first_date = tally->first_date,
                         .last_date = tally->last_date };
    dm_arena_init(&out->arena);
    builder b = { .summary = out, .resamples = resamples, .seed = seed };
    demarche_status status = build(&b, err);
    if (status != DEMARCHE_OK)
        dm_summary_clear(out);
    return status;
}

dm_span dm_summary_doc(const dm_summary *summary, const dm_line *line)
{
    return dm_intern_at(&summary->tally->docs, line->saying->doc);
}

dm_span dm_summary_cue(const dm_summary *summary, const dm_line *line)
{
    return dm_intern_at(&summary->tally->cues, line->saying->cue);
}

void dm_summary_clear(dm_summary *summary)
{
    dm_arena_clear(&summary->arena);
}
