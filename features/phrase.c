/* phrase.c - see phrase.h.
 *
 * The walks are bounded, so that a page of a million words without a full stop
 * still takes linear time.
 */
#include "phrase.h"

enum {
    PHRASE_MAX = 25,  // tokens in a phrase
    ASIDE_MAX = 90,   // tokens between the subject and its verb
    BRACKET_MAX = 14, // tokens in a bracket
};

enum {
    OPENS_CLAUSE = DM_WORD_SUB | DM_WORD_REL,
    NO_NOUN = DM_WORD_OBJ | DM_WORD_AUX | DM_WORD_VERB | DM_WORD_NEG,
};

/* "-", "/", "&" and "." inside a name. */
static bool is_joint(const dm_scan *scan, size_t at)
{
    return dm_scan_kind(scan, at, DM_TOKEN_PUNCT) &&
           !dm_scan_is_dash(scan, at) &&
           (dm_scan_is(scan, at, "-") || dm_scan_is(scan, at, "/") ||
            dm_scan_is(scan, at, "&") || dm_scan_is(scan, at, "\u2013") ||
            dm_scan_is(scan, at, "\u2011") || dm_scan_is(scan, at, "@") ||
            dm_scan_is(scan, at, "#") || dm_scan_is(scan, at, "%"));
}

/* The token of the bracket that opens what `at` closes, or `at` itself. */
static uint32_t bracket_before(const dm_scan *scan, uint32_t floor, uint32_t at)
{
    if (!dm_scan_is(scan, at, ")") && !dm_scan_is(scan, at, "]"))
        return at;
    for (uint32_t i = at; i > floor && at - i < BRACKET_MAX; i--)
        if (dm_scan_is(scan, i - 1, "(") || dm_scan_is(scan, i - 1, "["))
            return i - 1;
    return at;
}

/* A finite verb, as far as closed classes and the form tell. */
static bool is_verb(const dm_scan *scan, size_t at)
{
    if (dm_scan_has(scan, at, NO_NOUN))
        return !dm_scan_is_name(scan, at);
    const dm_word *word = &scan->words[at];
    return word->cue != NULL && word->form == DM_FORM_PAST &&
           !dm_scan_flag(scan, at, DM_TOKEN_CAPITAL) &&
           !(at > 0 && is_joint(scan, at - 1)); // "self-described"
}

static bool is_phrase_word(const dm_scan *scan, size_t at)
{
    const dm_token *token = dm_scan_token(scan, at);
    if (token == NULL || scan->words[at].quote != 0)
        return false;
    if (token->kind == DM_TOKEN_SUFFIX || token->kind == DM_TOKEN_NUMBER)
        return true;
    if (token->kind == DM_TOKEN_PUNCT)
        return is_joint(scan, at);
    if (token->kind != DM_TOKEN_WORD || is_verb(scan, at))
        return false;
    if (dm_scan_is_name(scan, at))
        return true;
    return !dm_scan_has(scan, at, OPENS_CLAUSE | DM_WORD_PRON | DM_WORD_CONJ);
}

/* "and" that joins two names or two nouns, not two clauses. */
static bool joins_nouns(const dm_scan *scan, uint32_t floor, uint32_t at)
{
    if (!dm_scan_is(scan, at, "and") || at <= floor)
        return false;
    bool name = dm_scan_is_name(scan, at + 1);
    return is_phrase_word(scan, at - 1) &&
           !dm_scan_has(scan, at - 1, DM_WORD_TIME | DM_WORD_ADVERB) &&
           (name == dm_scan_is_name(scan, at - 1) ||
            dm_scan_has(scan, at + 1, DM_WORD_ROLE));
}

/* A preposition keeps the phrase together when a noun stands before it. */
static bool binds_nouns(const dm_scan *scan, uint32_t floor, uint32_t at)
{
    if (at <= floor || !is_phrase_word(scan, at - 1) ||
        dm_scan_has(scan, at - 1, DM_WORD_PREP | DM_WORD_ADVERB | DM_WORD_TIME))
        return false;
    if (dm_scan_is(scan, at, "of"))
        return true;
    return dm_scan_is(scan, at, "for") || dm_scan_is(scan, at, "with") ||
           dm_scan_is(scan, at, "from") || dm_scan_is(scan, at, "at") ||
           dm_scan_is(scan, at, "in") || dm_scan_is(scan, at, "on") ||
           dm_scan_is(scan, at, "to");
}

/* One step back from `at`: the token that now begins the phrase, or `at`. */
static uint32_t step_back(const dm_scan *scan, uint32_t floor, uint32_t at)
{
    uint32_t t = at - 1;
    uint32_t bracket = bracket_before(scan, floor, t);
    if (bracket != t)
        return bracket;
    if (dm_scan_has(scan, t, DM_WORD_CONJ))
        return joins_nouns(scan, floor, t) ? t : at;
    if (dm_scan_has(scan, t, DM_WORD_PREP) && !dm_scan_is_name(scan, t))
        return binds_nouns(scan, floor, t) ? t : at;
    if (dm_scan_has(scan, t, DM_WORD_TIME | DM_WORD_ADVERB) &&
        !dm_scan_is_name(scan, t - 1))
        return at;
    return is_phrase_word(scan, t) ? t : at;
}

/* Someone who can speak: a name, a role, or a noun with its determiner. */
static bool can_speak(const dm_scan *scan, dm_run run)
{
    bool noun = false, det = false;
    for (uint32_t i = run.begin; i < run.end; i++) {
        if (dm_scan_is_name(scan, i) ||
            dm_scan_has(scan, i, DM_WORD_ROLE | DM_WORD_MEDIA))
            return true;
        det |= dm_scan_has(scan, i, DM_WORD_DET) ||
               dm_scan_kind(scan, i, DM_TOKEN_NUMBER);
        noun |= dm_scan_kind(scan, i, DM_TOKEN_WORD) &&
                (scan->words[i].classes & ~(uint32_t)DM_WORD_NOUN) == 0;
    }
    return (det && noun) || dm_phrase_is_plural(scan, run);
}

static uint32_t skip_asides_back(const dm_scan *scan, uint32_t floor,
                                 uint32_t end)
{
    while (end > floor) {
        uint32_t t = end - 1;
        bool time = dm_scan_has(scan, t, DM_WORD_TIME | DM_WORD_ADVERB) ||
                    (dm_scan_kind(scan, t, DM_TOKEN_NUMBER) &&
                     dm_scan_has(scan, t - 1, DM_WORD_TIME));
        // "a report published Wednesday said"
        if (dm_scan_has(scan, t, DM_WORD_VERB) && end > floor + 1 &&
            dm_scan_has(scan, end, DM_WORD_TIME) &&
            dm_span_ends(dm_scan_token(scan, t)->folded, "ed"))
            time = true;
        bool on = dm_scan_has(scan, t, DM_WORD_PLACE) &&
                  (dm_scan_has(scan, end, DM_WORD_TIME));
        if (!time && !on)
            break;
        end = t;
    }
    return end;
}

/* The phrase that ends right before `end` (P1). */
static bool plain_before(dm_run *out, const dm_scan *scan, uint32_t floor,
                         uint32_t end)
{
    uint32_t begin = end;
    if (begin > floor && dm_scan_has(scan, begin - 1, DM_WORD_PRON) &&
        !dm_scan_is_name(scan, begin - 1) &&
        scan->words[begin - 1].quote == 0) {
        *out = (dm_run){ begin - 1, end };
        return true;
    }
    while (begin > floor && end - begin < PHRASE_MAX) {
        uint32_t next = step_back(scan, floor, begin);
        if (next == begin ||
            (begin == end && dm_scan_has(scan, next, DM_WORD_CONJ)))
            break;
        begin = next;
        // "… on imports The ministry": a headline ran into the sentence.
        if (begin > floor && dm_scan_has(scan, begin, DM_WORD_DET) &&
            dm_scan_flag(scan, begin, DM_TOKEN_CAPITAL) &&
            dm_scan_kind(scan, begin - 1, DM_TOKEN_WORD) &&
            !dm_scan_has(scan, begin - 1, DM_WORD_PREP))
            break;
    }
    while (begin < end &&
           (dm_scan_has(scan, begin,
                        DM_WORD_PREP | DM_WORD_CONJ | DM_WORD_ADVERB) ||
            dm_scan_kind(scan, begin, DM_TOKEN_SUFFIX) ||
            dm_scan_kind(scan, begin, DM_TOKEN_PUNCT)) &&
           !dm_scan_is_name(scan, begin))
        begin++;
    *out = (dm_run){ begin, end };
    return begin < end && can_speak(scan, *out);
}

/* What stands before a subject: the start, a mark, a conjunction; not a verb or
 * a preposition, whose object the phrase would be. */
static bool is_clause_edge(const dm_scan *scan, uint32_t floor, uint32_t begin)
{
    if (begin <= floor)
        return true;
    uint32_t t = begin - 1;
    if (scan->words[t].quote != 0)
        return true;
    if (!dm_scan_kind(scan, t, DM_TOKEN_WORD))
        return dm_scan_kind(scan, t, DM_TOKEN_PUNCT);
    const dm_word *word = &scan->words[t];
    if (word->cue != NULL && word->form == DM_FORM_PAST)
        return true; // ", said X, a Y, who added"
    return dm_scan_has(scan, t,
                       DM_WORD_CONJ | OPENS_CLAUSE | DM_WORD_ADVERB |
                           DM_WORD_TIME) &&
           !dm_scan_has(scan, t, DM_WORD_AUX);
}

/* A preposition that opens a clause: what follows is a circumstance. */
static bool opens_circumstance(const dm_scan *scan, uint32_t floor, uint32_t at)
{
    return dm_scan_has(scan, at, DM_WORD_PREP) &&
           !dm_scan_has(scan, at, DM_WORD_SUB) && !dm_scan_is(scan, at, "as") &&
           !dm_scan_is(scan, at, "about") &&
           (at == floor || !dm_scan_kind(scan, at - 1, DM_TOKEN_WORD));
}

/* "In a statement the ministry said", "In a speech Trump said": where the
 * subject begins behind the circumstance, or `end`. */
static uint32_t behind_circumstance(const dm_scan *scan, uint32_t begin,
                                    uint32_t end)
{
    for (uint32_t i = end - 1; i > begin; i--) {
        bool det = dm_scan_has(scan, i, DM_WORD_DET);
        bool name = dm_scan_is_name(scan, i) && !dm_scan_is_name(scan, i - 1) &&
                    scan->words[i - 1].classes == 0;
        if ((det || name) && !dm_scan_has(scan, i - 1, DM_WORD_PREP))
            return i;
    }
    return end;
}

/* The subject right before its verb: not the object of a preposition. */
static bool subject_before(dm_run *out, const dm_scan *scan, uint32_t floor,
                           uint32_t end)
{
    if (!plain_before(out, scan, floor, end))
        return false;
    if (out->begin > floor && opens_circumstance(scan, floor, out->begin - 1))
        out->begin = behind_circumstance(scan, out->begin, end);
    return out->begin < end;
}

static bool opens_aside(const dm_scan *scan, uint32_t at)
{
    return !dm_scan_has(scan, at, DM_WORD_PRON | DM_WORD_CONJ) ||
           dm_scan_has(scan, at, DM_WORD_REL);
}

static bool is_proper(const dm_scan *scan, dm_run run)
{
    return dm_scan_is_name(scan, run.end - 1) &&
           dm_scan_is_name(scan, run.begin);
}

/* "professor of X", "a researcher": what stands in an apposition. */
static bool is_apposition(const dm_scan *scan, dm_run run)
{
    return dm_scan_is(scan, run.begin, "a") ||
           dm_scan_is(scan, run.begin, "an") ||
           (dm_scan_has(scan, run.begin, DM_WORD_ROLE) &&
            !dm_scan_flag(scan, run.begin, DM_TOKEN_CAPITAL));
}

/* The subject of an aside that ends in the comma at `comma` (P2): the nearest
 * phrase that may be one, or a name a comma further up. */
static bool before_aside(dm_run *out, const dm_scan *scan, uint32_t floor,
                         uint32_t comma)
{
    bool found = false, dash = dm_scan_is_dash(scan, comma);
    for (uint32_t k = comma; k > floor && comma - k < ASIDE_MAX; k--) {
        uint32_t t = k - 1;
        if (scan->words[t].quote != 0 || dm_scan_is(scan, t, ";") ||
            dm_scan_is(scan, t, ":"))
            break;
        dm_run run;
        if (!(dash ? dm_scan_is_dash(scan, t) : dm_scan_is_comma(scan, t)) ||
            !opens_aside(scan, k) || !plain_before(&run, scan, floor, t) ||
            !is_clause_edge(scan, floor, run.begin))
            continue;
        if (found && !is_proper(scan, run))
            break;
        *out = run;
        found = true;
        if (is_proper(scan, run) || dm_scan_has(scan, run.begin, DM_WORD_PRON))
            break;
    }
    return found;
}

/* ", who said": the name before an apposition, else the phrase right there. */
static bool before_relative(dm_run *out, const dm_scan *scan, uint32_t floor,
                            uint32_t comma)
{
    dm_run near;
    bool plain = comma > floor && plain_before(&near, scan, floor, comma);
    bool aside = dm_scan_is_dash(scan, comma) || !plain ||
                 is_apposition(scan, near) ||
                 (near.begin > floor && dm_scan_is_comma(scan, near.begin - 1));
    if (aside && before_aside(out, scan, floor, comma))
        return true;
    *out = plain ? near : *out;
    return plain;
}

bool dm_phrase_before(dm_run *out, uint32_t *edge, const dm_scan *scan,
                      uint32_t floor, uint32_t end)
{
    if (end <= floor)
        return false;
    uint32_t t = end - 1;
    bool found = false;
    if (dm_scan_is_comma(scan, t) || dm_scan_is_dash(scan, t)) {
        // "Jack Reed (D-R.I.), said": a comma that nothing opened.
        found = before_aside(out, scan, floor, t) ||
                (plain_before(out, scan, floor, t) && out->begin == floor &&
                 dm_scan_is_name(scan, floor));
    } else if (dm_scan_has(scan, t, DM_WORD_REL) &&
               !dm_scan_is(scan, t, "that")) {
        bool aside = t > floor && (dm_scan_is_comma(scan, t - 1) ||
                                   dm_scan_is_dash(scan, t - 1));
        found = aside ? before_relative(out, scan, floor, t - 1)
                      : t > floor && plain_before(out, scan, floor, t);
    } else {
        uint32_t core = skip_asides_back(scan, floor, end);
        if (core > floor && core < end && dm_scan_is_comma(scan, core - 1))
            return dm_phrase_before(out, edge, scan, core - 1, core) ||
                   (found = before_aside(out, scan, floor, core - 1),
                    *edge = out->begin, found);
        found = core > floor && subject_before(out, scan, floor, core);
        dm_run name;
        uint32_t comma = found ? out->begin : floor;
        if (comma > floor + 1 && dm_scan_is_comma(scan, comma - 1) &&
            is_apposition(scan, *out) &&
            plain_before(&name, scan, floor, comma - 1) &&
            is_proper(scan, name) && is_clause_edge(scan, floor, name.begin))
            *out = name;
    }
    if (found)
        *edge = out->begin;
    return found;
}

bool dm_phrase_after(dm_run *out, const dm_scan *scan, uint32_t at,
                     uint32_t limit)
{
    uint32_t end = at;
    if (dm_scan_has(scan, at, DM_WORD_PRON | DM_WORD_OBJ) && at < limit &&
        !dm_scan_is_name(scan, at) && !dm_scan_has(scan, at, DM_WORD_DET)) {
        *out = (dm_run){ at, at + 1 };
        return true;
    }
    while (end < limit && end - at < PHRASE_MAX) {
        bool of = (end > at && dm_scan_is(scan, end, "of")) ||
                  (dm_scan_is(scan, end, "for") &&
                   dm_scan_has(scan, end - 1, DM_WORD_ROLE));
        if (dm_scan_has(scan, end, DM_WORD_CONJ)) {
            if (end == at || !joins_nouns(scan, at, end))
                break;
        } else if (!is_phrase_word(scan, end) ||
                   (dm_scan_has(scan, end,
                                DM_WORD_TIME | DM_WORD_PREP | DM_WORD_ADVERB) &&
                    !of && !dm_scan_is_name(scan, end) &&
                    !(end > at && dm_scan_is_name(scan, end - 1) &&
                      dm_scan_flag(scan, end, DM_TOKEN_CAPITAL) &&
                      !dm_scan_is(scan, end, "monday")))) {
            break;
        }
        end++;
    }
    *out = (dm_run){ at, end };
    return end > at && can_speak(scan, *out);
}

bool dm_phrase_leading(dm_run *out, const dm_scan *scan, uint32_t at,
                       uint32_t limit)
{
    uint32_t begin = at;
    bool aside = dm_scan_has(scan, at,
                             DM_WORD_PREP | DM_WORD_SUB | DM_WORD_ADVERB |
                                 DM_WORD_TIME) ||
                 dm_span_ends(dm_scan_token(scan, at)->folded, "ing");
    for (uint32_t i = at; aside && i < limit && i < at + ASIDE_MAX; i++)
        if (dm_scan_is_comma(scan, i)) {
            begin = i + 1;
            break;
        }
    while (begin < limit && dm_scan_has(scan, begin, DM_WORD_CONJ))
        begin++;
    bool found = dm_phrase_after(out, scan, begin, limit);
    for (uint32_t i = out->begin + 2; i < out->end; i++)
        if (dm_span_ends(dm_scan_token(scan, i)->folded, "ed") &&
            !dm_scan_flag(scan, i, DM_TOKEN_CAPITAL))
            out->end = i;
    return found;
}

/* Plural without "-s". */
static bool is_plural_word(dm_span word)
{
    static const char *const words[] = { "people", "police", "others",
                                         "some",   "many",   "women",
                                         "men",    "most",   "few" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dm_span_is(word, words[i]))
            return true;
    return word.len > 3 && dm_span_ends(word, "s") && !dm_span_ends(word, "ss");
}

bool dm_phrase_is_plural(const dm_scan *scan, dm_run phrase)
{
    if (phrase.begin >= phrase.end)
        return false;
    uint32_t last = phrase.end - 1;
    if (dm_scan_has(scan, last, DM_WORD_PRON) && !dm_scan_is_name(scan, last))
        return !dm_scan_is(scan, last, "he") &&
               !dm_scan_is(scan, last, "she") && !dm_scan_is(scan, last, "it");
    for (uint32_t i = phrase.begin; i < phrase.end; i++)
        if (dm_scan_is(scan, i, "and"))
            return true;
    return is_plural_word(dm_scan_token(scan, last)->folded);
}

bool dm_phrase_is_media(const dm_scan *scan, dm_run phrase)
{
    for (uint32_t i = phrase.begin; i < phrase.end; i++)
        if (dm_scan_has(scan, i, DM_WORD_MEDIA))
            return true;
    return false;
}
