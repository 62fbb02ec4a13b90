/* swap.h - what becomes of scores when the names of two sides are swapped.
 *
 * A model that had learned who is named, and not what is said, would show it
 * here. Rows that name one side alone are told apart: shifts in opposite
 * directions would hide each other in the mean over all.
 */
#ifndef DM_SWAP_H
#define DM_SWAP_H

#include "breakdown.h"

/* The two labels that a score is made of: p of the first less p of the second.
 * DEMARCHE_BAD_ARGUMENT where the evaluation lacks one. */
demarche_status dm_swap_check(const demarche_evaluation *shown,
                              demarche_error *err);

double dm_swap_score(const demarche_verdict *verdict);

/* Fill in the swaps of `e` from its judged rows. */
demarche_status dm_swaps_find(dm_evaluation *e, uint64_t seed,
                              demarche_error *err);

#endif
