/* bench.c - see bench.h. */
#include "bench.h"

#include <stdlib.h>

#include "calibration.h"

void dm_bench_clear(dm_bench *bench)
{
    dm_selection_clear(&bench->selection);
    dm_arena_clear(&bench->arena);
    free(bench->gold);
    free(bench->docs);
    free(bench->vectors);
    *bench = (dm_bench){ 0 };
}

static int compare_labels(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Which labels occur, in the order of their bytes, and so independent of which
 * row came first. */
static demarche_status list_labels(dm_bench *bench, bool *present,
                                   demarche_error *err)
{
    const dm_intern *labels = &bench->dataset->labels;
    for (size_t i = 0; i < bench->count; i++)
        present[bench->dataset->rows[bench->rows[i]].label] = true;
    for (size_t k = 0; k < labels->count; k++) {
        if (!present[k])
            continue;
        if (bench->label_count == DEMARCHE_LABELS_MAX)
            return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                           "field '%.60s' has more than %d labels: is it a "
                           "label?",
                           bench->dataset->task, DEMARCHE_LABELS_MAX);
        bench->labels[bench->label_count++] =
            dm_intern_at(labels, (uint32_t)k).data;
    }
    if (bench->label_count == 0)
        return dm_fail(err, DEMARCHE_NOT_ENOUGH_DATA, 0,
                       "no row has a label in field '%.60s'",
                       bench->dataset->task);
    if (bench->label_count == 1)
        return dm_fail(err, DEMARCHE_NOT_ENOUGH_DATA, 0,
                       "every row has the label '%.60s': nothing to tell apart",
                       bench->labels[0]);
    qsort(bench->labels, bench->label_count, sizeof *bench->labels,
          compare_labels);
    bench->pair_count = dm_pair_count(bench->label_count);
    return DEMARCHE_OK;
}

static uint32_t number_of(const dm_bench *bench, const char *label)
{
    uint32_t k = 0;
    while (strcmp(bench->labels[k], label) != 0)
        k++;
    return k;
}

static void fill_gold(dm_bench *bench)
{
    size_t sizes[DEMARCHE_LABELS_MAX] = { 0 };
    for (size_t i = 0; i < bench->count; i++) {
        const dm_row *row = &bench->dataset->rows[bench->rows[i]];
        bench->gold[i] = number_of(
            bench, dm_intern_at(&bench->dataset->labels, row->label).data);
        bench->docs[i] = row->doc;
        sizes[bench->gold[i]]++;
    }
    for (size_t k = 0; k < bench->label_count; k++)
        bench->balance[k] = (double)bench->count /
                            ((double)bench->label_count * (double)sizes[k]);
}

static demarche_status keep_vector(dm_vector *out, const dm_vector *vector,
                                   dm_arena *arena, demarche_error *err)
{
    size_t count = vector->count;
    uint32_t *ids = dm_arena_room(arena, count, sizeof *ids);
    double *values = dm_arena_room(arena, count, sizeof *values);
    if (ids == NULL || values == NULL)
        return dm_no_memory(err);
    memcpy(ids, vector->ids, count * sizeof *ids);
    memcpy(values, vector->values, count * sizeof *values);
    *out = (dm_vector){ ids, values, count };
    return DEMARCHE_OK;
}

/* What making a vector takes besides is several times the vector itself. */
static demarche_status fill_vectors(dm_bench *bench, demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    dm_arena scratch;
    dm_arena_init(&scratch);
    for (size_t i = 0; status == DEMARCHE_OK && i < bench->count; i++) {
        dm_vector vector;
        dm_arena_reset(&scratch);
        status = dm_selection_vector(&vector, &bench->selection, bench->rows[i],
                                     &scratch, err);
        if (status == DEMARCHE_OK)
            status =
                keep_vector(&bench->vectors[i], &vector, &bench->arena, err);
    }
    dm_arena_clear(&scratch);
    return status;
}

static demarche_status fill(dm_bench *bench, unsigned min_df,
                            const float weights[DM_SPACE_COUNT],
                            demarche_error *err)
{
    bool *present = calloc(bench->dataset->labels.count + 1, sizeof *present);
    bench->gold = calloc(bench->count + 1, sizeof *bench->gold);
    bench->docs = calloc(bench->count + 1, sizeof *bench->docs);
    bench->vectors = calloc(bench->count + 1, sizeof *bench->vectors);
    demarche_status status = present == NULL || bench->gold == NULL ||
                                     bench->docs == NULL ||
                                     bench->vectors == NULL
                                 ? dm_no_memory(err)
                                 : list_labels(bench, present, err);
    free(present);
    if (status != DEMARCHE_OK)
        return status;
    fill_gold(bench);
    status = dm_selection_make(&bench->selection, bench->dataset, bench->rows,
                               bench->count, min_df, weights, err);
    return status == DEMARCHE_OK ? fill_vectors(bench, err) : status;
}

demarche_status dm_bench_make(dm_bench *out, const demarche_dataset *dataset,
                              const uint32_t *rows, size_t count,
                              unsigned min_df,
                              const float weights[DM_SPACE_COUNT],
                              demarche_error *err)
{
    *out = (dm_bench){ .dataset = dataset, .rows = rows, .count = count };
    dm_arena_init(&out->arena);
    demarche_status status = fill(out, min_df, weights, err);
    if (status != DEMARCHE_OK)
        dm_bench_clear(out);
    return status;
}
