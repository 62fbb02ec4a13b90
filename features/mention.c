/* mention.c - see mention.h.
 *
 * One pass, left to right, sentence by sentence. A single capitalised word that
 * nobody bears yet is kept without a figure, and asked for again at the end:
 * headlines use a name before the text introduces it.
 */
#include "mention.h"

#include "describe.h"
#include "namesake.h"
#include "register.h"
#include "run.h"

enum {
    PERSONS = 1 << DM_FIGURE_PERSON,
    BODIES = 1 << DM_FIGURE_BODY,
    CURRENT = 3 * 372, // days from an office in which a family name alone
};                     // still means its holder

typedef struct scanner {
    dm_cast *cast;
    dm_mentions *out;
    const dm_token *tokens;
    const bool *spoken;
    uint32_t first, end; // of the sentence
    dm_stretch office;   // of the register, read last
    bool headline;
} scanner;

static dm_match match_at(const scanner *s, uint32_t at)
{
    return dm_namesake_match(s->cast, s->first, at, s->end).match;
}

static uint32_t classes_at(const scanner *s, uint32_t at)
{
    return s->cast->classes[at];
}

/* Does the mention that begins at `at` open its sentence or clause? */
static bool is_subject(const scanner *s, uint32_t at)
{
    uint32_t i = at;
    while (i > s->first && (classes_at(s, i - 1) & DM_NOUN_DET))
        i--;
    if (i == s->first)
        return true;
    const dm_token *before = &s->tokens[i - 1];
    if (before->kind == DM_TOKEN_QUOTE || dm_span_is(before->folded, ",") ||
        dm_span_is(before->folded, "but") || dm_span_is(before->folded, "that"))
        return true;
    return i - 1 == s->first && !(classes_at(s, i - 1) & DM_NOUN_OF);
}

static dm_mention *add_mention(scanner *s, dm_figure *figure, dm_stretch words)
{
    dm_mentions *list = s->out;
    dm_mention *moved = dm_arena_grow(s->cast->arena, list->items, list->count,
                                      &list->room, sizeof *moved);
    if (moved == NULL) {
        s->cast->failed = true;
        return NULL;
    }
    list->items = moved;
    dm_mention *mention = &list->items[list->count++];
    *mention = (dm_mention){ .words = words,
                             .title = words.first,
                             .figure = figure,
                             .spoken = s->spoken[words.first] };
    mention->owner =
        words.end < s->end && s->tokens[words.end].kind == DM_TOKEN_SUFFIX;
    return mention;
}

/* Enter a person, with what stands around the name. */
static void add_person(scanner *s, dm_figure *figure, dm_stretch words)
{
    dm_mention *mention = add_mention(s, figure, words);
    if (mention == NULL)
        return;
    uint32_t floor = s->first;
    if (s->out->count > 1 && s->out->items[s->out->count - 2].figure != NULL &&
        s->out->items[s->out->count - 2].figure->kind == DM_FIGURE_PERSON)
        floor = s->out->items[s->out->count - 2].words.end;
    if (floor < s->first)
        floor = s->first;
    dm_stretch title = s->office.end == words.first && s->office.first >= floor
                           ? s->office
                           : dm_title_before(s->cast, floor, words.first);
    mention->title = title.first;
    mention->subject = is_subject(s, title.first);
    if (figure == NULL)
        return;
    dm_figure_describe(s->cast, figure, title,
                       dm_apposition_after(s->cast, words.end, s->end));
}

/* "(CRIA)" after an institution's name calls it from now on. */
static void learn_acronym(scanner *s, dm_figure *figure, uint32_t after)
{
    if (after + 2 < s->end && dm_span_is(s->tokens[after].folded, "(") &&
        (s->tokens[after + 1].flags & DM_TOKEN_SHOUTED) &&
        dm_span_is(s->tokens[after + 2].folded, ")"))
        dm_cast_call(s->cast, figure, s->tokens[after + 1].folded);
}

static void add_body(scanner *s, dm_figure *figure, dm_stretch words)
{
    dm_mention *mention = add_mention(s, figure, words);
    if (mention != NULL)
        mention->subject = is_subject(s, words.first);
    learn_acronym(s, figure, words.end);
}

/* N1 for what is no person. */
static uint32_t take_known(scanner *s, uint32_t at, dm_match match)
{
    dm_stretch words = { at, at + (uint32_t)match.tokens };
    dm_figure *figure =
        dm_cast_add(s->cast, DM_FIGURE_BODY, match.actor, words);
    if (figure != NULL)
        add_body(s, figure, words);
    return words.end;
}

/* N2 */
static uint32_t take_body(scanner *s, dm_stretch words)
{
    dm_figure *figure = NULL;
    for (uint32_t i = words.end; i-- > words.first && figure == NULL;)
        figure = dm_cast_find(s->cast, s->tokens[i].folded, BODIES, 0);
    if (figure == NULL || !dm_run_is_same(s->cast->page, figure->words, words))
        figure = dm_cast_add(s->cast, DM_FIGURE_BODY, NULL, words);
    if (figure == NULL)
        return words.end;
    dm_evidence found = dm_describe_side(s->cast, words);
    if (figure->actor == NULL && found.weight > figure->side_weight) {
        figure->side = found.side;
        figure->side_weight = found.weight;
        figure->side_words = found.words;
    }
    add_body(s, figure, words);
    return words.end;
}

/* A figure of the page that has all words of a longer or shorter name. */
static dm_figure *find_same_person(const scanner *s, dm_stretch words)
{
    dm_figure *figure =
        dm_cast_find(s->cast, s->tokens[words.end - 1].folded, PERSONS, 0);
    if (figure == NULL || !dm_run_is_same(s->cast->page, figure->words, words))
        return NULL;
    return figure;
}

static bool is_current(const scanner *s, const dm_actor *actor)
{
    return dm_entry_distance(dm_entry_of(actor),
                             dm_date_guess(s->cast->page->date)) <= CURRENT;
}

/* N3: a full name. The longest form of it is kept. */
static uint32_t take_person(scanner *s, dm_stretch words, const dm_actor *actor)
{
    dm_figure *figure = NULL;
    dm_match match = match_at(s, words.first);
    if (actor == NULL)
        figure = find_same_person(s, words);
    if (actor == NULL && figure == NULL && match.kind == DM_MATCH_SURNAME &&
        match.tokens == words.end - words.first && is_current(s, match.actor))
        actor = match.actor; // "Ms. Jean-Pierre"
    if (figure == NULL)
        figure = dm_cast_add(s->cast, DM_FIGURE_PERSON, actor, words);
    else
        dm_cast_rename(s->cast, figure, words);
    if (figure != NULL)
        add_person(s, figure, words);
    return words.end;
}

/* `word` without the s of a plural or possessive; len 0 when it has none. */
static dm_span without_ending(dm_span word)
{
    bool ends = word.len >= 4 && word.data[word.len - 1] == 's' &&
                word.data[word.len - 2] != 's';
    return (dm_span){ word.data, ends ? word.len - 1 : 0 };
}

/* Is `word` the last one of an unknown figure's name? "Holt" may be Nora Holt
 * instead of whom the register knows, but not a thing called Holt Express. */
static bool ends_with(const scanner *s, const dm_figure *figure,
                      const dm_token *word)
{
    return figure->actor != NULL ||
           (figure->words.end > figure->words.first &&
            dm_span_equal(s->tokens[figure->words.end - 1].folded,
                          word->folded));
}

/* Does what stands before a family name speak against whom the register means
 * by it: "Ms. Quill" of Adam Quill, "Senator Lan" of who never was one? */
static bool is_mistitled(const dm_namesake *namesake, uint32_t title)
{
    const dm_match *match = &namesake->match;
    if (match->kind != DM_MATCH_SURNAME)
        return false;
    const dm_entry *entry = dm_entry_of(match->actor);
    uint32_t gender = title & (DM_NOUN_MALE | DM_NOUN_FEMALE);
    uint32_t own = entry->name < entry->name_end
                       ? dm_given_gender(entry->name->folded)
                       : 0;
    return (gender != 0 && own != 0 && gender != own) ||
           ((title & DM_NOUN_LAWMAKER) && !namesake->told);
}

/* Whom one word means: the page's own figure, or one of the register. */
static dm_figure *find_by_word(scanner *s, dm_stretch words, uint32_t title)
{
    uint32_t gender = title & (DM_NOUN_MALE | DM_NOUN_FEMALE);
    const dm_token *token = &s->tokens[words.first];
    unsigned kinds = PERSONS | (token->flags & DM_TOKEN_SHOUTED ? BODIES : 0);
    dm_figure *figure = dm_cast_find(s->cast, token->folded, kinds, gender);
    dm_namesake namesake =
        dm_namesake_match(s->cast, s->first, words.first, s->end);
    dm_match match = namesake.match;
    bool known = match.tokens == 1 && match.actor->kind == DM_ACTOR_PERSON &&
                 !is_mistitled(&namesake, title) &&
                 (match.kind == DM_MATCH_NAME ||
                  (figure == NULL && words.first > s->first &&
                   !dm_span_is(s->tokens[words.first - 1].folded, "the") &&
                   is_current(s, match.actor)));
    if (known) {
        dm_figure *other = dm_cast_known(s->cast, match.actor);
        if (figure == NULL || !ends_with(s, figure, token) ||
            (namesake.told && figure->actor != NULL) ||
            (other != NULL && other->mentions >= figure->mentions))
            return dm_cast_add(s->cast, DM_FIGURE_PERSON, match.actor, words);
    }
    dm_span bare = without_ending(token->folded);
    if (figure == NULL && bare.len > 0) // N5
        figure = dm_cast_find(s->cast, bare, PERSONS, gender);
    return figure;
}

/* N4 */
static uint32_t take_word(scanner *s, dm_stretch words)
{
    uint32_t title =
        words.first > s->first ? classes_at(s, words.first - 1) : 0;
    uint32_t gender = title & (DM_NOUN_MALE | DM_NOUN_FEMALE);
    dm_figure *figure = find_by_word(s, words, title);
    bool titled = (title & DM_NOUN_TITLE) &&
                  (s->tokens[words.first - 1].flags & DM_TOKEN_CAPITAL);
    if (figure == NULL && titled && !s->headline)
        figure = dm_cast_add(s->cast, DM_FIGURE_PERSON, NULL, words);
    if (figure != NULL && figure->gender == 0)
        figure->gender = gender;
    if (figure != NULL)
        figure->mentions++;
    add_person(s, figure, words);
    return words.end;
}

/* Is there a noun for institutions among the words? Then they are part of
 * another name than the register's: "China | Alpine Dairy Association". */
static bool has_body_noun(const scanner *s, dm_stretch words)
{
    for (uint32_t i = words.first; i < words.end; i++)
        if (classes_at(s, i) & DM_NOUN_BODY)
            return true;
    return false;
}

/* "Deeper Regional Integration": a title in marks, when it begins like no
 * person's name. */
static bool is_title(const scanner *s, dm_stretch name)
{
    return name.end - name.first >= 3 && name.first > s->first &&
           s->tokens[name.first - 1].kind == DM_TOKEN_QUOTE &&
           (s->tokens[name.first].flags & DM_TOKEN_GLUED) &&
           dm_given_gender(s->tokens[name.first].folded) == 0;
}

/* Can nothing begin here? Most words are neither capitalised nor known. */
static bool is_plain(const scanner *s, uint32_t at)
{
    const dm_token *token = &s->tokens[at];
    return token->kind != DM_TOKEN_WORD || dm_span_is(token->folded, "the") ||
           (!(token->flags & DM_TOKEN_CAPITAL) &&
            !dm_register_begins(s->cast->reg, token));
}

static uint32_t take(scanner *s, uint32_t at)
{
    if (is_plain(s, at))
        return at + 1;
    dm_match match = match_at(s, at);
    uint32_t matched = at + (uint32_t)match.tokens;
    dm_stretch body = dm_run_body(s->cast, at, s->end);
    bool person =
        match.kind != DM_MATCH_NONE && match.actor->kind == DM_ACTOR_PERSON;
    bool office =
        match.kind == DM_MATCH_NAME && match.actor->kind == DM_ACTOR_OFFICE;
    if (dm_is_foreign(s->cast, s->first, at, match, s->end)) {
        if (body.end > matched)
            return take_body(s, body);
        return matched; // "the Foreign Minister of Peru"
    }
    if (office && matched >= body.end) {
        s->office = (dm_stretch){ at, matched };
        return matched;
    }
    if (match.kind == DM_MATCH_NAME && !person &&
        !has_body_noun(s, (dm_stretch){ matched, body.end }))
        return take_known(s, at, match);
    if (body.end > at && !s->headline)
        return take_body(s, body);
    if (match.kind == DM_MATCH_NAME && !person && !office)
        return take_known(s, at, match);
    if (match.kind == DM_MATCH_ADJECTIVE || office)
        return matched;
    if (match.kind == DM_MATCH_NAME && match.tokens > 1)
        return take_person(s, (dm_stretch){ at, matched }, match.actor);
    dm_stretch name = dm_run_name(s->cast, at, s->end);
    if (name.first == name.end)
        return at + 1;
    uint32_t words = name.end - name.first;
    bool post = name.end < s->end && words > 1 &&
                (s->tokens[name.end].flags & DM_TOKEN_CAPITAL) &&
                (classes_at(s, name.end) & DM_NOUN_TITLE);
    if (post || is_title(s, name))
        return name.end; // "Foreign Trade Minister"
    if (words > 1 && !s->headline)
        return take_person(s, name, NULL);
    return take_word(s, (dm_stretch){ at, at + 1 });
}

/* Ask again for the words that nobody bore when they were met. */
static void settle(scanner *s)
{
    for (size_t i = 0; i < s->out->count; i++) {
        dm_mention *mention = &s->out->items[i];
        if (mention->figure != NULL)
            continue;
        dm_span word = s->tokens[mention->words.first].folded;
        dm_span bare = without_ending(word);
        mention->figure = dm_cast_find(s->cast, word, PERSONS, 0);
        if (mention->figure == NULL && bare.len > 0)
            mention->figure = dm_cast_find(s->cast, bare, PERSONS, 0);
    }
}

/* Drop the mentions that mean nobody. */
static void tidy(dm_mentions *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].figure != NULL)
            list->items[kept++] = list->items[i];
    list->count = kept;
}

demarche_status dm_mentions_find(dm_mentions *out, dm_cast *cast,
                                 const bool *spoken, demarche_error *err)
{
    const dm_page *page = cast->page;
    *out = (dm_mentions){ 0 };
    scanner s = {
        .cast = cast, .out = out, .tokens = page->tokens.items, .spoken = spoken
    };
    for (size_t i = 0; i < page->sentence_count; i++) {
        s.first = page->sentences[i].first;
        s.end = page->sentences[i].end;
        s.headline = dm_run_is_headline(cast, s.first, s.end);
        for (uint32_t at = s.first; at < s.end && !cast->failed;)
            at = take(&s, at);
    }
    settle(&s);
    tidy(out);
    return cast->failed ? dm_no_memory(err) : DEMARCHE_OK;
}

size_t dm_mentions_at(const dm_mentions *mentions, uint32_t at)
{
    size_t low = 0, high = mentions->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (mentions->items[middle].words.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
