/* test_calibration.c - probabilities from decision values, and abstaining. */
#include <math.h>

#include "base/random.h"
#include "calibration.h"
#include "suite.h"

enum { ROWS = 4000, LABELS = 3, PAIRS = 3 };

static const double even[DEMARCHE_LABELS_MAX] = { 1, 1, 1, 1, 1, 1, 1, 1,
                                                  1, 1, 1, 1, 1, 1, 1, 1 };

static double uniform(uint64_t *state)
{
    return (double)(dm_random_next(state) >> 11) / 9007199254740992.0;
}

/* Rows whose labels are drawn from a known calibration. */
static void draw_rows(double *decisions, uint32_t *gold,
                      const dm_calibration *truth)
{
    uint64_t state = 11;
    for (size_t i = 0; i < ROWS; i++) {
        double p[LABELS], *d = decisions + i * PAIRS;
        for (size_t k = 0; k < PAIRS; k++)
            d[k] = 4 * uniform(&state) - 2;
        dm_calibration_apply(p, truth, d);
        dm_softmax(p, LABELS);
        double u = uniform(&state);
        gold[i] = u < p[0] ? 0 : u < p[0] + p[1] ? 1 : 2;
    }
}

START_TEST(pairs_are_numbered_first_label_first)
{
    static const int signs[][4] = { { 1, -1, 0, 0 }, { 1, 0, -1, 0 },
                                    { 1, 0, 0, -1 }, { 0, 1, -1, 0 },
                                    { 0, 1, 0, -1 }, { 0, 0, 1, -1 } };
    ck_assert_uint_eq(dm_pair_count(4), 6);
    for (size_t p = 0; p < 6; p++)
        for (size_t k = 0; k < 4; k++)
            ck_assert_int_eq(dm_pair_sign(4, p, k), signs[p][k]);
}
END_TEST

START_TEST(a_fit_finds_the_calibration_that_made_the_labels)
{
    static double decisions[ROWS * PAIRS];
    static uint32_t gold[ROWS];
    const dm_calibration truth = { LABELS,
                                   { 1.4, 0.6, 0.9 },
                                   { 0.5, -0.2, -0.3 } };
    dm_calibration found;
    draw_rows(decisions, gold, &truth);
    ck_assert_int_eq(
        dm_calibration_fit(&found, LABELS, decisions, gold, ROWS, even, NULL),
        DEMARCHE_OK);
    for (size_t p = 0; p < PAIRS; p++)
        ck_assert_double_eq_tol(found.slopes[p], truth.slopes[p], 0.12);
    for (size_t k = 0; k < LABELS; k++)
        ck_assert_double_eq_tol(found.biases[k], truth.biases[k], 0.12);
}
END_TEST

START_TEST(a_heavier_label_becomes_likelier)
{
    static double decisions[ROWS * PAIRS];
    static uint32_t gold[ROWS];
    const dm_calibration truth = { LABELS, { 1, 1, 1 }, { 0.5, 0, -0.5 } };
    double heavy[LABELS] = { 1, 1, 5 };
    dm_calibration plain, weighted;
    draw_rows(decisions, gold, &truth);
    dm_calibration_fit(&plain, LABELS, decisions, gold, ROWS, even, NULL);
    dm_calibration_fit(&weighted, LABELS, decisions, gold, ROWS, heavy, NULL);
    ck_assert_double_gt(weighted.biases[2] - weighted.biases[0],
                        plain.biases[2] - plain.biases[0] + 1);
}
END_TEST

START_TEST(sixteen_labels_and_rows_that_say_nothing_still_converge)
{
    enum { MANY = DEMARCHE_LABELS_MAX, FEW = 32 };
    static double decisions[FEW * DM_PAIRS_MAX];
    uint32_t gold[FEW];
    dm_calibration found;
    for (uint32_t i = 0; i < FEW; i++)
        gold[i] = i % MANY;
    ck_assert_int_eq(
        dm_calibration_fit(&found, MANY, decisions, gold, FEW, even, NULL),
        DEMARCHE_OK);
    double p[MANY];
    dm_calibration_apply(p, &found, decisions);
    dm_softmax(p, MANY);
    for (size_t k = 0; k < MANY; k++)
        ck_assert_double_eq_tol(p[k], 1.0 / MANY, 1e-6);
}
END_TEST

START_TEST(softmax_of_huge_values_stays_finite)
{
    double z[] = { 1e300, -1e300, 0 };
    dm_softmax(z, 3);
    ck_assert_double_eq_tol(z[0], 1, 1e-12);
    ck_assert_double_eq_tol(z[1] + z[2], 0, 1e-12);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_test(tc, pairs_are_numbered_first_label_first);
    tcase_add_test(tc, a_fit_finds_the_calibration_that_made_the_labels);
    tcase_add_test(tc, a_heavier_label_becomes_likelier);
    tcase_add_test(tc, sixteen_labels_and_rows_that_say_nothing_still_converge);
    tcase_add_test(tc, softmax_of_huge_values_stays_finite);
}

int main(void)
{
    return run_suite("calibration", add);
}
