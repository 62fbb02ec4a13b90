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
#include "ngram_list.h"

enum { SIDES_MAX = 8 };

/* Where we are, and what was seen so far. */
typedef struct sight {
    dm_ngram_list *list;
    const dm_tokens *tokens;
    const char *sides[SIDES_MAX]; // different ones, in order
    size_t side_count;
    const char *last;
    dm_span given; // or empty
    bool we;
} sight;

static void add(dm_ngram_list *list, const char *first, const char *second)
{
    dm_ngram_add_joined(list, DM_SPACE_NAMED, dm_span_of(first),
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

static void note_side(sight *s, const char *side)
{
    if (s->last == NULL)
        add(s->list, "(first)", side);
    s->last = side;
    for (size_t i = 0; i < s->side_count; i++)
        if (strcmp(s->sides[i], side) == 0)
            return;
    if (s->side_count < SIDES_MAX)
        s->sides[s->side_count++] = side;
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
    dm_ngram_add_joined(s->list, DM_SPACE_NAMED, word_at(s, begin - 1),
                        dm_span_of(side));
    dm_ngram_add_joined(s->list, DM_SPACE_NAMED, dm_span_of(side),
                        word_at(s, end));
}

static void see(sight *s, const dm_match *match, size_t at)
{
    const dm_actor *actor = match->actor;
    add(s->list, actor->side, NULL);
    add(s->list, actor->side, kind_name(actor));
    add_beside(s, actor->side, at, at + match->tokens);
    note_side(s, actor->side);
}

static bool is_we(dm_span word)
{
    return dm_span_is(word, "we") || dm_span_is(word, "our") ||
           dm_span_is(word, "ours");
}

static void sort_sides(const char **sides, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t k = i; k > 0 && strcmp(sides[k], sides[k - 1]) < 0; k--) {
            const char *held = sides[k];
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
        size_t more = strlen(s->sides[i]);
        if (len + more + 1 > sizeof all)
            break;
        if (i > 0)
            all[len++] = '+';
        memcpy(all + len, s->sides[i], more);
        len += more;
    }
    dm_ngram_add_joined(s->list, DM_SPACE_NAMED, by, (dm_span){ all, len });
}

static void conclude_given(sight *s)
{
    char by[DM_NGRAM_WORD_MAX] = ">";
    if (s->given.len == 0 || s->given.len >= sizeof by)
        return;
    memcpy(by + 1, s->given.data, s->given.len);
    dm_span who = { by, s->given.len + 1 };
    for (size_t i = 0; i < s->side_count; i++)
        dm_ngram_add_joined(s->list, DM_SPACE_NAMED, who,
                            dm_span_of(s->sides[i]));
    if (s->side_count != 1) // one alone says the same
        add_all(s, who);
    if (s->last == NULL)
        return;
    char last[DM_NGRAM_WORD_MAX] = "last ";
    size_t len = strlen(s->last);
    if (len + 6 > sizeof last)
        return;
    memcpy(last + 5, s->last, len);
    dm_ngram_add_joined(s->list, DM_SPACE_NAMED, who,
                        (dm_span){ last, len + 5 });
}

static void conclude(const sight *s)
{
    if (s->last == NULL)
        add(s->list, "(none)", NULL);
    else
        add(s->list, "(last)", s->last);
    if (s->side_count == 1)
        add(s->list, "(only)", s->last);
    for (size_t i = 0; s->we && i < s->side_count; i++)
        add(s->list, "(we)", s->sides[i]);
}

void dm_ngrams_add_named(dm_ngram_list *list, const dm_register *reg,
                         const dm_text *text, const dm_tokens *tokens,
                         dm_span given)
{
    sight s = { .list = list, .tokens = tokens, .given = given };
    for (size_t i = 0; i < tokens->count;) {
        dm_match match =
            dm_register_match(reg, text, tokens->items, i, tokens->count, NULL);
        if (match.actor != NULL)
            see(&s, &match, i);
        else
            s.we = s.we || is_we(tokens->items[i].folded);
        i += match.actor != NULL && match.tokens > 0 ? match.tokens : 1;
    }
    conclude(&s);
    conclude_given(&s);
}
