/* office.c - speakers who are called by an office that somebody holds.
 *
 * The register is asked without the words that tell how the office is held:
 * "South Korea's acting president" is looked up as "South Korea's president".
 */
#include "register.h"
#include "resolver.h"

typedef enum manner { HELD, ACTING, OTHER } manner;

static const struct {
    const char *word;
    manner manner;
} manners[] = {
    { "acting", ACTING },  { "interim", ACTING }, { "caretaker", ACTING },
    { "current", HELD },   { "new", HELD },       { "incumbent", HELD },
    { "outgoing", HELD },  { "former", OTHER },   { "then", OTHER },
    { "previous", OTHER }, { "late", OTHER },     { "ex", OTHER },
    { "next", OTHER },     { "future", OTHER },
};

/* An office as it is named, and how it is said to be held. */
typedef struct title {
    dm_token tokens[DM_PHRASE_MAX]; // [count], without the words of a manner
    size_t count;
    manner manner;
} title;

static bool read_manner(const dm_token *token, manner *out)
{
    for (size_t i = 0; i < sizeof manners / sizeof *manners; i++)
        if (dm_span_is(token->folded, manners[i].word)) {
            *out = manners[i].manner;
            return true;
        }
    return false;
}

static title read_title(const dm_token *tokens, dm_stretch words)
{
    title out = { .manner = HELD };
    bool article = words.first < words.end &&
                   (dm_noun_classes(tokens[words.first].folded) & DM_NOUN_DET);
    if (words.first > 0 && !article)
        read_manner(&tokens[words.first - 1], &out.manner);
    for (uint32_t i = words.first; i < words.end && out.count < DM_PHRASE_MAX;
         i++)
        if (!read_manner(&tokens[i], &out.manner))
            out.tokens[out.count++] = tokens[i];
    return out;
}

static dm_figure *add_holder(dm_resolver *r, const dm_actor *holder)
{
    dm_stretch nowhere = { r->naming.head, r->naming.head };
    if (holder == NULL)
        return NULL;
    return dm_resolver_by_rule(
        r, "A3",
        dm_cast_add(&r->stage.cast, DM_FIGURE_PERSON, holder, nowhere));
}

/* Whoever of the holders of `office` the page names most: all there is to go by
 * where a page has no date. */
static const dm_actor *find_named(const dm_cast *cast, const dm_actor *office)
{
    const dm_figure *best = NULL;
    const dm_entry *entry = dm_entry_of(office);
    if (entry->many)
        return NULL;
    for (size_t i = dm_register_first_term(cast->reg, entry);
         i < cast->reg->term_count && cast->reg->terms[i].office == entry;
         i++) {
        const dm_figure *figure =
            dm_cast_known(cast, &cast->reg->terms[i].person->actor);
        if (figure != NULL &&
            (best == NULL || figure->mentions > best->mentions))
            best = figure;
    }
    return best == NULL ? NULL : best->actor;
}

static const dm_actor *find_holder(const dm_cast *cast, const dm_actor *office,
                                   manner how)
{
    const char *date = cast->page->date;
    if (dm_date_guess(date) == DM_DATE_LAST)
        return find_named(cast, office);
    return how == ACTING ? dm_register_acting(cast->reg, office, date)
                         : dm_register_holder(cast->reg, office, date);
}

/* Does what follows the office's name make another one of it: "Secretary of
 * State for Wales", "president-elect", "the premier's aide"? */
static bool goes_on(const title *post, size_t end)
{
    const dm_token *next = &post->tokens[end];
    return end < post->count &&
           (next->kind == DM_TOKEN_SUFFIX || dm_span_is(next->folded, "-") ||
            dm_span_is(next->folded, "for") ||
            (dm_noun_classes(next->folded) & DM_NOUN_ROLE));
}

/* The office that begins the words, or NULL; `*count` is how many it takes. */
static const dm_actor *find_office(const dm_cast *cast, const title *post,
                                   size_t *count)
{
    if (post->manner == OTHER || post->count == 0)
        return NULL;
    dm_match match =
        dm_register_match(cast->reg, &cast->page->text, post->tokens, 0,
                          post->count, cast->page->date);
    *count = match.tokens;
    if (match.kind != DM_MATCH_NAME || match.actor->kind != DM_ACTOR_OFFICE ||
        goes_on(post, match.tokens))
        return NULL;
    return match.actor;
}

dm_figure *dm_office_holder(dm_resolver *r)
{
    const dm_cast *cast = &r->stage.cast;
    title post = read_title(r->tokens, r->naming.words);
    size_t count;
    const dm_actor *office = find_office(cast, &post, &count);
    if (office == NULL)
        return NULL;
    dm_stretch words = r->naming.words; // what was dropped stands in front
    uint32_t at = words.end - (uint32_t)post.count;
    dm_match match = { .actor = office,
                       .kind = DM_MATCH_NAME,
                       .tokens = count };
    if (at >= words.first && dm_is_foreign(cast, at, at, match, words.end))
        return NULL;
    return add_holder(r, find_holder(cast, office, post.manner));
}

static bool is_among(const dm_token *word, const dm_token *list,
                     const dm_token *end)
{
    for (; list < end; list++)
        if (dm_span_equal(list->folded, word->folded))
            return true;
    return false;
}

/* Does somebody in one of the person's offices go by all these words, those for
 * a country aside: "finance minister" for the Finance Minister of Peru? */
static bool is_called(const dm_entry *person, const dm_token *words,
                      size_t count, dm_date day)
{
    for (size_t i = 0; i < person->term_count; i++) {
        const dm_entry *office = person->terms[i].office;
        bool all = person->terms[i].from <= day && day <= person->terms[i].to;
        for (size_t j = 0; j < count && all; j++)
            all = (dm_noun_classes(words[j].folded) & DM_NOUN_SMALL) ||
                  is_among(&words[j], office->name, office->name_end) ||
                  is_among(&words[j], office->alias, office->alias_end);
        if (all)
            return true;
    }
    return false;
}

bool dm_office_excludes(dm_resolver *r, const dm_figure *figure)
{
    const dm_cast *cast = &r->stage.cast;
    dm_date day = dm_date_guess(cast->page->date);
    if (figure == NULL || figure->actor == NULL || day == DM_DATE_LAST)
        return false;
    title post = read_title(r->tokens, r->naming.words);
    size_t count;
    const dm_actor *office = find_office(cast, &post, &count);
    if (office == NULL || find_holder(cast, office, post.manner) == NULL)
        return false;
    return !is_called(dm_entry_of(figure->actor), post.tokens, count, day);
}

/* Does the office's name begin with the words? */
static bool begins(const dm_entry *office, const dm_token *words, size_t count)
{
    if ((size_t)(office->name_end - office->name) < count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!dm_span_equal(office->name[i].folded, words[i].folded))
            return false;
    return true;
}

/* Whoever holds the first office of the register that begins so. */
static const dm_actor *find_first(const dm_resolver *r, dm_stretch words)
{
    const dm_register *reg = r->stage.cast.reg;
    const dm_actor *holder = NULL;
    for (size_t i = 0; i < dm_register_count(reg) && holder == NULL; i++) {
        const dm_actor *actor = dm_register_at(reg, i);
        if (actor->kind == DM_ACTOR_OFFICE &&
            begins(dm_entry_of(actor), r->tokens + words.first,
                   words.end - words.first))
            holder = dm_register_holder(reg, actor, r->stage.cast.page->date);
    }
    return holder;
}

static bool is_same(const dm_resolver *r, dm_stretch a, dm_stretch b)
{
    if (a.end - a.first != b.end - b.first)
        return false;
    for (uint32_t i = 0; i < a.end - a.first; i++)
        if (!dm_span_equal(r->tokens[a.first + i].folded,
                           r->tokens[b.first + i].folded))
            return false;
    return true;
}

dm_figure *dm_office_label(dm_resolver *r)
{
    dm_stretch words = r->naming.phrase;
    bool alone = r->naming.words.end - r->naming.words.first ==
                 r->stage.cast.page->tokens.count;
    bool capital = r->tokens[r->naming.head].flags & DM_TOKEN_CAPITAL;
    if (r->stage.cast.reg == NULL || !capital ||
        (r->statement->kind != DEMARCHE_TRANSCRIPT && !alone))
        return NULL;
    // The same label stands before turn after turn: one search does for all.
    if (!is_same(r, words, r->label)) {
        r->label = words;
        r->label_holder = find_first(r, words);
    }
    return add_holder(r, r->label_holder);
}
