/* ending.c - see ending.h. */
#include "ending.h"

#include "extent.h"
#include "trait.h"

enum {
    // Kinds of features; see dm_option_add.
    END_AROUND = 100,
    END_KIND = 130,
    WORDS_MIN = 3,  // in a content that ends elsewhere than the rules say
    LOOK_MAX = 120, // tokens of a content in which ends are looked for
};

/* A place where a content may end: before a mark, or a word that opens
 * something else. */
static bool may_end(const dm_scan *scan, uint32_t at)
{
    if (dm_scan_kind(scan, at, DM_TOKEN_PUNCT))
        return dm_extent_is_mark(scan, at) || dm_scan_is(scan, at, "(") ||
               dm_scan_is(scan, at, ")");
    if (at > 0 && dm_extent_is_mark(scan, at - 1))
        return false; // the same end as before the mark
    return dm_scan_has(scan, at, DM_WORD_CONJ | DM_WORD_SUB | DM_WORD_REL) ||
           (scan->words[at].cue != NULL &&
            scan->words[at].form == DM_FORM_ING) ||
           dm_scan_is(scan, at, "according");
}

/* What a content holds up to an end. */
typedef struct course {
    uint32_t commas, quotes, verbs;
} course;

typedef struct search {
    const dm_scan *scan;
    dm_decision *decision;
    uint32_t site, edge;
    dm_run content; // as the rules have it
    uint32_t limit;
    course so_far;
} search;

static void describe_end(dm_option *option, const search *s, uint32_t end)
{
    const dm_scan *scan = s->scan;
    uint32_t verb = s->site == DM_NO_SITE ? 0 : dm_trait_word(scan, s->site);
    uint32_t before = s->edge == 0 ? 0 : dm_trait_word(scan, s->edge - 1);
    uint32_t here = dm_trait_word(scan, end);
    uint32_t length = dm_trait_step(end - s->content.begin);
    uint32_t rest = dm_trait_step(s->limit - end);
    bool usual = end == s->content.end;
    bool last = end + 2 >= s->limit;
    const course *c = &s->so_far;
    uint32_t kind = END_KIND;
    uint32_t shape = dm_trait_shape(scan, end);
    uint32_t next = dm_trait_shape(scan, end + 1);
    bool verbs = dm_extent_has_verb(scan, end + 1, s->limit);
    dm_trait_add_around(option, scan, END_AROUND, end);
    dm_option_add(option, kind++, usual, 0);
    dm_option_add(option, kind++, last, usual);
    dm_option_add(option, kind++, usual, shape);
    dm_option_add(option, kind++, here, verb);
    dm_option_add(option, kind++, length, usual);
    dm_option_add(option, kind++, rest, here);
    dm_option_add(option, kind++, c->commas > 3 ? 3 : c->commas, here);
    dm_option_add(option, kind++, c->verbs == 0, length);
    dm_option_add(option, kind++, dm_trait_word(scan, s->content.begin), here);
    dm_option_add(option, kind++,
                  dm_scan_quote(scan, end - 1) != NULL ? 1
                  : c->quotes > 0                      ? 2
                                                       : 0,
                  here);
    dm_option_add(option, kind++, c->commas % 2, shape ^ next * 31);
    dm_option_add(option, kind++, before, shape ^ next * 31);
    dm_option_add(option, kind++, dm_scan_quote(scan, end + 1) != NULL,
                  here ^ (uint32_t)(c->quotes > 0));
    dm_option_add(option, kind++, verb, length);
    dm_option_add(option, kind++, last, c->commas > 3 ? 3 : c->commas);
    dm_option_add(option, kind++, last, before);
    dm_option_add(option, kind++, last, verb);
    dm_option_add(option, kind++, dm_trait_shape(scan, s->content.begin),
                  last * 2u + usual);
    dm_option_add(option, kind++, here, verbs);
    dm_option_add(option, kind++, next, verbs);
}

static void add_end(search *s, uint32_t end)
{
    dm_decision *d = s->decision;
    uint32_t trimmed =
        dm_extent_trim(s->scan, (dm_run){ s->content.begin, end }).end;
    bool usual = trimmed == s->content.end;
    if (trimmed < s->content.begin + (usual ? 1 : WORDS_MIN))
        return;
    for (size_t i = 0; i < d->count; i++)
        if (d->options[i].at == trimmed)
            return;
    dm_option *option = dm_decision_add(d, trimmed);
    if (option == NULL)
        return;
    if (usual)
        d->usual = d->count - 1;
    describe_end(option, s, trimmed);
}

/* One step on: past a quotation as a whole. */
static uint32_t step(search *s, uint32_t at)
{
    const dm_scan *scan = s->scan;
    const dm_quotation *quote = dm_scan_quote(scan, at);
    s->so_far.commas += dm_scan_is_comma(scan, at);
    s->so_far.verbs += dm_scan_has(scan, at, DM_WORD_AUX | DM_WORD_VERB);
    if (quote == NULL || quote->run.end <= at + 1)
        return at + 1;
    s->so_far.quotes++;
    s->so_far.verbs++;
    return quote->run.end;
}

uint32_t dm_ending_choose(const dm_scan *scan, uint32_t site, uint32_t edge,
                          dm_run content, uint32_t limit)
{
    const dm_chooser *chooser = scan->page->chooser;
    if (!dm_scan_may_ask(scan, content.begin) || content.begin >= content.end)
        return content.end;
    dm_decision decision;
    dm_decision_begin(&decision, DM_ASK_END, site);
    decision.begin = content.begin;
    search s = { scan, &decision, site, edge, content, limit, { 0 } };
    decision.usual = DM_OPTIONS_MAX;
    uint32_t at = content.begin;
    while (at < limit && at - content.begin < LOOK_MAX &&
           decision.count + 2 < DM_OPTIONS_MAX) {
        bool inside = dm_scan_quote(scan, at) != NULL;
        if (at > content.begin && (inside || may_end(scan, at)))
            add_end(&s, at);
        at = step(&s, at);
        if (dm_scan_quote(scan, at - 1) != NULL)
            add_end(&s, at < limit ? at : limit);
    }
    add_end(&s, limit);
    if (decision.usual == DM_OPTIONS_MAX)
        add_end(&s, content.end);
    *scan->asked += (uint32_t)decision.count;
    if (decision.usual >= decision.count || decision.count < 2)
        return content.end;
    size_t best = dm_chooser_decide(chooser, scan, &decision);
    uint32_t end = decision.options[best].at;
    scan->words[end - 1].last |= best != decision.usual;
    return end;
}
