/* clause.h - where a content begins behind its verb, and where it ends. */
#ifndef DM_CLAUSE_H
#define DM_CLAUSE_H

#include "site.h"

/* How a content follows its verb. */
typedef enum dm_link {
    DM_LINK_NONE,   // nothing of it follows
    DM_LINK_THAT,   // that …
    DM_LINK_BARE,   // a clause without "that"
    DM_LINK_QUOTE,  // a quotation, perhaps after a comma
    DM_LINK_COLON,  // ": …"
    DM_LINK_OBJECT, // the object, or the object of the particle
    DM_LINK_TO,     // to …
    DM_LINK_OTHER,  // words follow that are no content
} dm_link;

/* The content behind the verb of `site`, before `limit`. */
dm_link dm_clause_after(dm_run *out, const dm_scan *scan, const dm_site *site,
                        uint32_t limit);

/* True for the links with a content. */
bool dm_clause_is_content(dm_link link);

/* The label of the rule that such a link follows (R1, R2, R5 to R7, Q6). */
const char *dm_clause_rule(dm_link link, bool particle);

/* Where a content that begins at `begin` ends, at most at `limit`: before a
 * participle of speech, another attribution, a contrast. Trailing marks are
 * left out. */
uint32_t dm_clause_end(const dm_scan *scan, uint32_t begin, uint32_t limit);

/* Does a verb stand near `at`, as far as closed classes and forms tell?
 * "declared war on …" has none: it is no clause. */
bool dm_clause_has_verb(const dm_scan *scan, uint32_t at, uint32_t limit);

/* `run` without marks, commas and spaces at its ends. */
dm_run dm_clause_trim(const dm_scan *scan, dm_run run);

#endif
