/* report_text.c - the report for people, at a terminal.
 *
 *     US ──────────────────────────────────────── mean +0.12 [-0.31, +0.44]
 *     ████████────▒▒▒▒  5 conciliatory, 2 neutral, 2 critical
 *     9 statements by 4 speakers in 3 documents; tone of 2 to review
 *
 *       Name                                      mean +0.12 [-0.31, +0.44]
 *       ████████────▒▒▒▒  …
 *       9 statements in 3 documents: 5 quoted, 4 reported
 *         +0.83  the words …
 *                where they stand
 *
 * Sides and actors are drawn alike. What is uncertain is said where it stands,
 * and explained at the end (legend.c).
 */
#include "legend.h"
#include "report.h"
#include "telling.h"

enum { ACTOR_INDENT = 2, EXAMPLE_INDENT = 4, EXAMPLE_LINES = 3 };

static void add_statements(dm_buf *words, const dm_figures *figures)
{
    dm_pen_count(words, figures->statements, "statement", "statements");
    if (figures->distinct < figures->statements)
        dm_buf_addf(words, " (%zu distinct)", figures->distinct);
}

static void add_speakers(dm_buf *words, size_t count)
{
    dm_buf_add_string(words, " by ");
    dm_pen_count(words, count, "speaker", "speakers");
}

static void add_documents(dm_buf *words, const dm_figures *figures)
{
    dm_buf_add_string(words, " in ");
    dm_pen_count(words, figures->documents, "document", "documents");
}

static void add_kinds(dm_buf *words, const dm_figures *figures)
{
    const char *before = ": ";
    for (size_t i = 0; i < DM_COUNTED_KINDS; i++) {
        if (figures->kinds[i] == 0)
            continue;
        dm_buf_addf(words, "%s%zu %s", before, figures->kinds[i],
                    dm_kind_name((demarche_kind)i));
        before = ", ";
    }
}

/* What a reader must know before quoting the figures. */
static void add_doubts(dm_buf *words, const dm_figures *figures)
{
    if (figures->review > 0)
        dm_buf_addf(words, "; tone of %zu to review", figures->review);
    if (figures->side_review > 0)
        dm_buf_addf(words, "; side of %zu to review", figures->side_review);
    if (!figures->interval.known && figures->documents > 1)
        dm_buf_add_string(words, "; all are copies of one document");
}

static void add_doc(dm_buf *words, const dm_summary *summary,
                    const dm_line *line)
{
    dm_span doc = dm_summary_doc(summary, line);
    if (doc.len > 0)
        dm_terminal_clean(words, doc);
    else
        dm_buf_add_string(words, "(document without id)");
}

/* Of a report on one document the title names it. */
static void add_place(dm_pen *pen, const dm_summary *summary,
                      const dm_line *line)
{
    dm_buf *words = &pen->words;
    const dm_saying *saying = line->saying;
    if (pen->documents || saying->n == 0)
        add_doc(words, summary, line);
    if (saying->n > 0)
        dm_buf_addf(words, "%sstatement %zu", words->len > 0 ? ", " : "",
                    saying->n);
    if (saying->begin != SIZE_MAX)
        dm_buf_addf(words, ", character %zu", saying->begin);
    if (saying->kind < DM_KINDS)
        dm_buf_addf(words, ", %s", dm_kind_name((demarche_kind)saying->kind));
    if (line->copies > 0) {
        dm_buf_add_string(words, ", and ");
        dm_pen_count(words, line->copies, "copy", "copies");
    }
}

/* "the United States to lift the ban" says little without its "urged". */
static void add_words(dm_buf *words, const dm_summary *summary,
                      const dm_line *line)
{
    dm_span cue = dm_summary_cue(summary, line);
    demarche_kind kind = (demarche_kind)line->saying->kind;
    bool hangs = kind == DEMARCHE_REPORTED || kind == DEMARCHE_MIXED;
    if (hangs && cue.len > 0) {
        dm_buf_add_char(words, '[');
        dm_terminal_clean(words, cue);
        dm_buf_add_string(words, "] ");
    }
    dm_buf_add_span(words, line->saying->text); // clean already
}

static void draw_example(dm_pen *pen, const dm_summary *summary,
                         const dm_line *line)
{
    const dm_saying *saying = line->saying;
    dm_buf_repeat(pen->out, " ", EXAMPLE_INDENT);
    dm_pen_signed(&pen->words, saying->score);
    size_t at = EXAMPLE_INDENT + pen->words.len;
    dm_pen_put(pen, dm_pen_look((dm_tone)saying->tone));
    size_t indent = at + 2;
    add_words(&pen->words, summary, line);
    dm_pen_write(pen, at, indent, EXAMPLE_LINES);
    add_place(pen, summary, line);
    dm_pen_write(pen, 0, indent, 0);
}

static void draw_row(dm_pen *pen, const dm_summary *summary,
                     const dm_stance *row, unsigned examples)
{
    dm_buf_add_char(pen->out, '\n');
    dm_pen_head(pen, ACTOR_INDENT, dm_report_name(row), " ", &row->figures);
    dm_pen_tones(pen, ACTOR_INDENT, &row->figures);
    add_statements(&pen->words, &row->figures);
    if (pen->documents)
        add_documents(&pen->words, &row->figures);
    add_kinds(&pen->words, &row->figures);
    add_doubts(&pen->words, &row->figures);
    dm_pen_write(pen, 0, ACTOR_INDENT, 0);
    const dm_line *telling[DM_TELLING_MAX];
    size_t count = dm_telling_find(telling, examples, row);
    for (size_t i = 0; i < count; i++)
        draw_example(pen, summary, telling[i]);
}

/* The side's label in capitals; it is data, and may be any word. */
static void draw_side_head(dm_pen *pen, const dm_block *block)
{
    dm_buf name;
    dm_buf_init(&name);
    for (size_t i = 0; i < block->side.len; i++) {
        char c = block->side.data[i];
        dm_buf_add_char(&name,
                        c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
    }
    if (name.len == 0)
        dm_buf_add_string(&name, "SIDE NOT JUDGED");
    dm_pen_head(pen, 0, dm_buf_span(&name), "\u2500", &block->figures);
    dm_pen_drop(pen, &name);
}

static void draw_block_head(dm_pen *pen, const dm_block *block)
{
    dm_buf_add_char(pen->out, '\n');
    draw_side_head(pen, block);
    dm_pen_tones(pen, 0, &block->figures);
    add_statements(&pen->words, &block->figures);
    add_speakers(&pen->words, block->row_count);
    if (pen->documents)
        add_documents(&pen->words, &block->figures);
    add_doubts(&pen->words, &block->figures);
    dm_pen_write(pen, 0, 0, 0);
}

/* How many are left out is said: a cut list must not pass for a whole one. */
static void draw_rest(dm_pen *pen, const dm_stance *rows, size_t count)
{
    size_t statements = 0;
    for (size_t i = 0; i < count; i++)
        statements += rows[i].figures.statements;
    dm_buf_add_char(pen->out, '\n');
    dm_pen_count(&pen->words, count, "more speaker", "more speakers");
    dm_buf_add_string(&pen->words, " with ");
    dm_pen_count(&pen->words, statements, "statement", "statements");
    dm_buf_add_string(&pen->words,
                      count == 1 ? " is not shown" : " are not shown");
    dm_pen_write(pen, 0, ACTOR_INDENT, 0);
}

static void draw_block(dm_pen *pen, const dm_summary *summary,
                       const dm_block *block,
                       const demarche_report_options *options)
{
    draw_block_head(pen, block);
    size_t shown = block->row_count;
    if (options->top > 0 && options->top < shown)
        shown = options->top;
    for (size_t i = 0; i < shown; i++)
        draw_row(pen, summary, &block->rows[i], options->examples);
    if (shown < block->row_count)
        draw_rest(pen, block->rows + shown, block->row_count - shown);
}

/* The dates stand at the right end where they fit, else below. */
static void draw_dates(dm_pen *pen, size_t at, dm_span first, dm_span last)
{
    if (first.len == 0)
        return;
    dm_buf_add_span(&pen->words, first);
    if (!dm_span_equal(first, last)) {
        dm_buf_add_string(&pen->words, " to ");
        dm_buf_add_span(&pen->words, last);
    }
    size_t width = pen->words.len;
    if (at + 2 + width <= pen->width)
        dm_buf_repeat(pen->out, " ", pen->width - at - width);
    else
        dm_buf_add_char(pen->out, '\n');
    dm_buf_add_span(pen->out, dm_buf_span(&pen->words));
    pen->words.len = 0;
}

static void draw_title(dm_pen *pen, const dm_summary *summary)
{
    dm_buf_add_string(&pen->words, "Who said what, in which tone");
    size_t at = dm_pen_put(pen, DM_LOOK_BOLD);
    draw_dates(pen, at, summary->first_date, summary->last_date);
    dm_buf_add_char(pen->out, '\n');
    add_statements(&pen->words, &summary->total);
    add_speakers(&pen->words, summary->row_count);
    add_documents(&pen->words, &summary->total);
    if (!pen->documents) {
        dm_buf_add_string(&pen->words, ", ");
        add_doc(&pen->words, summary, &summary->rows[0].lines[0]);
    }
    add_doubts(&pen->words, &summary->total);
    dm_pen_write(pen, 0, 0, 0);
}

void dm_report_text(dm_buf *out, const dm_summary *summary,
                    const demarche_report_options *options)
{
    if (summary->row_count == 0) {
        dm_buf_add_string(out, "No statements found.\n");
        return;
    }
    dm_pen pen;
    dm_pen_init(&pen, out, summary, options);
    draw_title(&pen, summary);
    for (size_t i = 0; i < summary->block_count; i++)
        draw_block(&pen, summary, &summary->blocks[i], options);
    dm_legend_draw(&pen, summary, options);
    dm_pen_clear(&pen);
}
