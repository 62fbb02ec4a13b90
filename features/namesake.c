/* namesake.c - see namesake.h. */
#include "namesake.h"

#include "describe.h"
#include "register.h"

enum {
    NAMESAKES_MAX = 128, // of one name that are weighed
    NOUNS_MAX = 4,       // words around the name that are read: for roles,
    WORDS_MAX = 8,       // and others
    RANKS = 5,
};

static const dm_span ranks[RANKS] = { DM_SPAN("vice"), DM_SPAN("deputy"),
                                      DM_SPAN("assistant"), DM_SPAN("under"),
                                      DM_SPAN("undersecretary") };

/* Points. An office by its name outweighs a noun of it, that an institution,
 * that a side; what is of now outweighs what was. */
enum {
    OFFICE = 16,
    FORMER_OFFICE = 9,
    NOUN = 8,
    FORMER_NOUN = 4,
    BODY = 6,
    SIDE = 5,
    MET = 3,
};

typedef struct clues {
    const dm_cast *cast;
    const dm_token *nouns[NOUNS_MAX]; // [noun_count], of roles
    const dm_token *words[WORDS_MAX]; // [word_count], the other ones
    size_t noun_count, word_count;
    const dm_actor *offices[2]; // of the title and the apposition, or NULL
    dm_evidence evidence;
    dm_date day;
    bool ranked[RANKS]; // which ranks are said
    bool titled;
    bool former; // "former", "then": what was counts as what is
} clues;

static bool is_former(dm_span word)
{
    return dm_span_is(word, "former") || dm_span_is(word, "then") ||
           dm_span_is(word, "ex") || dm_span_is(word, "retired");
}

static void read_word(clues *c, const dm_token *token, uint32_t classes)
{
    c->former |= is_former(token->folded);
    for (size_t i = 0; i < RANKS; i++)
        c->ranked[i] |= dm_span_equal(token->folded, ranks[i]);
    if (classes & DM_NOUN_ROLE) {
        if (c->noun_count < NOUNS_MAX)
            c->nouns[c->noun_count++] = token;
    } else if (token->kind == DM_TOKEN_WORD && !(classes & DM_NOUN_SMALL) &&
               c->word_count < WORDS_MAX) {
        c->words[c->word_count++] = token;
    }
}

/* Read the words of a title (0) or an apposition (1). */
static void read_words(clues *c, int which, dm_stretch words)
{
    if (words.first == words.end)
        return;
    for (uint32_t i = words.first; i < words.end; i++)
        read_word(c, &c->cast->page->tokens.items[i], c->cast->classes[i]);
    dm_evidence found = dm_describe_side(c->cast, words);
    c->offices[which] = found.office;
    if (found.weight > c->evidence.weight)
        c->evidence = found;
}

static bool is_among(const dm_token *word, const dm_token *list,
                     const dm_token *end)
{
    for (; list < end; list++)
        if (dm_span_equal(list->folded, word->folded))
            return true;
    return false;
}

static int best_of(int a, int b)
{
    return a > b ? a : b;
}

/* Is the word one of the office's names? */
static bool is_of(const dm_token *word, const dm_entry *office)
{
    return (office->words & dm_entry_bit(word)) != 0 &&
           (is_among(word, office->name, office->name_end) ||
            is_among(word, office->alias, office->alias_end));
}

/* A vice minister is no minister, and the reverse. */
static bool agrees_in_rank(const clues *c, const dm_entry *office)
{
    for (size_t i = 0; i < RANKS; i++) {
        dm_token rank = { .folded = ranks[i] };
        bool has = is_among(&rank, office->name, office->name_end);
        if (c->ranked[i]
                ? !has && !is_among(&rank, office->alias, office->alias_end)
                : has)
            return false;
    }
    return true;
}

/* What one term tells: 0 when the words name another office, or none. Words
 * beside the noun tell a foreign minister from one of commerce. */
static int weigh_term(const clues *c, const dm_term *term)
{
    const dm_entry *office = term->office;
    bool held = term->from <= c->day && c->day <= term->to;
    bool fits = held != c->former;
    int points = 0, nouns = 0;
    if (c->offices[0] == &office->actor || c->offices[1] == &office->actor)
        points = fits ? OFFICE : FORMER_OFFICE;
    for (size_t i = 0; i < c->noun_count; i++)
        nouns += is_of(c->nouns[i], office);
    if (nouns > 0 && agrees_in_rank(c, office))
        points = best_of(points, (fits ? NOUN : FORMER_NOUN) + nouns - 1);
    for (size_t i = 0; points > 0 && i < c->word_count; i++)
        points += is_of(c->words[i], office);
    return points;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Does a role in free words have this word in it? */
static bool has_word(const char *role, dm_span word)
{
    size_t len = strlen(role);
    for (size_t i = 0; i + word.len <= len; i++)
        if ((i == 0 || !is_letter(role[i - 1])) &&
            !is_letter(role[i + word.len]) &&
            memcmp(role + i, word.data, word.len) == 0)
            return true;
    return false;
}

static int weigh_role(const clues *c, const char *role)
{
    for (size_t i = 0; role != NULL && i < c->noun_count; i++)
        if (has_word(role, c->nouns[i]->folded))
            return NOUN;
    return 0;
}

/* Is the person of this institution, by column `of` or by an office? */
static bool belongs(const dm_entry *person, const dm_actor *body)
{
    for (const dm_actor *of = person->actor.of; of != NULL; of = of->of)
        if (of == body)
            return true;
    for (size_t i = 0; i < person->term_count; i++)
        if (person->terms[i].office->actor.of == body)
            return true;
    return false;
}

/* H1: what the words around the name tell for a person, less what tells
 * against. */
static int weigh(const clues *c, const dm_actor *actor)
{
    const dm_entry *person = dm_entry_of(actor);
    int points = weigh_role(c, person->role);
    for (size_t i = 0; i < person->term_count; i++)
        points = best_of(points, weigh_term(c, &person->terms[i]));
    if (c->evidence.body != NULL && belongs(person, c->evidence.body))
        points += BODY;
    if (c->evidence.weight >= DM_WEIGHT_PERSON)
        points += strcmp(c->evidence.side, actor->side) == 0 ? SIDE : -2 * SIDE;
    return points;
}

static clues read_clues(const dm_cast *cast, dm_stretch sentence,
                        dm_stretch name)
{
    clues c = { .cast = cast, .day = dm_date_guess(cast->page->date) };
    dm_stretch title = dm_title_before(cast, sentence.first, name.first);
    c.titled = title.first < title.end;
    read_words(&c, 0, title);
    if (!c.titled)
        read_words(&c, 1, dm_apposition_after(cast, name.end, sentence.end));
    return c;
}

/* The namesake with most points, then the nearest in time, then the first in
 * the file. `*lead` is by how many points the best outdoes the next. */
static const dm_actor *choose(const clues *c, const dm_actor **list,
                              size_t count, int *points, int *lead)
{
    const dm_actor *best = NULL;
    uint32_t nearest = UINT32_MAX;
    int second = 0;
    *points = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t distance = dm_entry_distance(dm_entry_of(list[i]), c->day);
        int found = weigh(c, list[i]);
        if (dm_cast_known(c->cast, list[i]) != NULL)
            found += MET; // H2
        if (best == NULL || found > *points ||
            (found == *points && distance < nearest)) {
            second = best == NULL ? 0 : *points;
            best = list[i];
            *points = found;
            nearest = distance;
        } else {
            second = best_of(second, found);
        }
    }
    *lead = *points - second;
    return best;
}

/* "M.", "M" */
static bool is_initial(const dm_token *token)
{
    return (token->flags & DM_TOKEN_CAPITAL) && token->kind == DM_TOKEN_WORD &&
           (token->folded.len == 1 ||
            (token->folded.len == 2 && token->folded.data[1] == '.'));
}

/* May an office stand beside the name: a capital or role before, or a comma
 * behind? */
static bool may_be_told(const dm_cast *cast, dm_stretch sentence, uint32_t at)
{
    const dm_token *tokens = cast->page->tokens.items;
    bool before = at > sentence.first &&
                  ((tokens[at - 1].flags & DM_TOKEN_CAPITAL) ||
                   (cast->classes[at - 1] & (DM_NOUN_ROLE | DM_NOUN_TITLE)));
    return before ||
           (at + 1 < sentence.end && dm_span_is(tokens[at + 1].folded, ","));
}

/* A family name alone: only an office or a role beside it tells whose. */
static dm_namesake match_family(const dm_cast *cast, dm_stretch sentence,
                                uint32_t at, dm_match match)
{
    const dm_token *word = &cast->page->tokens.items[at];
    const dm_actor *list[NAMESAKES_MAX];
    dm_namesake out = { match, false };
    if (cast->reg == NULL || !(word->flags & DM_TOKEN_CAPITAL) ||
        !may_be_told(cast, sentence, at))
        return out;
    clues c = read_clues(cast, sentence, (dm_stretch){ at, at + 1 });
    if (c.noun_count == 0)
        return out; // whoever it was, nothing would tell
    size_t count = dm_register_namesakes(cast->reg, word, 1, DM_MATCH_SURNAME,
                                         list, NAMESAKES_MAX);
    if (count == 0)
        return out;
    int points, lead;
    const dm_actor *actor = choose(&c, list, count, &points, &lead);
    if (points < (c.titled ? NOUN : FORMER_OFFICE) || lead <= 0)
        return out;
    return (dm_namesake){ { actor, DM_MATCH_NAME, 1 }, true };
}

/* "Harry M. Reid", where the register knows Harry Reid. */
static dm_match match_initial(const dm_cast *cast, uint32_t at, uint32_t end)
{
    dm_match none = { 0 };
    const dm_page *page = cast->page;
    const dm_token *words = page->tokens.items + at;
    if (at + 2 >= end || cast->reg == NULL || !is_initial(&words[1]) ||
        !(words[2].flags & DM_TOKEN_CAPITAL) || is_initial(&words[0]))
        return none;
    dm_match whole =
        dm_register_match(cast->reg, &page->text, words, 0, 3, page->date);
    const dm_token bare[] = { words[0], words[2] };
    dm_match match =
        dm_register_match(cast->reg, &page->text, bare, 0, 2, page->date);
    if (whole.tokens > 1 || match.kind != DM_MATCH_NAME || match.tokens != 2 ||
        match.actor->kind != DM_ACTOR_PERSON)
        return none;
    match.tokens = 3;
    return match;
}

dm_namesake dm_namesake_match(const dm_cast *cast, uint32_t first, uint32_t at,
                              uint32_t end)
{
    const dm_page *page = cast->page;
    const dm_token *tokens = page->tokens.items;
    dm_stretch sentence = { first, end };
    dm_match initial = match_initial(cast, at, end);
    if (initial.kind != DM_MATCH_NONE)
        return (dm_namesake){ initial, false };
    dm_match match = dm_cast_match(cast, at, end);
    if (match.kind == DM_MATCH_NONE ||
        (match.kind == DM_MATCH_SURNAME && match.tokens == 1))
        return match_family(cast, sentence, at, match);
    if (match.kind != DM_MATCH_NAME || match.actor->kind != DM_ACTOR_PERSON)
        return (dm_namesake){ match, false };
    uint32_t name = at + (dm_span_is(tokens[at].folded, "the") ? 1 : 0);
    uint32_t name_end = at + (uint32_t)match.tokens;
    const dm_actor *list[NAMESAKES_MAX];
    size_t count =
        dm_register_namesakes(cast->reg, tokens + name, name_end - name,
                              DM_MATCH_NAME, list, NAMESAKES_MAX);
    if (count < 2)
        return (dm_namesake){ match, false };
    int points, lead;
    clues c = read_clues(cast, sentence, (dm_stretch){ name, name_end });
    match.actor = choose(&c, list, count, &points, &lead);
    return (dm_namesake){ match, points >= NOUN && lead > 0 };
}
