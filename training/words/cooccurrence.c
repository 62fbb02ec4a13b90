/* cooccurrence.c - see cooccurrence.h.
 *
 * Counts are whole numbers in one dense table (300 MB at the usual size), so
 * their sums do not depend on the order of sentences.
 */
#include "words/cooccurrence.h"

#include <math.h>
#include <stdlib.h>

static const double smoothing = 0.75; // power of context counts

typedef struct table {
    uint32_t *cells; // [rows][columns]
    size_t rows, columns;
    double *row_sums, *column_sums; // [rows], [columns]
} table;

static void count_pair(table *t, uint32_t word, uint32_t context, uint32_t by)
{
    if (word == DM_INTERN_NONE || context >= t->columns)
        return;
    uint32_t *cell = &t->cells[(size_t)word * t->columns + context];
    *cell = *cell > UINT32_MAX - by ? UINT32_MAX : *cell + by;
}

static void count_sentence(table *t, const uint32_t *words, size_t count,
                           const uint32_t *ranks, unsigned window)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t word = ranks[words[i]];
        for (size_t d = 1; d <= window && i + d < count; d++) {
            uint32_t other = ranks[words[i + d]];
            count_pair(t, word, other, (uint32_t)(window - d + 1));
            count_pair(t, other, word, (uint32_t)(window - d + 1));
        }
    }
}

static void count_corpus(table *t, const dm_corpus *corpus,
                         const uint32_t *ranks, unsigned window)
{
    for (size_t begin = 0, end; begin < corpus->length; begin = end + 1) {
        end = begin;
        while (corpus->stream[end] != DM_INTERN_NONE)
            end++;
        count_sentence(t, corpus->stream + begin, end - begin, ranks, window);
    }
}

/* Sums of rows and smoothed columns (as shares); how many cells are not 0. */
static size_t sum_up(table *t)
{
    size_t filled = 0;
    for (size_t r = 0; r < t->rows; r++) {
        for (size_t c = 0; c < t->columns; c++) {
            uint32_t cell = t->cells[r * t->columns + c];
            t->row_sums[r] += cell;
            t->column_sums[c] += cell;
            filled += cell > 0;
        }
    }
    double total = 0;
    for (size_t c = 0; c < t->columns; c++)
        total += t->column_sums[c] = pow(t->column_sums[c], smoothing);
    for (size_t c = 0; c < t->columns; c++)
        t->column_sums[c] /= total;
    return filled;
}

static void weigh_row(dm_sparse *out, size_t *filled, const table *t, size_t r)
{
    for (size_t c = 0; c < t->columns; c++) {
        uint32_t cell = t->cells[r * t->columns + c];
        if (cell == 0)
            continue;
        double pmi = log(cell / (t->row_sums[r] * t->column_sums[c]));
        if (pmi <= 0)
            continue;
        out->at[*filled] = (uint32_t)c;
        out->values[(*filled)++] = (float)sqrt(pmi);
    }
}

static demarche_status weigh(dm_sparse *out, table *t, demarche_error *err)
{
    size_t filled = sum_up(t);
    *out = (dm_sparse){ .rows = t->rows, .columns = t->columns };
    out->begins = calloc(t->rows + 1, sizeof *out->begins);
    out->at = calloc(filled + 1, sizeof *out->at);
    out->values = calloc(filled + 1, sizeof *out->values);
    if (out->begins == NULL || out->at == NULL || out->values == NULL) {
        dm_sparse_clear(out);
        return dm_no_memory(err);
    }
    size_t kept = 0;
    for (size_t r = 0; r < t->rows; r++) {
        weigh_row(out, &kept, t, r);
        out->begins[r + 1] = kept;
    }
    return DEMARCHE_OK;
}

demarche_status dm_cooccurrence_count(dm_sparse *out, const dm_corpus *corpus,
                                      const uint32_t *ranks, size_t rows,
                                      size_t columns, unsigned window,
                                      demarche_error *err)
{
    *out = (dm_sparse){ 0 };
    table t = { .rows = rows, .columns = columns < rows ? columns : rows };
    size_t cells;
    if (!dm_multiply(t.rows, t.columns, &cells))
        return dm_no_memory(err);
    t.cells = calloc(cells + 1, sizeof *t.cells);
    t.row_sums = calloc(t.rows + 1, sizeof *t.row_sums);
    t.column_sums = calloc(t.columns + 1, sizeof *t.column_sums);
    demarche_status status = DEMARCHE_NO_MEMORY;
    if (t.cells != NULL && t.row_sums != NULL && t.column_sums != NULL) {
        count_corpus(&t, corpus, ranks, window);
        status = weigh(out, &t, err);
    } else {
        dm_no_memory(err);
    }
    free(t.cells);
    free(t.row_sums);
    free(t.column_sums);
    return status;
}

void dm_sparse_clear(dm_sparse *matrix)
{
    free(matrix->begins);
    free(matrix->at);
    free(matrix->values);
    *matrix = (dm_sparse){ 0 };
}
