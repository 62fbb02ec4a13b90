/* test_split.c - folds keep documents whole; numbers are the same anywhere. */
#include "base/random.h"
#include "split.h"
#include "suite.h"

enum { ROWS = 500, GROUPS = 90 };

static void make_groups(uint32_t *groups)
{
    uint64_t state = 5;
    for (size_t i = 0; i < ROWS; i++)
        groups[i] = dm_random_below(&state, GROUPS);
}

START_TEST(random_numbers_are_those_of_the_published_generator)
{
    uint64_t state = 1234567; // test vector of the reference implementation
    ck_assert_uint_eq(dm_random_next(&state), 6457827717110365317U);
    ck_assert_uint_eq(dm_random_next(&state), 3203168211198807973U);
}
END_TEST

START_TEST(bounded_numbers_stay_below_their_bound_and_reach_it)
{
    uint64_t state = 1;
    bool seen[7] = { false };
    for (int i = 0; i < 1000; i++) {
        uint32_t number = dm_random_below(&state, 7);
        ck_assert_uint_lt(number, 7);
        seen[number] = true;
    }
    for (int i = 0; i < 7; i++)
        ck_assert(seen[i]);
}
END_TEST

START_TEST(folds_keep_groups_whole_and_are_of_like_size)
{
    uint32_t groups[ROWS];
    uint8_t fold_of[ROWS];
    int fold_of_group[GROUPS];
    size_t sizes[5] = { 0 };
    make_groups(groups);
    for (size_t g = 0; g < GROUPS; g++)
        fold_of_group[g] = -1;
    ck_assert_int_eq(dm_split(fold_of, groups, ROWS, GROUPS, 5, 1, NULL), 0);
    for (size_t i = 0; i < ROWS; i++) {
        ck_assert_uint_lt(fold_of[i], 5);
        sizes[fold_of[i]]++;
        if (fold_of_group[groups[i]] >= 0)
            ck_assert_int_eq(fold_of_group[groups[i]], fold_of[i]);
        fold_of_group[groups[i]] = fold_of[i];
    }
    for (size_t f = 0; f < 5; f++) {
        ck_assert_uint_gt(sizes[f], ROWS / 5 - 15);
        ck_assert_uint_lt(sizes[f], ROWS / 5 + 15);
    }
}
END_TEST

START_TEST(the_seed_decides_the_folds)
{
    uint32_t groups[ROWS];
    uint8_t one[ROWS], again[ROWS], other[ROWS];
    make_groups(groups);
    dm_split(one, groups, ROWS, GROUPS, 4, 1, NULL);
    dm_split(again, groups, ROWS, GROUPS, 4, 1, NULL);
    dm_split(other, groups, ROWS, GROUPS, 4, 2, NULL);
    ck_assert_mem_eq(one, again, ROWS);
    ck_assert_mem_ne(one, other, ROWS);
}
END_TEST

START_TEST(fewer_groups_than_folds_are_refused)
{
    const uint32_t groups[] = { 3, 3, 8, 8 };
    uint8_t fold_of[4];
    ck_assert_int_eq(dm_split(fold_of, groups, 4, 9, 3, 1, NULL),
                     DEMARCHE_NOT_ENOUGH_DATA);
    ck_assert_int_eq(dm_split(fold_of, groups, 4, 9, 2, 1, NULL), DEMARCHE_OK);
    ck_assert_uint_ne(fold_of[0], fold_of[2]);
    ck_assert_uint_eq(dm_group_count(groups, 4, 9), 2);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_test(tc, random_numbers_are_those_of_the_published_generator);
    tcase_add_test(tc, bounded_numbers_stay_below_their_bound_and_reach_it);
    tcase_add_test(tc, folds_keep_groups_whole_and_are_of_like_size);
    tcase_add_test(tc, the_seed_decides_the_folds);
    tcase_add_test(tc, fewer_groups_than_folds_are_refused);
}

int main(void)
{
    return run_suite("split", add);
}
