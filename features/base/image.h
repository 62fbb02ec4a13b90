/* image.h - binary files that are used in place: header, checksum, sections.
 *
 *     magic[8] version:u32 zero:u32 length:u64 checksum:u64
 *     { bytes:u64 data … zero padding to 8 } …
 *
 * Little-endian throughout. The length is the whole file's; the checksum is
 * XXH3 over all that follows the header. Nothing that is read from an image
 * can lead outside of it.
 */
#ifndef DM_IMAGE_H
#define DM_IMAGE_H

#include "base/buf.h"

typedef struct dm_image {
    const unsigned char *at, *end; // what is left to read
} dm_image;

/* Check header and, with `checksum`, every byte. `bytes` must be aligned to 8.
 * `what` names the file's kind in messages ("model"). */
demarche_status dm_image_open(dm_image *out, const void *bytes, size_t len,
                              const char magic[8], uint32_t version,
                              bool checksum, const char *what,
                              demarche_error *err);

/* The next section, which must hold `count` items of `size` bytes; NULL when
 * it does not. Aligned to 8, borrowed. */
const void *dm_image_take(dm_image *image, size_t count, size_t size);

/* The next section, whatever its length; data NULL when there is none. */
dm_span dm_image_take_any(dm_image *image);

/* True when every section was taken. */
bool dm_image_done(const dm_image *image);

/* The checksum that an image carries, known to have a header. */
uint64_t dm_image_checksum(const void *bytes);

/* Writing: begin, add sections, finish (which fills in the header). */
void dm_image_begin(dm_buf *buf);
void dm_image_add(dm_buf *buf, const void *data, size_t count, size_t size);
void dm_image_finish(dm_buf *buf, const char magic[8], uint32_t version);

#endif
