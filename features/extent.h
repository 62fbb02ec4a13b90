/* extent.h - how far what somebody said goes. */
#ifndef DM_EXTENT_H
#define DM_EXTENT_H

#include "scan.h"

/* Where a content that begins at `begin` ends, at most at `limit`: before a
 * participle of speech, another attribution, a contrast. Trailing marks are
 * left out. */
uint32_t dm_extent_end(const dm_scan *scan, uint32_t begin, uint32_t limit);

/* `run` without marks at its ends, but for a quotation mark whose partner
 * stands inside: the plan "a gift to our rivals" keeps both. */
dm_run dm_extent_trim(const dm_scan *scan, dm_run run);

/* Does a verb stand near `at`, as far as closed classes and forms tell?
 * "declared war on …" has none: it is no clause. */
bool dm_extent_has_verb(const dm_scan *scan, uint32_t at, uint32_t limit);

/* A mark that ends a sentence, or a semicolon. */
bool dm_extent_is_end_mark(const dm_scan *scan, size_t at);

/* Any mark that dm_extent_trim takes off. */
bool dm_extent_is_mark(const dm_scan *scan, size_t at);

#endif
