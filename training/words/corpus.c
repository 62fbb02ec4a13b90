/* corpus.c - see corpus.h. */
#include "words/corpus.h"

#include <stdlib.h>
#include <xxhash.h>

#include "sentence.h"

enum {
    LONGEST_WORD = 64,     // bytes; longer ones are rubbish
    SHORTEST_SENTENCE = 3, // words
    FIRST_SLOTS = 1 << 16,
};

void dm_corpus_init(dm_corpus *corpus)
{
    *corpus = (dm_corpus){ 0 };
    dm_intern_init(&corpus->words);
    dm_arena_init(&corpus->arena);
}

void dm_corpus_clear(dm_corpus *corpus)
{
    dm_intern_clear(&corpus->words);
    dm_arena_clear(&corpus->arena);
    free(corpus->counts);
    free(corpus->stream);
    free(corpus->seen);
    dm_corpus_init(corpus);
}

/* `items` with room for at least `need`, or NULL. */
static void *widen(void *items, size_t *room, size_t need, size_t size)
{
    if (need <= *room)
        return items;
    size_t wider = *room == 0 ? 4096 : 2 * *room, len;
    if (wider < need)
        wider = need;
    if (!dm_multiply(wider, size, &len))
        return NULL;
    void *moved = realloc(items, len);
    if (moved != NULL)
        *room = wider;
    return moved;
}

static void put_hash(uint64_t *seen, size_t slots, uint64_t hash)
{
    size_t at = (size_t)hash & (slots - 1);
    while (seen[at] != 0)
        at = (at + 1) & (slots - 1);
    seen[at] = hash;
}

static bool has_hash(const dm_corpus *corpus, uint64_t hash)
{
    size_t mask = corpus->slots - 1, at = (size_t)hash & mask;
    while (corpus->seen[at] != 0 && corpus->seen[at] != hash)
        at = (at + 1) & mask;
    return corpus->seen[at] == hash;
}

static demarche_status make_slots(dm_corpus *corpus, demarche_error *err)
{
    if (2 * (corpus->sentences + 1) <= corpus->slots)
        return DEMARCHE_OK;
    size_t slots = corpus->slots == 0 ? FIRST_SLOTS : 2 * corpus->slots;
    uint64_t *seen = calloc(slots, sizeof *seen);
    if (seen == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < corpus->slots; i++)
        if (corpus->seen[i] != 0)
            put_hash(seen, slots, corpus->seen[i]);
    free(corpus->seen);
    corpus->seen = seen;
    corpus->slots = slots;
    return DEMARCHE_OK;
}

/* Append the numbers of a sentence's words at the end of the stream, which is
 * not yet made longer; how many there are. */
static demarche_status append(size_t *count, dm_corpus *corpus,
                              const dm_token *tokens, size_t token_count,
                              demarche_error *err)
{
    *count = 0;
    uint32_t *stream = widen(corpus->stream, &corpus->room,
                             corpus->length + token_count + 1, sizeof *stream);
    if (stream == NULL)
        return dm_no_memory(err);
    corpus->stream = stream;
    for (size_t i = 0; i < token_count; i++) {
        dm_span word = tokens[i].folded;
        if (tokens[i].kind == DM_TOKEN_QUOTE || word.len > LONGEST_WORD)
            continue;
        demarche_status status = dm_intern_add(&stream[corpus->length + *count],
                                               &corpus->words, word, err);
        if (status != DEMARCHE_OK)
            return status;
        ++*count;
    }
    return DEMARCHE_OK;
}

static demarche_status count_words(dm_corpus *corpus, size_t count,
                                   demarche_error *err)
{
    size_t had = corpus->counted;
    uint64_t *counts = widen(corpus->counts, &corpus->counted,
                             corpus->words.count, sizeof *counts);
    if (counts == NULL)
        return dm_no_memory(err);
    corpus->counts = counts;
    if (corpus->counted > had)
        memset(counts + had, 0, (corpus->counted - had) * sizeof *counts);
    for (size_t i = 0; i < count; i++)
        counts[corpus->stream[corpus->length + i]]++;
    corpus->stream[corpus->length + count] = DM_INTERN_NONE;
    corpus->length += count + 1;
    return DEMARCHE_OK;
}

static demarche_status add_sentence(dm_corpus *corpus, const dm_token *tokens,
                                    size_t token_count, demarche_error *err)
{
    size_t count;
    demarche_status status = make_slots(corpus, err);
    if (status == DEMARCHE_OK)
        status = append(&count, corpus, tokens, token_count, err);
    if (status != DEMARCHE_OK || count < SHORTEST_SENTENCE)
        return status;
    uint64_t hash = XXH3_64bits(corpus->stream + corpus->length,
                                count * sizeof *corpus->stream) |
                    1; // 0 is a free slot
    if (has_hash(corpus, hash))
        return DEMARCHE_OK;
    put_hash(corpus->seen, corpus->slots, hash);
    corpus->sentences++;
    return count_words(corpus, count, err);
}

demarche_status dm_corpus_add(dm_corpus *corpus, const char *text, size_t len,
                              demarche_error *err)
{
    dm_page page;
    dm_arena_reset(&corpus->arena);
    demarche_status status =
        dm_page_read(&page, &corpus->arena, text, len, NULL, err);
    for (size_t i = 0; status == DEMARCHE_OK && i < page.sentence_count; i++) {
        dm_sentence s = page.sentences[i];
        status = add_sentence(corpus, page.tokens.items + s.first,
                              s.end - s.first, err);
    }
    return status;
}

typedef struct ranked {
    uint64_t count;
    dm_span string;
    uint32_t number;
} ranked;

static int compare_ranked(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return dm_span_compare(x->string, y->string);
}

static size_t fill_ranked(ranked *items, const dm_corpus *corpus,
                          uint64_t least)
{
    size_t kept = 0;
    for (uint32_t i = 0; i < corpus->words.count; i++)
        if (corpus->counts[i] >= least)
            items[kept++] = (ranked){ corpus->counts[i],
                                      dm_intern_at(&corpus->words, i), i };
    qsort(items, kept, sizeof *items, compare_ranked);
    return kept;
}

demarche_status dm_corpus_rank(uint32_t **ranks, uint32_t **order,
                               size_t *count, const dm_corpus *corpus,
                               size_t limit, uint64_t least,
                               demarche_error *err)
{
    size_t total = corpus->words.count;
    ranked *items = calloc(total + 1, sizeof *items);
    *ranks = calloc(total + 1, sizeof **ranks);
    *order = calloc(total + 1, sizeof **order);
    if (items == NULL || *ranks == NULL || *order == NULL) {
        free(items);
        free(*ranks);
        free(*order);
        *ranks = *order = NULL;
        return dm_no_memory(err);
    }
    size_t kept = fill_ranked(items, corpus, least);
    *count = kept < limit ? kept : limit;
    for (size_t i = 0; i < total; i++)
        (*ranks)[i] = DM_INTERN_NONE;
    for (size_t place = 0; place < *count; place++) {
        (*order)[place] = items[place].number;
        (*ranks)[items[place].number] = (uint32_t)place;
    }
    free(items);
    return DEMARCHE_OK;
}
