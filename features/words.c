/* words.c - see words.h. */
#include "words.h"

#include <math.h>

static const char magic[8] = "dm-words";
enum { VERSION = 1 };

/* Every number that is later used as an index or a factor. */
static bool holds_together(const dm_words *words)
{
    size_t count = words->set.count;
    for (size_t i = 0; i < count; i++)
        if (!isfinite(words->scales[i]) ||
            words->clusters_of[i] >= words->clusters)
            return false;
    for (size_t c = 0; c < words->clusters; c++)
        if (words->names[c] >= count)
            return false;
    return true;
}

static bool take(dm_words *out, dm_image *image)
{
    const uint32_t *sizes = dm_image_take(image, 2, sizeof *sizes);
    if (sizes == NULL || sizes[0] < 1 || sizes[0] > DM_WORDS_DIMENSIONS_MAX ||
        !dm_frozen_take(&out->set, image))
        return false;
    size_t count = out->set.count;
    out->dimensions = sizes[0];
    out->clusters = sizes[1];
    out->values = dm_image_take(image, count * sizes[0], 1);
    out->scales = dm_image_take(image, count, sizeof *out->scales);
    out->clusters_of = dm_image_take(image, count, sizeof *out->clusters_of);
    out->names = dm_image_take(image, sizes[1], sizeof *out->names);
    return out->values != NULL && out->scales != NULL &&
           out->clusters_of != NULL && out->names != NULL &&
           dm_image_done(image) && holds_together(out);
}

demarche_status dm_words_open(dm_words *out, const void *bytes, size_t len,
                              bool checksum, demarche_error *err)
{
    dm_image image;
    *out = (dm_words){ 0 };
    demarche_status status = dm_image_open(&image, bytes, len, magic, VERSION,
                                           checksum, "word table", err);
    if (status != DEMARCHE_OK)
        return status;
    if (!take(out, &image)) {
        *out = (dm_words){ 0 };
        return dm_fail(err, DEMARCHE_BAD_MODEL, 0,
                       "word table does not hold together");
    }
    out->checksum = dm_image_checksum(bytes);
    return DEMARCHE_OK;
}

void dm_words_finish(dm_buf *buf)
{
    dm_image_finish(buf, magic, VERSION);
}

uint32_t dm_words_find(const dm_words *words, dm_span folded)
{
    return words->set.count == 0 ? DM_FROZEN_NONE
                                 : dm_frozen_find(&words->set, folded);
}

dm_span dm_words_cluster(const dm_words *words, uint32_t word)
{
    return dm_frozen_at(&words->set, words->names[words->clusters_of[word]]);
}

void dm_words_add_to(double *sum, const dm_words *words, uint32_t word)
{
    const int8_t *values = words->values + (size_t)word * words->dimensions;
    double scale = words->scales[word];
    for (size_t d = 0; d < words->dimensions; d++)
        sum[d] += scale * values[d];
}

double dm_words_dot(const dm_words *words, uint32_t word, const double *row)
{
    const int8_t *values = words->values + (size_t)word * words->dimensions;
    double sum = 0;
    for (size_t d = 0; d < words->dimensions; d++)
        sum += values[d] * row[d];
    return sum * words->scales[word];
}
