/* dm_linear.h - support vector machines for many rows, by LIBLINEAR (whose own
 * header has the shorter name).
 *
 * The same machines as dm_svm.h trains, at nearly the same optimum, in time
 * and memory that are linear in the n-grams of the rows: no table of products.
 * Two things differ. What a row costs that lies on the wrong side is squared,
 * so the best C is smaller; and the bias belongs to what is kept small, as the
 * weight of a column in which every row has 1.
 *
 * The solver is the primal one, a trust region Newton method, for it draws no
 * random numbers: the same rows in the same order give the same weights, to
 * the last bit where the same BLAS is installed, on which LIBLINEAR builds.
 */
#ifndef DM_LINEAR_H
#define DM_LINEAR_H

#include "dm_svm.h"

typedef struct dm_linear dm_linear;

/* `rows` must outlive the result; every id is below `columns`. Memory: 16
 * bytes an entry of the rows, and as much again while vectors live. */
demarche_status dm_linear_new(dm_linear **out, const dm_vector *rows,
                              size_t count, size_t columns,
                              demarche_error *err);

/* Train as dm_svm_train does; `own` are LIBLINEAR's own decision values. A
 * `tolerance` of 1e-2 is LIBLINEAR's default. LIBLINEAR itself does not
 * survive an allocation that fails inside it. */
demarche_status dm_linear_train(double *weights, double *bias,
                                const dm_linear *linear,
                                const dm_svm_task *task, demarche_error *err);

void dm_linear_free(dm_linear *linear);

#endif
