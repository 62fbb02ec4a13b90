/* named.c - n-grams of who is named in a statement, by the register.
 *
 * Names are many and sides are few: "named:china" says of a hundred
 * ministries and ministers at once what their own words say of each alone.
 *
 *     us                     the United States' side is named
 *     us (person)            … by a person, institution, office, country
 *     (first) us, (last) us  first and last of the names
 *     (only) us              no other side is
 *     (we) us                beside "we" or "our"
 *     word us, us word       the words left and right of the name
 *     (none)                 no name at all
 *
 * Where another label is given, such as the speaker's side, what counts is who
 * is named by whom:
 *
 *     >us china, >us last china      each side named, and the last
 *     >us china+other                all of them
 */
#include "about.h"

enum { SIDES_MAX = 8 };

/* A side and where it is named. */
typedef struct naming {
    const char *side;
    dm_place at;
} naming;

/* Where we are, and what was seen so far. */
typedef struct sight {
    dm_ngram_list *list;
    const dm_tokens *tokens;
    naming sides[SIDES_MAX]; // different ones, in order, each where first named
    size_t side_count;
    naming last;   // `side` NULL: none so far
    dm_place span; // from the first name to the last, or all of the content
    dm_span given; // or empty
    bool we;
    dm_place we_at; // the first "we"
} sight;

static void add(const sight *s, dm_place at, const char *first,
                const char *second)
{
    dm_ngram_add_joined(s->list, DM_SPACE_NAMED, at, dm_span_of(first),
                        dm_span_of(second));
}

static const char *kind_name(const dm_actor *actor)
{
    static const char *const names[] = {
        [DM_ACTOR_COUNTRY] = "(country)",
        [DM_ACTOR_INSTITUTION] = "(institution)",
        [DM_ACTOR_OFFICE] = "(office)",
        [DM_ACTOR_PERSON] = "(person)",
    };
    return names[actor->kind];
}

static void note_side(sight *s, naming named)
{
    if (s->last.side == NULL) {
        add(s, named.at, "(first)", named.side);
        s->span = named.at;
    }
    s->last = named;
    s->span.end = named.at.end;
    for (size_t i = 0; i < s->side_count; i++)
        if (dm_span_equal(dm_span_of(s->sides[i].side), dm_span_of(named.side)))
            return;
    if (s->side_count < SIDES_MAX)
        s->sides[s->side_count++] = named;
}

/* A word beside a name, or what stands for the text's end. */
static dm_span word_at(const sight *s, size_t at)
{
    const dm_span end = DM_SPAN("|");
    dm_span word = at < s->tokens->count ? s->tokens->items[at].folded : end;
    return word.len > DM_NGRAM_WORD_MAX ? end : word;
}

/* "must us" and "us must": the order tells left from right. */
static void add_beside(sight *s, const char *side, size_t begin, size_t end)
{
    // begin - 1 wraps to a place that no text has: the end
    dm_place left = dm_place_of(s->tokens, begin > 0 ? begin - 1 : 0, end);
    dm_place right = dm_place_of(s->tokens, begin, end + 1);
    dm_ngram_add_joined(s->list, DM_SPACE_NAMED, left, word_at(s, begin - 1),
                        dm_span_of(side));
    dm_ngram_add_joined(s->list, DM_SPACE_NAMED, right, dm_span_of(side),
                        word_at(s, end));
}

static void see(sight *s, const dm_match *match, size_t at)
{
    const dm_actor *actor = match->actor;
    dm_place place = dm_place_of(s->tokens, at, at + match->tokens);
    add(s, place, actor->side, NULL);
    add(s, place, actor->side, kind_name(actor));
    add_beside(s, actor->side, at, at + match->tokens);
    note_side(s, (naming){ actor->side, place });
}

static void look_for_we(sight *s, size_t at)
{
    dm_span word = s->tokens->items[at].folded;
    if (s->we || !(dm_span_is(word, "we") || dm_span_is(word, "our") ||
                   dm_span_is(word, "ours")))
        return;
    s->we = true;
    s->we_at = dm_place_of(s->tokens, at, at + 1);
}

static void sort_sides(naming *sides, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t k = i;
             k > 0 && strcmp(sides[k].side, sides[k - 1].side) < 0; k--) {
            naming held = sides[k];
            sides[k] = sides[k - 1];
            sides[k - 1] = held;
        }
}

static void add_all(sight *s, dm_span by)
{
    char all[DM_NGRAM_WORD_MAX];
    size_t len = 0;
    sort_sides(s->sides, s->side_count);
    for (size_t i = 0; i < s->side_count; i++) {
        size_t more = strlen(s->sides[i].side);
        if (len + more + 1 > sizeof all)
            break;
        if (i > 0)
            all[len++] = '+';
        memcpy(all + len, s->sides[i].side, more);
        len += more;
    }
    dm_ngram_add_joined(s->list, DM_SPACE_NAMED, s->span, by,
                        (dm_span){ all, len });
}

static void conclude_given(sight *s)
{
    char by[DM_NGRAM_WORD_MAX] = ">";
    if (s->given.len == 0 || s->given.len >= sizeof by)
        return;
    memcpy(by + 1, s->given.data, s->given.len);
    dm_span who = { by, s->given.len + 1 };
    for (size_t i = 0; i < s->side_count; i++)
        dm_ngram_add_joined(s->list, DM_SPACE_NAMED, s->sides[i].at, who,
                            dm_span_of(s->sides[i].side));
    if (s->side_count != 1) // one alone says the same
        add_all(s, who);
    if (s->last.side == NULL)
        return;
    char last[DM_NGRAM_WORD_MAX] = "last ";
    size_t len = strlen(s->last.side);
    if (len + 6 > sizeof last)
        return;
    memcpy(last + 5, s->last.side, len);
    dm_ngram_add_joined(s->list, DM_SPACE_NAMED, s->last.at, who,
                        (dm_span){ last, len + 5 });
}

static void conclude(const sight *s)
{
    if (s->last.side == NULL)
        add(s, s->span, "(none)", NULL);
    else
        add(s, s->last.at, "(last)", s->last.side);
    if (s->side_count == 1)
        add(s, s->last.at, "(only)", s->last.side);
    for (size_t i = 0; s->we && i < s->side_count; i++)
        add(s, s->we_at, "(we)", s->sides[i].side);
}

void dm_ngrams_add_named(dm_ngram_list *list, const dm_register *reg,
                         const dm_text *text, const dm_tokens *tokens,
                         dm_span given)
{
    sight s = { .list = list,
                .tokens = tokens,
                .span = dm_place_of(tokens, 0, tokens->count),
                .given = given };
    bool asked = given.len > 0 && given.len <= DM_NGRAM_WORD_MAX;
    dm_about about;
    dm_about_begin(&about, list, tokens, given);
    for (size_t i = 0; i < tokens->count;) {
        dm_match match =
            dm_register_match(reg, text, tokens->items, i, tokens->count, NULL);
        size_t step =
            match.actor != NULL && match.tokens > 0 ? match.tokens : 1;
        if (match.actor != NULL)
            see(&s, &match, i);
        else
            look_for_we(&s, i);
        if (asked && match.actor != NULL)
            dm_about_name(&about, match.actor->side, i, i + step);
        else if (asked)
            dm_about_word(&about, i);
        i += step;
    }
    if (asked)
        dm_about_end(&about);
    conclude(&s);
    conclude_given(&s);
}
