/* clause.c - see clause.h. */
#include "clause.h"

#include "phrase.h"

enum {
    LOOK_MAX = 30,     // tokens between a verb and its "that"
    NEXT_MAX = 14,     // tokens between a comma and the next "said"
    CONTENT_MAX = 600, // tokens in a content without quotation marks
};

static bool is_end_mark(const dm_scan *scan, size_t at)
{
    return dm_scan_kind(scan, at, DM_TOKEN_PUNCT) &&
           (dm_scan_is(scan, at, ".") || dm_scan_is(scan, at, "!") ||
            dm_scan_is(scan, at, "?") || dm_scan_is(scan, at, "...") ||
            dm_scan_is(scan, at, "\u2026") || dm_scan_is(scan, at, ";"));
}

static bool is_trimmed(const dm_scan *scan, size_t at)
{
    return dm_scan_kind(scan, at, DM_TOKEN_QUOTE) || is_end_mark(scan, at) ||
           dm_scan_is_comma(scan, at) || dm_scan_is(scan, at, ":") ||
           dm_scan_is_dash(scan, at);
}

dm_run dm_clause_trim(const dm_scan *scan, dm_run run)
{
    while (run.begin < run.end && is_trimmed(scan, run.begin))
        run.begin++;
    while (run.end > run.begin && is_trimmed(scan, run.end - 1))
        run.end--;
    return run;
}

/* Nothing that could be said follows: "some deleted and others added,". */
static bool stands_last(const dm_scan *scan, uint32_t at)
{
    return is_end_mark(scan, at) ||
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
    dm_site site = dm_site_read(scan, from, at);
    if (site.unspoken || !site.finite || site.form == DM_FORM_BASE ||
        (!dm_scan_is_comma(scan, from - 1) && stands_last(scan, at + 1)))
        return false;
    dm_run subject;
    uint32_t edge;
    return site.group.begin == from ||
           (dm_phrase_before(&subject, &edge, scan, from, site.group.begin) &&
            edge == from);
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
            dm_scan_is(scan, at + 1, "the") || dm_scan_is_name(scan, at + 1));
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
        is_contrast(scan, next) || dm_scan_is(scan, next, "according"))
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

uint32_t dm_clause_end(const dm_scan *scan, uint32_t begin, uint32_t limit)
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
    return dm_clause_trim(scan, (dm_run){ begin, at }).end;
}

/* ---- The begin --------------------------------------------------------- */

static bool opens_quote(const dm_scan *scan, uint32_t at)
{
    const dm_quotation *quote = dm_scan_quote(scan, at);
    return quote != NULL && quote->run.begin == at;
}

static bool opens_clause(const dm_scan *scan, uint32_t at, uint32_t limit,
                         bool relative)
{
    if (at >= limit || is_trimmed(scan, at) || dm_scan_is(scan, at, "no"))
        return false;
    bool verb = dm_scan_has(scan, at, DM_WORD_AUX | DM_WORD_VERB) &&
                !dm_scan_has(scan, at, DM_WORD_PRON) &&
                !dm_scan_is(scan, at, "having") &&
                !dm_scan_is(scan, at, "being");
    if (verb)
        return relative;
    return !dm_scan_has(scan, at,
                        DM_WORD_PREP | DM_WORD_TIME | DM_WORD_CONJ |
                            DM_WORD_REL) ||
           dm_scan_has(scan, at, DM_WORD_DET) ||
           (dm_scan_has(scan, at, DM_WORD_SUB) &&
            !dm_scan_has(scan, at, DM_WORD_PLACE | DM_WORD_REL) &&
            !dm_scan_is(scan, at, "as"));
}

/* Past words of time and short circumstances right behind the verb, to where a
 * bare clause could begin. */
static uint32_t skip_time(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    uint32_t start = at;
    while (at < limit && at - start < 8) {
        bool on = dm_scan_has(scan, at, DM_WORD_PLACE) &&
                  (dm_scan_has(scan, at + 1, DM_WORD_TIME) ||
                   dm_scan_kind(scan, at + 1, DM_TOKEN_NUMBER));
        bool number = at > start && dm_scan_kind(scan, at, DM_TOKEN_NUMBER);
        bool this =
            (dm_scan_is(scan, at, "this") || dm_scan_is(scan, at, "the")) &&
            dm_scan_has(scan, at + 1, DM_WORD_TIME);
        if (dm_scan_is(scan, at, "(")) {
            uint32_t close = at;
            while (close < limit && close < at + 8 &&
                   !dm_scan_is(scan, close, ")"))
                close++;
            if (!dm_scan_is(scan, close, ")"))
                break;
            at = close + 1;
            continue;
        }
        if (!dm_scan_has(scan, at, DM_WORD_TIME) && !on && !number && !this)
            break;
        at++;
    }
    return at;
}

/* The hearer of "told X that": a pronoun, or a noun phrase. */
static uint32_t skip_hearer(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    dm_run hearer;
    if (dm_scan_has(scan, at, DM_WORD_OBJ | DM_WORD_PRON))
        return at + 1;
    if (dm_phrase_after(&hearer, scan, at, limit) || hearer.end > at)
        return hearer.end;
    return at;
}

static bool is_circumstance(const dm_scan *scan, uint32_t at)
{
    return dm_scan_has(scan, at,
                       DM_WORD_PREP | DM_WORD_TIME | DM_WORD_ADVERB) ||
           dm_scan_is(scan, at, "(") ||
           ((dm_scan_is(scan, at, "this") || dm_scan_is(scan, at, "the")) &&
            dm_scan_has(scan, at + 1, DM_WORD_TIME));
}

/* A "that", a colon or a quotation that still belongs to the verb, past a
 * circumstance ("said in a statement on Monday that"). */
static dm_link look_ahead(uint32_t *begin, const dm_scan *scan, uint32_t at,
                          uint32_t limit)
{
    for (uint32_t i = at; i < limit && i < at + LOOK_MAX; i++) {
        if (opens_quote(scan, i)) {
            *begin = i;
            return i == at || dm_scan_is_comma(scan, i - 1) ||
                           dm_scan_is(scan, i - 1, ":")
                       ? DM_LINK_QUOTE
                       : DM_LINK_NONE;
        }
        if (dm_scan_is(scan, i, "that") &&
            (i == at || !dm_scan_is_comma(scan, i - 1)) &&
            !dm_scan_has(scan, i + 1, DM_WORD_VERB)) {
            *begin = i + 1;
            if (dm_scan_is_comma(scan, i + 1))
                (*begin)++;
            return DM_LINK_THAT;
        }
        if (dm_scan_is(scan, i, ":") && i + 1 < limit) {
            *begin = i + 1;
            return opens_quote(scan, i + 1) ? DM_LINK_QUOTE : DM_LINK_COLON;
        }
        if (is_end_mark(scan, i) ||
            (dm_scan_is_comma(scan, i) && !opens_quote(scan, i + 1)) ||
            dm_scan_has(scan, i, DM_WORD_AUX | DM_WORD_VERB) ||
            (dm_scan_has(scan, i, DM_WORD_PRON) && i > at) ||
            (i == at && !dm_scan_is_comma(scan, i) &&
             !is_circumstance(scan, i)) ||
            (scan->words[i].cue != NULL && scan->words[i].form == DM_FORM_ING))
            break;
    }
    return DM_LINK_NONE;
}

static bool is_object(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    if (at >= limit || dm_scan_is(scan, at, "no"))
        return false;
    if (opens_quote(scan, at) || dm_scan_has(scan, at, DM_WORD_OBJ) ||
        dm_scan_is(scan, at, "what") || dm_scan_is(scan, at, "whether") ||
        dm_scan_is(scan, at, "why") || dm_scan_is(scan, at, "how"))
        return true;
    return !is_trimmed(scan, at) &&
           (!dm_scan_has(scan, at,
                         DM_WORD_PREP | DM_WORD_TIME | DM_WORD_CONJ |
                             DM_WORD_SUB | DM_WORD_AUX) ||
            dm_scan_has(scan, at, DM_WORD_DET));
}

bool dm_clause_has_verb(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    for (uint32_t i = at; i < limit && i < at + LOOK_MAX; i++) {
        const dm_token *token = dm_scan_token(scan, i);
        const dm_word *word = &scan->words[i];
        if ((word->classes & (DM_WORD_AUX | DM_WORD_VERB)) != 0 ||
            (i > at && dm_span_ends(token->folded, "ed")) ||
            (i > at && word->cue != NULL && word->form != DM_FORM_ING))
            return true;
        if (is_end_mark(scan, i))
            break;
    }
    return false;
}

static bool is_plain_verb(const dm_cue *cue)
{
    return dm_span_is(cue->lemma, "say") || dm_span_is(cue->lemma, "tell");
}

static dm_link find_begin(uint32_t *begin, const dm_scan *scan,
                          const dm_site *site, uint32_t limit)
{
    uint16_t frames = site->frames;
    uint32_t at = site->words.end;
    if (site->particle && !dm_scan_is(scan, at - 1, "out") &&
        !dm_scan_is(scan, at - 1, "clear")) {
        *begin = at;
        return at < limit && !is_trimmed(scan, at) ? DM_LINK_OBJECT
                                                   : DM_LINK_NONE;
    }
    if ((frames & DM_FRAME_TO) && dm_scan_is(scan, at, "to")) {
        *begin = at;
        return DM_LINK_TO;
    }
    uint32_t after = at;
    if ((frames & DM_FRAME_TELL) && is_object(scan, at, limit))
        after = skip_hearer(scan, at, limit);
    if (frames & (DM_FRAME_CLAUSE | DM_FRAME_THAT | DM_FRAME_QUOTE)) {
        dm_link link = look_ahead(begin, scan, after, limit);
        if (link != DM_LINK_NONE &&
            (link != DM_LINK_QUOTE || (frames & DM_FRAME_QUOTE)))
            return link;
    }
    if ((frames & DM_FRAME_CLAUSE) &&
        (after > at || !(frames & DM_FRAME_TELL))) {
        uint32_t clause = skip_time(scan, after, limit);
        if (opens_clause(scan, clause, limit, site->relative)) {
            *begin = clause;
            if (is_plain_verb(site->cue) ||
                dm_clause_has_verb(scan, clause, limit))
                return DM_LINK_BARE;
            return (frames & DM_FRAME_OBJECT) ? DM_LINK_OBJECT : DM_LINK_OTHER;
        }
    }
    // A thing called by a name in marks is no statement.
    bool name = opens_quote(scan, at) && dm_span_is(site->cue->lemma, "call");
    if ((frames & DM_FRAME_OBJECT) && is_object(scan, at, limit) && !name) {
        *begin = at;
        return DM_LINK_OBJECT;
    }
    if ((frames & DM_FRAME_TELL) && after > at &&
        dm_scan_is(scan, after, "to")) {
        *begin = after;
        return DM_LINK_TO;
    }
    return DM_LINK_NONE;
}

/* A relative clause ends at its comma. */
static uint32_t first_comma(const dm_scan *scan, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end && i < begin + CONTENT_MAX; i++)
        if (scan->words[i].quote == 0 && dm_scan_is_comma(scan, i))
            return i;
    return end;
}

dm_link dm_clause_after(dm_run *out, const dm_scan *scan, const dm_site *site,
                        uint32_t limit)
{
    uint32_t begin = limit;
    dm_link link = find_begin(&begin, scan, site, limit);
    if (link == DM_LINK_NONE)
        return link;
    uint32_t end = dm_clause_end(scan, begin, limit);
    if (site->relative && link == DM_LINK_BARE)
        end = first_comma(scan, begin, end);
    *out = (dm_run){ begin, end };
    return begin < end ? link : DM_LINK_NONE;
}

bool dm_clause_is_content(dm_link link)
{
    return link != DM_LINK_NONE && link != DM_LINK_OTHER;
}

const char *dm_clause_rule(dm_link link, bool particle)
{
    switch (link) {
    case DM_LINK_THAT: return "R1";
    case DM_LINK_BARE:
    case DM_LINK_COLON: return "R2";
    case DM_LINK_QUOTE: return "Q6";
    case DM_LINK_TO: return "R7";
    default: return particle ? "R6" : "R5";
    }
}
