/* passive.c - what was said of or to somebody in the passive voice (R10).
 *
 * "The plan was welcomed by Beijing": the subject is the content. "Holt was
 * accused by Beijing of theft": so are both it and what follows. "It was
 * announced that …": only what follows is. Who speaks is told by "by", or by
 * nobody.
 */
#include "reading.h"

#include "extent.h"
#include "phrase.h"

/* The speaker behind "by" at `at`; false when none stands there. */
static bool find_agent(dm_run *out, const dm_reading *r, uint32_t at)
{
    return dm_scan_is(r->scan, at, "by") &&
           dm_phrase_after(out, r->scan, at + 1, r->run.end);
}

/* The speaker whom "by" names where the complement ends. */
static bool find_last_agent(dm_run *out, const dm_reading *r, dm_run *content)
{
    for (uint32_t i = content->begin + 1; i < content->end; i++)
        if (r->scan->words[i].quote == 0 && find_agent(out, r, i) &&
            out->end >= content->end) {
            content->end = i;
            return true;
        }
    return false;
}

/* "of theft", "for failing", "as a threat", "to have left": what follows the
 * verb and completes it. */
static bool opens_complement(const dm_scan *scan, uint32_t at)
{
    static const char *const words[] = {
        "of",      "for", "as",  "to",  "over", "whether",
        "against", "if",  "why", "how", "what", "about"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dm_scan_is(scan, at, words[i]))
            return true;
    return false;
}

/* Verbs whose passive tells what was said though nobody is named: "it was
 * announced that", "he was said to have left". */
static bool speaks_alone(const dm_site *site)
{
    static const char *const words[] = { "allege", "announce", "say", "tell" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dm_span_is(site->cue->lemma, words[i]))
            return !site->denied;
    return false;
}

/* "marked by", "threatened by": things do so as often as people. */
static bool is_figure(const dm_site *site)
{
    static const char *const words[] = {
        "characterize", "encourage",  "highlight", "suggest",
        "threaten",     "underscore", "underline",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dm_span_is(site->cue->lemma, words[i]))
            return true;
    return false;
}

static demarche_status add(dm_reading *r, const dm_site *site, dm_run speaker,
                           dm_run subject, dm_run content)
{
    dm_draft *draft;
    bool both = subject.begin < subject.end && content.begin < content.end;
    demarche_status status = dm_reading_add(
        &draft, r, "R10", speaker, site->words,
        both || content.begin >= content.end ? subject : content);
    if (status == DEMARCHE_OK && both)
        dm_reading_extend(r, draft, "R10", content);
    if (status == DEMARCHE_OK && site->denied)
        dm_draft_deny(draft);
    return status;
}

demarche_status dm_passive_read(dm_reading *r, const dm_site *site)
{
    const dm_scan *scan = r->scan;
    dm_run subject, speaker = { 0, 0 }, content = { 0, 0 };
    uint32_t edge, at = site->words.end;
    if (site->verb < r->held || is_figure(site) ||
        !dm_phrase_before(&subject, &edge, scan, r->run.begin,
                          site->group.begin))
        return DEMARCHE_OK;
    const dm_draft *last = dm_reading_last(r);
    // "The ministry's promise to cut the fee was welcomed"
    if (last != NULL && strcmp(last->rules[0], "R11") == 0 &&
        last->pieces[0].end == site->group.begin &&
        last->source.begin < last->cue.begin)
        subject = (dm_run){ last->source.begin, site->group.begin };
    bool told = find_agent(&speaker, r, at);
    if (told)
        at = speaker.end;
    bool it = dm_scan_is(scan, subject.end - 1, "it");
    bool that = dm_scan_is(scan, at, "that");
    if (that || (!it && opens_complement(scan, at))) {
        content.begin = at + that;
        content.end = dm_extent_end(scan, content.begin, r->run.end);
        if (!told)
            told = find_last_agent(&speaker, r, &content);
    }
    if (that)
        subject.end = subject.begin;
    bool complete = content.begin + 1 < content.end;
    if (!complete)
        content.end = content.begin;
    if ((!told && !speaks_alone(site)) || (site->denied && !that))
        return DEMARCHE_OK;
    if (!complete && (!told || it || !(site->frames & DM_FRAME_OBJECT)))
        return DEMARCHE_OK;
    return add(r, site, speaker, subject, content);
}
