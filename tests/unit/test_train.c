/* test_train.c - datasets, training and scoring on invented statements, and
 * what cannot be learned from. */
#include <stdio.h>
#include <stdlib.h>

#include "dataset.h"
#include "format.h"
#include "select.h"
#include "spaces.h"
#include "suite.h"

enum { DOCS = 12 };

static const struct {
    const char *label, *words;
} kinds[] = {
    { "warm", "we welcome the new talks with thanks" },
    { "warm", "we thank our hosts and look forward to more talks" },
    { "cold", "we condemn the reckless tariffs and oppose them" },
    { "cold", "we oppose and reject this reckless interference" },
    { "flat", "the council will meet on Tuesday in the hall" },
    { "flat", "the hall of the council has 40 seats" },
};

static void add_row(demarche_dataset *dataset, const char *label,
                    const char *doc, const char *text)
{
    dm_view view = { .content = dm_span_of(text) };
    ck_assert_int_eq(dm_dataset_add_view(dataset, &view, dm_span_of(label),
                                         dm_span_of(doc), NULL),
                     0);
}

static demarche_dataset *make_dataset(const char *task)
{
    demarche_dataset *dataset;
    ck_assert_int_eq(dm_dataset_new(&dataset, task, NULL, NULL), 0);
    for (int d = 0; d < DOCS; d++) {
        for (int k = 0; k < COUNT_OF(kinds); k++) {
            char text[160], doc[16];
            snprintf(text, sizeof text, "in year %d %s", d, kinds[k].words);
            snprintf(doc, sizeof doc, "doc%d", d);
            add_row(dataset, kinds[k].label, doc, text);
        }
    }
    return dataset;
}

static demarche_train_options quick(void)
{
    demarche_train_options options;
    demarche_train_options_init(&options);
    options.c = 1;
    options.min_df = 2;
    options.folds = 3;
    return options;
}

START_TEST(cross_validation_learns_what_there_is_to_learn)
{
    demarche_dataset *dataset = make_dataset("mood");
    demarche_train_options options = quick();
    demarche_evaluation *e;
    ck_assert_int_eq(demarche_crossval(&e, dataset, &options, NULL), 0);
    ck_assert_uint_eq(e->rows, DOCS * COUNT_OF(kinds));
    ck_assert_uint_eq(e->folds, 3);
    ck_assert_uint_eq(e->label_count, 3);
    ck_assert_str_eq(e->labels[0], "cold");
    ck_assert_double_gt(e->macro_f1, 0.95);
    ck_assert_double_eq_tol(e->c, 1, 1e-9);
    demarche_evaluation_free(e);
    demarche_dataset_free(dataset);
}
END_TEST

/* Labels that hang on the document alone: whoever sees the document's other
 * rows knows them, whoever does not can only guess. */
START_TEST(no_row_is_judged_by_a_model_that_saw_its_document)
{
    demarche_dataset *dataset;
    demarche_train_options options = quick();
    demarche_evaluation *e;
    ck_assert_int_eq(dm_dataset_new(&dataset, "mood", NULL, NULL), 0);
    for (int d = 0; d < 30; d++) {
        for (int r = 0; r < 6; r++) {
            char text[64], doc[16];
            snprintf(text, sizeof text, "secret%d word%d said again", d, r);
            snprintf(doc, sizeof doc, "doc%d", d);
            add_row(dataset, d % 2 == 0 ? "even" : "odd", doc, text);
        }
    }
    ck_assert_int_eq(demarche_crossval(&e, dataset, &options, NULL), 0);
    ck_assert_double_lt(e->accuracy, 0.7);
    demarche_evaluation_free(e);
    demarche_dataset_free(dataset);
}
END_TEST

/* Rows of another origin teach a word that the others never show. */
START_TEST(rows_from_elsewhere_are_learned_from_and_never_scored)
{
    demarche_train_options options = quick();
    for (int with = 0; with < 2; with++) {
        demarche_dataset *dataset = make_dataset("mood");
        demarche_evaluation *e;
        for (int d = 0; d < 30; d++) {
            char text[64], doc[16];
            demarche_dataset_also(dataset, with && d >= 15);
            if (!with && d >= 15)
                break;
            snprintf(text, sizeof text, "zany%d zebra", d % 15);
            snprintf(doc, sizeof doc, "%s%d", d < 15 ? "own" : "other", d);
            add_row(dataset, "cold", doc, text);
        }
        size_t scored = DOCS * COUNT_OF(kinds) + 15;
        ck_assert_uint_eq(demarche_dataset_count(dataset), scored);
        ck_assert_int_eq(demarche_crossval(&e, dataset, &options, NULL), 0);
        ck_assert_uint_eq(e->rows, scored);
        ck_assert_double_eq_tol(e->learned,
                                (double)(scored + (with ? 15 : 0)) *
                                    (options.folds - 1) / options.folds,
                                with ? 8 : 0.5);
        demarche_evaluation_free(e);
        demarche_dataset_free(dataset);
    }
}
END_TEST

START_TEST(rows_from_elsewhere_alone_are_not_enough)
{
    demarche_dataset *dataset;
    demarche_model *model;
    demarche_train_options options = quick();
    ck_assert_int_eq(dm_dataset_new(&dataset, "mood", NULL, NULL), 0);
    demarche_dataset_also(dataset, true);
    for (int d = 0; d < 12; d++) {
        char doc[16];
        snprintf(doc, sizeof doc, "doc%d", d);
        add_row(dataset, d % 2 ? "cold" : "warm", doc,
                d % 2 ? "we oppose it" : "we welcome it");
    }
    ck_assert_int_eq(demarche_train(&model, dataset, &options, NULL),
                     DEMARCHE_NOT_ENOUGH_DATA);
    ck_assert_ptr_null(model);
    demarche_dataset_free(dataset);
}
END_TEST

START_TEST(c_is_searched_when_none_is_given)
{
    demarche_dataset *dataset = make_dataset("mood");
    demarche_train_options options = quick();
    demarche_evaluation *e;
    options.c = 0;
    ck_assert_int_eq(demarche_crossval(&e, dataset, &options, NULL), 0);
    ck_assert_double_ge(e->c, 0.5);
    ck_assert_double_le(e->c, 4);
    demarche_evaluation_free(e);
    demarche_dataset_free(dataset);
}
END_TEST

START_TEST(both_solvers_learn_and_say_who_they_are)
{
    demarche_dataset *dataset = make_dataset("mood");
    demarche_train_options options = quick();
    demarche_evaluation *e;
    options.solver = _i == 0 ? DEMARCHE_SOLVER_AUTO : DEMARCHE_SOLVER_LIBLINEAR;
    ck_assert_int_eq(demarche_crossval(&e, dataset, &options, NULL), 0);
    ck_assert_double_gt(e->macro_f1, 0.95);
    ck_assert_ptr_nonnull(strstr(e->solver, _i == 0 ? "libsvm" : "LIBLINEAR"));
    demarche_evaluation_free(e);
    demarche_dataset_free(dataset);
}
END_TEST

/* Above 20,000 rows; few n-grams keep it short. */
START_TEST(many_rows_are_left_to_liblinear)
{
    demarche_dataset *dataset;
    demarche_train_options options = quick();
    demarche_model *model;
    char *card;
    options.c = 0;
    ck_assert_int_eq(dm_dataset_new(&dataset, "mood", NULL, NULL), 0);
    for (int d = 0; d < 20001; d++) {
        char doc[16];
        snprintf(doc, sizeof doc, "doc%d", d / 3);
        bool warm = d % 2 == 0;
        add_row(dataset, warm ? "warm" : "cold", doc, warm ? "yes" : "no");
    }
    ck_assert_int_eq(demarche_train(&model, dataset, &options, NULL), 0);
    ck_assert_int_eq(demarche_model_describe(&card, model, 0, NULL), 0);
    ck_assert_ptr_nonnull(strstr(card, "LIBLINEAR"));
    ck_assert_ptr_nonnull(strstr(card, "\"rows\":20001"));
    ck_assert_ptr_nonnull(strstr(card, "\"macro_f1\":1.0000"));
    demarche_string_free(card);
    demarche_model_free(model);
    demarche_dataset_free(dataset);
}
END_TEST

START_TEST(a_model_scores_rows_and_counts_unknown_labels_as_wrong)
{
    demarche_dataset *dataset = make_dataset("mood"), *others;
    demarche_train_options options = quick();
    demarche_model *model;
    demarche_evaluation *e;
    ck_assert_int_eq(demarche_train(&model, dataset, &options, NULL), 0);
    ck_assert_int_eq(dm_dataset_new(&others, "mood", NULL, NULL), 0);
    add_row(others, "warm", "a", kinds[0].words);
    add_row(others, "angry", "b", kinds[2].words);
    ck_assert_int_eq(demarche_evaluate(&e, model, others, NULL), 0);
    ck_assert_uint_eq(e->rows, 2);
    ck_assert_uint_eq(e->label_count, 4);
    ck_assert_double_eq_tol(e->accuracy, 0.5, 1e-12);
    ck_assert_double_eq_tol(e->macro_f1, 0.5, 1e-12);
    demarche_evaluation_free(e);
    demarche_dataset_free(others);
    demarche_dataset_free(dataset);
    demarche_model_free(model);
}
END_TEST

START_TEST(words_of_rows_left_out_never_enter_the_vocabulary)
{
    demarche_dataset *dataset;
    dm_selection s;
    const uint32_t rows[] = { 0, 1 };
    ck_assert_int_eq(dm_dataset_new(&dataset, "mood", NULL, NULL), 0);
    add_row(dataset, "warm", "a", "alpha beta");
    add_row(dataset, "cold", "b", "alpha gamma");
    add_row(dataset, "cold", "c", "delta gamma delta");
    ck_assert_int_eq(
        dm_selection_make(&s, dataset, rows, 2, 1, dm_vocab_profile(0), NULL),
        0);
    for (size_t i = 0; i < s.count; i++)
        ck_assert(!dm_span_is(s.grams[i], "wdelta"));
    uint32_t beta = dm_intern_find(&dataset->dictionary, dm_span_of("wbeta"));
    uint32_t alpha = dm_intern_find(&dataset->dictionary, dm_span_of("walpha"));
    ck_assert_uint_ne(s.numbers[beta], DM_FROZEN_NONE);
    ck_assert_uint_eq(s.numbers[alpha], DM_FROZEN_NONE); // in every row
    dm_selection_clear(&s);
    demarche_dataset_free(dataset);
}
END_TEST

static demarche_status add_json(demarche_dataset *dataset, const char *json,
                                bool *added, demarche_error *err)
{
    json_t *record;
    ck_assert_int_eq(dm_json_parse(&record, json, strlen(json), NULL), 0);
    demarche_status status = dm_dataset_add(dataset, record, added, err);
    json_decref(record);
    return status;
}

static const struct {
    const char *why, *json;
    demarche_status status;
    bool added;
} records[] = {
    { "a labelled row", "{\"text\":\"x\",\"mood\":\"warm\"}", DEMARCHE_OK,
      true },
    { "a null label is left out", "{\"text\":\"x\",\"mood\":null}", DEMARCHE_OK,
      false },
    { "no label at all", "{\"text\":\"x\"}", DEMARCHE_OK, false },
    { "an empty text has its biases to learn", "{\"text\":\"\",\"mood\":\"a\"}",
      DEMARCHE_OK, true },
    { "a label that is a number", "{\"text\":\"x\",\"mood\":3}",
      DEMARCHE_BAD_INPUT, false },
    { "an empty label", "{\"text\":\"x\",\"mood\":\"\"}", DEMARCHE_BAD_INPUT,
      false },
    { "a label with NUL", "{\"text\":\"x\",\"mood\":\"a\\u0000b\"}",
      DEMARCHE_BAD_INPUT, false },
    { "a label without a text", "{\"mood\":\"warm\"}", DEMARCHE_BAD_INPUT,
      false },
    { "a document that is a number",
      "{\"text\":\"x\",\"mood\":\"warm\",\"doc\":7}", DEMARCHE_BAD_INPUT,
      false },
};

START_TEST(records_become_rows_or_are_refused)
{
    demarche_dataset *dataset;
    demarche_error err;
    bool added;
    ck_assert_int_eq(dm_dataset_new(&dataset, "mood", NULL, NULL), 0);
    ck_assert_msg(add_json(dataset, records[_i].json, &added, &err) ==
                      records[_i].status,
                  "%s", records[_i].why);
    ck_assert_msg(added == records[_i].added, "%s", records[_i].why);
    ck_assert_uint_eq(demarche_dataset_count(dataset), records[_i].added);
    demarche_dataset_free(dataset);
}
END_TEST

START_TEST(a_whole_sentence_counts_once_and_is_learned_twice)
{
    demarche_dataset *dataset;
    ck_assert_int_eq(dm_dataset_new(&dataset, "mood", NULL, NULL), 0);
    add_json(dataset,
             "{\"text\":\"Ana Sample said that talks will go on.\","
             "\"mood\":\"flat\"}",
             NULL, NULL);
    ck_assert_uint_eq(demarche_dataset_count(dataset), 1);
    ck_assert_uint_eq(dataset->count, 2);
    ck_assert(dataset->rows[1].extra);
    ck_assert_uint_eq(dataset->rows[0].doc, dataset->rows[1].doc);
    demarche_dataset_free(dataset);
}
END_TEST

static const struct {
    const char *why;
    int rows, labels;  // labels go round
    bool one_document; // or one each
    demarche_status status;
} hostile[] = {
    { "no rows", 0, 1, false, DEMARCHE_NOT_ENOUGH_DATA },
    { "one label", 6, 1, false, DEMARCHE_NOT_ENOUGH_DATA },
    { "one document", 6, 2, true, DEMARCHE_NOT_ENOUGH_DATA },
    { "two rows, two labels", 2, 2, false, DEMARCHE_OK },
    { "sixteen labels", 64, 16, false, DEMARCHE_OK },
    { "seventeen labels", 64, 17, false, DEMARCHE_BAD_ARGUMENT },
};

START_TEST(hostile_data_gets_a_clear_answer)
{
    demarche_dataset *dataset;
    demarche_model *model;
    demarche_error err = { .message = "" };
    demarche_train_options options = quick();
    ck_assert_int_eq(dm_dataset_new(&dataset, "mood", NULL, NULL), 0);
    for (int i = 0; i < hostile[_i].rows; i++) {
        char label[16], doc[16];
        snprintf(label, sizeof label, "l%02d", i % hostile[_i].labels);
        snprintf(doc, sizeof doc, "d%d", hostile[_i].one_document ? 0 : i);
        add_row(dataset, label, doc, "the same text again and again");
    }
    demarche_status status = demarche_train(&model, dataset, &options, &err);
    ck_assert_msg(status == hostile[_i].status, "%s: %s", hostile[_i].why,
                  err.message);
    ck_assert((model == NULL) == (status != DEMARCHE_OK));
    demarche_model_free(model);
    demarche_dataset_free(dataset);
}
END_TEST

static const struct {
    const char *why;
    double c, accuracy;
    unsigned folds, min_df;
} options_bad[] = {
    { "a negative C", -1, 0.9, 5, 3 },     { "one fold", 1, 0.9, 1, 3 },
    { "too many folds", 1, 0.9, 21, 3 },   { "accuracy above 1", 1, 1.5, 5, 3 },
    { "n-grams in no row", 1, 0.9, 5, 0 },
};

START_TEST(options_out_of_range_are_refused)
{
    demarche_dataset *dataset = make_dataset("mood");
    demarche_train_options options = quick();
    demarche_model *model;
    demarche_evaluation *e;
    options.c = options_bad[_i].c;
    options.accuracy = options_bad[_i].accuracy;
    options.folds = options_bad[_i].folds;
    options.min_df = options_bad[_i].min_df;
    ck_assert_msg(demarche_train(&model, dataset, &options, NULL) ==
                      DEMARCHE_BAD_ARGUMENT,
                  "%s", options_bad[_i].why);
    ck_assert_int_eq(demarche_crossval(&e, dataset, &options, NULL),
                     DEMARCHE_BAD_ARGUMENT);
    demarche_dataset_free(dataset);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_test(tc, cross_validation_learns_what_there_is_to_learn);
    tcase_add_test(tc, no_row_is_judged_by_a_model_that_saw_its_document);
    tcase_add_loop_test(tc, both_solvers_learn_and_say_who_they_are, 0, 2);
    tcase_add_test(tc, many_rows_are_left_to_liblinear);
    tcase_add_test(tc, rows_from_elsewhere_are_learned_from_and_never_scored);
    tcase_add_test(tc, rows_from_elsewhere_alone_are_not_enough);
    tcase_add_test(tc, c_is_searched_when_none_is_given);
    tcase_add_test(tc, a_model_scores_rows_and_counts_unknown_labels_as_wrong);
    tcase_add_test(tc, words_of_rows_left_out_never_enter_the_vocabulary);
    tcase_add_loop_test(tc, records_become_rows_or_are_refused, 0,
                        COUNT_OF(records));
    tcase_add_test(tc, a_whole_sentence_counts_once_and_is_learned_twice);
    tcase_add_loop_test(tc, hostile_data_gets_a_clear_answer, 0,
                        COUNT_OF(hostile));
    tcase_add_loop_test(tc, options_out_of_range_are_refused, 0,
                        COUNT_OF(options_bad));
}

int main(void)
{
    return run_suite("train", add);
}
