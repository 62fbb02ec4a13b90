/* test_swap.c - rows with swapped names: what is kept of them, who learns from
 * them, and what they tell of scores. */
#include <stdio.h>

#include "counterpart.h"
#include "dataset.h"
#include "suite.h"
#include "swap.h"

enum { US = DM_NAMED_US, CHINA = DM_NAMED_CHINA };

#define ROW(n, d, before, after, s, t)                                         \
    {                                                                          \
        .named = (n), .doc = (d), .score = (before), .score_swapped = (after), \
        .said = (s), .said_swapped = (t)                                       \
    }

static dm_judged rows[] = {
    ROW(US, 0, -0.5, -0.3, 1, 1),         ROW(CHINA, 0, 0.5, 0.4, 0, 0),
    ROW(CHINA, 1, 0.2, -0.2, 0, 1),       ROW(0, 1, 0.9, 0, 0, 0),
    ROW(US | CHINA, 2, -0.1, -0.1, 1, 1),
};

static dm_evaluation make_evaluation(void)
{
    dm_evaluation e = { .judged = rows, .count = COUNT_OF(rows) };
    ck_assert_int_eq(dm_swaps_find(&e, 1, NULL), 0);
    ck_assert_uint_eq(e.shown.swap_count, DEMARCHE_SWAPS);
    return e;
}

static const struct {
    const char *name;
    size_t rows, relabelled;
    double before, after, distance;
} parts[DEMARCHE_SWAPS] = {
    { "all", 4, 1, 0.1 / 4, -0.2 / 4, 0.7 / 4 },
    { "us", 1, 0, -0.5, -0.3, 0.2 },
    { "china", 2, 1, 0.35, 0.1, 0.25 },
    { "both", 1, 0, -0.1, -0.1, 0 },
};

START_TEST(rows_are_told_apart_by_whom_they_name)
{
    dm_evaluation e = make_evaluation();
    const demarche_swap *s = &e.shown.swaps[_i];
    ck_assert_str_eq(s->name, parts[_i].name);
    ck_assert_uint_eq(s->rows, parts[_i].rows);
    ck_assert_uint_eq(s->relabelled, parts[_i].relabelled);
    ck_assert_double_eq_tol(s->before, parts[_i].before, 1e-12);
    ck_assert_double_eq_tol(s->after, parts[_i].after, 1e-12);
    ck_assert_double_eq_tol(s->distance, parts[_i].distance, 1e-12);
    ck_assert_double_eq_tol(s->change, parts[_i].after - parts[_i].before,
                            1e-12);
    ck_assert_double_le(s->low, s->change + 1e-12);
    ck_assert_double_ge(s->high, s->change - 1e-12);
}
END_TEST

START_TEST(one_document_has_no_spread)
{
    dm_evaluation e = make_evaluation();
    ck_assert_double_eq_tol(e.shown.swaps[1].low, 0.2, 1e-12);
    ck_assert_double_eq_tol(e.shown.swaps[1].high, 0.2, 1e-12);
    ck_assert_double_lt(e.shown.swaps[2].low, e.shown.swaps[2].high);
}
END_TEST

START_TEST(no_row_names_anybody)
{
    dm_evaluation e = { .judged = &rows[3], .count = 1 };
    ck_assert_int_eq(dm_swaps_find(&e, 1, NULL), 0);
    for (int i = 0; i < DEMARCHE_SWAPS; i++) {
        ck_assert_uint_eq(e.shown.swaps[i].rows, 0);
        ck_assert(e.shown.swaps[i].change == 0);
    }
}
END_TEST

static demarche_dataset *make_dataset(const char *task, const char *swap)
{
    demarche_dataset *dataset;
    ck_assert_int_eq(dm_dataset_new(&dataset, task, NULL, NULL), 0);
    ck_assert_int_eq(demarche_dataset_swap(dataset, swap, NULL), 0);
    return dataset;
}

static void add_json(demarche_dataset *dataset, const char *json)
{
    json_t *record;
    ck_assert_int_eq(dm_json_parse(&record, json, strlen(json), NULL), 0);
    ck_assert_int_eq(dm_dataset_add(dataset, record, NULL, NULL), 0);
    json_decref(record);
}

static const struct {
    const char *why, *json;
    size_t rows; // with all copies
    size_t twin; // of the first
    unsigned named;
} records[] = {
    { "who names nobody has no copy",
      "{\"text\":\"Talks go on.\",\"speaker\":\"x\",\"tone\":\"a\"}", 1, 0, 0 },
    { "who names a side has one",
      "{\"text\":\"China hopes.\",\"speaker\":\"x\",\"tone\":\"a\"}", 2, 1,
      CHINA },
    { "names of the speaker are no names in the text",
      "{\"text\":\"We hope.\",\"speaker\":\"China\",\"tone\":\"a\"}", 1, 0, 0 },
    { "a whole sentence has one of itself and of the statement in it",
      "{\"text\":\"Ana Sample said that Washington will go on.\","
      "\"tone\":\"a\"}",
      4, 2, US },
};

START_TEST(rows_that_name_a_side_have_a_copy)
{
    demarche_dataset *dataset = make_dataset("tone", "us,china");
    add_json(dataset, records[_i].json);
    ck_assert_msg(dataset->count == records[_i].rows, "%s: %zu",
                  records[_i].why, dataset->count);
    ck_assert_uint_eq(demarche_dataset_count(dataset), 1);
    ck_assert_msg(dataset->rows[0].twin == records[_i].twin, "%s",
                  records[_i].why);
    ck_assert_uint_eq(dataset->rows[0].named, records[_i].named);
    ck_assert(!dataset->rows[0].swapped);
    for (size_t i = 1; i < dataset->count; i++) {
        ck_assert(dataset->rows[i].extra);
        ck_assert_uint_eq(dataset->rows[i].doc, dataset->rows[0].doc);
        ck_assert(dataset->rows[i].swapped ==
                  (i >= records[_i].twin && records[_i].twin > 0));
    }
    add_json(dataset, records[1].json);
    ck_assert_uint_eq(dataset->rows[dataset->count - 1].doc,
                      dataset->rows[dataset->count - 2].doc);
    ck_assert_uint_ne(dataset->rows[dataset->count - 1].doc,
                      dataset->rows[0].doc);
    demarche_dataset_free(dataset);
}
END_TEST

START_TEST(a_marked_part_or_an_unknown_side_is_refused)
{
    static const demarche_fields marked = { .mark = "at" };
    demarche_dataset *dataset;
    ck_assert_int_eq(dm_dataset_new(&dataset, "tone", NULL, NULL), 0);
    ck_assert_int_eq(demarche_dataset_swap(dataset, "us,atlantis", NULL),
                     DEMARCHE_BAD_ARGUMENT);
    ck_assert_int_eq(demarche_dataset_read(dataset, &marked, NULL), 0);
    ck_assert_int_eq(demarche_dataset_swap(dataset, "us,china", NULL),
                     DEMARCHE_BAD_ARGUMENT);
    demarche_dataset_free(dataset);
}
END_TEST

/* Tone that hangs on who is named, and on nothing else. */
static demarche_dataset *make_prejudiced(const char *warm)
{
    demarche_dataset *dataset = make_dataset("tone", "us,china");
    for (int d = 0; d < 24; d++) {
        char json[200];
        bool us = d % 2 == 0;
        snprintf(json, sizeof json,
                 "{\"text\":\"%s met again in year %d\",\"speaker\":\"x\","
                 "\"doc\":\"%d\",\"tone\":\"%s\"}",
                 us ? "Washington" : "Beijing", d / 2, d,
                 us ? "critical" : warm);
        add_json(dataset, json);
    }
    return dataset;
}

static demarche_evaluation *cross(const demarche_dataset *dataset,
                                  bool learn_swapped)
{
    demarche_train_options options;
    demarche_evaluation *e;
    demarche_train_options_init(&options);
    options.c = 1;
    options.min_df = 1;
    options.folds = 3;
    options.swapped = learn_swapped;
    ck_assert_int_eq(demarche_crossval(&e, dataset, &options, NULL), 0);
    return e;
}

START_TEST(a_prejudice_shows_and_swapped_copies_take_it_away)
{
    demarche_dataset *dataset = make_prejudiced("conciliatory");
    demarche_evaluation *e = cross(dataset, false), *fair;
    ck_assert_uint_eq(e->swap_count, DEMARCHE_SWAPS);
    ck_assert_uint_eq(e->swaps[0].rows, 24);
    ck_assert_double_gt(e->swaps[1].change, 0.5);
    ck_assert_double_lt(e->swaps[2].change, -0.5);
    fair = cross(dataset, true);
    ck_assert_double_eq_tol(fair->swaps[1].change, 0, 0.05);
    ck_assert_double_eq_tol(fair->swaps[2].change, 0, 0.05);
    demarche_evaluation_free(fair);
    demarche_evaluation_free(e);
    demarche_dataset_free(dataset);
}
END_TEST

START_TEST(other_labels_have_no_score_to_change)
{
    demarche_dataset *dataset = make_prejudiced("warm");
    demarche_train_options options;
    demarche_evaluation *e;
    demarche_train_options_init(&options);
    ck_assert_int_eq(demarche_crossval(&e, dataset, &options, NULL),
                     DEMARCHE_BAD_ARGUMENT);
    demarche_dataset_free(dataset);
}
END_TEST

static demarche_model *learn(const demarche_dataset *dataset)
{
    demarche_train_options options;
    demarche_model *model;
    demarche_train_options_init(&options);
    options.c = 1;
    options.min_df = 1;
    ck_assert_int_eq(demarche_train(&model, dataset, &options, NULL), 0);
    return model;
}

START_TEST(a_model_is_judged_on_copies_that_it_did_not_learn_from)
{
    demarche_dataset *dataset = make_prejudiced("conciliatory");
    demarche_model *model = learn(dataset);
    demarche_evaluation *e;
    ck_assert_int_eq(demarche_evaluate(&e, model, dataset, NULL), 0);
    ck_assert_uint_eq(e->rows, 24);
    ck_assert_uint_eq(e->swaps[1].relabelled, 12);
    ck_assert_double_eq_tol(e->swaps[1].before, e->swaps[2].after, 0.1);
    demarche_evaluation_free(e);
    demarche_model_free(model);
    demarche_dataset_free(dataset);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, rows_are_told_apart_by_whom_they_name, 0,
                        DEMARCHE_SWAPS);
    tcase_add_test(tc, one_document_has_no_spread);
    tcase_add_test(tc, no_row_names_anybody);
    tcase_add_loop_test(tc, rows_that_name_a_side_have_a_copy, 0,
                        COUNT_OF(records));
    tcase_add_test(tc, a_marked_part_or_an_unknown_side_is_refused);
    tcase_add_test(tc, a_prejudice_shows_and_swapped_copies_take_it_away);
    tcase_add_test(tc, other_labels_have_no_score_to_change);
    tcase_add_test(tc, a_model_is_judged_on_copies_that_it_did_not_learn_from);
}

int main(void)
{
    return run_suite("swap", add);
}
