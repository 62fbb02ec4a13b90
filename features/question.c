/* question.c - see question.h. */
#include "question.h"

enum {
    LEAD_MAX = 10,  // tokens between "question" and the mark
    INSIDE_MAX = 80 // tokens between the marks
};

static bool is_opening(const dm_token *token)
{
    static const dm_span marks[] = { DM_SPAN("\""), DM_SPAN("“"),
                                     DM_SPAN("``") };
    return token->kind == DM_TOKEN_QUOTE && DM_TOKEN_IN(token, marks);
}

static bool is_closing(const dm_token *token)
{
    static const dm_span marks[] = { DM_SPAN("\""), DM_SPAN("”"),
                                     DM_SPAN("''") };
    return token->kind == DM_TOKEN_QUOTE && DM_TOKEN_IN(token, marks);
}

/* "I asked", "my question": the speaker's own. */
static bool is_own(const dm_token *tokens, uint32_t begin, uint32_t at)
{
    static const dm_span words[] = { DM_SPAN("i"), DM_SPAN("we"), DM_SPAN("my"),
                                     DM_SPAN("our") };
    for (uint32_t i = at; i > begin && at - i < 3; i--)
        if (DM_TOKEN_IN(&tokens[i - 1], words))
            return true;
    return false;
}

/* "Ann's question", "the first question": one that was put. "The question of"
 * is anybody's. */
static bool was_put(const dm_token *tokens, uint32_t begin, uint32_t at)
{
    static const dm_span nouns[] = { DM_SPAN("question"),
                                     DM_SPAN("questions") };
    static const dm_span orders[] = { DM_SPAN("first"), DM_SPAN("second"),
                                      DM_SPAN("third"), DM_SPAN("last"),
                                      DM_SPAN("next"),  DM_SPAN("one") };
    return at > begin && DM_TOKEN_IN(&tokens[at], nouns) &&
           (tokens[at - 1].kind == DM_TOKEN_SUFFIX ||
            DM_TOKEN_IN(&tokens[at - 1], orders));
}

/* Does somebody else ask what the mark at `open` opens? */
static bool is_asked(const dm_token *tokens, uint32_t begin, uint32_t open)
{
    static const dm_span verbs[] = { DM_SPAN("asked"), DM_SPAN("asks") };
    for (uint32_t i = open; i > begin && open - i < LEAD_MAX; i--)
        if (DM_TOKEN_IN(&tokens[i - 1], verbs) || was_put(tokens, begin, i - 1))
            return !is_own(tokens, begin, i - 1);
    return false;
}

bool dm_question_find(uint32_t *open, uint32_t *close, const dm_token *tokens,
                      uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++) {
        if (!is_opening(&tokens[i]))
            continue;
        uint32_t last = i + 1;
        while (last < end && last - i < INSIDE_MAX &&
               !is_closing(&tokens[last]))
            last++;
        if (last == end || !is_closing(&tokens[last]))
            continue;
        if (dm_token_is(&tokens[last - 1], "?") && is_asked(tokens, begin, i)) {
            *open = i;
            *close = last;
            return true;
        }
        i = last;
    }
    return false;
}
