/* source.c - see source.h. */
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "codec.h"

enum { RAW_ROOM = 64 * 1024, MAGIC_MAX = 4 };

struct dm_source {
    int file;    // -1: all bytes are in `in` from the start
    bool owned;  // the file is ours to close
    bool ended;  // nothing more to read beyond `in`
    bool looked; // the first bytes were looked at
    uint64_t done, total;
    dm_span in; // stored bytes that are not used yet
    const dm_codec *codec;
    void *state; // the codec's
    char raw[RAW_ROOM];
};

static const dm_codec *const codecs[] = { &dm_codec_gzip, &dm_codec_zstd,
                                          NULL };

static demarche_status cannot_open(demarche_error *err, const char *path,
                                   int number)
{
    char why[128] = "unknown error";
    strerror_r(number, why, sizeof why);
    return dm_fail(err, DEMARCHE_IO, 0, "cannot open '%.120s': %.80s", path,
                   why);
}

static dm_source *make(void)
{
    dm_source *source = calloc(1, sizeof *source);
    if (source != NULL)
        source->file = -1;
    return source;
}

static demarche_status open_file(dm_source *source, const char *path,
                                 demarche_error *err)
{
    if (path == NULL || strcmp(path, "-") == 0) {
        path = "stdin";
        source->file = STDIN_FILENO;
    } else {
        source->file = open(path, O_RDONLY | O_CLOEXEC);
        source->owned = source->file >= 0;
    }
    struct stat facts;
    if (source->file < 0 || fstat(source->file, &facts) != 0)
        return cannot_open(err, path, errno);
    if (S_ISDIR(facts.st_mode))
        return cannot_open(err, path, EISDIR);
    if (S_ISREG(facts.st_mode) && facts.st_size > 0)
        source->total = (uint64_t)facts.st_size;
    return DEMARCHE_OK;
}

demarche_status dm_source_open(dm_source **out, const char *path,
                               demarche_error *err)
{
    *out = NULL;
    dm_source *source = make();
    if (source == NULL)
        return dm_no_memory(err);
    demarche_status status = open_file(source, path, err);
    if (status == DEMARCHE_OK)
        *out = source;
    else
        dm_source_free(source);
    return status;
}

demarche_status dm_source_from_memory(dm_source **out, const char *bytes,
                                      size_t len, demarche_error *err)
{
    *out = make();
    if (*out == NULL)
        return dm_no_memory(err);
    (*out)->in = (dm_span){ bytes, len };
    (*out)->total = (*out)->done = len;
    (*out)->ended = true;
    return DEMARCHE_OK;
}

/* Read from the file behind what `in` still holds. */
static demarche_status fill(dm_source *source, demarche_error *err)
{
    if (source->in.len > 0 && source->in.data != source->raw)
        memmove(source->raw, source->in.data, source->in.len);
    source->in.data = source->raw;
    ssize_t count;
    do
        count = read(source->file, source->raw + source->in.len,
                     sizeof source->raw - source->in.len);
    while (count < 0 && errno == EINTR);
    if (count < 0) {
        char why[128] = "unknown error";
        strerror_r(errno, why, sizeof why);
        return dm_fail(err, DEMARCHE_IO, 0, "cannot read on: %.100s", why);
    }
    source->in.len += (size_t)count;
    source->done += (uint64_t)count;
    source->ended = count == 0;
    return DEMARCHE_OK;
}

/* See by the first bytes whether they are packed. A pipe may give them one at
 * a time. */
static demarche_status look(dm_source *source, demarche_error *err)
{
    source->looked = true;
    while (!source->ended && source->in.len < MAGIC_MAX) {
        demarche_status status = fill(source, err);
        if (status != DEMARCHE_OK)
            return status;
    }
    for (size_t i = 0; codecs[i] != NULL; i++) {
        dm_span magic = codecs[i]->magic;
        if (source->in.len >= magic.len &&
            memcmp(source->in.data, magic.data, magic.len) == 0)
            source->codec = codecs[i];
    }
    if (source->codec == NULL)
        return DEMARCHE_OK;
    source->state = source->codec->open();
    return source->state == NULL ? dm_no_memory(err) : DEMARCHE_OK;
}

static demarche_status copy(size_t *got, dm_source *source, char *bytes,
                            size_t room, demarche_error *err)
{
    if (source->in.len == 0 && !source->ended) {
        demarche_status status = fill(source, err);
        if (status != DEMARCHE_OK)
            return status;
    }
    *got = source->in.len < room ? source->in.len : room;
    if (*got > 0)
        memcpy(bytes, source->in.data, *got);
    source->in.data += *got;
    source->in.len -= *got;
    return DEMARCHE_OK;
}

/* A codec may hold output back when the input is used up, so it is asked until
 * it says that it is complete. */
static demarche_status unpack(size_t *got, dm_source *source, char *bytes,
                              size_t room, demarche_error *err)
{
    const dm_codec *codec = source->codec;
    demarche_status status = DEMARCHE_OK;
    while (status == DEMARCHE_OK && *got == 0) {
        if (source->in.len == 0 && !source->ended)
            status = fill(source, err);
        if (status != DEMARCHE_OK)
            return status;
        bool last = source->in.len == 0;
        if (last && codec->complete(source->state))
            return DEMARCHE_OK;
        status = codec->step(got, source->state, &source->in, bytes, room, err);
        if (last && status == DEMARCHE_OK && *got == 0)
            return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                           "compressed data is cut off");
    }
    return status;
}

demarche_status dm_source_read(size_t *got, dm_source *source, char *bytes,
                               size_t room, demarche_error *err)
{
    *got = 0;
    demarche_status status = source->looked ? DEMARCHE_OK : look(source, err);
    if (status != DEMARCHE_OK)
        return status;
    if (source->codec == NULL)
        return copy(got, source, bytes, room, err);
    return unpack(got, source, bytes, room, err);
}

void dm_source_progress(const dm_source *source, uint64_t *done,
                        uint64_t *total)
{
    *done = source->done - source->in.len;
    *total = source->total;
}

void dm_source_free(dm_source *source)
{
    if (source == NULL)
        return;
    if (source->codec != NULL && source->state != NULL)
        source->codec->close(source->state);
    if (source->owned)
        close(source->file);
    free(source);
}
