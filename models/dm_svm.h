/* dm_svm.h - support vector machines for pairs of labels, by libsvm (whose own
 * header has the shorter name).
 *
 * A dm_svm holds the rows of two labels, prepared for many trainings: every
 * fold and every C share one table of dot products. Each training is C-SVC
 * with a linear kernel, folded into one dense weight row.
 *
 * Memory: up to DM_SVM_TABLE_ROWS rows, the table takes 8 bytes an entry
 * (0.7 GB at 9,300 rows) and training is quick. Beyond, or where that memory
 * is not to be had, libsvm computes each product anew: slower by far, same
 * results within its tolerance.
 */
#ifndef DM_SVM_H
#define DM_SVM_H

#include "vector.h"

enum { DM_SVM_TABLE_ROWS = 20000 };

typedef struct dm_svm dm_svm;

/* `rows` must outlive the result; every id is below `columns`. `table` false
 * does without the table of products. `threads` make the table, and as many may
 * then train at a time: dm_svm_train changes nothing here. */
demarche_status dm_svm_new(dm_svm **out, const dm_vector *rows, size_t count,
                           size_t columns, bool table, unsigned threads,
                           demarche_error *err);

/* One machine to train: which rows, on which side, at what price. */
typedef struct dm_svm_task {
    const uint32_t *rows; // [count]
    const int8_t *signs;  // [count], +1 or -1, both occurring
    size_t count;
    double c_positive, c_negative; // C, above 0, by class
    double tolerance;              // when to stop: 1e-3 is libsvm's default
    bool warm;   // weights and bias hold where to begin; for dm_linear alone
    double *own; // [count] or NULL: libsvm's own decision values, for tests
} dm_svm_task;

/* Train; `weights` [columns] and `*bias` receive the machine: its decision
 * value is weights · x + bias, positive for the +1 side. libsvm itself does
 * not survive an allocation that fails inside it. */
demarche_status dm_svm_train(double *weights, double *bias, const dm_svm *svm,
                             const dm_svm_task *task, demarche_error *err);

void dm_svm_free(dm_svm *svm);

#endif
