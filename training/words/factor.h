/* factor.h - a sparse matrix brought down to a few dimensions.
 *
 * Truncated singular value decomposition by randomised subspace iteration:
 * Halko, Martinsson and Tropp, "Finding structure with randomness", SIAM
 * Review 53, 2011, algorithm 4.4. Seeded, one thread, sums in a fixed order.
 */
#ifndef DM_FACTOR_H
#define DM_FACTOR_H

#include "words/cooccurrence.h"

/* *out [rows][dimensions], row-major: left singular vectors, each times the
 * square root of its singular value, largest first. Released by free().
 * `dimensions` is at most the smaller side of the matrix. */
demarche_status dm_factor(float **out, const dm_sparse *matrix,
                          size_t dimensions, demarche_error *err);

#endif
