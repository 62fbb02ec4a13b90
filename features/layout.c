/* layout.c - see layout.h.
 *
 * An empty line always parts. A single line feed parts where every paragraph
 * stands on one line, as in most scraped news, and does not where text was
 * wrapped at some column. Which of the two a document is, its lines tell: those
 * of wrapped text often begin in lower case. Within wrapped text a short line
 * ends a paragraph or is a headline, and an item of a list or the label of a
 * speaker ("Q:") begins one.
 */
#include "layout.h"

enum { WIDEST_WRAP = 160 }; // bytes of a line; longer ones are paragraphs
enum { LONGEST_LABEL = 8 }; // tokens before the colon of "Name:"

typedef struct shape {
    size_t breaks; // single line feeds
    size_t inner;  // of these, before a lower-case word and after no stop
    size_t width;  // bytes of the lines before those, summed up
} shape;

bool dm_layout_is_stop(const dm_token *token)
{
    static const dm_span stops[] = {
        DM_SPAN("."),   DM_SPAN("?"),  DM_SPAN("!"),  DM_SPAN("…"),
        DM_SPAN("..."), DM_SPAN("。"), DM_SPAN("！"), DM_SPAN("？"),
    };
    return token->kind == DM_TOKEN_PUNCT && DM_TOKEN_IN(token, stops);
}

static bool is_single_break(const dm_token *token)
{
    return dm_token_has(token, DM_TOKEN_LINE) &&
           (token->flags & DM_TOKEN_PARAGRAPH) == 0;
}

static bool is_lower_word(const dm_token *token)
{
    return token->kind == DM_TOKEN_WORD &&
           (token->flags & DM_TOKEN_CAPITAL) == 0;
}

/* True when the text before token `i` came to its end: a stop, perhaps with a
 * closing mark or bracket after it. */
static bool after_stop(const dm_token *tokens, size_t i)
{
    for (size_t back = 1; back <= 3 && back <= i; back++) {
        const dm_token *token = &tokens[i - back];
        if (dm_layout_is_stop(token))
            return true;
        if (token->kind != DM_TOKEN_QUOTE && !dm_token_is(token, ")"))
            return false;
    }
    return false;
}

static bool is_inner(const dm_token *tokens, size_t i)
{
    return is_lower_word(&tokens[i]) && !after_stop(tokens, i);
}

static shape measure(const dm_tokens *tokens)
{
    shape found = { 0, 0, 0 };
    size_t line = 0;
    for (size_t i = 1; i < tokens->count; i++) {
        const dm_token *token = &tokens->items[i];
        if (!dm_token_has(token, DM_TOKEN_LINE))
            continue;
        if (is_single_break(token)) {
            bool inner = is_inner(tokens->items, i);
            found.breaks++;
            found.inner += inner;
            if (inner)
                found.width +=
                    tokens->items[i - 1].end - tokens->items[line].begin;
        }
        line = i;
    }
    return found;
}

static bool is_bullet(const dm_tokens *tokens, size_t i)
{
    static const dm_span bullets[] = {
        DM_SPAN("•"), DM_SPAN("*"), DM_SPAN("-"),  DM_SPAN("–"),
        DM_SPAN("—"), DM_SPAN("·"), DM_SPAN("--"), DM_SPAN("▪"),
    };
    const dm_token *token = &tokens->items[i];
    if (token->kind == DM_TOKEN_PUNCT && DM_TOKEN_IN(token, bullets))
        return true;
    const dm_token *next = i + 1 < tokens->count ? token + 1 : NULL;
    return token->kind == DM_TOKEN_NUMBER && next != NULL &&
           (next->flags & DM_TOKEN_GLUED) != 0 &&
           (dm_token_is(next, ".") || dm_token_is(next, ")"));
}

/* True when a line begins like "Wang Wenbin:", "MR. SMITH:" or "Q:". */
static bool is_label(const dm_tokens *tokens, size_t i)
{
    if ((tokens->items[i].flags & DM_TOKEN_CAPITAL) == 0)
        return false;
    for (size_t k = i + 1; k < tokens->count && k <= i + LONGEST_LABEL; k++) {
        const dm_token *token = &tokens->items[k];
        if (dm_token_has(token, DM_TOKEN_LINE) || dm_layout_is_stop(token))
            return false;
        if (dm_token_is(token, ":") || dm_token_is(token, "："))
            return true;
    }
    return false;
}

/* Did speech come to an end before token `i`, with a stop or cut short? A name
 * with a colon that follows neither is the rest of a sentence ("the team
 * of / President Roe: …"). */
static bool after_speech(const dm_tokens *tokens, size_t i)
{
    static const dm_span ends[] = { DM_SPAN(")"), DM_SPAN("]"),  DM_SPAN(":"),
                                    DM_SPAN("—"), DM_SPAN("--"), DM_SPAN("–"),
                                    DM_SPAN("-"), DM_SPAN("*") };
    const dm_token *before = &tokens->items[i - 1];
    return after_stop(tokens->items, i) || DM_TOKEN_IN(before, ends) ||
           before->kind == DM_TOKEN_QUOTE ||
           dm_token_has(before, DM_TOKEN_PERIOD);
}

/* What the single line break before token `i` is; `line` is the first token of
 * the line before it, `width` that of wrapped lines, 0 where none are. */
static dm_break judge(const dm_tokens *tokens, size_t i, size_t line,
                      size_t width)
{
    if (is_inner(tokens->items, i))
        return DM_BREAK_NONE;
    if (width == 0 || is_bullet(tokens, i) ||
        (is_label(tokens, i) && after_speech(tokens, i)))
        return DM_BREAK_PARAGRAPH;
    size_t len = tokens->items[i - 1].end - tokens->items[line].begin;
    return len < width - width / 3 ? DM_BREAK_PARAGRAPH : DM_BREAK_NONE;
}

const uint8_t *dm_layout_find(const dm_tokens *tokens, dm_arena *arena)
{
    uint8_t *breaks = dm_arena_alloc(arena, tokens->count);
    if (breaks == NULL)
        return NULL;
    shape lines = measure(tokens);
    size_t width = lines.inner * 4 >= lines.breaks && lines.inner > 0
                       ? lines.width / lines.inner
                       : 0;
    if (width > WIDEST_WRAP)
        width = 0;
    size_t line = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        const dm_token *token = &tokens->items[i];
        if (!dm_token_has(token, DM_TOKEN_LINE))
            continue;
        breaks[i] = is_single_break(token) ? judge(tokens, i, line, width)
                                           : DM_BREAK_PARAGRAPH;
        line = i;
    }
    return breaks;
}
