/* vocab.c - see vocab.h. */
#include "vocab.h"

/* Chosen by cross-validation over tone and over side. */
const float *dm_vocab_profile(size_t profile)
{
    static const float weights[DM_PROFILE_ALL][DM_SPACE_COUNT] = {
        {
            [DM_SPACE_WORD] = 1,
            [DM_SPACE_CHAR] = 0.5F,
            [DM_SPACE_KIN] = 0.6F,
            [DM_SPACE_NOT] = 0.2F,
            [DM_SPACE_BUT] = 0.2F,
            [DM_SPACE_CUE] = 0.6F,
            [DM_SPACE_SPEAKER] = 0.4F,
            [DM_SPACE_KNOWN] = 0.4F,
            [DM_SPACE_NAMED] = 0.4F,
            [DM_SPACE_MEANING] = 0.5F,
        },
        {
            [DM_SPACE_WORD] = 1,
            [DM_SPACE_CHAR] = 0.5F,
            [DM_SPACE_KIN] = 0.6F,
            [DM_SPACE_NOT] = 0.2F,
            [DM_SPACE_BUT] = 0.2F,
            [DM_SPACE_CUE] = 0.6F,
            [DM_SPACE_SPEAKER] = 0.8F,
            [DM_SPACE_KNOWN] = 0.6F,
            [DM_SPACE_NAMED] = 0.6F,
            [DM_SPACE_MEANING] = 0.5F,
        },
        {
            [DM_SPACE_WORD] = 1,
            [DM_SPACE_CHAR] = 0.5F,
            [DM_SPACE_KIN] = 0.6F,
            [DM_SPACE_NOT] = 0.2F,
            [DM_SPACE_BUT] = 0.2F,
            [DM_SPACE_CUE] = 0.4F,
            [DM_SPACE_SPEAKER] = 1.2F,
            [DM_SPACE_KNOWN] = 1.2F,
            [DM_SPACE_NAMED] = 1.2F,
            [DM_SPACE_MEANING] = 0.5F,
        },
    };
    return weights[profile];
}

static size_t add_meaning(dm_term *terms, const dm_vocab *vocab,
                          const dm_ngrams *ngrams)
{
    for (uint32_t d = 0; d < vocab->words->dimensions; d++)
        terms[d] = (dm_term){ vocab->grams.count + d, DM_SPACE_MEANING,
                              ngrams->meaning[d], 1 };
    return vocab->words->dimensions;
}

demarche_status dm_vocab_vector(dm_vector *out, const dm_vocab *vocab,
                                const dm_ngrams *ngrams, dm_arena *arena,
                                demarche_error *err)
{
    char key[DM_NGRAM_KEY_MAX];
    size_t dimensions = vocab->words == NULL ? 0 : vocab->words->dimensions;
    dm_term *terms =
        dm_arena_room(arena, ngrams->count + dimensions, sizeof *terms);
    if (terms == NULL)
        return dm_no_memory(err);
    size_t count = 0;
    for (size_t i = 0; i < ngrams->count; i++) {
        uint32_t id =
            dm_frozen_find(&vocab->grams, dm_ngram_key(key, &ngrams->items[i]));
        if (id != DM_FROZEN_NONE)
            terms[count++] =
                (dm_term){ id, ngrams->items[i].space, vocab->rarity[id], 1 };
    }
    if (dimensions > 0)
        count += add_meaning(terms + count, vocab, ngrams);
    return dm_vector_make(out, terms, count, vocab->weights, arena, err);
}
