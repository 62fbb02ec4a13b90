/* second.c - see second.h. */
#include "second.h"

#include "ending.h"
#include "extent.h"
#include "phrase.h"
#include "trait.h"

enum {
    CUE_AROUND = 300, // kinds of features; see dm_option_add
    CUE_FAR = 320,
    CUE_KIND = 330,
    BEGIN_AROUND = 400,
    BEGIN_FAR = 420,
    BEGIN_KIND = 430,
    BEGIN_MAX = 18, // tokens behind the verb in which the content may begin
};

/* A verb of no table, with all that a verb can do. */
static const dm_cue any_verb = {
    .lemma = DM_SPAN(""),
    .frames =
        DM_FRAME_CLAUSE | DM_FRAME_QUOTE | DM_FRAME_FINAL | DM_FRAME_OBJECT,
};

dm_before dm_second_before(const dm_reading *r)
{
    const dm_draft *last = dm_reading_last(r);
    return (dm_before){ .drafts = r->scan->draft_count,
                        .pieces = last == NULL ? 0 : last->count,
                        .held = r->held };
}

bool dm_second_may(const dm_reading *r, uint32_t at)
{
    const dm_chooser *chooser = r->scan->page->chooser;
    return dm_scan_may_ask(r->scan, at) &&
           (r->scan->words[at].cue != NULL ||
            dm_chooser_knows(chooser, dm_trait_word(r->scan, at)));
}

/* The word as a site, whatever it is. */
static dm_site read_site(const dm_reading *r, uint32_t at)
{
    const dm_scan *scan = r->scan;
    if (scan->words[at].cue != NULL)
        return dm_site_read(scan, r->run.begin, at);
    dm_span folded = dm_scan_token(scan, at)->folded;
    dm_cue_form form = dm_span_ends(folded, "ing")  ? DM_FORM_ING
                       : dm_span_ends(folded, "ed") ? DM_FORM_PAST
                       : dm_span_ends(folded, "s")  ? DM_FORM_S
                                                    : DM_FORM_PAST;
    return dm_site_read_as(scan, r->run.begin, at, &any_verb, form);
}

/* A word that may speak, with what is known of its place. */
typedef struct look {
    dm_reading *r;
    uint32_t at;
    dm_site site;
    dm_run subject;   // before it; empty where there is none
    uint32_t edge;    // where the attribution begins
    const char *rule; // by which the rules hold it, or NULL
    bool held;        // stands in the content of another
    bool inverted;    // ", said X"
} look;

static uint32_t rule_key(const look *l)
{
    uint32_t key = 0;
    for (const char *c = l->rule; c != NULL && *c != '\0'; c++)
        key = key * 256 + (unsigned char)*c;
    return key;
}

/* How far it is to the first token of a kind; 15 where there is none near. */
static uint32_t distance_to(const look *l, dm_span mark)
{
    const dm_token *tokens = l->r->scan->page->tokens.items;
    uint32_t i = 1;
    while (i < 15 && l->at + i < l->r->run.end &&
           !dm_span_equal(tokens[l->at + i].folded, mark))
        i++;
    return i;
}

static uint32_t distance_to_quote(const look *l)
{
    uint32_t i = 1;
    while (i < 15 && l->at + i < l->r->run.end &&
           l->r->scan->words[l->at + i].quote == 0)
        i++;
    return i;
}

static void describe_cue(dm_option *option, const look *l)
{
    const dm_scan *scan = l->r->scan;
    const dm_site *site = &l->site;
    uint32_t at = l->at, kind = CUE_KIND;
    uint32_t word = dm_trait_word(scan, at), rule = rule_key(l);
    uint32_t mood = site->unspoken * 2u + site->finite;
    uint32_t helper =
        site->group.begin < at ? dm_trait_word(scan, site->group.begin) : 0;
    bool subject = l->subject.begin < l->subject.end;
    uint32_t who = subject ? dm_trait_shape(scan, l->subject.end - 1) : 0;
    uint32_t quote = distance_to_quote(l),
             that = distance_to(l, (dm_span)DM_SPAN("that"));
    uint32_t quoted = l->edge > l->r->run.begin &&
                      (scan->words[l->edge - 1].quote != 0 ||
                       (l->edge > 1 && scan->words[l->edge - 2].quote != 0));
    uint32_t before =
        l->edge > l->r->run.begin ? dm_trait_word(scan, l->edge - 1) : 0;
    dm_trait_add_around(option, scan, CUE_AROUND, at);
    dm_trait_add_far(option, scan, CUE_FAR, at);
    dm_option_add(option, kind++, rule, 0);
    dm_option_add(option, kind++, rule, word);
    dm_option_add(option, kind++, rule, mood);
    dm_option_add(option, kind++, word, mood);
    dm_option_add(option, kind++, word, helper);
    dm_option_add(option, kind++, helper, rule);
    dm_option_add(option, kind++, word, subject);
    dm_option_add(option, kind++, who, rule);
    dm_option_add(option, kind++, who, subject * 2u + site->finite);
    dm_option_add(option, kind++, quote, word);
    dm_option_add(option, kind++, quote, rule != 0);
    dm_option_add(option, kind++, that, word);
    dm_option_add(option, kind++, that, rule != 0);
    dm_option_add(option, kind++, quoted, word);
    dm_option_add(option, kind++, quoted, rule);
    dm_option_add(option, kind++, before, rule);
    dm_option_add(option, kind++, before, subject);
    dm_option_add(option, kind++, dm_trait_step(l->r->run.end - at), rule != 0);
    dm_option_add(option, kind++, dm_trait_step(at - l->r->run.begin),
                  rule != 0);
    dm_option_add(option, kind++, l->held, word);
    dm_option_add(option, kind++, l->held, rule);
    dm_option_add(option, kind++, site->form, mood);
    dm_option_add(option, kind++, l->inverted, word);
    dm_option_add(option, kind++, distance_to(l, (dm_span)DM_SPAN(",")), word);
    dm_option_add(option, kind++, distance_to(l, (dm_span)DM_SPAN(":")),
                  rule != 0);
    dm_option_add(option, kind++,
                  subject ? dm_trait_word(scan, l->subject.end - 1) : 0,
                  rule != 0);
    dm_option_add(option, kind++, dm_reading_last(l->r) != NULL, rule);
}

/* Does it speak? */
static bool speaks(const look *l)
{
    bool found = l->rule != NULL;
    dm_decision decision;
    dm_decision_begin(&decision, found ? DM_ASK_STANDS : DM_ASK_SPEAKS, l->at);
    decision.usual = found;
    dm_decision_add(&decision, 0);
    describe_cue(dm_decision_add(&decision, 1), l);
    const dm_scan *scan = l->r->scan;
    *scan->asked += (uint32_t)decision.count;
    return dm_chooser_decide(scan->page->chooser, scan, &decision) == 1;
}

static void describe_begin(dm_option *option, const look *l, uint32_t at)
{
    const dm_scan *scan = l->r->scan;
    uint32_t verb = dm_trait_word(scan, l->at), kind = BEGIN_KIND;
    uint32_t before = dm_trait_word(scan, at - 1);
    uint32_t shape = dm_trait_shape(scan, at);
    uint32_t last = dm_trait_shape(scan, at - 1);
    uint32_t far = dm_trait_step(at - l->at);
    bool quote = dm_scan_quote(scan, at) != NULL;
    dm_trait_add_around(option, scan, BEGIN_AROUND, at);
    dm_trait_add_far(option, scan, BEGIN_FAR, at);
    dm_option_add(option, kind++, far, 0);
    dm_option_add(option, kind++, far, quote);
    dm_option_add(option, kind++, far, verb);
    dm_option_add(option, kind++, verb, before);
    dm_option_add(option, kind++, verb, shape);
    dm_option_add(option, kind++, verb, last);
    dm_option_add(option, kind++, verb, quote);
    dm_option_add(option, kind++, far, shape);
    dm_option_add(option, kind++, far, last);
    dm_option_add(option, kind++, before, quote);
    dm_option_add(option, kind++, l->site.form, far);
    dm_option_add(option, kind++, l->site.form, last ^ quote);
}

enum { NOWHERE = 0, BEFORE = 1 }; // options beside the places behind the verb

static void describe_other(dm_option *option, const look *l, uint32_t which)
{
    const dm_scan *scan = l->r->scan;
    uint32_t verb = dm_trait_word(scan, l->at), kind = BEGIN_KIND + 20;
    uint32_t edge = l->edge;
    uint32_t before = edge > 0 ? dm_trait_word(scan, edge - 1) : 0;
    uint32_t behind = dm_trait_word(scan, l->at + 1);
    dm_option_add(option, kind++, which, 0);
    dm_option_add(option, kind++, which, verb);
    dm_option_add(option, kind++, which, before);
    dm_option_add(option, kind++, which, behind);
    dm_option_add(option, kind++, which, dm_trait_shape(scan, l->at + 1));
    dm_option_add(option, kind++, which,
                  edge > 0 && scan->words[edge - 1].quote != 0);
    dm_option_add(option, kind++, which,
                  edge > 1 && scan->words[edge - 2].quote != 0);
    dm_option_add(option, kind++, which, l->site.form);
    dm_option_add(option, kind++, which, l->inverted);
    dm_option_add(option, kind++, which, dm_trait_step(edge - l->r->run.begin));
    dm_option_add(option, kind++, which, dm_trait_step(l->r->run.end - l->at));
    dm_option_add(option, kind++, which, distance_to_quote(l));
}

/* A quotation, or a mark that closes none that was seen to open. */
static bool ends_quote(const dm_scan *scan, uint32_t at)
{
    return scan->words[at - 1].quote != 0 ||
           dm_scan_kind(scan, at - 1, DM_TOKEN_QUOTE);
}

/* "…," posted the minister; "…, the minister explained". */
static bool may_stand_before(const look *l)
{
    const dm_scan *scan = l->r->scan;
    uint32_t edge = l->edge;
    if (edge <= l->r->run.begin + 2 || l->site.unspoken)
        return false;
    bool quoted =
        scan->words[edge - 1].quote != 0 ||
        (dm_scan_is_comma(scan, edge - 1) && scan->words[edge - 2].quote != 0);
    return (quoted || dm_scan_is_comma(scan, edge - 1)) &&
           l->subject.begin < l->subject.end;
}

/* "…, said the white paper." is at its sentence's end: what stands behind the
 * verb is who speaks. "…, said taxes would rise" is not. */
static bool closes(const look *l)
{
    const dm_scan *scan = l->r->scan;
    uint32_t end = l->subject.end;
    return l->inverted && scan->words[l->at].cue != NULL &&
           (dm_scan_is_comma(scan, end) ||
            !dm_extent_has_verb(scan, end, l->r->run.end));
}

/* Where what it says begins: a token behind it; its own where the content
 * stands before; none. */
static uint32_t find_begin(const look *l)
{
    const dm_scan *scan = l->r->scan;
    dm_decision decision;
    dm_decision_begin(&decision, DM_ASK_BEGIN, l->at);
    describe_other(dm_decision_add(&decision, DM_NO_SITE), l, NOWHERE);
    if (may_stand_before(l))
        describe_other(dm_decision_add(&decision, l->at), l, BEFORE);
    uint32_t limit = closes(l) ? l->at : l->r->run.end;
    for (uint32_t at = l->at + 1; at < limit && at <= l->at + BEGIN_MAX; at++) {
        const dm_quotation *quote = dm_scan_quote(scan, at);
        bool mark = quote == NULL && dm_extent_is_mark(scan, at);
        if (mark || dm_scan_is(scan, at, "that"))
            continue;
        describe_begin(dm_decision_add(&decision, at), l, at);
        if (quote != NULL)
            break;
    }
    *scan->asked += (uint32_t)decision.count;
    size_t best = dm_chooser_decide(scan->page->chooser, scan, &decision);
    return decision.options[best].at;
}

/* Who speaks: the subject; else whoever the sentence is about. */
static dm_run find_source(const look *l)
{
    dm_run none = { 0, 0 }, source;
    const dm_reading *r = l->r;
    const dm_draft *last = dm_reading_last(r);
    if (l->subject.begin < l->subject.end)
        return l->subject;
    if (last != NULL && last->source.begin < last->source.end)
        return last->source;
    if (l->site.group.begin > r->run.begin &&
        dm_phrase_leading(&source, r->scan, r->run.begin, l->site.group.begin))
        return source;
    return none;
}

/* Nobody is known to speak: only marks show that somebody does. */
static bool holds_quote(const look *l, dm_run content)
{
    for (uint32_t i = content.begin; i < content.end; i++)
        if (l->r->scan->words[i].quote != 0)
            return true;
    return false;
}

static demarche_status propose(look *l)
{
    dm_reading *r = l->r;
    uint32_t begin = find_begin(l);
    if (begin == DM_NO_SITE)
        return DEMARCHE_OK;
    dm_run content = { begin, r->run.end };
    if (begin == l->at) {
        content = (dm_run){ r->run.begin, l->edge };
        if (dm_reading_last(r) != NULL && content.begin < r->held)
            return DEMARCHE_OK;
    } else {
        content.end = dm_extent_end(r->scan, begin, r->run.end);
        content.end =
            dm_ending_choose(r->scan, l->at, l->edge, content, r->run.end);
    }
    content = dm_extent_trim(r->scan, content);
    dm_run source = find_source(l);
    if (content.begin >= content.end ||
        (source.begin >= source.end && !holds_quote(l, content)))
        return DEMARCHE_OK;
    dm_draft *draft;
    demarche_status status = dm_reading_add(
        &draft, r, "L1", source, (dm_run){ l->at, l->at + 1 }, content);
    if (status == DEMARCHE_OK && l->site.denied)
        dm_draft_deny(draft);
    return status;
}

/* The rule by which the word's attribution was just found, or NULL. */
static const char *find_rule(const dm_reading *r, const dm_before *before)
{
    const dm_draft *last = dm_reading_last(r);
    bool added = r->scan->draft_count > before->drafts;
    bool extended = last != NULL && r->scan->draft_count == before->drafts &&
                    last->count > before->pieces;
    if (last == NULL || !(added || extended) || last->rule_count == 0)
        return r->scan->draft_count < before->drafts ? "--" : NULL;
    return added ? last->rules[0] : "+";
}

/* "…, said the white paper": the comma stands right before the verb. */
static bool is_inverted(dm_run *out, const look *l)
{
    const dm_scan *scan = l->r->scan;
    uint32_t begin = l->site.group.begin;
    return begin > l->r->run.begin + 2 && l->site.form != DM_FORM_ING &&
           (dm_scan_is_comma(scan, begin - 1) || ends_quote(scan, begin)) &&
           dm_phrase_after(out, scan, l->at + 1, l->r->run.end);
}

static void look_at(look *l)
{
    const dm_reading *r = l->r;
    l->edge = l->site.group.begin;
    dm_run subject;
    uint32_t edge;
    if (is_inverted(&subject, l)) {
        l->subject = subject;
        l->inverted = true;
        return;
    }
    if (dm_phrase_before(&subject, &edge, r->scan, r->run.begin,
                         l->site.group.begin)) {
        l->subject = subject;
        l->edge = edge;
    }
}

void dm_second_rehearse(dm_reading *r, uint32_t at)
{
    look l = { .r = r, .at = at, .site = read_site(r, at) };
    look_at(&l);
    uint32_t begin = find_begin(&l), limit = r->run.end;
    if (begin == DM_NO_SITE || begin <= at || begin >= limit)
        return;
    dm_run content = { begin, dm_extent_end(r->scan, begin, limit) };
    dm_ending_choose(r->scan, at, l.edge, content, limit);
}

demarche_status dm_second_read(dm_reading *r, uint32_t at,
                               const dm_before *before)
{
    dm_scan *scan = r->scan;
    look l = { .r = r, .at = at, .site = read_site(r, at) };
    l.rule = find_rule(r, before);
    l.held = at < before->held;
    // A verb that opens its sentence speaks of the one before: "said the
    // envoy."
    bool opens = at == r->run.begin && l.site.form != DM_FORM_ING;
    if ((l.held || opens) && l.rule == NULL)
        return DEMARCHE_OK;
    look_at(&l);
    bool said = speaks(&l);
    if (said == (l.rule != NULL))
        return DEMARCHE_OK;
    if (said)
        return propose(&l);
    if (scan->draft_count == before->drafts + 1) {
        scan->draft_count--;
        r->held = before->held;
    }
    return DEMARCHE_OK;
}
