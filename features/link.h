/* link.h - how what was said follows its verb. */
#ifndef DM_LINK_H
#define DM_LINK_H

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
dm_link dm_link_after(dm_run *out, const dm_scan *scan, const dm_site *site,
                      uint32_t limit);

/* True for the links with a content. */
bool dm_link_is_content(dm_link link);

/* The label of the rule that such a link follows (R1, R2, R5 to R7, Q6). */
const char *dm_link_rule(dm_link link, bool particle);

#endif
