/* test_parts.c - the command line's parts that make text. Labels, n-grams and
 * sentences are invented. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "documents.h"
#include "evaluation.h"
#include "explanation.h"
#include "outline.h"
#include "parse.h"
#include "print.h"
#include "suite.h"

static const struct {
    const char *why, *given, *near; // NULL: none is near
} typos[] = {
    { "a letter changed", "analize", "analyse" },
    { "a letter left out", "evalute", "evaluate" },
    { "a letter too many", "reportt", "report" },
    { "two letters swapped", "exrtact", "extract" },
    { "a beginning", "eval", "evaluate" },
    { "nothing like it", "frobnicate", NULL },
    { "empty", "", NULL },
    { "longer than any name", "analyseanalyseanalyseanalyseanalyse", NULL },
};

START_TEST(the_nearest_name_is_found_where_one_is_near)
{
    static const char *const names[] = { "analyse", "extract", "report",
                                         "evaluate" };
    const char *near = parse_nearest(typos[_i].given, names, 4);
    if (typos[_i].near == NULL)
        ck_assert_msg(near == NULL, "%s", typos[_i].why);
    else
        ck_assert_msg(near != NULL && strcmp(near, typos[_i].near) == 0, "%s",
                      typos[_i].why);
}
END_TEST

static const struct {
    const char *why, *given, *shown;
} escapes[] = {
    { "plain text", "talks", "talks" },
    { "letters of other scripts", "\u8c08\u5224 caf\u00e9",
      "\u8c08\u5224 "
      "caf\u00e9" },
    { "control characters", "a\x1B[2Jb\x7F\n", "a\\x1B[2Jb\\x7F\\x0A" },
    { "controls beyond ASCII", "\xC2\x9B", "\\xC2\\x9B" },
    { "invalid UTF-8", "\xFF\xE2\x80", "\\xFF\\xE2\\x80" },
    { "overlong", "\xC0\xAF", "\\xC0\\xAF" },
    { "marks of direction", "\xE2\x80\xAE", "\\xE2\\x80\\xAE" },
};

START_TEST(nothing_that_a_terminal_obeys_gets_through)
{
    char shown[100];
    talk_escape(shown, sizeof shown, escapes[_i].given);
    ck_assert_msg(strcmp(shown, escapes[_i].shown) == 0, "%s: %s",
                  escapes[_i].why, shown);
    char narrow[3];
    talk_escape(narrow, sizeof narrow, escapes[_i].given);
    ck_assert_uint_lt(strlen(narrow), sizeof narrow);
}
END_TEST

START_TEST(json_becomes_an_outline)
{
    char *text = outline_format(
        "{\"task\":\"tone\",\"labels\":[\"a\",\"b\"],\"card\":{\"note\":null,"
        "\"data\":{\"rows\":12}},\"none\":[],\"heaviest\":{\"a\":["
        "{\"ngram\":\"word:\\u001b\\\"hope\",\"weight\":1.2345},"
        "{\"ngram\":\"word:talk\",\"weight\":-0.5}]}}");
    ck_assert_str_eq(text, "task              tone\n"
                           "labels            a, b\n"
                           "card\n"
                           "  note              -\n"
                           "  data\n"
                           "    rows              12\n"
                           "none              -\n"
                           "heaviest\n"
                           "  a\n"
                           "    word:\\x1B\"hope                          "
                           "    1.2345\n"
                           "    word:talk                               "
                           "      -0.5\n");
    free(text);
}
END_TEST

static const char *const broken[] = {
    "",        "{",      "{\"a\"",  "{\"a\":",   "{\"a\":[", "{\"a\":[{\"b\"",
    "{\"a\":", "[[[[[[", "{\"\\u1", "{\"a\":{]", "\"\\",     "}}}",
};

START_TEST(an_outline_of_broken_json_ends)
{
    char *text = outline_format(broken[_i]);
    ck_assert_ptr_nonnull(text);
    free(text);
}
END_TEST

START_TEST(scores_are_shown_as_a_table)
{
    demarche_evaluation all = { .rows = 10,
                                .label_count = 2,
                                .labels = { "calm", "cross" },
                                .confusion = { { 4, 1 }, { 2, 3 } },
                                .precision = { 0.6667, 0.75 },
                                .recall = { 0.8, 0.6 },
                                .f1 = { 0.7273, 0.6667 },
                                .accuracy = 0.7,
                                .macro_f1 = 0.697,
                                .macro_f1_low = 0.5,
                                .macro_f1_high = 0.9,
                                .ece = 0.05,
                                .brier = 0.4,
                                .kept = 0.5,
                                .accuracy_kept = 0.8 };
    const cli_scores scores = { .task = "mood", .all = &all };
    size_t len;
    char *text = evaluation_text(&len, &scores);
    static const char head[] =
        "mood: 10 rows, judged by the model as it is\n"
        "(of rows that it learned from, all figures are too good)\n"
        "\n"
        "label            precision    recall        F1      rows\n"
        "calm                 0.667     0.800     0.727         5\n"
        "cross                0.750     0.600     0.667         5\n"
        "\n"
        "labelled as, and judged as:\n"
        "                         calm        cross\n"
        "calm                        4            1\n"
        "cross                       2            3\n"
        "\n"
        "macro-F1      0.697  (95 %: 0.500 to 0.900, documents drawn anew)\n"
        "accuracy      0.700\n"
        "surest rows   0.800  accuracy on the 50.0 % that are not sent to "
        "review\n"
        "calibration   0.050  expected calibration error: how far "
        "probabilities are\n"
        "                     from what comes true, on average (0 is best)\n"
        "Brier score   0.400  squared distance of probabilities from the truth "
        "(0 is\n"
        "                     best, 2 is worst)\n";
    ck_assert_msg(strncmp(text, head, strlen(head)) == 0, "%s", text);
    free(text);
}
END_TEST

START_TEST(no_accuracy_is_told_where_all_goes_to_review)
{
    demarche_evaluation all = { .rows = 1,
                                .label_count = 1,
                                .labels = { "calm" } };
    const cli_scores scores = { .task = "mood", .all = &all };
    size_t len;
    char *text = evaluation_text(&len, &scores);
    ck_assert_ptr_nonnull(strstr(text, "none   all are sent to review\n"));
    free(text);
    text = evaluation_json(&len, &scores);
    ck_assert_ptr_nonnull(strstr(text, "\"accuracy_kept\":null"));
    free(text);
}
END_TEST

static const demarche_range at_illegal = { 3, 10 };
static const demarche_reason reasons[] = {
    { "word:illegal", 0.3, 0.4, &at_illegal, 1 },
    { "cue:said", 0.2, -0.2, NULL, 0 },
    { "char:_ban", 0.1, 0.05, NULL, 0 },
    { "word:the", 0.1, 0.05, NULL, 0 },
};
static const demarche_pull pulls[] = {
    { "An", { 0, 2 }, 0.02 },     { "illegal", { 3, 10 }, 0.4 },
    { "act", { 16, 19 }, 0.05 },  { "of", { 20, 22 }, -0.01 },
    { "war", { 23, 26 }, -0.15 }, { ".", { 26, 27 }, 0.25 },
};
static const char words_of_why[] = "An illegal\n\x1B[2J act of war.";
static const demarche_explanation why = {
    .verdict = { .label = "cross",
                 .count = 2,
                 .labels = { "calm", "cross" },
                 .p = { 0.25, 0.75 },
                 .review = true },
    .label = "cross",
    .against = "calm",
    .reasons = reasons,
    .reason_count = 4,
    .text = words_of_why,
    .text_len = sizeof words_of_why - 1,
    .mark = { 20, 27 },
    .words = pulls,
    .word_count = 6,
    .content = 0.56,
    .cue = -0.2,
    .bias = -0.1,
};

static char *put_why(const demarche_explanation *e, unsigned most, size_t width,
                     bool colour)
{
    cli_print print;
    size_t len;
    print_open(&print);
    explanation_put(print.file, e, most, width, colour);
    return print_close(&len, &print);
}

START_TEST(an_explanation_marks_its_words_and_adds_up)
{
    char *text = put_why(&why, 2, 40, false);
    ck_assert_str_eq(
        text, "cross, 0.75; against calm: 0.25\n"
              "not sure enough, to be reviewed\n"
              "about: of war .\n"
              "\n"
              "  An illegal \\x1B[2J act of war.\n"
              "     +++++++                -  +\n"
              "\n"
              "  + speaks for cross, - for calm;\n"
              "  strongly where signs stand under the\n"
              "  whole word\n"
              "\n"
              "  the statemen\u2026   +0.560       \u2502\u2588\u2588\u2588"
              "\u2588\u2588\u2588\n"
              "  the cue, wha\u2026   -0.200     \u2588\u2588\u2502\n"
              "  before any w\u2026   -0.100      \u2588\u2502\n"
              "  decision, th\u2026   +0.260\n"
              "\n"
              "  word:illegal    +0.400       \u2502\u2588\u2588\u2588"
              "\u2588\u2588\u2588\n"
              "  cue:said        -0.200    \u2588\u2588\u2588"
              "\u2502\n"
              "  2 more          +0.100\n");
    free(text);
}
END_TEST

START_TEST(colour_stands_in_the_words_instead_of_signs_below)
{
    char *text = put_why(&why, 0, 80, true);
    ck_assert_ptr_nonnull(
        strstr(text, "\n  An \x1B[1m\x1B[34millegal\x1B[0m \\x1B[2J act of "
                     "\x1B[33mwar\x1B[0m\x1B[1m\x1B[34m.\x1B[0m\n\n  blue "));
    free(text);
}
END_TEST

/* Lines are as long as they may be, and no longer, whatever is in the text. */
START_TEST(signs_stand_under_their_words_at_any_width)
{
    char words[2000] = "";
    for (size_t i = 0; i < 40; i++)
        strcat(words,
               i % 7 == 3 ? "\u00e9\xE2\x80\xAE caf\u00e9 " : "ban tie ");
    static const demarche_pull one = { "ban", { 0, 3 }, 1 };
    demarche_explanation e = why;
    e.text = words;
    e.text_len = strlen(words);
    e.words = &one;
    e.word_count = 1;
    e.mark = (demarche_range){ 0, 0 };
    for (size_t width = 40; width < 120; width++) {
        char *text = put_why(&e, 0, width, false);
        const char *line = strstr(text, "\n\n") + 2;
        size_t columns = 0;
        ck_assert_ptr_nonnull(strstr(line, "\n  +++\n"));
        for (; line[0] != '\n' || line[1] != '\n'; line++) {
            columns = *line == '\n' ? 0 : columns + ((*line & 0xC0) != 0x80);
            ck_assert_uint_le(columns, width);
        }
        free(text);
    }
}
END_TEST

START_TEST(strings_are_counted_one_by_one)
{
    cli_seen seen = { .slots = NULL };
    char id[24];
    for (size_t round = 0; round < 3; round++)
        for (unsigned i = 0; i < 5000; i++) {
            snprintf(id, sizeof id, "doc-%u", i);
            ck_assert_uint_eq(seen_add(&seen, id), round);
        }
    seen_clear(&seen);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, the_nearest_name_is_found_where_one_is_near, 0,
                        COUNT_OF(typos));
    tcase_add_loop_test(tc, nothing_that_a_terminal_obeys_gets_through, 0,
                        COUNT_OF(escapes));
    tcase_add_test(tc, json_becomes_an_outline);
    tcase_add_loop_test(tc, an_outline_of_broken_json_ends, 0,
                        COUNT_OF(broken));
    tcase_add_test(tc, scores_are_shown_as_a_table);
    tcase_add_test(tc, no_accuracy_is_told_where_all_goes_to_review);
    tcase_add_test(tc, an_explanation_marks_its_words_and_adds_up);
    tcase_add_test(tc, colour_stands_in_the_words_instead_of_signs_below);
    tcase_add_test(tc, signs_stand_under_their_words_at_any_width);
    tcase_add_test(tc, strings_are_counted_one_by_one);
}

int main(void)
{
    return run_suite("parts", add);
}
