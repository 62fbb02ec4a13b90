/* accord.c - "according to X", before, inside and behind its content (R4). */
#include "attribution.h"

#include "clause.h"
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

/* "a report released on Sunday by the forum": the forum speaks. */
static uint32_t find_author(dm_run *source, const dm_scan *scan, uint32_t limit)
{
    uint32_t at = source->end;
    for (uint32_t i = at; i < limit && i < at + BY_MAX; i++) {
        if (dm_scan_is_comma(scan, i) || scan->words[i].quote != 0)
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

static bool is_voiceless(const dm_scan *scan, dm_run run)
{
    return dm_scan_has(scan, run.end - 1, DM_WORD_DOCUMENT);
}

static bool is_media(const dm_scan *scan, dm_run run)
{
    for (uint32_t i = run.begin; i < run.end; i++)
        if (dm_scan_has(scan, i, DM_WORD_MEDIA))
            return true;
    return false;
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

/* True when what was found in the segment stays, and the reference to its
 * reporter goes. */
static bool only_relays(dm_scan *scan, size_t first, dm_run source)
{
    bool found = false;
    for (size_t i = first; i < scan->draft_count; i++)
        found |= !scan->drafts[i].dropped;
    return found && is_media(scan, source);
}

demarche_status dm_accord_read(dm_scan *scan, uint32_t segment, uint32_t at,
                               size_t first, demarche_error *err)
{
    const dm_segment *place = &scan->segments[segment];
    uint32_t limit = place->run.end;
    dm_run source;
    if (!dm_scan_is(scan, at + 1, "to") ||
        !dm_phrase_after(&source, scan, at + 2, limit))
        return DEMARCHE_OK;
    uint32_t end = source.end;
    if (is_paper(scan, source))
        end = find_author(&source, scan, limit);
    if (is_voiceless(scan, source) || only_relays(scan, first, source))
        return DEMARCHE_OK;
    dm_run before = dm_clause_trim(scan, (dm_run){ place->lead, at });
    dm_run rest = { 0, 0 };
    bool leads = before.end <= before.begin + 2;
    if (leads) {
        before = (dm_run){ 0, 0 };
        rest.begin = begin_behind(scan, end, limit);
        rest.end = dm_clause_end(scan, rest.begin, limit);
    } else {
        rest = dm_attribution_rest(scan, end, limit, !is_aside(scan, before));
    }
    for (size_t i = first; i < scan->draft_count && !leads; i++)
        scan->drafts[i].dropped = true;
    dm_draft *draft = dm_scan_add(scan, segment, "R4");
    if (draft == NULL)
        return dm_no_memory(err);
    draft->source = source;
    draft->cue = (dm_run){ at, at + 2 };
    dm_draft_add_piece(draft, before);
    dm_draft_add_piece(draft, dm_clause_trim(scan, rest));
    draft->dropped = draft->count == 0;
    return DEMARCHE_OK;
}
