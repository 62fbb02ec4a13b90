/* antecedent.h - whom a pronoun or a bare noun means, by what came before.
 *
 * Two lists are asked: the sayings (statements whose speaker is known already)
 * and the mentions. Only a bounded number of either is looked at, so that the
 * cost does not grow with the page.
 */
#ifndef DM_ANTECEDENT_H
#define DM_ANTECEDENT_H

#include "mention.h"

typedef struct dm_saying {
    dm_figure *figure;
    uint32_t token;     // the last one of its words and its speaker
    dm_stretch speaker; // the speaker's words, or empty
} dm_saying;

/* Who was found, and by which words. */
typedef struct dm_found {
    dm_figure *figure; // NULL: nobody fits
    dm_stretch words;  // the earlier mention, or the speaker of a saying
    bool said;         // a saying had the answer
} dm_found;

typedef struct dm_stage {
    dm_cast cast;
    dm_mentions mentions;
    dm_saying *sayings; // [saying_count], in the order of the statements
    size_t saying_count, saying_room;
} dm_stage;

/* The latest saying before `token` (within `sentences` of it). */
dm_found dm_antecedent_saying(const dm_stage *stage, uint32_t token,
                              uint32_t sentences);

/* Whom "he", "she", "it" or "they" (by classes, see noun.h) at `token` means.
 */
dm_found dm_antecedent_pronoun(const dm_stage *stage, uint32_t classes,
                               uint32_t token);

/* The figure named right before a relative pronoun at `token`. */
dm_found dm_antecedent_relative(const dm_stage *stage, uint32_t token);

/* What a noun without a name is looked for by. */
typedef struct dm_wanted {
    dm_span head;           // folded: "official", "ministry"
    dm_stretch modifiers;   // words before it: "commerce"
    unsigned kinds;         // 1 << dm_figure_kind, or-ed
    const char *side;       // figures of another side are passed over; or NULL
    const dm_figure *owner; // "Holt's campaign": Holt, or NULL
    uint32_t token;         // where it stands
} dm_wanted;

/* The latest figure before that has the role, or the noun in its name. */
dm_found dm_antecedent_noun(const dm_stage *stage, const dm_wanted *wanted);

/* The first one after it, within so many sentences: headlines and first lines
 * describe before they name. */
dm_found dm_antecedent_next(dm_stage *stage, const dm_wanted *wanted,
                            uint32_t sentences);

/* A mention as what was found. */
static inline dm_found dm_found_mention(const dm_mention *mention)
{
    return (dm_found){ mention->figure, mention->words, false };
}

#endif
