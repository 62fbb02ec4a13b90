/* cue.h - the verbs of speech, their forms and their frames.
 *
 * A frame tells where a verb keeps what was said: in a clause ("said that …"),
 * in its object ("condemned …", "urged … to …"), behind a preposition that
 * belongs to it ("called for …"), in an infinitive ("vowed to …"), or in a
 * quotation beside it.
 */
#ifndef DM_CUE_H
#define DM_CUE_H

#include <stdint.h>

#include "base/span.h"

enum {
    DM_FRAME_CLAUSE = 1,  // "said (that) prices rose"
    DM_FRAME_THAT = 2,    // the same, but only with "that"
    DM_FRAME_QUOTE = 4,   // goes with a quotation: "…," she explained
    DM_FRAME_FINAL = 8,   // may close a plain sentence: "…, she said"
    DM_FRAME_TELL = 16,   // names a hearer before its clause: "told X that …"
    DM_FRAME_OBJECT = 32, // the object is the content: "condemned the raid"
    DM_FRAME_TO = 64,     // an infinitive is: "vowed to respond"
    DM_FRAME_BOUND = 128, // a verb of speech only with its particle
    DM_FRAME_NOUN = 512,  // its form in -s is a noun as often ("claims")
    DM_FRAME_LAST = 256,  // may close a plain sentence as its last word
};

typedef struct dm_cue {
    dm_span lemma;
    uint16_t frames;
    /* Particles that make the verb's phrase ("for on"), or NULL. The content
     * stands behind the particle; "out" and "clear" are followed by a clause
     * instead. */
    const char *particles;
} dm_cue;

typedef enum dm_cue_form {
    DM_FORM_BASE, // say
    DM_FORM_S,    // says
    DM_FORM_PAST, // said: past tense or participle
    DM_FORM_ING,  // saying
} dm_cue_form;

/* The verb of which `folded` is a form, or NULL. */
const dm_cue *dm_cue_find(dm_span folded, dm_cue_form *form);

/* The verbs of the table, in its order. */
size_t dm_cue_count(void);
const dm_cue *dm_cue_at(size_t i);

/* Every verb and irregular form of the tables; empty past the last. */
dm_span dm_cue_word(size_t i);

/* True when `word` is one of the verb's particles. */
bool dm_cue_has_particle(const dm_cue *cue, dm_span word);

#endif
