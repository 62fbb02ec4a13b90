/* test_text.c - characters: checked, counted, led back, folded. */
#include "suite.h"
#include "text.h"

static dm_arena arena;

static const struct {
    const char *why, *given, *text;
    size_t replaced, codepoints;
} repaired[] = {
    { "nothing in, nothing out", "", "", 0, 0 },
    { "plain text stays", "talks", "talks", 0, 5 },
    { "valid text stays", "\u201Cd\u00E9j\u00E0\u201D",
      "\u201Cd\u00E9j\u00E0\u201D", 0, 6 },
    { "a lone continuation byte", "a\x80z", "a\uFFFDz", 1, 3 },
    { "two bad bytes are two", "\xFF\xFE", "\uFFFD\uFFFD", 2, 2 },
    { "a sequence cut off is one", "a\xE2\x80", "a\uFFFD", 1, 2 },
    { "a sequence cut short by a letter",
      "\xE2\x80"
      "b",
      "\uFFFDb", 1, 2 },
    { "an overlong form is two", "\xC0\xAF", "\uFFFD\uFFFD", 2, 2 },
    { "a surrogate is three", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3, 3 },
    { "beyond Unicode", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", 4, 4 },
    { "the last of Unicode", "\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF", 0, 1 },
    { "a given U+FFFD is no repair", "\uFFFD", "\uFFFD", 0, 1 },
};

START_TEST(invalid_bytes_are_replaced_and_counted)
{
    dm_text text;
    const char *given = repaired[_i].given;
    ck_assert_int_eq(dm_text_init(&text, &arena, given, strlen(given), NULL),
                     DEMARCHE_OK);
    const char *why = repaired[_i].why;
    ck_assert_msg(
        dm_span_is((dm_span){ text.bytes, text.len }, repaired[_i].text), "%s",
        why);
    ck_assert_msg(text.replaced == repaired[_i].replaced, "%s", why);
    ck_assert_msg(dm_text_codepoints(&text, text.len) ==
                      repaired[_i].codepoints,
                  "%s", why);
    ck_assert_msg(dm_text_given(&text, text.len) == strlen(given), "%s", why);
}
END_TEST

START_TEST(a_nul_byte_is_a_character)
{
    dm_text text;
    ck_assert_int_eq(dm_text_init(&text, &arena, "a\0b", 3, NULL), DEMARCHE_OK);
    ck_assert_uint_eq(text.len, 3);
    ck_assert(dm_char_classify(0) == DM_CHAR_SPACE);
}
END_TEST

START_TEST(more_than_two_gigabytes_are_refused)
{
    demarche_error err;
    dm_text text;
    size_t len = (size_t)UINT32_MAX / 2 + 1;
    char *large = calloc(len, 1);
    if (large == NULL)
        return; // a small machine
    ck_assert_int_eq(dm_text_init(&text, &arena, large, len, &err),
                     DEMARCHE_BAD_INPUT);
    free(large);
}
END_TEST

/* The same numbers every run. */
static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

/* Pieces of valid and invalid text, put together at random. */
static size_t random_text(char *out, size_t room, uint32_t *state)
{
    static const char *const pieces[] = {
        "a",    "Zo",   "\u00E9", "\u201C", "\n",       "\xF0\x9F\x98\x80",
        "\xE2", "\x80", "\xFF",   " ",      "\xED\xA0", "\uFFFD"
    };
    size_t len = 0, count = next_random(state) % 400;
    bool valid = next_random(state) % 2 == 0;
    for (size_t i = 0; i < count; i++) {
        size_t kinds = valid ? 6 : COUNT_OF(pieces);
        const char *piece = pieces[next_random(state) % kinds];
        if (len + strlen(piece) > room)
            break;
        memcpy(out + len, piece, strlen(piece));
        len += strlen(piece);
    }
    return len;
}

static size_t slow_count(const dm_text *text, size_t at)
{
    size_t count = 0;
    for (size_t i = 0; i < at; i++)
        count += ((unsigned char)text->bytes[i] & 0xC0) != 0x80;
    return count;
}

START_TEST(code_points_are_counted_as_a_slow_count_does)
{
    uint32_t state = (uint32_t)_i;
    char given[2048];
    dm_text text;
    size_t len = random_text(given, sizeof given, &state);
    ck_assert_int_eq(dm_text_init(&text, &arena, given, len, NULL), 0);
    for (size_t at = 0; at <= text.len; at++)
        ck_assert_uint_eq(dm_text_codepoints(&text, at), slow_count(&text, at));
}
END_TEST

/* Each character of the text came from the bytes it is led back to. */
START_TEST(offsets_lead_back_to_what_was_given)
{
    uint32_t state = (uint32_t)_i;
    char given[2048];
    dm_text text;
    size_t len = random_text(given, sizeof given, &state), step, repairs = 0;
    ck_assert_int_eq(dm_text_init(&text, &arena, given, len, NULL), 0);
    for (size_t at = 0; at < text.len; at += step) {
        dm_text_at(text.bytes, text.len, at, &step);
        size_t from = dm_text_given(&text, at);
        size_t to = dm_text_given(&text, at + step);
        ck_assert_uint_lt(from, to);
        ck_assert_uint_le(to, len);
        bool same = to - from == step &&
                    memcmp(given + from, text.bytes + at, step) == 0;
        if (!same)
            ck_assert(memcmp(text.bytes + at, "\uFFFD", 3) == 0);
        repairs += !same;
        for (size_t i = 1; text.replaced > 0 && i < step; i++)
            ck_assert_uint_eq(dm_text_given(&text, at + i), from);
    }
    ck_assert_uint_eq(dm_text_given(&text, text.len), len);
    ck_assert_uint_eq(repairs, text.replaced);
}
END_TEST

static const struct {
    const char *why;
    uint32_t c;
    dm_char_class class;
    bool upper;
} characters[] = {
    { "letter", 'a', DM_CHAR_LETTER, false },
    { "capital", 'Z', DM_CHAR_LETTER, true },
    { "accented capital", 0xC9, DM_CHAR_LETTER, true },
    { "title case letter", 0x1C5, DM_CHAR_LETTER, true },
    { "combining mark", 0x301, DM_CHAR_LETTER, false },
    { "ideograph", 0x4E2D, DM_CHAR_LETTER, false },
    { "soft hyphen parts no word", 0xAD, DM_CHAR_LETTER, false },
    { "digit", '7', DM_CHAR_DIGIT, false },
    { "Arabic digit", 0x663, DM_CHAR_DIGIT, false },
    { "tab", '\t', DM_CHAR_SPACE, false },
    { "no-break space", 0xA0, DM_CHAR_SPACE, false },
    { "ideographic space", 0x3000, DM_CHAR_SPACE, false },
    { "byte order mark", 0xFEFF, DM_CHAR_SPACE, false },
    { "zero width space", 0x200B, DM_CHAR_SPACE, false },
    { "line feed", '\n', DM_CHAR_BREAK, false },
    { "carriage return", '\r', DM_CHAR_BREAK, false },
    { "next line", 0x85, DM_CHAR_BREAK, false },
    { "paragraph separator", 0x2029, DM_CHAR_BREAK, false },
    { "straight mark", '"', DM_CHAR_QUOTE, false },
    { "backtick", '`', DM_CHAR_QUOTE, false },
    { "typographic apostrophe", 0x2019, DM_CHAR_QUOTE, false },
    { "modifier apostrophe", 0x2BC, DM_CHAR_QUOTE, false },
    { "guillemet", 0xAB, DM_CHAR_QUOTE, false },
    { "low mark", 0x201E, DM_CHAR_QUOTE, false },
    { "corner bracket", 0x300C, DM_CHAR_QUOTE, false },
    { "full stop", '.', DM_CHAR_OTHER, false },
    { "dash", 0x2014, DM_CHAR_OTHER, false },
    { "replacement", 0xFFFD, DM_CHAR_OTHER, false },
    { "emoji", 0x1F600, DM_CHAR_OTHER, false },
    { "beyond Unicode", 0x110000, DM_CHAR_OTHER, false },
};

START_TEST(a_character_has_its_class)
{
    ck_assert_msg(dm_char_classify(characters[_i].c) == characters[_i].class,
                  "%s", characters[_i].why);
    ck_assert_msg(dm_char_is_upper(characters[_i].c) == characters[_i].upper,
                  "%s", characters[_i].why);
}
END_TEST

static const struct {
    const char *why, *word, *folded;
} words[] = {
    { "nothing", "", "" },
    { "lower case stays", "talks", "talks" },
    { "ASCII capitals", "U.S.", "u.s." },
    { "typographic apostrophe", "Don\u2019t", "don't" },
    { "opening mark for apostrophe", "China\u2018s", "china's" },
    { "modifier apostrophe", "O\u02BCBrien", "o'brien" },
    { "accented capital", "\u00C9lys\u00E9e", "\u00E9lys\u00E9e" },
    { "marks are composed", "E\u0301lyse\u0301e", "\u00E9lys\u00E9e" },
    { "marks are put in order", "q\u0307\u0323", "q\u0323\u0307" },
    { "sharp s", "Stra\u00DFe", "strasse" },
    { "Cyrillic", "\u041C\u0418\u0414", "\u043C\u0438\u0434" },
    { "soft hyphen goes", "co\u00ADoperate", "cooperate" },
    { "nothing but a soft hyphen stays", "\u00AD", "\u00AD" },
    { "capital after an accent", "\u00E9A", "\u00E9a" },
};

START_TEST(a_word_is_folded)
{
    dm_span folded;
    ck_assert_int_eq(
        dm_text_fold(&folded, &arena, dm_span_of(words[_i].word), NULL), 0);
    ck_assert_msg(dm_span_is(folded, words[_i].folded), "%s: '%.*s'",
                  words[_i].why, (int)folded.len, folded.data);
}
END_TEST

START_TEST(a_folded_word_needs_no_copy)
{
    dm_span word = DM_SPAN("talks"), folded;
    ck_assert_int_eq(dm_text_fold(&folded, &arena, word, NULL), 0);
    ck_assert_ptr_eq(folded.data, word.data);
}
END_TEST

/* A sort of a million marks by insertion would never end. */
START_TEST(a_word_of_a_million_marks_is_folded_in_pieces)
{
    enum { MARKS = 1000000 };
    char *word = malloc(2 * MARKS);
    for (size_t i = 0; i < MARKS; i++)
        memcpy(word + 2 * i, i % 2 == 0 ? "\u0301" : "\u0323", 2);
    dm_span folded;
    ck_assert_int_eq(
        dm_text_fold(&folded, &arena, (dm_span){ word, 2 * MARKS }, NULL), 0);
    dm_text text;
    ck_assert_int_eq(dm_text_init(&text, &arena, folded.data, folded.len, NULL),
                     0);
    ck_assert_uint_eq(text.replaced, 0);
    ck_assert_uint_eq(dm_text_codepoints(&text, text.len), MARKS);
    free(word);
}
END_TEST

static void add(TCase *tc)
{
    dm_arena_init(&arena);
    tcase_add_loop_test(tc, invalid_bytes_are_replaced_and_counted, 0,
                        COUNT_OF(repaired));
    tcase_add_test(tc, a_nul_byte_is_a_character);
    tcase_add_test(tc, more_than_two_gigabytes_are_refused);
    tcase_add_loop_test(tc, code_points_are_counted_as_a_slow_count_does, 0,
                        60);
    tcase_add_loop_test(tc, offsets_lead_back_to_what_was_given, 0, 60);
    tcase_add_loop_test(tc, a_character_has_its_class, 0, COUNT_OF(characters));
    tcase_add_loop_test(tc, a_word_is_folded, 0, COUNT_OF(words));
    tcase_add_test(tc, a_folded_word_needs_no_copy);
    tcase_add_test(tc, a_word_of_a_million_marks_is_folded_in_pieces);
}

int main(void)
{
    int result = run_suite("text", add);
    dm_arena_clear(&arena);
    return result;
}
