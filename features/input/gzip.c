/* gzip.c - unpack gzip data by zlib.
 *
 * A file may hold several members one after the other (`cat a.gz b.gz`), so
 * the end of one resets the state and the next byte must open another.
 */
#include "codec.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

typedef struct gzip {
    z_stream stream;
    bool between; // a member has ended, and none has begun since
} gzip;

static void *open_gzip(void)
{
    enum { GZIP_ONLY = 16 }; // added to the window size; see zlib.h
    gzip *state = calloc(1, sizeof *state);
    if (state == NULL)
        return NULL;
    if (inflateInit2(&state->stream, MAX_WBITS + GZIP_ONLY) != Z_OK) {
        free(state);
        return NULL;
    }
    return state;
}

static uInt bounded(size_t len)
{
    return len < INT_MAX ? (uInt)len : INT_MAX;
}

static demarche_status step_gzip(size_t *got, void *opaque, dm_span *in,
                                 char *bytes, size_t room, demarche_error *err)
{
    gzip *state = opaque;
    z_stream *stream = &state->stream;
    uInt given = bounded(in->len), space = bounded(room);
    stream->next_in = (z_const Bytef *)in->data;
    stream->avail_in = given;
    stream->next_out = (Bytef *)bytes;
    stream->avail_out = space;

    int code = inflate(stream, Z_NO_FLUSH);
    *got = space - stream->avail_out;
    in->data += given - stream->avail_in;
    in->len -= given - stream->avail_in;
    if (code == Z_MEM_ERROR)
        return dm_no_memory(err);
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0, "damaged gzip data: %s",
                       stream->msg == NULL ? "bad code" : stream->msg);
    state->between = code == Z_STREAM_END;
    if (state->between)
        inflateReset(stream);
    return DEMARCHE_OK;
}

static bool complete_gzip(const void *opaque)
{
    const gzip *state = opaque;
    return state->between;
}

static void close_gzip(void *opaque)
{
    gzip *state = opaque;
    inflateEnd(&state->stream);
    free(state);
}

const dm_codec dm_codec_gzip = { DM_SPAN("\x1F\x8B"), open_gzip, step_gzip,
                                 complete_gzip, close_gzip };
