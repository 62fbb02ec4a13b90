/* test_token.c - words, numbers and marks. */
#include <stdio.h>

#include "suite.h"
#include "token.h"

static dm_arena arena;

/* Tokens of `text`, which must outlive them. */
static dm_tokens read_tokens(const char *bytes, size_t len, dm_text *text)
{
    dm_tokens tokens;
    ck_assert_int_eq(dm_text_init(text, &arena, bytes, len, NULL), 0);
    ck_assert_int_eq(dm_tokens_find(&tokens, text, &arena, NULL), 0);
    return tokens;
}

static const struct {
    const char *why, *text, *folded; // tokens, parted by spaces
} cut[] = {
    { "nothing in, nothing out", "", "" },
    { "white space alone", " \n\t ", "" },
    { "words and marks", "Talks, not war!", "talks , not war !" },
    { "an inner apostrophe", "don't won\u2019t O\u2019Brien Xi'an",
      "don't won't o'brien xi'an" },
    { "a damaged apostrophe", "don`t China\u2018s", "don't china 's" },
    { "a possessive is a token", "China's Xi\u2019s U.S.'s 1990's CHINA'S",
      "china 's xi 's u.s. 's 1990 's china 's" },
    { "a plural possessive", "the states\u2019 rights", "the states ' rights" },
    { "a plural possessive at the end", "of the states'", "of the states '" },
    { "a closing single mark is no possessive", "\u2018two sides\u2019 agree",
      "\u2018 two sides \u2019 agree" },
    { "the same, straight", "'two sides' agree", "' two sides ' agree" },
    { "an elided century opens nothing", "the '90s states' rights",
      "the ' 90s states ' rights" },
    { "hyphens stand alone", "US-China hard-line", "us - china hard - line" },
    { "slashes too", "and/or", "and / or" },
    { "initials keep periods", "U.S. a.m. U.N. J. Ph.D. D.C.",
      "u.s. a.m. u.n. j. ph.d. d.c." },
    { "initials at the end", "in the U.S.", "in the u.s." },
    { "initials before a hyphen", "U.S.-led", "u.s. - led" },
    { "initials without the last period", "U.S officials", "u.s officials" },
    { "initials glued to a name", "J.Edgar", "j. edgar" },
    { "the pronoun is no initial", "So did I. He", "so did i . he" },
    { "a title keeps its period", "Mr. Smith, Sen. Doe",
      "mr. smith , sen. doe" },
    { "only where it is capitalised", "Mass. and mass.", "mass. and mass ." },
    { "only before a number", "No. 3, no.", "no. 3 , no ." },
    { "a doubled stop after an abbreviation", "the U.S..", "the u.s. ." },
    { "an ellipsis after a word", "Co... then", "co ... then" },
    { "numbers keep points and commas", "1,300 3.5 7th 5G 2023.",
      "1,300 3.5 7th 5g 2023 ." },
    { "a list of numbers", "1, 2", "1 , 2" },
    { "letters before digits are a word", "G20 F-35", "g20 f - 35" },
    { "an ellipsis is one token", "well... no....", "well ... no ... ." },
    { "a double hyphen is one token", "no--yes", "no -- yes" },
    { "typewriter marks", "``Stop,'' he", "`` stop , '' he" },
    { "typographic marks stay as they are", "\u201CNo\u201D",
      "\u201C no \u201D" },
    { "a soft hyphen is not seen", "co\u00ADoperate", "cooperate" },
    { "accents", "\u00C9lys\u00E9e", "\u00E9lys\u00E9e" },
    { "an emoji is a mark", "ok\U0001F600", "ok \U0001F600" },
};

START_TEST(text_is_cut_into_tokens)
{
    dm_text text;
    dm_tokens tokens = read_tokens(cut[_i].text, strlen(cut[_i].text), &text);
    char joined[512] = "";
    size_t len = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        dm_span folded = tokens.items[i].folded;
        len += (size_t)snprintf(joined + len, sizeof joined - len, "%s%.*s",
                                i > 0 ? " " : "", (int)folded.len, folded.data);
    }
    ck_assert_msg(strcmp(joined, cut[_i].folded) == 0, "%s: '%s'", cut[_i].why,
                  joined);
}
END_TEST

static const struct {
    const char *why, *text;
    size_t at; // token
    dm_token_kind kind;
    unsigned flags;
} flagged[] = {
    { "the first of a text", "Xi met", 0, DM_TOKEN_WORD,
      DM_TOKEN_CAPITAL | DM_TOKEN_LINE | DM_TOKEN_PARAGRAPH |
          DM_TOKEN_BEFORE_SPACE },
    { "a word in the middle", "Xi met him", 1, DM_TOKEN_WORD,
      DM_TOKEN_BEFORE_SPACE },
    { "the end counts as space", "Xi met", 1, DM_TOKEN_WORD,
      DM_TOKEN_BEFORE_SPACE },
    { "glued marks", "Xi.", 1, DM_TOKEN_PUNCT,
      DM_TOKEN_GLUED | DM_TOKEN_BEFORE_SPACE },
    { "shouted", "a NATO", 1, DM_TOKEN_WORD,
      DM_TOKEN_CAPITAL | DM_TOKEN_SHOUTED | DM_TOKEN_BEFORE_SPACE },
    { "one letter is not shouted", "a B", 1, DM_TOKEN_WORD,
      DM_TOKEN_CAPITAL | DM_TOKEN_BEFORE_SPACE },
    { "a shouted abbreviation", "a U.S.", 1, DM_TOKEN_WORD,
      DM_TOKEN_CAPITAL | DM_TOKEN_SHOUTED | DM_TOKEN_PERIOD |
          DM_TOKEN_BEFORE_SPACE },
    { "a capital and lower case", "a NATOs", 1, DM_TOKEN_WORD,
      DM_TOKEN_CAPITAL | DM_TOKEN_BEFORE_SPACE },
    { "mixed case", "an iPhone", 1, DM_TOKEN_WORD,
      DM_TOKEN_MIXED | DM_TOKEN_BEFORE_SPACE },
    { "an accented capital", "a \u00C9lan", 1, DM_TOKEN_WORD,
      DM_TOKEN_CAPITAL | DM_TOKEN_BEFORE_SPACE },
    { "a suffix", "Xi\u2019s", 1, DM_TOKEN_SUFFIX,
      DM_TOKEN_GLUED | DM_TOKEN_BEFORE_SPACE },
    { "a quotation mark", "a \u201CB", 1, DM_TOKEN_QUOTE, 0 },
    { "a number", "in 2023", 1, DM_TOKEN_NUMBER, DM_TOKEN_BEFORE_SPACE },
    { "a new line", "a\nb", 1, DM_TOKEN_WORD,
      DM_TOKEN_LINE | DM_TOKEN_BEFORE_SPACE },
    { "one CR LF is one line", "a\r\nb", 1, DM_TOKEN_WORD,
      DM_TOKEN_LINE | DM_TOKEN_BEFORE_SPACE },
    { "an empty line", "a\n \nb", 1, DM_TOKEN_WORD,
      DM_TOKEN_LINE | DM_TOKEN_PARAGRAPH | DM_TOKEN_BEFORE_SPACE },
    { "two CR LF are an empty line", "a\r\n\r\nb", 1, DM_TOKEN_WORD,
      DM_TOKEN_LINE | DM_TOKEN_PARAGRAPH | DM_TOKEN_BEFORE_SPACE },
    { "a paragraph separator", "a\u2029b", 1, DM_TOKEN_WORD,
      DM_TOKEN_LINE | DM_TOKEN_PARAGRAPH | DM_TOKEN_BEFORE_SPACE },
};

START_TEST(a_token_knows_its_kind_and_surroundings)
{
    dm_text text;
    dm_tokens tokens =
        read_tokens(flagged[_i].text, strlen(flagged[_i].text), &text);
    ck_assert_uint_gt(tokens.count, flagged[_i].at);
    const dm_token *token = &tokens.items[flagged[_i].at];
    ck_assert_msg(token->kind == flagged[_i].kind, "%s", flagged[_i].why);
    ck_assert_msg(token->flags == flagged[_i].flags, "%s: %u", flagged[_i].why,
                  token->flags);
}
END_TEST

/* The same numbers every run. */
static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

static size_t random_text(char *out, size_t room, uint32_t *state)
{
    static const char *const pieces[] = {
        "U.S.", "Mr.", "a",      ".",  "..",     "...", "'", "''",    "`",
        "s",    "\n",  " ",      "-",  "\u2019", "9",   ",", "\xE2",  "No.",
        "\"",   "I",   "\u00AD", "\r", "Ph.D.",  "!",   "x", "\u201C"
    };
    size_t len = 0;
    for (size_t i = next_random(state) % 200; i > 0; i--) {
        const char *piece = pieces[next_random(state) % COUNT_OF(pieces)];
        if (len + strlen(piece) > room)
            break;
        memcpy(out + len, piece, strlen(piece));
        len += strlen(piece);
    }
    return len;
}

/* Nothing but white space stands between tokens. */
START_TEST(tokens_leave_out_white_space_alone)
{
    uint32_t state = (uint32_t)_i;
    char given[1024];
    dm_text text;
    size_t len = random_text(given, sizeof given, &state), at = 0, step;
    dm_tokens tokens = read_tokens(given, len, &text);
    for (size_t i = 0; i <= tokens.count; i++) {
        size_t next = i < tokens.count ? tokens.items[i].begin : text.len;
        ck_assert_uint_le(at, next);
        for (; at < next; at += step) {
            dm_char_class class =
                dm_char_classify(dm_text_at(text.bytes, text.len, at, &step));
            ck_assert(class == DM_CHAR_SPACE || class == DM_CHAR_BREAK);
        }
        if (i == tokens.count)
            break;
        ck_assert_uint_lt(tokens.items[i].begin, tokens.items[i].end);
        ck_assert_uint_gt(tokens.items[i].folded.len, 0);
        at = tokens.items[i].end;
    }
}
END_TEST

static void add(TCase *tc)
{
    dm_arena_init(&arena);
    tcase_add_loop_test(tc, text_is_cut_into_tokens, 0, COUNT_OF(cut));
    tcase_add_loop_test(tc, a_token_knows_its_kind_and_surroundings, 0,
                        COUNT_OF(flagged));
    tcase_add_loop_test(tc, tokens_leave_out_white_space_alone, 0, 100);
}

int main(void)
{
    int result = run_suite("token", add);
    dm_arena_clear(&arena);
    return result;
}
