/* speaker.c - who speaks: every statement's speaker words to a figure.
 *
 *     mentions of the page ──► cast ──┐
 *     statements, in order ──► naming ┴──► figure ──► actor, name, side
 *
 * Statements are resolved in their order, so that each may lean on those before
 * it. The labels of the rules (A: to whom a name leads, S: how a speaker
 * without a name was found) are listed in docs/ARCHITECTURE.md.
 */
#include "resolver.h"

enum { CARRIED = 3 }; // sentences over which a speaker goes on without words

dm_figure *dm_resolver_by_rule(dm_resolver *r, const char *label,
                               dm_figure *figure)
{
    if (figure != NULL)
        dm_statement_add_rule(r->statement, label);
    return figure;
}

dm_figure *dm_resolver_by_found(dm_resolver *r, const char *label,
                                dm_found found)
{
    if (found.figure != NULL)
        r->antecedent = found.words;
    return dm_resolver_by_rule(r, label, found.figure);
}

static dm_figure *resolve_pronoun(dm_resolver *r)
{
    uint32_t classes = r->naming.classes, token = r->naming.head;
    if (classes & DM_NOUN_WHO)
        return dm_resolver_by_found(r, "S3",
                                    dm_antecedent_relative(&r->stage, token));
    dm_found found = dm_antecedent_pronoun(&r->stage, classes, token);
    return dm_resolver_by_found(r, found.said ? "S1" : "S2", found);
}

static const char *label_of_name(const dm_resolver *r)
{
    const dm_figure *figure = r->naming.figure;
    uint32_t words = r->naming.phrase.end - r->naming.phrase.first;
    if (figure->actor == NULL)
        return words > 1 ? "A5" : "A2";
    return figure->kind == DM_FIGURE_PERSON && words == 1 ? "A2" : "A1";
}

/* "his campaign", "Holt's aides": whose, tells the side. */
static void ask_owner(dm_resolver *r)
{
    uint32_t token = r->naming.owner_token;
    if (r->naming.owner == NULL && token < r->naming.words.end) {
        uint32_t classes = r->stage.cast.classes[token];
        r->naming.owner =
            dm_antecedent_pronoun(&r->stage, classes, token).figure;
        r->naming.owned = true;
    }
    const dm_figure *owner = r->naming.owner;
    if (owner != NULL && owner->side != NULL &&
        r->evidence.weight < DM_WEIGHT_PERSON) {
        r->evidence.side = owner->side;
        r->evidence.weight = DM_WEIGHT_PERSON;
        r->evidence.words = owner->words;
    }
}

static dm_figure *resolve(dm_resolver *r, dm_stretch words)
{
    r->naming = dm_naming_read(&r->stage.cast, &r->stage.mentions, words);
    switch (r->naming.kind) {
    case DM_NAMING_NONE: return NULL;
    case DM_NAMING_PRONOUN: return resolve_pronoun(r);
    case DM_NAMING_PAIR: return dm_nameless_pair(r);
    case DM_NAMING_NAMED:
        return dm_resolver_by_rule(r, label_of_name(r), r->naming.figure);
    case DM_NAMING_NOUN: break;
    }
    const dm_page *page = r->stage.cast.page;
    uint32_t end =
        page->sentences[dm_page_sentence_of(page, r->naming.head)].end;
    dm_stretch said = r->naming.words; // "an aide who …": up to there
    for (uint32_t i = said.first; i < said.end; i++)
        if (r->stage.cast.classes[i] & DM_NOUN_WHO)
            said.end = i;
    r->evidence = dm_describe_side(&r->stage.cast, said);
    if (r->evidence.weight == DM_WEIGHT_NONE)
        r->evidence = dm_describe_side(
            &r->stage.cast,
            dm_apposition_after(&r->stage.cast, r->naming.words.end, end));
    ask_owner(r);
    return dm_nameless_resolve(r);
}

/* Mark the tokens that stand inside a statement's words, but for questions:
 * these name who is asked. */
static bool *mark_spoken(const dm_page *page, const dm_statement *items,
                         size_t count, dm_arena *arena)
{
    bool *spoken = dm_arena_array(arena, page->tokens.count, sizeof *spoken);
    for (size_t i = 0; spoken != NULL && i < count; i++)
        for (size_t j = 0;
             items[i].kind != DEMARCHE_QUESTION && j < items[i].span_count;
             j++) {
            dm_stretch words = dm_page_stretch(page, items[i].spans[j]);
            if (words.end > words.first)
                memset(spoken + words.first, true,
                       (words.end - words.first) * sizeof *spoken);
        }
    return spoken;
}

/* The last token of a statement, its speaker included. */
static uint32_t last_token(const dm_page *page, const dm_statement *s)
{
    uint32_t last = dm_page_stretch(page, s->speaker).end;
    if (s->span_count > 0) {
        uint32_t end = dm_page_stretch(page, s->spans[s->span_count - 1]).end;
        last = end > last ? end : last;
    }
    return last == 0 ? 0 : last - 1;
}

/* S10: a statement without speaker words goes on with the last speaker; not
 * what nobody is named for ("it was announced that"). */
static dm_figure *carry_over(dm_resolver *r)
{
    const dm_statement *s = r->statement;
    if (s->span_count == 0 || s->kind == DEMARCHE_REPORTED ||
        (s->rule_count > 0 && strcmp(s->rules[0], "R10") == 0) ||
        s->kind == DEMARCHE_TRANSCRIPT)
        return NULL;
    uint32_t first = dm_page_stretch(r->stage.cast.page, s->spans[0]).first;
    return dm_resolver_by_found(
        r, "S10", dm_antecedent_saying(&r->stage, first, CARRIED));
}

static bool note_saying(dm_resolver *r, dm_figure *figure)
{
    dm_stage *stage = &r->stage;
    dm_saying *moved =
        dm_arena_grow(stage->cast.arena, stage->sayings, stage->saying_count,
                      &stage->saying_room, sizeof *moved);
    if (moved == NULL)
        return false;
    stage->sayings = moved;
    stage->sayings[stage->saying_count++] = (dm_saying){
        .figure = figure,
        .token = last_token(stage->cast.page, r->statement),
        .speaker = dm_page_stretch(stage->cast.page, r->statement->speaker),
    };
    return true;
}

static dm_bytes bytes_of(const dm_page *page, dm_stretch words)
{
    const dm_token *tokens = page->tokens.items;
    if (words.first >= words.end)
        return (dm_bytes){ 0, 0 };
    return (dm_bytes){ tokens[words.first].begin, tokens[words.end - 1].end };
}

/* What the statement keeps of the figure, and of how it was found. */
static void keep(const dm_resolver *r, const dm_figure *figure)
{
    static const demarche_actor_kind kinds[] = {
        [DM_FIGURE_PERSON] = DEMARCHE_ACTOR_PERSON,
        [DM_FIGURE_BODY] = DEMARCHE_ACTOR_INSTITUTION,
        [DM_FIGURE_LAND] = DEMARCHE_ACTOR_COUNTRY,
        [DM_FIGURE_ROLE] = DEMARCHE_ACTOR_UNNAMED,
        [DM_FIGURE_GROUP] = DEMARCHE_ACTOR_UNNAMED,
    };
    const dm_page *page = r->stage.cast.page;
    dm_statement *statement = r->statement;
    statement->actor = figure->actor;
    statement->actor_name = figure->name;
    statement->side_hint =
        figure->actor == NULL ? figure->side : figure->actor->side;
    statement->actor_kind = kinds[figure->kind];
    statement->antecedent = bytes_of(page, r->antecedent);
    statement->title = bytes_of(page, figure->title);
    statement->apposition = bytes_of(page, figure->apposition);
    if (figure->actor == NULL)
        statement->side_words = bytes_of(page, figure->side_words);
}

static bool resolve_statement(dm_resolver *r, dm_statement *statement)
{
    if (statement->actor_name != NULL) {
        statement->actor_kind = DEMARCHE_ACTOR_PERSON;
        return true; // a label that the transcript's heading explains
    }
    if (statement->kind == DEMARCHE_QUESTION)
        return true; // whom the register does not know stays unknown
    const dm_page *page = r->stage.cast.page;
    r->statement = statement;
    r->evidence = (dm_evidence){ 0 };
    r->antecedent = (dm_stretch){ 0, 0 };
    dm_stretch words = dm_page_stretch(page, statement->speaker);
    dm_figure *figure =
        words.first < words.end ? resolve(r, words) : carry_over(r);
    if (r->stage.cast.failed)
        return false;
    if (figure == NULL)
        return true;
    keep(r, figure);
    return note_saying(r, figure);
}

demarche_status dm_speakers_resolve(dm_statement *items, size_t count,
                                    const dm_page *page, const dm_register *reg,
                                    dm_arena *arena, demarche_error *err)
{
    dm_resolver r = { .tokens = page->tokens.items };
    bool *spoken = mark_spoken(page, items, count, arena);
    if (spoken == NULL)
        return dm_no_memory(err);
    demarche_status status = dm_cast_init(&r.stage.cast, page, reg, arena, err);
    if (status == DEMARCHE_OK)
        status =
            dm_mentions_find(&r.stage.mentions, &r.stage.cast, spoken, err);
    for (size_t i = 0; i < count && status == DEMARCHE_OK; i++)
        if (!resolve_statement(&r, &items[i]))
            status = dm_no_memory(err);
    if (status == DEMARCHE_OK)
        dm_echoes_resolve(&r.stage.cast, items, count);
    dm_cast_clear(&r.stage.cast);
    return status;
}
