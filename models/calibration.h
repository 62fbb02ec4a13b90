/* calibration.h - from decision values to probabilities.
 *
 * Each label gets z = bias + the sum of its machines' decision values, each
 * times that pair's slope and with the sign that speaks for the label; the
 * probabilities are the softmax of z. With two labels this is Platt's sigmoid;
 * with more it needs one slope a pair and one bias a label, few enough to be
 * fitted on a thousand held-out rows. The label shown is the one with the
 * largest z, so that label and probability never contradict each other.
 *
 * Pairs are numbered (0,1) (0,2) … (1,2) …; a positive decision value speaks
 * for the first of the pair.
 */
#ifndef DM_CALIBRATION_H
#define DM_CALIBRATION_H

#include "base/error.h"

enum { DM_PAIRS_MAX = DEMARCHE_LABELS_MAX * (DEMARCHE_LABELS_MAX - 1) / 2 };

typedef struct dm_calibration {
    size_t labels;
    double slopes[DM_PAIRS_MAX];
    double biases[DEMARCHE_LABELS_MAX];
} dm_calibration;

size_t dm_pair_count(size_t labels);

/* What decision value `pair` is worth to `label`: +1, -1 or 0. */
int dm_pair_sign(size_t labels, size_t pair, size_t label);

/* z of every label. */
void dm_calibration_apply(double z[], const dm_calibration *calibration,
                          const double decisions[]);

/* The probabilities, in place of z. */
void dm_softmax(double z[], size_t count);

/* Index of the largest; the first of equals. */
size_t dm_largest(const double values[], size_t count);

/* Fit slopes and biases to held-out rows by maximum likelihood (Newton's
 * method with a small penalty that keeps slopes near 1).
 * `decisions` is [rows][pairs], `gold` [rows] label numbers, `weights`
 * [labels] what a row of each label counts. */
demarche_status dm_calibration_fit(dm_calibration *out, size_t labels,
                                   const double *decisions,
                                   const uint32_t *gold, size_t rows,
                                   const double *weights, demarche_error *err);

#endif
