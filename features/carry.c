/* carry.c - quotations without an attribution of their own: the speaker was
 * named before. */
#include "attribution.h"

#include "extent.h"

enum { WORDS_MIN = 4 }; // shorter quotations are titles and scare quotes

static uint32_t paragraph_of(const dm_scan *scan, uint32_t segment)
{
    const dm_page *page = scan->page;
    size_t s = dm_page_sentence_of(page, scan->segments[segment].run.begin);
    return page->sentences[s].paragraph;
}

static void mark_claimed(dm_scan *scan)
{
    for (size_t d = 0; d < scan->draft_count; d++) {
        const dm_draft *draft = &scan->drafts[d];
        for (size_t p = 0; p < draft->count; p++)
            for (uint32_t i = draft->pieces[p].begin; i < draft->pieces[p].end;
                 i++)
                if (scan->words[i].quote != 0)
                    scan->quotes[scan->words[i].quote - 1].claimed = true;
    }
}

/* The segment that holds token `at`; both advance together. */
static uint32_t segment_of(const dm_scan *scan, uint32_t from, uint32_t at)
{
    while (from + 1 < scan->segment_count && scan->segments[from].run.end <= at)
        from++;
    return from;
}

/* A quotation that makes a sentence: it opens its segment and fills it. One
 * that goes on with a speaker's words may be short, or end before its sentence
 * does. */
static bool is_sentence(const dm_scan *scan, const dm_quotation *quote,
                        const dm_segment *segment, bool goes_on)
{
    if (quote->run.begin != segment->lead)
        return false;
    dm_run inner = dm_extent_trim(scan, quote->run);
    dm_run rest =
        dm_extent_trim(scan, (dm_run){ quote->run.end, segment->run.end });
    bool fills = rest.begin >= rest.end;
    bool is_long = inner.end >= inner.begin + WORDS_MIN;
    return goes_on ? fills || is_long : fills && is_long;
}

/* Its attribution followed a quotation: another one goes on with it. */
static bool ends_quoted(const dm_scan *scan, const dm_draft *draft)
{
    uint32_t end = draft->pieces[draft->count - 1].end;
    return scan->words[draft->pieces[0].begin].quote != 0 ||
           (scan->words[end - 1].quote != 0 && draft->rule_count > 0 &&
            strcmp(draft->rules[0], "Q5") == 0);
}

/* The sentence before, in its paragraph, ended in somebody's quotation. */
static bool follows(const dm_scan *scan, uint32_t segment,
                    const dm_draft *before)
{
    return before->segment + 1 == segment && !before->unmarked &&
           paragraph_of(scan, before->segment) == paragraph_of(scan, segment) &&
           before->count > 0 && ends_quoted(scan, before);
}

static demarche_status carry(dm_scan *scan, uint32_t segment, size_t from,
                             dm_quotation *quote, demarche_error *err)
{
    dm_draft *before = &scan->drafts[from];
    dm_run inner = dm_extent_trim(scan, quote->run);
    bool goes_on = follows(scan, segment, before);
    quote->claimed = true;
    if (quote->continued || goes_on) {
        dm_draft_add_piece(before, inner);
        dm_draft_add_rule(before, quote->continued ? "Q3" : "Q7");
        before->segment = segment;
        return DEMARCHE_OK;
    }
    dm_run source = before->source;
    dm_draft *draft = dm_scan_add(scan, segment, "Q8");
    if (draft == NULL)
        return dm_no_memory(err);
    draft->source = source;
    dm_draft_add_piece(draft, inner);
    return DEMARCHE_OK;
}

demarche_status dm_carry_quotes(dm_scan *scan, demarche_error *err)
{
    mark_claimed(scan);
    size_t count = scan->draft_count, next = 0, last = count;
    uint32_t segment = 0;
    for (size_t q = 0; q < scan->quote_count; q++) {
        dm_quotation *quote = &scan->quotes[q];
        segment = segment_of(scan, segment, quote->run.begin);
        for (; next < count && scan->drafts[next].segment <= segment; next++)
            last = next;
        if (quote->claimed || last == count ||
            !is_sentence(scan, quote, &scan->segments[segment],
                         follows(scan, segment, &scan->drafts[last])))
            continue;
        size_t added = scan->draft_count;
        demarche_status status = carry(scan, segment, last, quote, err);
        if (status != DEMARCHE_OK)
            return status;
        if (scan->draft_count > added)
            last = added;
    }
    return DEMARCHE_OK;
}
