/* ending.h - the learned second look at where a content ends (L2).
 *
 * The rules' end competes with the marks, conjunctions and words that open a
 * clause around it. Without learned weights it stands.
 */
#ifndef DM_ENDING_H
#define DM_ENDING_H

#include "scan.h"

#define DM_NO_SITE UINT32_MAX

/* The end of the content that begins at `begin` and may go on to `limit`;
 * `usual` is the rules' end, trimmed. `site` is the verb that it hangs on, or
 * DM_NO_SITE, `edge` the token where its attribution begins. */
uint32_t dm_ending_choose(const dm_scan *scan, uint32_t site, uint32_t edge,
                          dm_run content, uint32_t limit);

#endif
