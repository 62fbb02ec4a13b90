/* phrase.h - the noun phrase that names a speaker.
 *
 * P1  before a verb: back to the last word that cannot belong to the phrase (a
 *     verb, a conjunction, a comma, a preposition that opens a circumstance);
 * P2  over an apposition or an aside between commas: "Wang, a professor at X,
 *     said", "a spokesperson, responding to a query, said";
 * P3  "who said" is spoken by the phrase before it;
 * P4  behind a verb or "according to": on to the comma, the verb or the
 *     preposition that ends it.
 */
#ifndef DM_PHRASE_H
#define DM_PHRASE_H

#include "scan.h"

/* The subject that ends right before token `end`, not reaching back beyond
 * `floor`. `*edge` is where the subject with all its asides begins. */
bool dm_phrase_before(dm_run *out, uint32_t *edge, const dm_scan *scan,
                      uint32_t floor, uint32_t end);

/* The same without asides: the phrase itself ends there. */
bool dm_phrase_plain(dm_run *out, const dm_scan *scan, uint32_t floor,
                     uint32_t end);

/* The phrase that begins at token `at`, before `limit`. */
bool dm_phrase_after(dm_run *out, const dm_scan *scan, uint32_t at,
                     uint32_t limit);

/* The subject of the sentence that begins at `at`: the first phrase, past a
 * circumstance between it and a comma. */
bool dm_phrase_leading(dm_run *out, const dm_scan *scan, uint32_t at,
                       uint32_t limit);

/* "Reuters", "the newspaper", "a report": who reports what others said. */
bool dm_phrase_is_media(const dm_scan *scan, dm_run phrase);

/* True when the phrase means more than one: its verb is the bare form. */
bool dm_phrase_is_plural(const dm_scan *scan, dm_run phrase);

#endif
