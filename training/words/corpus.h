/* corpus.h - a large body of text as sentences of word numbers.
 *
 * Documents are added one at a time and only the numbers of their words are
 * kept. A sentence that was seen before is dropped: agency copies and stock
 * phrases would otherwise count for more than what people write.
 */
#ifndef DM_CORPUS_H
#define DM_CORPUS_H

#include "base/intern.h"

typedef struct dm_corpus {
    dm_intern words;
    uint64_t *counts; // [words.count], occurrences
    size_t counted;   // room in `counts`
    uint32_t *stream; // [length], word numbers, a sentence after another,
                      // each ended by DM_INTERN_NONE
    size_t length, room;
    uint64_t *seen; // [slots], hashes of sentences, 0 for free
    size_t sentences, slots;
    dm_arena arena; // scratch, reset at each document
} dm_corpus;

void dm_corpus_init(dm_corpus *corpus);
void dm_corpus_clear(dm_corpus *corpus);

/* Read one document's text; it may be freed afterwards. */
demarche_status dm_corpus_add(dm_corpus *corpus, const char *text, size_t len,
                              demarche_error *err);

/* The `limit` most frequent words, each occurring at least `least` times, most
 * frequent first, equal ones by their bytes: *ranks [words.count] gives each
 * word's place, or DM_INTERN_NONE; *order [*count] the words by place. Both
 * are released by free(). */
demarche_status dm_corpus_rank(uint32_t **ranks, uint32_t **order,
                               size_t *count, const dm_corpus *corpus,
                               size_t limit, uint64_t least,
                               demarche_error *err);

#endif
