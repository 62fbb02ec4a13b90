/* evidence.h - do turns make a page a transcript? */
#ifndef DM_EVIDENCE_H
#define DM_EVIDENCE_H

#include "turn.h"

/* `turns` have their roles, `sure` and `again` set. */
bool dm_evidence_suffices(const dm_page *page, const dm_turn *turns,
                          size_t count);

#endif
