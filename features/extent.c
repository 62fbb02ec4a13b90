/* extent.c - see extent.h. */
#include "extent.h"

#include "phrase.h"
#include "site.h"

enum {
    VERB_MAX = 30,     // tokens before a clause's verb
    NEXT_MAX = 14,     // tokens between a comma and the next "said"
    CONTENT_MAX = 600, // tokens in a content, a quotation counting as one
};

bool dm_extent_is_end_mark(const dm_scan *scan, size_t at)
{
    return dm_scan_kind(scan, at, DM_TOKEN_PUNCT) &&
           (dm_scan_is(scan, at, ".") || dm_scan_is(scan, at, "!") ||
            dm_scan_is(scan, at, "?") || dm_scan_is(scan, at, "...") ||
            dm_scan_is(scan, at, "\u2026") || dm_scan_is(scan, at, ";"));
}

bool dm_extent_is_mark(const dm_scan *scan, size_t at)
{
    return dm_scan_kind(scan, at, DM_TOKEN_QUOTE) ||
           dm_extent_is_end_mark(scan, at) || dm_scan_is_comma(scan, at) ||
           dm_scan_is(scan, at, ":") || dm_scan_is_dash(scan, at);
}

/* The quotation that covers `at`, or NULL. */
static const dm_quotation *quotation_at(const dm_scan *scan, uint32_t at)
{
    uint32_t number = scan->words[at].quote;
    return number == 0 ? NULL : &scan->quotes[number - 1];
}

/* A quotation that begins or ends a run, but does not fill it, keeps the mark
 * whose partner stands inside. */
static dm_run keep_partners(const dm_scan *scan, dm_run run, dm_run whole)
{
    const dm_quotation *first = quotation_at(scan, run.begin);
    const dm_quotation *last = quotation_at(scan, run.end - 1);
    if (first == last)
        return run;
    if (first != NULL && first->closed && first->run.begin >= whole.begin)
        run.begin = first->run.begin;
    if (last != NULL && last->closed && last->run.end <= whole.end)
        run.end = last->run.end;
    return run;
}

dm_run dm_extent_trim(const dm_scan *scan, dm_run run)
{
    dm_run whole = run;
    while (run.begin < run.end && dm_extent_is_mark(scan, run.begin))
        run.begin++;
    while (run.end > run.begin && dm_extent_is_mark(scan, run.end - 1))
        run.end--;
    return run.begin < run.end ? keep_partners(scan, run, whole) : run;
}

/* Nothing that could be said follows: "some deleted and others added,". */
static bool stands_last(const dm_scan *scan, uint32_t at)
{
    return dm_extent_is_end_mark(scan, at) ||
           (dm_scan_is_comma(scan, at) &&
            !dm_scan_kind(scan, at + 1, DM_TOKEN_QUOTE));
}

/* A content while its end is sought. */
typedef struct extent {
    const dm_scan *scan;
    uint32_t begin, limit;
} extent;

/* A speech verb of its own at `at`, with a subject from `from` or none. */
static bool attributes(const extent *e, uint32_t from, uint32_t at)
{
    const dm_scan *scan = e->scan;
    if (scan->words[at].cue == NULL || scan->words[at].quote != 0)
        return false;
    while (from < at && dm_scan_has(scan, from, DM_WORD_ADVERB))
        from++; // "nearly half said"
    dm_site site = dm_site_read(scan, from, at);
    // "after he read a letter": only a quotation would be what was said.
    if ((site.frames & ~(DM_FRAME_QUOTE | DM_FRAME_NOUN | DM_FRAME_BOUND)) ==
            0 &&
        !dm_scan_kind(scan, at + 1, DM_TOKEN_QUOTE))
        return false;
    // "…, and it will demand": still what was said; not "but it did not say".
    if (site.denied && !dm_scan_is(scan, from - 1, "but"))
        return false;
    if (site.unspoken || !site.finite ||
        (!dm_scan_is_comma(scan, from - 1) && stands_last(scan, at + 1)))
        return false;
    dm_run subject;
    uint32_t edge;
    bool base = site.form == DM_FORM_BASE;
    if (site.group.begin == from)
        return !base;
    return dm_phrase_before(&subject, &edge, scan, from, site.group.begin) &&
           edge == from && dm_site_agrees(scan, &site, subject);
}

/* After the comma or conjunction before `from`: does another attribution of
 * the kind "…, she said" or "… but he denied" begin there? */
static bool another_begins(const extent *e, uint32_t from)
{
    const dm_scan *scan = e->scan;
    for (uint32_t i = from; i < e->limit && i < from + NEXT_MAX; i++) {
        if (dm_scan_is_comma(scan, i) || scan->words[i].quote != 0)
            return false;
        if (attributes(e, from, i))
            return true;
    }
    return false;
}

static bool is_contrast(const dm_scan *scan, uint32_t at)
{
    if (dm_scan_is(scan, at, "although") || dm_scan_is(scan, at, "though") ||
        dm_scan_is(scan, at, "while"))
        return true;
    return dm_scan_is(scan, at, "but") &&
           (dm_scan_has(scan, at + 1, DM_WORD_PRON) ||
            dm_scan_is(scan, at + 1, "the") ||
            dm_scan_is(scan, at + 1, "did") || dm_scan_is_name(scan, at + 1));
}

/* A participle of speech, outside quotations. */
static bool is_participle(const dm_scan *scan, uint32_t at)
{
    const dm_word *word = &scan->words[at];
    return at < scan->page->tokens.count && word->cue != NULL &&
           word->form == DM_FORM_ING && word->quote == 0 &&
           (word->cue->frames & DM_FRAME_BOUND) == 0;
}

/* Does the content end before the comma at `at`? */
static bool ends_at_comma(const extent *e, uint32_t at)
{
    const dm_scan *scan = e->scan;
    uint32_t next = at + 1;
    if (next >= e->limit || is_participle(scan, next) ||
        is_contrast(scan, next) || dm_scan_is(scan, next, "according") ||
        (dm_scan_has(scan, next, DM_WORD_PREP) &&
         dm_scan_has(scan, next, DM_WORD_SUB) && // ", after saying …"
         is_participle(scan, next + 1)))
        return true;
    if (dm_scan_has(scan, next, DM_WORD_CONJ | DM_WORD_REL))
        next++;
    return another_begins(e, next);
}

static bool ends_at_word(const extent *e, uint32_t at)
{
    const dm_scan *scan = e->scan;
    if (dm_scan_is_comma(scan, at))
        return ends_at_comma(e, at);
    if (dm_scan_is(scan, at, "and") && is_participle(scan, at + 1))
        return true;
    return (dm_scan_has(scan, at, DM_WORD_CONJ) ||
            dm_scan_is(scan, at, "after")) &&
           another_begins(e, at + 1);
}

/* Does the content end before or behind this quotation? Before, when it is
 * another speaker's (`…: "No," she said`); a comma inside its closing mark
 * counts as one outside. */
static bool ends_at_quote(const extent *e, const dm_quotation *quote,
                          uint32_t *at)
{
    const dm_scan *scan = e->scan;
    if (*at > e->begin && dm_scan_is(scan, *at - 1, ":") &&
        another_begins(e, quote->run.end))
        return true;
    *at = quote->run.end;
    return !quote->closed ||
           (*at < e->limit && dm_scan_is_comma(scan, *at - 2) &&
            ends_at_comma(e, *at - 1));
}

uint32_t dm_extent_end(const dm_scan *scan, uint32_t begin, uint32_t limit)
{
    const extent e = { scan, begin, limit };
    uint32_t at = begin;
    for (uint32_t steps = 0; at < limit && steps < CONTENT_MAX; steps++) {
        const dm_quotation *quote = dm_scan_quote(scan, at);
        if (quote != NULL && quote->run.end > at + 1) {
            if (ends_at_quote(&e, quote, &at))
                break;
        } else if (at > begin && ends_at_word(&e, at)) {
            break;
        } else {
            at++;
        }
    }
    if (at > limit)
        at = limit;
    return dm_extent_trim(scan, (dm_run){ begin, at }).end;
}

bool dm_extent_has_verb(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    for (uint32_t i = at; i < limit && i < at + VERB_MAX; i++) {
        const dm_token *token = dm_scan_token(scan, i);
        const dm_word *word = &scan->words[i];
        if ((word->classes & (DM_WORD_AUX | DM_WORD_VERB)) != 0 ||
            (i > at && dm_span_ends(token->folded, "ed")) ||
            (i > at && word->cue != NULL && word->form != DM_FORM_ING))
            return true;
        if (dm_extent_is_end_mark(scan, i))
            break;
    }
    return false;
}
