/* report_json.c - every figure, and the place of every statement behind it. */
#include <math.h>

#include "base/json.h"
#include "report.h"
#include "telling.h"
#include "verdict.h"

static void add_optional(dm_buf *out, dm_span text)
{
    if (text.len == 0)
        dm_buf_add_string(out, "null");
    else
        dm_json_add_string(out, text);
}

static void add_member(dm_buf *out, const char *name, size_t value)
{
    dm_buf_addf(out, ",\"%s\":%zu", name, value);
}

static void add_real(dm_buf *out, const char *name, double value)
{
    dm_buf_addf(out, ",\"%s\":", name);
    dm_real_add_json(out, value);
}

static void add_tones(dm_buf *out, const dm_figures *figures)
{
    dm_buf_addf(out,
                ",\"tones\":{\"conciliatory\":%zu,\"critical\":%zu,"
                "\"neutral\":%zu}",
                figures->tones[DM_TONE_CONCILIATORY],
                figures->tones[DM_TONE_CRITICAL],
                figures->tones[DM_TONE_NEUTRAL]);
}

static void add_kinds(dm_buf *out, const dm_figures *figures)
{
    dm_buf_add_string(out, ",\"kinds\":{");
    for (size_t i = 0; i < DM_COUNTED_KINDS; i++)
        dm_buf_addf(out, "%s\"%s\":%zu", i > 0 ? "," : "",
                    dm_kind_name((demarche_kind)i), figures->kinds[i]);
    dm_buf_add_char(out, '}');
}

static void add_figures(dm_buf *out, const dm_figures *figures)
{
    const dm_interval *interval = &figures->interval;
    add_member(out, "documents", figures->documents);
    add_member(out, "sources", figures->sources);
    add_member(out, "statements", figures->statements);
    add_member(out, "distinct", figures->distinct);
    add_tones(out, figures);
    add_kinds(out, figures);
    add_member(out, "review", figures->review);
    add_member(out, "side_review", figures->side_review);
    add_real(out, "mean", figures->distinct > 0 ? figures->mean : (double)NAN);
    add_real(out, "low", interval->known ? interval->low : (double)NAN);
    add_real(out, "high", interval->known ? interval->high : (double)NAN);
}

/* `"doc":"a1","n":3,"at":120`: where it stands, as far as that is known. */
static void add_place(dm_buf *out, const dm_summary *summary,
                      const dm_line *line)
{
    dm_buf_add_string(out, "\"doc\":");
    add_optional(out, dm_summary_doc(summary, line));
    if (line->saying->n > 0)
        add_member(out, "n", line->saying->n);
    if (line->saying->begin != SIZE_MAX)
        add_member(out, "at", line->saying->begin);
}

static void add_line(dm_buf *out, const dm_summary *summary,
                     const dm_line *line)
{
    const dm_saying *saying = line->saying;
    dm_buf_add_char(out, '{');
    add_place(out, summary, line);
    dm_buf_addf(out, ",\"tone\":\"%s\"", dm_tone_name((dm_tone)saying->tone));
    add_real(out, "score", saying->score);
    dm_buf_addf(out, ",\"review\":%s,\"copy\":%s}",
                saying->review ? "true" : "false",
                line->distinct ? "false" : "true");
}

static void add_telling(dm_buf *out, const dm_summary *summary,
                        const dm_stance *row, size_t max)
{
    const dm_line *telling[DM_TELLING_MAX];
    size_t count = dm_telling_find(telling, max, row);
    dm_buf_add_string(out, ",\"telling\":[");
    for (size_t i = 0; i < count; i++) {
        dm_buf_add_string(out, i > 0 ? ",{" : "{");
        add_place(out, summary, telling[i]);
        add_real(out, "score", telling[i]->saying->score);
        dm_buf_add_string(out, ",\"cue\":");
        add_optional(out, dm_summary_cue(summary, telling[i]));
        dm_buf_add_string(out, ",\"text\":");
        dm_json_add_string(out, telling[i]->saying->text);
        dm_buf_add_char(out, '}');
    }
    dm_buf_add_char(out, ']');
}

static void add_row(dm_buf *out, const dm_summary *summary,
                    const dm_stance *row,
                    const demarche_report_options *options)
{
    dm_buf_add_string(out, "{\"actor\":");
    add_optional(out, row->name);
    dm_buf_add_string(out, ",\"actor_id\":");
    add_optional(out, row->id);
    dm_buf_add_string(out, ",\"side\":");
    add_optional(out, row->side);
    add_figures(out, &row->figures);
    add_telling(out, summary, row, options->examples);
    dm_buf_add_string(out, ",\"sentences\":[");
    for (size_t i = 0; i < row->figures.statements; i++) {
        if (i > 0)
            dm_buf_add_char(out, ',');
        add_line(out, summary, &row->lines[i]);
    }
    dm_buf_add_string(out, "]}");
}

void dm_report_ndjson(dm_buf *out, const dm_summary *summary,
                      const demarche_report_options *options)
{
    for (size_t i = 0; i < summary->row_count; i++) {
        add_row(out, summary, &summary->rows[i], options);
        dm_buf_add_char(out, '\n');
    }
}

static void add_head(dm_buf *out, const dm_summary *summary,
                     const demarche_report_options *options)
{
    dm_buf_add_string(out, "{\"from\":");
    add_optional(out, summary->first_date);
    dm_buf_add_string(out, ",\"to\":");
    add_optional(out, summary->last_date);
    add_member(out, "resamples", options->resamples);
    dm_buf_addf(out, ",\"seed\":%llu", (unsigned long long)options->seed);
    add_member(out, "questions", summary->tally->questions);
    add_member(out, "nonfactual", summary->tally->denied);
    add_figures(out, &summary->total);
}

void dm_report_json(dm_buf *out, const dm_summary *summary,
                    const demarche_report_options *options)
{
    add_head(out, summary, options);
    dm_buf_add_string(out, ",\n\"sides\":[");
    for (size_t i = 0; i < summary->block_count; i++) {
        const dm_block *block = &summary->blocks[i];
        dm_buf_add_string(out, i > 0 ? ",\n{\"side\":" : "\n{\"side\":");
        add_optional(out, block->side);
        add_member(out, "actors", block->row_count);
        add_figures(out, &block->figures);
        dm_buf_add_char(out, '}');
    }
    dm_buf_add_string(out, "],\n\"actors\":[");
    for (size_t i = 0; i < summary->row_count; i++) {
        dm_buf_add_string(out, i > 0 ? ",\n" : "\n");
        add_row(out, summary, &summary->rows[i], options);
    }
    dm_buf_add_string(out, "]}\n");
}
