/* ngram_list.h - how the files that find n-grams hand them on. */
#ifndef DM_NGRAM_LIST_H
#define DM_NGRAM_LIST_H

#include "ngram.h"

typedef struct dm_ngram_list {
    dm_ngrams *out;
    size_t capacity;
    dm_arena *arena;
    bool failed; // memory ran out once: asked for at the end
} dm_ngram_list;

/* Append an n-gram whose text lives in the arena or longer. */
void dm_ngram_add(dm_ngram_list *list, dm_space space, dm_place at,
                  dm_span text);

/* Append `first`, or `first` and `second` with a space between, as one n-gram;
 * both are copied. `second` may be empty. */
void dm_ngram_add_joined(dm_ngram_list *list, dm_space space, dm_place at,
                         dm_span first, dm_span second);

/* The tokens [begin, end) of `tokens`, cut to those that there are. */
static inline dm_place dm_place_of(const dm_tokens *tokens, size_t begin,
                                   size_t end)
{
    size_t stop = end < tokens->count ? end : tokens->count;
    size_t start = begin < stop ? begin : stop;
    return (dm_place){ (uint16_t)start, (uint16_t)stop };
}

/* named.c: who of the register is named in the content. */
void dm_ngrams_add_named(dm_ngram_list *list, const dm_register *reg,
                         const dm_text *text, const dm_tokens *tokens,
                         dm_span given);

/* shape.c: how long the content is, and whether it asks. */
void dm_ngrams_add_shape(dm_ngram_list *list, const dm_tokens *tokens);

/* marked.c: what stands around `mark`, a part of the content. */
void dm_ngrams_add_marked(dm_ngram_list *list, const dm_tokens *tokens,
                          dm_bytes mark, const dm_words *words);

#endif
