/* cooccurrence.h - which words stand near which, as a sparse matrix.
 *
 * Rows are words, columns the most frequent words as contexts. A cell is the
 * square root of the positive pointwise mutual information (PPMI) of word and
 * context, contexts smoothed by a power of 0.75: Levy, Goldberg and Dagan,
 * "Improving distributional similarity with lessons learned from word
 * embeddings", TACL 2015. The root keeps rare pairs from ruling.
 */
#ifndef DM_COOCCURRENCE_H
#define DM_COOCCURRENCE_H

#include "words/corpus.h"

typedef struct dm_sparse {
    size_t rows, columns;
    size_t *begins; // [rows + 1]
    uint32_t *at;   // [begins[rows]], columns, ascending in a row
    float *values;  // likewise
} dm_sparse;

/* Count neighbours up to `window` words away within a sentence, nearer ones
 * more (window at distance 1, down to 1), and weigh them. `ranks` places each
 * word of the corpus (dm_corpus_rank); the first `columns` are contexts. */
demarche_status dm_cooccurrence_count(dm_sparse *out, const dm_corpus *corpus,
                                      const uint32_t *ranks, size_t rows,
                                      size_t columns, unsigned window,
                                      demarche_error *err);

void dm_sparse_clear(dm_sparse *matrix);

#endif
