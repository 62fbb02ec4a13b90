/* attribution.c - the reading of segments; see attribution.h and reading.h. */
#include "attribution.h"

#include "ending.h"
#include "extent.h"
#include "reading.h"
#include "second.h"

dm_draft *dm_reading_last(const dm_reading *r)
{
    size_t count = r->scan->draft_count;
    return count > r->first ? &r->scan->drafts[count - 1] : NULL;
}

demarche_status dm_reading_add(dm_draft **out, dm_reading *r, const char *rule,
                               dm_run source, dm_run cue, dm_run content)
{
    dm_draft *draft = dm_scan_add(r->scan, r->segment, rule);
    if (out != NULL)
        *out = draft;
    if (draft == NULL)
        return dm_no_memory(r->err);
    draft->source = source;
    draft->cue = cue;
    dm_draft_add_piece(draft, dm_extent_trim(r->scan, content));
    if (content.end > r->held)
        r->held = content.end;
    return DEMARCHE_OK;
}

void dm_reading_extend(dm_reading *r, dm_draft *draft, const char *rule,
                       dm_run piece)
{
    dm_draft_add_piece(draft, dm_extent_trim(r->scan, piece));
    dm_draft_add_rule(draft, rule);
    if (piece.end > r->held)
        r->held = piece.end;
}

void dm_reading_drop(dm_reading *r, uint32_t from)
{
    // Cues ascend, so these are the last ones.
    for (dm_draft *last = dm_reading_last(r);
         last != NULL && last->cue.begin >= from; last = dm_reading_last(r))
        r->scan->draft_count--;
}

static bool is_one_of(const dm_scan *scan, uint32_t at,
                      const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (dm_scan_is(scan, at, words[i]))
            return true;
    return false;
}

/* "…, he said, by closing the port": it goes on with what was said. */
static bool opens_tail(const dm_scan *scan, uint32_t at)
{
    static const char *const words[] = { "to",   "by",      "for",
                                         "from", "because", "that" };
    const dm_quotation *quote = dm_scan_quote(scan, at);
    return is_one_of(scan, at, words, sizeof words / sizeof *words) ||
           (quote != NULL && quote->run.begin == at);
}

/* "…, he said, in a letter", "…, he said, referring to the port". */
static bool opens_circumstance(const dm_scan *scan, uint32_t at)
{
    static const char *const words[] = { "referring", "speaking", "alluding",
                                         "responding" };
    return is_one_of(scan, at, words, sizeof words / sizeof *words) ||
           (dm_scan_has(scan, at, DM_WORD_PREP | DM_WORD_REL | DM_WORD_TIME) &&
            !opens_tail(scan, at));
}

dm_run dm_reading_rest(const dm_reading *r, uint32_t at, dm_rest rest)
{
    const dm_scan *scan = r->scan;
    uint32_t begin = at + 1, limit = r->run.end;
    dm_run none = { 0, 0 };
    if (begin + 2 > limit || !dm_scan_is_comma(scan, at))
        return none;
    const dm_word *word = &scan->words[begin];
    if ((word->cue != NULL && word->form == DM_FORM_ING) ||
        opens_circumstance(scan, begin))
        return none;
    bool goes_on = dm_scan_has(scan, begin, DM_WORD_AUX | DM_WORD_VERB) ||
                   dm_scan_is(scan, begin, "but") || opens_tail(scan, begin);
    if (rest == DM_REST_CLAUSE)
        goes_on |= dm_extent_has_verb(scan, begin, limit);
    if (!goes_on && rest != DM_REST_ANY)
        return none;
    begin += dm_scan_is(scan, begin, "that");
    dm_run run = { begin, dm_extent_end(scan, begin, limit) };
    run.end = dm_ending_choose(scan, DM_NO_SITE, at, run, limit);
    return run;
}

static demarche_status read_cue(dm_reading *r, uint32_t at)
{
    dm_site site = dm_site_read(r->scan, r->run.begin, at);
    if (site.passive)
        return dm_passive_read(r, &site);
    if (site.unspoken)
        return DEMARCHE_OK;
    return site.finite ? dm_finite_read(r, &site)
                       : dm_participle_read(r, &site);
}

static bool may_accord(const dm_scan *scan, uint32_t at)
{
    return dm_scan_is(scan, at, "according") || dm_scan_is(scan, at, "per") ||
           (dm_scan_is(scan, at, "in") && dm_scan_is(scan, at + 2, "words"));
}

static demarche_status read_segment(dm_reading *r)
{
    const dm_scan *scan = r->scan;
    demarche_status status = dm_headline_read(r);
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
        bool noun = false;
        status = dm_claim_read(&noun, r, at);
        if (noun || status != DEMARCHE_OK) {
            at++;
            continue;
        }
        dm_before before = dm_second_before(r);
        bool lead = dm_site_is_lead(scan, at);
        bool again = !lead && dm_second_may(r, at);
        if (scan->words[at].cue != NULL && !lead)
            status = read_cue(r, at);
        else if (may_accord(scan, at))
            status = dm_accord_read(r, at);
        if (again && status == DEMARCHE_OK)
            status = dm_second_read(r, at, &before);
        at++;
    }
    return status;
}

demarche_status dm_attributions_find(dm_scan *scan, demarche_error *err)
{
    for (uint32_t s = 0; s < scan->segment_count; s++) {
        dm_reading r = { .scan = scan, .segment = s, .err = err };
        r.first = scan->draft_count;
        demarche_status status = read_segment(&r);
        if (status != DEMARCHE_OK)
            return status;
    }
    return DEMARCHE_OK;
}
