/* pen.c - see pen.h.
 *
 * The fills of a bar differ in shape, so that colour only adds to them: a
 * report reads the same in a mail, in print, and to those who see few colours.
 */
#include "pen.h"

#include <math.h>

#include "base/num.h"

enum { BAR_MAX = 32, BAR_MIN = 10 }; // columns
enum {
    DEEPEST = 2,
    COUNTS = 40
}; // columns kept free, so that bars of
   // different actors are of one length

const char *const dm_pen_cells[DM_TONES] = {
    [DM_TONE_CONCILIATORY] = "\u2588",
    [DM_TONE_NEUTRAL] = "\u2500",
    [DM_TONE_CRITICAL] = "\u2592",
};

dm_look dm_pen_look(dm_tone tone)
{
    static const dm_look looks[DM_TONES] = {
        [DM_TONE_CONCILIATORY] = DM_LOOK_CONCILIATORY,
        [DM_TONE_NEUTRAL] = DM_LOOK_NEUTRAL,
        [DM_TONE_CRITICAL] = DM_LOOK_CRITICAL,
    };
    return looks[tone];
}

void dm_pen_init(dm_pen *pen, dm_buf *out, const dm_summary *summary,
                 const demarche_report_options *options)
{
    *pen = (dm_pen){ .out = out,
                     .width = options->width,
                     .colour = options->colour,
                     .intervals = summary->total.interval.known,
                     .documents = summary->total.documents > 1 };
    dm_buf_init(&pen->words);
}

void dm_pen_drop(dm_pen *pen, dm_buf *buf)
{
    if (dm_buf_failed(buf))
        pen->out->failed = true;
    dm_buf_clear(buf);
}

void dm_pen_clear(dm_pen *pen)
{
    dm_pen_drop(pen, &pen->words);
}

/* A new sentence; a failure stays remembered until the pen is cleared. */
static void begin(dm_pen *pen)
{
    pen->words.len = 0;
}

void dm_pen_write(dm_pen *pen, size_t column, size_t indent, unsigned lines)
{
    if (column < indent) {
        dm_buf_repeat(pen->out, " ", indent - column);
        column = indent;
    }
    dm_terminal_wrap(pen->out, dm_buf_span(&pen->words),
                     (dm_paragraph){ column, indent, pen->width, lines });
    begin(pen);
}

size_t dm_pen_put(dm_pen *pen, dm_look look)
{
    dm_span words = dm_buf_span(&pen->words);
    dm_terminal_look(pen->out, pen->colour, look, words);
    begin(pen);
    return dm_terminal_width(words);
}

void dm_pen_signed(dm_buf *words, double value)
{
    if (value >= 0.005) // what prints as 0.00 has no sign
        dm_buf_add_char(words, '+');
    dm_num_fixed(words, value, 2);
}

void dm_pen_count(dm_buf *words, size_t count, const char *one,
                  const char *many)
{
    dm_buf_addf(words, "%zu %s", count, count == 1 ? one : many);
}

static void add_mean(dm_pen *pen, const dm_figures *figures)
{
    dm_buf *words = &pen->words;
    dm_buf_add_string(words, "mean ");
    dm_pen_signed(words, figures->mean);
    if (!figures->interval.known) {
        dm_buf_add_string(words, pen->intervals ? ", no interval" : "");
        return;
    }
    dm_buf_add_string(words, " [");
    dm_pen_signed(words, figures->interval.low);
    dm_buf_add_string(words, ", ");
    dm_pen_signed(words, figures->interval.high);
    dm_buf_add_char(words, ']');
}

/* From column `at` to where `width` columns are left; or to the next line,
 * set in, where that is behind us. */
static void fill(dm_pen *pen, size_t at, size_t indent, const char *filler,
                 size_t width)
{
    if (at + 2 + width <= pen->width) {
        dm_buf_add_char(pen->out, ' ');
        dm_buf_repeat(pen->out, filler, pen->width - width - at - 2);
        dm_buf_add_char(pen->out, ' ');
        return;
    }
    dm_buf_add_char(pen->out, '\n');
    dm_buf_repeat(pen->out, " ", indent);
}

void dm_pen_head(dm_pen *pen, size_t indent, dm_span name, const char *filler,
                 const dm_figures *figures)
{
    dm_buf clean;
    dm_buf_init(&clean);
    dm_terminal_clean(&clean, name);
    dm_terminal_shorten(&pen->words, dm_buf_span(&clean), pen->width - indent);
    dm_pen_drop(pen, &clean);
    dm_buf_repeat(pen->out, " ", indent);
    size_t at = indent + dm_pen_put(pen, DM_LOOK_BOLD);
    add_mean(pen, figures);
    fill(pen, at, indent, filler, pen->words.len);
    dm_pen_put(pen, DM_LOOK_BOLD);
    dm_buf_add_char(pen->out, '\n');
}

/* Cells a tone, together `width` (>= DM_TONES): what is there at all gets at
 * least one, the rest goes by share, the largest remainders first. */
static void share_out(size_t cells[DM_TONES], const dm_figures *figures,
                      size_t width)
{
    double rest[DM_TONES];
    size_t given = 0;
    for (size_t t = 0; t < DM_TONES; t++) {
        double share = (double)figures->tones[t] * (double)width /
                       (double)figures->distinct;
        cells[t] = (size_t)floor(share);
        rest[t] = share - floor(share);
        if (cells[t] == 0 && figures->tones[t] > 0) {
            cells[t] = 1;
            rest[t] = 0;
        }
        given += cells[t];
    }
    for (; given != width; given += given < width ? 1 : (size_t)-1) {
        size_t best = 0;
        for (size_t t = 1; t < DM_TONES; t++)
            if (given < width ? rest[t] > rest[best] : cells[t] > cells[best])
                best = t;
        cells[best] += given < width ? 1 : (size_t)-1;
        rest[best] = 0;
    }
}

static void draw_bar(dm_pen *pen, const dm_figures *figures, size_t width)
{
    size_t cells[DM_TONES];
    share_out(cells, figures, width);
    for (size_t t = 0; t < DM_TONES; t++) {
        if (cells[t] == 0)
            continue;
        dm_buf_repeat(&pen->words, dm_pen_cells[t], cells[t]);
        dm_pen_put(pen, dm_pen_look((dm_tone)t));
    }
}

void dm_pen_tones(dm_pen *pen, size_t indent, const dm_figures *figures)
{
    dm_buf counts;
    dm_buf_init(&counts);
    for (size_t t = 0; t < DM_TONES; t++)
        dm_buf_addf(&counts, "%s%zu %s", t > 0 ? ", " : "", figures->tones[t],
                    dm_tone_name((dm_tone)t));
    size_t room = pen->width - DEEPEST, needed = counts.len + 2;
    if (needed < COUNTS + 2)
        needed = COUNTS + 2;
    bool beside = needed + BAR_MIN <= room;
    size_t width = beside ? room - needed : room;
    dm_buf_repeat(pen->out, " ", indent);
    draw_bar(pen, figures, width < BAR_MAX ? width : BAR_MAX);
    if (beside) {
        dm_buf_add_string(pen->out, "  ");
    } else {
        dm_buf_add_char(pen->out, '\n');
        dm_buf_repeat(pen->out, " ", indent);
    }
    dm_buf_add_span(pen->out, dm_buf_span(&counts));
    dm_buf_add_char(pen->out, '\n');
    dm_pen_drop(pen, &counts);
}
