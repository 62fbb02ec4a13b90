/* heading.c - see heading.h. */
#include "heading.h"

#include "abbrev.h"

enum { HEAD_MAX = 120, TITLE_MAX = 4 }; // tokens: of a heading, before a name

demarche_status dm_heading_init(dm_heading *out, const dm_page *page,
                                uint32_t head, const dm_register *reg,
                                dm_arena *arena, demarche_error *err)
{
    *out = (dm_heading){ NULL, page, head, reg };
    if (page->title.len == 0 || reg == NULL)
        return DEMARCHE_OK;
    dm_page *title = dm_arena_alloc(arena, sizeof *title);
    if (title == NULL)
        return dm_no_memory(err);
    out->title = title;
    return dm_page_read(title, arena, page->title.data, page->title.len,
                        page->date, err);
}

/* A letter, perhaps with a number. */
static bool is_letter(const dm_token *token)
{
    for (uint32_t i = 1; i < token->folded.len; i++)
        if (token->folded.data[i] < '0' || token->folded.data[i] > '9')
            return false;
    return true;
}

bool dm_heading_needed(const dm_page *page, const dm_turn *turn)
{
    const dm_token *tokens = page->tokens.items;
    for (uint32_t i = turn->name; i < turn->name_end; i++) {
        if (!is_letter(&tokens[i]) && !dm_token_is(&tokens[i], "the") &&
            !dm_token_is_title(&tokens[i]))
            return false;
    }
    return true;
}

/* Does the label's title stand before the name at token `at`? */
static bool has_title(const dm_token *tokens, uint32_t at, dm_span title)
{
    for (uint32_t i = at; i > 0 && at - i < TITLE_MAX; i--)
        if (dm_span_equal(tokens[i - 1].folded, title))
            return true;
    return false;
}

/* "with President Roe", "interviewed by Ann Roe": not who answers. */
static bool is_aside(const dm_token *tokens, uint32_t at)
{
    static const dm_span words[] = {
        DM_SPAN("with"), DM_SPAN("by"),   DM_SPAN("of"),      DM_SPAN("on"),
        DM_SPAN("to"),   DM_SPAN("from"), DM_SPAN("about"),   DM_SPAN("and"),
        DM_SPAN("at"),   DM_SPAN("for"),  DM_SPAN("between"), DM_SPAN("’s"),
    };
    for (uint32_t i = at; i > 0 && at - i < TITLE_MAX; i--)
        if (DM_TOKEN_IN(&tokens[i - 1], words))
            return true;
    return false;
}

/* An office, or an institution and what its people are called. */
static bool is_post(const dm_token *tokens, uint32_t after, uint32_t end,
                    const dm_actor *actor)
{
    return actor->kind == DM_ACTOR_OFFICE ||
           (actor->kind == DM_ACTOR_INSTITUTION && after < end &&
            dm_token_is_title(&tokens[after]));
}

/* The first person with `title` before the name; for a bare letter (an empty
 * `title`) the first at all, or else the first post. */
static const dm_actor *search(const dm_heading *h, const dm_page *page,
                              uint32_t end, dm_span title)
{
    const dm_token *tokens = page->tokens.items;
    const dm_actor *post = NULL;
    if (end > HEAD_MAX)
        end = HEAD_MAX;
    for (uint32_t i = 0; i < end;) {
        dm_match match =
            dm_register_match(h->reg, &page->text, tokens, i, end, page->date);
        const dm_actor *actor = match.actor;
        if (actor == NULL || match.kind == DM_MATCH_ADJECTIVE) {
            i++;
            continue;
        }
        bool person = actor->kind == DM_ACTOR_PERSON;
        if (person && (title.len == 0 ? !is_aside(tokens, i)
                                      : has_title(tokens, i, title)))
            return actor;
        i += (uint32_t)match.tokens;
        if (title.len == 0 && post == NULL && is_post(tokens, i, end, actor))
            post = actor;
    }
    return post;
}

const dm_actor *dm_heading_find(const dm_heading *heading, const dm_turn *turn)
{
    if (heading->reg == NULL)
        return NULL;
    const dm_token *last = &heading->page->tokens.items[turn->name_end - 1];
    dm_span title = last->folded;
    if (is_letter(last))
        title.len = 0;
    const dm_actor *found = NULL;
    if (heading->title != NULL)
        found = search(heading, heading->title,
                       (uint32_t)heading->title->tokens.count, title);
    return found != NULL ? found
                         : search(heading, heading->page, heading->head, title);
}
