/* abstain.h - how sure a verdict must be, so that those which are sure enough
 * are right as often as somebody asks.
 *
 * Told by held-out rows, the surest first: the most of them that are right that
 * often. A model keeps this curve in whole per cents from 50 to 100, so that
 * another accuracy can be asked for long after training.
 */
#ifndef DM_ABSTAIN_H
#define DM_ABSTAIN_H

#include "calibration.h"

enum { DM_ABSTAIN_POINTS = 51 };

/* What is kept at one accuracy. */
typedef struct dm_kept {
    double least_p; // 0: every row is kept; above 1: none is
    double share;   // of the held-out rows
} dm_kept;

typedef struct dm_abstain {
    double threshold; // least p for the accuracy wanted in training
    dm_kept curve[DM_ABSTAIN_POINTS];
} dm_abstain;

/* `decisions` [rows][pairs] are held out, `gold` [rows] their labels. */
demarche_status dm_abstain_fit(dm_abstain *out,
                               const dm_calibration *calibration,
                               const double *decisions, const uint32_t *gold,
                               size_t rows, double accuracy,
                               demarche_error *err);

/* The accuracy of a point, and the first point that has at least `accuracy`. */
double dm_abstain_accuracy(size_t point);
size_t dm_abstain_point(double accuracy);

#endif
