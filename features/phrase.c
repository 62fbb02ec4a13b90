/* phrase.c - see phrase.h.
 *
 * The walks are bounded, so that a page of a million words without a full stop
 * still takes linear time.
 */
#include "phrase.h"

enum {
    PHRASE_MAX = 25,  // tokens in a phrase
    LEADING_MAX = 90, // tokens before the subject of a sentence
    BRACKET_MAX = 14, // tokens in a bracket
};

static const uint32_t NOUNS = DM_WORD_NOUN | DM_WORD_DOCUMENT;

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
        return !dm_scan_is_name(scan, at) &&
               !dm_span_ends(dm_scan_token(scan, at)->folded,
                             "self"); // "Xi himself"
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
            dm_scan_has(scan, at + 1, DM_WORD_ROLE) ||
            dm_scan_is(scan, at + 1, "others") ||
            (dm_scan_has(scan, at - 1, DM_WORD_ROLE) && // "… and US senator"
             dm_scan_has(scan, at + 2, DM_WORD_ROLE)));
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
           dm_scan_is(scan, at, "like") || dm_scan_is(scan, at, "from") ||
           dm_scan_is(scan, at, "at") || dm_scan_is(scan, at, "in") ||
           dm_scan_is(scan, at, "on") || dm_scan_is(scan, at, "to");
}

/* "the seasoned, outspoken envoy" */
static bool is_adjective_comma(const dm_scan *scan, uint32_t floor, uint32_t at)
{
    return dm_scan_is_comma(scan, at) && at >= floor + 2 &&
           (dm_scan_is(scan, at - 2, "the") || dm_scan_is(scan, at - 2, "a") ||
            dm_scan_is(scan, at - 2, "an")) &&
           (at == floor + 2 ||
            !dm_scan_has(scan, at - 3, DM_WORD_PREP | DM_WORD_VERB)) &&
           dm_scan_kind(scan, at - 1, DM_TOKEN_WORD) &&
           scan->words[at - 1].classes == 0 && !dm_scan_is_name(scan, at - 1) &&
           !dm_scan_has(scan, at + 1, DM_WORD_DET | DM_WORD_PRON) &&
           !dm_scan_is_name(scan, at + 1);
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
    if (dm_scan_has(scan, t, DM_WORD_ADVERB) && t > floor &&
        dm_scan_has(scan, t - 1, DM_WORD_DET))
        return t; // "a strongly worded letter"
    if (is_adjective_comma(scan, floor, t))
        return t;
    if (dm_scan_has(scan, t, DM_WORD_TIME | DM_WORD_ADVERB) &&
        !dm_scan_is_name(scan, t - 1) &&
        !(t > floor && is_joint(scan, t - 1))) // "the 71-year-old envoy"
        return at;
    return is_phrase_word(scan, t) ? t : at;
}

/* "another", "everyone": a word that speaks without a noun. */
static bool is_somebody(const dm_scan *scan, dm_run run)
{
    static const char *const words[] = { "another",  "one",     "each",
                                         "neither",  "someone", "everyone",
                                         "somebody", "nobody",  "everybody",
                                         "anyone",   "none" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dm_scan_is(scan, run.end - 1, words[i]))
            return true;
    return false;
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
                (scan->words[i].classes & ~NOUNS) == 0;
    }
    return (det && noun) || dm_phrase_is_plural(scan, run) ||
           is_somebody(scan, run);
}

static bool has_and(const dm_scan *scan, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        if (dm_scan_is(scan, i, "and"))
            return true;
    return false;
}

/* Where the names that end before the comma at `comma` begin. */
static uint32_t names_before(const dm_scan *scan, uint32_t floor,
                             uint32_t comma)
{
    uint32_t first = comma;
    while (first > floor && dm_scan_is_name(scan, first - 1) &&
           !dm_scan_has(scan, first - 1, DM_WORD_TIME))
        first--;
    bool det = first < comma && first > floor &&
               dm_scan_has(scan, first - 1, DM_WORD_DET);
    return det ? first - 1 : first;
}

/* "Vera Holt, Tom Cray | and Lu Feng": over the names of a list, when it opens
 * the sentence or follows a circumstance; else those may be another's. */
static uint32_t over_names(const dm_scan *scan, uint32_t floor, uint32_t begin,
                           uint32_t end)
{
    uint32_t at = begin;
    bool serial = begin > floor + 2 && dm_scan_is(scan, begin - 1, "and") &&
                  dm_scan_is_comma(scan, begin - 2); // "Cray, and Lu Feng"
    bool list =
        dm_scan_is_name(scan, begin) && (serial || has_and(scan, begin, end));
    bool aside = dm_scan_has(scan, floor, DM_WORD_PREP | DM_WORD_SUB);
    if (list && serial)
        at--;
    while (list && at > floor + 1 && dm_scan_is_comma(scan, at - 1)) {
        uint32_t first = names_before(scan, floor, at - 1);
        if (first == at - 1)
            break;
        at = first;
        if (at == floor || (aside && dm_scan_is_comma(scan, at - 1)))
            begin = at;
    }
    return begin;
}

static bool is_article(const dm_scan *scan, uint32_t at)
{
    return dm_scan_is(scan, at, "the") || dm_scan_is(scan, at, "a") ||
           dm_scan_is(scan, at, "an");
}

/* The phrase that ends right before `end` (P1). */
bool dm_phrase_plain(dm_run *out, const dm_scan *scan, uint32_t floor,
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
        // "sent | a letter"
        if (begin > floor && is_article(scan, begin) &&
            !dm_scan_has(scan, begin - 1,
                         DM_WORD_PREP | DM_WORD_CONJ | DM_WORD_DET) &&
            !dm_scan_is(scan, begin - 1, "half") &&
            dm_scan_kind(scan, begin - 1, DM_TOKEN_WORD))
            break;
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
    if (begin < end)
        begin = over_names(scan, floor, begin, end);
    *out = (dm_run){ begin, end };
    return begin < end && can_speak(scan, *out);
}

/* Does the phrase from `begin` go on with the token at `at`? */
static bool goes_on(const dm_scan *scan, uint32_t begin, uint32_t at)
{
    if (dm_scan_has(scan, at, DM_WORD_CONJ))
        return at > begin && joins_nouns(scan, begin, at);
    if (!is_phrase_word(scan, at))
        return false;
    // "told reporters | the ships were safe"
    if (at > begin && dm_scan_has(scan, at, DM_WORD_DET) &&
        !dm_scan_is_name(scan, at) &&
        !dm_scan_has(scan, at - 1, DM_WORD_PREP | DM_WORD_DET))
        return false;
    if (dm_scan_is_name(scan, at) ||
        !dm_scan_has(scan, at, DM_WORD_TIME | DM_WORD_PREP | DM_WORD_ADVERB))
        return true;
    if (at == begin)
        return false;
    if (dm_scan_is(scan, at, "of") && // "accused by Rome of plotting"
        dm_scan_kind(scan, at + 1, DM_TOKEN_WORD) &&
        dm_span_ends(dm_scan_token(scan, at + 1)->folded, "ing") &&
        !dm_scan_flag(scan, at + 1, DM_TOKEN_CAPITAL))
        return false;
    return dm_scan_is(scan, at, "of") ||
           dm_scan_kind(scan, at + 1, DM_TOKEN_SUFFIX) || // "USA Today's"
           (dm_scan_is(scan, at, "for") &&
            dm_scan_has(scan, at - 1, DM_WORD_ROLE)) ||
           (dm_scan_has(scan, at, DM_WORD_ADVERB) &&
            (dm_scan_has(scan, at - 1, DM_WORD_DET) ||
             dm_scan_is(scan, at + 1, "-"))); // "well-connected"
}

/* The same behind the verb: "said Vera Holt |, Tom Cray and Lu Feng". */
static uint32_t over_names_behind(const dm_scan *scan, uint32_t end,
                                  uint32_t limit)
{
    uint32_t at = end;
    while (at < limit && at - end < PHRASE_MAX && dm_scan_is_comma(scan, at)) {
        uint32_t last = at + 1;
        bool final = at > end && dm_scan_is(scan, last, "and");
        last += final;
        uint32_t first = last;
        while (last < limit && dm_scan_is_name(scan, last))
            last++;
        if (last == first)
            break;
        if (!final && dm_scan_is(scan, last, "and") &&
            dm_scan_is_name(scan, last + 1)) {
            final = true;
            for (last++; last < limit && dm_scan_is_name(scan, last);)
                last++;
        }
        if (final)
            return last;
        at = last;
    }
    return end;
}

bool dm_phrase_after(dm_run *out, const dm_scan *scan, uint32_t at,
                     uint32_t limit)
{
    uint32_t end = at;
    if (at < limit && dm_scan_has(scan, at, DM_WORD_PRON | DM_WORD_OBJ) &&
        !dm_scan_is_name(scan, at) && !dm_scan_has(scan, at, DM_WORD_DET)) {
        *out = (dm_run){ at, at + 1 };
        return true;
    }
    while (end < limit && end - at < PHRASE_MAX && goes_on(scan, at, end))
        end++;
    if (end > at && dm_scan_is_name(scan, end - 1))
        end = over_names_behind(scan, end, limit);
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
    for (uint32_t i = at; aside && i < limit && i < at + LEADING_MAX; i++)
        if (dm_scan_is_comma(scan, i)) {
            begin = i + 1;
            break;
        }
    while (begin < limit && dm_scan_has(scan, begin, DM_WORD_CONJ))
        begin++;
    bool found = dm_phrase_after(out, scan, begin, limit);
    for (uint32_t i = out->begin + 1; i < out->end; i++)
        if (dm_span_ends(dm_scan_token(scan, i)->folded, "ed") &&
            !dm_scan_flag(scan, i, DM_TOKEN_CAPITAL) &&
            !dm_scan_has(scan, i - 1, DM_WORD_DET))
            out->end = i;
    return found;
}

/* Plural without "-s". */
static bool is_plural_word(dm_span word)
{
    static const char *const words[] = {
        "people", "police",  "others",   "some",     "many", "women",
        "men",    "most",    "few",      "several",  "both", "half",
        "third",  "quarter", "majority", "minority", "rest", "percent",
        "%",      "those",   "two",      "three",    "four", "five",
        "six",    "seven",   "eight",    "nine",     "ten",  "staff",
        "number", "couple",  "each",     "all",
    };
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
    if (dm_scan_kind(scan, last, DM_TOKEN_NUMBER))
        return dm_scan_token(scan, last)->folded.len < 4; // no year
    for (uint32_t i = phrase.begin; i < phrase.end; i++) {
        if (i > phrase.begin && dm_scan_has(scan, i, DM_WORD_PREP))
            break; // "leaders of the party", "sources close to her"
        if (is_plural_word(dm_scan_token(scan, i)->folded) &&
            !dm_scan_kind(scan, i + 1, DM_TOKEN_SUFFIX))
            return true;
    }
    return is_plural_word(dm_scan_token(scan, last)->folded);
}

bool dm_phrase_is_media(const dm_scan *scan, dm_run phrase)
{
    for (uint32_t i = phrase.begin; i < phrase.end; i++)
        if (dm_scan_has(scan, i, DM_WORD_MEDIA))
            return true;
    return false;
}
