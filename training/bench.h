/* bench.h - training rows made ready: labels in order, vocabulary, vectors. */
#ifndef DM_BENCH_H
#define DM_BENCH_H

#include "select.h"

typedef struct dm_bench {
    const demarche_dataset *dataset;
    const uint32_t *rows; // [count], rows of the dataset; borrowed
    size_t count;
    size_t label_count, pair_count;
    const char *labels[DEMARCHE_LABELS_MAX]; // [label_count], by bytes
    double balance[DEMARCHE_LABELS_MAX];     // rows / (labels * label's rows)
    uint32_t *gold;                          // [count], label numbers
    uint32_t *docs;                          // [count]
    dm_selection selection;
    dm_vector *vectors; // [count], in the arena
    dm_arena arena;
} dm_bench;

/* DEMARCHE_NOT_ENOUGH_DATA without rows or with one label alone,
 * DEMARCHE_BAD_ARGUMENT with more labels than DEMARCHE_LABELS_MAX. */
demarche_status dm_bench_make(dm_bench *out, const demarche_dataset *dataset,
                              const uint32_t *rows, size_t count,
                              unsigned min_df,
                              const float weights[DM_SPACE_COUNT],
                              demarche_error *err);

void dm_bench_clear(dm_bench *bench);

#endif
