/* run.c - see run.h. */
#include "run.h"

enum { BODY_MAX = 16, NAME_MAX = 8, COMPARED_MAX = 16 };

/* Words that join the parts of a name: "Ursula von der Leyen". */
static const char *const particles[] = { "al", "bin", "da",  "de", "del", "der",
                                         "di", "dos", "du",  "el", "ibn", "la",
                                         "le", "ter", "van", "von" };

static bool is_mark(const dm_token *token, char mark)
{
    return token->folded.len == 1 && token->folded.data[0] == mark;
}

static bool is_capital(const dm_token *token)
{
    return token->kind == DM_TOKEN_WORD && (token->flags & DM_TOKEN_CAPITAL);
}

static bool is_particle(const dm_token *token)
{
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (dm_span_is(token->folded, particles[i]))
            return true;
    return false;
}

static bool is_initial(const dm_token *token)
{
    return is_capital(token) && token->folded.len <= 2 &&
           (token->flags & DM_TOKEN_PERIOD);
}

/* A capitalised word that may stand in an institution's name. */
static bool is_body_word(const dm_token *token)
{
    uint32_t classes = dm_noun_classes(token->folded);
    if (!is_capital(token) || (classes & DM_NOUN_SMALL))
        return false;
    return !(classes & (DM_NOUN_TITLE | DM_NOUN_GROUP)) ||
           (classes & DM_NOUN_BODY);
}

/* The token after a joint ("of", "for the", "and") that begins at `at` and
 * leads to another word of the name; `at` when there is none. */
static uint32_t after_joint(const dm_token *tokens, uint32_t at, uint32_t end,
                            bool seen)
{
    static const char *const joints[] = { "for", "on", "and", "in", "to" };
    bool joint = dm_span_is(tokens[at].folded, "of") ||
                 is_mark(&tokens[at], '&') || is_mark(&tokens[at], '-') ||
                 tokens[at].kind == DM_TOKEN_SUFFIX;
    for (size_t i = 0; seen && i < sizeof joints / sizeof *joints; i++)
        joint |= dm_span_is(tokens[at].folded, joints[i]);
    uint32_t next = at + 1;
    if (joint && next < end &&
        (dm_span_is(tokens[next].folded, "the") ||
         dm_span_is(tokens[next].folded, "a")))
        next++;
    return joint && next < end && is_body_word(&tokens[next]) ? next : at;
}

/* What a joint leads to after the noun is part of the name only when it has no
 * noun of its own: not in "the Treasury Department and the Senate Committee".
 */
static bool joins_another(const dm_token *tokens, uint32_t at, uint32_t next,
                          uint32_t end)
{
    if (!dm_span_is(tokens[at].folded, "and"))
        return false;
    for (uint32_t i = next; i < end && i < next + 6; i++) {
        if (!is_body_word(&tokens[i]))
            return false;
        if (dm_noun_classes(tokens[i].folded) & DM_NOUN_BODY)
            return true;
    }
    return false;
}

dm_stretch dm_run_body(const dm_page *page, uint32_t at, uint32_t end)
{
    const dm_token *tokens = page->tokens.items;
    uint32_t limit = end - at > BODY_MAX ? at + BODY_MAX : end;
    uint32_t i = at, last = at, words = 0;
    bool seen = false;
    while (i < limit) {
        if (is_body_word(&tokens[i])) {
            seen |= (dm_noun_classes(tokens[i].folded) & DM_NOUN_BODY) != 0;
            words++;
            last = ++i;
            continue;
        }
        uint32_t next = words == 0 ? i : after_joint(tokens, i, limit, seen);
        if (next == i || joins_another(tokens, i, next, limit))
            break;
        i = next;
    }
    return (dm_stretch){ at, seen && words > 1 ? last : at };
}

/* A word of a person's name. */
static bool is_name_word(const dm_token *token, bool opens)
{
    uint32_t classes = dm_noun_classes(token->folded);
    if (!is_capital(token))
        return false;
    if (is_initial(token))
        return true;
    if (token->flags & DM_TOKEN_PERIOD)
        return !opens && (dm_span_is(token->folded, "jr.") ||
                          dm_span_is(token->folded, "sr."));
    return !(classes &
             (DM_NOUN_SMALL | DM_NOUN_ROLE | DM_NOUN_GROUP | DM_NOUN_TITLE));
}

/* Does the register know something at `at` that is no person? */
static bool is_other_name(const dm_cast *cast, uint32_t at, uint32_t end)
{
    dm_match match =
        dm_register_match(cast->reg, &cast->page->text,
                          cast->page->tokens.items, at, end, cast->page->date);
    return match.kind == DM_MATCH_ADJECTIVE ||
           (match.kind == DM_MATCH_NAME &&
            match.actor->kind != DM_ACTOR_PERSON);
}

dm_stretch dm_run_name(const dm_cast *cast, uint32_t at, uint32_t end)
{
    const dm_token *tokens = cast->page->tokens.items;
    uint32_t limit = end - at > NAME_MAX ? at + NAME_MAX : end;
    uint32_t i = at, last = at;
    while (i < limit) {
        if (is_name_word(&tokens[i], i == at) &&
            (i == at || !is_other_name(cast, i, end))) {
            last = ++i;
        } else if (last > at && i + 1 < limit && is_mark(&tokens[i], '-') &&
                   (tokens[i].flags & DM_TOKEN_GLUED) &&
                   tokens[i + 1].kind == DM_TOKEN_WORD &&
                   (tokens[i + 1].flags & DM_TOKEN_GLUED)) {
            last = i += 2; // "Fu-kuo"
        } else if (last > at && i + 1 < limit && is_particle(&tokens[i])) {
            i++;
        } else {
            break;
        }
    }
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

bool dm_run_is_headline(const dm_page *page, uint32_t first, uint32_t end)
{
    const dm_token *tokens = page->tokens.items;
    uint32_t capitals = 0, lower = 0;
    for (uint32_t i = first; i < end; i++) {
        if (tokens[i].kind != DM_TOKEN_WORD ||
            (dm_noun_classes(tokens[i].folded) & DM_NOUN_SMALL))
            continue;
        if (is_capital(&tokens[i]))
            capitals++;
        else
            lower++;
    }
    return capitals >= 4 && 8 * lower <= capitals;
}
