/* link.c - see link.h. */
#include "link.h"

#include "ending.h"
#include "extent.h"
#include "phrase.h"

enum {
    LOOK_MAX = 30,  // tokens between a verb and its "that"
    TIME_MAX = 8,   // tokens of time behind a verb
    PLACE_MAX = 12, // tokens of a circumstance
};

static bool opens_quote(const dm_scan *scan, uint32_t at)
{
    const dm_quotation *quote = dm_scan_quote(scan, at);
    return quote != NULL && quote->run.begin == at;
}

/* "Monday's talks" */
static bool is_possessed(const dm_scan *scan, uint32_t at)
{
    return dm_scan_kind(scan, at + 1, DM_TOKEN_SUFFIX);
}

/* "those who testified presented a list": a form in "-ed" goes on with the
 * sentence, it opens nothing. */
static bool is_past(const dm_scan *scan, uint32_t at)
{
    return dm_span_ends(dm_scan_token(scan, at)->folded, "ed") &&
           !dm_scan_flag(scan, at, DM_TOKEN_CAPITAL);
}

static bool opens_clause(const dm_scan *scan, uint32_t at, uint32_t limit,
                         bool relative)
{
    if (at >= limit || dm_extent_is_mark(scan, at))
        return false;
    if (dm_scan_is(scan, at, "no")) // "he said no", not "he said no more"
        return !dm_scan_kind(scan, at + 1, DM_TOKEN_WORD);
    bool verb = dm_scan_has(scan, at, DM_WORD_AUX | DM_WORD_VERB) &&
                !dm_scan_has(scan, at, DM_WORD_PRON) &&
                !dm_scan_is(scan, at, "having") &&
                !dm_scan_is(scan, at, "being");
    if (verb)
        return relative;
    return is_possessed(scan, at) ||
           !dm_scan_has(scan, at,
                        DM_WORD_PREP | DM_WORD_TIME | DM_WORD_CONJ |
                            DM_WORD_REL) ||
           dm_scan_has(scan, at, DM_WORD_DET) ||
           (dm_scan_has(scan, at, DM_WORD_SUB) &&
            !dm_scan_has(scan, at, DM_WORD_PLACE | DM_WORD_REL) &&
            !dm_scan_is(scan, at, "as"));
}

/* Behind the short bracket at `at` ("(US time)"), or `at`. */
static uint32_t skip_bracket(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    if (!dm_scan_is(scan, at, "("))
        return at;
    for (uint32_t i = at; i < limit && i < at + TIME_MAX; i++)
        if (dm_scan_is(scan, i, ")"))
            return i + 1;
    return at;
}

/* "the week", "this month". */
static bool opens_time(const dm_scan *scan, uint32_t at)
{
    return (dm_scan_is(scan, at, "this") || dm_scan_is(scan, at, "the")) &&
           dm_scan_has(scan, at + 1, DM_WORD_TIME);
}

/* Past words of time right behind the verb, to where a bare clause could
 * begin. */
static uint32_t skip_time(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    uint32_t start = at;
    while (at < limit && at - start < TIME_MAX) {
        uint32_t behind = skip_bracket(scan, at, limit);
        bool on = dm_scan_has(scan, at, DM_WORD_PLACE) &&
                  (dm_scan_has(scan, at + 1, DM_WORD_TIME) ||
                   dm_scan_kind(scan, at + 1, DM_TOKEN_NUMBER));
        bool number = at > start && dm_scan_kind(scan, at, DM_TOKEN_NUMBER);
        if (behind == at && !on && !number && !opens_time(scan, at) &&
            !dm_scan_has(scan, at, DM_WORD_TIME))
            break;
        at = behind > at ? behind : at + 1;
    }
    // "said Monday's talks"
    if (at > start && dm_scan_kind(scan, at, DM_TOKEN_SUFFIX))
        at = opens_time(scan, at - 2) && at >= start + 2 ? at - 2 : at - 1;
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
           dm_scan_is(scan, at, "(") || opens_time(scan, at);
}

/* A "that" that opens what was said, not "the report that shows". */
static bool opens_that(const dm_scan *scan, uint32_t from, uint32_t at)
{
    return dm_scan_is(scan, at, "that") &&
           (at == from || !dm_scan_is_comma(scan, at - 1)) &&
           !dm_scan_has(scan, at + 1, DM_WORD_VERB) &&
           !(dm_scan_has(scan, at + 1, DM_WORD_TIME) && // "that night."
             !dm_scan_kind(scan, at + 2, DM_TOKEN_WORD));
}

/* The commas of "Dayton, Ohio, ". */
static bool parts_place(const dm_scan *scan, uint32_t at)
{
    return (dm_scan_is_name(scan, at + 1) && (dm_scan_is_comma(scan, at + 2) ||
                                              dm_scan_is_name(scan, at - 1))) ||
           (at >= 2 && dm_scan_is_name(scan, at - 1) &&
            dm_scan_is_comma(scan, at - 2));
}

/* What ends the look for a "that": a verb, another subject, a mark. */
static bool stops_look(const dm_scan *scan, uint32_t from, uint32_t at)
{
    const dm_word *word = &scan->words[at];
    bool comma = dm_scan_is_comma(scan, at) && !parts_place(scan, at);
    if (dm_extent_is_end_mark(scan, at) ||
        (comma && !opens_quote(scan, at + 1)) ||
        (word->classes & (DM_WORD_AUX | DM_WORD_VERB)) != 0 ||
        (word->cue != NULL && word->form == DM_FORM_ING))
        return true;
    return at == from
               ? !dm_scan_is_comma(scan, at) && !is_circumstance(scan, at)
               : (word->classes & DM_WORD_PRON) != 0;
}

/* `said as he left, "…"` */
static bool opens_aside_clause(const dm_scan *scan, uint32_t at)
{
    static const char *const words[] = { "as", "while", "when", "after",
                                         "before" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dm_scan_is(scan, at, words[i]))
            return dm_scan_has(scan, at + 1, DM_WORD_PRON | DM_WORD_DET) ||
                   dm_scan_is_name(scan, at + 1);
    return false;
}

/* Past ", without proof," where "that" follows; or `at`. */
static uint32_t skip_aside(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    if (at >= limit || !dm_scan_is_comma(scan, at) ||
        !dm_scan_has(scan, at + 1, DM_WORD_PREP | DM_WORD_ADVERB))
        return at;
    for (uint32_t i = at + 2; i < limit && i < at + PLACE_MAX; i++)
        if (dm_scan_is_comma(scan, i))
            return dm_scan_is(scan, i + 1, "that") ? i + 1 : at;
    return at;
}

/* A "that", a colon or a quotation that still belongs to the verb, past a
 * circumstance ("said in a statement on Monday that"). */
static dm_link look_ahead(uint32_t *begin, const dm_scan *scan, uint32_t at,
                          uint32_t limit)
{
    at = skip_aside(scan, at, limit);
    bool clause = opens_aside_clause(scan, at);
    for (uint32_t i = at; i < limit && i < at + LOOK_MAX; i++) {
        *begin = i;
        if (opens_quote(scan, i))
            return i == at || dm_scan_is_comma(scan, i - 1) ? DM_LINK_QUOTE
                                                            : DM_LINK_NONE;
        *begin = i + 1;
        if (opens_that(scan, at, i)) {
            *begin += dm_scan_is_comma(scan, i + 1);
            return DM_LINK_THAT;
        }
        if (dm_scan_is(scan, i, ":") && i + 1 < limit)
            return opens_quote(scan, i + 1) ? DM_LINK_QUOTE : DM_LINK_COLON;
        if (clause ? dm_extent_is_end_mark(scan, i) : stops_look(scan, at, i))
            break;
    }
    return DM_LINK_NONE;
}

static bool opens_question(const dm_scan *scan, uint32_t at)
{
    return dm_scan_is(scan, at, "what") || dm_scan_is(scan, at, "whether") ||
           dm_scan_is(scan, at, "why") || dm_scan_is(scan, at, "how");
}

static bool is_object(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    if (at >= limit || dm_scan_is(scan, at, "no"))
        return false;
    if (opens_quote(scan, at) || opens_question(scan, at) ||
        dm_scan_has(scan, at, DM_WORD_OBJ | DM_WORD_DET) ||
        is_possessed(scan, at))
        return true;
    return !dm_extent_is_mark(scan, at) &&
           !dm_scan_has(scan, at,
                        DM_WORD_PREP | DM_WORD_TIME | DM_WORD_CONJ |
                            DM_WORD_SUB | DM_WORD_AUX | DM_WORD_ADVERB);
}

static bool is_plain_verb(const dm_cue *cue)
{
    return dm_span_is(cue->lemma, "say") || dm_span_is(cue->lemma, "tell");
}

/* What is looked at while a content is sought. */
typedef struct search {
    const dm_scan *scan;
    const dm_site *site;
    uint32_t at;    // behind the verb
    uint32_t after; // behind the verb and its hearer
    uint32_t limit;
} search;

/* "called for …"; "pointed out" and "made clear" take a clause instead. */
static dm_link try_particle(uint32_t *begin, const search *s)
{
    if (!s->site->particle || dm_scan_is(s->scan, s->at - 1, "out") ||
        dm_scan_is(s->scan, s->at - 1, "clear") ||
        dm_scan_is(s->scan, s->at - 1, "it"))
        return DM_LINK_NONE;
    *begin = s->at;
    return s->at < s->limit && !dm_extent_is_mark(s->scan, s->at)
               ? DM_LINK_OBJECT
               : DM_LINK_OTHER;
}

static dm_link try_infinitive(uint32_t *begin, const search *s)
{
    *begin = skip_time(s->scan, s->at, s->limit);
    return (s->site->frames & DM_FRAME_TO) &&
                   dm_scan_is(s->scan, *begin, "to") &&
                   !dm_scan_kind(s->scan, *begin + 1, DM_TOKEN_NUMBER)
               ? DM_LINK_TO
               : DM_LINK_NONE;
}

static dm_link try_ahead(uint32_t *begin, const search *s)
{
    uint16_t frames = s->site->frames;
    if (!(frames & (DM_FRAME_CLAUSE | DM_FRAME_THAT | DM_FRAME_QUOTE)))
        return DM_LINK_NONE;
    dm_link link = look_ahead(begin, s->scan, s->after, s->limit);
    return link == DM_LINK_QUOTE && !(frames & DM_FRAME_QUOTE) ? DM_LINK_NONE
                                                               : link;
}

/* Past "in a statement on Thursday" to the pronoun that opens a clause; or
 * `at`. */
static uint32_t skip_place(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    if (!dm_scan_has(scan, at, DM_WORD_PLACE))
        return at;
    for (uint32_t i = at + 1; i < limit && i < at + PLACE_MAX; i++) {
        if (dm_scan_has(scan, i, DM_WORD_PRON) &&
            !dm_scan_has(scan, i, DM_WORD_REL) &&
            !dm_scan_has(scan, i - 1, DM_WORD_PREP | DM_WORD_SUB))
            return i;
        if (dm_extent_is_mark(scan, i) || scan->words[i].quote != 0 ||
            dm_scan_has(scan, i, DM_WORD_AUX | DM_WORD_SUB | DM_WORD_CONJ))
            break;
    }
    return at;
}

static dm_link try_clause(uint32_t *begin, const search *s)
{
    uint16_t frames = s->site->frames;
    if (!(frames & DM_FRAME_CLAUSE) ||
        ((frames & DM_FRAME_TELL) && s->after == s->at))
        return DM_LINK_NONE;
    *begin = skip_time(s->scan, s->after, s->limit);
    if (is_plain_verb(s->site->cue))
        *begin = skip_place(s->scan, *begin, s->limit);
    if (!opens_clause(s->scan, *begin, s->limit, s->site->relative))
        return DM_LINK_NONE;
    if (is_past(s->scan, *begin))
        return s->site->relative ? DM_LINK_BARE : DM_LINK_OTHER;
    if (is_plain_verb(s->site->cue) ||
        dm_extent_has_verb(s->scan, *begin, s->limit))
        return DM_LINK_BARE;
    return (frames & DM_FRAME_OBJECT) ? DM_LINK_OBJECT : DM_LINK_OTHER;
}

/* Past "at a conference" to the article of the object; or `at`. */
static uint32_t skip_to_object(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    if (!dm_scan_has(scan, at, DM_WORD_PLACE) || dm_scan_is(scan, at, "from"))
        return at;
    for (uint32_t i = at + 2; i < limit && i < at + PLACE_MAX; i++) {
        if (dm_scan_is(scan, i, "the") &&
            !dm_scan_has(scan, i - 1, DM_WORD_PREP | DM_WORD_DET))
            return i;
        if (!dm_scan_kind(scan, i, DM_TOKEN_WORD) ||
            dm_scan_has(scan, i,
                        DM_WORD_AUX | DM_WORD_VERB | DM_WORD_SUB |
                            DM_WORD_CONJ) ||
            is_past(scan, i) || dm_scan_is(scan, i, "to"))
            break;
    }
    return at;
}

static dm_link try_object(uint32_t *begin, const search *s)
{
    *begin = skip_time(s->scan, s->at, s->limit);
    *begin = skip_to_object(s->scan, *begin, s->limit);
    // A thing called by a name in marks is no statement.
    bool name =
        opens_quote(s->scan, s->at) && dm_span_is(s->site->cue->lemma, "call");
    return (s->site->frames & DM_FRAME_OBJECT) && !name &&
                   is_object(s->scan, *begin, s->limit)
               ? DM_LINK_OBJECT
               : DM_LINK_NONE;
}

/* "told them to wait". */
static dm_link try_order(uint32_t *begin, const search *s)
{
    *begin = s->after;
    return (s->site->frames & DM_FRAME_TELL) && s->after > s->at &&
                   dm_scan_is(s->scan, s->after, "to")
               ? DM_LINK_TO
               : DM_LINK_NONE;
}

static dm_link (*const tries[])(uint32_t *begin, const search *s) = {
    try_particle, try_infinitive, try_ahead, try_clause, try_object, try_order,
};

static dm_link find_begin(uint32_t *begin, const dm_scan *scan,
                          const dm_site *site, uint32_t limit)
{
    search s = { scan, site, site->words.end, site->words.end, limit };
    if ((site->frames & DM_FRAME_TELL) && is_object(scan, s.at, limit))
        s.after = skip_hearer(scan, s.at, limit);
    dm_link link = DM_LINK_NONE;
    for (size_t i = 0; link == DM_LINK_NONE && i < sizeof tries / sizeof *tries;
         i++)
        link = tries[i](begin, &s);
    return link;
}

/* A relative clause ends at its comma. */
static uint32_t first_comma(const dm_scan *scan, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end && i < begin + LOOK_MAX * 4; i++)
        if (scan->words[i].quote == 0 && dm_scan_is_comma(scan, i))
            return i;
    return end;
}

/* "blamed Rome by pointing out that …": the object ends before the other
 * speech. */
static uint32_t end_before_manner(const dm_scan *scan, uint32_t begin,
                                  uint32_t end)
{
    for (uint32_t i = begin + 1; i + 1 < end && i < begin + LOOK_MAX; i++) {
        const dm_word *next = &scan->words[i + 1];
        if (next->cue != NULL && next->form == DM_FORM_ING &&
            next->quote == 0 &&
            (dm_scan_is(scan, i, "by") || dm_scan_is(scan, i, "while") ||
             dm_scan_is(scan, i, "after") || dm_scan_is(scan, i, "before")))
            return i;
    }
    return end;
}

dm_link dm_link_after(dm_run *out, const dm_scan *scan, const dm_site *site,
                      uint32_t limit)
{
    uint32_t begin = limit;
    dm_link link = find_begin(&begin, scan, site, limit);
    if (link == DM_LINK_NONE)
        return link;
    uint32_t end = dm_extent_end(scan, begin, limit);
    end = dm_ending_choose(scan, site->verb, site->edge, (dm_run){ begin, end },
                           limit);
    if (site->relative && link == DM_LINK_BARE)
        end = first_comma(scan, begin, end);
    if (link == DM_LINK_OBJECT)
        end = end_before_manner(scan, begin, end);
    *out = (dm_run){ begin, end };
    return begin < end ? link : DM_LINK_NONE;
}

bool dm_link_is_content(dm_link link)
{
    return link != DM_LINK_NONE && link != DM_LINK_OTHER;
}

const char *dm_link_rule(dm_link link, bool particle)
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
