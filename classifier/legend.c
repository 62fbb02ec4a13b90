/* legend.c - see legend.h.
 *
 * An entry stands only where the report above has what it explains.
 */
#include "legend.h"

enum { TEXT_INDENT = 12 };
enum { ENOUGH_DOCUMENTS = 5 }; // fewer make a bootstrap interval too narrow

static void draw_entry(dm_pen *pen, const char *term, const char *text)
{
    dm_buf_add_string(&pen->words, term);
    size_t at = 2;
    dm_buf_add_string(pen->out, "  ");
    at += dm_pen_put(pen, DM_LOOK_BOLD);
    dm_buf_add_string(&pen->words, text);
    dm_pen_write(pen, at, TEXT_INDENT, 0);
}

static void draw_fills(dm_pen *pen)
{
    dm_buf_add_string(pen->out, "  ");
    size_t at = 2;
    for (size_t t = 0; t < DM_TONES; t++) {
        dm_buf_add_string(&pen->words, dm_pen_cells[t]);
        at += dm_pen_put(pen, dm_pen_look((dm_tone)t));
    }
    for (size_t t = 0; t < DM_TONES; t++)
        dm_buf_addf(&pen->words, "%s%s%s",
                    t == 0   ? ""
                    : t == 1 ? ", "
                             : " and ",
                    dm_tone_name((dm_tone)t),
                    t + 1 == DM_TONES ? " statements, as shares of all" : "");
    dm_pen_write(pen, at, TEXT_INDENT, 0);
}

static void draw_interval(dm_pen *pen, const dm_summary *summary,
                          const demarche_report_options *options)
{
    if (!pen->intervals) {
        draw_entry(pen, "interval",
                   "none: it takes statements from two "
                   "documents to tell how a mean varies");
        return;
    }
    bool rough = false;
    for (size_t i = 0; i < summary->row_count; i++) {
        const dm_figures *figures = &summary->rows[i].figures;
        rough = rough || (figures->interval.known &&
                          figures->sources < ENOUGH_DOCUMENTS);
    }
    dm_buf text;
    dm_buf_init(&text);
    dm_buf_addf(&text,
                "95 %% interval of the mean, from %u draws of whole documents "
                "(bootstrap, seed %llu); none where all is from one document",
                options->resamples, (unsigned long long)options->seed);
    if (rough)
        dm_buf_addf(&text, "; too narrow where there are fewer than %d",
                    ENOUGH_DOCUMENTS);
    draw_entry(pen, "[a, b]", text.data);
    dm_pen_drop(pen, &text);
}

/* What was found and not counted. */
static void draw_left_out(dm_pen *pen, const char *term, size_t count,
                          const char *what)
{
    dm_buf text;
    if (count == 0)
        return;
    dm_buf_init(&text);
    dm_buf_addf(&text, "left out: %zu, %s", count, what);
    draw_entry(pen, term, text.data);
    dm_pen_drop(pen, &text);
}

void dm_legend_draw(dm_pen *pen, const dm_summary *summary,
                    const demarche_report_options *options)
{
    const dm_figures *total = &summary->total;
    dm_buf_add_string(pen->out, "\n");
    dm_buf_add_string(&pen->words, "How to read this");
    dm_pen_put(pen, DM_LOOK_BOLD);
    dm_buf_add_char(pen->out, '\n');
    draw_fills(pen);
    draw_entry(pen, "mean",
               "of the scores; a score is p(conciliatory) - "
               "p(critical), from -1 to +1, as the model judges "
               "a statement");
    draw_interval(pen, summary, options);
    if (total->distinct < total->statements)
        draw_entry(pen, "distinct",
                   "the same words of the same speaker count "
                   "once, wherever they stand again");
    draw_left_out(pen, "questions", summary->tally->questions,
                  "by the press, hosts and staff of transcripts");
    draw_left_out(pen, "denied", summary->tally->denied,
                  "not said or only supposed (\"did not say whether\", "
                  "\"could argue that\")");
    if (total->review > 0)
        draw_entry(pen, "review",
                   "the model is not sure of the tone; the most "
                   "probable one is counted, and none of these "
                   "is shown as an example");
    if (total->side_review > 0)
        draw_entry(pen, "side",
                   "a speaker stands under the side of most of "
                   "its statements; of some the model is not "
                   "sure");
    if (options->examples > 0)
        draw_entry(pen, "examples",
                   "the statements with the highest scores of either sign, "
                   "[in brackets] the verb that reported words hang on, and "
                   "where they stand: statement and character as `extract` "
                   "numbers them");
}
