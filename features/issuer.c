/* issuer.c - whose document speaks: "the report said", "her statement read".
 *
 * S7 asks, in this order: the words themselves ("a report by the ministry"),
 * an earlier place where the same noun stands beside an issuer's name, whoever
 * spoke last, and the institution named last. Statistics and reports are no
 * person's, so for these the last two are asked for institutions alone.
 */
#include "resolver.h"

enum {
    EARLIER_TOKENS = 400, // looked at for the same noun
    EARLIER_PLACES = 4,   // places where it stands
    RIGHT_MAX = 12,       // tokens from the noun to "by the ministry"
    LEFT_MAX = 2,         // tokens between "Reuters" and "poll"
    LAST_SPEAKER = 3,     // sentences
};

static bool is_among(dm_span word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (dm_span_is(word, list[i]))
            return true;
    return false;
}

/* What a person may have written. */
static bool is_personal(dm_span noun)
{
    static const char *const nouns[] = {
        "affidavit", "article", "book",  "e-mail", "email",     "essay",
        "letter",    "memo",    "note",  "op-ed",  "post",      "message",
        "statement", "text",    "tweet", "tweets", "testimony", "speech"
    };
    return is_among(noun, nouns, sizeof nouns / sizeof *nouns);
}

static bool is_poll(dm_span noun)
{
    static const char *const nouns[] = { "ad", "poll", "polls", "survey",
                                         "surveys" };
    return is_among(noun, nouns, sizeof nouns / sizeof *nouns);
}

/* Does "by" or, for an institution, "from" or "of" stand before the token,
 * articles and capitalised words between them passed over? */
static bool is_author(const dm_resolver *r, uint32_t floor, uint32_t at,
                      bool person)
{
    static const char *const all[] = { "by", "from", "of" };
    for (uint32_t i = at; i > floor && at - i < 3; i--) {
        const dm_token *before = &r->tokens[i - 1];
        if (is_among(before->folded, all, person ? 1 : 3))
            return true;
        if (!(r->stage.cast.classes[i - 1] & DM_NOUN_DET) &&
            !(before->flags & DM_TOKEN_CAPITAL))
            return false;
    }
    return false;
}

/* Is the mention a name of its own, not the head of "US-China Council" or "US
 * Pork Producers"? */
static bool is_whole(const dm_resolver *r, const dm_mention *m, uint32_t end)
{
    const dm_token *next = &r->tokens[m->words.end];
    if (m->words.end >= end)
        return m->words.end == end;
    bool land = m->figure->kind == DM_FIGURE_LAND;
    return !dm_span_is(next->folded, "-") &&
           !(land && (next->flags & DM_TOKEN_CAPITAL));
}

/* Who is named as author within [at, end), or by a noun there: "a statement of
 * the commission". Of two ("by Peru and Chile") neither is. */
static dm_found author_within(const dm_resolver *r, uint32_t at, uint32_t end)
{
    const dm_mentions *list = &r->stage.mentions;
    size_t next = dm_mentions_at(list, at);
    for (uint32_t i = at; i < end; i++) {
        while (next < list->count && list->items[next].words.end <= i)
            next++;
        const dm_mention *m = next < list->count ? &list->items[next] : NULL;
        if (m != NULL && m->words.first == i && is_whole(r, m, end) &&
            is_author(r, at, m->title < at ? at : m->title,
                      m->figure->kind == DM_FIGURE_PERSON)) {
            bool joint = m->words.end < end &&
                         dm_span_is(r->tokens[m->words.end].folded, "and");
            return joint ? (dm_found){ 0 } : dm_found_mention(m);
        }
        bool body = (r->stage.cast.classes[i] & DM_NOUN_BODY) &&
                    (m == NULL || i < m->words.first);
        if (!body || !is_author(r, at, i, false))
            continue;
        dm_wanted query = { .head = r->tokens[i].folded,
                            .modifiers = { i, i },
                            .kinds = 1 << DM_FIGURE_BODY,
                            .token = i };
        return dm_antecedent_noun(&r->stage, &query);
    }
    return (dm_found){ 0 };
}

/* "a Reuters poll": named right before the noun. */
static dm_found author_before(const dm_resolver *r, uint32_t noun)
{
    const dm_mentions *list = &r->stage.mentions;
    size_t at = dm_mentions_at(list, noun);
    const dm_mention *m = at > 0 ? &list->items[at - 1] : NULL;
    bool near = m != NULL && noun - m->words.end <= LEFT_MAX;
    for (uint32_t i = near ? m->words.end : noun; i < noun; i++)
        near &= r->tokens[i].kind == DM_TOKEN_WORD ||
                r->tokens[i].kind == DM_TOKEN_SUFFIX;
    bool land = near && m->figure->kind == DM_FIGURE_LAND;
    return near && !land ? dm_found_mention(m) : (dm_found){ 0 };
}

/* The end of the words behind a noun that may name its author. */
static uint32_t right_end(const dm_resolver *r, uint32_t noun)
{
    const dm_page *page = r->stage.cast.page;
    uint32_t end = page->sentences[dm_page_sentence_of(page, noun)].end;
    return end - noun > RIGHT_MAX ? noun + RIGHT_MAX : end;
}

/* "a recent report": told of for the first time. */
static bool is_new(const dm_resolver *r, uint32_t noun)
{
    for (uint32_t i = noun; i-- > 0 && noun - i <= 3;)
        if (dm_span_is(r->tokens[i].folded, "a") ||
            dm_span_is(r->tokens[i].folded, "an"))
            return true;
    return false;
}

/* An earlier place where the noun has an author. "said in a statement" has
 * none beside it: there the search ends, since who spoke is the one. */
static dm_found author_earlier(const dm_resolver *r)
{
    uint32_t first = r->naming.words.first, places = 0;
    dm_span noun = r->tokens[r->naming.head].folded;
    for (uint32_t i = first;
         i-- > 0 && first - i <= EARLIER_TOKENS && places < EARLIER_PLACES;) {
        dm_span word = r->tokens[i].folded;
        if (word.len == 0 || word.data[0] != noun.data[0] ||
            !(r->stage.cast.classes[i] & DM_NOUN_DOCUMENT) ||
            !dm_noun_agrees(word, noun))
            continue;
        places++;
        dm_found found = author_before(r, i);
        if (found.figure == NULL)
            found = author_within(r, i + 1, right_end(r, i));
        if (found.figure != NULL || is_new(r, i))
            return found;
    }
    return (dm_found){ 0 };
}

/* Parties and countries hold no polls. */
static bool may_issue(const dm_figure *figure, dm_span noun)
{
    if (figure == NULL || figure->kind == DM_FIGURE_PERSON ||
        figure->kind == DM_FIGURE_ROLE)
        return figure != NULL && is_personal(noun);
    const dm_actor *actor = figure->actor;
    bool party = actor != NULL && actor->type != NULL &&
                 strcmp(actor->type, "party") == 0;
    return !is_poll(noun) || (figure->kind == DM_FIGURE_BODY && !party);
}

static dm_found find(const dm_resolver *r)
{
    const dm_naming *naming = &r->naming;
    dm_found found = { 0 };
    bool owner =
        naming->owner != NULL && // "the US statement", no "US data"
        (naming->owned || naming->owner->kind != DM_FIGURE_LAND ||
         (naming->definite && naming->words.end == naming->phrase.end &&
          naming->head - naming->phrase.first == 1));
    if (owner)
        found.figure = naming->owner;
    if (found.figure == NULL)
        found = author_within(r, naming->phrase.end, naming->words.end);
    if (found.figure != NULL || !naming->definite)
        return found;
    found = author_earlier(r);
    if (found.figure != NULL)
        return found;
    dm_span noun = r->tokens[naming->head].folded;
    found = dm_antecedent_saying(&r->stage, naming->head, LAST_SPEAKER);
    if (may_issue(found.figure, noun) &&
        (is_personal(noun) || found.figure->kind == DM_FIGURE_BODY))
        return found;
    dm_found body = dm_antecedent_pronoun(&r->stage, DM_NOUN_IT, naming->head);
    if (may_issue(body.figure, noun) && body.figure->kind == DM_FIGURE_BODY)
        return body;
    return may_issue(found.figure, noun) ? found : (dm_found){ 0 };
}

dm_figure *dm_issuer_resolve(dm_resolver *r)
{
    return dm_resolver_by_found(r, "S7", find(r));
}
