/* fold.c - see fold.h. */
#include "fold.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"

/* What the pairs' values are worth to a label. */
static double fold(const dm_calibration *calibration, size_t label,
                   const double values[])
{
    double sum = 0;
    for (size_t p = 0; p < dm_pair_count(calibration->labels); p++)
        sum += dm_pair_sign(calibration->labels, p, label) *
               calibration->slopes[p] * values[p];
    return sum;
}

/* A column's share in z of every label. */
static void fold_column(double row[], const dm_calibration *calibration,
                        const float *weights)
{
    double values[DM_PAIRS_MAX] = { 0 };
    for (size_t p = 0; p < dm_pair_count(calibration->labels); p++)
        values[p] = weights[p];
    for (size_t k = 0; k < calibration->labels; k++)
        row[k] = fold(calibration, k, values);
}

static void find_units(dm_rows *rows, const dm_calibration *calibration,
                       const float *weights)
{
    double row[DEMARCHE_LABELS_MAX] = { 0 };
    size_t pairs = dm_pair_count(rows->labels);
    for (size_t c = 0; c < rows->columns; c++) {
        fold_column(row, calibration, weights + c * pairs);
        for (size_t k = 0; k < rows->labels; k++)
            rows->units[k] = fmax(rows->units[k], fabs(row[k]) / INT16_MAX);
    }
}

static void fill_weights(dm_rows *rows, const dm_calibration *calibration,
                         const float *weights)
{
    double row[DEMARCHE_LABELS_MAX] = { 0 };
    size_t pairs = dm_pair_count(rows->labels);
    for (size_t c = 0; c < rows->columns; c++) {
        fold_column(row, calibration, weights + c * pairs);
        for (size_t k = 0; k < rows->labels; k++)
            if (rows->units[k] > 0)
                rows->weights[c * rows->labels + k] =
                    (int16_t)lrint(row[k] / rows->units[k]);
    }
}

demarche_status dm_rows_fold(dm_rows *out, const dm_calibration *calibration,
                             const float *weights, const double *biases,
                             size_t columns, demarche_error *err)
{
    size_t cells;
    *out = (dm_rows){ .labels = calibration->labels, .columns = columns };
    if (!dm_multiply(columns, out->labels, &cells))
        return dm_no_memory(err);
    out->weights = calloc(cells + 1, sizeof *out->weights);
    if (out->weights == NULL)
        return dm_no_memory(err);
    for (size_t k = 0; k < out->labels; k++)
        out->biases[k] = calibration->biases[k] + fold(calibration, k, biases);
    find_units(out, calibration, weights);
    fill_weights(out, calibration, weights);
    return DEMARCHE_OK;
}
