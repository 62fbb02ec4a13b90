/* participle.c - ", adding that …", "a statement saying …" (R8).
 *
 * Behind an attribution a participle of speech adds a piece to its statement.
 * Where its sentence has none, the sentence's own subject speaks.
 */
#include "reading.h"

#include "link.h"
#include "phrase.h"

static bool ends_quote(const dm_scan *scan, uint32_t at)
{
    const dm_quotation *quote = at == 0 ? NULL : dm_scan_quote(scan, at - 1);
    return quote != NULL && quote->run.end == at;
}

/* What may stand before a participle that speaks: not the noun that it only
 * describes ("people calling for change"). */
static bool stands_apart(const dm_scan *scan, uint32_t begin)
{
    uint32_t t = begin - 1;
    return dm_scan_is_comma(scan, t) || ends_quote(scan, begin) ||
           dm_scan_has(scan, t, DM_WORD_CONJ | DM_WORD_TIME) ||
           dm_scan_is(scan, t, "statement") || dm_scan_is(scan, t, "letter");
}

/* "X released a statement saying …", "X walked back the remarks, saying …". */
static bool find_speaker(dm_run *out, const dm_reading *r, const dm_site *site,
                         dm_link link, dm_run content)
{
    uint32_t begin = site->group.begin;
    if (begin > r->run.begin)
        return dm_phrase_leading(out, r->scan, r->run.begin, begin);
    // "Noting that …, Xi said …": who notes is told behind the comma.
    return link == DM_LINK_THAT && dm_scan_is_comma(r->scan, content.end) &&
           dm_phrase_after(out, r->scan, content.end + 1, r->run.end);
}

demarche_status dm_participle_read(dm_reading *r, const dm_site *site)
{
    const dm_scan *scan = r->scan;
    uint32_t begin = site->group.begin;
    if (site->verb < r->held ||
        (begin > r->run.begin && !stands_apart(scan, begin)))
        return DEMARCHE_OK;
    dm_run content, speaker;
    dm_link link = dm_link_after(&content, scan, site, r->run.end);
    if (!dm_link_is_content(link))
        return DEMARCHE_OK;
    dm_draft *last = dm_reading_last(r);
    if (last != NULL) {
        dm_reading_extend(r, last, "R8", content);
        return DEMARCHE_OK;
    }
    if (!find_speaker(&speaker, r, site, link, content))
        return DEMARCHE_OK;
    dm_draft *draft;
    demarche_status status =
        dm_reading_add(&draft, r, "R8", speaker, site->words, content);
    if (status == DEMARCHE_OK)
        dm_draft_add_rule(draft, dm_link_rule(link, site->particle));
    return status;
}
