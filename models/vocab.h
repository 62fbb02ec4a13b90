/* vocab.h - which n-grams a model knows, and how rare each is.
 *
 * Made once from the training rows and frozen: whatever else a statement
 * holds is not seen. After the n-grams' columns come those of the meaning,
 * one a dimension of the word table.
 */
#ifndef DM_VOCAB_H
#define DM_VOCAB_H

#include "vector.h"

typedef struct dm_vocab {
    dm_frozen grams;     // keys, see dm_ngram_key
    const float *rarity; // [grams]
    const dm_words *words;
    size_t columns; // grams, then dimensions of `words`
    float weights[DM_SPACE_COUNT];
} dm_vocab;

/* The vector of a statement's n-grams, in `arena`. */
demarche_status dm_vocab_vector(dm_vector *out, const dm_vocab *vocab,
                                const dm_ngrams *ngrams, dm_arena *arena,
                                demarche_error *err);

/* How much each name space counts, in more ways than one: some tasks hang on
 * what is said, others on who says it. Training takes the profile that does
 * better on held-out rows. */
enum { DM_PROFILE_COUNT = 2, DM_PROFILE_ALL = 3 };
const float *dm_vocab_profile(size_t profile); // [DM_SPACE_COUNT]

#endif
