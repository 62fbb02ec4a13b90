/* text.c - a comparison for people, at a terminal.
 *
 * Figures first, then the tables they fall into, then the faults, most
 * frequent kind first. Each fault shows the words with what stands around
 * them, and what annotator and extractor make of them.
 */
#include "assay/assay.h"
#include "pen.h"

enum {
    NAME_WIDTH = 20,
    FIGURE_WIDTH = 11,
    RULES_SHOWN = 40,   // rows of a table
    DETAILS_SHOWN = 12, // of a kind of faults
    INDENT = 4,
    LABEL_WIDTH = 8, // of "gold", "found"
    LINES_SHOWN = 3, // of a fault's words
};

/* Clear a buffer of one's own; its failure is the whole's. */
static void drop(dm_buf *out, dm_buf *buf)
{
    out->failed = out->failed || dm_buf_failed(buf);
    dm_buf_clear(buf);
}

static void pad(dm_buf *out, size_t from, size_t to)
{
    dm_buf_repeat(out, " ", from < to ? to - from : 0);
}

/* A name from outside in its column. */
static void put_name(dm_buf *out, dm_span name)
{
    dm_buf clean, shown;
    dm_buf_init(&clean);
    dm_buf_init(&shown);
    dm_terminal_clean(&clean, name);
    dm_terminal_shorten(&shown, dm_buf_span(&clean), NAME_WIDTH - 1);
    dm_buf_add_span(out, dm_buf_span(&shown));
    pad(out, dm_terminal_width(dm_buf_span(&shown)), NAME_WIDTH);
    drop(out, &clean);
    drop(out, &shown);
}

static void put_share(dm_buf *out, double share)
{
    pad(out, 6, FIGURE_WIDTH);
    dm_assay_add_share(out, share);
}

static void put_heading(dm_buf *out, const char *name, size_t count,
                        const char *const *columns)
{
    dm_buf_addf(out, "\n%-*s", NAME_WIDTH, name);
    for (size_t i = 0; i < count; i++)
        dm_buf_addf(out, "%*s", FIGURE_WIDTH, columns[i]);
    dm_buf_add_char(out, '\n');
}

static void put_level(dm_buf *out, const dm_assay_sums *sums, size_t level)
{
    static const char *const names[DM_LEVELS] = { "overlap 0.3", "overlap 0.8",
                                                  "exact" };
    dm_prf prf = dm_counts_prf(&sums->total, level);
    dm_buf_addf(out, "%-*s", NAME_WIDTH, names[level]);
    put_share(out, prf.precision);
    put_share(out, prf.recall);
    put_share(out, prf.f1);
    if (sums->spread.known) {
        dm_buf_add_string(out, "   ");
        dm_assay_add_share(out, sums->spread.low[level]);
        dm_buf_add_string(out, " to ");
        dm_assay_add_share(out, sums->spread.high[level]);
    }
    dm_buf_add_char(out, '\n');
}

static void put_aspects(dm_buf *out, const dm_counts *total)
{
    static const char *const columns[] = { "right", "judged" };
    put_heading(out, "of the pairs at 0.3", 2, columns);
    for (size_t aspect = 0; aspect < DM_ASPECTS; aspect++) {
        size_t judged = total->n[DM_N_JUDGED + aspect];
        if (judged == 0)
            continue;
        dm_buf_addf(out, "%-*s", NAME_WIDTH, dm_aspect_name(aspect));
        put_share(out, dm_share(total->n[DM_N_RIGHT + aspect], judged));
        dm_buf_addf(out, "%*zu\n", FIGURE_WIDTH, judged);
    }
}

static void put_group(dm_buf *out, const dm_group *group)
{
    put_name(out, group->name);
    dm_buf_addf(out, "%*zu", FIGURE_WIDTH, group->count);
    for (size_t level = 0; level < DM_LEVELS; level++)
        put_share(out, dm_share(group->hits[level], group->count));
    if (group->named > 0)
        put_share(out, dm_share(group->right, group->named));
    dm_buf_add_char(out, '\n');
}

static void put_groups(dm_buf *out, const dm_assay_sums *sums)
{
    static const char *const columns[] = { "count", "0.3", "0.8", "exact",
                                           "speaker" };
    static const char *const names[DM_GROUPINGS] = { "recall by gold kind",
                                                     "precision by kind",
                                                     "precision by rule",
                                                     "pairs by mention" };
    for (size_t g = 0; g < DM_GROUPINGS; g++) {
        size_t count = sums->group_counts[g];
        size_t shown = count < RULES_SHOWN ? count : RULES_SHOWN;
        if (count == 0)
            continue;
        put_heading(out, names[g], 5, columns);
        for (size_t i = 0; i < shown; i++)
            put_group(out, &sums->groups[g][i]);
        if (shown < count)
            dm_buf_addf(out, "%zu more\n", count - shown);
    }
}

static void put_articles(dm_buf *out, const dm_assay_sums *sums)
{
    static const char *const columns[] = { "precision", "recall", "F1" };
    const size_t *n = sums->total.n;
    dm_pen_count(out, sums->assay->article_count, "article", "articles");
    dm_buf_add_string(out, ": ");
    dm_pen_count(out, n[DM_N_FOUND], "statement", "statements");
    dm_buf_add_string(out, ", held against ");
    dm_pen_count(out, n[DM_N_GOLD], "attribution", "attributions");
    dm_buf_add_char(out, '\n');
    if (sums->assay->options.all)
        dm_buf_add_string(out, "recall is taken over all of them\n");
    else
        dm_buf_addf(out,
                    "recall is taken over %zu, with a cue of speech or in "
                    "marks\n",
                    n[DM_N_LIKE]);
    put_heading(out, "", 3, columns);
    if (sums->spread.known) {
        out->len--; // the heading goes on
        dm_buf_add_string(out, "   95 %, articles drawn\n");
    }
    for (size_t level = 0; level < DM_LEVELS; level++)
        put_level(out, sums, level);
    put_aspects(out, &sums->total);
    put_groups(out, sums);
}

static void put_transcripts(dm_buf *out, const dm_assay_sums *sums)
{
    const size_t *n = sums->total.n;
    const struct {
        const char *name;
        double share;
        const char *meaning;
    } lines[] = {
        { "coverage", dm_share(n[DM_N_COVERED], n[DM_N_OWED]),
          "of the two sides' letters, given to their speaker" },
        { "leak", dm_share(n[DM_N_LEAKED], n[DM_N_OTHERS]),
          "of others' letters, given to the two sides" },
        { "side", dm_share(n[DM_N_SIDED], n[DM_N_COVERED]),
          "of the covered ones, with the speaker's side" },
    };
    if (sums->assay->article_count > 0)
        dm_buf_add_char(out, '\n');
    dm_pen_count(out, sums->assay->transcripts, "transcript", "transcripts");
    dm_buf_add_string(out, ": ");
    dm_pen_count(out, n[DM_N_TURNS], "turn", "turns");
    dm_buf_add_string(out, "\n\n");
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        dm_buf_addf(out, "%-10s", lines[i].name);
        dm_assay_add_share(out, lines[i].share);
        dm_buf_addf(out, "   %s\n", lines[i].meaning);
    }
}

/* Clean words behind a label, wrapped. */
static void put_words(dm_buf *out, const char *label, const dm_buf *words,
                      size_t width)
{
    dm_buf_repeat(out, " ", INDENT);
    dm_buf_addf(out, "%-*s", LABEL_WIDTH, label);
    dm_terminal_wrap(out, dm_buf_span(words),
                     (dm_paragraph){ INDENT + LABEL_WIDTH, INDENT + LABEL_WIDTH,
                                     width, LINES_SHOWN });
}

static void add_part(dm_buf *words, const char *before, dm_span part,
                     const char *after)
{
    if (part.len == 0)
        return;
    dm_buf_add_string(words, before);
    dm_terminal_clean(words, part);
    dm_buf_add_string(words, after);
}

/* "[speaker] cue: words", as far as they are there. */
static void put_side(dm_buf *out, const char *label, dm_span speaker,
                     dm_span cue, dm_span content, size_t width)
{
    dm_buf words;
    dm_buf_init(&words);
    add_part(&words, "[", speaker, "]");
    add_part(&words, words.len > 0 ? " " : "", cue, "");
    add_part(&words, words.len > 0 ? ": " : "", content, "");
    if (words.len > 0)
        put_words(out, label, &words, width);
    drop(out, &words);
}

/* Cleaning takes the spaces off the ends. */
static const char *begins_with_space(dm_span part)
{
    return part.len > 0 && part.data[0] == ' ' ? " " : "";
}

static const char *ends_in_space(dm_span part)
{
    return part.len > 0 && part.data[part.len - 1] == ' ' ? " " : "";
}

/* A detail that is a rule stands among the rules. */
static void put_fault(dm_buf *out, dm_fault_kind kind, const dm_fault *fault,
                      size_t width)
{
    static const dm_span none = { NULL, 0 };
    bool ruled = strcmp(dm_fault_detail(kind), "rule") == 0;
    dm_buf words;
    dm_buf_init(&words);
    add_part(&words, "", fault->doc, ", ");
    dm_buf_addf(&words, "character %zu", fault->at);
    add_part(&words, ": ", ruled ? none : fault->detail, "");
    add_part(&words, ", by ", fault->rules, "");
    dm_buf_add_string(out, "\n  ");
    dm_terminal_wrap(out, dm_buf_span(&words),
                     (dm_paragraph){ 2, INDENT, width, 2 });
    words.len = 0;
    add_part(&words, "", fault->before, ends_in_space(fault->before));
    add_part(&words, "\u00AB", fault->words, "\u00BB");
    add_part(&words, begins_with_space(fault->after), fault->after, "");
    put_words(out, "text", &words, width);
    drop(out, &words);
    // The words shown are the gold's, where there is gold.
    bool shown = fault->gold.data == NULL && fault->gold_speaker.data == NULL;
    put_side(out, "gold", fault->gold_speaker, fault->gold_cue, none, width);
    put_side(out, "found", fault->found_speaker, fault->found_cue,
             shown ? none : fault->found, width);
}

static demarche_status put_details(dm_buf *out, dm_assay_sums *sums,
                                   dm_fault_kind kind, size_t width,
                                   demarche_error *err)
{
    const dm_fault_list *list = &sums->assay->faults.lists[kind];
    dm_times *details;
    demarche_status status =
        dm_assay_details(&details, list, &sums->arena, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_buf words;
    dm_buf_init(&words);
    dm_buf_addf(&words, "by %s:", dm_fault_detail(kind));
    size_t count = list->details.count;
    for (size_t i = 0; i < count && i < DETAILS_SHOWN; i++) {
        add_part(&words, i > 0 ? ", " : " ", details[i].name, "");
        dm_buf_addf(&words, " %zu", details[i].count);
    }
    if (count > DETAILS_SHOWN)
        dm_buf_addf(&words, ", %zu more", count - DETAILS_SHOWN);
    dm_buf_add_string(out, "  ");
    dm_terminal_wrap(out, dm_buf_span(&words),
                     (dm_paragraph){ 2, INDENT, width, 0 });
    drop(out, &words);
    return DEMARCHE_OK;
}

static demarche_status put_kind(dm_buf *out, dm_assay_sums *sums,
                                dm_fault_kind kind, size_t width,
                                demarche_error *err)
{
    const dm_fault_list *list = &sums->assay->faults.lists[kind];
    dm_buf_addf(out, "\n%s: %zu\n", dm_fault_name(kind), list->count);
    demarche_status status = put_details(out, sums, kind, width, err);
    for (size_t i = 0; i < list->kept_count; i++)
        put_fault(out, kind, &list->kept[i], width);
    return status;
}

demarche_status dm_assay_text(dm_buf *out, dm_assay_sums *sums,
                              const demarche_report_options *options,
                              demarche_error *err)
{
    const demarche_assay *assay = sums->assay;
    if (assay->article_count > 0)
        put_articles(out, sums);
    if (assay->transcripts > 0)
        put_transcripts(out, sums);
    if (assay->article_count + assay->transcripts == 0)
        dm_buf_add_string(out, "no gold\n");
    if (assay->outside > 0)
        dm_buf_addf(out,
                    "\nreversed ranges, or behind their text's end: %zu "
                    "(offsets count code points)\n",
                    assay->outside);
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < sums->kind_count && status == DEMARCHE_OK; i++)
        status = put_kind(out, sums, sums->kinds[i], options->width, err);
    return status;
}
