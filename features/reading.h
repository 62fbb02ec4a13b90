/* reading.h - one segment while its attributions are found.
 *
 * A segment is read from left to right, past quotations. `held` is where the
 * content that was found last ends: a verb of speech before it is part of that
 * content and is passed over. Drafts from `first` on belong to the segment.
 */
#ifndef DM_READING_H
#define DM_READING_H

#include "site.h"

typedef struct dm_reading {
    dm_scan *scan;
    uint32_t segment;
    dm_run run;    // of the segment, from its lead
    size_t first;  // number of its first draft
    uint32_t held; // end of the content that was held last
    demarche_error *err;
} dm_reading;

/* The segment's last draft, or NULL. */
dm_draft *dm_reading_last(const dm_reading *r);

/* A new draft; `*out` (may be NULL) lives until the next one is added. */
demarche_status dm_reading_add(dm_draft **out, dm_reading *r, const char *rule,
                               dm_run source, dm_run cue, dm_run content);

/* Add a piece to a draft of the segment, and hold it. */
void dm_reading_extend(dm_reading *r, dm_draft *draft, const char *rule,
                       dm_run piece);

/* Drop the drafts whose cue stands at token `from` or behind it: a content
 * that is found later covers them. */
void dm_reading_drop(dm_reading *r, uint32_t from);

/* What may go on with a sentence behind an attribution between commas. */
typedef enum dm_rest {
    DM_REST_VERB,   // a verb or "but": an apposition may stand there too
    DM_REST_CLAUSE, // a clause
    DM_REST_ANY,    // anything that is no circumstance
} dm_rest;

/* The words that go on with the sentence behind the comma at `at` ("…, he said,
 * would be …"); or an empty run. */
dm_run dm_reading_rest(const dm_reading *r, uint32_t at, dm_rest rest);

/* The readers of each kind; each may add a draft. */
demarche_status dm_headline_read(dm_reading *r);                        // R9
demarche_status dm_accord_read(dm_reading *r, uint32_t at);             // R4
demarche_status dm_finite_read(dm_reading *r, const dm_site *site);     // R, Q
demarche_status dm_participle_read(dm_reading *r, const dm_site *site); // R8
/* R11; `*read` tells whether the noun at `at` was one of speech. */
demarche_status dm_claim_read(bool *read, dm_reading *r, uint32_t at);
demarche_status dm_passive_read(dm_reading *r, const dm_site *site); // R10

#endif
