/* products.c - see products.h.
 *
 * Columns are of two kinds. Most n-grams stand in few rows: their entries are
 * listed by column, and a row meets in each of its columns the rows that share
 * it. What most rows have (common words, coordinates of the meaning) would
 * make that a walk over everything; such columns are laid out in full and
 * multiplied in small blocks that stay in registers.
 *
 *     row tile ──► sparse columns ──► + wide columns ──► cells ──► mirrored
 *
 * Each sum is taken in one order, whoever takes it.
 */
#include "products.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/crew.h"

enum {
    TILE = 16,   // rows a job
    HIGH = 4,    // a block: rows of the tile
    BROAD = 4,   // … times rows that came before
    COMMON = 12, // a column is wide where every such row has it
};

static const uint32_t NARROW = UINT32_MAX;

/* What one instruction handles. Left to itself, a compiler shuffles more than
 * it multiplies. */
enum { LANES = 2 };
typedef double lanes __attribute__((vector_size(LANES * sizeof(double))));

/* The rows of every narrow column, in order. */
typedef struct postings {
    size_t *begins; // [columns + 1]
    uint32_t *rows;
    double *values;
} postings;

/* The wide columns in full, twice: by row, and by groups of BROAD rows, column
 * after column. */
typedef struct panel {
    uint32_t *numbers; // [columns], of the wide ones, or NARROW
    size_t depth;      // how many are wide
    double *flat;      // [rows, rounded up][depth]
    double *grouped;   // [rows / BROAD, rounded up][depth][BROAD]
} panel;

typedef struct making {
    dm_products *out;
    const dm_vector *rows;
    size_t count, columns;
    postings narrow;
    panel wide;
    double *sums; // [threads][TILE][rows, rounded up]
} making;

static size_t round_up(size_t count, size_t step)
{
    return (count + step - 1) / step * step;
}

static size_t padded(const making *m)
{
    return round_up(m->count, TILE);
}

static void clear_making(making *m)
{
    free(m->narrow.begins);
    free(m->narrow.rows);
    free(m->narrow.values);
    free(m->wide.numbers);
    free(m->wide.flat);
    free(m->wide.grouped);
    free(m->sums);
}

/* How often each column occurs; which are wide; where the others begin. */
static bool part_columns(making *m)
{
    size_t *begins = calloc(m->columns + 1, sizeof *begins);
    uint32_t *numbers = calloc(m->columns + 1, sizeof *numbers);
    m->narrow.begins = begins;
    m->wide.numbers = numbers;
    if (begins == NULL || numbers == NULL)
        return false;
    for (size_t i = 0; i < m->count; i++)
        for (size_t k = 0; k < m->rows[i].count; k++)
            begins[m->rows[i].ids[k] + 1]++;
    for (size_t c = 0; c < m->columns; c++) {
        bool wide = begins[c + 1] > m->count / COMMON;
        numbers[c] = wide ? (uint32_t)m->wide.depth++ : NARROW;
        begins[c + 1] = begins[c] + (wide ? 0 : begins[c + 1]);
    }
    return true;
}

static bool make_room(making *m, unsigned threads)
{
    size_t entries = m->narrow.begins[m->columns], cells, sums;
    if (!dm_multiply(padded(m), m->wide.depth, &cells) ||
        !dm_multiply(padded(m), TILE * (size_t)threads, &sums))
        return false;
    m->narrow.rows = calloc(entries + 1, sizeof *m->narrow.rows);
    m->narrow.values = calloc(entries + 1, sizeof *m->narrow.values);
    m->wide.flat = calloc(cells + 1, sizeof *m->wide.flat);
    m->wide.grouped = calloc(cells + 1, sizeof *m->wide.grouped);
    m->sums = calloc(sums, sizeof *m->sums);
    return m->narrow.rows != NULL && m->narrow.values != NULL &&
           m->wide.flat != NULL && m->wide.grouped != NULL && m->sums != NULL;
}

static void place(making *m, size_t i, uint32_t column, double value)
{
    uint32_t number = m->wide.numbers[column];
    size_t depth = m->wide.depth;
    if (number == NARROW) {
        size_t at = m->narrow.begins[column]++;
        m->narrow.rows[at] = (uint32_t)i;
        m->narrow.values[at] = value;
    } else {
        m->wide.flat[i * depth + number] = value;
        m->wide.grouped[(i / BROAD * depth + number) * BROAD + i % BROAD] =
            value;
    }
}

/* Counting moved each column's begin to its end: move them back. */
static void fill(making *m)
{
    for (size_t i = 0; i < m->count; i++)
        for (size_t k = 0; k < m->rows[i].count; k++)
            place(m, i, m->rows[i].ids[k], m->rows[i].values[k]);
    memmove(m->narrow.begins + 1, m->narrow.begins,
            m->columns * sizeof *m->narrow.begins);
    m->narrow.begins[0] = 0;
}

static void add_narrow(double *sums, const making *m, size_t i)
{
    const dm_vector *row = &m->rows[i];
    const postings *p = &m->narrow;
    for (size_t k = 0; k < row->count; k++) {
        uint32_t column = row->ids[k];
        double value = row->values[k];
        if (m->wide.numbers[column] != NARROW)
            continue;
        for (size_t at = p->begins[column]; p->rows[at] < i; at++)
            sums[p->rows[at]] += value * p->values[at];
        sums[i] += value * value;
    }
}

/* HIGH rows `a` against one group of BROAD rows `b`; `sums` of the rows of a
 * stand `step` apart. */
static void add_block(double *sums, size_t step, const double *a,
                      const double *b, size_t depth)
{
    lanes block[HIGH][BROAD / LANES] = { { { 0 } } };
    const lanes *other = (const lanes *)b;
    for (size_t d = 0; d < depth; d++, other += BROAD / LANES)
        for (size_t r = 0; r < HIGH; r++) {
            lanes value = { a[r * depth + d], a[r * depth + d] };
            block[r][0] += value * other[0];
            block[r][1] += value * other[1];
        }
    for (size_t r = 0; r < HIGH; r++)
        for (size_t c = 0; c < BROAD; c++)
            sums[r * step + c] += block[r][c / LANES][c % LANES];
}

static void add_wide(double *sums, const making *m, size_t first)
{
    size_t depth = m->wide.depth, step = padded(m);
    for (size_t j = 0; j < first + TILE; j += BROAD)
        for (size_t r = 0; r < TILE; r += HIGH)
            add_block(sums + r * step + j, step,
                      m->wide.flat + (first + r) * depth,
                      m->wide.grouped + j * depth, depth);
}

/* The lower triangle of one tile's rows. */
static demarche_status multiply(void *work, size_t number, unsigned worker,
                                demarche_error *err)
{
    const making *m = work;
    size_t first = number * TILE, step = padded(m);
    double *sums = m->sums + (size_t)worker * TILE * step;
    (void)err;
    for (size_t r = 0; r < TILE; r++)
        memset(sums + r * step, 0, (first + TILE) * sizeof *sums);
    for (size_t r = 0; r < TILE && first + r < m->count; r++)
        add_narrow(sums + r * step, m, first + r);
    add_wide(sums, m, first);
    for (size_t r = 0; r < TILE && first + r < m->count; r++)
        for (size_t j = 0; j <= first + r; j++)
            *dm_products_at(m->out, first + r, j) = sums[r * step + j];
    return DEMARCHE_OK;
}

/* The upper triangle of one tile's rows from the lower one of all, by squares
 * that a cache holds. */
static demarche_status mirror(void *work, size_t number, unsigned worker,
                              demarche_error *err)
{
    const making *m = work;
    size_t first = number * TILE;
    (void)worker, (void)err;
    for (size_t other = first; other < m->count; other += TILE)
        for (size_t i = first; i < first + TILE && i < m->count; i++)
            for (size_t j = other > i ? other : i + 1;
                 j < other + TILE && j < m->count; j++)
                *dm_products_at(m->out, i, j) = *dm_products_at(m->out, j, i);
    return DEMARCHE_OK;
}

/* What reads the table looks at one entry here, one there, each on a page of
 * its own: large pages make that quicker. A hint to the system, and no more. */
static void ask_large_pages(void *table, size_t bytes)
{
#ifdef MADV_HUGEPAGE
    enum { PAGE = 1 << 21 };
    size_t skip = (PAGE - (uintptr_t)table % PAGE) % PAGE;
    if (bytes > skip + PAGE)
        madvise((char *)table + skip, (bytes - skip) / PAGE * PAGE,
                MADV_HUGEPAGE);
#else
    (void)table, (void)bytes;
#endif
}

static bool allocate(dm_products *out)
{
    size_t cells, bytes;
    if (!dm_multiply(round_up(out->count, 2) / 2, 2 * out->count + 4, &cells) ||
        !dm_multiply(cells, sizeof *out->cells, &bytes))
        return false;
    out->cells = malloc(bytes + 1);
    if (out->cells != NULL)
        ask_large_pages(out->cells, bytes);
    return out->cells != NULL;
}

demarche_status dm_products_make(dm_products *out, const dm_vector *rows,
                                 size_t count, size_t columns, unsigned threads,
                                 demarche_error *err)
{
    *out = (dm_products){ .count = count };
    making m = { .out = out, .rows = rows, .count = count, .columns = columns };
    size_t tiles = padded(&m) / TILE;
    bool good = allocate(out) && part_columns(&m) && make_room(&m, threads);
    if (good) {
        fill(&m);
        dm_crew_run(multiply, &m, tiles, threads, err);
        dm_crew_run(mirror, &m, tiles, threads, err);
    }
    clear_making(&m);
    if (good)
        return DEMARCHE_OK;
    dm_products_clear(out);
    return dm_no_memory(err);
}

void dm_products_clear(dm_products *products)
{
    free(products->cells);
    products->cells = NULL;
}
