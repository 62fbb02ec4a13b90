/* format.h - the model file, which is also the model in memory.
 *
 *     sizes    u32 labels, name spaces, dimensions
 *     names    the task and the labels; then what it was trained to read: the
 *              label of null, the field of another label given, the field of a
 *              marked part; each ended by NUL, the last three may be empty
 *     numbers  f64 biases [labels] and units [labels] of the weights, threshold
 *     coverage f64 least p and share of what is kept, for accuracies of 50, 51
 * … 100 % spaces   f32 weight of each name space words    u64 checksum of the
 * word table it was trained with, or 0 grams    the vocabulary, see
 * base/frozen.h rarity   f32 [grams] weights  i16 [grams + dimensions][labels],
 * see fold.h card     JSON: data, method, scores
 *
 * Sections of an image (base/image.h), used in place: a model is its bytes and
 * pointers into them.
 */
#ifndef DM_FORMAT_H
#define DM_FORMAT_H

#include "abstain.h"
#include "fold.h"
#include "file.h"
#include "model.h"
#include "vocab.h"

struct demarche_model {
    dm_file owned; // the bytes, where they are this model's own
    const void *image;
    size_t len;
    const char *task;
    size_t label_count;
    const char *labels[DEMARCHE_LABELS_MAX]; // [label_count]
    demarche_fields fields;                  // each NULL where it has none
    dm_vocab vocab;
    dm_words words;         // what vocab.words points to, unless that is NULL
    const int16_t *weights; // [vocab.columns][label_count], in units
    const double *units;    // [label_count]
    const double *biases;   // [label_count]
    double threshold;       // below it, a verdict is for review
    const dm_kept *curve;   // [DM_ABSTAIN_POINTS], see abstain.h
    dm_span card;
};

/* Take a model's parts out of its bytes, which are aligned to 8 and outlive
 * it; with `checksum` every byte is checked. The model's pointers to itself
 * (vocab.words) make it stay where it is. */
demarche_status dm_model_open(demarche_model *out, const void *bytes,
                              size_t len, bool checksum, demarche_error *err);

/* What a model file is put together from. */
typedef struct dm_model_parts {
    const char *task;
    size_t label_count;
    const char *const *labels; // [label_count]
    demarche_fields fields;    // each may be NULL
    const dm_words *words;     // or NULL
    const dm_span *grams;      // [gram_count], keys
    const uint32_t *order;     // [gram_count], see dm_frozen_order
    size_t gram_count;
    const float *rarity;  // [gram_count], by number
    const float *spaces;  // [DM_SPACE_COUNT]
    const float *weights; // [gram_count + dimensions][pairs]
    const double *biases; // [pairs]
    const dm_calibration *calibration;
    const dm_abstain *abstain;
    dm_span card;
} dm_model_parts;

/* Put the bytes together, to be released by free(). */
demarche_status dm_model_assemble(char **out, size_t *len,
                                  const dm_model_parts *parts,
                                  demarche_error *err);

/* A model that owns `bytes`, which were malloc'ed; frees them on failure. */
demarche_status dm_model_adopt(demarche_model **out, void *bytes, size_t len,
                               demarche_error *err);

/* What column `column` adds to z of `label`, times its value. */
double dm_model_weight(const demarche_model *model, size_t column,
                       size_t label);

/* z of every label for a vector: [label_count]. */
void dm_model_decide(double z[], const demarche_model *model,
                     const dm_vector *vector);

/* How sure a verdict must be for this accuracy; as trained where it is 0. */
double dm_model_threshold(const demarche_model *model, double accuracy);

/* The verdict that z comes to. */
void dm_model_conclude(demarche_verdict *out, const demarche_model *model,
                       const double z[]);

#endif
