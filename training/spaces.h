/* spaces.h - name spaces of n-grams by a list of their names. */
#ifndef DM_SPACES_H
#define DM_SPACES_H

#include "vocab.h"

/* What each name space weighs in `profile` when those in `without` are left
 * out, which then weigh nothing: names with commas between ("char,kin"), or
 * NULL for none.
 *
 * DEMARCHE_BAD_ARGUMENT when a name is unknown, or nothing would be left. */
demarche_status dm_spaces_weigh(float weights[DM_SPACE_COUNT], size_t profile,
                                const char *without, demarche_error *err);

#endif
