/* cast.c - see cast.h. */
#include "cast.h"

#include "register.h"

enum { CHAIN_MAX = 64 }; // calls of one word that are looked at

char *dm_page_words(const dm_page *page, dm_arena *arena, dm_stretch words)
{
    if (words.first >= words.end)
        return dm_arena_copy(arena, (dm_span){ 0 });
    const dm_token *tokens = page->tokens.items;
    size_t begin = tokens[words.first].begin, end = tokens[words.end - 1].end;
    char *copy = dm_arena_copy(
        arena, (dm_span){ page->text.bytes + begin, end - begin });
    if (copy == NULL)
        return NULL;
    size_t len = 0;
    for (size_t i = 0; i < end - begin; i++) {
        bool space = copy[i] == '\n' || copy[i] == '\r' || copy[i] == '\t' ||
                     copy[i] == ' ';
        if (space && len > 0 && copy[len - 1] == ' ')
            continue;
        copy[len++] = space ? ' ' : copy[i];
    }
    copy[len] = '\0';
    return copy;
}

/* The first token in [low, high) that reaches beyond byte `begin`. */
static size_t token_beyond(const dm_page *page, size_t low, size_t high,
                           uint32_t begin)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (page->tokens.items[middle].end <= begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

dm_stretch dm_page_stretch(const dm_page *page, dm_bytes bytes)
{
    size_t count = page->tokens.count;
    size_t first = token_beyond(page, 0, count, bytes.begin);
    if (bytes.begin >= bytes.end)
        return (dm_stretch){ (uint32_t)first, (uint32_t)first };
    size_t len = bytes.end - bytes.begin; // no token is empty
    size_t limit = count - first < len ? count : first + len;
    size_t end = token_beyond(page, first, limit, bytes.end);
    // The token found there may still begin before the end.
    if (end < count && page->tokens.items[end].begin < bytes.end)
        end++;
    return (dm_stretch){ (uint32_t)first, (uint32_t)end };
}

/* The classes of all words of the page: each is asked for many times. */
static const uint32_t *find_classes(const dm_page *page, dm_arena *arena)
{
    const dm_tokens *tokens = &page->tokens;
    uint32_t *classes = dm_arena_array(arena, tokens->count, sizeof *classes);
    for (size_t i = 0; classes != NULL && i < tokens->count; i++)
        if (tokens->items[i].kind == DM_TOKEN_WORD)
            classes[i] = dm_token_gloss(&tokens->items[i])->nouns;
    return classes;
}

demarche_status dm_cast_init(dm_cast *cast, const dm_page *page,
                             const dm_register *reg, dm_arena *arena,
                             demarche_error *err)
{
    *cast = (dm_cast){ .page = page, .reg = reg, .arena = arena };
    dm_intern_init(&cast->words);
    size_t actors = reg == NULL ? 0 : dm_register_count(reg);
    cast->by_actor = dm_arena_array(arena, actors, sizeof(dm_figure *));
    cast->matched = dm_arena_array(arena, DM_MATCHED, sizeof *cast->matched);
    cast->classes = find_classes(page, arena);
    bool failed = cast->by_actor == NULL || cast->matched == NULL ||
                  cast->classes == NULL;
    return failed ? dm_no_memory(err) : DEMARCHE_OK;
}

void dm_cast_clear(dm_cast *cast)
{
    dm_intern_clear(&cast->words);
}

dm_match dm_cast_match(const dm_cast *cast, uint32_t at, uint32_t end)
{
    const dm_page *page = cast->page;
    dm_matched *held = &cast->matched[at % DM_MATCHED];
    if (held->end != end || held->at != at)
        *held = (dm_matched){ at, end,
                              dm_register_match(cast->reg, &page->text,
                                                page->tokens.items, at, end,
                                                page->date) };
    return held->match;
}

/* Room for the head of word `number`. */
static bool reach(dm_cast *cast, uint32_t number)
{
    if (number < cast->head_room)
        return true;
    size_t wider = cast->head_room == 0 ? 64 : 2 * cast->head_room;
    while (wider <= number)
        wider *= 2;
    uint32_t *heads = dm_arena_array(cast->arena, wider, sizeof *heads);
    if (heads == NULL)
        return false;
    if (cast->head_room > 0)
        memcpy(heads, cast->heads, cast->head_room * sizeof *heads);
    cast->heads = heads;
    cast->head_room = wider;
    return true;
}

void dm_cast_call(dm_cast *cast, dm_figure *figure, dm_span folded)
{
    uint32_t number;
    if (cast->failed ||
        dm_intern_add(&number, &cast->words, folded, NULL) != DEMARCHE_OK ||
        !reach(cast, number)) {
        cast->failed = true;
        return;
    }
    if (cast->heads[number] != 0 &&
        cast->calls[cast->heads[number] - 1].figure == figure)
        return;
    dm_call *moved = dm_arena_grow(cast->arena, cast->calls, cast->call_count,
                                   &cast->call_room, sizeof *moved);
    if (moved == NULL) {
        cast->failed = true;
        return;
    }
    cast->calls = moved;
    cast->calls[cast->call_count++] = (dm_call){ figure, cast->heads[number] };
    cast->heads[number] = (uint32_t)cast->call_count;
}

static void call_by_words(dm_cast *cast, dm_figure *figure,
                          const dm_token *tokens, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (tokens[i].kind == DM_TOKEN_WORD &&
            !(dm_token_gloss(&tokens[i])->nouns & DM_NOUN_SMALL))
            dm_cast_call(cast, figure, tokens[i].folded);
}

/* The roles of a person of the register: the nouns of the offices held. */
static void add_offices(dm_figure *figure, const dm_entry *entry,
                        const char *date)
{
    dm_date day = dm_date_guess(date);
    for (size_t i = 0; i < entry->term_count; i++) {
        const dm_term *term = &entry->terms[i];
        bool held =
            day == DM_DATE_LAST || (term->from <= day && day <= term->to);
        for (const dm_token *t = term->office->name;
             held && t < term->office->name_end; t++)
            if (dm_token_gloss(t)->nouns & DM_NOUN_ROLE)
                dm_figure_add_role(figure, t->folded);
    }
}

static const dm_figure_kind kind_of[] = {
    [DM_ACTOR_COUNTRY] = DM_FIGURE_LAND,
    [DM_ACTOR_INSTITUTION] = DM_FIGURE_BODY,
    [DM_ACTOR_OFFICE] = DM_FIGURE_ROLE,
    [DM_ACTOR_PERSON] = DM_FIGURE_PERSON,
};

/* What the register knows of a figure; its name there calls it as well. */
static void introduce(dm_cast *cast, dm_figure *figure, const dm_actor *actor)
{
    const dm_entry *entry = dm_entry_of(actor);
    figure->kind = kind_of[actor->kind];
    figure->actor = actor;
    figure->name = actor->name;
    figure->side = actor->side;
    call_by_words(cast, figure, entry->name, 0,
                  (size_t)(entry->name_end - entry->name));
    if (actor->type != NULL)
        dm_cast_call(cast, figure, dm_span_of(actor->type));
    if (actor->kind == DM_ACTOR_PERSON && entry->name < entry->name_end)
        figure->gender = dm_given_gender(entry->name->folded);
    if (actor->kind == DM_ACTOR_PERSON)
        add_offices(figure, entry, cast->page->date);
    cast->by_actor[entry->number] = figure;
}

static uint32_t gender_of_name(const dm_page *page, dm_stretch words)
{
    for (uint32_t i = words.first; i + 1 < words.end && i < words.first + 2;
         i++) {
        uint32_t gender = dm_token_gloss(&page->tokens.items[i])->gender;
        if (gender != 0)
            return gender;
    }
    return 0;
}

dm_figure *dm_cast_known(const dm_cast *cast, const dm_actor *actor)
{
    return actor == NULL ? NULL : cast->by_actor[dm_entry_of(actor)->number];
}

static dm_figure *new_figure(dm_cast *cast)
{
    dm_figure **moved = dm_arena_grow(cast->arena, cast->figures, cast->count,
                                      &cast->room, sizeof(dm_figure *));
    dm_figure *figure = dm_arena_alloc(cast->arena, sizeof *figure);
    if (moved == NULL || figure == NULL) {
        cast->failed = true;
        return NULL;
    }
    cast->figures = moved;
    cast->figures[cast->count++] = figure;
    return figure;
}

dm_figure *dm_cast_add(dm_cast *cast, dm_figure_kind kind,
                       const dm_actor *actor, dm_stretch words)
{
    const dm_token *tokens = cast->page->tokens.items;
    dm_figure *figure = dm_cast_known(cast, actor);
    if (figure == NULL) {
        figure = new_figure(cast);
        if (figure == NULL)
            return NULL;
        figure->kind = kind;
        figure->words = words;
        figure->met = words.first;
        if (actor != NULL)
            introduce(cast, figure, actor);
        else
            figure->name = dm_page_words(cast->page, cast->arena, words);
        cast->failed |= figure->name == NULL;
        if (figure->kind == DM_FIGURE_PERSON && figure->gender == 0)
            figure->gender = gender_of_name(cast->page, words);
    }
    figure->mentions++;
    call_by_words(cast, figure, tokens, words.first, words.end);
    return figure;
}

void dm_cast_rename(dm_cast *cast, dm_figure *figure, dm_stretch words)
{
    const dm_token *tokens = cast->page->tokens.items;
    figure->mentions++;
    call_by_words(cast, figure, tokens, words.first, words.end);
    uint32_t old = figure->words.end - figure->words.first;
    if (figure->actor != NULL || words.end - words.first <= old)
        return;
    figure->words = words;
    figure->name = dm_page_words(cast->page, cast->arena, words);
    cast->failed |= figure->name == NULL;
    if (figure->gender == 0)
        figure->gender = gender_of_name(cast->page, words);
}

dm_figure *dm_cast_find(const dm_cast *cast, dm_span folded, unsigned kinds,
                        uint32_t gender)
{
    uint32_t number = dm_intern_find(&cast->words, folded);
    if (number == DM_INTERN_NONE || number >= cast->head_room)
        return NULL;
    uint32_t at = cast->heads[number];
    for (int steps = 0; at != 0 && steps < CHAIN_MAX; steps++) {
        dm_figure *figure = cast->calls[at - 1].figure;
        bool other_gender =
            figure->gender != 0 && gender != 0 && figure->gender != gender;
        if ((kinds >> figure->kind & 1) && !other_gender)
            return figure;
        at = cast->calls[at - 1].next;
    }
    return NULL;
}

bool dm_figure_has_role(const dm_figure *figure, dm_span folded)
{
    for (size_t i = 0; i < figure->role_count; i++)
        if (dm_noun_agrees(figure->roles[i], folded))
            return true;
    return false;
}

void dm_figure_add_role(dm_figure *figure, dm_span folded)
{
    for (size_t i = 0; i < figure->role_count; i++)
        if (dm_span_equal(figure->roles[i], folded))
            return;
    if (figure->role_count < DM_ROLES_MAX)
        figure->roles[figure->role_count++] = folded;
}
