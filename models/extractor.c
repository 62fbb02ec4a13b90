/* extractor.c - see extractor.h and demarche.h. */
#include "extractor.h"

#include <stdlib.h>

#include "base/json.h"
#include "file.h"
#include "shipped.h"

static demarche_status make(demarche_extractor **out, void *owned,
                            const void *bytes, size_t len, bool checksum,
                            demarche_error *err)
{
    *out = NULL;
    demarche_extractor *extractor = calloc(1, sizeof *extractor);
    demarche_status status =
        extractor == NULL
            ? dm_no_memory(err)
            : dm_chooser_open(&extractor->chooser, bytes, len, checksum, err);
    if (status != DEMARCHE_OK) {
        free(extractor);
        free(owned);
        return status;
    }
    extractor->owned = owned;
    extractor->image = bytes;
    extractor->len = len;
    *out = extractor;
    return DEMARCHE_OK;
}

demarche_status dm_extractor_adopt(demarche_extractor **out, void *bytes,
                                   size_t len, demarche_error *err)
{
    return make(out, bytes, bytes, len, true, err);
}

demarche_status demarche_extractor_shipped(demarche_extractor **out,
                                           demarche_error *err)
{
    dm_span bytes = dm_shipped_extract();
    *out = NULL;
    if (bytes.len == 0)
        return dm_fail(err, DEMARCHE_BAD_MODEL, 0,
                       "this build ships no learned extraction");
    // what the linker took in needs no checksum, only sound structure
    return make(out, NULL, bytes.data, bytes.len, false, err);
}

demarche_status demarche_extractor_load(demarche_extractor **out,
                                        const char *path, demarche_error *err)
{
    *out = NULL;
    void *bytes;
    size_t len;
    demarche_status status = dm_file_read(&bytes, &len, path, err);
    if (status == DEMARCHE_OK)
        status = dm_extractor_adopt(out, bytes, len, err);
    return dm_file_blame(status, path, err);
}

demarche_status demarche_extractor_save(const demarche_extractor *extractor,
                                        const char *path, demarche_error *err)
{
    return dm_file_write(path, extractor->image, extractor->len, err);
}

/* The card is JSON that training wrote; a file may say otherwise. */
static void add_card(dm_buf *buf, dm_span card)
{
    json_t *value;
    bool sound =
        dm_json_parse(&value, card.data, card.len, NULL) == DEMARCHE_OK;
    dm_buf_add_string(buf, ",\"card\":");
    if (sound) {
        dm_buf_add_span(buf, card);
        json_decref(value);
    } else {
        dm_buf_add_string(buf, "null");
    }
}

demarche_status demarche_extractor_describe(char **out,
                                            const demarche_extractor *extractor,
                                            demarche_error *err)
{
    const dm_chooser *chooser = &extractor->chooser;
    size_t used = 0, places = (size_t)1 << chooser->bits;
    for (size_t i = 0; i < places; i++)
        used += chooser->weights[i] != 0;
    dm_buf buf;
    dm_buf_init(&buf);
    dm_buf_addf(&buf, "{\"task\":\"extract\",\"weights\":%zu,\"bytes\":%zu",
                used, extractor->len);
    dm_buf_addf(&buf, ",\"checksum\":\"%016llx\"",
                (unsigned long long)dm_image_checksum(extractor->image));
    add_card(&buf, chooser->card);
    dm_buf_add_char(&buf, '}');
    return dm_buf_take(out, &buf, err);
}

void demarche_extractor_free(demarche_extractor *extractor)
{
    if (extractor == NULL)
        return;
    free(extractor->owned);
    free(extractor);
}
