/* telling.h - the statements that say most about how an actor speaks. */
#ifndef DM_TELLING_H
#define DM_TELLING_H

#include "summary.h"

enum { DM_TELLING_MAX = 20 };

/* The distinct statements of the row with the highest scores, either sign,
 * that are neither neutral nor left to review; of equal ones the first.
 * Returns how many there are, at most `max` (<= DM_TELLING_MAX). */
size_t dm_telling_find(const dm_line *out[DM_TELLING_MAX], size_t max,
                       const dm_stance *row);

#endif
