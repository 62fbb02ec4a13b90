/* target.c - see target.h.
 *
 * A first, plain answer from who is named, by these rules in this order:
 *
 *   M1  one side is named that is not the speaker's own: that side
 *   M2  two such sides are named: both
 *   M3  words of a relationship ("both sides", "China-US ties") and no third
 *       party: both
 *   M4  a third party is named, or the world: other
 *
 * A side alone that names itself, or nobody, is about nobody: no target.
 * What "they" or "you" mean is not resolved, so a target may be missed.
 */
#include "target.h"

enum { WORDS_MAX = 3 };

typedef struct phrase {
    const char *words[WORDS_MAX]; // folded; NULL ends
} phrase;

static const phrase relationship[] = {
    { { "two", "countries" } },   { { "both", "countries" } },
    { { "two", "sides" } },       { { "both", "sides" } },
    { { "two", "nations" } },     { { "both", "nations" } },
    { { "two", "peoples" } },     { { "two", "presidents" } },
    { { "two", "leaders" } },     { { "two", "economies" } },
    { { "two", "powers" } },      { { "two", "great", "powers" } },
    { { "two", "governments" } }, { { "two", "militaries" } },
    { { "each", "other" } },      { { "bilateral" } },
    { { "sino", "-" } },
};

static const phrase world[] = {
    { { "world" } },
    { { "international", "community" } },
    { { "countries" } },
    { { "nations" } },
    { { "states", "parties" } },
    { { "member", "states" } },
    { { "peoples" } },
    { { "humanity" } },
    { { "mankind" } },
    { { "humankind" } },
    { { "global" } },
    { { "globally" } },
    { { "multilateral" } },
    { { "multilateralism" } },
    { { "all", "parties" } },
    { { "parties", "concerned" } },
};

/* What a statement names. */
typedef struct named {
    const char *sides[2]; // up to two sides other than "other", in order
    size_t count;
    bool third, relation;
} named;

static bool same(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static size_t phrase_at(const phrase *table, size_t count,
                        const dm_tokens *tokens, size_t at)
{
    for (size_t i = 0; i < count; i++) {
        size_t len = 0;
        while (len < WORDS_MAX && table[i].words[len] != NULL &&
               at + len < tokens->count &&
               dm_span_is(tokens->items[at + len].folded, table[i].words[len]))
            len++;
        if (len == WORDS_MAX || table[i].words[len] == NULL)
            return len;
    }
    return 0;
}

static void name_side(named *names, const char *side)
{
    if (strcmp(side, "other") == 0) {
        names->third = true;
        return;
    }
    for (size_t i = 0; i < names->count; i++)
        if (same(names->sides[i], side))
            return;
    if (names->count < 2)
        names->sides[names->count++] = side;
}

/* What the words are read with. */
typedef struct reading {
    const dm_text *text;
    const dm_tokens *tokens;
    const dm_register *reg; // may be NULL
    const char *date;
} reading;

/* The side of the actor named at token `at`, and how many tokens that takes;
 * NULL where nobody is. */
static const char *side_at(const reading *r, size_t at, size_t *len)
{
    if (r->reg == NULL || at >= r->tokens->count)
        return NULL;
    dm_match match = dm_register_match(r->reg, r->text, r->tokens->items, at,
                                       r->tokens->count, r->date);
    if (match.actor == NULL || match.tokens == 0)
        return NULL;
    *len = match.tokens;
    return match.actor->side;
}

/* "China-US ties": after a side, a hyphen and another side. It speaks of the
 * two together and names neither; returns the tokens that it takes, or 0. */
static size_t joined_side(const reading *r, const char *side, size_t hyphen)
{
    if (hyphen >= r->tokens->count ||
        !dm_span_is(r->tokens->items[hyphen].folded, "-"))
        return 0;
    size_t len;
    const char *other = side_at(r, hyphen + 1, &len);
    bool pair = other != NULL && !same(side, other) && !same(side, "other") &&
                !same(other, "other");
    return pair ? len + 1 : 0;
}

static size_t read_actor(named *names, const reading *r, size_t at)
{
    size_t len;
    const char *side = side_at(r, at, &len);
    if (side == NULL)
        return 0;
    size_t more = joined_side(r, side, at + len);
    if (more > 0)
        names->relation = true;
    else
        name_side(names, side);
    return len + more;
}

static size_t read_phrase(named *names, const dm_tokens *tokens, size_t at)
{
    size_t len = phrase_at(
        relationship, sizeof relationship / sizeof *relationship, tokens, at);
    if (len > 0) {
        names->relation = true;
        return len;
    }
    len = phrase_at(world, sizeof world / sizeof *world, tokens, at);
    names->third = names->third || len > 0;
    return len;
}

static void collect(named *names, const reading *r)
{
    for (size_t at = 0, step; at < r->tokens->count; at += step) {
        step = read_actor(names, r, at);
        if (step == 0)
            step = read_phrase(names, r->tokens, at);
        if (step == 0)
            step = 1;
    }
}

/* Rules M1 to M4. */
static dm_target decide(const named *names, const char *speaker_side)
{
    const char *foreign = NULL;
    size_t foreigners = 0;
    for (size_t i = 0; i < names->count; i++)
        if (!same(names->sides[i], speaker_side)) {
            foreign = names->sides[i];
            foreigners++;
        }
    if (foreigners == 1)
        return (dm_target){ foreign, "M1" };
    if (foreigners == 2)
        return (dm_target){ "both", "M2" };
    if (names->relation && !names->third)
        return (dm_target){ "both", "M3" };
    if (names->third)
        return (dm_target){ "other", "M4" };
    return (dm_target){ NULL, NULL };
}

demarche_status dm_target_find(dm_target *out, dm_span content,
                               const char *speaker_side, const dm_register *reg,
                               const char *date, dm_arena *scratch,
                               demarche_error *err)
{
    *out = (dm_target){ NULL, NULL };
    dm_text text;
    dm_tokens tokens;
    named names = { .count = 0 };
    demarche_status status =
        dm_text_init(&text, scratch, content.data, content.len, err);
    if (status == DEMARCHE_OK)
        status = dm_tokens_find(&tokens, &text, scratch, err);
    if (status != DEMARCHE_OK)
        return status;
    collect(&names, &(reading){ &text, &tokens, reg, date });
    *out = decide(&names, speaker_side);
    return DEMARCHE_OK;
}
