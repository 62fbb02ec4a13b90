/* target.c - see target.h.
 *
 * A first, plain answer from who is named, by these rules in this order:
 *
 *   M1  words of a relationship ("both sides", "China-US") and no third
 *       party: both
 *   M2  one side is named that is not the speaker's own: that side
 *   M3  the speaker belongs to neither of two sides that are named: both
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

/* "China-US": a side, a hyphen without spaces, and another side. */
static bool is_joined(const dm_tokens *tokens, size_t hyphen,
                      const char *before, const char *after)
{
    return hyphen > 0 && dm_span_is(tokens->items[hyphen].folded, "-") &&
           before != NULL && !same(before, after) &&
           strcmp(before, "other") != 0 && strcmp(after, "other") != 0;
}

static size_t count_phrases(named *names, const dm_tokens *tokens, size_t at)
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

static void collect(named *names, const dm_text *text, const dm_tokens *tokens,
                    const dm_register *reg, const char *date)
{
    const char *before = NULL; // side of the match that ended one token ago
    for (size_t at = 0, step; at < tokens->count; at += step) {
        dm_match match = { .actor = NULL };
        if (reg != NULL)
            match = dm_register_match(reg, text, tokens->items, at,
                                      tokens->count, date);
        step = match.actor != NULL ? match.tokens : 0;
        if (step > 0) {
            const char *side = match.actor->side;
            name_side(names, side);
            if (at > 1 && is_joined(tokens, at - 1, before, side))
                names->relation = true;
            before = side;
            continue;
        }
        step = count_phrases(names, tokens, at);
        if (step == 0)
            step = 1;
        if (!dm_span_is(tokens->items[at].folded, "-"))
            before = NULL;
    }
}

static dm_target decide(const named *names, const char *speaker_side)
{
    const char *foreign = NULL;
    size_t foreigners = 0;
    for (size_t i = 0; i < names->count; i++)
        if (!same(names->sides[i], speaker_side)) {
            foreign = names->sides[i];
            foreigners++;
        }
    bool takes_part = names->count > 0 ||
                      (speaker_side != NULL && !same(speaker_side, "other"));
    if (names->relation && takes_part && !names->third)
        return (dm_target){ "both", "M1" };
    if (foreigners == 1)
        return (dm_target){ foreign, "M2" };
    if (foreigners == 2)
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
    collect(&names, &text, &tokens, reg, date);
    *out = decide(&names, speaker_side);
    return DEMARCHE_OK;
}
