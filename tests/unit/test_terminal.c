/* test_terminal.c - what may reach a terminal, and how it is laid out. */
#include "suite.h"
#include "terminal.h"

static const struct {
    const char *why, *given, *clean;
} cleaned[] = {
    { "plain words", "We welcome talks.", "We welcome talks." },
    { "white space", " a\t\n b \u00A0c ", "a b c" },
    { "colours", "\x1b[31;1mred\x1b[0m", "red" },
    { "clearing the screen", "a\x1b[2Jb", "ab" },
    { "a title, ended by BEL", "\x1b]0;owned\x07talks", "talks" },
    { "a title, ended by ST", "\x1b]0;owned\x1b\\talks", "talks" },
    { "a title without an end: its text is only text", "\x1b]0;talks",
      "0;talks" },
    { "a link", "\x1b]8;;http://x.example\x07here\x1b]8;;\x07", "here" },
    { "a device command", "\x1bPq#0\x1b\\x", "x" },
    { "two-byte sequences",
      "\x1b"
      "cgone\x1b(Bback",
      "goneback" },
    { "one-byte introducer as UTF-8",
      "a\xC2\x9B"
      "31mb",
      "ab" },
    { "controls",
      "a\x08\x08\x7F\xC2\x84"
      "b\x0E",
      "ab" },
    { "a next-line control breaks the line",
      "a\xC2\x85"
      "b",
      "a b" },
    { "escape at the end", "a\x1b", "a" },
    { "open sequence at the end", "a\x1b[31", "a" },
    { "escape before escape", "\x1b\x1b[31mx", "x" },
    { "turned direction", "abc\u202Efed\u2066g\u2069", "abcfedg" },
    { "other scripts stay", "新华社 – Élodie", "新华社 – Élodie" },
    { "nothing", "", "" },
};

START_TEST(nothing_that_a_terminal_obeys_gets_through)
{
    dm_buf buf;
    dm_buf_init(&buf);
    dm_terminal_clean(&buf, dm_span_of(cleaned[_i].given));
    ck_assert_msg(dm_span_is(dm_buf_span(&buf), cleaned[_i].clean), "%s: '%s'",
                  cleaned[_i].why, buf.data);
    dm_buf_clear(&buf);
}
END_TEST

/* Every byte below 0x20, alone and after an escape, in all pairs. */
START_TEST(no_control_survives_in_any_pair)
{
    for (int a = 1; a < 128; a++)
        for (int b = 1; b < 128; b++) {
            char given[] = { 'x', 0x1b, (char)a, (char)b, 'y' };
            dm_buf buf;
            dm_buf_init(&buf);
            dm_terminal_clean(&buf, (dm_span){ given, sizeof given });
            for (size_t i = 0; i < buf.len; i++)
                ck_assert(buf.data[i] >= 0x20 && buf.data[i] != 0x7F);
            dm_buf_clear(&buf);
        }
}
END_TEST

static const struct {
    const char *why, *given;
    size_t width;
    const char *shown;
} shortened[] = {
    { "fits", "talks resumed", 13, "talks resumed" },
    { "cut after a word", "talks resumed", 12, "talks \u2026" },
    { "cut inside the only word", "resumption", 5, "resu\u2026" },
    { "wide characters take two columns", "新华社发言人", 5, "新华\u2026" },
    { "no room", "talks", 0, "" },
};

START_TEST(shortening_keeps_whole_words)
{
    dm_buf buf;
    dm_buf_init(&buf);
    dm_terminal_shorten(&buf, dm_span_of(shortened[_i].given),
                        shortened[_i].width);
    ck_assert_msg(dm_span_is(dm_buf_span(&buf), shortened[_i].shown),
                  "%s: '%s'", shortened[_i].why, buf.data);
    ck_assert(dm_terminal_width(dm_buf_span(&buf)) <= shortened[_i].width);
    dm_buf_clear(&buf);
}
END_TEST

static const struct {
    const char *why, *given;
    dm_paragraph shape;
    const char *shown;
} wrapped[] = {
    { "one line", "a b", { 0, 2, 10, 0 }, "a b\n" },
    { "set in", "aaa bbb ccc", { 0, 2, 7, 0 }, "aaa bbb\n  ccc\n" },
    { "line under way", "aaa bbb", { 4, 2, 8, 0 }, "aaa\n  bbb\n" },
    { "word wider than the line", "aaaaaa b", { 0, 0, 4, 0 }, "aaaa\naa b\n" },
    { "last line shortened",
      "aaa bbb ccc ddd",
      { 0, 0, 7, 1 },
      "aaa \u2026\n" },
    { "character wider than the line", "新华", { 0, 0, 1, 0 }, "新\n华\n" },
    { "nothing", "", { 0, 0, 9, 0 }, "\n" },
};

START_TEST(paragraphs_stay_within_their_width)
{
    dm_buf buf;
    dm_buf_init(&buf);
    dm_terminal_wrap(&buf, dm_span_of(wrapped[_i].given), wrapped[_i].shape);
    ck_assert_msg(dm_span_is(dm_buf_span(&buf), wrapped[_i].shown), "%s: '%s'",
                  wrapped[_i].why, buf.data);
    dm_buf_clear(&buf);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, nothing_that_a_terminal_obeys_gets_through, 0,
                        COUNT_OF(cleaned));
    tcase_add_test(tc, no_control_survives_in_any_pair);
    tcase_add_loop_test(tc, shortening_keeps_whole_words, 0,
                        COUNT_OF(shortened));
    tcase_add_loop_test(tc, paragraphs_stay_within_their_width, 0,
                        COUNT_OF(wrapped));
}

int main(void)
{
    return run_suite("terminal", add);
}
