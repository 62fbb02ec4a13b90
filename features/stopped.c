/* stopped.c - labels that end with a full stop, as records of hearings have
 * them: "Mr. ROE. Thank you.", "The Chairman. The meeting will come to order."
 *
 * See label.h for the contract. A title must open the label, and it is all
 * there is before the stop: a paragraph of an article hardly begins so.
 */
#include "label.h"

enum { NAME_MAX_TOKENS = 6 }; // behind the title: "Van Roe of New Jersey"

static bool is_capital_word(const dm_token *token)
{
    return token->kind == DM_TOKEN_WORD &&
           dm_token_has(token, DM_TOKEN_CAPITAL) &&
           !dm_token_has(token, DM_TOKEN_PERIOD);
}

/* Where the name's words end that begin at `at`; `at` where none do. Hyphens
 * join words, and "of" leads to a state. */
static uint32_t skip_name(const dm_floor *f, uint32_t at)
{
    uint32_t i = at, end = at;
    for (; i < f->count && i < at + NAME_MAX_TOKENS; i++) {
        const dm_token *token = &f->tokens[i];
        if (dm_token_has(token, DM_TOKEN_LINE))
            break;
        bool joins =
            i > at &&
            (dm_token_is(token, "of") ||
             (dm_token_is(token, "-") && dm_token_has(token, DM_TOKEN_GLUED)));
        if (!joins && !is_capital_word(token))
            break;
        if (!joins)
            end = i + 1;
    }
    return end;
}

/* "Mr.", "Senator", "Under Secretary": the end of the title at `at`, or `at`;
 * "The" stands for one before an office. */
static uint32_t skip_title(const dm_floor *f, uint32_t at)
{
    if (dm_token_is(&f->tokens[at], "the"))
        return at + 1;
    for (uint32_t i = at; i < f->count && i < at + 3; i++) {
        if (dm_label_is_post(&f->tokens[i]))
            return i + 1;
        if (!is_capital_word(&f->tokens[i]))
            break;
    }
    return at;
}

/* "The Chairman", "The Presiding Officer", "The CLERK". */
static bool names_office(const dm_floor *f, uint32_t at, uint32_t end)
{
    static const dm_span words[] = { DM_SPAN("officer"), DM_SPAN("clerk"),
                                     DM_SPAN("tempore"), DM_SPAN("witness") };
    return end > at && (dm_label_is_post(&f->tokens[end - 1]) ||
                        DM_TOKEN_IN(&f->tokens[end - 1], words));
}

/* "Mr. Speaker." and "Madam Vice President." address someone. */
static bool addresses(const dm_floor *f, uint32_t at, uint32_t end)
{
    static const dm_span vice[] = { DM_SPAN("vice"), DM_SPAN("prime") };
    for (uint32_t i = at; i < end; i++)
        if (!dm_label_is_post(&f->tokens[i]) &&
            !DM_TOKEN_IN(&f->tokens[i], vice))
            return false;
    return true;
}

static bool is_shouted(const dm_floor *f, uint32_t at, uint32_t end)
{
    for (uint32_t i = at; i < end; i++)
        if (dm_token_has(&f->tokens[i], DM_TOKEN_SHOUTED))
            return true;
    return false;
}

bool dm_label_read_stopped(dm_turn *out, const dm_floor *f, uint32_t at)
{
    if (!dm_token_has(&f->tokens[at], DM_TOKEN_CAPITAL))
        return false;
    uint32_t name = skip_title(f, at), end = skip_name(f, name);
    bool office = dm_token_is(&f->tokens[at], "the");
    if (name == at || end == name || end + 1 >= f->count ||
        (office ? !names_office(f, name, end) : addresses(f, name, end)) ||
        !dm_token_is(&f->tokens[end], ".") ||
        !dm_token_has(&f->tokens[end], DM_TOKEN_GLUED) ||
        dm_token_has(&f->tokens[end + 1], DM_TOKEN_GLUED))
        return false;
    *out = (dm_turn){ .label = at,
                      .name = at,
                      .name_end = end,
                      .body = end + 1,
                      .fair = true,
                      .shouted = is_shouted(f, name, end),
                      .form = DM_LABEL_STOPPED };
    dm_label_settle(out, f, false);
    return out->role == DM_ROLE_SPEAKER;
}
