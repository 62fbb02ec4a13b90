/* test_bootstrap.c - intervals by drawing whole documents. */
#include <math.h>

#include "bootstrap.h"
#include "suite.h"

static dm_interval interval_of(const dm_cluster *clusters, size_t count,
                               uint64_t seed)
{
    dm_interval interval;
    ck_assert_int_eq(
        dm_bootstrap_mean(&interval, clusters, count, 2000, seed, NULL), 0);
    return interval;
}

START_TEST(one_document_has_no_interval)
{
    const dm_cluster one = { 3, 4 };
    ck_assert(!interval_of(&one, 1, 1).known);
    ck_assert(!interval_of(&one, 0, 1).known);
    const dm_cluster two[] = { { 3, 4 }, { 1, 1 } };
    dm_interval none;
    ck_assert_int_eq(dm_bootstrap_mean(&none, two, 2, 0, 1, NULL), 0);
    ck_assert(!none.known);
}
END_TEST

START_TEST(documents_that_agree_leave_no_doubt)
{
    const dm_cluster same[] = { { 1, 2 }, { 2, 4 }, { 4, 8 } };
    dm_interval interval = interval_of(same, 3, 1);
    ck_assert(interval.known);
    ck_assert_double_eq_tol(interval.low, 0.5, 1e-12);
    ck_assert_double_eq_tol(interval.high, 0.5, 1e-12);
}
END_TEST

START_TEST(same_seed_same_interval)
{
    dm_cluster some[20];
    for (size_t i = 0; i < 20; i++)
        some[i] = (dm_cluster){ sqrt((double)i), 3 + i % 5 };
    dm_interval a = interval_of(some, 20, 7), b = interval_of(some, 20, 7);
    ck_assert(a.low == b.low && a.high == b.high);
    dm_interval c = interval_of(some, 20, 8);
    ck_assert(a.low != c.low || a.high != c.high);
}
END_TEST

/* Fifty documents of one statement each, half 0 and half 1: the mean has
 * standard error sqrt(0.25 / 50), and the interval is about 1.96 of them to
 * either side. */
START_TEST(width_is_that_of_theory)
{
    dm_cluster coins[50];
    for (size_t i = 0; i < 50; i++)
        coins[i] = (dm_cluster){ (double)(i % 2), 1 };
    dm_interval interval = interval_of(coins, 50, 1);
    double half = 1.96 * sqrt(0.25 / 50);
    ck_assert_double_eq_tol(interval.low, 0.5 - half, 0.02);
    ck_assert_double_eq_tol(interval.high, 0.5 + half, 0.02);
}
END_TEST

/* The same fifty statements in five documents that each agree with
 * themselves: there is less to go by, and the interval says so. */
START_TEST(statements_of_one_document_are_not_independent)
{
    dm_cluster single[50], grouped[5];
    for (size_t i = 0; i < 50; i++)
        single[i] = (dm_cluster){ i < 20, 1 };
    for (size_t i = 0; i < 5; i++)
        grouped[i] = (dm_cluster){ i < 2 ? 10 : 0, 10 };
    dm_interval narrow = interval_of(single, 50, 1);
    dm_interval wide = interval_of(grouped, 5, 1);
    ck_assert(wide.high - wide.low > 2 * (narrow.high - narrow.low));
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_test(tc, one_document_has_no_interval);
    tcase_add_test(tc, documents_that_agree_leave_no_doubt);
    tcase_add_test(tc, same_seed_same_interval);
    tcase_add_test(tc, width_is_that_of_theory);
    tcase_add_test(tc, statements_of_one_document_are_not_independent);
}

int main(void)
{
    return run_suite("bootstrap", add);
}
