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
            [DM_SPACE_SHAPE] = 0.25F,
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
            [DM_SPACE_SHAPE] = 0.25F,
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
            [DM_SPACE_SHAPE] = 0.25F,
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

/* Terms of the n-grams, at most a batch of them, that the model knows. */
static size_t add_known(dm_term *terms, const dm_vocab *vocab,
                        const dm_ngram *ngrams, size_t count)
{
    char keys[DM_FROZEN_BATCH][DM_NGRAM_KEY_MAX];
    dm_span strings[DM_FROZEN_BATCH] = { { NULL, 0 } };
    uint32_t ids[DM_FROZEN_BATCH];
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        strings[i] = dm_ngram_key(keys[i], &ngrams[i]);
    dm_frozen_find_all(ids, &vocab->grams, strings, count);
    for (size_t i = 0; i < count; i++)
        if (ids[i] != DM_FROZEN_NONE)
            terms[known++] =
                (dm_term){ ids[i], ngrams[i].space, vocab->rarity[ids[i]], 1 };
    return known;
}

demarche_status dm_vocab_vector(dm_vector *out, const dm_vocab *vocab,
                                const dm_ngrams *ngrams, dm_arena *arena,
                                demarche_error *err)
{
    size_t dimensions = vocab->words == NULL ? 0 : vocab->words->dimensions;
    dm_term *terms =
        dm_arena_room(arena, ngrams->count + dimensions, sizeof *terms);
    if (terms == NULL)
        return dm_no_memory(err);
    size_t count = 0;
    for (size_t i = 0; i < ngrams->count; i += DM_FROZEN_BATCH) {
        size_t left = ngrams->count - i;
        count += add_known(terms + count, vocab, ngrams->items + i,
                           left < DM_FROZEN_BATCH ? left : DM_FROZEN_BATCH);
    }
    if (dimensions > 0)
        count += add_meaning(terms + count, vocab, ngrams);
    return dm_vector_make(out, terms, count, vocab->weights, arena, err);
}
