/* test_assay.c - statements held against gold. Texts and names are invented,
 * and the figures worked out by hand:
 *
 *   gold   A "talks help" by Whitfield, B "for rain" by He (hopes), C "We
 *          agree" by Chen, D "talks" inside of A, by nobody
 *   found  "talks help", whole, by Whitfield; "agree" (5 of 7 letters) by We;
 *          "He hopes", which is nobody's
 *
 * A and C have a cue of speech, so that recall is over two; with all over four.
 */
#include <string.h>

#include "assay/assay.h"
#include "base/random.h"
#include "input/record.h"
#include "suite.h"

#define TEXT                                                                   \
    "\"text\":\"Whitfield said talks help. He hopes for rain. \\\"We agree,"   \
    "\\\" Chen noted.\""
#define GOLD_A                                                                 \
    "{\"source\":[[0,9]],\"cue\":[[10,14]],\"content\":[[15,25]],"             \
    "\"actor\":\"Nora Whitfield\",\"side\":\"us\",\"tone\":\"neutral\"}"
#define GOLD_B "{\"source\":[[27,29]],\"cue\":[[30,35]],\"content\":[[36,44]]}"
#define GOLD_C                                                                 \
    "{\"source\":[[58,62]],\"cue\":[[63,68]],\"content\":[[46,56]],"           \
    "\"actor\":\"Chen Guowei\",\"side\":\"china\",\"tone\":\"critical\","      \
    "\"hard\":true}"
#define GOLD_D "{\"source\":[],\"content\":[[15,20]]}"

static const char gold_json[] =
    "{\"id\":\"a\"," TEXT ",\"attributions\":[" GOLD_A "," GOLD_B "," GOLD_C
    "," GOLD_D "]}";

static const char *const found_json[] = {
    "{\"doc\":\"a\",\"kind\":\"reported\",\"spans\":[[15,25]],\"cue_span\":"
    "[10,14],\"speaker_span\":[0,9],\"actor\":\"N. Whitfield\",\"side\":"
    "\"china\",\"tone\":\"neutral\",\"rules\":[\"R2\",\"A2\"]}",
    "{\"doc\":\"a\",\"kind\":\"quoted\",\"spans\":[[50,55]],\"cue_span\":"
    "[63,68],\"speaker_span\":[47,49],\"actor\":null,\"rules\":[\"Q6\"]}",
    "{\"doc\":\"a\",\"kind\":\"reported\",\"spans\":[[27,35]],\"cue_span\":"
    "[30,35],\"speaker_span\":null,\"rules\":[\"R2\"]}",
};

static demarche_record *record_of(const char *json)
{
    demarche_record *record;
    demarche_error err = { .message = "" };
    ck_assert_msg(demarche_record_parse(&record, json, strlen(json), &err) == 0,
                  "%s", err.message);
    return record;
}

static demarche_assay *new_assay(bool all, unsigned faults)
{
    const demarche_assay_options options = { all, faults };
    demarche_assay *assay;
    ck_assert_int_eq(demarche_assay_new(&assay, &options, NULL), 0);
    return assay;
}

static demarche_status answer(demarche_assay *assay, const char *json,
                              demarche_error *err)
{
    demarche_record *record = record_of(json);
    demarche_status status = demarche_assay_answer(assay, record, err);
    demarche_record_free(record);
    return status;
}

static demarche_status hold(demarche_assay *assay, const char *json,
                            demarche_error *err)
{
    demarche_record *record = record_of(json);
    demarche_status status = demarche_assay_add(assay, record, NULL, err);
    demarche_record_free(record);
    return status;
}

/* The form, and the end of the assay. */
static char *show(demarche_assay *assay, demarche_format format)
{
    demarche_report_options options;
    demarche_report_options_init(&options);
    options.format = format;
    char *text;
    ck_assert_int_eq(demarche_assay_format(&text, assay, &options, NULL), 0);
    demarche_assay_free(assay);
    return text;
}

static void require(const char *text, const char *part, const char *why)
{
    ck_assert_msg(strstr(text, part) != NULL, "%s: no %s in\n%s", why, part,
                  text);
}

static demarche_assay *example(bool all, unsigned faults)
{
    demarche_assay *assay = new_assay(all, faults);
    for (int i = 0; i < COUNT_OF(found_json); i++)
        ck_assert_int_eq(answer(assay, found_json[i], NULL), 0);
    ck_assert_int_eq(hold(assay, gold_json, NULL), 0);
    return assay;
}

static const struct {
    const char *why, *part;
    bool all;
} figures[] = {
    { "what is compared", "\"system\":3,\"gold\":4,\"gold_statement_like\":2,",
      false },
    { "two of three have a partner, and so have both of the two",
      "\"overlap_0.3\":{\"precision\":0.6667,\"recall\":1.0000,\"f1\":0.8000,",
      false },
    { "one of them is nearly whole",
      "\"overlap_0.8\":{\"precision\":0.3333,\"recall\":0.5000,\"f1\":0.4000,",
      false },
    { "and whole", "\"exact\":{\"precision\":0.3333,\"recall\":0.5000,",
      false },
    { "one document has no interval", "\"f1_95\":null", false },
    { "We is not Chen", "\"speaker_accuracy\":0.5000,\"speaker_judged\":2",
      false },
    { "an actor that is null is an answer",
      "\"actor_accuracy\":0.5000,\"actor_judged\":2", false },
    { "a side that is absent is none",
      "\"side_accuracy\":0.0000,\"side_judged\":1", false },
    { "hard tones do not count", "\"tone_accuracy\":1.0000,\"tone_judged\":1",
      false },
    { "recall by the kind that the gold has",
      "{\"gold\":\"(none)\",\"count\":2,\"paired\":[2,1,1],"
      "\"speaker_judged\":2,\"speaker_right\":1}",
      false },
    { "by kind",
      "{\"kind\":\"reported\",\"count\":2,\"paired\":[1,1,1],"
      "\"speaker_judged\":1,\"speaker_right\":1}",
      false },
    { "by rule",
      "{\"rule\":\"Q6\",\"count\":1,\"paired\":[1,0,0],"
      "\"speaker_judged\":1,\"speaker_right\":0}",
      false },
    { "by mention",
      "{\"mention\":\"name\",\"count\":2,\"paired\":[2,1,1],"
      "\"speaker_judged\":2,\"speaker_right\":1}",
      false },
    { "over all of the gold",
      "\"overlap_0.3\":{\"precision\":0.6667,\"recall\":0.5000,\"f1\":0.5714,",
      true },
    { "also at more overlap",
      "\"overlap_0.8\":{\"precision\":0.3333,\"recall\":0.2500,\"f1\":0.2857,",
      true },
};

START_TEST(figures_are_those_worked_out_by_hand)
{
    char *text = show(example(figures[_i].all, 0), DEMARCHE_FORMAT_JSON);
    require(text, figures[_i].part, figures[_i].why);
    free(text);
}
END_TEST

static const struct {
    const char *why, *part;
} errors[] = {
    { "what no gold has", "\"kind\":\"spurious\",\"count\":1,\"by_rule\":[["
                          "\"R2\",1]]" },
    { "We is cut off", "\"kind\":\"begins too late\",\"count\":1,\"by_rule\":"
                       "[[\"Q6\",1]]" },
    { "by how the gold names the speaker",
      "\"kind\":\"wrong speaker\",\"count\":1,\"by_mention\":[[\"name\",1]]" },
    { "an actor, and what stands in its place",
      "\"kind\":\"wrong actor\",\"count\":1,\"by_labels\":[[\"Chen Guowei > "
      "nobody\",1]]" },
    { "a side", "\"by_labels\":[[\"us > china\",1]]" },
    { "B: its cue was found with other words",
      "\"kind\":\"missed, though its cue was found\",\"count\":1,\"by_cue\":"
      "[[\"hopes\",1]]" },
    { "D stands in A", "\"kind\":\"missed inside another\",\"count\":1" },
    { "each with its words and what stands around",
      "\"doc\":\"a\",\"at\":46,\"rule\":\"Q6\",\"before\":\"Whitfield said "
      "talks help. He hopes for rain. \",\"words\":\"\\\"We agree,\",\"after\":"
      "\"\\\" Chen noted.\",\"gold\":\"\\\"We agree,\",\"gold_speaker\":"
      "\"Chen\",\"gold_cue\":\"noted\",\"found\":\"agree\",\"found_speaker\":"
      "\"We\",\"found_cue\":\"noted\",\"rules\":\"Q6\"" },
};

START_TEST(errors_are_listed_by_kind)
{
    char *text = show(example(true, 3), DEMARCHE_FORMAT_JSON);
    require(text, errors[_i].part, errors[_i].why);
    free(text);
}
END_TEST

START_TEST(parts_are_told_from_what_was_made_of_nothing)
{
    static const char gold[] =
        "{\"id\":\"b\",\"text\":\"abcdefghij klmnopqrst.\",\"attributions\":["
        "{\"cue\":[[21,22]],\"content\":[[0,10]]},"
        "{\"cue\":[[21,22]],\"content\":[[11,14]]},"
        "{\"cue\":[[21,22]],\"content\":[[14,21]]}]}";
    demarche_assay *assay = new_assay(true, 1);
    // "ab" is split off "cdefghij"; "klm" is merged into "nopqrst".
    ck_assert_int_eq(answer(assay, "{\"doc\":\"b\",\"spans\":[[0,2]]}", NULL),
                     0);
    ck_assert_int_eq(answer(assay, "{\"doc\":\"b\",\"spans\":[[2,10]]}", NULL),
                     0);
    ck_assert_int_eq(answer(assay, "{\"doc\":\"b\",\"spans\":[[11,21]]}", NULL),
                     0);
    ck_assert_int_eq(hold(assay, gold, NULL), 0);
    char *text = show(assay, DEMARCHE_FORMAT_JSON);
    require(text, "\"kind\":\"split off another\",\"count\":1", "ab");
    require(text, "\"kind\":\"merged into another\",\"count\":1", "klm");
    require(text, "\"kind\":\"begins too early\",\"count\":1", "nopqrst");
    require(text, "\"kind\":\"begins too late\",\"count\":1", "cdefghij");
    free(text);
}
END_TEST

/* "Roe: abcd efgh. Q: ijkl." with Roe of the US; what is painted over later
 * counts, and the press asks. */
static const char turns_json[] =
    "{\"id\":\"t\",\"text\":\"Roe: abcd efgh. Q: ijkl.\",\"turns\":["
    "{\"speaker\":\"Ann Roe\",\"side\":\"us\",\"span\":[5,15]},"
    "{\"speaker\":\"Press\",\"side\":\"other\",\"span\":[19,24]}]}";

static const struct {
    const char *why, *found[2], *part;
} turns[] = {
    { "whole",
      { "\"spans\":[[5,15]],\"speaker\":\"ROE\",\"side\":\"us\"" },
      "\"turns\":2,\"coverage\":1.0000,\"leak\":0.0000,\"side\":1.0000" },
    { "half, of the wrong side",
      { "\"spans\":[[5,9]],\"speaker\":\"Roe\",\"side\":\"china\"" },
      "\"coverage\":0.5000,\"leak\":0.0000,\"side\":0.0000" },
    { "the last statement has the letter",
      { "\"spans\":[[5,15]],\"speaker\":\"Roe\",\"side\":\"us\"",
        "\"spans\":[[5,7]],\"speaker\":\"Doe\",\"side\":\"us\"" },
      "\"coverage\":0.7500,\"leak\":0.0000,\"side\":1.0000" },
    { "a question given to an official",
      { "\"spans\":[[5,24]],\"speaker\":\"Roe\",\"side\":\"us\"" },
      "\"coverage\":1.0000,\"leak\":1.0000,\"side\":1.0000" },
    { "a question that is its own speaker's",
      { "\"spans\":[[19,21]],\"speaker\":\"press\",\"side\":\"us\"" },
      "\"coverage\":0.0000,\"leak\":0.0000,\"side\":0.0000" },
};

START_TEST(turns_are_judged_letter_by_letter)
{
    demarche_assay *assay = new_assay(false, 0);
    for (size_t i = 0; i < 2 && turns[_i].found[i] != NULL; i++) {
        char json[200];
        snprintf(json, sizeof json,
                 "{\"doc\":\"t\",\"kind\":\"transcript\",%s}",
                 turns[_i].found[i]);
        ck_assert_int_eq(answer(assay, json, NULL), 0);
    }
    ck_assert_int_eq(
        answer(assay,
               "{\"doc\":\"t\",\"kind\":\"question\",\"spans\":[[0,24]],"
               "\"speaker\":\"Q\",\"side\":\"us\"}",
               NULL),
        0);
    ck_assert_int_eq(hold(assay, turns_json, NULL), 0);
    char *text = show(assay, DEMARCHE_FORMAT_JSON);
    require(text, turns[_i].part, turns[_i].why);
    free(text);
}
END_TEST

static const struct {
    const char *why, *json, *message; // NULL: it is taken
} golds[] = {
    { "no list", "{\"id\":\"a\",\"text\":\"b\"}",
      "neither 'attributions' nor 'turns'" },
    { "no text", "{\"id\":\"a\",\"attributions\":[]}", "no field 'text'" },
    { "no id", "{\"text\":\"b\",\"attributions\":[]}",
      "no 'id' by which statements name their document" },
    { "no list of objects",
      "{\"id\":\"a\",\"text\":\"b\",\"attributions\":[1]}",
      "'attributions' is not a list of objects" },
    { "no list at all", "{\"id\":\"a\",\"text\":\"b\",\"turns\":{}}",
      "'turns' is not a list of objects" },
    { "negative",
      "{\"id\":\"a\",\"text\":\"b\",\"attributions\":[{\"content\":[[-1,1]]}]}",
      "'content' has a range before the text's begin" },
    { "a fraction",
      "{\"id\":\"a\",\"text\":\"b\",\"attributions\":[{\"cue\":[[0,1.5]]}]}",
      "'cue' has a range that is no pair of whole numbers" },
    { "three numbers",
      "{\"id\":\"a\",\"text\":\"b\",\"attributions\":[{\"source\":[[0,1,2]]}]}",
      "'source' has a range that is no pair of whole numbers" },
    { "a range where ranges belong",
      "{\"id\":\"a\",\"text\":\"b\",\"attributions\":[{\"content\":[0,1]}]}",
      "'content' has a range that is no pair of whole numbers" },
    { "a side that is a number",
      "{\"id\":\"a\",\"text\":\"b\",\"attributions\":[{\"side\":1}]}",
      "'side' is not a string" },
    { "huge",
      "{\"id\":\"a\",\"text\":\"b\",\"attributions\":[{\"content\":[[0,"
      "9223372036854775807]]}]}",
      NULL },
    { "reversed",
      "{\"id\":\"a\",\"text\":\"b\",\"attributions\":[{\"content\":"
      "[[1,0]]}]}",
      NULL },
    { "an id of digits", "{\"id\":7,\"text\":\"b\",\"turns\":[]}", NULL },
    { "empty", "{\"id\":\"a\",\"text\":\"\",\"attributions\":[]}", NULL },
};

START_TEST(bad_gold_is_refused_with_the_reason)
{
    demarche_assay *assay = new_assay(true, 1);
    demarche_error err = { .message = "" };
    demarche_status status = hold(assay, golds[_i].json, &err);
    ck_assert_msg(status == (golds[_i].message == NULL ? DEMARCHE_OK
                                                       : DEMARCHE_BAD_INPUT),
                  "%s: %s", golds[_i].why, err.message);
    if (golds[_i].message != NULL)
        ck_assert_str_eq(err.message, golds[_i].message);
    demarche_assay_free(assay);
}
END_TEST

static const struct {
    const char *why, *json, *message;
} answers[] = {
    { "no doc", "{\"spans\":[]}",
      "no 'doc' that is a string or a whole number" },
    { "no spans", "{\"doc\":\"a\"}", "no list 'spans'" },
    { "spans that are none", "{\"doc\":\"a\",\"spans\":[[2]]}",
      "'spans' has a range that is no pair of whole numbers" },
    { "a speaker of two ranges",
      "{\"doc\":\"a\",\"spans\":[],\"speaker_span\":[[0,1]]}",
      "'speaker_span' has a range that is no pair of whole numbers" },
    { "rules that are numbers", "{\"doc\":\"a\",\"spans\":[],\"rules\":[1]}",
      "'rules' is not a list of strings" },
};

START_TEST(bad_output_is_refused_with_the_reason)
{
    demarche_assay *assay = new_assay(false, 0);
    demarche_error err;
    ck_assert_int_eq(answer(assay, answers[_i].json, &err), DEMARCHE_BAD_INPUT);
    ck_assert_msg(strcmp(err.message, answers[_i].message) == 0, "%s: %s",
                  answers[_i].why, err.message);
    demarche_assay_free(assay);
}
END_TEST

START_TEST(output_for_a_document_without_gold_is_told)
{
    demarche_assay *assay = example(false, 0);
    demarche_error err;
    char *text;
    ck_assert_int_eq(answer(assay, "{\"doc\":\"z\",\"spans\":[]}", NULL), 0);
    ck_assert_int_eq(demarche_assay_format(&text, assay, NULL, &err),
                     DEMARCHE_BAD_INPUT);
    ck_assert_str_eq(err.message, "the gold has no document 'z'");
    ck_assert_ptr_null(text);
    demarche_assay_free(assay);
}
END_TEST

START_TEST(ranges_that_lie_outside_are_counted)
{
    demarche_assay *assay = new_assay(true, 0);
    ck_assert_int_eq(
        hold(assay,
             "{\"id\":\"a\",\"text\":\"bc\",\"attributions\":[{\"content\":"
             "[[0,3]],\"cue\":[[1,0]]}]}",
             NULL),
        0);
    char *text = show(assay, DEMARCHE_FORMAT_JSON);
    require(text, "{\"outside\":2,", "one reversed, one behind the end");
    free(text);
}
END_TEST

/* Gold of random attributions in a text of words, as JSON; its items can be
 * given in another order, or as statements. */
enum { ITEMS = 12 };

static void draw_ranges(dm_buf *items, uint64_t *state)
{
    for (size_t i = 0; i < ITEMS; i++) {
        size_t begin = 60 * i + dm_random_below(state, 20);
        size_t end = begin + 5 + dm_random_below(state, 30);
        dm_buf_addf(&items[i], "[[%zu,%zu]", begin, end);
        if (i % 3 == 0)
            dm_buf_addf(&items[i], ",[%zu,%zu]", end + 3, end + 8);
        dm_buf_add_char(&items[i], ']');
    }
}

static void hold_drawn(demarche_assay *assay, const dm_buf *items, size_t doc,
                       size_t shift)
{
    dm_buf json;
    dm_buf_init(&json);
    dm_buf_addf(&json, "{\"id\":\"d%zu\",\"text\":\"", doc);
    for (size_t i = 0; i < 200; i++)
        dm_buf_add_string(&json, "ab c");
    dm_buf_add_string(&json, "\",\"attributions\":[");
    for (size_t i = 0; i < ITEMS; i++)
        dm_buf_addf(&json, "%s{\"content\":%s,\"source\":[[%zu,%zu]]}",
                    i > 0 ? "," : "", items[(i + shift) % ITEMS].data, doc,
                    doc + 4);
    dm_buf_add_string(&json, "]}");
    demarche_error err = { .message = "" };
    ck_assert_msg(hold(assay, json.data, &err) == 0, "%s", err.message);
    dm_buf_clear(&json);
}

static void answer_drawn(demarche_assay *assay, const dm_buf *items, size_t doc)
{
    char json[300];
    for (size_t i = 0; i < ITEMS; i++) {
        snprintf(json, sizeof json,
                 "{\"doc\":\"d%zu\",\"spans\":%s,\"speaker_span\":[%zu,%zu]}",
                 doc, items[i].data, doc, doc + 4);
        ck_assert_int_eq(answer(assay, json, NULL), 0);
    }
}

/* Four documents; `turned`: they and their gold come in another order;
 * `perfect`: the statements are the gold, else what another draw gave. */
static char *show_drawn(bool turned, bool perfect)
{
    demarche_assay *assay = new_assay(true, 2);
    for (size_t d = 0; d < 4; d++) {
        size_t doc = turned ? 3 - d : d;
        dm_buf gold[ITEMS], found[ITEMS];
        for (size_t i = 0; i < ITEMS; i++) {
            dm_buf_init(&gold[i]);
            dm_buf_init(&found[i]);
        }
        uint64_t gold_state = doc, found_state = doc + 100;
        draw_ranges(gold, &gold_state);
        draw_ranges(found, &found_state);
        answer_drawn(assay, perfect ? gold : found, doc);
        hold_drawn(assay, gold, doc, turned ? 5 : 0);
        for (size_t i = 0; i < ITEMS; i++) {
            dm_buf_clear(&gold[i]);
            dm_buf_clear(&found[i]);
        }
    }
    return show(assay, DEMARCHE_FORMAT_NDJSON);
}

START_TEST(whoever_repeats_the_gold_is_perfect)
{
    char *text = show_drawn(true, true);
    require(text,
            "\"exact\":{\"precision\":1.0000,\"recall\":1.0000,\"f1\":1.0000,"
            "\"f1_95\":[1.0000,1.0000]},\"speaker_accuracy\":1.0000",
            "perfect");
    ck_assert_ptr_null(strstr(text, "\"kind\":\"spurious\""));
    free(text);
}
END_TEST

START_TEST(order_changes_neither_figures_nor_errors)
{
    char *there = show_drawn(false, false), *back = show_drawn(true, false);
    ck_assert_ptr_nonnull(strstr(there, "\"kind\":\"spurious\""));
    ck_assert_str_eq(there, back);
    free(there);
    free(back);
}
END_TEST

START_TEST(the_library_is_judged_by_what_it_extracts)
{
    const demarche_options options = { .no_models = true };
    demarche_analyser *analyser;
    ck_assert_int_eq(demarche_analyser_new(&analyser, &options, NULL), 0);
    demarche_assay *assay = new_assay(false, 0);
    demarche_record *record = record_of(
        "{\"text\":\"Nora Whitfield said that talks would help. Rain fell.\","
        "\"attributions\":[{\"source\":[[0,14]],\"cue\":[[15,19]],"
        "\"content\":[[25,41]]}]}");
    ck_assert_int_eq(demarche_assay_add(assay, record, analyser, NULL), 0);
    demarche_record_free(record);
    demarche_analyser_free(analyser);
    char *text = show(assay, DEMARCHE_FORMAT_JSON);
    require(text, "\"exact\":{\"precision\":1.0000,\"recall\":1.0000", "one");
    require(text, "\"speaker_accuracy\":1.0000", "by Whitfield");
    free(text);
}
END_TEST

START_TEST(more_places_than_can_be_kept_are_refused)
{
    const demarche_assay_options options = { .faults = 1001 };
    demarche_assay *assay;
    ck_assert_int_eq(demarche_assay_new(&assay, &options, NULL),
                     DEMARCHE_BAD_ARGUMENT);
    ck_assert_ptr_null(assay);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, figures_are_those_worked_out_by_hand, 0,
                        COUNT_OF(figures));
    tcase_add_loop_test(tc, errors_are_listed_by_kind, 0, COUNT_OF(errors));
    tcase_add_test(tc, parts_are_told_from_what_was_made_of_nothing);
    tcase_add_loop_test(tc, turns_are_judged_letter_by_letter, 0,
                        COUNT_OF(turns));
    tcase_add_loop_test(tc, bad_gold_is_refused_with_the_reason, 0,
                        COUNT_OF(golds));
    tcase_add_loop_test(tc, bad_output_is_refused_with_the_reason, 0,
                        COUNT_OF(answers));
    tcase_add_test(tc, output_for_a_document_without_gold_is_told);
    tcase_add_test(tc, ranges_that_lie_outside_are_counted);
    tcase_add_test(tc, whoever_repeats_the_gold_is_perfect);
    tcase_add_test(tc, order_changes_neither_figures_nor_errors);
    tcase_add_test(tc, the_library_is_judged_by_what_it_extracts);
    tcase_add_test(tc, more_places_than_can_be_kept_are_refused);
}

int main(void)
{
    return run_suite("assay", add);
}
