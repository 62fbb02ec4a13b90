/* echo.c - who a page's first lines quote without a name.
 *
 * "Trade war has no winners: ministry" is said again below, with its speaker:
 * S12 looks for the statement that has most of the headline's words.
 */
#include "resolver.h"

enum {
    HEADLINES = 3,    // sentences at the head that may be headlines
    WORDS_MAX = 24,   // of a headline
    STATEMENTS = 40,  // below it that are looked at
    TOKENS_MAX = 120, // of each
    LEAST = 3,        // words that must be the same, and half of all
    SHORTEST = 4,     // bytes of a word in lower case that tells something
};

typedef struct headline {
    dm_span words[WORDS_MAX]; // [count], folded
    size_t count;
} headline;

/* Numbers, names and longer words. */
static bool tells(const dm_cast *cast, uint32_t at)
{
    const dm_token *token = &cast->page->tokens.items[at];
    if (token->kind == DM_TOKEN_NUMBER)
        return token->folded.len > 1;
    return token->kind == DM_TOKEN_WORD &&
           !(cast->classes[at] & DM_NOUN_SMALL) &&
           (token->folded.len >= SHORTEST || (token->flags & DM_TOKEN_SHOUTED));
}

static void read_words(headline *out, const dm_cast *cast, dm_stretch words)
{
    const dm_token *tokens = cast->page->tokens.items;
    for (uint32_t i = words.first; i < words.end && out->count < WORDS_MAX; i++)
        if (tells(cast, i))
            out->words[out->count++] = tokens[i].folded;
}

/* How many of the headline's words stand in a statement. */
static size_t count_shared(const headline *line, const dm_cast *cast,
                           const dm_statement *statement)
{
    const dm_token *tokens = cast->page->tokens.items;
    bool found[WORDS_MAX] = { false };
    uint32_t left = TOKENS_MAX;
    size_t shared = 0;
    for (size_t s = 0; s < statement->span_count; s++) {
        dm_stretch words = dm_page_stretch(cast->page, statement->spans[s]);
        for (uint32_t i = words.first; i < words.end && left > 0; i++, left--)
            for (size_t w = 0; w < line->count; w++) {
                if (found[w] ||
                    !dm_noun_agrees(line->words[w], tokens[i].folded))
                    continue;
                found[w] = true;
                shared++;
            }
    }
    return shared;
}

/* Said in a first line, by nobody who is named. */
static bool is_nameless(const dm_statement *s, const dm_page *page)
{
    if (s->cue.begin < s->cue.end || s->kind == DEMARCHE_TRANSCRIPT ||
        s->actor_kind != DEMARCHE_ACTOR_UNNAMED || s->span_count == 0 ||
        s->rule_count == 0 || strcmp(s->rules[s->rule_count - 1], "S8") != 0)
        return false;
    uint32_t first = dm_page_stretch(page, s->spans[0]).first;
    return dm_page_sentence_of(page, first) < HEADLINES;
}

/* Who may be meant: an "official" is a person, a "report" an institution's. */
static demarche_actor_kind kind_meant(const dm_cast *cast,
                                      const dm_statement *s)
{
    dm_stretch words = dm_page_stretch(cast->page, s->speaker);
    uint32_t classes =
        words.first < words.end ? cast->classes[words.end - 1] : 0;
    if (classes & DM_NOUN_ROLE)
        return DEMARCHE_ACTOR_PERSON;
    return classes & (DM_NOUN_BODY | DM_NOUN_DOCUMENT)
               ? DEMARCHE_ACTOR_INSTITUTION
               : DEMARCHE_ACTOR_UNKNOWN;
}

static const dm_statement *find_echo(const headline *line,
                                     demarche_actor_kind kind,
                                     const dm_cast *cast,
                                     const dm_statement *items, size_t count)
{
    const dm_statement *best = NULL;
    size_t most = LEAST - 1;
    if (2 * most < line->count)
        most = (line->count - 1) / 2;
    for (size_t i = 0; i < count && i < STATEMENTS; i++) {
        if (items[i].actor_name == NULL || items[i].actor_kind != kind)
            continue;
        size_t shared = count_shared(line, cast, &items[i]);
        if (shared > most) {
            most = shared;
            best = &items[i];
        }
    }
    return best;
}

void dm_echoes_resolve(const dm_cast *cast, dm_statement *items, size_t count)
{
    for (size_t i = 0; i < count && i < HEADLINES; i++) {
        dm_statement *s = &items[i];
        if (!is_nameless(s, cast->page))
            continue;
        headline line = { .count = 0 };
        read_words(&line, cast, dm_page_stretch(cast->page, s->spans[0]));
        const dm_statement *echo = find_echo(&line, kind_meant(cast, s), cast,
                                             items + i + 1, count - i - 1);
        if (echo == NULL)
            continue;
        s->rules[s->rule_count - 1] = "S12";
        s->actor = echo->actor;
        s->actor_name = echo->actor_name;
        s->actor_kind = echo->actor_kind;
        s->side_hint = echo->side_hint;
        s->antecedent = echo->speaker;
        s->title = echo->title;
        s->apposition = echo->apposition;
        s->side_words = echo->side_words;
    }
}
