/* fold.h - machines of pairs of labels, made one weight row a label.
 *
 * z of a label (calibration.h) is linear in the machines' decision values, and
 * these are linear in the vector: so z is, and a model keeps its weights alone.
 * A weight is a whole number of its label's unit, 16 bits: the largest has
 * 32767 of them. Of 24,000 probabilities of 4,000 statements none moved by more
 * than 2e-4 for that, and no label changed.
 */
#ifndef DM_FOLD_H
#define DM_FOLD_H

#include "calibration.h"

typedef struct dm_rows {
    size_t labels, columns;
    double biases[DEMARCHE_LABELS_MAX]; // [labels]
    double units[DEMARCHE_LABELS_MAX];  // [labels], what 1 stands for
    int16_t *weights;                   // [columns][labels]
} dm_rows;

/* Fold machines with `weights` [columns][pairs] and `biases` [pairs]; to be
 * released by free(out->weights). */
demarche_status dm_rows_fold(dm_rows *out, const dm_calibration *calibration,
                             const float *weights, const double *biases,
                             size_t columns, demarche_error *err);

#endif
