/* trait.h - what learned decisions see of a token. */
#ifndef DM_TRAIT_H
#define DM_TRAIT_H

#include "chooser.h"
#include "scan.h"

/* The word itself, as a hash: folded; numbers are all alike. 0 beyond the
 * page. */
uint32_t dm_trait_word(const dm_scan *scan, size_t at);

/* Its kind: closed classes, capitals, ending, mark. */
uint32_t dm_trait_shape(const dm_scan *scan, size_t at);

/* A count in few steps: 0 to 6 as they are, then ever coarser. */
uint32_t dm_trait_step(uint32_t count);

/* Words and shapes next to token `at`, as features of kinds `kind` to
 * `kind` + 15; and those two words off, as `kind` and `kind` + 1. */
void dm_trait_add_around(dm_option *option, const dm_scan *scan, uint32_t kind,
                         uint32_t at);
void dm_trait_add_far(dm_option *option, const dm_scan *scan, uint32_t kind,
                      uint32_t at);

#endif
