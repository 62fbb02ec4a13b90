/* lexicon.h - the small words of English, by what they do in a sentence.
 *
 * No tagger runs here: closed classes (determiners, pronouns, auxiliaries,
 * prepositions, conjunctions, …) and a few open ones that news needs (words of
 * time, roles such as "spokesman") carry the extractor a long way. A word may
 * belong to several classes.
 */
#ifndef DM_LEXICON_H
#define DM_LEXICON_H

#include <stdint.h>

#include "base/span.h"

enum {
    DM_WORD_DET = 1u << 0,       // a, the, this, some, many, …
    DM_WORD_POSS = 1u << 1,      // his, her, their, our, …
    DM_WORD_PRON = 1u << 2,      // he, she, they, it, we, i: subjects
    DM_WORD_OBJ = 1u << 3,       // him, them, us, me, …: never subjects
    DM_WORD_FIRST = 1u << 4,     // i, we, our, us, my, …: the speaker's own
    DM_WORD_AUX = 1u << 5,       // is, has, did, will, doesn't, …
    DM_WORD_MODAL = 1u << 6,     // would, could, might, …
    DM_WORD_BE = 1u << 7,        // is, was, been, …
    DM_WORD_HAVE = 1u << 8,      // has, had, …
    DM_WORD_NEG = 1u << 9,       // not, never, didn't, …
    DM_WORD_PREP = 1u << 10,     // of, in, on, …
    DM_WORD_CONJ = 1u << 11,     // and, or, but, yet, nor
    DM_WORD_SUB = 1u << 12,      // that, if, while, because, …
    DM_WORD_REL = 1u << 13,      // who, which, whom, whose
    DM_WORD_ADVERB = 1u << 14,   // also, later, repeatedly, …
    DM_WORD_TIME = 1u << 15,     // monday, yesterday, week, january, …
    DM_WORD_ROLE = 1u << 16,     // president, spokesman, analyst, …
    DM_WORD_MEDIA = 1u << 17,    // reuters, xinhua, newspaper, report, …
    DM_WORD_DOCUMENT = 1u << 18, // agreement, law, constitution, …: no speaker
    DM_WORD_VERB = 1u << 19,  // common finite verbs that no other class holds
    DM_WORD_NOUN = 1u << 21,  // ally, family, …: in "-ly", but no adverbs
    DM_WORD_PLACE = 1u << 20, // in, on, at, …: prepositions of circumstance
};

/* The classes of a folded word, 0 when it is in none. Words in "-ly" are
 * adverbs. */
uint32_t dm_lexicon_classes(dm_span folded);

/* The words of the table, in its order. */
size_t dm_lexicon_count(void);
dm_span dm_lexicon_at(size_t i);

#endif
