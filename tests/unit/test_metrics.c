/* test_metrics.c - scores against figures worked out by hand. */
#include <math.h>

#include "metrics.h"
#include "suite.h"

/* Six rows, labels 0 1 2; label 2 never occurs as gold. */
static const dm_judged rows[] = {
    { 0, 0, 0, false, { 0.9, 0.1, 0 } }, { 0, 0, 0, false, { 0.8, 0.2, 0 } },
    { 0, 1, 1, true, { 0.4, 0.6, 0 } },  { 1, 1, 1, false, { 0.3, 0.7, 0 } },
    { 1, 2, 2, true, { 0, 0.4, 0.6 } },  { 1, 0, 2, false, { 0.5, 0.5, 0 } },
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

static void add(TCase *tc)
{
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
