/* accord.c - "according to X", before, inside and behind its content (R4). */
#include "reading.h"

#include "ending.h"
#include "extent.h"
#include "phrase.h"

enum { BY_MAX = 12 }; // tokens between "a report" and its "by"

static bool is_paper(const dm_scan *scan, dm_run run)
{
    static const char *const papers[] = { "report",    "announcement",
                                          "statement", "reading",
                                          "readout",   "study",
                                          "survey",    "poll" };
    for (uint32_t i = run.begin; i < run.end; i++)
        for (size_t p = 0; p < sizeof papers / sizeof *papers; p++)
            if (dm_scan_is(scan, i, papers[p]))
                return true;
    return false;
}

static bool is_participle(const dm_scan *scan, size_t at)
{
    const dm_token *token = dm_scan_token(scan, at);
    return token != NULL && dm_span_ends(token->folded, "ed");
}

/* Whoever or whatever is accorded with: "recent polling", "data from …". */
static bool find_source(dm_run *out, const dm_scan *scan, uint32_t at,
                        uint32_t limit)
{
    return dm_phrase_after(out, scan, at, limit) ||
           (out->end > out->begin &&
            !dm_scan_has(scan, out->end - 1, DM_WORD_DET | DM_WORD_SUB));
}

/* "a report released on Sunday by the forum": the forum speaks. */
static uint32_t find_author(dm_run *source, const dm_scan *scan, uint32_t limit)
{
    uint32_t at = source->end;
    for (uint32_t i = at; i < limit && i < at + BY_MAX; i++) {
        bool released =
            is_participle(scan, i + 1) || is_participle(scan, i + 2);
        if ((dm_scan_is_comma(scan, i) && !released) ||
            scan->words[i].quote != 0)
            break;
        dm_run author;
        if (dm_scan_is(scan, i, "by") &&
            dm_phrase_after(&author, scan, i + 1, limit)) {
            *source = author;
            return author.end;
        }
    }
    return at;
}

/* Where the content that follows begins: behind the comma that ends the
 * phrase with its asides. */
static uint32_t begin_behind(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    for (uint32_t i = at; i < limit && i < at + 40; i++) {
        if (dm_scan_is_comma(scan, i))
            return i + 1;
        if (scan->words[i].quote != 0)
            return i;
    }
    return limit;
}

/* "But the next day, according to X, …": the content is still to come. */
static bool is_aside(const dm_scan *scan, dm_run before)
{
    return before.end - before.begin <= 5 ||
           dm_scan_has(scan, before.begin, DM_WORD_PREP);
}

/* The content, in a piece before and a piece behind. */
typedef struct content {
    dm_run before, rest;
} content;

static content find_content(const dm_reading *r, uint32_t at, uint32_t end)
{
    const dm_scan *scan = r->scan;
    uint32_t limit = r->run.end;
    content c = { dm_extent_trim(scan, (dm_run){ r->run.begin, at }),
                  { 0, 0 } };
    if (c.before.begin >= c.before.end ||
        (c.before.end <= c.before.begin + 2 &&
         dm_scan_has(scan, c.before.end - 1, DM_WORD_CONJ | DM_WORD_ADVERB))) {
        c.before = c.rest;
        c.rest.begin = begin_behind(scan, end, limit);
        c.rest.end = dm_extent_end(scan, c.rest.begin, limit);
        c.rest.end = dm_ending_choose(scan, at, at, c.rest, limit);
    } else {
        c.rest = dm_reading_rest(
            r, end, is_aside(scan, c.before) ? DM_REST_CLAUSE : DM_REST_VERB);
    }
    return c;
}

/* "according to X", ", per X", "in the words of X": the phrase that accords,
 * and whom it names. */
static bool find_accord(dm_run *cue, dm_run *source, const dm_reading *r,
                        uint32_t at)
{
    const dm_scan *scan = r->scan;
    *cue = (dm_run){ at, at };
    if (dm_scan_is(scan, at, "according")) {
        cue->end += dm_scan_is(scan, at + 1, "to") ? 2 : 0;
        return cue->end > at && find_source(source, scan, cue->end, r->run.end);
    }
    if (dm_scan_is(scan, at, "per"))
        cue->end += at > r->run.begin && dm_scan_is_comma(scan, at - 1);
    else if (dm_scan_is(scan, at, "in") && dm_scan_is(scan, at + 1, "the") &&
             dm_scan_is(scan, at + 2, "words") &&
             dm_scan_is(scan, at + 3, "of"))
        cue->end += 4;
    return cue->end > at &&
           dm_phrase_after(source, scan, cue->end, r->run.end) &&
           (dm_scan_is_name(scan, source->end - 1) ||
            dm_scan_has(scan, source->end - 1, DM_WORD_ROLE | DM_WORD_MEDIA));
}

demarche_status dm_accord_read(dm_reading *r, uint32_t at)
{
    dm_scan *scan = r->scan;
    dm_run source, cue;
    if (!find_accord(&cue, &source, r, at))
        return DEMARCHE_OK;
    uint32_t end = source.end;
    if (is_paper(scan, source))
        end = find_author(&source, scan, r->run.end);
    // "Xi said …, according to Xinhua": the reference to a reporter goes.
    if (dm_scan_has(scan, source.end - 1, DM_WORD_DOCUMENT) ||
        (dm_reading_last(r) != NULL && dm_phrase_is_media(scan, source)))
        return DEMARCHE_OK;
    content c = find_content(r, at, end);
    bool before = c.before.begin < c.before.end;
    if (!before && c.rest.begin >= c.rest.end)
        return DEMARCHE_OK;
    if (before)
        dm_reading_drop(r, r->run.begin);
    dm_draft *draft;
    demarche_status status = dm_reading_add(&draft, r, "R4", source, cue,
                                            before ? c.before : c.rest);
    if (status == DEMARCHE_OK && before && c.rest.begin < c.rest.end)
        dm_reading_extend(r, draft, "R4", c.rest);
    return status;
}
