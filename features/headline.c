/* headline.c - who speaks in "Trade war has no winners: ministry" and in
 * "Minister: talks will go on" (R9). */
#include "attribution.h"

#include "clause.h"
#include "phrase.h"

enum { HEADLINE_MAX = 40, NAME_MAX = 5 }; // tokens

/* The only colon near the segment's begin, or the segment's end. */
static uint32_t find_colon(const dm_scan *scan, const dm_segment *segment)
{
    uint32_t end = segment->run.end;
    for (uint32_t i = segment->lead;
         i < end && i < segment->lead + HEADLINE_MAX; i++) {
        const dm_quotation *quote = dm_scan_quote(scan, i);
        if (quote == NULL && dm_scan_is(scan, i, ":"))
            return i;
    }
    return end;
}

static bool is_role(const dm_scan *scan, uint32_t at)
{
    return dm_scan_has(scan, at, DM_WORD_ROLE | DM_WORD_MEDIA) &&
           !dm_scan_flag(scan, at, DM_TOKEN_CAPITAL);
}

/* The end of a speaker in small letters behind the colon, if he is followed by
 * nothing or by a new sentence. */
static uint32_t speaker_behind(const dm_scan *scan, uint32_t begin,
                               uint32_t colon, uint32_t end)
{
    uint32_t at = colon + 1;
    while (at < end && at < colon + NAME_MAX &&
           dm_scan_kind(scan, at, DM_TOKEN_WORD) &&
           (!dm_scan_flag(scan, at, DM_TOKEN_CAPITAL) || at == colon + 1))
        at++;
    if (at == colon + 1 || !is_role(scan, at - 1))
        return colon;
    bool last = at == end || !dm_scan_kind(scan, at, DM_TOKEN_WORD);
    bool next = begin == 0 && dm_scan_flag(scan, at, DM_TOKEN_CAPITAL);
    return last || next ? at : colon;
}

static demarche_status add(dm_scan *scan, uint32_t segment, dm_run source,
                           dm_run content, demarche_error *err)
{
    dm_draft *draft = dm_scan_add(scan, segment, "R9");
    if (draft == NULL)
        return dm_no_memory(err);
    draft->source = source;
    dm_draft_add_piece(draft, dm_clause_trim(scan, content));
    draft->dropped = draft->count == 0;
    return DEMARCHE_OK;
}

demarche_status dm_headline_read(dm_scan *scan, uint32_t segment,
                                 demarche_error *err)
{
    dm_segment *place = &scan->segments[segment];
    uint32_t colon = find_colon(scan, place), end = place->run.end;
    if (colon == end)
        return DEMARCHE_OK;
    uint32_t behind = speaker_behind(scan, place->run.begin, colon, end);
    if (behind > colon && colon > place->lead + 2) {
        dm_run content = { place->lead, colon };
        place->lead = behind;
        return add(scan, segment, (dm_run){ colon + 1, behind }, content, err);
    }
    dm_run source;
    uint32_t edge;
    bool first = segment == 0 && colon <= place->lead + NAME_MAX &&
                 !dm_scan_has(scan, place->lead, DM_WORD_DET);
    if (first && dm_phrase_before(&source, &edge, scan, place->lead, colon) &&
        edge == place->lead) {
        dm_run content = { colon + 1, end };
        place->lead = end;
        return add(scan, segment, source, content, err);
    }
    return DEMARCHE_OK;
}
