/* terminal.h - words made fit for a terminal: harmless, measured, wrapped.
 *
 * Text from outside may hold control characters that a terminal obeys: move
 * the cursor, change colours or the window's title, or turn the direction of
 * writing so that a line reads as what it is not. Nothing reaches a report
 * without dm_terminal_clean.
 */
#ifndef DM_TERMINAL_H
#define DM_TERMINAL_H

#include "base/buf.h"

/* Append valid UTF-8 without escape sequences, controls and directional
 * marks; each run of white space is one space, none at the ends. */
void dm_terminal_clean(dm_buf *out, dm_span text);

/* The columns that clean text takes. */
size_t dm_terminal_width(dm_span clean);

/* Append clean text in at most `width` columns. What does not fit is cut off
 * after a word, or inside it where it is the first, and an ellipsis says so. */
void dm_terminal_shorten(dm_buf *out, dm_span clean, size_t width);

/* A paragraph: clean text from `column` (where the line stands already) to
 * `width`, further lines set in by `indent`, at most `lines` of them (0: as
 * many as it takes), the last one shortened. Ends in a line feed. */
typedef struct dm_paragraph {
    size_t column, indent, width;
    unsigned lines;
} dm_paragraph;

void dm_terminal_wrap(dm_buf *out, dm_span clean, dm_paragraph shape);

/* Looks that a terminal can give to text. */
typedef enum dm_look {
    DM_LOOK_BOLD,
    DM_LOOK_CONCILIATORY,
    DM_LOOK_NEUTRAL,
    DM_LOOK_CRITICAL,
} dm_look;

/* Text in a look, where `colour` asks for it, else plain. */
void dm_terminal_look(dm_buf *out, bool colour, dm_look look, dm_span text);

#endif
