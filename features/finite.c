/* finite.c - a verb of speech with its own subject, and its content.
 *
 * The content stands behind the verb (R1, R2, R5 to R7, Q6), before the
 * attribution (R3, Q5) or on both sides of it (R3, Q7). What stands before
 * holds the whole sentence so far, so it replaces what was found there.
 */
#include "reading.h"

#include "extent.h"
#include "link.h"
#include "phrase.h"
#include "subject.h"

enum {
    SENTENCE_MIN = 5, // tokens before ", X said"
    CLOSING_MAX = 16, // tokens from "said" to the sentence's end
    TITLE_MAX = 8,    // tokens in a title with its marks
    FRONT_MAX = 12,   // tokens from "while" to its subject
};

/* The quotation that ends before `at`, a comma between them allowed. */
static const dm_quotation *quote_before(const dm_reading *r, uint32_t at)
{
    if (at > r->run.begin && dm_scan_is_comma(r->scan, at - 1))
        at--;
    const dm_quotation *quote =
        at > r->run.begin ? dm_scan_quote(r->scan, at - 1) : NULL;
    return quote != NULL && quote->run.end == at ? quote : NULL;
}

/* Q5, Q7: "…," X said, "…". Words before the quotation belong to the content
 * where no other attribution does. */
static demarche_status hold_quote(dm_reading *r, const dm_subject *s,
                                  const dm_site *site,
                                  const dm_quotation *quote)
{
    dm_run content = { r->run.begin, quote->run.end };
    if (dm_reading_last(r) != NULL)
        content.begin = quote->run.begin;
    dm_reading_drop(r, content.begin);
    dm_draft *draft;
    demarche_status status =
        dm_reading_add(&draft, r, "Q5", s->run, site->words, content);
    if (status != DEMARCHE_OK)
        return status;
    dm_run more;
    dm_site behind = *site;
    behind.words.end = s->after;
    if (dm_link_after(&more, r->scan, &behind, r->run.end) == DM_LINK_QUOTE)
        dm_reading_extend(r, draft, "Q7", more);
    return DEMARCHE_OK;
}

/* The rest of the sentence behind "…, X said, "; behind a few words it is what
 * was said ("In the end, X said, …"). */
static dm_run find_rest(const dm_reading *r, const dm_subject *s)
{
    if (s->inverted)
        return dm_reading_rest(r, s->after, DM_REST_VERB);
    bool few = s->edge <= r->run.begin + SENTENCE_MIN;
    return dm_reading_rest(r, s->after, few ? DM_REST_ANY : DM_REST_CLAUSE);
}

/* R3: "…, X said", "…, X said, …". */
static demarche_status hold_before(dm_reading *r, const dm_subject *s,
                                   const dm_site *site)
{
    dm_reading_drop(r, r->run.begin);
    dm_draft *draft;
    demarche_status status =
        dm_reading_add(&draft, r, "R3", s->run, site->words,
                       (dm_run){ r->run.begin, s->edge });
    if (status != DEMARCHE_OK)
        return status;
    dm_run rest = find_rest(r, s);
    if (rest.begin < rest.end)
        dm_reading_extend(r, draft, "R3", rest);
    return DEMARCHE_OK;
}

/* Inside a content already held: only "Reuters reported that X said …" counts,
 * where X replaces Reuters. */
static bool is_free(dm_reading *r, const dm_site *site, const dm_subject *s)
{
    if (site->verb >= r->held)
        return true;
    dm_draft *last = dm_reading_last(r);
    if (last == NULL || last->count == 0 || s->edge != last->pieces[0].begin ||
        !dm_phrase_is_media(r->scan, last->source))
        return false;
    dm_reading_drop(r, last->cue.begin);
    return true;
}

/* "Xi said …, Xinhua reported": Xi is the one who speaks. */
static bool only_relays(const dm_reading *r, const dm_subject *s)
{
    const dm_draft *last = dm_reading_last(r);
    return last != NULL && last->source.begin < last->source.end &&
           dm_phrase_is_media(r->scan, s->run) &&
           !dm_phrase_is_media(r->scan, last->source) &&
           dm_scan_is_comma(r->scan, s->edge - 1);
}

/* "Noting that …, Xi said" is not said by Xi as it stands. */
static bool leads_with_participle(const dm_reading *r, const dm_subject *s)
{
    const dm_word *word = &r->scan->words[r->run.begin];
    if (word->cue == NULL || word->form != DM_FORM_ING)
        return false;
    for (uint32_t i = r->run.begin;
         i < s->edge && i < r->run.begin + CLOSING_MAX; i++)
        if (s->inverted && dm_scan_has(r->scan, i, DM_WORD_BE))
            return false; // "Defending it is wise, said X"
    return true;
}

/* May what stands before the attribution be its content? */
static bool closes_sentence(const dm_reading *r, const dm_site *site,
                            const dm_subject *s, dm_link link)
{
    const dm_scan *scan = r->scan;
    bool last = (site->frames & DM_FRAME_LAST) && s->after + 1 >= r->run.end;
    if (!((site->frames & DM_FRAME_FINAL) || last) || s->edge <= r->run.begin ||
        !dm_scan_is_comma(scan, s->edge - 1) ||
        !(link == DM_LINK_NONE || s->inverted) ||
        dm_scan_is(scan, s->after, ":") || leads_with_participle(r, s) ||
        dm_scan_is(scan, r->run.begin, "asked"))
        return false;
    if (s->edge >= r->run.begin + SENTENCE_MIN)
        return true;
    dm_run rest = find_rest(r, s);
    return rest.begin < rest.end;
}

/* `On "Face the Nation," Pell said the vote was close`: a title in a
 * circumstance, when a clause follows the verb. */
static bool is_title(const dm_reading *r, const dm_quotation *quote,
                     dm_link link)
{
    return link == DM_LINK_BARE && quote->run.begin > r->run.begin &&
           quote->run.end < quote->run.begin + TITLE_MAX;
}

/* Where the frame is a relative clause's ("what he calls …"), the object is
 * gone from behind the verb. */
static bool lacks_object(const dm_reading *r, const dm_subject *s, dm_link link)
{
    return link == DM_LINK_OBJECT && s->relative &&
           !dm_scan_is(r->scan, s->edge - 1, "that");
}

/* "X, who did not say that …, left": a relative clause ends at the comma that
 * the main verb follows. */
static uint32_t end_of_relative(const dm_scan *scan, dm_run content)
{
    for (uint32_t i = content.begin + 1; i < content.end; i++) {
        const dm_word *next = &scan->words[i + 1];
        if (scan->words[i].quote == 0 && dm_scan_is_comma(scan, i) &&
            !dm_scan_has(scan, i + 1, DM_WORD_PRON) &&
            dm_extent_has_verb(scan, content.begin, i) &&
            (dm_scan_has(scan, i + 1, DM_WORD_AUX | DM_WORD_VERB) ||
             (next->cue != NULL && next->form != DM_FORM_ING) ||
             dm_span_ends(dm_scan_token(scan, i + 1)->folded, "ed")))
            return i;
    }
    return content.end;
}

static bool has_comma(const dm_reading *r, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (dm_scan_is_comma(r->scan, i))
            return true;
    return false;
}

/* A verb right behind its subject, adverbs between. */
static bool opens_predicate(const dm_scan *scan, uint32_t at, uint32_t limit)
{
    while (at < limit && dm_scan_has(scan, at, DM_WORD_ADVERB))
        at++;
    return at < limit && (dm_scan_has(scan, at, DM_WORD_AUX | DM_WORD_VERB) ||
                          scan->words[at].cue != NULL ||
                          dm_span_ends(dm_scan_token(scan, at)->folded, "ed"));
}

/* "While X said that …, Y left": the attribution stands in a clause in front
 * of its sentence. */
static bool is_fronted(const dm_reading *r, const dm_subject *s)
{
    static const char *const words[] = { "while", "although", "though", "as",
                                         "when",  "after",    "because" };
    uint32_t at = r->run.begin;
    at += dm_scan_has(r->scan, at, DM_WORD_CONJ) ||
          dm_scan_is(r->scan, at, "even");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dm_scan_is(r->scan, at, words[i]))
            return s->edge <= at + FRONT_MAX && !has_comma(r, at, s->edge);
    return false;
}

/* The comma or dash that a clause of the sentence's own follows. */
static uint32_t end_of_front(const dm_reading *r, dm_run content)
{
    const dm_scan *scan = r->scan;
    for (uint32_t i = content.begin + 1; i + 1 < content.end; i++) {
        dm_run subject;
        if (scan->words[i].quote != 0 ||
            !(dm_scan_is_comma(scan, i) || dm_scan_is_dash(scan, i)) ||
            dm_scan_has(scan, i + 1, DM_WORD_CONJ | DM_WORD_REL))
            continue;
        if (dm_extent_has_verb(scan, content.begin, i) &&
            dm_phrase_leading(&subject, scan, i + 1, content.end) &&
            opens_predicate(scan, subject.end, content.end))
            return i;
    }
    return content.end;
}

/* "Noting that …, Xi said …": one speaker in one sentence, one statement. */
static bool goes_before(const dm_reading *r, const dm_draft *last,
                        const dm_subject *s)
{
    uint32_t begin = r->run.begin;
    return last->source.begin == s->run.begin && !last->denied &&
           strcmp(last->rules[0], "R8") == 0 &&
           last->cue.begin == begin + dm_scan_is(r->scan, begin, "while");
}

/* The content that follows the verb, or stands in the next paragraph after a
 * colon. */
static demarche_status hold_behind(dm_reading *r, const dm_subject *s,
                                   const dm_site *site, dm_link link,
                                   dm_run content)
{
    if (!dm_link_is_content(link) || s->inverted)
        return DEMARCHE_OK;
    if (site->group.begin > r->run.begin &&
        (dm_scan_is(r->scan, site->group.begin - 1, "who") ||
         dm_scan_is(r->scan, site->group.begin - 1, "which")))
        content.end = end_of_relative(r->scan, content);
    if (is_fronted(r, s))
        content.end = end_of_front(r, content);
    dm_draft *last = dm_reading_last(r);
    if (last != NULL && goes_before(r, last, s) && !site->denied) {
        dm_reading_extend(r, last, dm_link_rule(link, site->particle), content);
        last->cue = site->words;
        return DEMARCHE_OK;
    }
    return dm_reading_add(NULL, r, dm_link_rule(link, site->particle), s->run,
                          site->words, content);
}

/* `He said:` at the end, and a quotation that opens the next paragraph. */
static dm_link look_below(dm_run *out, const dm_reading *r, const dm_subject *s)
{
    const dm_quotation *quote = dm_scan_quote(r->scan, r->run.end);
    if (quote == NULL || quote->run.begin != r->run.end ||
        s->after + 8 < r->run.end || !dm_scan_is(r->scan, r->run.end - 1, ":"))
        return DM_LINK_NONE;
    *out = quote->run;
    return DM_LINK_QUOTE;
}

/* The comma near `at` that a clause may follow; or the segment's end. */
static uint32_t find_comma(const dm_reading *r, uint32_t at)
{
    for (uint32_t i = at; i < r->run.end && i < at + CLOSING_MAX; i++)
        if (dm_scan_is_comma(r->scan, i))
            return i;
    return r->run.end;
}

/* What follows a verb that has no content right behind it: a quotation below,
 * or the clause behind a circumstance ("X said during the talks, the two …").
 */
static dm_link look_further(dm_run *out, const dm_reading *r,
                            const dm_site *site, const dm_subject *s)
{
    if ((site->frames & DM_FRAME_QUOTE) &&
        look_below(out, r, s) == DM_LINK_QUOTE)
        return DM_LINK_QUOTE;
    if (!dm_span_is(site->cue->lemma, "say") || s->inverted ||
        s->edge > r->run.begin + 1)
        return DM_LINK_NONE;
    *out = dm_reading_rest(r, find_comma(r, s->after), DM_REST_CLAUSE);
    return out->begin < out->end ? DM_LINK_BARE : DM_LINK_NONE;
}

static bool hangs_on_as(const dm_reading *r, const dm_subject *s)
{
    return s->edge > r->run.begin && dm_scan_is(r->scan, s->edge - 1, "as") &&
           (s->edge - 1 == r->run.begin ||
            dm_scan_is_comma(r->scan, s->edge - 2));
}

/* R4: "As X said, …", "…, as X said", "…, as X said, …". */
static demarche_status hold_as(dm_reading *r, const dm_subject *s,
                               const dm_site *site)
{
    dm_run before = { r->run.begin, s->edge - 1 };
    dm_run rest = dm_reading_rest(r, find_comma(r, s->after), DM_REST_CLAUSE);
    bool goes_on = rest.begin < rest.end;
    if (!goes_on && before.end < before.begin + SENTENCE_MIN)
        return DEMARCHE_OK;
    if (before.begin < before.end)
        dm_reading_drop(r, r->run.begin);
    dm_draft *draft;
    demarche_status status =
        dm_reading_add(&draft, r, "R4", s->run, site->words, before);
    if (status == DEMARCHE_OK && goes_on)
        dm_reading_extend(r, draft, "R4", rest);
    return status;
}

/* A question, or a clause with its own subject. */
static bool has_subject(const dm_reading *r, dm_run content)
{
    const dm_scan *scan = r->scan;
    if (dm_scan_has(scan, content.begin, DM_WORD_SUB))
        return true;
    if (dm_scan_is(scan, content.begin, "anything") ||
        dm_scan_is(scan, content.begin, "nothing"))
        return false;
    for (uint32_t i = content.begin + 1;
         i < content.end && i < content.begin + CLOSING_MAX; i++)
        if (dm_scan_has(scan, i, DM_WORD_AUX | DM_WORD_VERB))
            return true;
    return false;
}

static bool is_person(const dm_scan *scan, dm_run run)
{
    return dm_scan_is_name(scan, run.end - 1) ||
           dm_scan_has(scan, run.end - 1,
                       DM_WORD_PRON | DM_WORD_ROLE | DM_WORD_MEDIA |
                           DM_WORD_REL);
}

/* What is denied or only supposed stands behind its verb, and is told of
 * others: "I can't say", "you could say" are turns of speech. */
static bool can_deny(const dm_reading *r, const dm_subject *s,
                     const dm_site *site, dm_link link, dm_run content)
{
    const dm_scan *scan = r->scan;
    bool clause =
        link == DM_LINK_THAT || dm_scan_has(scan, content.begin, DM_WORD_SUB);
    if (!clause && !is_person(scan, s->run))
        return false; // "the flows would encourage trade"
    if (!dm_link_is_content(link) || s->inverted ||
        dm_scan_has(scan, s->run.begin, DM_WORD_FIRST) ||
        dm_scan_is(scan, s->run.begin, "you") ||
        // "did not suggest retaliation" says nothing.
        (link == DM_LINK_OBJECT && (site->frames & DM_FRAME_CLAUSE)))
        return false;
    return link != DM_LINK_BARE || has_subject(r, content);
}

static demarche_status hold_denied(dm_reading *r, const dm_subject *s,
                                   const dm_site *site, dm_link link,
                                   dm_run content)
{
    if (!can_deny(r, s, site, link, content))
        return DEMARCHE_OK;
    demarche_status status = hold_behind(r, s, site, link, content);
    if (status == DEMARCHE_OK)
        dm_draft_deny(dm_reading_last(r));
    return status;
}

demarche_status dm_finite_read(dm_reading *r, const dm_site *site)
{
    dm_subject s;
    const dm_draft *last = dm_reading_last(r);
    if (site->verb < r->held &&
        (last == NULL || !dm_phrase_is_media(r->scan, last->source)) &&
        site->verb + CLOSING_MAX < r->run.end)
        return DEMARCHE_OK;
    if (!dm_subject_find(&s, r, site))
        return DEMARCHE_OK;
    bool held = !is_free(r, site, &s);
    dm_run content = { 0, 0 };
    dm_site behind = *site;
    behind.words.end = s.after;
    behind.relative = s.relative;
    behind.edge = s.edge;
    dm_link link = dm_link_after(&content, r->scan, &behind, r->run.end);
    const dm_quotation *quote = quote_before(r, s.edge);
    if (held)
        return link == DM_LINK_NONE && !site->denied &&
                       closes_sentence(r, site, &s, link)
                   ? hold_before(r, &s, site)
                   : DEMARCHE_OK;
    if (lacks_object(r, &s, link))
        return DEMARCHE_OK;
    if (quote != NULL && (site->frames & DM_FRAME_QUOTE) &&
        link != DM_LINK_THAT && !is_title(r, quote, link))
        return hold_quote(r, &s, site, quote);
    if (only_relays(r, &s))
        return DEMARCHE_OK;
    if (site->denied)
        return hold_denied(r, &s, site, link, content);
    if (closes_sentence(r, site, &s, link))
        return hold_before(r, &s, site);
    bool tells = (site->frames & DM_FRAME_CLAUSE) || site->particle;
    if (link == DM_LINK_NONE && tells && hangs_on_as(r, &s))
        return hold_as(r, &s, site);
    if (link == DM_LINK_NONE)
        link = look_further(&content, r, site, &s);
    return hold_behind(r, &s, site, link, content);
}
