/* trial.h - machines for every pair of labels, at several values of C at once.
 *
 * One pair after another: its rows, the products between them, then for each C
 * one training a fold that is held out and one on all rows. So only one pair's
 * products are in memory at a time, and they are computed once. LIBLINEAR goes
 * from the least C to the largest, each training beginning where the last one
 * of that fold ended.
 */
#ifndef DM_TRIAL_H
#define DM_TRIAL_H

#include "bench.h"
#include "calibration.h"

/* What one C comes to. */
typedef struct dm_trial {
    double c;
    double *decisions; // [row][pair], by machines that saw none of its fold;
                       // 0 where its fold was not held out
    float *weights;    // [column][pair], trained on all rows
    double biases[DM_PAIRS_MAX];
} dm_trial;

/* How rows are dealt, and who wants to know how far it has come. */
typedef struct dm_trial_plan {
    const uint8_t *fold_of; // [rows of the bench]
    unsigned held; // so many folds are held out in their turn, from 0 on
    demarche_solver solver;                // never AUTO
    const demarche_train_options *options; // for their progress
} dm_trial_plan;

/* Fill in `trials` [count], whose `c` are set, and which is otherwise zero. A
 * pair that has no rows on one side gets a machine that says nothing. The
 * caller clears the trials in any case. */
demarche_status dm_trials_run(dm_trial *trials, size_t count,
                              const dm_bench *bench, const dm_trial_plan *plan,
                              demarche_error *err);

void dm_trials_clear(dm_trial *trials, size_t count);

#endif
