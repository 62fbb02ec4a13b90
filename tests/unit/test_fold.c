/* test_fold.c - machines of pairs made weight rows of labels. */
#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "fold.h"
#include "suite.h"

enum { LABELS = 4, PAIRS = 6, COLUMNS = 500 };

static double between(uint64_t *state, double low, double high)
{
    return low + (high - low) * dm_random_unit(state);
}

/* Many light weights and a few heavy ones, as a trained machine has. */
static void draw(dm_calibration *calibration, float *weights, double *biases)
{
    uint64_t state = 5;
    calibration->labels = LABELS;
    for (size_t p = 0; p < PAIRS; p++) {
        calibration->slopes[p] = between(&state, 0.5, 2);
        biases[p] = between(&state, -1, 1);
    }
    for (size_t k = 0; k < LABELS; k++)
        calibration->biases[k] = between(&state, -1, 1);
    for (size_t i = 0; i < COLUMNS * PAIRS; i++)
        weights[i] = (float)between(&state, -1, 1) * (i % 97 == 0 ? 4 : 0.2F);
}

/* A vector of unit length: all columns, or one in `step`. */
static size_t fill(double *values, size_t step)
{
    size_t count = 0;
    for (size_t c = 0; c < COLUMNS; c++)
        count += c % step == 0;
    for (size_t c = 0; c < COLUMNS; c++)
        values[c] = c % step == 0 ? 1 / sqrt((double)count) : 0;
    return count;
}

static const struct {
    const char *why;
    size_t step;
} vectors[] = {
    { "every column", 1 },
    { "a few columns", 41 },
    { "one column", COLUMNS },
};

START_TEST(folded_rows_say_what_machines_and_calibration_say)
{
    static float weights[COLUMNS * PAIRS];
    double biases[PAIRS], values[COLUMNS], decisions[PAIRS], p[LABELS];
    double folded[LABELS];
    dm_calibration calibration;
    dm_rows rows;
    draw(&calibration, weights, biases);
    fill(values, vectors[_i].step);
    ck_assert_int_eq(
        dm_rows_fold(&rows, &calibration, weights, biases, COLUMNS, NULL), 0);
    for (size_t m = 0; m < PAIRS; m++) {
        decisions[m] = biases[m];
        for (size_t c = 0; c < COLUMNS; c++)
            decisions[m] += values[c] * weights[c * PAIRS + m];
    }
    for (size_t k = 0; k < LABELS; k++) {
        double sum = 0;
        for (size_t c = 0; c < COLUMNS; c++)
            sum += values[c] * rows.weights[c * LABELS + k];
        folded[k] = rows.biases[k] + rows.units[k] * sum;
    }
    dm_calibration_apply(p, &calibration, decisions);
    dm_softmax(p, LABELS);
    dm_softmax(folded, LABELS);
    for (size_t k = 0; k < LABELS; k++)
        ck_assert_msg(fabs(p[k] - folded[k]) < 1e-4, "%s: %g, not %g",
                      vectors[_i].why, folded[k], p[k]);
    free(rows.weights);
}
END_TEST

START_TEST(machines_that_learned_nothing_fold_to_biases)
{
    static float weights[COLUMNS * PAIRS];
    double biases[PAIRS] = { 1, 0, 0, 0, 0, 0 };
    dm_calibration calibration = { LABELS,
                                   { 2, 1, 1, 1, 1, 1 },
                                   { 0.5, 0, 0, 0 } };
    dm_rows rows;
    ck_assert_int_eq(
        dm_rows_fold(&rows, &calibration, weights, biases, COLUMNS, NULL), 0);
    ck_assert_double_eq(rows.biases[0], 2.5);
    ck_assert_double_eq(rows.biases[1], -2);
    for (size_t i = 0; i < COLUMNS * LABELS; i++)
        ck_assert_int_eq(rows.weights[i], 0);
    free(rows.weights);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, folded_rows_say_what_machines_and_calibration_say,
                        0, COUNT_OF(vectors));
    tcase_add_test(tc, machines_that_learned_nothing_fold_to_biases);
}

int main(void)
{
    return run_suite("fold", add);
}
