/* turns.h - a transcript's statements held against its turns, letter by
 * letter.
 *
 * A letter or digit is right when the last statement of kind "transcript"
 * that covers it is by the speaker of its turn: by a name that ends in the
 * same word. A turn may come back whole, or cut into statements.
 */
#ifndef DM_TURNS_H
#define DM_TURNS_H

#include "assay/counts.h"

/* What happened to the letters of one turn. */
typedef struct dm_turn_fate {
    bool official;    // the turn is by a speaker of the two sides
    size_t letters;   // judged
    size_t missed;    // official: nobody's
    size_t mistaken;  // official: somebody else's
    size_t covered;   // official: their speaker's
    size_t sided;     // of these, with the turn's side
    size_t leaked;    // others: given to somebody of the two sides
    uint32_t culprit; // the first statement that has letters wrongly, or
                      // DM_NOBODY
} dm_turn_fate;

/* fates [gold.turn_count], in the arena. */
demarche_status dm_turns_judge(dm_turn_fate **out, const dm_sample *sample,
                               dm_arena *arena, demarche_error *err);

dm_counts dm_turns_count(const dm_turn_fate *fates, size_t count);

#endif
