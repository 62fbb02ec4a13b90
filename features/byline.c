/* byline.c - speakers who are named after their words, or above them.
 *
 * See label.h for the contracts. An author is looked for no further than the
 * next line that opens with a mark, so that a page of such lines is read once.
 */
#include "label.h"

enum { LONGEST_NAME = 10, HEAD = 60 }; // tokens

static bool is_double_mark(const dm_token *token, bool opening)
{
    static const dm_span opens[] = { DM_SPAN("\""), DM_SPAN("“"), DM_SPAN("„"),
                                     DM_SPAN("``"), DM_SPAN("«") };
    static const dm_span closes[] = { DM_SPAN("\""), DM_SPAN("”"), DM_SPAN("“"),
                                      DM_SPAN("''"), DM_SPAN("»") };
    return token->kind == DM_TOKEN_QUOTE &&
           (opening ? DM_TOKEN_IN(token, opens) : DM_TOKEN_IN(token, closes));
}

static bool is_dash(const dm_token *token)
{
    static const dm_span dashes[] = { DM_SPAN("—"), DM_SPAN("–"), DM_SPAN("-"),
                                      DM_SPAN("--"), DM_SPAN("―") };
    return token->kind == DM_TOKEN_PUNCT && DM_TOKEN_IN(token, dashes);
}

/* The end of the capitalised words from `at` on, within one line; a title alone
 * goes on in the next one, as wrapped text has it. */
static uint32_t name_end(const dm_floor *f, uint32_t at)
{
    uint32_t i = at, end = at;
    for (; i < f->count && i < at + LONGEST_NAME; i++) {
        const dm_token *token = &f->tokens[i];
        bool capital = token->kind == DM_TOKEN_WORD &&
                       dm_token_has(token, DM_TOKEN_CAPITAL);
        if (i > at && dm_token_has(token, DM_TOKEN_LINE) &&
            (dm_token_has(token, DM_TOKEN_PARAGRAPH) ||
             !dm_token_is_title(&f->tokens[i - 1])))
            break;
        if (!capital && !dm_label_is_particle(token) &&
            !dm_token_is(token, "-"))
            break;
        if (capital)
            end = i + 1;
    }
    return end;
}

/* The token of the closing mark that a dash follows; 0 when there is none in
 * this paragraph and before the next line that opens with a mark. */
static uint32_t find_close(const dm_floor *f, uint32_t at)
{
    for (uint32_t i = at + 1; i + 2 < f->count; i++) {
        const dm_token *token = &f->tokens[i];
        if (dm_token_has(token, DM_TOKEN_PARAGRAPH) ||
            (dm_token_has(token, DM_TOKEN_LINE) &&
             token->kind == DM_TOKEN_QUOTE))
            return 0;
        if (is_double_mark(token, false) && is_dash(&f->tokens[i + 1]))
            return i;
    }
    return 0;
}

bool dm_label_read_author(dm_turn *out, const dm_floor *f, uint32_t at)
{
    if (!is_double_mark(&f->tokens[at], true))
        return false;
    uint32_t close = find_close(f, at), name = close + 2;
    uint32_t end = close == 0 ? name : name_end(f, name);
    if (end == name || close <= at + 1 ||
        !dm_token_has(&f->tokens[name], DM_TOKEN_CAPITAL) ||
        dm_token_has(&f->tokens[name], DM_TOKEN_PARAGRAPH))
        return false;
    *out = (dm_turn){ .label = at,
                      .name = name,
                      .name_end = end,
                      .body = at + 1,
                      .end = close,
                      .fair = end - name >= 2,
                      .form = "T10" };
    dm_label_settle(out, f, false);
    return out->fair || out->role != DM_ROLE_UNKNOWN;
}

/* "remarks by", "speech of", "statement from". */
static bool opens_heading(const dm_floor *f, uint32_t at)
{
    static const dm_span kinds[] = { DM_SPAN("remarks"), DM_SPAN("speech"),
                                     DM_SPAN("address"), DM_SPAN("statement"),
                                     DM_SPAN("keynote"), DM_SPAN("testimony") };
    static const dm_span links[] = { DM_SPAN("by"), DM_SPAN("of"),
                                     DM_SPAN("from") };
    return DM_TOKEN_IN(&f->tokens[at], kinds) &&
           DM_TOKEN_IN(&f->tokens[at + 1], links);
}

static uint32_t next_paragraph(const dm_floor *f, uint32_t at)
{
    while (at < f->count && !dm_token_has(&f->tokens[at], DM_TOKEN_PARAGRAPH))
        at++;
    return at;
}

bool dm_label_read_heading(dm_turn *out, const dm_floor *f)
{
    for (uint32_t i = 0; i + 3 < f->count && i < HEAD; i++) {
        if (!opens_heading(f, i))
            continue;
        uint32_t name = i + 2, end = name_end(f, name);
        uint32_t body = next_paragraph(f, end);
        if (end == name || body >= f->count)
            return false;
        *out = (dm_turn){ .label = i,
                          .name = name,
                          .name_end = end,
                          .body = body,
                          .form = "T11" };
        dm_label_settle(out, f, false);
        return out->role == DM_ROLE_SPEAKER;
    }
    return false;
}
