/* gloss.h - all that the tables know of a word, found with one look.
 *
 *     lexicon.c, cue.c, noun.c, abbrev.c, name.c ──► generate/gloss.c ──► table
 *         (the tables, and what they mean)        (when building)     gloss.c
 *
 * The tables are asked about each word of a text, and each takes a search, or
 * several with endings cut off. So every form that they know is asked for once,
 * when the library is built, and the answers stand in one hash table. A token
 * carries its gloss; nothing here knows more than the tables do.
 */
#ifndef DM_GLOSS_H
#define DM_GLOSS_H

#include <stdint.h>

#include "base/span.h"

typedef struct dm_gloss {
    uint32_t classes; // dm_lexicon_classes
    uint32_t nouns;   // dm_noun_classes
    uint16_t cue;     // of dm_cue_find: number + 1, see dm_cue_at; or 0
    uint8_t form;     // dm_cue_form, where `cue` is set
    uint8_t gender;   // dm_given_gender
    uint8_t abbrev;   // dm_abbrev_flags, or DM_ABBREV_TITLE of a whole word
    uint8_t name;     // dm_name_classes
} dm_gloss;

/* By number; the first is that of words which no table knows. */
extern const dm_gloss dm_glosses[];

/* The hash by which words are found here. */
uint64_t dm_gloss_hash(dm_span folded);

/* The number of the gloss of a folded word, `hash` being its hash. */
uint16_t dm_gloss_find(dm_span folded, uint64_t hash);

/* What is told of words in no table: their ending may tell something. */
enum { DM_GLOSS_NONE, DM_GLOSS_ADVERB };

#endif
