/* table.h - the word table (features/words.h) made from a corpus.
 *
 *     corpus ──► ranks ──► skip-grams ──► vectors ──► clusters
 *                                            └──► words.vec
 *
 * A word's vector is its skip-gram vector at unit length, less the mean of all,
 * times a / (a + p), p being its share of the corpus: frequent words say
 * little (Arora, Liang and Ma, "A simple but tough-to-beat baseline for
 * sentence embeddings", ICLR 2017).
 */
#ifndef DM_TABLE_H
#define DM_TABLE_H

#include "words/corpus.h"

typedef struct dm_table_options {
    size_t words;                       // most frequent words that get a vector
    uint64_t least;                     // occurrences that a word must have
    unsigned window, negatives, epochs; // see dm_skipgram_options
    double sample;                      // likewise
    uint64_t seed;                      // likewise
    size_t dimensions; // of a vector, at most DM_WORDS_DIMENSIONS_MAX
    size_t clusters;
} dm_table_options;

void dm_table_options_init(dm_table_options *options);

/* The file's bytes, released by free(). DEMARCHE_NOT_ENOUGH_DATA when the
 * corpus has fewer words than dimensions or clusters. */
demarche_status dm_table_make(char **out, size_t *len, const dm_corpus *corpus,
                              const dm_table_options *options,
                              demarche_error *err);

#endif
