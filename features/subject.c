/* subject.c - see subject.h. */
#include "subject.h"

#include "extent.h"
#include "phrase.h"

enum { CIRCUMSTANCE_MAX = 8 }; // tokens between a conjunction and its verb

static bool ends_quote(const dm_scan *scan, uint32_t at)
{
    const dm_quotation *quote = at == 0 ? NULL : dm_scan_quote(scan, at - 1);
    return quote != NULL && quote->run.end == at;
}

/* A quotation stands before `at`, with or without a comma between. */
static bool quoted(const dm_scan *scan, uint32_t at)
{
    return ends_quote(scan, at) || ends_quote(scan, at - 1);
}

/* Behind the conjunction that joins a verb at `at` to the one before, past a
 * circumstance ("but on Tuesday wrote", ", then said"); or the segment's
 * begin. */
static uint32_t joint_before(const dm_reading *r, uint32_t at)
{
    const dm_scan *scan = r->scan;
    uint32_t begin = r->run.begin;
    if (at > begin && dm_scan_is_comma(scan, at - 1) &&
        dm_scan_is(scan, at, "then"))
        return at;
    for (uint32_t i = at; i > begin && i + CIRCUMSTANCE_MAX > at; i--) {
        if (dm_scan_has(scan, i - 1, DM_WORD_CONJ))
            return i == at || dm_scan_has(scan, i, DM_WORD_PREP | DM_WORD_TIME)
                       ? i
                       : begin;
        if (dm_extent_is_mark(scan, i - 1) || scan->words[i - 1].quote != 0 ||
            dm_scan_has(scan, i - 1, DM_WORD_PRON | DM_WORD_AUX | DM_WORD_REL))
            break;
    }
    return begin;
}

/* "X praised the deal and said …": the subject of the verb before. */
static bool find_shared(dm_subject *out, const dm_reading *r,
                        const dm_site *site)
{
    const dm_draft *last = dm_reading_last(r);
    uint32_t begin = joint_before(r, site->group.begin);
    if (begin <= r->run.begin)
        return false;
    out->edge = begin;
    if (last == NULL || last->source.begin >= last->source.end)
        return dm_phrase_leading(&out->run, r->scan, r->run.begin, begin);
    out->run = last->source;
    return true;
}

/* ", said X". */
static bool find_inverted(dm_subject *out, const dm_reading *r,
                          const dm_site *site)
{
    const dm_scan *scan = r->scan;
    uint32_t begin = site->group.begin, after = site->words.end;
    if (begin <= r->run.begin || after != site->verb + 1 ||
        (site->frames & (DM_FRAME_QUOTE | DM_FRAME_FINAL)) == 0 ||
        dm_span_is(site->cue->lemma, "tell") ||
        !(dm_scan_is_comma(scan, begin - 1) || ends_quote(scan, begin)) ||
        ((site->frames & DM_FRAME_OBJECT) && !quoted(scan, begin)) ||
        dm_scan_has(scan, after, DM_WORD_OBJ) ||
        !dm_phrase_after(&out->run, scan, after, r->run.end))
        return false;
    out->edge = begin;
    out->after = out->run.end;
    out->inverted = true;
    return true;
}

/* "the U.S. actions reflect rivalry," is no speaker, "the report," is. */
static bool is_speaker(const dm_scan *scan, dm_run run)
{
    return run.end <= run.begin + 2 || dm_scan_is(scan, run.begin, "a") ||
           dm_scan_is(scan, run.begin, "one") ||
           dm_scan_is_name(scan, run.end - 1) ||
           dm_scan_has(scan, run.end - 1, DM_WORD_ROLE | DM_WORD_MEDIA) ||
           dm_scan_is(scan, run.end - 1, ")");
}

static bool closes_clause(const dm_reading *r, uint32_t at)
{
    return at == r->run.end || dm_scan_is_comma(r->scan, at) ||
           dm_scan_is(r->scan, at, ".");
}

static bool find(dm_subject *out, const dm_reading *r, const dm_site *site)
{
    const dm_subject none = { .after = site->words.end };
    dm_subject inverted = none;
    // ", said X," at its clause's end; else X may begin what was said.
    bool behind = find_inverted(&inverted, r, site);
    *out = inverted;
    if (behind && closes_clause(r, inverted.after) &&
        is_speaker(r->scan, inverted.run))
        return true;
    *out = none;
    if (dm_phrase_before(&out->run, &out->edge, r->scan, r->run.begin,
                         site->group.begin) ||
        find_shared(out, r, site))
        return true;
    *out = inverted;
    // "said the problem was elsewhere": a clause of its own.
    return behind &&
           !dm_scan_has(r->scan, inverted.after, DM_WORD_AUX | DM_WORD_VERB) &&
           (quoted(r->scan, site->group.begin) ||
            (is_speaker(r->scan, inverted.run) &&
             !dm_scan_has(r->scan, inverted.run.begin, DM_WORD_PRON)));
}

static bool is_condition(const dm_scan *scan, uint32_t at)
{
    static const char *const words[] = { "if", "unless", "whether", "until",
                                         "once" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dm_scan_is(scan, at, words[i]))
            return true;
    return false;
}

/* "battleground states", "numerous remarks": the form in -s is a verb only
 * behind a pronoun, a name, a role or a short phrase. */
static bool is_clear(const dm_scan *scan, dm_run run, const dm_cue *cue)
{
    uint32_t last = run.end - 1;
    if (run.end == run.begin + 2 && dm_scan_has(scan, run.begin, DM_WORD_DET))
        return !dm_span_is(cue->lemma, "state");
    return dm_scan_has(scan, last,
                       DM_WORD_PRON | DM_WORD_REL | DM_WORD_ROLE |
                           DM_WORD_MEDIA) ||
           dm_scan_has(scan, run.begin, DM_WORD_ROLE) ||
           dm_scan_is_name(scan, last) || dm_scan_is(scan, last, ")");
}

/* "a decision they say allowed …": a relative clause without "that". */
static bool is_reduced(const dm_scan *scan, const dm_subject *s)
{
    uint32_t noun = s->edge - 1, next = s->after;
    bool verb = (dm_scan_has(scan, next, DM_WORD_AUX | DM_WORD_VERB) &&
                 !dm_scan_has(scan, next, DM_WORD_PRON)) ||
                (dm_scan_kind(scan, next, DM_TOKEN_WORD) &&
                 dm_span_ends(dm_scan_token(scan, next)->folded, "ed"));
    return verb && !s->inverted && dm_scan_kind(scan, noun, DM_TOKEN_WORD) &&
           (scan->words[noun].classes & ~(DM_WORD_NOUN | DM_WORD_DOCUMENT)) ==
               0 &&
           !dm_scan_is_name(scan, noun);
}

bool dm_subject_find(dm_subject *out, const dm_reading *r, const dm_site *site)
{
    const dm_scan *scan = r->scan;
    if (!find(out, r, site))
        return false;
    if (!dm_site_agrees(scan, site, out->run))
        return false;
    if (site->form == DM_FORM_S && (site->frames & DM_FRAME_NOUN) &&
        !is_clear(scan, out->run, site->cue))
        return false;
    if (out->edge <= r->run.begin)
        return true;
    out->relative = dm_scan_has(scan, out->edge - 1, DM_WORD_REL) ||
                    dm_scan_is(scan, out->edge - 1, "what") ||
                    is_reduced(scan, out);
    return !is_condition(scan, out->edge - 1);
}
