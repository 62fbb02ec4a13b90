/* skipgram.h - word vectors that foretell a word's neighbours.
 *
 * Skip-gram with negative sampling: Mikolov, Sutskever, Chen, Corrado and
 * Dean, "Distributed representations of words and phrases and their
 * compositionality", NIPS 2013. A word's vector is turned towards those of
 * the words near it and away from those of words drawn at random; frequent
 * words are skipped the more often, the more frequent they are.
 *
 * Seeded, one thread, sums in a fixed order: the same corpus gives the same
 * vectors on machines of one kind.
 */
#ifndef DM_SKIPGRAM_H
#define DM_SKIPGRAM_H

#include "words/corpus.h"

typedef struct dm_skipgram_options {
    size_t dimensions;
    unsigned window;    // words to either side, at most
    unsigned negatives; // words drawn at random for each neighbour
    unsigned epochs;    // times that the corpus is read
    uint64_t seed;
    double sample; // a word of a larger share of the corpus is thinned out
} dm_skipgram_options;

/* *out [count][dimensions], row-major, by the places of words (see
 * dm_corpus_rank), released by free(). Words without a place are passed over
 * as if they did not stand there. */
demarche_status dm_skipgram(float **out, const dm_corpus *corpus,
                            const uint32_t *ranks, const uint32_t *order,
                            size_t count, const dm_skipgram_options *options,
                            demarche_error *err);

#endif
