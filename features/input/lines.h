/* lines.h - the lines of a source, valid UTF-8, however long.
 *
 * Invalid sequences are read as U+FFFD and counted, a UTF-8 byte order mark
 * at the start is dropped. What is held is the line at hand: memory grows
 * with the longest line, up to a limit that no line may pass.
 */
#ifndef DM_LINES_H
#define DM_LINES_H

#include "base/arena.h"
#include "base/buf.h"
#include "source.h"

#define DM_RECORD_LIMIT ((size_t)256 << 20) // bytes of one record

typedef struct dm_lines {
    dm_source *source; // owned
    dm_buf buf;        // [at, len) is read and not given yet
    size_t at, limit;
    uint64_t number;   // of the line given last, from 1
    uint64_t replaced; // invalid sequences so far
    dm_arena arena;    // holds the repaired line
    bool ended;        // the source has no more, or has failed
    bool opened;       // the byte order mark was looked for
} dm_lines;

/* Takes the source. */
void dm_lines_init(dm_lines *lines, dm_source *source);
void dm_lines_clear(dm_lines *lines);

/* The first line, or as much of it as shows what the file is, without moving
 * on. The bytes are raw, after any byte order mark. */
demarche_status dm_lines_peek(dm_span *out, dm_lines *lines,
                              demarche_error *err);

/* The next line with its line feed, borrowed until the next call; data is
 * NULL at the end. A line over the limit is passed over and told as
 * DEMARCHE_BAD_INPUT; after any other failure the lines have ended. */
demarche_status dm_lines_next(dm_span *out, dm_lines *lines,
                              demarche_error *err);

/* All that is left, as one. Too long: DEMARCHE_BAD_INPUT, and the end. */
demarche_status dm_lines_rest(dm_span *out, dm_lines *lines,
                              demarche_error *err);

/* Let go of what is left, so that the next call finds the end. */
void dm_lines_stop(dm_lines *lines);

#endif
