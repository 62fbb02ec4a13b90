/* fit.h - learn a model from some rows of a dataset.
 *
 *     rows ──► vocabulary ──► vectors ──► products
 *                │   for each C tried: folds ──► held-out decision values
 *                │                      └──► calibration, macro-F1
 *                └► best C: machines on all rows, that calibration ──► model
 *
 * Done with each profile of name space weights; the better model stays. Above
 * DM_SOLVER_ROWS rows, C and profile are found on a sample of whole documents,
 * and what is learned from all rows takes them; one fold alone is then held
 * out, tens of thousands of rows, to calibrate by.
 *
 * Everything that a model knows comes from these rows: cross-validation fits
 * each fold's model by this very function, and so nests the choice of C, the
 * calibration and the threshold.
 */
#ifndef DM_FIT_H
#define DM_FIT_H

#include "dataset.h"

/* `rows` [count] are rows of the dataset; `*c` receives the C that was used. */
demarche_status dm_fit(demarche_model **out, double *c,
                       const demarche_dataset *dataset, const uint32_t *rows,
                       size_t count, const demarche_train_options *options,
                       demarche_error *err);

/* `given`, or the defaults when it is NULL; DEMARCHE_BAD_ARGUMENT names the
 * first option that is out of its range. */
demarche_status dm_train_options_read(demarche_train_options *out,
                                      const demarche_train_options *given,
                                      demarche_error *err);

#endif
