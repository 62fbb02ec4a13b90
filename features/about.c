/* about.c - n-grams of whom a speaker of a given side speaks about.
 *
 * Parties are told apart as the speaker sees them: "own" is the given side,
 * "third" whoever belongs to neither, other sides have their names, and
 * pronouns stand for themselves: (we), (they), (you), (i). Each n-gram below
 * has the given side in front, since the same words mean another party in
 * another mouth.
 *
 *     first own, last china, nobody   first and last of them
 *     own > china                     one behind the other
 *     all (we)+china                  every one
 *     most china, china 3             who most often, how often, to four
 *     one china, two, pair, outside, inside
 *                                     the first that holds: one side is named
 *                                     that is not the speaker's own; more are;
 *                                     a relationship, and no third party; a
 *                                     third party or the world; none of these.
 *                                     And again with what else there is
 *     relation, relation china+own    words of a relationship ("both sides"),
 *                                     and who is named beside them
 *     joined                          two sides as one: "China-US ties", "the
 *                                     US and China"
 *     world global                    words that mean the world
 *
 * These stand in the space of what is known; in that of the speaker stands each
 * word that is no name: ">china they".
 */
#include "about.h"

enum { TIMES_MAX = 4 };

/* "both" or "two", and these. */
static const char *const shared[] = {
    "countries", "economies",  "governments", "heads",
    "leaders",   "militaries", "nations",     "peoples",
    "powers",    "presidents", "sides",
};

static const char *const worldly[] = {
    "all",      "community",    "countries",       "everyone",
    "global",   "globally",     "humanity",        "international",
    "mankind",  "multilateral", "multilateralism", "nations",
    "parties",  "peoples",      "planet",          "region",
    "regional", "states",       "world",
};

static const struct {
    const char *word, *name;
} pronouns[] = {
    { "i", "(i)" },         { "me", "(i)" },      { "my", "(i)" },
    { "our", "(we)" },      { "ours", "(we)" },   { "their", "(they)" },
    { "theirs", "(they)" }, { "them", "(they)" }, { "they", "(they)" },
    { "us", "(we)" },       { "we", "(we)" },     { "you", "(you)" },
    { "your", "(you)" },
};

static bool is_any(dm_span word, const char *const *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (dm_span_is(word, table[i]))
            return true;
    return false;
}

static dm_span word_at(const dm_about *a, size_t at)
{
    return at < a->tokens->count ? a->tokens->items[at].folded
                                 : (dm_span){ NULL, 0 };
}

static bool is_both(dm_span word)
{
    return dm_span_is(word, "both") || dm_span_is(word, "two");
}

/* An n-gram in the making: words with a space between, as many as fit. */
typedef struct line {
    char bytes[DM_NGRAM_KEY_MAX - 1];
    size_t len;
} line;

static void append(line *l, const char *mark, dm_span word)
{
    size_t before = strlen(mark);
    if (l->len + before + word.len > sizeof l->bytes)
        return;
    memcpy(l->bytes + l->len, mark, before);
    if (word.len > 0)
        memcpy(l->bytes + l->len + before, word.data, word.len);
    l->len += before + word.len;
}

static void put_line(const dm_about *a, dm_place at, const line *l)
{
    dm_ngram_add_joined(a->list, DM_SPACE_KNOWN, at,
                        (dm_span){ l->bytes, l->len }, (dm_span){ NULL, 0 });
}

static line line_of(const dm_about *a, bool given, const char *first,
                    const char *second)
{
    line l = { .len = 0 };
    if (given)
        append(&l, ">", a->given);
    append(&l, given ? " " : "", dm_span_of(first));
    if (second != NULL)
        append(&l, " ", dm_span_of(second));
    return l;
}

/* "first second", with the given side in front. */
static void put_given(const dm_about *a, dm_place at, const char *first,
                      const char *second)
{
    line l = line_of(a, true, first, second);
    put_line(a, at, &l);
}

/* With it, and without. */
static void put_both(const dm_about *a, dm_place at, const char *first,
                     const char *second)
{
    line l = line_of(a, false, first, second);
    put_line(a, at, &l);
    put_given(a, at, first, second);
}

void dm_about_begin(dm_about *about, dm_ngram_list *list,
                    const dm_tokens *tokens, dm_span given)
{
    *about = (dm_about){ .list = list, .tokens = tokens, .given = given };
}

/* Another word about a party; NULL where there are more than are kept. */
static dm_party *meet(dm_about *a, const char *name, const char *side,
                      dm_place at)
{
    size_t i = 0;
    while (i < a->count && strcmp(a->parties[i].name, name) != 0)
        i++;
    if (i == DM_PARTIES_MAX)
        return NULL;
    dm_party *party = &a->parties[i];
    if (i == a->count) {
        a->count++;
        *party = (dm_party){ .name = name, .side = side, .at = at };
    }
    party->times++;
    if (a->last != NULL && a->last != party) {
        line l = line_of(a, true, a->last->name, ">");
        append(&l, " ", dm_span_of(name));
        put_line(a, at, &l);
    }
    if (a->first == NULL)
        a->first = party;
    a->last = party;
    return party;
}

static bool is_other(const char *side)
{
    return strcmp(side, "other") == 0;
}

/* How the party named last and the one that begins at `at` are joined:
 * '-' or 'a' (by "and", "with"), else 0. */
static char joint(const dm_about *a, const char *side, size_t at)
{
    const dm_party *before = a->named;
    size_t behind = a->named_end;
    if (before == NULL || strcmp(before->side, side) == 0 || is_other(side) ||
        is_other(before->side))
        return 0;
    dm_span word = word_at(a, behind);
    if (behind + 1 == at &&
        (dm_span_is(word, "-") || dm_span_is(word, "\u2013")))
        return '-';
    bool article = behind + 2 == at && dm_span_is(word_at(a, at - 1), "the");
    return (behind + 1 == at || article) &&
                   (dm_span_is(word, "and") || dm_span_is(word, "with"))
               ? 'a'
               : 0;
}

void dm_about_name(dm_about *about, const char *side, size_t begin, size_t end)
{
    bool own = dm_span_is(about->given, side);
    const char *name = own ? "own" : is_other(side) ? "third" : side;
    dm_place at = dm_place_of(about->tokens, begin, end);
    char how = joint(about, side, begin);
    dm_party *before = about->named;
    dm_party *party = meet(about, name, side, at);
    if (party == NULL)
        return;
    about->joined = about->joined || how != 0;
    party->alone += how != '-';
    if (how == '-') {
        about->relation = true;
        before->alone -= before->alone > 0;
    }
    about->named = party;
    about->named_end = end;
}

/* Who says the word, and the word. */
static void put_said(const dm_about *a, dm_place at, dm_span word)
{
    line l = line_of(a, true, "", NULL);
    append(&l, "", word);
    dm_ngram_add_joined(a->list, DM_SPACE_SPEAKER, at,
                        (dm_span){ l.bytes, l.len }, (dm_span){ NULL, 0 });
}

void dm_about_word(dm_about *about, size_t at)
{
    dm_token_kind kind = about->tokens->items[at].kind;
    dm_span word = word_at(about, at);
    dm_place place = dm_place_of(about->tokens, at, at + 1);
    if (kind != DM_TOKEN_PUNCT && kind != DM_TOKEN_QUOTE)
        put_said(about, place, word);
    bool both = at > 0 && is_both(word_at(about, at - 1));
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (dm_span_is(word, pronouns[i].word))
            meet(about, pronouns[i].name, NULL, place);
    if (dm_span_is(word, "bilateral") ||
        (both && is_any(word, shared, sizeof shared / sizeof *shared)) ||
        (at > 0 && dm_span_is(word, "other") &&
         dm_span_is(word_at(about, at - 1), "each")))
        about->relation = true;
    if (!is_any(word, worldly, sizeof worldly / sizeof *worldly))
        return;
    dm_ngram_add_joined(about->list, DM_SPACE_KNOWN, place,
                        (dm_span)DM_SPAN("world"), word);
    about->world = about->world || !both;
}

/* What the rules go by. */
typedef struct summary {
    const char *foreign; // the first side that is neither own nor third
    size_t foreigners;
    bool own, third;
} summary;

static summary sum_up(const dm_about *a)
{
    summary s = { .third = a->world };
    for (size_t i = 0; i < a->count; i++) {
        const dm_party *party = &a->parties[i];
        if (party->side == NULL || party->alone == 0)
            continue;
        if (is_other(party->side)) {
            s.third = true;
        } else if (strcmp(party->name, "own") == 0) {
            s.own = true;
        } else {
            s.foreign = s.foreigners == 0 ? party->side : s.foreign;
            s.foreigners++;
        }
    }
    return s;
}

static void put_rule(const dm_about *a, dm_place all)
{
    static const char *const more[] = {
        "",       " own",       " relation",       " own relation",
        " third", " own third", " relation third", " own relation third",
    };
    summary s = sum_up(a);
    const char *rule = s.foreigners == 1         ? "one"
                       : s.foreigners > 1        ? "two"
                       : a->relation && !s.third ? "pair"
                       : s.third                 ? "outside"
                                                 : "inside";
    const char *side = s.foreigners == 1 ? s.foreign : NULL;
    put_both(a, all, rule, side);
    line l = line_of(a, true, rule, side);
    append(&l, more[s.own + 2 * a->relation + 4 * s.third],
           (dm_span)DM_SPAN("."));
    put_line(a, all, &l);
}

/* Put `party` where its name belongs among `count` others. */
static void insert(const dm_party **sorted, size_t count, const dm_party *party)
{
    size_t at = count;
    for (; at > 0 && strcmp(sorted[at - 1]->name, party->name) > 0; at--)
        sorted[at] = sorted[at - 1];
    sorted[at] = party;
}

/* The names of all parties, or of those that are sides, in order. */
static void append_all(line *l, const dm_about *a, bool sides)
{
    const dm_party *sorted[DM_PARTIES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < a->count; i++)
        if (!sides || a->parties[i].alone > 0)
            insert(sorted, count++, &a->parties[i]);
    for (size_t i = 0; i < count; i++)
        append(l, i == 0 ? " " : "+", dm_span_of(sorted[i]->name));
}

static void put_parties(const dm_about *a, dm_place all)
{
    static const char *const digits[] = { "0", "1", "2", "3", "4" };
    if (a->first == NULL) {
        put_given(a, all, "nobody", NULL);
        return;
    }
    const dm_party *most = a->first;
    for (size_t i = 0; i < a->count; i++) {
        const dm_party *party = &a->parties[i];
        most = party->times > most->times ? party : most;
        put_given(a, party->at, party->name,
                  digits[party->times < TIMES_MAX ? party->times : TIMES_MAX]);
    }
    put_given(a, a->first->at, "first", a->first->name);
    put_given(a, all, "last", a->last->name);
    put_given(a, all, "most", most->name);
    line l = line_of(a, true, "all", NULL);
    append_all(&l, a, false);
    put_line(a, all, &l);
}

void dm_about_end(dm_about *about)
{
    dm_place all = dm_place_of(about->tokens, 0, about->tokens->count);
    put_rule(about, all);
    put_parties(about, all);
    if (about->joined)
        put_both(about, all, "joined", NULL);
    if (!about->relation)
        return;
    put_both(about, all, "relation", NULL);
    line l = line_of(about, false, "relation", NULL);
    append_all(&l, about, true);
    put_line(about, all, &l);
}
