/* aside.c - from a verb back to its subject, over what stands between them:
 * appositions, asides, relative clauses, circumstances (P2, P3). */
#include "phrase.h"

enum {
    ASIDE_MAX = 90,       // tokens between the subject and its verb
    COMMAS_MAX = 6,       // commas between them that are looked behind
    DESCRIPTION_MAX = 40, // tokens in a subject with what describes it
};

static uint32_t skip_asides_back(const dm_scan *scan, uint32_t floor,
                                 uint32_t end)
{
    while (end > floor) {
        uint32_t t = end - 1;
        bool time = dm_scan_has(scan, t, DM_WORD_TIME | DM_WORD_ADVERB) ||
                    (dm_scan_kind(scan, t, DM_TOKEN_NUMBER) &&
                     dm_scan_has(scan, t - 1, DM_WORD_TIME));
        // "a report published Wednesday said"
        if (end > floor + 1 && dm_scan_has(scan, end, DM_WORD_TIME) &&
            scan->words[t].cue == NULL &&
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
                       DM_WORD_CONJ | DM_WORD_SUB | DM_WORD_REL |
                           DM_WORD_ADVERB | DM_WORD_TIME) &&
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
    if (!dm_phrase_plain(out, scan, floor, end))
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

/* "interviewed", in small letters. */
static bool is_past(const dm_scan *scan, uint32_t at)
{
    return dm_scan_kind(scan, at, DM_TOKEN_WORD) &&
           scan->words[at].cue == NULL &&
           dm_span_ends(dm_scan_token(scan, at)->folded, "ed") &&
           !dm_scan_flag(scan, at, DM_TOKEN_CAPITAL);
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
    int commas = 0;
    for (uint32_t k = comma; k > floor && comma - k < ASIDE_MAX; k--) {
        uint32_t t = k - 1;
        if (scan->words[t].quote != 0 || dm_scan_is(scan, t, ";") ||
            dm_scan_is(scan, t, ":"))
            break;
        dm_run run;
        if (!(dash ? dm_scan_is_dash(scan, t) : dm_scan_is_comma(scan, t)))
            continue;
        if (++commas > COMMAS_MAX)
            break;
        if (!(opens_aside(scan, k) || (dash && dm_scan_is(scan, k, "and"))) ||
            !dm_phrase_plain(&run, scan, floor, t) ||
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
    bool plain = comma > floor && dm_phrase_plain(&near, scan, floor, comma);
    bool aside = dm_scan_is_dash(scan, comma) || !plain ||
                 is_apposition(scan, near) ||
                 (near.begin > floor && dm_scan_is_comma(scan, near.begin - 1));
    if (aside && before_aside(out, scan, floor, comma))
        return true;
    *out = plain ? near : *out;
    return plain;
}

static bool is_role(const dm_scan *scan, uint32_t at)
{
    return dm_scan_has(scan, at, DM_WORD_ROLE | DM_WORD_MEDIA);
}

/* "people familiar with the matter said", "a person who was briefed on it
 * said", "a report issued by scholars said": the phrase that opens behind the
 * last comma, where what is nearest to the verb only describes it. */
static bool before_description(dm_run *out, const dm_scan *scan, uint32_t floor,
                               uint32_t end)
{
    uint32_t begin = end;
    while (begin > floor && end - begin < DESCRIPTION_MAX &&
           scan->words[begin - 1].quote == 0 &&
           !dm_scan_is_comma(scan, begin - 1))
        begin--;
    if (begin > floor && !dm_scan_is_comma(scan, begin - 1))
        return false;
    while (begin < end && dm_scan_has(scan, begin, DM_WORD_CONJ | DM_WORD_SUB))
        begin++; // "But people who …"
    if (!dm_phrase_after(out, scan, begin, end) || out->end >= end)
        return false;
    bool who = dm_scan_has(scan, out->end, DM_WORD_REL);
    while (!who && out->end > out->begin && !is_role(scan, out->end - 1))
        out->end--;
    if (out->begin == out->end)
        return false;
    for (uint32_t i = out->end; i < end && !who; i++)
        if (dm_scan_has(scan, i, DM_WORD_AUX | DM_WORD_SUB | DM_WORD_PRON))
            return false;
    return true;
}

/* "The judges who ruled that …, for instance, said", "veterans interviewed in
 * Ohio, including Mr. Holt, said": the phrase at the clause's begin, where all
 * up to the verb describes it. */
static bool before_long(dm_run *out, const dm_scan *scan, uint32_t floor,
                        uint32_t comma)
{
    if (comma - floor > ASIDE_MAX + 3)
        return false; // the clause's begin is out of reach
    uint32_t begin = comma;
    while (begin > floor && comma - begin < ASIDE_MAX &&
           scan->words[begin - 1].quote == 0)
        begin--;
    while (
        begin < comma &&
        dm_scan_has(scan, begin, DM_WORD_CONJ | DM_WORD_SUB | DM_WORD_ADVERB))
        begin++;
    if (begin > floor + 3 || !dm_phrase_after(out, scan, begin, comma))
        return false;
    if (dm_scan_is(scan, out->end, "who"))
        return true;
    for (uint32_t i = out->begin + 1; i < out->end; i++)
        if (is_past(scan, i))
            out->end = i;
    if (!is_past(scan, out->end))
        return false;
    for (uint32_t i = out->end; i < comma; i++)
        if (dm_scan_has(scan, i,
                        DM_WORD_AUX | DM_WORD_VERB | DM_WORD_PRON |
                            DM_WORD_CONJ))
            return false;
    return true;
}

/* The subject right before its verb, past words of time. */
static bool direct_before(dm_run *out, uint32_t *edge, const dm_scan *scan,
                          uint32_t floor, uint32_t end)
{
    uint32_t core = skip_asides_back(scan, floor, end);
    if (core > floor && core < end && dm_scan_is_comma(scan, core - 1))
        return dm_phrase_before(out, edge, scan, core - 1, core) ||
               before_aside(out, scan, floor, core - 1);
    dm_run other;
    bool found = core > floor && subject_before(out, scan, floor, core);
    if ((!found || !is_clause_edge(scan, floor, out->begin)) &&
        before_description(&other, scan, floor, core)) {
        *out = other;
        return true;
    }
    // "…, Paulo Reis, professor at X said": an apposition left open.
    uint32_t comma = found ? out->begin : floor;
    if (comma > floor + 1 && dm_scan_is_comma(scan, comma - 1) &&
        is_apposition(scan, *out) && !dm_phrase_is_plural(scan, *out) &&
        dm_phrase_plain(&other, scan, floor, comma - 1) &&
        is_proper(scan, other) && is_clause_edge(scan, floor, other.begin) &&
        !(other.begin > floor &&
          dm_scan_has(scan, other.begin - 1, DM_WORD_CONJ)))
        *out = other;
    return found;
}

/* P3: the phrase that "who" or "which" at `at` takes up. */
static bool before_who(dm_run *out, const dm_scan *scan, uint32_t floor,
                       uint32_t at)
{
    if (at <= floor)
        return false;
    if (dm_scan_is_comma(scan, at - 1) || dm_scan_is_dash(scan, at - 1))
        return before_relative(out, scan, floor, at - 1);
    return dm_phrase_plain(out, scan, floor, at);
}

/* "a statement that read …" */
static bool is_document(const dm_scan *scan, uint32_t floor, uint32_t that)
{
    static const char *const words[] = { "statement", "message", "letter",
                                         "note",      "sign",    "tweet",
                                         "post",      "email",   "notice" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (that > floor && dm_scan_is(scan, that, "that") &&
            dm_scan_is(scan, that - 1, words[i]))
            return true;
    return false;
}

bool dm_phrase_before(dm_run *out, uint32_t *edge, const dm_scan *scan,
                      uint32_t floor, uint32_t end)
{
    if (end <= floor)
        return false;
    uint32_t t = end - 1;
    bool found;
    if (dm_scan_is_comma(scan, t) || dm_scan_is_dash(scan, t))
        // Or "Jack Reed (D-R.I.), said": a comma that nothing opened.
        found = before_aside(out, scan, floor, t) ||
                before_long(out, scan, floor, t) ||
                (dm_phrase_plain(out, scan, floor, t) && out->begin == floor &&
                 dm_scan_is_name(scan, floor));
    else if ((dm_scan_has(scan, t, DM_WORD_REL) &&
              !dm_scan_is(scan, t, "that")) ||
             is_document(scan, floor, t))
        found = before_who(out, scan, floor, t);
    else
        found = direct_before(out, edge, scan, floor, end);
    if (found)
        *edge = out->begin;
    return found;
}
