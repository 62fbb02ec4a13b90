/* noun.h - words that stand for speakers, by what they stand for.
 *
 * A table of English nouns as news uses them for those who speak ("spokesman",
 * "officials", "ministry", "statement"), and of the small words that begin a
 * sentence with a capital letter without being a name. A word may be in several
 * classes.
 */
#ifndef DM_NOUN_H
#define DM_NOUN_H

#include <stdint.h>

#include "base/span.h"

enum {
    DM_NOUN_ROLE = 1 << 0,     // one person: "official", "professor"
    DM_NOUN_GROUP = 1 << 1,    // several: "officials", "analysts"
    DM_NOUN_BODY = 1 << 2,     // an institution: "ministry", "university"
    DM_NOUN_DOCUMENT = 1 << 3, // what somebody issued: "statement", "poll"
    DM_NOUN_LAND = 1 << 4,     // "country", "island"
    DM_NOUN_MALE = 1 << 5,     // "spokesman", "Mr."
    DM_NOUN_FEMALE = 1 << 6,   // "spokeswoman", "Mrs."
    DM_NOUN_TITLE = 1 << 7,    // may stand before a name: "President"
    DM_NOUN_SMALL = 1 << 8,    // articles, pronouns, prepositions, months, …
    DM_NOUN_PAIR = 1 << 9,     // "sides" of "both sides"
    DM_NOUN_SPOKES = 1 << 10,  // all who speak for somebody else by trade
    DM_NOUN_HE = 1 << 11,      // he, him, his, himself
    DM_NOUN_SHE = 1 << 12,
    DM_NOUN_THEY = 1 << 13,
    DM_NOUN_IT = 1 << 14,
    DM_NOUN_WHO = 1 << 15,   // who, which, whom, whose
    DM_NOUN_FIRST = 1 << 16, // i, we, us, my, our
    DM_NOUN_OWNER = 1 << 17, // his, her, their, its, my, our
    DM_NOUN_OF = 1 << 18,    // prepositions and marks that end a noun's own
                             // words: "spokesman | for the ministry"
    DM_NOUN_TOPIC = 1 << 19, // on, about, to, …: what follows is not where a
                             // person belongs: "an expert on China"
    DM_NOUN_DET = 1 << 20,   // a, the, some, …
    DM_NOUN_LAWMAKER = 1 << 21, // members of a parliament: "senator"
    DM_NOUN_ANALYST = 1 << 22,  // those who speak for no side: "experts"
};

#define DM_NOUN_PRONOUN                                                        \
    (DM_NOUN_HE | DM_NOUN_SHE | DM_NOUN_THEY | DM_NOUN_IT | DM_NOUN_WHO |      \
     DM_NOUN_FIRST)

/* The classes of a folded word, or 0. A plural that is not in the table has
 * those of its singular, with ROLE turned into GROUP. */
uint32_t dm_noun_classes(dm_span folded);

/* True when two nouns are the same but for a plural ending, or both are in
 * SPOKES, or in LAWMAKER. */
bool dm_noun_agrees(dm_span a, dm_span b);

/* DM_NOUN_MALE or DM_NOUN_FEMALE by a given name ("jennifer"), or 0. */
uint32_t dm_given_gender(dm_span folded);

/* Every given name of the table; empty past the last. */
dm_span dm_given_name(size_t i);

/* Every word of the tables, given names too; empty past the last. */
dm_span dm_noun_word(size_t i);

#endif
