/* participle.c - ", adding that …", "a statement saying …" (R8).
 *
 * Behind an attribution a participle of speech adds a piece to its statement.
 * Where its sentence has none, the sentence's own subject speaks. Behind a
 * preposition ("by saying that …") or a noun ("voters saying …") it makes a
 * statement of its own.
 */
#include "reading.h"

#include "link.h"
#include "phrase.h"

enum { FRONT_MAX = 60 }; // tokens before the comma of a clause in front

static bool ends_quote(const dm_scan *scan, uint32_t at)
{
    const dm_quotation *quote = at == 0 ? NULL : dm_scan_quote(scan, at - 1);
    return quote != NULL && quote->run.end == at;
}

/* What may stand before a participle that adds to what was said. */
static bool adds(const dm_scan *scan, uint32_t begin)
{
    uint32_t t = begin - 1;
    return dm_scan_is_comma(scan, t) || ends_quote(scan, begin) ||
           dm_scan_has(scan, t, DM_WORD_CONJ | DM_WORD_TIME) ||
           dm_scan_is(scan, t, "statement") || dm_scan_is(scan, t, "letter");
}

/* "by saying", "after saying", "while saying": said by the one who acts. */
static bool is_manner(const dm_scan *scan, uint32_t at)
{
    static const char *const words[] = { "by",     "in",   "after",
                                         "before", "upon", "while",
                                         "from",   "on",   "since" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dm_scan_is(scan, at, words[i]))
            return true;
    return false;
}

/* Is the draft spoken by its sentence's subject, as far as one can tell? Not
 * the passive's, nor the owner of a claim. */
static bool speaks(const dm_draft *draft)
{
    return draft->source.begin < draft->source.end &&
           strcmp(draft->rules[0], "R10") != 0 &&
           strcmp(draft->rules[0], "R11") != 0;
}

/* A clause in front ends at its comma, and who speaks is told behind it. */
static bool find_behind(dm_run *out, const dm_reading *r, dm_run *content)
{
    for (uint32_t i = content->begin;
         i < content->end + 1 && i < content->begin + FRONT_MAX; i++)
        if (dm_scan_is_comma(r->scan, i) && r->scan->words[i].quote == 0 &&
            dm_phrase_after(out, r->scan, i + 1, r->run.end)) {
            content->end = i;
            return true;
        }
    return false;
}

/* "X released a statement saying …", "X walked back the remarks, saying …";
 * "Noting that …, X said …". */
static bool find_speaker(dm_run *out, const dm_reading *r, const dm_site *site,
                         dm_run *content)
{
    const dm_draft *last = dm_reading_last(r);
    uint32_t begin = site->group.begin;
    bool front = begin <= r->run.begin + is_manner(r->scan, begin - 1);
    if (front)
        return find_behind(out, r, content);
    if (last == NULL || !speaks(last))
        return dm_phrase_leading(out, r->scan, r->run.begin, begin);
    *out = last->source;
    return true;
}

/* Who speaks a participle that makes a statement of its own. */
static bool find_own(dm_run *out, const dm_reading *r, const dm_site *site,
                     dm_run *content)
{
    const dm_scan *scan = r->scan;
    uint32_t begin = site->group.begin;
    if (begin > r->run.begin + 1 && dm_scan_is(scan, begin - 1, "as"))
        // "The paper quoted a guard as saying …"
        return dm_phrase_plain(out, scan, r->run.begin, begin - 1);
    if (begin <= r->run.begin || adds(scan, begin) ||
        is_manner(scan, begin - 1))
        return find_speaker(out, r, site, content);
    return !dm_scan_has(scan, begin - 1,
                        DM_WORD_DET) && // "an encouraging step"
           dm_phrase_plain(out, scan, r->run.begin, begin) &&
           (dm_scan_is_name(scan, begin - 1) ||
            dm_scan_has(scan, begin - 1, DM_WORD_ROLE | DM_WORD_MEDIA) ||
            dm_phrase_is_plural(scan, *out));
}

/* ", adding that …" is another piece of the statement before; PARC makes it one
 * of its own. */
static demarche_status add_tail(dm_reading *r, const dm_site *site,
                                dm_run content)
{
    dm_draft *last = dm_reading_last(r);
    if (r->scan->page->parc)
        return dm_reading_add(NULL, r, "R8", last->source, site->words,
                              content);
    dm_reading_extend(r, last, "R8", content);
    return DEMARCHE_OK;
}

demarche_status dm_participle_read(dm_reading *r, const dm_site *site)
{
    const dm_scan *scan = r->scan;
    uint32_t begin = site->group.begin;
    dm_run content, speaker;
    if (site->verb < r->held)
        return DEMARCHE_OK;
    dm_link link = dm_link_after(&content, scan, site, r->run.end);
    if (!dm_link_is_content(link))
        return DEMARCHE_OK;
    dm_draft *last = dm_reading_last(r);
    if (last != NULL && speaks(last) && !site->denied && begin > r->run.begin &&
        adds(scan, begin)) {
        return add_tail(r, site, content);
    }
    if (!find_own(&speaker, r, site, &content))
        return DEMARCHE_OK;
    dm_draft *draft;
    demarche_status status =
        dm_reading_add(&draft, r, "R8", speaker, site->words, content);
    if (status != DEMARCHE_OK)
        return status;
    dm_draft_add_rule(draft, dm_link_rule(link, site->particle));
    if (site->denied)
        dm_draft_deny(draft);
    return DEMARCHE_OK;
}
