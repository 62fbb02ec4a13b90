/* codec.h - one way to unpack bytes: what a compression format must offer.
 *
 * To add one: write <format>.c with its table, declare it here, and give it a
 * line in source.c's list.
 */
#ifndef DM_CODEC_H
#define DM_CODEC_H

#include "base/error.h"
#include "base/span.h"

typedef struct dm_codec {
    dm_span magic; // how such a file begins

    /* NULL when memory ran out. */
    void *(*open)(void);

    /* Unpack from `in`, which moves on over what was used, into `bytes`;
     * `*got` may be 0 as long as `in` has moved. */
    demarche_status (*step)(size_t *got, void *state, dm_span *in, char *bytes,
                            size_t room, demarche_error *err);

    /* Whether the packed data may end here. */
    bool (*complete)(const void *state);

    void (*close)(void *state);
} dm_codec;

extern const dm_codec dm_codec_gzip;
extern const dm_codec dm_codec_zstd;

#endif
