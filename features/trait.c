/* trait.c - see trait.h. */
#include "trait.h"

enum { BEYOND = 1, NUMBER = 2 };

uint32_t dm_trait_word(const dm_scan *scan, size_t at)
{
    const dm_token *token = dm_scan_token(scan, at);
    if (token == NULL)
        return BEYOND;
    return token->kind == DM_TOKEN_NUMBER ? NUMBER
                                          : (uint32_t)(token->hash >> 32);
}

/* The ending of a word that no class knows. */
static uint32_t ending_of(dm_span folded)
{
    static const char *const endings[] = { "ing", "ed", "ly",   "ion",
                                           "s",   "'t", "ment", "al" };
    for (uint32_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (dm_span_ends(folded, endings[i]))
            return i + 1;
    return 0;
}

static uint32_t find_shape(const dm_scan *scan, size_t at)
{
    const dm_token *token = &scan->page->tokens.items[at];
    if (token->kind == DM_TOKEN_PUNCT || token->kind == DM_TOKEN_SUFFIX)
        return dm_trait_word(scan, at);
    if (token->kind != DM_TOKEN_WORD)
        return 0x10u + token->kind;
    uint32_t name = dm_scan_is_name(scan, at) ? 0x80u : 0;
    const dm_word *word = &scan->words[at];
    if (word->classes != 0)
        return (word->classes << 8) | name | 0x40u;
    uint32_t cue = word->cue == NULL ? 0 : 1u + word->form;
    return name | 0x20u | ending_of(token->folded) << 12 | cue << 16;
}

uint32_t dm_trait_shape(const dm_scan *scan, size_t at)
{
    if (at >= scan->page->tokens.count)
        return BEYOND;
    if (scan->shapes[at] == 0)
        scan->shapes[at] = find_shape(scan, at);
    return scan->shapes[at];
}

uint32_t dm_trait_step(uint32_t count)
{
    if (count <= 6)
        return count;
    if (count <= 10)
        return 7;
    if (count <= 16)
        return 8;
    return count <= 30 ? 9 : count <= 60 ? 10 : 11;
}

void dm_trait_add_around(dm_option *option, const dm_scan *scan, uint32_t kind,
                         uint32_t at)
{
    uint32_t before = dm_trait_word(scan, (size_t)at - 1);
    uint32_t here = dm_trait_word(scan, at);
    uint32_t behind = dm_trait_word(scan, (size_t)at + 1);
    uint32_t s[5]; // shapes from `at` - 2 to `at` + 2
    for (uint32_t i = 0; i < 5; i++)
        s[i] = dm_trait_shape(scan, (size_t)at + i - 2);
    const uint32_t pairs[][2] = {
        { before, 0 },    { here, 0 },
        { behind, 0 },    { here, behind },
        { before, here }, { s[1], 0 },
        { s[2], 0 },      { s[3], 0 },
        { s[4], 0 },      { s[1], s[2] },
        { s[2], s[3] },   { s[0], s[1] },
        { s[3], s[4] },   { here, s[3] },
        { here, s[1] },   { s[2] * 31 ^ s[3], s[4] },
    };
    for (uint32_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        dm_option_add(option, kind + i, pairs[i][0], pairs[i][1]);
}

void dm_trait_add_far(dm_option *option, const dm_scan *scan, uint32_t kind,
                      uint32_t at)
{
    dm_option_add(option, kind, dm_trait_word(scan, (size_t)at + 2), 0);
    dm_option_add(option, kind + 1, dm_trait_word(scan, (size_t)at - 2), 0);
}
