/* chooser.c - see chooser.h. */
#include "chooser.h"

#include <math.h>

static const char magic[8] = "dm-reads";
enum { VERSION = 1, BITS_MIN = 8, BITS_MAX = 22 };

static bool take(dm_chooser *out, dm_image *image)
{
    const uint32_t *sizes = dm_image_take(image, 2, sizeof *sizes);
    if (sizes == NULL || sizes[0] < BITS_MIN || sizes[0] > BITS_MAX)
        return false;
    out->bits = sizes[0];
    const float *scale = dm_image_take(image, 1, sizeof *scale);
    out->margins = dm_image_take(image, DM_QUESTIONS, sizeof *out->margins);
    out->forms =
        dm_image_take(image, (1u << DM_FORM_BITS) / 32, sizeof *out->forms);
    out->weights =
        dm_image_take(image, (size_t)1 << sizes[0], sizeof *out->weights);
    out->card = dm_image_take_any(image);
    if (scale == NULL || !isfinite(*scale) || out->margins == NULL ||
        out->forms == NULL || out->weights == NULL || out->card.data == NULL ||
        !dm_image_done(image))
        return false;
    out->scale = *scale;
    for (size_t q = 0; q < DM_QUESTIONS; q++)
        if (!isfinite(out->margins[q]))
            return false;
    return true;
}

demarche_status dm_chooser_open(dm_chooser *out, const void *bytes, size_t len,
                                bool checksum, demarche_error *err)
{
    dm_image image;
    *out = (dm_chooser){ 0 };
    demarche_status status = dm_image_open(&image, bytes, len, magic, VERSION,
                                           checksum, "reader's weights", err);
    if (status == DEMARCHE_OK && !take(out, &image)) {
        *out = (dm_chooser){ 0 };
        status = dm_fail(err, DEMARCHE_BAD_MODEL, 0,
                         "reader's weights do not hold together");
    }
    return status;
}

void dm_chooser_finish(dm_buf *buf)
{
    dm_image_finish(buf, magic, VERSION);
}

/* In whole units, so that the sum is the same in any order. */
static int32_t sum(const dm_chooser *chooser, const dm_option *option)
{
    int32_t units = 0;
    for (uint32_t i = 0; i < option->count; i++)
        units +=
            chooser
                ->weights[dm_chooser_place(option->features[i], chooser->bits)];
    return units;
}

double dm_chooser_weigh(const dm_chooser *chooser, const dm_option *option)
{
    return (double)sum(chooser, option) * (double)chooser->scale;
}

size_t dm_chooser_decide(const dm_chooser *chooser, const struct dm_scan *scan,
                         const dm_decision *decision)
{
    if (chooser->tutor != NULL)
        return chooser->tutor->answer(chooser->tutor, scan, decision);
    const dm_option *options = decision->options;
    size_t best = decision->usual;
    double most = dm_chooser_weigh(chooser, &options[best]) +
                  (double)chooser->margins[decision->question];
    for (size_t i = 0; i < decision->count; i++) {
        double value = dm_chooser_weigh(chooser, &options[i]);
        if (i != decision->usual && value > most) {
            most = value;
            best = i;
        }
    }
    return best;
}
