/* run.h - runs of capitalised words: names of persons and institutions. */
#ifndef DM_RUN_H
#define DM_RUN_H

#include "cast.h"

/* The institution whose name begins at token `at`: a run of two words or more
 * around a noun for institutions, with "of", "for" and "and" inside it
 * ("University of Dayton"). Empty when there is none. */
dm_stretch dm_run_body(const dm_cast *cast, uint32_t at, uint32_t end);

/* The person's name that may begin at token `at`: capitalised words that are
 * neither titles nor small words nor names of the register that are no
 * person's. Empty when there is none. */
dm_stretch dm_run_name(const dm_cast *cast, uint32_t at, uint32_t end);

/* True when every word of the shorter name, initials aside, stands in the
 * longer one, in the same order. */
bool dm_run_is_same(const dm_page *page, dm_stretch a, dm_stretch b);

/* True for a sentence in which all words but the small ones, and one in eight,
 * are capitalised. */
bool dm_run_is_headline(const dm_cast *cast, uint32_t first, uint32_t end);

#endif
