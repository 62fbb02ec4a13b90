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

static const demarche_reason reasons[] = {
    { "word:illegal", 0.3, 0.4 },
    { "word:cooperation", 0.2, -0.2 },
    { "char:_ban", 0.1, 0.05 },
    { "word:the", 0.1, 0.05 },
};
static const demarche_explanation why = {
    .verdict = { .label = "cross",
                 .count = 2,
                 .labels = { "calm", "cross" },
                 .p = { 0.25, 0.75 },
                 .review = true },
    .bias = -0.1,
    .label = "cross",
    .against = "calm",
    .reasons = reasons,
    .reason_count = 4,
};

START_TEST(contributions_are_shown_as_bars_that_add_up)
{
    cli_print print;
    size_t len;
    print_open(&print);
    explanation_put_text(print.file, &why, "An illegal\n\x1B[2J act.", 2, 40,
                         false);
    char *text = print_close(&len, &print);
    ck_assert_str_eq(text,
                     "cross, 0.75; against calm: 0.25; not sure enough, to be "
                     "reviewed\n"
                     "\n"
                     "  An illegal \\x1B[2J act.\n"
                     "\n"
                     "  word:illegal    +0.400       \u2502\u2588\u2588\u2588"
                     "\u2588\u2588\u2588\n"
                     "  word:coopera\u2026   -0.200    \u2588\u2588\u2588"
                     "\u2502\n"
                     "  2 more          +0.100\n"
                     "  bias            -0.100\n"
                     "  decision, th\u2026   +0.200\n");
    free(text);
}
END_TEST

START_TEST(explanations_print_as_json)
{
    cli_print print;
    size_t len;
    print_open(&print);
    explanation_put_json(print.file, &why, "A \"ban\"", 1);
    char *text = print_close(&len, &print);
    ck_assert_str_eq(text,
                     "{\"text\":\"A \\\"ban\\\"\",\"label\":\"cross\","
                     "\"against\":\"calm\",\"p\":{\"calm\":0.2500,"
                     "\"cross\":0.7500},\"review\":true,\"decision\":0.2,"
                     "\"bias\":-0.1,\"reasons\":[{\"ngram\":\"word:illegal\","
                     "\"value\":0.3,\"contribution\":0.4}]}\n");
    free(text);
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
    tcase_add_test(tc, contributions_are_shown_as_bars_that_add_up);
    tcase_add_test(tc, explanations_print_as_json);
    tcase_add_test(tc, strings_are_counted_one_by_one);
}

int main(void)
{
    return run_suite("parts", add);
}
