/* pen.h - draws the parts that a text report repeats, at one width. */
#ifndef DM_PEN_H
#define DM_PEN_H

#include "summary.h"
#include "terminal.h"

typedef struct dm_pen {
    dm_buf *out;
    dm_buf words; // the sentence under way, clean
    size_t width; // columns
    bool colour;
    bool intervals; // any is known: who has none is told so
    bool documents; // there are several: each figure tells of how many
} dm_pen;

void dm_pen_init(dm_pen *pen, dm_buf *out, const dm_summary *summary,
                 const demarche_report_options *options);

/* A sentence that could not grow makes the report fail as a whole. */
void dm_pen_clear(dm_pen *pen);

/* Clear a buffer of a caller's own; its failure becomes the report's. */
void dm_pen_drop(dm_pen *pen, dm_buf *buf);

/* Write the pen's words, wrapped, and begin a new sentence. The line stands at
 * `column` and goes on at `indent`; lines: see dm_paragraph. */
void dm_pen_write(dm_pen *pen, size_t column, size_t indent, unsigned lines);

/* The pen's words in a look, on the line where it stands; returns their width
 * and begins a new sentence. */
size_t dm_pen_put(dm_pen *pen, dm_look look);

/* "+0.12", "-0.31", "0.00". */
void dm_pen_signed(dm_buf *words, double value);

/* "1 document", "3 documents". */
void dm_pen_count(dm_buf *words, size_t count, const char *one,
                  const char *many);

/* A name, `filler` up to the right end, and there the mean with its interval;
 * a name that leaves no room for it gets its own line. */
void dm_pen_head(dm_pen *pen, size_t indent, dm_span name, const char *filler,
                 const dm_figures *figures);

/* A bar of the three tones by their shares, and how many each. */
void dm_pen_tones(dm_pen *pen, size_t indent, const dm_figures *figures);

/* One cell of the bar for each tone: "█". */
extern const char *const dm_pen_cells[DM_TONES];
dm_look dm_pen_look(dm_tone tone);

#endif
