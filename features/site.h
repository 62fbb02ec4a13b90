/* site.h - a speech verb in its place: its helpers, its particle, its mood. */
#ifndef DM_SITE_H
#define DM_SITE_H

#include "scan.h"

typedef struct dm_site {
    const dm_cue *cue;
    uint16_t frames; // of the cue, in this place
    uint32_t verb;   // token
    dm_run group;    // with auxiliaries and adverbs before it
    dm_run words;    // the cue: verb and particle
    uint32_t edge;   // where the attribution begins, as far as is known
    dm_cue_form form;
    bool particle;  // one of the cue's own follows
    bool finite;    // can have a subject of its own
    bool quoted_as; // "was quoted as saying"
    bool relative;  // "which she says will …": its content lacks a subject
    bool unspoken;  // passive, a mere intention, or no verb at all
    bool passive;   // "was accused of …"
    bool helped;    // by an auxiliary: "did not say" fits any subject
    bool denied;    // negated or hypothetical: "did not say", "could say"
} dm_site;

/* The site of the verb at token `at`, which has a cue; not reaching back
 * beyond `floor`. */
dm_site dm_site_read(const dm_scan *scan, uint32_t floor, uint32_t at);

/* "declined" before "to say": it only leads to the verb of speech behind it. */
bool dm_site_is_lead(const dm_scan *scan, uint32_t at);

/* Do subject and verb agree, as far as the bare form tells? "The sales report"
 * and "voters from state rolls" do not. */
bool dm_site_agrees(const dm_scan *scan, const dm_site *site, dm_run subject);

/* The same for a word read as a form of `cue`. */
dm_site dm_site_read_as(const dm_scan *scan, uint32_t floor, uint32_t at,
                        const dm_cue *cue, dm_cue_form form);

#endif
