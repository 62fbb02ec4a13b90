/* reporting.h - whether the words of a cue report speech.
 *
 * Annotators of attributions mark beliefs, wishes and plans as well; recall is
 * taken over those whose cue has a word of reporting, or whose content stands
 * in quotation marks. The words are a list of their own, beside the verbs that
 * the extractor knows (features/cue.c): a measure must not move with what it
 * measures.
 */
#ifndef DM_REPORTING_H
#define DM_REPORTING_H

#include "base/span.h"

/* True when some word of `cue`, a run of ASCII letters with case aside, is in
 * the list. Valid UTF-8. */
bool dm_reporting_has(dm_span cue);

#endif
