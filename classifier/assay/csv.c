/* csv.c - a comparison as a long table: a figure a row (RFC 4180). */
#include "assay/assay.h"
#include "cell.h"

static void begin(dm_buf *out, const char *section, dm_span name,
                  const char *figure)
{
    dm_buf_addf(out, "%s,", section);
    dm_cell_add_text(out, name);
    dm_buf_addf(out, ",%s,", figure);
}

static void add_count(dm_buf *out, const char *section, dm_span name,
                      const char *figure, size_t count)
{
    begin(out, section, name, figure);
    dm_buf_addf(out, "%zu,,\r\n", count);
}

static void add_share(dm_buf *out, const char *section, dm_span name,
                      const char *figure, double share)
{
    begin(out, section, name, figure);
    dm_assay_add_share(out, share);
    dm_buf_add_string(out, ",,\r\n");
}

static void add_level(dm_buf *out, const dm_assay_sums *sums, size_t level)
{
    static const char section[] = "articles";
    dm_prf prf = dm_counts_prf(&sums->total, level);
    dm_span name = dm_span_of(dm_level_name(level));
    add_share(out, section, name, "precision", prf.precision);
    add_share(out, section, name, "recall", prf.recall);
    begin(out, section, name, "f1");
    dm_assay_add_share(out, prf.f1);
    dm_buf_add_char(out, ',');
    if (sums->spread.known)
        dm_assay_add_share(out, sums->spread.low[level]);
    dm_buf_add_char(out, ',');
    if (sums->spread.known)
        dm_assay_add_share(out, sums->spread.high[level]);
    dm_buf_add_string(out, "\r\n");
}

static void add_group(dm_buf *out, dm_grouping grouping, const dm_group *group)
{
    const char *section = dm_grouping_name(grouping);
    add_count(out, section, group->name, "count", group->count);
    for (size_t level = 0; level < DM_LEVELS; level++)
        add_share(out, section, group->name, dm_level_name(level),
                  dm_share(group->hits[level], group->count));
    add_count(out, section, group->name, "speaker_judged", group->named);
    add_share(out, section, group->name, "speaker_accuracy",
              dm_share(group->right, group->named));
}

static void add_articles(dm_buf *out, const dm_assay_sums *sums)
{
    static const char section[] = "articles";
    const dm_counts *total = &sums->total;
    dm_span all = dm_span_of("all");
    add_count(out, section, all, "documents", sums->assay->article_count);
    add_count(out, section, all, "system", total->n[DM_N_FOUND]);
    add_count(out, section, all, "gold", total->n[DM_N_GOLD]);
    add_count(out, section, all, "gold_statement_like", total->n[DM_N_LIKE]);
    for (size_t level = 0; level < DM_LEVELS; level++)
        add_level(out, sums, level);
    for (size_t aspect = 0; aspect < DM_ASPECTS; aspect++) {
        dm_span name = dm_span_of(dm_aspect_name(aspect));
        size_t judged = total->n[DM_N_JUDGED + aspect];
        add_count(out, section, name, "judged", judged);
        if (judged > 0)
            add_share(out, section, name, "accuracy",
                      dm_share(total->n[DM_N_RIGHT + aspect], judged));
    }
    for (size_t g = 0; g < DM_GROUPINGS; g++)
        for (size_t i = 0; i < sums->group_counts[g]; i++)
            add_group(out, (dm_grouping)g, &sums->groups[g][i]);
}

static void add_transcripts(dm_buf *out, const dm_assay_sums *sums)
{
    static const char section[] = "transcripts";
    const size_t *n = sums->total.n;
    dm_span all = dm_span_of("all");
    add_count(out, section, all, "documents", sums->assay->transcripts);
    add_count(out, section, all, "turns", n[DM_N_TURNS]);
    add_share(out, section, all, "coverage",
              dm_share(n[DM_N_COVERED], n[DM_N_OWED]));
    add_share(out, section, all, "leak",
              dm_share(n[DM_N_LEAKED], n[DM_N_OTHERS]));
    add_share(out, section, all, "side",
              dm_share(n[DM_N_SIDED], n[DM_N_COVERED]));
}

demarche_status dm_assay_csv(dm_buf *out, dm_assay_sums *sums,
                             const demarche_report_options *options,
                             demarche_error *err)
{
    (void)options;
    (void)err;
    dm_buf_add_string(out, "section,name,figure,value,low,high\r\n");
    if (sums->assay->article_count > 0)
        add_articles(out, sums);
    if (sums->assay->transcripts > 0)
        add_transcripts(out, sums);
    for (size_t i = 0; i < sums->kind_count; i++)
        add_count(out, "errors", dm_span_of(dm_fault_name(sums->kinds[i])),
                  "count", sums->assay->faults.lists[sums->kinds[i]].count);
    return DEMARCHE_OK;
}
