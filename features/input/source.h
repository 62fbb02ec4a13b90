/* source.h - the bytes of a file, decompressed where they are compressed.
 *
 * gzip and zstd are known by their first bytes, whatever the file is called;
 * members and frames that follow each other read as one. Nothing is held but
 * two small buffers, so that a file that unpacks without end costs time and
 * no memory; whoever collects the bytes sets the limit.
 */
#ifndef DM_SOURCE_H
#define DM_SOURCE_H

#include "base/error.h"

typedef struct dm_source dm_source;

/* Open `path`; NULL or "-" is standard input, which is not closed later. */
demarche_status dm_source_open(dm_source **out, const char *path,
                               demarche_error *err);

/* Bytes in memory, which must outlive the source. */
demarche_status dm_source_from_memory(dm_source **out, const char *bytes,
                                      size_t len, demarche_error *err);

/* Up to `room` bytes (> 0) into `bytes`; `*got` is 0 at the end only.
 * DEMARCHE_BAD_INPUT for compressed data that is cut off or damaged. */
demarche_status dm_source_read(size_t *got, dm_source *source, char *bytes,
                               size_t room, demarche_error *err);

/* Bytes of the file as stored that were used, and its size or 0. */
void dm_source_progress(const dm_source *source, uint64_t *done,
                        uint64_t *total);

void dm_source_free(dm_source *source);

#endif
