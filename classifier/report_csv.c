/* report_csv.c - a row an actor, as RFC 4180 has it. */
#include "base/num.h"
#include "cell.h"
#include "report.h"

static void add_number(dm_buf *out, size_t value)
{
    dm_buf_addf(out, ",%zu", value);
}

/* Empty where there is no such number. */
static void add_real(dm_buf *out, double value, bool known)
{
    dm_buf_add_char(out, ',');
    if (known)
        dm_num_fixed(out, value, 4);
}

static void add_header(dm_buf *out)
{
    dm_buf_add_string(out, "actor,actor_id,side,documents,sources,statements,"
                           "distinct,conciliatory,critical,neutral,review,"
                           "side_review,mean,low,high");
    for (size_t i = 0; i < DM_COUNTED_KINDS; i++)
        dm_buf_addf(out, ",%s", dm_kind_name((demarche_kind)i));
    dm_buf_add_string(out, "\r\n");
}

static void add_row(dm_buf *out, const dm_stance *row)
{
    const dm_figures *figures = &row->figures;
    const dm_interval *interval = &figures->interval;
    dm_cell_add_text(out, dm_report_name(row));
    dm_buf_add_char(out, ',');
    dm_cell_add_text(out, row->id);
    dm_buf_add_char(out, ',');
    dm_cell_add_text(out, row->side);
    add_number(out, figures->documents);
    add_number(out, figures->sources);
    add_number(out, figures->statements);
    add_number(out, figures->distinct);
    add_number(out, figures->tones[DM_TONE_CONCILIATORY]);
    add_number(out, figures->tones[DM_TONE_CRITICAL]);
    add_number(out, figures->tones[DM_TONE_NEUTRAL]);
    add_number(out, figures->review);
    add_number(out, figures->side_review);
    add_real(out, figures->mean, figures->distinct > 0);
    add_real(out, interval->low, interval->known);
    add_real(out, interval->high, interval->known);
    for (size_t i = 0; i < DM_COUNTED_KINDS; i++)
        add_number(out, figures->kinds[i]);
    dm_buf_add_string(out, "\r\n");
}

void dm_report_csv(dm_buf *out, const dm_summary *summary,
                   const demarche_report_options *options)
{
    (void)options;
    add_header(out);
    for (size_t i = 0; i < summary->row_count; i++)
        add_row(out, &summary->rows[i]);
}
