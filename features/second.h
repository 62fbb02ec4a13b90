/* second.h - a learned second look at each word that may speak.
 *
 * L1  A verb that the rules do not know, or in whose sentence they find no
 *     attribution: does it speak, and where does what it says begin? And
 *     the other way round: an attribution that the rules found and that is
 *     none is dropped.
 */
#ifndef DM_SECOND_H
#define DM_SECOND_H

#include "reading.h"

/* How a segment stood before the rules read the word at `at`. */
typedef struct dm_before {
    size_t drafts;
    size_t pieces; // of the last draft
    uint32_t held;
} dm_before;

dm_before dm_second_before(const dm_reading *r);

/* Is the word at `at` one of those that may speak? */
bool dm_second_may(const dm_reading *r, uint32_t at);

/* Look again at the word at `at`, which the rules have read. */
demarche_status dm_second_read(dm_reading *r, uint32_t at,
                               const dm_before *before);

/* Ask where what the word at `at` says begins and ends, and do nothing: to
 * learn from verbs that the reading itself does not ask about. */
void dm_second_rehearse(dm_reading *r, uint32_t at);

#endif
