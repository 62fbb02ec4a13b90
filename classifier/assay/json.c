/* json.c - a comparison for programs: one object, or one and a line a fault. */
#include "assay/assay.h"

static void add_share(dm_buf *out, const char *name, double share)
{
    dm_buf_addf(out, "\"%s\":", name);
    dm_assay_add_share(out, share);
}

static void add_optional(dm_buf *out, const char *name, dm_span text)
{
    dm_buf_addf(out, ",\"%s\":", name);
    if (text.data == NULL)
        dm_buf_add_string(out, "null");
    else
        dm_json_add_string(out, text);
}

static void add_level(dm_buf *out, const dm_assay_sums *sums, size_t level)
{
    dm_prf prf = dm_counts_prf(&sums->total, level);
    dm_buf_addf(out, ",\"%s\":{", dm_level_name(level));
    add_share(out, "precision", prf.precision);
    dm_buf_add_char(out, ',');
    add_share(out, "recall", prf.recall);
    dm_buf_add_char(out, ',');
    add_share(out, "f1", prf.f1);
    dm_buf_add_string(out, ",\"f1_95\":");
    if (sums->spread.known) {
        dm_buf_add_char(out, '[');
        dm_assay_add_share(out, sums->spread.low[level]);
        dm_buf_add_char(out, ',');
        dm_assay_add_share(out, sums->spread.high[level]);
        dm_buf_add_char(out, ']');
    } else {
        dm_buf_add_string(out, "null");
    }
    dm_buf_add_char(out, '}');
}

static void add_aspect(dm_buf *out, const dm_counts *total, size_t aspect)
{
    const char *name = dm_aspect_name(aspect);
    size_t judged = total->n[DM_N_JUDGED + aspect];
    if (judged == 0 && aspect != DM_ASPECT_SPEAKER)
        return;
    dm_buf_addf(out, ",\"%s_accuracy\":", name);
    dm_assay_add_share(out, dm_share(total->n[DM_N_RIGHT + aspect], judged));
    dm_buf_addf(out, ",\"%s_judged\":%zu", name, judged);
}

static void add_group(dm_buf *out, dm_grouping grouping, const dm_group *group)
{
    dm_buf_addf(out, "{\"%s\":", dm_grouping_name(grouping));
    dm_json_add_string(out, group->name);
    dm_buf_addf(out, ",\"count\":%zu,\"paired\":[", group->count);
    for (size_t level = 0; level < DM_LEVELS; level++)
        dm_buf_addf(out, "%s%zu", level > 0 ? "," : "", group->hits[level]);
    dm_buf_addf(out, "],\"speaker_judged\":%zu,\"speaker_right\":%zu}",
                group->named, group->right);
}

static void add_groups(dm_buf *out, const dm_assay_sums *sums)
{
    for (size_t g = 0; g < DM_GROUPINGS; g++) {
        dm_buf_addf(out, ",\n\"by_%s\":[", dm_grouping_name((dm_grouping)g));
        for (size_t i = 0; i < sums->group_counts[g]; i++) {
            dm_buf_add_string(out, i > 0 ? ",\n" : "\n");
            add_group(out, (dm_grouping)g, &sums->groups[g][i]);
        }
        dm_buf_add_char(out, ']');
    }
}

static void add_articles(dm_buf *out, const dm_assay_sums *sums)
{
    const dm_counts *total = &sums->total;
    dm_buf_addf(out,
                ",\n\"articles\":%zu,\"system\":%zu,\"gold\":%zu,"
                "\"gold_statement_like\":%zu",
                sums->assay->article_count, total->n[DM_N_FOUND],
                total->n[DM_N_GOLD], total->n[DM_N_LIKE]);
    for (size_t level = 0; level < DM_LEVELS; level++)
        add_level(out, sums, level);
    for (size_t aspect = 0; aspect < DM_ASPECTS; aspect++)
        add_aspect(out, total, aspect);
    add_groups(out, sums);
}

static void add_transcripts(dm_buf *out, const dm_assay_sums *sums)
{
    const size_t *n = sums->total.n;
    dm_buf_addf(out, ",\n\"transcripts\":%zu,\"turns\":%zu,",
                sums->assay->transcripts, n[DM_N_TURNS]);
    add_share(out, "coverage", dm_share(n[DM_N_COVERED], n[DM_N_OWED]));
    dm_buf_add_char(out, ',');
    add_share(out, "leak", dm_share(n[DM_N_LEAKED], n[DM_N_OTHERS]));
    dm_buf_add_char(out, ',');
    add_share(out, "side", dm_share(n[DM_N_SIDED], n[DM_N_COVERED]));
}

static void add_fault(dm_buf *out, dm_fault_kind kind, const dm_fault *fault)
{
    dm_buf_addf(out, "{\"kind\":\"%s\"", dm_fault_name(kind));
    add_optional(out, "doc", fault->doc);
    dm_buf_addf(out, ",\"at\":%zu", fault->at);
    add_optional(out, dm_fault_detail(kind), fault->detail);
    add_optional(out, "before", fault->before);
    add_optional(out, "words", fault->words);
    add_optional(out, "after", fault->after);
    add_optional(out, "gold", fault->gold);
    add_optional(out, "gold_speaker", fault->gold_speaker);
    add_optional(out, "gold_cue", fault->gold_cue);
    add_optional(out, "found", fault->found);
    add_optional(out, "found_speaker", fault->found_speaker);
    add_optional(out, "found_cue", fault->found_cue);
    add_optional(out, "rules", fault->rules);
    dm_buf_add_char(out, '}');
}

static demarche_status add_kind(dm_buf *out, dm_assay_sums *sums,
                                dm_fault_kind kind, demarche_error *err)
{
    const dm_fault_list *list = &sums->assay->faults.lists[kind];
    dm_times *details;
    demarche_status status =
        dm_assay_details(&details, list, &sums->arena, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_buf_addf(out, "{\"kind\":\"%s\",\"count\":%zu,\"by_%s\":[",
                dm_fault_name(kind), list->count, dm_fault_detail(kind));
    for (size_t i = 0; i < list->details.count; i++) {
        dm_buf_add_string(out, i > 0 ? "," : "");
        dm_buf_add_string(out, "[");
        dm_json_add_string(out, details[i].name);
        dm_buf_addf(out, ",%zu]", details[i].count);
    }
    dm_buf_add_string(out, "],\"examples\":[");
    for (size_t i = 0; i < list->kept_count; i++) {
        dm_buf_add_string(out, i > 0 ? ",\n" : "\n");
        add_fault(out, kind, &list->kept[i]);
    }
    dm_buf_add_string(out, "]}");
    return DEMARCHE_OK;
}

/* All but the faults; the object is left open. */
static void add_figures(dm_buf *out, const dm_assay_sums *sums)
{
    dm_buf_addf(out, "{\"outside\":%zu,\"all\":%s", sums->assay->outside,
                sums->assay->options.all ? "true" : "false");
    if (sums->assay->article_count > 0)
        add_articles(out, sums);
    if (sums->assay->transcripts > 0)
        add_transcripts(out, sums);
}

demarche_status dm_assay_json(dm_buf *out, dm_assay_sums *sums,
                              const demarche_report_options *options,
                              demarche_error *err)
{
    (void)options;
    add_figures(out, sums);
    demarche_status status = DEMARCHE_OK;
    if (sums->assay->options.faults > 0) {
        dm_buf_add_string(out, ",\n\"errors\":[");
        for (size_t i = 0; i < sums->kind_count && status == DEMARCHE_OK; i++) {
            dm_buf_add_string(out, i > 0 ? ",\n" : "\n");
            status = add_kind(out, sums, sums->kinds[i], err);
        }
        dm_buf_add_char(out, ']');
    }
    dm_buf_add_string(out, "}\n");
    return status;
}

demarche_status dm_assay_ndjson(dm_buf *out, dm_assay_sums *sums,
                                const demarche_report_options *options,
                                demarche_error *err)
{
    dm_buf figures; // in one line
    (void)options;
    dm_buf_init(&figures);
    add_figures(&figures, sums);
    for (size_t i = 0; i < figures.len; i++)
        if (figures.data[i] != '\n')
            dm_buf_add_char(out, figures.data[i]);
    dm_buf_add_string(out, "}\n");
    demarche_status status =
        dm_buf_failed(&figures) ? dm_no_memory(err) : DEMARCHE_OK;
    dm_buf_clear(&figures);
    for (size_t i = 0; i < sums->kind_count; i++) {
        const dm_fault_list *list = &sums->assay->faults.lists[sums->kinds[i]];
        for (size_t k = 0; k < list->kept_count; k++) {
            add_fault(out, sums->kinds[i], &list->kept[k]);
            dm_buf_add_char(out, '\n');
        }
    }
    return status;
}
