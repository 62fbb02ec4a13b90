/* unmarked.c - sentences that go on with a speaker's words, without marks and
 * without an attribution of their own.
 *
 * U1  a page that lost its quotation marks shows it: a plain sentence closed by
 *     "…, X said" speaks of "I" or "we", and most sentences do not. Only on
 * such a page do U2 to U4 and U6 hold. U2  "I" or "we" in the sentence after a
 * statement: the same speaker goes on. U3  "I" or "we" in the sentence before
 * "…, X said", in one paragraph: X. U4  any sentence after "…, X said" in one
 * paragraph. U5  on any page: a sentence opened by "In addition", "Therefore"
 * and the like, after reported speech in the same paragraph. U6  a paragraph
 * opened by a judgement ("It would be too early …") after one that ends in a
 * statement.
 */
#include "attribution.h"

#include "extent.h"

enum { WORDS_MIN = 4 };

typedef struct place {
    size_t draft; // the segment's last draft, or NONE
    bool first;   // "I" or "we", outside quotations
    bool quotes;
} place;

#define NONE SIZE_MAX

typedef struct carrier {
    dm_scan *scan;
    place *places; // [segment_count]
    bool lost;     // the page lost its marks (U1)
    demarche_error *err;
} carrier;

static bool speaks_of_self(const dm_scan *scan, dm_run run)
{
    for (uint32_t i = run.begin; i < run.end; i++)
        if (scan->words[i].quote == 0 && dm_scan_has(scan, i, DM_WORD_FIRST) &&
            !dm_scan_is(scan, i, "us"))
            return true;
    return false;
}

static bool has_rule(const dm_draft *draft, const char *rule)
{
    return draft->rule_count > 0 && strcmp(draft->rules[0], rule) == 0;
}

/* U1 asks for a speaker that is not "we" himself. */
static bool shows_loss(const dm_scan *scan, const dm_draft *draft)
{
    return has_rule(draft, "R3") && draft->count > 0 &&
           !dm_scan_has(scan, draft->source.begin, DM_WORD_FIRST) &&
           speaks_of_self(scan, draft->pieces[0]);
}

static void survey(carrier *c)
{
    dm_scan *scan = c->scan;
    size_t first = 0;
    for (size_t s = 0; s < scan->segment_count; s++) {
        dm_run run = scan->segments[s].run;
        c->places[s] =
            (place){ .draft = NONE, .first = speaks_of_self(scan, run) };
        for (uint32_t i = run.begin; i < run.end; i++)
            c->places[s].quotes |= scan->words[i].quote != 0;
        first += c->places[s].first;
    }
    for (size_t d = 0; d < scan->draft_count; d++) {
        const dm_draft *draft = &scan->drafts[d];
        if (draft->source.begin >= draft->source.end)
            continue;
        c->places[draft->segment].draft = d;
        c->lost |= shows_loss(scan, draft) && first * 2 < scan->segment_count;
    }
}

static bool same_paragraph(const dm_scan *scan, size_t a, size_t b)
{
    const dm_page *page = scan->page;
    size_t x = dm_page_sentence_of(page, scan->segments[a].run.begin);
    size_t y = dm_page_sentence_of(page, scan->segments[b].run.begin);
    return page->sentences[x].paragraph == page->sentences[y].paragraph;
}

static bool is_judgement(const dm_scan *scan, const dm_segment *segment)
{
    uint32_t at = segment->lead;
    return (dm_scan_is(scan, at, "it") || dm_scan_is(scan, at, "this") ||
            dm_scan_is(scan, at, "that") || dm_scan_is(scan, at, "there")) &&
           (dm_scan_has(scan, at + 1, DM_WORD_BE | DM_WORD_MODAL) ||
            dm_scan_kind(scan, at + 1, DM_TOKEN_SUFFIX));
}

static bool goes_on(const dm_scan *scan, const dm_segment *segment)
{
    static const char *const openers[] = { "therefore", "besides", "moreover",
                                           "furthermore", "thus" };
    uint32_t at = segment->lead;
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (dm_scan_is(scan, at, openers[i]))
            return true;
    return (dm_scan_is(scan, at, "in") &&
            dm_scan_is(scan, at + 1, "addition")) ||
           (dm_scan_is(scan, at, "as") && dm_scan_is(scan, at + 1, "a") &&
            dm_scan_is(scan, at + 2, "result"));
}

static bool is_reported(const dm_draft *draft)
{
    return draft->unmarked || has_rule(draft, "R1") || has_rule(draft, "R2") ||
           has_rule(draft, "R3");
}

/* The rule by which segment `s` belongs to the draft in `*from`, or NULL. */
static const char *rule_for(const carrier *c, size_t s, size_t *from)
{
    const dm_scan *scan = c->scan;
    const place *here = &c->places[s];
    if (s > 0 && c->places[s - 1].draft != NONE) {
        const dm_draft *before = &scan->drafts[c->places[s - 1].draft];
        bool together = same_paragraph(scan, s - 1, s);
        *from = c->places[s - 1].draft;
        if (c->lost && here->first)
            return "U2";
        if (c->lost && together && (has_rule(before, "R3") || before->unmarked))
            return "U4";
        if (c->lost && !together && is_judgement(scan, &scan->segments[s]))
            return "U6";
        if (together && is_reported(before) &&
            goes_on(scan, &scan->segments[s]))
            return "U5";
    }
    if (c->lost && here->first && s + 1 < scan->segment_count &&
        c->places[s + 1].draft != NONE && same_paragraph(scan, s, s + 1)) {
        *from = c->places[s + 1].draft;
        return has_rule(&scan->drafts[*from], "R3") ? "U3" : NULL;
    }
    return NULL;
}

static demarche_status carry(carrier *c, size_t s)
{
    dm_scan *scan = c->scan;
    const dm_segment *segment = &scan->segments[s];
    dm_run run = { segment->lead, segment->run.end };
    size_t from = NONE;
    if (c->places[s].draft != NONE || c->places[s].quotes ||
        run.end < run.begin + WORDS_MIN)
        return DEMARCHE_OK;
    const char *rule = rule_for(c, s, &from);
    if (rule == NULL)
        return DEMARCHE_OK;
    dm_run source = scan->drafts[from].source;
    dm_draft *draft = dm_scan_add(scan, (uint32_t)s, rule);
    if (draft == NULL)
        return dm_no_memory(c->err);
    draft->source = source;
    draft->unmarked = true;
    dm_draft_add_piece(draft, dm_extent_trim(scan, run));
    c->places[s].draft = scan->draft_count - 1;
    return DEMARCHE_OK;
}

demarche_status dm_carry_unmarked(dm_scan *scan, demarche_error *err)
{
    carrier c = { .scan = scan, .err = err };
    c.places =
        dm_arena_array(scan->arena, scan->segment_count, sizeof *c.places);
    if (c.places == NULL)
        return dm_no_memory(err);
    survey(&c);
    demarche_status status = DEMARCHE_OK;
    for (size_t s = 0; s < scan->segment_count && status == DEMARCHE_OK; s++)
        status = carry(&c, s);
    return status;
}
