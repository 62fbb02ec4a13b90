/* headline.c - who speaks in "Trade war has no winners: ministry" and in
 * "Minister: talks will go on" (R9). */
#include "reading.h"

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
    bool last = at == end || (at + 1 == end && dm_scan_is(scan, at, "."));
    bool next = begin == 0 && dm_scan_flag(scan, at, DM_TOKEN_CAPITAL);
    return last || next ? at : colon;
}

/* "'We must talk': Lena Sorel": the end of the name behind a quotation that
 * fills the line up to its colon. */
static uint32_t name_behind(const dm_scan *scan, const dm_segment *segment,
                            uint32_t colon)
{
    const dm_quotation *quote = dm_scan_quote(scan, colon - 1);
    uint32_t at = colon + 1, end = segment->run.end;
    if (quote == NULL || quote->run.begin != segment->lead ||
        quote->run.end != colon)
        return colon;
    while (at < end && at <= colon + NAME_MAX && dm_scan_is_name(scan, at))
        at++;
    bool last = at == end || (at + 1 == end && dm_scan_is(scan, at, "."));
    return last && at > colon + 1 ? at : colon;
}

/* "Analysis: …": what kind of piece it is, not who speaks. */
static bool is_genre(const dm_scan *scan, uint32_t at)
{
    static const char *const words[] = {
        "analysis",  "breaking",  "byline",  "commentary", "editorial",
        "exclusive", "explainer", "factbox", "interview",  "live",
        "op-ed",     "opinion",   "photos",  "podcast",    "review",
        "timeline",  "update",    "video",   "watch",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dm_scan_is(scan, at, words[i]))
            return true;
    return false;
}

demarche_status dm_headline_read(dm_reading *r)
{
    dm_scan *scan = r->scan;
    dm_segment *place = &scan->segments[r->segment];
    uint32_t colon = find_colon(scan, place), end = place->run.end;
    dm_run source, none = { 0, 0 }, content = { place->lead, colon };
    if (colon == end)
        return DEMARCHE_OK;
    uint32_t behind = speaker_behind(scan, place->run.begin, colon, end);
    if (behind == colon && place->run.begin == 0 && colon > 0)
        behind = name_behind(scan, place, colon);
    if (behind > colon && colon > place->lead + 2) {
        place->lead = behind;
        source = (dm_run){ colon + 1, behind };
        return dm_reading_add(NULL, r, "R9", source, none, content);
    }
    uint32_t edge;
    bool first = r->segment == 0 && colon <= place->lead + NAME_MAX &&
                 !dm_scan_has(scan, place->lead, DM_WORD_DET);
    if (!first || !dm_phrase_before(&source, &edge, scan, place->lead, colon) ||
        edge != place->lead || source.end != colon || is_genre(scan, colon - 1))
        return DEMARCHE_OK;
    place->lead = end;
    return dm_reading_add(NULL, r, "R9", source, none,
                          (dm_run){ colon + 1, end });
}
