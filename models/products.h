/* products.h - the dot product of every row with every row, as libsvm reads it.
 *
 * libsvm's nodes are 16 bytes of which a table of products uses the 8 of the
 * value. So rows go in pairs: the first's products stand where the values are,
 * the second's between them, where the indices would be, and a product takes 8
 * bytes. Why that is safe: with kernel PRECOMPUTED libsvm reads values only.
 *
 *     cells    .  1  .  2  .  3  .  …  each dot a product of the pair's other
 *     node 0  [i  v][i  v][i  v]       row, in its turn
 *     node 0'    [i  v][i  v][i  v]
 */
#ifndef DM_PRODUCTS_H
#define DM_PRODUCTS_H

#include "vector.h"

typedef struct dm_products {
    double *cells;
    size_t count; // rows
} dm_products;

/* Products of `rows` [count], whose ids are below `columns`, by `threads`
 * threads: the same for any number. On failure there is nothing to clear. */
demarche_status dm_products_make(dm_products *out, const dm_vector *rows,
                                 size_t count, size_t columns, unsigned threads,
                                 demarche_error *err);

void dm_products_clear(dm_products *products);

/* Where row i begins as nodes: value k, at [2 * k + 1], is its product with row
 * k - 1; value 0 is free for the row's own number. */
static inline double *dm_products_row(const dm_products *p, size_t i)
{
    return p->cells + i / 2 * (2 * p->count + 4) + i % 2;
}

/* Of rows i and j. */
static inline double *dm_products_at(const dm_products *p, size_t i, size_t j)
{
    return dm_products_row(p, i) + 2 * (j + 1) + 1;
}

#endif
