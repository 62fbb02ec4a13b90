/* zstd.c - unpack Zstandard data by libzstd.
 *
 * The library refuses windows above its default (128 MB), which bounds what a
 * hostile frame can make it allocate.
 */
#include "codec.h"

#include <stdlib.h>
#include <zstd.h>

typedef struct zstd {
    ZSTD_DStream *stream;
    size_t hint; // 0: a frame has just ended
} zstd;

static void *open_zstd(void)
{
    zstd *state = calloc(1, sizeof *state);
    if (state == NULL)
        return NULL;
    state->stream = ZSTD_createDStream();
    if (state->stream == NULL) {
        free(state);
        return NULL;
    }
    return state;
}

static demarche_status step_zstd(size_t *got, void *opaque, dm_span *in,
                                 char *bytes, size_t room, demarche_error *err)
{
    zstd *state = opaque;
    ZSTD_inBuffer from = { in->data, in->len, 0 };
    ZSTD_outBuffer to = { bytes, room, 0 };
    state->hint = ZSTD_decompressStream(state->stream, &to, &from);
    *got = to.pos;
    in->data += from.pos;
    in->len -= from.pos;
    if (ZSTD_isError(state->hint))
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0, "damaged zstd data: %s",
                       ZSTD_getErrorName(state->hint));
    return DEMARCHE_OK;
}

static bool complete_zstd(const void *opaque)
{
    const zstd *state = opaque;
    return state->hint == 0;
}

static void close_zstd(void *opaque)
{
    zstd *state = opaque;
    ZSTD_freeDStream(state->stream);
    free(state);
}

const dm_codec dm_codec_zstd = { DM_SPAN("\x28\xB5\x2F\xFD"), open_zstd,
                                 step_zstd, complete_zstd, close_zstd };
