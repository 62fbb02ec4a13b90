/* unnamed.c - see unnamed.h. */
#include "unnamed.h"

#include "base/buf.h"

enum { WORDS_MAX = 14 }; // of a description; longer ones are cut

static bool is_rank(dm_span folded)
{
    static const char *const ranks[] = { "senior",    "top",     "high-ranking",
                                         "unnamed",   "ranking", "anonymous",
                                         "high-level" };
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
        if (dm_span_is(folded, ranks[i]))
            return true;
    return false;
}

static bool is_american(const dm_token *token)
{
    return dm_span_is(token->folded, "u.s.") ||
           dm_span_is(token->folded, "u.s") ||
           dm_span_is(token->folded, "american") ||
           (dm_span_is(token->folded, "us") &&
            (token->flags & DM_TOKEN_SHOUTED));
}

/* Append one token as it is written, but a noun that merely opens a sentence in
 * lower case. */
static void add_token(dm_buf *buf, const dm_page *page, const dm_token *token)
{
    bool glued = token->flags & DM_TOKEN_GLUED;
    if (buf->len > 0 && !glued)
        dm_buf_add_char(buf, ' ');
    uint32_t nouns =
        DM_NOUN_ROLE | DM_NOUN_GROUP | DM_NOUN_BODY | DM_NOUN_DOCUMENT;
    bool opens = buf->len == 0 && (dm_noun_classes(token->folded) & nouns) &&
                 (!(token->flags & DM_TOKEN_SHOUTED) || token->folded.len > 3);
    if (is_american(token))
        dm_buf_add_string(buf, "US");
    else if (opens)
        dm_buf_add_span(buf, token->folded);
    else
        dm_buf_add(buf, page->text.bytes + token->begin,
                   token->end - token->begin);
}

/* "members of Congress": what hangs on the noun belongs to the description,
 * up to the first mark. */
static uint32_t description_end(const dm_cast *cast, const dm_naming *naming)
{
    uint32_t i = naming->phrase.end;
    while (i < naming->words.end && i < naming->phrase.first + WORDS_MAX &&
           (cast->page->tokens.items[i].kind == DM_TOKEN_WORD ||
            cast->page->tokens.items[i].kind == DM_TOKEN_NUMBER ||
            cast->page->tokens.items[i].kind == DM_TOKEN_SUFFIX ||
            (cast->page->tokens.items[i].flags & DM_TOKEN_GLUED)))
        i++;
    return i;
}

const char *dm_unnamed_words(const dm_cast *cast, const dm_naming *naming,
                             const char *body)
{
    const dm_token *tokens = cast->page->tokens.items;
    dm_buf buf;
    dm_buf_init(&buf);
    if (body != NULL) {
        dm_buf_add_string(&buf, body);
        dm_buf_add_char(&buf, ' ');
        dm_buf_add_span(&buf, tokens[naming->head].folded);
    }
    if (body == NULL && naming->owned && naming->owner != NULL) {
        dm_buf_add_string(&buf, naming->owner->name);
        dm_buf_add_string(&buf, "'s");
    }
    uint32_t end = body != NULL ? 0 : description_end(cast, naming);
    for (uint32_t i = naming->phrase.first; i < end; i++)
        if (!is_rank(tokens[i].folded) || i == naming->head)
            add_token(&buf, cast->page, &tokens[i]);
    dm_buf_add_string(&buf, " (unnamed)");
    char *name = dm_buf_failed(&buf)
                     ? NULL
                     : dm_arena_copy(cast->arena, dm_buf_span(&buf));
    dm_buf_clear(&buf);
    return name;
}
