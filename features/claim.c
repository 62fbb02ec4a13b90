/* claim.c - nouns of speech with what was said: "its claim that …", "a promise
 * by Beijing to …" (R11).
 *
 * The noun must tell whose it is: by a possessive, by "by", or by a verb that
 * makes a statement of it ("renewed the call for …"). Where it stands as a
 * subject, its content ends before the sentence's own verb.
 */
#include "reading.h"

#include "extent.h"
#include "phrase.h"

enum {
    ADJECTIVES_MAX = 3, // between the possessive and its noun
    HEARER_MAX = 8,     // tokens of "to Rome"
    CLAUSE_MAX = 60,    // tokens before the sentence's own verb
};

/* Sorted by bytes. */
typedef struct speech_noun {
    dm_span word;
    const char *links; // what opens its content
} speech_noun;

static const speech_noun nouns[] = {
    // clang-format off
    { DM_SPAN("accusation"), "that of" }, { DM_SPAN("acknowledgment"), "that of" },
    { DM_SPAN("admission"), "that of" }, { DM_SPAN("allegation"), "that of" },
    { DM_SPAN("announcement"), "that of" }, { DM_SPAN("argument"), "that" },
    { DM_SPAN("assertion"), "that" }, { DM_SPAN("assurance"), "that" },
    { DM_SPAN("call"), "for to on" }, { DM_SPAN("claim"), "that of" },
    { DM_SPAN("comment"), "that" }, { DM_SPAN("complaint"), "that about" },
    { DM_SPAN("conclusion"), "that" }, { DM_SPAN("condemnation"), "of" },
    { DM_SPAN("contention"), "that" }, { DM_SPAN("criticism"), "of that" },
    { DM_SPAN("declaration"), "that of" }, { DM_SPAN("demand"), "that" },
    { DM_SPAN("denial"), "that of" }, { DM_SPAN("insistence"), "that on" },
    { DM_SPAN("offer"), "to" }, { DM_SPAN("plea"), "for to" },
    { DM_SPAN("pledge"), "to that of" }, { DM_SPAN("position"), "that" },
    { DM_SPAN("praise"), "for of" }, { DM_SPAN("prediction"), "that of" },
    { DM_SPAN("promise"), "to that of" }, { DM_SPAN("proposal"), "to for that" },
    { DM_SPAN("remark"), "that" }, { DM_SPAN("reminder"), "that" },
    { DM_SPAN("request"), "to that" }, { DM_SPAN("stance"), "that" },
    { DM_SPAN("statement"), "that" }, { DM_SPAN("suggestion"), "that" },
    { DM_SPAN("testimony"), "that" }, { DM_SPAN("threat"), "to" },
    { DM_SPAN("vow"), "to that" }, { DM_SPAN("warning"), "that against of" },
    // clang-format on
};

/* The noun at `at`, in the plural or not, before what may open its content. */
static const speech_noun *find_noun(const dm_scan *scan, uint32_t at)
{
    if (!dm_scan_kind(scan, at, DM_TOKEN_WORD) ||
        !dm_scan_has(scan, at + 1, DM_WORD_PREP | DM_WORD_SUB))
        return NULL;
    dm_span word = dm_scan_token(scan, at)->folded;
    if (word.len > 1 && word.data[word.len - 1] == 's')
        word.len--;
    size_t low = 0, high = sizeof nouns / sizeof *nouns;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = dm_span_compare(word, nouns[middle].word);
        if (order == 0)
            return &nouns[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* Is the token at `at` one of the words of a list with spaces between? */
static bool is_in(const dm_scan *scan, uint32_t at, const char *list)
{
    for (const char *word = list; *word != '\0';) {
        size_t len = strcspn(word, " ");
        const dm_token *token = dm_scan_token(scan, at);
        if (token != NULL &&
            dm_span_equal(token->folded, (dm_span){ word, len }))
            return true;
        word += len + (word[len] == ' ');
    }
    return false;
}

/* Verbs that make a statement of the noun behind them. */
static bool is_maker(const dm_scan *scan, uint32_t at)
{
    return is_in(scan, at,
                 "made make makes making issued issues releases released "
                 "repeated repeats reiterated reiterates renewed renews "
                 "offered offers voiced delivered sent gave");
}

/* "respond to | The Herald's", "solidify | Holt's": where the owner begins. */
static uint32_t trim_owner(const dm_scan *scan, dm_run owner)
{
    uint32_t at = owner.end - 1;
    bool name = dm_scan_is_name(scan, at);
    while (at > owner.begin) {
        uint32_t t = at - 1;
        if (dm_scan_has(scan, t, DM_WORD_DET))
            return t;
        if (name ? !dm_scan_is_name(scan, t) &&
                       !dm_scan_has(scan, t, DM_WORD_ROLE | DM_WORD_MEDIA)
                 : dm_scan_has(scan, t, DM_WORD_PREP))
            break;
        at = t;
    }
    return at;
}

/* Whose claim it is: "Beijing's claim", "its repeated claim", "renewed the
 * claim". `*begin` is where the noun phrase begins. */
static bool find_owner(dm_run *out, uint32_t *begin, const dm_reading *r,
                       uint32_t at)
{
    const dm_scan *scan = r->scan;
    uint32_t edge;
    for (uint32_t i = at; i > r->run.begin && i + ADJECTIVES_MAX >= at; i--) {
        uint32_t t = i - 1;
        *begin = t;
        if (dm_scan_kind(scan, t, DM_TOKEN_SUFFIX)) {
            bool found = dm_phrase_plain(out, scan, r->run.begin, t);
            out->begin = trim_owner(scan, *out);
            *begin = out->begin;
            return found;
        }
        *out = (dm_run){ t, i };
        if (dm_scan_has(scan, t, DM_WORD_POSS))
            return true;
        if (dm_scan_has(scan, t, DM_WORD_DET))
            return t > r->run.begin && is_maker(scan, t - 1) &&
                   dm_phrase_before(out, &edge, scan, r->run.begin, t - 1);
        if (!dm_scan_kind(scan, t, DM_TOKEN_WORD) ||
            scan->words[t].quote != 0 ||
            dm_scan_has(scan, t, DM_WORD_PREP | DM_WORD_AUX | DM_WORD_CONJ))
            break;
    }
    return false;
}

static bool is_finite(const dm_scan *scan, uint32_t at)
{
    const dm_word *word = &scan->words[at];
    if (dm_scan_has(scan, at, DM_WORD_AUX | DM_WORD_VERB))
        return !dm_scan_has(scan, at, DM_WORD_PRON | DM_WORD_TIME);
    return dm_scan_kind(scan, at, DM_TOKEN_WORD) &&
           !dm_scan_flag(scan, at, DM_TOKEN_CAPITAL) &&
           !dm_scan_has(scan, at - 1, DM_WORD_DET | DM_WORD_PREP) &&
           ((word->cue != NULL && word->form == DM_FORM_PAST) ||
            dm_span_ends(dm_scan_token(scan, at)->folded, "ed"));
}

/* Past a verb with its helpers: "had not been sold". */
static uint32_t skip_group(const dm_scan *scan, uint32_t at, uint32_t end)
{
    while (at < end &&
           dm_scan_has(scan, at, DM_WORD_AUX | DM_WORD_NEG | DM_WORD_ADVERB))
        at++;
    return at < end && is_finite(scan, at) ? at + 1 : at;
}

/* Where the sentence's own verb follows what a noun in front of it says, or
 * the content's end. */
static uint32_t find_main_verb(const dm_scan *scan, dm_run content, bool clause)
{
    uint32_t at = content.begin;
    bool fresh = clause; // a verb of the content's own is due
    for (; at < content.end && at < content.begin + CLAUSE_MAX; at++) {
        if (scan->words[at].quote != 0)
            continue;
        if (dm_scan_has(scan, at, DM_WORD_SUB | DM_WORD_REL | DM_WORD_CONJ) ||
            dm_scan_is(scan, at, "to"))
            fresh = true;
        if (!is_finite(scan, at))
            continue;
        if (!fresh)
            return at;
        fresh = false;
        at = skip_group(scan, at, content.end) - 1;
    }
    return content.end;
}

/* Does the phrase that begins at `at` open its clause? */
static bool is_subject(const dm_reading *r, uint32_t at)
{
    return at <= r->run.begin || dm_scan_is_comma(r->scan, at - 1) ||
           dm_scan_has(r->scan, at - 1, DM_WORD_SUB | DM_WORD_CONJ);
}

/* "In response to Holt's call for talks, …": no comma stands before it. */
static bool is_in_front(const dm_reading *r, uint32_t at)
{
    if (!dm_scan_has(r->scan, r->run.begin, DM_WORD_PREP | DM_WORD_SUB))
        return false;
    for (uint32_t i = r->run.begin; i < at; i++)
        if (i > r->run.begin + CLAUSE_MAX || dm_scan_is_comma(r->scan, i))
            return false;
    return true;
}

static uint32_t first_comma(const dm_scan *scan, dm_run run)
{
    for (uint32_t i = run.begin; i < run.end; i++)
        if (scan->words[i].quote == 0 && dm_scan_is_comma(scan, i))
            return i;
    return run.end;
}

/* "its proposal to Rome to …", but not "its promise to the world": moves from
 * a "to" to the one that a verb follows. */
static bool find_infinitive(uint32_t *to, const dm_scan *scan, uint32_t limit)
{
    for (uint32_t i = *to; i + 1 < limit && i < *to + HEARER_MAX; i++)
        if (dm_scan_is(scan, i, "to") && !dm_scan_is_name(scan, i + 1) &&
            !dm_scan_has(scan, i + 1,
                         DM_WORD_DET | DM_WORD_OBJ | DM_WORD_PREP)) {
            *to = i;
            return dm_scan_kind(scan, i + 1, DM_TOKEN_WORD) ||
                   dm_scan_kind(scan, i + 1, DM_TOKEN_QUOTE);
        }
    return false;
}

demarche_status dm_claim_read(bool *read, dm_reading *r, uint32_t at)
{
    const dm_scan *scan = r->scan;
    const speech_noun *noun = find_noun(scan, at);
    dm_run source, agent;
    uint32_t begin = at, link = at + 1;
    *read = false;
    if (noun == NULL || at < r->held)
        return DEMARCHE_OK;
    bool owned = find_owner(&source, &begin, r, at);
    if (dm_scan_is(scan, link, "by") &&
        dm_phrase_after(&agent, scan, link + 1, r->run.end)) {
        source = agent;
        link = agent.end;
        owned = true;
    }
    if (!owned || !is_in(scan, link, noun->links))
        return DEMARCHE_OK;
    bool to = dm_scan_is(scan, link, "to");
    if (to && !find_infinitive(&link, scan, r->run.end))
        return DEMARCHE_OK;
    dm_run content = { link + !to, 0 };
    content.end = dm_extent_end(scan, content.begin, r->run.end);
    if (is_subject(r, begin))
        content.end =
            find_main_verb(scan, content, dm_scan_is(scan, link, "that"));
    else if (is_in_front(r, at))
        content.end = first_comma(scan, content);
    if (content.begin >= content.end)
        return DEMARCHE_OK;
    *read = true;
    return dm_reading_add(NULL, r, "R11", source, (dm_run){ at, at + 1 },
                          content);
}
