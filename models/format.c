/* format.c - see format.h. */
#include "format.h"

#include <math.h>
#include <stdlib.h>

#include "shipped.h"

static const char magic[8] = "demarche";
enum { VERSION = 1 };

typedef struct sizes {
    uint32_t labels, pairs, spaces, dimensions;
} sizes;

static bool all_finite(const float *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!isfinite(values[i]))
            return false;
    return true;
}

static bool all_finite_doubles(const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!isfinite(values[i]))
            return false;
    return true;
}

/* The task and the labels: that many strings, and nothing else. */
static bool take_names(demarche_model *out, dm_image *image)
{
    dm_span names = dm_image_take_any(image);
    if (names.data == NULL)
        return false;
    const char *at = names.data, *end = at + names.len;
    for (size_t i = 0; i <= out->label_count; i++) {
        const char *stop = at == end ? NULL : memchr(at, 0, (size_t)(end - at));
        if (stop == NULL || stop == at)
            return false;
        if (i == 0)
            out->task = at;
        else
            out->labels[i - 1] = at;
        at = stop + 1;
    }
    return at == end;
}

static bool take_numbers(demarche_model *out, dm_image *image)
{
    size_t pairs = out->pair_count, labels = out->label_count;
    size_t count = 2 * pairs + labels + 1;
    const double *numbers = dm_image_take(image, count, sizeof *numbers);
    if (numbers == NULL || !all_finite_doubles(numbers, count))
        return false;
    out->biases = numbers;
    out->calibration.labels = labels;
    memcpy(out->calibration.slopes, numbers + pairs, pairs * sizeof *numbers);
    memcpy(out->calibration.biases, numbers + 2 * pairs,
           labels * sizeof *numbers);
    out->threshold = numbers[count - 1];
    return true;
}

static bool take_spaces(demarche_model *out, dm_image *image)
{
    const float *spaces = dm_image_take(image, DM_SPACE_COUNT, sizeof *spaces);
    if (spaces == NULL || !all_finite(spaces, DM_SPACE_COUNT))
        return false;
    memcpy(out->vocab.weights, spaces, sizeof out->vocab.weights);
    return true;
}

static bool take_vocab(demarche_model *out, dm_image *image, size_t dimensions)
{
    dm_vocab *vocab = &out->vocab;
    if (!dm_frozen_take(&vocab->grams, image))
        return false;
    size_t grams = vocab->grams.count;
    vocab->columns = grams + dimensions;
    vocab->rarity = dm_image_take(image, grams, sizeof *vocab->rarity);
    if (vocab->rarity == NULL || !all_finite(vocab->rarity, grams))
        return false;
    for (uint32_t i = 0; i < grams; i++)
        if (dm_space_of_key(dm_frozen_at(&vocab->grams, i)) >= DM_SPACE_MEANING)
            return false;
    size_t cells = vocab->columns * out->pair_count; // below 2^32 * 136
    out->weights = dm_image_take(image, cells, sizeof *out->weights);
    return out->weights != NULL && all_finite(out->weights, cells);
}

/* The word table that the model counts on must be the one at hand. */
static demarche_status find_words(demarche_model *out, uint64_t checksum,
                                  size_t dimensions, demarche_error *err)
{
    if (dimensions == 0)
        return DEMARCHE_OK;
    demarche_status status = dm_shipped_words_open(&out->words, err);
    if (status != DEMARCHE_OK)
        return status;
    if (out->words.checksum != checksum || out->words.dimensions != dimensions)
        return dm_fail(err, DEMARCHE_BAD_MODEL, 0,
                       "model was trained with another word table than this "
                       "program's: train it anew");
    out->vocab.words = &out->words;
    return DEMARCHE_OK;
}

static bool take(demarche_model *out, dm_image *image, sizes *counts,
                 uint64_t *words)
{
    const sizes *read = dm_image_take(image, 1, sizeof *read);
    if (read == NULL || read->labels < 2 ||
        read->labels > DEMARCHE_LABELS_MAX ||
        read->pairs != dm_pair_count(read->labels) ||
        read->spaces != DM_SPACE_COUNT ||
        read->dimensions > DM_WORDS_DIMENSIONS_MAX)
        return false;
    *counts = *read;
    out->label_count = read->labels;
    out->pair_count = read->pairs;
    if (!take_names(out, image) || !take_numbers(out, image) ||
        !take_spaces(out, image))
        return false;
    const uint64_t *checksum = dm_image_take(image, 1, sizeof *checksum);
    if (checksum == NULL || !take_vocab(out, image, read->dimensions))
        return false;
    *words = *checksum;
    out->card = dm_image_take_any(image);
    return out->card.data != NULL && dm_image_done(image);
}

demarche_status dm_model_open(demarche_model *out, const void *bytes,
                              size_t len, bool checksum, demarche_error *err)
{
    dm_image image;
    sizes counts;
    uint64_t words;
    demarche_status status = dm_image_open(&image, bytes, len, magic, VERSION,
                                           checksum, "model", err);
    if (status != DEMARCHE_OK)
        return status;
    *out = (demarche_model){ .image = bytes, .len = len };
    if (!take(out, &image, &counts, &words))
        return dm_fail(err, DEMARCHE_BAD_MODEL, 0,
                       "model file does not hold together");
    return find_words(out, words, counts.dimensions, err);
}

static void add_names(dm_buf *buf, const dm_model_parts *parts)
{
    dm_buf names;
    dm_buf_init(&names);
    dm_buf_add(&names, parts->task, strlen(parts->task) + 1);
    for (size_t k = 0; k < parts->label_count; k++)
        dm_buf_add(&names, parts->labels[k], strlen(parts->labels[k]) + 1);
    if (dm_buf_failed(&names))
        buf->failed = true;
    dm_image_add(buf, names.data, names.len, 1);
    dm_buf_clear(&names);
}

static void add_numbers(dm_buf *buf, const dm_model_parts *parts)
{
    double numbers[2 * DM_PAIRS_MAX + DEMARCHE_LABELS_MAX + 1];
    size_t pairs = dm_pair_count(parts->label_count), count = 0;
    for (size_t p = 0; p < pairs; p++)
        numbers[count++] = parts->biases[p];
    for (size_t p = 0; p < pairs; p++)
        numbers[count++] = parts->calibration->slopes[p];
    for (size_t k = 0; k < parts->label_count; k++)
        numbers[count++] = parts->calibration->biases[k];
    numbers[count++] = parts->threshold;
    dm_image_add(buf, numbers, count, sizeof *numbers);
}

demarche_status dm_model_assemble(char **out, size_t *len,
                                  const dm_model_parts *parts,
                                  demarche_error *err)
{
    const dm_words *words = parts->words;
    size_t pairs = dm_pair_count(parts->label_count);
    sizes counts = { (uint32_t)parts->label_count, (uint32_t)pairs,
                     DM_SPACE_COUNT, words == NULL ? 0 : words->dimensions };
    uint64_t checksum = words == NULL ? 0 : words->checksum;
    dm_buf buf;
    dm_buf_init(&buf);
    dm_image_begin(&buf);
    dm_image_add(&buf, &counts, 1, sizeof counts);
    add_names(&buf, parts);
    add_numbers(&buf, parts);
    dm_image_add(&buf, parts->spaces, DM_SPACE_COUNT, sizeof(float));
    dm_image_add(&buf, &checksum, 1, sizeof checksum);
    dm_frozen_add(&buf, parts->grams, parts->order, parts->gram_count);
    dm_image_add(&buf, parts->rarity, parts->gram_count, sizeof(float));
    dm_image_add(&buf, parts->weights,
                 (parts->gram_count + counts.dimensions) * pairs,
                 sizeof(float));
    dm_image_add(&buf, parts->card.data, parts->card.len, 1);
    dm_image_finish(&buf, magic, VERSION);
    *len = buf.len;
    return dm_buf_take(out, &buf, err);
}
