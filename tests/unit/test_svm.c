/* test_svm.c - machines folded to weight rows say what libsvm and LIBLINEAR
 * say. */
#include <math.h>

#include "base/random.h"
#include "dm_linear.h"
#include "suite.h"

enum { ROWS = 60, COLUMNS = 25, ENTRIES = 8 };

typedef struct problem {
    uint32_t ids[ROWS][ENTRIES];
    double values[ROWS][ENTRIES];
    dm_vector vectors[ROWS];
    uint32_t rows[ROWS];
    int8_t signs[ROWS];
} problem;

/* Noisy rows that no plane parts, so that some multipliers meet their bound. */
static void make_problem(problem *p, uint64_t seed)
{
    uint64_t state = seed;
    for (size_t i = 0; i < ROWS; i++) {
        uint32_t id = 0;
        for (size_t k = 0; k < ENTRIES; k++) {
            id += 1 + dm_random_below(&state, 3);
            p->ids[i][k] = id - 1;
            p->values[i][k] = dm_random_below(&state, 1000) / 999.0 - 0.3;
        }
        p->vectors[i] = (dm_vector){ p->ids[i], p->values[i], ENTRIES };
        p->rows[i] = (uint32_t)i;
        p->signs[i] = p->values[i][0] + p->values[i][3] > 0.4 ? 1 : -1;
        if (dm_random_below(&state, 5) == 0)
            p->signs[i] = (int8_t)-p->signs[i];
    }
}

static void train(double *weights, double *bias, const problem *p, bool table,
                  double tolerance, double *own, size_t count)
{
    dm_svm *svm;
    dm_svm_task task = { .rows = p->rows,
                         .signs = p->signs,
                         .count = count,
                         .c_positive = 1.5,
                         .c_negative = 0.7,
                         .tolerance = tolerance,
                         .own = own };
    ck_assert_int_eq(
        dm_svm_new(&svm, p->vectors, ROWS, COLUMNS, table, 1, NULL),
        DEMARCHE_OK);
    ck_assert_int_eq(dm_svm_train(weights, bias, svm, &task, NULL),
                     DEMARCHE_OK);
    dm_svm_free(svm);
}

START_TEST(folded_weights_agree_with_libsvm_to_1e_9)
{
    problem p;
    double weights[COLUMNS], bias, own[ROWS];
    bool table = _i % 2 == 1;
    make_problem(&p, (uint64_t)_i + 1);
    train(weights, &bias, &p, table, 1e-3, own, ROWS);
    for (size_t i = 0; i < ROWS; i++) {
        double decision = dm_vector_dot(&p.vectors[i], weights) + bias;
        ck_assert_double_eq_tol(decision, own[i], 1e-9);
    }
}
END_TEST

START_TEST(with_and_without_the_table_is_the_same_machine)
{
    problem p;
    double with[COLUMNS], without[COLUMNS], bias[2];
    make_problem(&p, (uint64_t)_i + 1);
    train(with, &bias[0], &p, true, 1e-9, NULL, ROWS);
    train(without, &bias[1], &p, false, 1e-9, NULL, ROWS);
    for (size_t c = 0; c < COLUMNS; c++)
        ck_assert_double_eq_tol(with[c], without[c], 1e-6);
    ck_assert_double_eq_tol(bias[0], bias[1], 1e-6);
}
END_TEST

START_TEST(a_subset_of_the_rows_trains_as_if_it_were_all)
{
    problem p;
    double part[COLUMNS], whole[COLUMNS], bias[2];
    make_problem(&p, 7);
    train(part, &bias[0], &p, true, 1e-9, NULL, ROWS / 2);
    for (size_t i = ROWS / 2; i < ROWS; i++)
        p.vectors[i] = (dm_vector){ NULL, NULL, 0 };
    train(whole, &bias[1], &p, true, 1e-9, NULL, ROWS / 2);
    for (size_t c = 0; c < COLUMNS; c++)
        ck_assert_double_eq_tol(part[c], whole[c], 1e-9);
    ck_assert_double_eq_tol(bias[0], bias[1], 1e-9);
}
END_TEST

START_TEST(positive_side_is_plus_one_whichever_comes_first)
{
    problem p;
    double weights[COLUMNS], bias, swapped[COLUMNS], other;
    make_problem(&p, 3);
    train(weights, &bias, &p, true, 1e-9, NULL, ROWS);
    for (size_t i = 0; i < ROWS / 2; i++) { // the same rows, last first
        uint32_t row = p.rows[i];
        int8_t sign = p.signs[i];
        p.rows[i] = p.rows[ROWS - 1 - i];
        p.signs[i] = p.signs[ROWS - 1 - i];
        p.rows[ROWS - 1 - i] = row;
        p.signs[ROWS - 1 - i] = sign;
    }
    train(swapped, &other, &p, true, 1e-9, NULL, ROWS);
    for (size_t c = 0; c < COLUMNS; c++)
        ck_assert_double_eq_tol(weights[c], swapped[c], 1e-6);
    ck_assert_double_eq_tol(bias, other, 1e-6);
}
END_TEST

/* LIBLINEAR's machine on all rows in their order. */
static void train_linear(double *weights, double *bias, const problem *p,
                         double tolerance, double *own)
{
    dm_linear *linear;
    dm_svm_task task = { .rows = p->rows,
                         .signs = p->signs,
                         .count = ROWS,
                         .c_positive = 1.5,
                         .c_negative = 0.7,
                         .tolerance = tolerance,
                         .own = own };
    ck_assert_int_eq(dm_linear_new(&linear, p->vectors, ROWS, COLUMNS, NULL),
                     DEMARCHE_OK);
    ck_assert_int_eq(dm_linear_train(weights, bias, linear, &task, NULL),
                     DEMARCHE_OK);
    dm_linear_free(linear);
}

START_TEST(weights_agree_with_liblinear_to_1e_9)
{
    problem p;
    double weights[COLUMNS], bias, own[ROWS];
    make_problem(&p, (uint64_t)_i + 1);
    train_linear(weights, &bias, &p, 1e-2, own);
    for (size_t i = 0; i < ROWS; i++) {
        size_t row = p.rows[i];
        double decision = dm_vector_dot(&p.vectors[row], weights) + bias;
        ck_assert_double_eq_tol(decision, own[i], 1e-9);
    }
}
END_TEST

/* The gradient of what LIBLINEAR makes small, by its definition: zero there,
 * and so neither prices nor signs nor the bias were mixed up. */
START_TEST(no_direction_leads_down_from_where_liblinear_ends)
{
    problem p;
    double weights[COLUMNS], bias, slope[COLUMNS + 1];
    make_problem(&p, (uint64_t)_i + 1);
    train_linear(weights, &bias, &p, 1e-9, NULL);
    memcpy(slope, weights, sizeof weights);
    slope[COLUMNS] = bias;
    for (size_t i = 0; i < ROWS; i++) {
        double sign = p.signs[i], price = sign > 0 ? 1.5 : 0.7;
        double decision = dm_vector_dot(&p.vectors[i], weights) + bias;
        double lack = 1 - sign * decision;
        double pull = lack > 0 ? -2 * price * lack * sign : 0;
        dm_vector_add_to(slope, &p.vectors[i], pull);
        slope[COLUMNS] += pull;
    }
    for (size_t c = 0; c <= COLUMNS; c++)
        ck_assert_double_eq_tol(slope[c], 0, 1e-5);
}
END_TEST

START_TEST(where_liblinear_begins_does_not_matter)
{
    problem p;
    double cold[COLUMNS], warm[COLUMNS], bias[2];
    make_problem(&p, 6);
    train_linear(cold, &bias[0], &p, 1e-9, NULL);
    dm_linear *linear;
    dm_svm_task task = { .rows = p.rows,
                         .signs = p.signs,
                         .count = ROWS,
                         .c_positive = 0.5,
                         .c_negative = 0.2,
                         .tolerance = 1e-9 };
    ck_assert_int_eq(dm_linear_new(&linear, p.vectors, ROWS, COLUMNS, NULL), 0);
    ck_assert_int_eq(dm_linear_train(warm, &bias[1], linear, &task, NULL), 0);
    task.c_positive = 1.5;
    task.c_negative = 0.7;
    task.warm = true;
    ck_assert_int_eq(dm_linear_train(warm, &bias[1], linear, &task, NULL), 0);
    for (size_t c = 0; c < COLUMNS; c++)
        ck_assert_double_eq_tol(warm[c], cold[c], 1e-4);
    ck_assert_double_eq_tol(bias[1], bias[0], 1e-4);
    dm_linear_free(linear);
}
END_TEST

START_TEST(liblinear_gives_the_same_bits_again)
{
    problem p;
    double once[COLUMNS], again[COLUMNS], bias[2];
    make_problem(&p, 5);
    train_linear(once, &bias[0], &p, 1e-2, NULL);
    train_linear(again, &bias[1], &p, 1e-2, NULL);
    ck_assert_mem_eq(once, again, sizeof once);
    ck_assert_mem_eq(&bias[0], &bias[1], sizeof *bias);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, weights_agree_with_liblinear_to_1e_9, 0, 10);
    tcase_add_loop_test(tc, no_direction_leads_down_from_where_liblinear_ends,
                        0, 4);
    tcase_add_test(tc, where_liblinear_begins_does_not_matter);
    tcase_add_test(tc, liblinear_gives_the_same_bits_again);
    tcase_add_loop_test(tc, folded_weights_agree_with_libsvm_to_1e_9, 0, 10);
    tcase_add_loop_test(tc, with_and_without_the_table_is_the_same_machine, 0,
                        4);
    tcase_add_test(tc, a_subset_of_the_rows_trains_as_if_it_were_all);
    tcase_add_test(tc, positive_side_is_plus_one_whichever_comes_first);
}

int main(void)
{
    return run_suite("svm", add);
}
