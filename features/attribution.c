/* attribution.c - see attribution.h.
 *
 * Each segment is read from left to right, past quotations. A verb of speech
 * inside a content that is already held is passed over: what stands in a
 * content is not taken apart again. An attribution at the sentence's end holds
 * all before it, so it replaces what was found there.
 */
#include "attribution.h"

#include "clause.h"
#include "phrase.h"

typedef struct reader {
    dm_scan *scan;
    uint32_t segment;
    dm_run run;    // of the segment, from its lead
    size_t first;  // first draft of the segment
    uint32_t held; // end of the content that was held last
    demarche_error *err;
} reader;

typedef struct subject {
    dm_run run;
    uint32_t edge;  // where the attribution begins
    uint32_t after; // where what follows verb and subject begins
    bool found;
} subject;

static dm_draft *last_draft(const reader *r)
{
    for (size_t i = r->scan->draft_count; i > r->first; i--)
        if (!r->scan->drafts[i - 1].dropped)
            return &r->scan->drafts[i - 1];
    return NULL;
}

static bool ends_quote(const dm_scan *scan, uint32_t at)
{
    const dm_quotation *quote = at == 0 ? NULL : dm_scan_quote(scan, at - 1);
    return quote != NULL && quote->run.end == at;
}

/* The quotation that ends before `at`, a comma between them allowed. */
static const dm_quotation *quote_before(const dm_scan *scan, uint32_t floor,
                                        uint32_t at)
{
    if (at > floor && dm_scan_is_comma(scan, at - 1))
        at--;
    return at > floor && ends_quote(scan, at) ? dm_scan_quote(scan, at - 1)
                                              : NULL;
}

/* "X praised the deal and said …": the subject of the verb before. */
static bool shares_subject(const reader *r, const dm_site *site, subject *out)
{
    dm_draft *last = last_draft(r);
    uint32_t t = site->group.begin;
    if (t <= r->run.begin || !dm_scan_has(r->scan, t - 1, DM_WORD_CONJ))
        return false;
    if (last != NULL && last->source.begin < last->source.end)
        out->run = last->source;
    else if (!dm_phrase_leading(&out->run, r->scan, r->run.begin, t))
        return false;
    out->edge = t;
    out->found = true;
    return true;
}

/* ", said X" at the end of its clause. */
static bool find_inverted(const reader *r, const dm_site *site, subject *out)
{
    const dm_scan *scan = r->scan;
    uint32_t t = site->group.begin, after = site->words.end;
    if (t <= r->run.begin || after != site->verb + 1 ||
        (site->frames & (DM_FRAME_QUOTE | DM_FRAME_FINAL)) == 0 ||
        !(dm_scan_is_comma(scan, t - 1) || ends_quote(scan, t)) ||
        dm_span_is(site->cue->lemma, "tell") ||
        !dm_phrase_after(&out->run, scan, after, r->run.end))
        return false;
    uint32_t end = out->run.end;
    if (dm_scan_has(scan, out->run.begin, DM_WORD_OBJ))
        return false;
    out->edge = t;
    out->after = end;
    out->found = true;
    return true;
}

static subject find_subject(const reader *r, const dm_site *site)
{
    const dm_scan *scan = r->scan;
    subject s = { .after = site->words.end }, inverted = s;
    // ", said X," at its clause's end; else X may begin what was said.
    bool after = find_inverted(r, site, &inverted);
    if (after && (inverted.after == r->run.end ||
                  dm_scan_is_comma(scan, inverted.after) ||
                  dm_scan_is(scan, inverted.after, ".")))
        return inverted;
    s.found = dm_phrase_before(&s.run, &s.edge, scan, r->run.begin,
                               site->group.begin) ||
              shares_subject(r, site, &s);
    return s.found || !after ? s : inverted;
}

dm_run dm_attribution_rest(const dm_scan *scan, uint32_t at, uint32_t limit,
                           bool strict)
{
    dm_run none = { 0, 0 };
    if (!dm_scan_is_comma(scan, at) || at + 3 > limit)
        return none;
    uint32_t begin = at + 1;
    const dm_word *word = &scan->words[begin];
    if ((word->cue != NULL && word->form == DM_FORM_ING) ||
        dm_scan_has(scan, begin, DM_WORD_PREP | DM_WORD_REL | DM_WORD_TIME))
        return none;
    if (!dm_scan_has(scan, begin, DM_WORD_AUX | DM_WORD_VERB) &&
        !dm_scan_is(scan, begin, "but") &&
        (strict || !dm_clause_has_verb(scan, begin, limit)))
        return none;
    return (dm_run){ begin, dm_clause_end(scan, begin, limit) };
}

/* Drafts that a later attribution's content covers are part of it. */
static void drop_covered(reader *r, dm_run content)
{
    for (size_t i = r->first; i < r->scan->draft_count; i++) {
        dm_draft *draft = &r->scan->drafts[i];
        if (draft->cue.begin >= content.begin && draft->cue.end <= content.end)
            draft->dropped = true;
    }
}

static demarche_status add(reader *r, const subject *s, const dm_site *site,
                           const char *rule, dm_run content, dm_draft **out)
{
    dm_draft *draft = dm_scan_add(r->scan, r->segment, rule);
    *out = draft;
    if (draft == NULL)
        return dm_no_memory(r->err);
    draft->source = s->run;
    draft->cue = site->words;
    dm_draft_add_piece(draft, dm_clause_trim(r->scan, content));
    if (content.end > r->held)
        r->held = content.end;
    return DEMARCHE_OK;
}

/* Where the content before an attribution begins: with the sentence, or behind
 * the attribution before it. */
static uint32_t content_begin(const reader *r, uint32_t quote)
{
    const dm_draft *last = last_draft(r);
    if (last == NULL || last->count == 0 || quote == r->run.begin)
        return r->run.begin;
    uint32_t end = last->pieces[last->count - 1].end;
    if (end < last->cue.end)
        end = last->cue.end;
    if (end < last->source.end)
        end = last->source.end;
    return end > quote ? quote : end;
}

/* Q5, Q7: "…," X said, "…" */
static demarche_status hold_quote(reader *r, const subject *s,
                                  const dm_site *site,
                                  const dm_quotation *quote)
{
    dm_scan *scan = r->scan;
    dm_run content = { r->run.begin, quote->run.end };
    if (last_draft(r) != NULL)
        content.begin = content_begin(r, quote->run.begin) == r->run.begin
                            ? r->run.begin
                            : quote->run.begin;
    drop_covered(r, content);
    dm_draft *draft;
    demarche_status status = add(r, s, site, "Q5", content, &draft);
    if (status != DEMARCHE_OK)
        return status;
    dm_run more;
    dm_site behind = *site;
    behind.words.end = s->after;
    dm_link link = dm_clause_after(&more, scan, &behind, r->run.end);
    if (link == DM_LINK_QUOTE) {
        dm_draft_add_piece(draft, dm_clause_trim(scan, more));
        dm_draft_add_rule(draft, "Q7");
        r->held = more.end;
    }
    return DEMARCHE_OK;
}

/* R3: …, X said. */
static demarche_status hold_before(reader *r, const subject *s,
                                   const dm_site *site)
{
    dm_run content = { r->run.begin, s->edge };
    drop_covered(r, content);
    dm_draft *draft;
    demarche_status status = add(r, s, site, "R3", content, &draft);
    if (status != DEMARCHE_OK)
        return status;
    dm_run rest = dm_attribution_rest(r->scan, s->after, r->run.end,
                                      s->after > site->words.end);
    dm_draft_add_piece(draft, dm_clause_trim(r->scan, rest));
    if (rest.end > r->held)
        r->held = rest.end;
    return DEMARCHE_OK;
}

static const char *rule_of(dm_link link, const dm_site *site)
{
    switch (link) {
    case DM_LINK_THAT: return "R1";
    case DM_LINK_BARE:
    case DM_LINK_COLON: return "R2";
    case DM_LINK_QUOTE: return "Q6";
    case DM_LINK_TO: return "R7";
    default: return site->particle ? "R6" : "R5";
    }
}

static bool is_media(const dm_scan *scan, dm_run run)
{
    for (uint32_t i = run.begin; i < run.end; i++)
        if (dm_scan_has(scan, i, DM_WORD_MEDIA))
            return true;
    return false;
}

/* Inside a content already held: only "Reuters reported that X said …" counts,
 * where X replaces Reuters. */
static bool replaces_media(reader *r, const subject *s)
{
    dm_draft *last = last_draft(r);
    if (last == NULL || last->count == 0 || s->edge != last->pieces[0].begin ||
        !is_media(r->scan, last->source))
        return false;
    last->dropped = true;
    return true;
}

/* "Xi said …, Xinhua reported": Xi is the one who speaks. */
static bool relays(const reader *r, const subject *s)
{
    const dm_draft *last = last_draft(r);
    return last != NULL && last->source.begin < last->source.end &&
           is_media(r->scan, s->run) && !is_media(r->scan, last->source) &&
           dm_scan_is_comma(r->scan, s->edge - 1);
}

/* A sentence long enough to be a content, closed by a comma before `edge`. */
static bool stands_before(const reader *r, uint32_t edge)
{
    return edge >= r->run.begin + 5 && dm_scan_is_comma(r->scan, edge - 1);
}

static bool is_condition(const dm_scan *scan, uint32_t at)
{
    return dm_scan_is(scan, at, "if") || dm_scan_is(scan, at, "unless") ||
           dm_scan_is(scan, at, "whether") || dm_scan_is(scan, at, "until") ||
           dm_scan_is(scan, at, "once");
}

/* "what he calls …", "tariffs that he said would …" */
static bool opens_relative(const dm_scan *scan, uint32_t at)
{
    return dm_scan_has(scan, at, DM_WORD_REL) || dm_scan_is(scan, at, "what");
}

/* "battleground states", "numerous remarks": the form in -s is a verb only
 * behind a pronoun, a name or a role. */
static bool is_clear(const dm_scan *scan, dm_run run)
{
    uint32_t last = run.end - 1;
    if (run.end == run.begin + 2 && dm_scan_has(scan, run.begin, DM_WORD_DET))
        return true;
    return dm_scan_has(scan, last,
                       DM_WORD_PRON | DM_WORD_REL | DM_WORD_ROLE |
                           DM_WORD_MEDIA) ||
           dm_scan_has(scan, run.begin, DM_WORD_ROLE) ||
           dm_scan_is_name(scan, last) || dm_scan_is(scan, last, ")");
}

static demarche_status read_finite(reader *r, const dm_site *site)
{
    dm_scan *scan = r->scan;
    subject s = find_subject(r, site);
    if (!s.found)
        return DEMARCHE_OK;
    if (site->form == DM_FORM_BASE && !dm_phrase_is_plural(scan, s.run))
        return DEMARCHE_OK;
    if (site->verb < r->held && !replaces_media(r, &s))
        return DEMARCHE_OK;
    if (s.edge > r->run.begin && is_condition(scan, s.edge - 1))
        return DEMARCHE_OK;
    if (site->form == DM_FORM_S && !is_clear(scan, s.run))
        return DEMARCHE_OK;
    uint16_t frames = site->frames;
    dm_run content;
    dm_site behind = *site;
    behind.words.end = s.after;
    behind.relative = s.edge > r->run.begin && opens_relative(scan, s.edge - 1);
    dm_link link = dm_clause_after(&content, scan, &behind, r->run.end);
    if (link == DM_LINK_OBJECT && behind.relative &&
        !dm_scan_is(scan, s.edge - 1, "that"))
        return DEMARCHE_OK;
    const dm_quotation *quote = quote_before(scan, r->run.begin, s.edge);
    if (quote != NULL && (frames & DM_FRAME_QUOTE) && link != DM_LINK_THAT)
        return hold_quote(r, &s, site, quote);
    bool inverted = s.after > site->words.end;
    if (relays(r, &s))
        return DEMARCHE_OK;
    if ((frames & DM_FRAME_LAST) && s.after + 1 >= r->run.end)
        frames |= DM_FRAME_FINAL;
    if ((frames & DM_FRAME_FINAL) && stands_before(r, s.edge) &&
        (link == DM_LINK_NONE || inverted))
        return hold_before(r, &s, site);
    if (link == DM_LINK_NONE || link == DM_LINK_OTHER || inverted)
        return DEMARCHE_OK;
    dm_draft *draft;
    return add(r, &s, site, rule_of(link, site), content, &draft);
}

/* "X released a statement saying …", "X walked back the remarks, saying …":
 * the sentence's own subject speaks. */
static demarche_status read_alone(reader *r, const dm_site *site, dm_link link,
                                  dm_run content)
{
    subject s = { .found = false };
    if (!dm_phrase_leading(&s.run, r->scan, r->run.begin, site->group.begin))
        return DEMARCHE_OK;
    dm_draft *draft;
    demarche_status status =
        add(r, &s, site, rule_of(link, site), content, &draft);
    if (status == DEMARCHE_OK)
        dm_draft_add_rule(draft, "R8");
    return status;
}

/* "Noting that …, Xi said …": who notes is told behind the comma. */
static demarche_status read_ahead(reader *r, const dm_site *site, dm_link link,
                                  dm_run content)
{
    subject s = { .found = false };
    if (link != DM_LINK_THAT || !dm_scan_is_comma(r->scan, content.end) ||
        !dm_phrase_after(&s.run, r->scan, content.end + 1, r->run.end))
        return DEMARCHE_OK;
    dm_draft *draft;
    demarche_status status = add(r, &s, site, "R1", content, &draft);
    if (status == DEMARCHE_OK)
        dm_draft_add_rule(draft, "R8");
    return status;
}

/* "a statement saying that …" */
static bool ends_statement(const dm_scan *scan, uint32_t at)
{
    return dm_scan_is(scan, at, "statement") ||
           dm_scan_is(scan, at, "letter") ||
           dm_scan_has(scan, at, DM_WORD_TIME);
}

/* R8: ", adding that …" */
static demarche_status read_participle(reader *r, const dm_site *site)
{
    dm_scan *scan = r->scan;
    uint32_t t = site->group.begin;
    bool leads = t == r->run.begin;
    bool apart =
        leads || dm_scan_is_comma(scan, t - 1) || ends_quote(scan, t) ||
        dm_scan_has(scan, t - 1, DM_WORD_CONJ) || ends_statement(scan, t - 1);
    if (site->verb < r->held || !apart)
        return DEMARCHE_OK;
    dm_run content;
    dm_link link = dm_clause_after(&content, scan, site, r->run.end);
    dm_draft *last = last_draft(r);
    if (link == DM_LINK_NONE || link == DM_LINK_OTHER)
        return DEMARCHE_OK;
    if (leads)
        return read_ahead(r, site, link, content);
    if (last == NULL)
        return read_alone(r, site, link, content);
    dm_draft_add_piece(last, dm_clause_trim(scan, content));
    dm_draft_add_rule(last, "R8");
    r->held = content.end;
    return DEMARCHE_OK;
}

static demarche_status read_cue(reader *r, uint32_t at)
{
    dm_site site = dm_site_read(r->scan, r->run.begin, at);
    if (site.unspoken)
        return DEMARCHE_OK;
    return site.finite ? read_finite(r, &site) : read_participle(r, &site);
}

static demarche_status read_segment(reader *r)
{
    dm_scan *scan = r->scan;
    demarche_status status = dm_headline_read(scan, r->segment, r->err);
    const dm_segment *segment = &scan->segments[r->segment];
    r->run = (dm_run){ segment->lead, segment->run.end };
    r->held = r->run.begin;
    uint32_t at = r->run.begin;
    while (at < r->run.end && status == DEMARCHE_OK) {
        const dm_quotation *quote = dm_scan_quote(scan, at);
        if (quote != NULL) {
            at = quote->run.end;
            continue;
        }
        if (scan->words[at].cue != NULL)
            status = read_cue(r, at);
        else if (dm_scan_is(scan, at, "according"))
            status = dm_accord_read(scan, r->segment, at, r->first, r->err);
        at++;
    }
    return status;
}

demarche_status dm_attributions_find(dm_scan *scan, demarche_error *err)
{
    for (uint32_t s = 0; s < scan->segment_count; s++) {
        reader r = {
            .scan = scan, .segment = s, .first = scan->draft_count, .err = err
        };
        demarche_status status = read_segment(&r);
        if (status != DEMARCHE_OK)
            return status;
    }
    return DEMARCHE_OK;
}
