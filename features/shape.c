/* shape.c - how long a statement is, and whether it asks.
 *
 * Vectors have unit length, so that a model cannot see from the words how many
 * there are; yet long statements take a stand more often than short ones. Each
 * step that a count reaches is an n-gram of its own ("words 12+"): steps add
 * up, so that a machine can draw any stair.
 */
#include <stdio.h>

#include "ngram_list.h"

typedef struct stair {
    const char *name;
    size_t steps[10]; // ascending, 0 ends
} stair;

static const stair words_stair = { "words",
                                   { 6, 9, 12, 16, 20, 25, 30, 37, 45, 60 } };
static const stair ends_stair = { "sentences", { 2, 3, 4 } };
static const stair commas_stair = { "commas", { 1, 2, 4 } };

static void climb(dm_ngram_list *list, dm_place all, const stair *s,
                  size_t count)
{
    char text[32];
    size_t steps = sizeof s->steps / sizeof *s->steps;
    for (size_t i = 0; i < steps && s->steps[i] > 0 && count >= s->steps[i];
         i++) {
        int len = snprintf(text, sizeof text, "%s %zu+", s->name, s->steps[i]);
        dm_ngram_add_joined(list, DM_SPACE_SHAPE, all,
                            (dm_span){ text, (size_t)len },
                            (dm_span){ NULL, 0 });
    }
}

static bool ends_sentence(const dm_token *token)
{
    return dm_span_is(token->folded, ".") || dm_span_is(token->folded, "!") ||
           dm_span_is(token->folded, "?");
}

void dm_ngrams_add_shape(dm_ngram_list *list, const dm_tokens *tokens)
{
    dm_place all = { 0, (uint16_t)tokens->count };
    size_t words = 0, ends = 0, commas = 0;
    bool asks = false;
    for (size_t i = 0; i < tokens->count; i++) {
        const dm_token *token = &tokens->items[i];
        words += token->kind != DM_TOKEN_PUNCT && token->kind != DM_TOKEN_QUOTE;
        ends += ends_sentence(token);
        commas += dm_span_is(token->folded, ",");
        asks = asks || dm_span_is(token->folded, "?");
    }
    climb(list, all, &words_stair, words);
    climb(list, all, &ends_stair, ends);
    climb(list, all, &commas_stair, commas);
    if (asks)
        dm_ngram_add_joined(list, DM_SPACE_SHAPE, all, (dm_span)DM_SPAN("asks"),
                            (dm_span){ NULL, 0 });
}
