/* format.c - see format.h. */
#include "format.h"

#include <math.h>
#include <stdlib.h>

#include "shipped.h"

static const char magic[8] = "demarche";
enum { VERSION = 3 };

typedef struct sizes {
    uint32_t labels, spaces, dimensions;
} sizes;

static bool all_finite(const float *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!isfinite(values[i]))
            return false;
    return true;
}

/* So far from the largest double that no sum of such leaves it. */
static bool all_moderate(const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!(fabs(values[i]) < 1e30))
            return false;
    return true;
}

/* The next string of the section, or NULL; `least` bytes long. */
static const char *next_name(const char **at, const char *end, size_t least)
{
    const char *name = *at;
    const char *stop =
        name == end ? NULL : memchr(name, 0, (size_t)(end - name));
    if (stop == NULL || (size_t)(stop - name) < least)
        return NULL;
    *at = stop + 1;
    return name;
}

/* The task, the labels, the fields: those strings, and nothing else. */
static bool take_names(demarche_model *out, dm_image *image)
{
    dm_span names = dm_image_take_any(image);
    if (names.data == NULL)
        return false;
    const char *at = names.data, *end = at + names.len;
    out->task = next_name(&at, end, 1);
    bool sound = out->task != NULL;
    for (size_t k = 0; sound && k < out->label_count; k++) {
        out->labels[k] = next_name(&at, end, 1);
        sound = out->labels[k] != NULL;
    }
    const char **fields[] = { &out->fields.null_label, &out->fields.given,
                              &out->fields.mark };
    for (size_t i = 0; sound && i < sizeof fields / sizeof *fields; i++) {
        const char *name = next_name(&at, end, 0);
        sound = name != NULL;
        if (sound && *name != '\0')
            *fields[i] = name;
    }
    return sound && at == end;
}

static bool take_numbers(demarche_model *out, dm_image *image)
{
    size_t labels = out->label_count, count = 2 * labels + 1;
    const double *numbers = dm_image_take(image, count, sizeof *numbers);
    if (numbers == NULL || !all_moderate(numbers, count))
        return false;
    out->biases = numbers;
    out->units = numbers + labels;
    out->threshold = numbers[count - 1];
    return true;
}

static bool take_curve(demarche_model *out, dm_image *image)
{
    enum { NUMBERS = DM_ABSTAIN_POINTS * 2 };
    out->curve = dm_image_take(image, DM_ABSTAIN_POINTS, sizeof *out->curve);
    const double *numbers = (const double *)out->curve;
    return numbers != NULL && all_moderate(numbers, NUMBERS);
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
    size_t cells = vocab->columns * out->label_count; // below 2^33 * 16
    out->weights = dm_image_take(image, cells, sizeof *out->weights);
    return out->weights != NULL;
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
        read->labels > DEMARCHE_LABELS_MAX || read->spaces != DM_SPACE_COUNT ||
        read->dimensions > DM_WORDS_DIMENSIONS_MAX)
        return false;
    *counts = *read;
    out->label_count = read->labels;
    if (!take_names(out, image) || !take_numbers(out, image) ||
        !take_curve(out, image) || !take_spaces(out, image))
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

static void add_name(dm_buf *names, const char *name)
{
    dm_buf_add(names, name == NULL ? "" : name,
               name == NULL ? 1 : strlen(name) + 1);
}

static void add_names(dm_buf *buf, const dm_model_parts *parts)
{
    dm_buf names;
    dm_buf_init(&names);
    add_name(&names, parts->task);
    for (size_t k = 0; k < parts->label_count; k++)
        add_name(&names, parts->labels[k]);
    add_name(&names, parts->fields.null_label);
    add_name(&names, parts->fields.given);
    add_name(&names, parts->fields.mark);
    if (dm_buf_failed(&names))
        buf->failed = true;
    dm_image_add(buf, names.data, names.len, 1);
    dm_buf_clear(&names);
}

static void add_numbers(dm_buf *buf, const dm_rows *rows, double threshold)
{
    double numbers[2 * DEMARCHE_LABELS_MAX + 1];
    size_t labels = rows->labels;
    memcpy(numbers, rows->biases, labels * sizeof *numbers);
    memcpy(numbers + labels, rows->units, labels * sizeof *numbers);
    numbers[2 * labels] = threshold;
    dm_image_add(buf, numbers, 2 * labels + 1, sizeof *numbers);
}

static demarche_status put_together(char **out, size_t *len,
                                    const dm_model_parts *parts,
                                    const dm_rows *rows, demarche_error *err)
{
    const dm_words *words = parts->words;
    sizes counts = { (uint32_t)parts->label_count, DM_SPACE_COUNT,
                     words == NULL ? 0 : words->dimensions };
    uint64_t checksum = words == NULL ? 0 : words->checksum;
    dm_buf buf;
    dm_buf_init(&buf);
    dm_image_begin(&buf);
    dm_image_add(&buf, &counts, 1, sizeof counts);
    add_names(&buf, parts);
    add_numbers(&buf, rows, parts->abstain->threshold);
    dm_image_add(&buf, parts->abstain->curve, DM_ABSTAIN_POINTS,
                 sizeof *parts->abstain->curve);
    dm_image_add(&buf, parts->spaces, DM_SPACE_COUNT, sizeof(float));
    dm_image_add(&buf, &checksum, 1, sizeof checksum);
    dm_frozen_add(&buf, parts->grams, parts->order, parts->gram_count);
    dm_image_add(&buf, parts->rarity, parts->gram_count, sizeof(float));
    dm_image_add(&buf, rows->weights, rows->columns * rows->labels,
                 sizeof *rows->weights);
    dm_image_add(&buf, parts->card.data, parts->card.len, 1);
    dm_image_finish(&buf, magic, VERSION);
    *len = buf.len;
    return dm_buf_take(out, &buf, err);
}

demarche_status dm_model_assemble(char **out, size_t *len,
                                  const dm_model_parts *parts,
                                  demarche_error *err)
{
    dm_rows rows;
    size_t dimensions = parts->words == NULL ? 0 : parts->words->dimensions;
    demarche_status status =
        dm_rows_fold(&rows, parts->calibration, parts->weights, parts->biases,
                     parts->gram_count + dimensions, err);
    if (status == DEMARCHE_OK)
        status = put_together(out, len, parts, &rows, err);
    free(rows.weights);
    return status;
}
