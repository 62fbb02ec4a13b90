/* nameless.c - speakers who are described instead of named.
 *
 * "the ministry", "a senior U.S. official", "the statement", "analysts": first
 * somebody met before who fits, then whoever holds the office, then a figure
 * of its own whose name is its description.
 */
#include "register.h"
#include "resolver.h"

#include "base/buf.h"
#include "unnamed.h"

enum {
    PERSON = 1 << DM_FIGURE_PERSON,
    BODY = 1 << DM_FIGURE_BODY,
    LAND = 1 << DM_FIGURE_LAND,
    ROLE = 1 << DM_FIGURE_ROLE,
    GROUP = 1 << DM_FIGURE_GROUP,
    LAST_SPEAKER = 4, // sentences within which "the expert" is who spoke last
    HEADLINES = 3,    // sentences at the head that describe before they name
    ROLE_AHEAD = 2,   // sentences in which the name of "a lawmaker" may follow
    BODY_AHEAD = 12,  // likewise of "the commission"
    FORGOTTEN = 8 * 372, // days out of office after which a family name alone
                         // means somebody else
};

/* A figure that nobody has named, known by its description. */
static dm_figure *add_unnamed(dm_resolver *r, dm_figure_kind kind,
                              const char *name)
{
    dm_cast *cast = &r->stage.cast;
    dm_stretch nowhere = { r->naming.head, r->naming.head };
    dm_figure *figure = dm_cast_add(cast, kind, NULL, nowhere);
    if (figure == NULL || name == NULL) {
        cast->failed = true;
        return NULL;
    }
    figure->name = name;
    figure->side = r->evidence.side;
    figure->side_weight = r->evidence.weight;
    figure->side_words = r->evidence.words;
    figure->body = r->evidence.body;
    if (figure->side == NULL && kind == DM_FIGURE_GROUP &&
        (r->naming.classes & DM_NOUN_ANALYST))
        figure->side = "other"; // analysts as such speak for no side
    dm_span head = r->tokens[r->naming.head].folded;
    dm_figure_add_role(figure, head);
    figure->gender = dm_noun_classes(head) & (DM_NOUN_MALE | DM_NOUN_FEMALE);
    return figure;
}

static dm_wanted wanted(const dm_resolver *r, unsigned kinds)
{
    uint32_t head = r->naming.head;
    return (dm_wanted){ .head = r->tokens[head].folded,
                        .modifiers = { r->naming.phrase.first, head },
                        .kinds = kinds,
                        .side = r->evidence.side,
                        .owner = r->naming.owner,
                        .token = r->naming.words.first };
}

/* S5: "the ministry", "the commission", "the bloc". */
static dm_figure *find_body(dm_resolver *r, unsigned kinds)
{
    dm_wanted query = wanted(r, kinds);
    if (query.owner != NULL && query.owner->kind != DM_FIGURE_PERSON)
        query.owner = NULL; // its side tells enough
    dm_found found = dm_antecedent_noun(&r->stage, &query);
    if (found.figure == NULL)
        found = dm_antecedent_next(&r->stage, &query, BODY_AHEAD);
    return dm_resolver_by_found(r, "S5", found);
}

/* For whom "a ministry spokesperson" speaks: the institution that the words
 * before the noun mean. */
static const char *body_name(dm_resolver *r)
{
    uint32_t head = r->naming.head;
    const dm_actor *office = r->evidence.office;
    if (r->evidence.body != NULL)
        return r->evidence.body->name;
    if ((r->naming.classes & DM_NOUN_SPOKES) && office != NULL &&
        office->of != NULL && office->of->kind == DM_ACTOR_INSTITUTION)
        return office->of->name;
    for (uint32_t i = r->naming.phrase.first; i < head; i++) {
        if (!(r->stage.cast.classes[i] & DM_NOUN_BODY))
            continue;
        dm_wanted query = wanted(r, BODY);
        query.head = r->tokens[i].folded;
        query.modifiers.end = i;
        query.owner = NULL;
        dm_figure *figure = dm_antecedent_noun(&r->stage, &query).figure;
        if (figure == NULL)
            continue;
        if (r->evidence.side == NULL)
            r->evidence.side = figure->side;
        return figure->name;
    }
    return NULL;
}

static bool is_opening(const dm_resolver *r)
{
    return dm_page_sentence_of(r->stage.cast.page, r->naming.head) < HEADLINES;
}

/* A person or role met before, or soon after, or in office. */
static dm_figure *find_known_role(dm_resolver *r)
{
    dm_wanted query = wanted(r, PERSON | ROLE);
    dm_figure *figure = dm_office_label(r);
    if (figure == NULL && r->naming.definite) {
        dm_found met = dm_antecedent_noun(&r->stage, &query);
        if (!dm_office_excludes(r, met.figure))
            figure = dm_resolver_by_found(r, "S4", met);
    }
    if (figure == NULL)
        figure = dm_office_holder(r);
    if (figure != NULL || !is_opening(r))
        return figure;
    query.kinds = PERSON;
    return dm_resolver_by_found(
        r, "S9", dm_antecedent_next(&r->stage, &query, ROLE_AHEAD));
}

/* S6: "the expert" is who spoke last, unless the words tell another side, or
 * whose expert it is. */
static dm_figure *find_last_speaker(dm_resolver *r)
{
    const dm_naming *naming = &r->naming;
    bool owned =
        (naming->owner != NULL && naming->owner->kind == DM_FIGURE_PERSON) ||
        naming->owner_token < naming->words.end;
    if (!naming->definite || owned)
        return NULL;
    dm_found found =
        dm_antecedent_saying(&r->stage, naming->words.first, LAST_SPEAKER);
    const dm_figure *last = found.figure;
    if (last == NULL || last->kind != DM_FIGURE_PERSON)
        return NULL;
    bool clash =
        r->evidence.side != NULL &&
        (last->side == NULL || strcmp(last->side, r->evidence.side) != 0);
    return clash ? NULL : dm_resolver_by_found(r, "S6", found);
}

/* One person without a name. */
static dm_figure *find_role(dm_resolver *r)
{
    dm_figure *figure = find_known_role(r);
    const char *body = figure == NULL ? body_name(r) : NULL;
    bool speaks = body != NULL && (r->naming.classes & DM_NOUN_SPOKES);
    if (figure == NULL && !speaks)
        figure = find_last_speaker(r);
    if (figure != NULL)
        return figure;
    dm_wanted query = wanted(r, ROLE);
    const dm_figure *like = dm_antecedent_noun(&r->stage, &query).figure;
    if (r->naming.another && r->evidence.side == NULL && like != NULL)
        r->evidence.side = like->side;
    const char *name = dm_unnamed_words(&r->stage.cast, &r->naming, body);
    return dm_resolver_by_rule(r, "S8", add_unnamed(r, DM_FIGURE_ROLE, name));
}

/* Several: "the officials", "others", "analysts". */
static dm_figure *find_group(dm_resolver *r)
{
    dm_wanted query = wanted(r, GROUP);
    dm_found found = { 0 };
    bool others = dm_span_is(query.head, "others");
    // "the ministries of trade and finance" say themselves whose they are.
    uint32_t after = r->naming.phrase.end;
    bool told = after < r->naming.words.end &&
                dm_span_is(r->tokens[after].folded, "of");
    if (r->naming.definite && !told)
        found = dm_antecedent_noun(&r->stage, &query);
    if (others)
        found = dm_antecedent_saying(&r->stage, query.token, LAST_SPEAKER);
    if (others && found.figure != NULL && found.figure->kind != DM_FIGURE_GROUP)
        found.figure = NULL;
    if (found.figure != NULL)
        return dm_resolver_by_found(r, "S4", found);
    return dm_resolver_by_rule(
        r, "S8",
        add_unnamed(r, DM_FIGURE_GROUP,
                    dm_unnamed_words(&r->stage.cast, &r->naming, NULL)));
}

/* Words that no table knows: a name where they are capitalised, else a
 * description. */
static dm_figure *add_words(dm_resolver *r)
{
    dm_cast *cast = &r->stage.cast;
    const dm_naming *naming = &r->naming;
    uint32_t capitals = 0;
    bool body = naming->classes & DM_NOUN_BODY;
    for (uint32_t i = naming->phrase.first; i < naming->phrase.end; i++) {
        capitals += (r->tokens[i].flags & DM_TOKEN_CAPITAL) != 0;
        body |= (r->stage.cast.classes[i] & DM_NOUN_BODY) != 0;
    }
    bool capital = r->tokens[naming->head].flags & DM_TOKEN_CAPITAL;
    if (!capital || (capitals == 1 && naming->classes != 0))
        return dm_resolver_by_rule(
            r, "S8",
            add_unnamed(r, DM_FIGURE_GROUP,
                        dm_unnamed_words(cast, naming, NULL)));
    body |=
        naming->definite || (r->tokens[naming->head].flags & DM_TOKEN_SHOUTED);
    dm_figure_kind kind = body ? DM_FIGURE_BODY : DM_FIGURE_PERSON;
    dm_figure *figure = dm_cast_add(cast, kind, NULL, naming->phrase);
    if (figure == NULL)
        return NULL;
    figure->side = r->evidence.side;
    figure->side_weight = r->evidence.weight;
    figure->side_words = r->evidence.words;
    const dm_page *page = cast->page;
    uint32_t end = page->sentences[dm_page_sentence_of(page, naming->head)].end;
    dm_stretch none = { naming->head, naming->head };
    dm_figure_describe(cast, figure, none,
                       dm_apposition_after(cast, naming->phrase.end, end));
    return dm_resolver_by_rule(r, "A5", figure);
}

/* A2, A4: one word that no mention was made of, such as "French" after "Tom
 * French": a name of the page, else a family name of the register. */
static dm_figure *find_family(dm_resolver *r)
{
    const dm_page *page = r->stage.cast.page;
    const dm_token *head = &r->tokens[r->naming.head];
    if (r->naming.phrase.end - r->naming.phrase.first > 1 || r->naming.definite)
        return NULL;
    dm_figure *figure = dm_cast_find(&r->stage.cast, head->folded, PERSON, 0);
    if (figure != NULL)
        return dm_resolver_by_rule(r, "A2", figure);
    dm_match match =
        dm_register_match(r->stage.cast.reg, &page->text, r->tokens,
                          r->naming.head, r->naming.head + 1, page->date);
    if (match.kind != DM_MATCH_SURNAME)
        return NULL;
    const dm_entry *entry = dm_entry_of(match.actor);
    if (entry->term_count > 0 &&
        dm_entry_distance(entry, dm_date_guess(page->date)) > FORGOTTEN)
        return NULL;
    return dm_resolver_by_rule(r, "A4",
                               dm_cast_add(&r->stage.cast, DM_FIGURE_PERSON,
                                           match.actor, r->naming.phrase));
}

/* S11: a name stands right before or behind the description, a comma between:
 * "the finance minister, Vera Holt, said". */
static dm_figure *find_beside(dm_resolver *r)
{
    const dm_mentions *list = &r->stage.mentions;
    dm_stretch words = r->naming.words;
    size_t at = dm_mentions_at(list, r->naming.phrase.end);
    uint32_t count = (uint32_t)r->stage.cast.page->tokens.count;
    uint32_t comma = r->naming.phrase.end;
    if (at < list->count && comma < count &&
        dm_span_is(r->tokens[comma].folded, ",") &&
        list->items[at].title == comma + 1 &&
        list->items[at].figure->kind == DM_FIGURE_PERSON)
        return dm_resolver_by_found(r, "S11",
                                    dm_found_mention(&list->items[at]));
    at = dm_mentions_at(list, words.first);
    if (at > 0 && words.first > 1 && words.end < count &&
        dm_span_is(r->tokens[words.first - 1].folded, ",") &&
        list->items[at - 1].words.end == words.first - 1 &&
        list->items[at - 1].figure->kind == DM_FIGURE_PERSON)
        return dm_resolver_by_found(r, "S11",
                                    dm_found_mention(&list->items[at - 1]));
    return NULL;
}

dm_figure *dm_nameless_resolve(dm_resolver *r)
{
    uint32_t classes = r->naming.classes;
    dm_figure *figure = NULL;
    if (r->tokens[r->naming.head].folded.len == 1)
        return NULL; // "A:" labels an answer
    bool capital = r->tokens[r->naming.head].flags & DM_TOKEN_CAPITAL;
    if (capital && classes == 0)
        figure = find_family(r);
    if (figure == NULL && (classes & DM_NOUN_PAIR) && r->naming.definite) {
        r->evidence = (dm_evidence){ .side = "other" };
        r->naming.phrase.first = r->naming.words.first;
        if (dm_span_is(r->tokens[r->naming.phrase.first].folded, "the"))
            r->naming.phrase.first++;
        return dm_resolver_by_rule(
            r, "S8",
            add_unnamed(r, DM_FIGURE_GROUP,
                        dm_unnamed_words(&r->stage.cast, &r->naming, NULL)));
    }
    if (figure == NULL && (classes & DM_NOUN_DOCUMENT))
        figure = dm_issuer_resolve(r);
    if (figure == NULL && (classes & DM_NOUN_BODY))
        figure = find_body(r, BODY);
    if (figure == NULL && (classes & DM_NOUN_LAND) && r->naming.definite)
        figure = find_body(r, LAND);
    if (figure == NULL && (classes & DM_NOUN_ROLE))
        figure = find_beside(r);
    if (figure == NULL && (classes & DM_NOUN_ROLE))
        figure = find_role(r);
    if (figure == NULL && (classes & DM_NOUN_GROUP))
        figure = find_group(r);
    return figure == NULL ? add_words(r) : figure;
}

/* The side that all have; "other" where they differ, NULL where one has none.
 */
static const char *common_side(const dm_naming *naming)
{
    const char *side = naming->figure->side;
    for (size_t i = 0; i < naming->partner_count && side != NULL; i++) {
        const char *also = naming->partners[i]->side;
        if (also == NULL || strcmp(also, side) != 0)
            side = also == NULL ? NULL : "other";
    }
    return side;
}

dm_figure *dm_nameless_pair(dm_resolver *r)
{
    const dm_naming *naming = &r->naming;
    dm_buf buf;
    dm_buf_init(&buf);
    dm_buf_add_string(&buf, naming->figure->name);
    for (size_t i = 0; i < naming->partner_count; i++) {
        bool last = i + 1 == naming->partner_count;
        dm_buf_add_string(&buf, last ? " and " : ", ");
        dm_buf_add_string(&buf, naming->partners[i]->name);
    }
    char *name = dm_buf_failed(&buf)
                     ? NULL
                     : dm_arena_copy(r->stage.cast.arena, dm_buf_span(&buf));
    dm_buf_clear(&buf);
    r->evidence = (dm_evidence){ .side = common_side(naming) };
    return dm_resolver_by_rule(r, "A6", add_unnamed(r, DM_FIGURE_GROUP, name));
}
