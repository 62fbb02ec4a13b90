/* split.h - folds that keep a document in one piece. */
#ifndef DM_SPLIT_H
#define DM_SPLIT_H

#include <stdint.h>

#include "base/error.h"

/* Deal rows into `folds` folds of about equal size: fold_of[row] < folds.
 * Rows of one group go together. Groups are shuffled by `seed`, and each goes
 * to the fold that has the fewest rows so far.
 *
 * `groups` [rows] are numbers below `group_count`.
 * DEMARCHE_NOT_ENOUGH_DATA when fewer groups than folds occur. */
demarche_status dm_split(uint8_t *fold_of, const uint32_t *groups, size_t rows,
                         size_t group_count, unsigned folds, uint64_t seed,
                         demarche_error *err);

/* How many different groups occur; SIZE_MAX when memory ran out. */
size_t dm_group_count(const uint32_t *groups, size_t rows, size_t group_count);

#endif
