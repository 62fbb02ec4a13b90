/* token.h - words, numbers and marks, in order of appearance.
 *
 * A word is a run of letters, digits and inner apostrophes ("don't",
 * "O'Brien"); abbreviations keep their periods ("U.S.", "a.m.", "Mr.") and are
 * one token; hyphens and slashes stand alone between words ("US", "-",
 * "China"), with `glued` telling that no space was there. A possessive ending
 * is a token of its own, DM_TOKEN_SUFFIX ("China" + "'s", "states" + "'"),
 * whatever apostrophe it is written with. A number keeps its inner points,
 * commas ("1,300", "3.5", "7th").
 */
#ifndef DM_TOKEN_H
#define DM_TOKEN_H

#include "abbrev.h"
#include "gloss.h"
#include "text.h"

typedef enum dm_token_kind {
    DM_TOKEN_WORD,
    DM_TOKEN_NUMBER,
    DM_TOKEN_SUFFIX, // possessive 's or '
    DM_TOKEN_QUOTE,  // a quotation mark, `` and '' being one token each
    DM_TOKEN_PUNCT,  // any other mark or symbol, one code point each, but
                     // "..." and "--" are one token each
} dm_token_kind;

enum {
    DM_TOKEN_CAPITAL = 1,       // begins with an upper case letter
    DM_TOKEN_SHOUTED = 2,       // two or more letters, all upper case
    DM_TOKEN_PERIOD = 4,        // an abbreviation with its own period(s)
    DM_TOKEN_GLUED = 8,         // no space before it
    DM_TOKEN_LINE = 16,         // first of a line
    DM_TOKEN_PARAGRAPH = 32,    // first of a paragraph (after an empty line, or
                                // first of the text)
    DM_TOKEN_BEFORE_SPACE = 64, // white space or the end follows
    DM_TOKEN_MIXED = 128,       // lower case first, a capital inside: "iPhone"
};

typedef struct dm_token {
    uint32_t begin, end; // bytes of the text
    uint8_t kind;        // dm_token_kind
    uint8_t flags;
    uint16_t gloss; // number: see dm_token_gloss
    dm_span folded; // see dm_text_fold; a QUOTE or PUNCT as it stands
    uint64_t hash;  // dm_gloss_hash of that
} dm_token;

typedef struct dm_tokens {
    const dm_token *items; // [count], begin ascending, without overlap
    size_t count;
} dm_tokens;

demarche_status dm_tokens_find(dm_tokens *out, const dm_text *text,
                               dm_arena *arena, demarche_error *err);

/* What the tables know of the word. */
static inline const dm_gloss *dm_token_gloss(const dm_token *token)
{
    return &dm_glosses[token->gloss];
}

/* True for a title that stands before a name: dm_abbrev_is_title. */
static inline bool dm_token_is_title(const dm_token *token)
{
    return (dm_token_gloss(token)->abbrev & DM_ABBREV_TITLE) != 0;
}

static inline bool dm_token_is(const dm_token *token, const char *folded)
{
    return dm_span_is(token->folded, folded);
}

static inline bool dm_token_has(const dm_token *token, unsigned flag)
{
    return (token->flags & flag) != 0;
}

/* True for a token that stands in a list of folded words, none of them empty;
 * see the macro. */
static inline bool dm_token_among(const dm_token *token, const dm_span *list,
                                  size_t count)
{
    dm_span word = token->folded;
    for (size_t i = 0; i < count; i++)
        if (list[i].len == word.len && list[i].data[0] == word.data[0] &&
            memcmp(list[i].data, word.data, word.len) == 0)
            return true;
    return false;
}
#define DM_TOKEN_IN(token, list)                                               \
    dm_token_among(token, list, sizeof(list) / sizeof *(list))

#endif
