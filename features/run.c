/* run.c - see run.h. */
#include "run.h"

#include "name.h"

enum { BODY_MAX = 16, NAME_MAX = 8, COMPARED_MAX = 16 };

static bool is_mark(const dm_token *token, char mark)
{
    return token->folded.len == 1 && token->folded.data[0] == mark;
}

static bool is_capital(const dm_token *token)
{
    return token->kind == DM_TOKEN_WORD && (token->flags & DM_TOKEN_CAPITAL);
}

static bool names(const dm_token *token, unsigned classes)
{
    return (dm_token_gloss(token)->name & classes) != 0;
}

static bool is_initial(const dm_token *token)
{
    return is_capital(token) && token->folded.len <= 2 &&
           (token->flags & DM_TOKEN_PERIOD);
}

/* A capitalised word that may stand in an institution's name. */
static bool is_body_word(const dm_cast *cast, uint32_t at)
{
    uint32_t classes = cast->classes[at];
    if (!is_capital(&cast->page->tokens.items[at]) || (classes & DM_NOUN_SMALL))
        return false;
    return !(classes & (DM_NOUN_TITLE | DM_NOUN_GROUP)) ||
           (classes & DM_NOUN_BODY);
}

/* The token after a joint ("of", "for the", "and") that begins at `at` and
 * leads to another word of the name; `at` when there is none. */
static uint32_t after_joint(const dm_cast *cast, uint32_t at, uint32_t end,
                            bool seen)
{
    const dm_token *tokens = cast->page->tokens.items;
    static const dm_span joints[] = {
        DM_SPAN("of"),  DM_SPAN("for"), DM_SPAN("on"),
        DM_SPAN("and"), DM_SPAN("in"),  DM_SPAN("to"),
    };
    bool joint = is_mark(&tokens[at], '&') || is_mark(&tokens[at], '-') ||
                 tokens[at].kind == DM_TOKEN_SUFFIX;
    joint |= seen && DM_TOKEN_IN(&tokens[at], joints);
    uint32_t next = at + 1;
    if (joint && next < end &&
        (dm_span_is(tokens[next].folded, "the") ||
         dm_span_is(tokens[next].folded, "a")))
        next++;
    return joint && next < end && is_body_word(cast, next) ? next : at;
}

/* What a joint leads to after the noun is part of the name only when it has no
 * noun of its own: not in "the Treasury Department and the Senate Committee".
 */
static bool joins_another(const dm_cast *cast, uint32_t at, uint32_t next,
                          uint32_t end)
{
    const dm_token *tokens = cast->page->tokens.items;
    if (!dm_span_is(tokens[at].folded, "and"))
        return false;
    for (uint32_t i = next; i < end && i < next + 6; i++) {
        if (!is_body_word(cast, i))
            return false;
        if (cast->classes[i] & DM_NOUN_BODY)
            return true;
    }
    return false;
}

dm_stretch dm_run_body(const dm_cast *cast, uint32_t at, uint32_t end)
{
    uint32_t limit = end - at > BODY_MAX ? at + BODY_MAX : end;
    uint32_t i = at, last = at, words = 0;
    bool seen = false, joined = false;
    while (i < limit) {
        if (is_body_word(cast, i)) {
            bool noun = cast->classes[i] & DM_NOUN_BODY;
            seen |= noun;
            words++;
            i++;
            if (noun || joined)
                last = i; // "World Bank | Tom Cray"
            continue;
        }
        uint32_t next = words == 0 ? i : after_joint(cast, i, limit, seen);
        if (next == i || joins_another(cast, i, next, limit))
            break;
        joined = seen;
        i = next;
    }
    return (dm_stretch){ at, seen && last > at + 1 ? last : at };
}

/* A word of a person's name. */
static bool is_name_word(const dm_cast *cast, uint32_t at, bool opens)
{
    const dm_token *token = &cast->page->tokens.items[at];
    uint32_t classes = cast->classes[at];
    if (!is_capital(token) || names(token, DM_NAME_PORTFOLIO))
        return false;
    if (!opens && names(token, DM_NAME_ROLE))
        return true;
    if (is_initial(token))
        return true;
    if (token->flags & DM_TOKEN_PERIOD)
        return !opens && (dm_span_is(token->folded, "jr.") ||
                          dm_span_is(token->folded, "sr."));
    return !(classes &
             (DM_NOUN_SMALL | DM_NOUN_ROLE | DM_NOUN_GROUP | DM_NOUN_TITLE));
}

/* Does the register know something at `at` that is no person, or is one in
 * full ("Trusting | Vera Holt")? An adjective
 * behind a given name is a family name: "Tom German". */
static bool is_other_name(const dm_cast *cast, uint32_t at, uint32_t end)
{
    const dm_token *tokens = cast->page->tokens.items;
    dm_match match = dm_cast_match(cast, at, end);
    if (match.kind == DM_MATCH_ADJECTIVE)
        return dm_token_gloss(&tokens[at - 1])->gender == 0;
    return match.kind == DM_MATCH_NAME && match.actor->kind != DM_ACTOR_PERSON;
}

dm_stretch dm_run_name(const dm_cast *cast, uint32_t at, uint32_t end)
{
    const dm_token *tokens = cast->page->tokens.items;
    uint32_t limit = end - at > NAME_MAX ? at + NAME_MAX : end;
    uint32_t i = at, last = at;
    // "He" is a family name where another name follows.
    if (at + 1 < limit && dm_span_is(tokens[at].folded, "he") &&
        is_capital(&tokens[at]) && is_name_word(cast, at + 1, true))
        last = ++i;
    while (i < limit) {
        if (is_name_word(cast, i, i == at) &&
            (i == at || !is_other_name(cast, i, end))) {
            last = ++i;
        } else if (last > at && i + 1 < limit && is_mark(&tokens[i], '-') &&
                   (tokens[i].flags & DM_TOKEN_GLUED) &&
                   tokens[i + 1].kind == DM_TOKEN_WORD &&
                   (tokens[i + 1].flags & DM_TOKEN_GLUED) &&
                   !is_other_name(cast, i + 1, end)) {
            last = i += 2; // "Fu-kuo"
        } else if (last > at && i + 1 < limit &&
                   names(&tokens[i], DM_NAME_PARTICLE)) {
            i++;
        } else {
            break;
        }
    }
    if (last > at && names(&tokens[last - 1], DM_NAME_THING) &&
        dm_token_gloss(&tokens[at])->gender == 0)
        return (dm_stretch){ at, at };
    return (dm_stretch){ at, last };
}

bool dm_run_is_same(const dm_page *page, dm_stretch a, dm_stretch b)
{
    const dm_token *tokens = page->tokens.items;
    dm_stretch shorter = a.end - a.first < b.end - b.first ? a : b;
    dm_stretch longer = a.end - a.first < b.end - b.first ? b : a;
    uint32_t at = longer.first;
    if (longer.end - longer.first > COMPARED_MAX ||
        shorter.first == shorter.end)
        return false;
    for (uint32_t i = shorter.first; i < shorter.end; i++) {
        if (is_initial(&tokens[i]))
            continue;
        while (at < longer.end &&
               !dm_span_equal(tokens[at].folded, tokens[i].folded))
            at++;
        if (at++ >= longer.end)
            return false;
    }
    return true;
}

bool dm_run_is_headline(const dm_cast *cast, uint32_t first, uint32_t end)
{
    const dm_token *tokens = cast->page->tokens.items;
    uint32_t capitals = 0, lower = 0;
    for (uint32_t i = first; i < end; i++) {
        if (tokens[i].kind != DM_TOKEN_WORD ||
            (cast->classes[i] & DM_NOUN_SMALL))
            continue;
        if (is_capital(&tokens[i]))
            capitals++;
        else
            lower++;
    }
    return capitals >= 4 && 8 * lower <= capitals;
}
