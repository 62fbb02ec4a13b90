/* words.h - what words mean, learned from text without labels.
 *
 * A table of word vectors (each word's neighbours in a large corpus say what
 * it is like) and of clusters of like words. A classifier that has seen
 * "curbs" blamed knows something of "restrictions" too. Read in place from
 * models/data/words.vec; docs/FORMATS.md describes the file.
 */
#ifndef DM_WORDS_H
#define DM_WORDS_H

#include "base/frozen.h"

enum { DM_WORDS_DIMENSIONS_MAX = 400 };

typedef struct dm_words {
    dm_frozen set; // folded words
    uint32_t dimensions, clusters;
    const int8_t *values;        // [words][dimensions]
    const float *scales;         // [words], what a unit of `values` is worth
    const uint16_t *clusters_of; // [words], below `clusters`
    const uint32_t *names;       // [clusters], the word that stands for each
    uint64_t checksum;           // of the file: a model remembers it
} dm_words;

/* Read a table in place: `bytes`, aligned to 8, must outlive it. With
 * `checksum` every byte is checked. DEMARCHE_BAD_MODEL when it is damaged. */
demarche_status dm_words_open(dm_words *out, const void *bytes, size_t len,
                              bool checksum, demarche_error *err);

/* Writing: close an image (base/image.h) whose sections stand in the order of
 * the file as this kind of file. */
void dm_words_finish(dm_buf *buf);

/* The number of a folded word, or DM_FROZEN_NONE. */
uint32_t dm_words_find(const dm_words *words, dm_span folded);

/* The name of the word's cluster: a typical word of it. */
dm_span dm_words_cluster(const dm_words *words, uint32_t word);

/* sum[d] += the word's vector. */
void dm_words_add_to(double *sum, const dm_words *words, uint32_t word);

/* The word's vector times `row`, both [dimensions]. */
double dm_words_dot(const dm_words *words, uint32_t word, const double *row);

#endif
