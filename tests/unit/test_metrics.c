/* test_metrics.c - scores against figures worked out by hand. */
#include <math.h>

#include "breakdown.h"
#include "suite.h"

#define ROW(g, s, d, r, a, b, c)                                               \
    {                                                                          \
        .gold = (g), .said = (s), .doc = (d), .review = (r), .p = { a, b, c }  \
    }

/* Six rows, labels 0 1 2; label 2 never occurs as gold. */
static const dm_judged rows[] = {
    ROW(0, 0, 0, false, 0.9, 0.1, 0), ROW(0, 0, 0, false, 0.8, 0.2, 0),
    ROW(0, 1, 1, true, 0.4, 0.6, 0),  ROW(1, 1, 1, false, 0.3, 0.7, 0),
    ROW(1, 2, 2, true, 0, 0.4, 0.6),  ROW(1, 0, 2, false, 0.5, 0.5, 0),
};

static demarche_evaluation evaluate(unsigned draws)
{
    demarche_evaluation e = { .label_count = 3 };
    ck_assert_int_eq(dm_metrics_find(&e, rows, 6, draws, 1, NULL), 0);
    return e;
}

START_TEST(figures_are_those_of_the_textbook)
{
    demarche_evaluation e = evaluate(0);
    ck_assert_uint_eq(e.confusion[0][0], 2);
    ck_assert_uint_eq(e.confusion[1][2], 1);
    ck_assert_double_eq_tol(e.accuracy, 3 / 6.0, 1e-12);
    ck_assert_double_eq_tol(e.precision[0], 2 / 3.0, 1e-12);
    ck_assert_double_eq_tol(e.recall[1], 1 / 3.0, 1e-12);
    ck_assert_double_eq_tol(e.f1[0], 4 / 6.0, 1e-12);
    ck_assert_double_eq_tol(e.f1[1], 2 / 5.0, 1e-12);
    ck_assert_double_eq_tol(e.kept, 4 / 6.0, 1e-12);
    ck_assert_double_eq_tol(e.accuracy_kept, 3 / 4.0, 1e-12);
}
END_TEST

START_TEST(macro_f1_is_over_labels_that_occur)
{
    demarche_evaluation e = evaluate(0);
    ck_assert_double_eq_tol(e.macro_f1, (4 / 6.0 + 2 / 5.0) / 2, 1e-12);
}
END_TEST

START_TEST(calibration_and_brier_by_hand)
{
    demarche_evaluation e = evaluate(0);
    // bins: 0.5 (wrong), 0.6 (two, both wrong), 0.7, 0.8, 0.9 (all right)
    double ece = (0.5 + 1.2 + 0.3 + 0.2 + 0.1) / 6;
    double brier =
        (0.01 * 2 + 0.04 * 2 + 0.36 * 2 + 0.09 * 2 + (0.36 + 0.36) + 0.25 * 2) /
        6;
    ck_assert_double_eq_tol(e.ece, ece, 1e-6);
    ck_assert_double_eq_tol(e.brier, brier, 1e-6);
}
END_TEST

START_TEST(the_interval_holds_the_figure_and_depends_on_the_seed_alone)
{
    demarche_evaluation a = evaluate(400), b = evaluate(400);
    ck_assert(a.macro_f1_low == b.macro_f1_low);
    ck_assert(a.macro_f1_high == b.macro_f1_high);
    ck_assert_double_le(a.macro_f1_low, a.macro_f1);
    ck_assert_double_ge(a.macro_f1_high, a.macro_f1);
    ck_assert_double_lt(a.macro_f1_low, a.macro_f1_high);
}
END_TEST

START_TEST(one_document_has_no_spread)
{
    dm_judged same[] = { rows[0], rows[1] };
    demarche_evaluation e = { .label_count = 3 };
    ck_assert_int_eq(dm_metrics_find(&e, same, 2, 100, 1, NULL), 0);
    ck_assert(e.macro_f1_low == e.macro_f1_high);
}
END_TEST

START_TEST(nothing_to_score_is_refused)
{
    demarche_evaluation e = { .label_count = 3 };
    ck_assert_int_eq(dm_metrics_find(&e, rows, 0, 10, 1, NULL),
                     DEMARCHE_NOT_ENOUGH_DATA);
}
END_TEST

/* The same six rows as an evaluation, which the caller clears. */
static void evaluate_parts(dm_evaluation *e, dm_judged *judged)
{
    dm_intern genres;
    uint32_t number;
    memcpy(judged, rows, sizeof rows);
    *e = (dm_evaluation){ .judged = judged, .count = 6 };
    dm_arena_init(&e->arena);
    dm_intern_init(&genres);
    for (size_t i = 0; i < 6; i++) {
        const char *name = i < 2 ? "news" : i < 5 ? "briefing" : NULL;
        judged[i].row = (uint32_t)i;
        judged[i].clear = i < 3;
        judged[i].genre = DM_INTERN_NONE;
        if (name != NULL)
            ck_assert_int_eq(
                dm_intern_add(&number, &genres, dm_span_of(name), NULL), 0);
        if (name != NULL)
            judged[i].genre = number;
    }
    e->shown.label_count = 3;
    ck_assert_int_eq(dm_metrics_find(&e->shown, judged, 6, 0, 1, NULL), 0);
    ck_assert_int_eq(dm_breakdown_find(e, &genres, NULL), 0);
    dm_intern_clear(&genres);
}

START_TEST(parts_are_scored_by_themselves_in_the_order_of_names)
{
    dm_evaluation e;
    dm_judged judged[6];
    evaluate_parts(&e, judged);
    ck_assert_uint_eq(e.shown.genre_count, 2);
    ck_assert_str_eq(e.shown.genres[0].name, "briefing");
    ck_assert_uint_eq(e.shown.genres[0].rows, 3);
    ck_assert_double_eq_tol(e.shown.genres[0].accuracy, 1 / 3.0, 1e-12);
    ck_assert_double_eq_tol(e.shown.genres[0].macro_f1, (0 + 0.5) / 2, 1e-12);
    ck_assert_uint_eq(e.shown.genres[1].rows, 2);
    ck_assert_double_eq_tol(e.shown.genres[1].macro_f1, 1, 1e-12);
    ck_assert_uint_eq(e.shown.clear.rows, 3);
    ck_assert_double_eq_tol(e.shown.clear.accuracy, 2 / 3.0, 1e-12);
    dm_arena_clear(&e.arena);
}
END_TEST

START_TEST(bins_hold_what_was_promised_and_what_came_true)
{
    demarche_evaluation e = evaluate(0);
    ck_assert_uint_eq(e.bins[6].rows, 2);
    ck_assert_double_eq_tol(e.bins[6].p, 0.6, 1e-12);
    ck_assert_double_eq_tol(e.bins[6].right, 0, 1e-12);
    ck_assert_double_eq_tol(e.bins[9].right, 1, 1e-12);
    ck_assert_uint_eq(e.bins[1].rows, 0);
}
END_TEST

START_TEST(the_surest_rows_are_kept_first)
{
    dm_evaluation e;
    dm_judged judged[6];
    evaluate_parts(&e, judged);
    const demarche_coverage *half = &e.shown.coverage[0];
    const demarche_coverage *all = &e.shown.coverage[DEMARCHE_COVERAGES - 1];
    ck_assert_double_eq_tol(half->share, 0.5, 1e-12);
    ck_assert_double_eq_tol(half->accuracy, 1, 1e-12);
    ck_assert_double_eq_tol(half->least_p, 0.7, 1e-12);
    ck_assert_double_eq_tol(all->share, 1, 1e-12);
    ck_assert_double_eq_tol(all->accuracy, 0.5, 1e-12);
    dm_arena_clear(&e.arena);
}
END_TEST

static const struct {
    const char *why;
    double wanted, share;
} abstentions[] = {
    { "nothing is asked: all stay", 0, 1 },
    { "half right is what all are", 0.5, 1 },
    { "the two that are equally sure go together", 0.7, 0.5 },
    { "three are never wrong", 1, 0.5 },
};

START_TEST(abstaining_keeps_as_many_as_reach_the_accuracy)
{
    dm_evaluation e;
    dm_judged judged[6];
    demarche_coverage kept;
    evaluate_parts(&e, judged);
    ck_assert_int_eq(demarche_evaluation_abstain(&kept, &e.shown,
                                                 abstentions[_i].wanted, NULL),
                     0);
    ck_assert_msg(fabs(kept.share - abstentions[_i].share) < 1e-12, "%s: %g",
                  abstentions[_i].why, kept.share);
    dm_arena_clear(&e.arena);
}
END_TEST

static const struct {
    const char *why;
    size_t a, b;
    double p;
} splits[] = {
    { "no row tells", 0, 0, 1 },
    { "evenly split", 7, 7, 1 },
    { "one row: half of the worst", 1, 0, 0.5 },
    { "2 to 8: 2 (1 + 10) + 45 of 1024", 2, 8, 67 / 1024.0 },
    { "the other way round", 8, 2, 67 / 1024.0 },
    { "none to five", 0, 5, 1 / 32.0 },
};

START_TEST(mcnemar_by_hand)
{
    double p = dm_mcnemar(splits[_i].a, splits[_i].b);
    ck_assert_msg(fabs(p - splits[_i].p) < 1e-12, "%s: %g", splits[_i].why, p);
}
END_TEST

START_TEST(many_rows_do_not_leave_the_range_of_numbers)
{
    double p = dm_mcnemar(49000, 51000);
    ck_assert_double_gt(p, 1e-11);
    ck_assert_double_lt(p, 1e-9); // 6.3 standard deviations
}
END_TEST

START_TEST(two_models_are_compared_row_by_row)
{
    dm_evaluation a, b;
    dm_judged first[6], second[6];
    demarche_comparison c;
    evaluate_parts(&a, first);
    evaluate_parts(&b, second);
    second[0].said = 1; // the second misses one that the first has
    second[2].said = 0; // and has two that the first misses
    second[5].said = 1;
    ck_assert_int_eq(
        demarche_evaluation_compare(&c, &a.shown, &b.shown, 1, NULL), 0);
    ck_assert_uint_eq(c.only_first, 1);
    ck_assert_uint_eq(c.only_second, 2);
    ck_assert_double_eq_tol(c.p, (2 * 1 + 3) / 8.0, 1e-12);
    ck_assert_double_le(c.low, c.high);
    second[3].row = 17;
    ck_assert_int_eq(
        demarche_evaluation_compare(&c, &a.shown, &b.shown, 1, NULL),
        DEMARCHE_BAD_ARGUMENT);
    dm_arena_clear(&a.arena);
    dm_arena_clear(&b.arena);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_test(tc, parts_are_scored_by_themselves_in_the_order_of_names);
    tcase_add_test(tc, bins_hold_what_was_promised_and_what_came_true);
    tcase_add_test(tc, the_surest_rows_are_kept_first);
    tcase_add_loop_test(tc, abstaining_keeps_as_many_as_reach_the_accuracy, 0,
                        COUNT_OF(abstentions));
    tcase_add_loop_test(tc, mcnemar_by_hand, 0, COUNT_OF(splits));
    tcase_add_test(tc, many_rows_do_not_leave_the_range_of_numbers);
    tcase_add_test(tc, two_models_are_compared_row_by_row);
    tcase_add_test(tc, figures_are_those_of_the_textbook);
    tcase_add_test(tc, macro_f1_is_over_labels_that_occur);
    tcase_add_test(tc, calibration_and_brier_by_hand);
    tcase_add_test(tc,
                   the_interval_holds_the_figure_and_depends_on_the_seed_alone);
    tcase_add_test(tc, one_document_has_no_spread);
    tcase_add_test(tc, nothing_to_score_is_refused);
}

int main(void)
{
    return run_suite("metrics", add);
}
