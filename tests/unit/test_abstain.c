/* test_abstain.c - how much is kept for the accuracy that is asked for. */
#include "abstain.h"
#include "suite.h"

enum { ROWS = 4 };

static const dm_calibration plain = { 2, { 1 }, { 0, 0 } };

/* Two labels, decision values 4, 3, 2, 1: probabilities fall in that order. */
static void fit(dm_abstain *out, const bool right[ROWS], double accuracy)
{
    static const double decisions[ROWS] = { 4, 3, 2, 1 };
    uint32_t gold[ROWS];
    for (size_t i = 0; i < ROWS; i++)
        gold[i] = right[i] ? 0 : 1;
    ck_assert_int_eq(
        dm_abstain_fit(out, &plain, decisions, gold, ROWS, accuracy, NULL),
        DEMARCHE_OK);
}

static int count_kept(double least_p)
{
    int kept = 0;
    for (int i = 1; i <= ROWS; i++) {
        double p[2], decision = i;
        dm_calibration_apply(p, &plain, &decision);
        dm_softmax(p, 2);
        kept += p[0] >= least_p;
    }
    return kept;
}

static const struct {
    const char *why;
    bool right[ROWS];
    double accuracy;
    int kept; // rows at or above the threshold
} cuts[] = {
    { "all are right: all are kept", { 1, 1, 1, 1 }, 0.9, 4 },
    { "the last is wrong and left out", { 1, 1, 1, 0 }, 0.9, 3 },
    { "a mistake at the top spoils the few, not the many",
      { 0, 1, 1, 1 },
      0.75,
      4 },
    { "no share is right often enough", { 0, 0, 0, 0 }, 0.5, 0 },
    { "nothing is asked for", { 0, 0, 0, 0 }, 0, 4 },
};

START_TEST(the_threshold_keeps_as_many_as_are_right_enough)
{
    dm_abstain found;
    fit(&found, cuts[_i].right, cuts[_i].accuracy);
    int kept = count_kept(found.threshold);
    ck_assert_msg(kept == cuts[_i].kept, "%s: %d", cuts[_i].why, kept);
}
END_TEST

START_TEST(the_curve_says_the_same_of_every_accuracy)
{
    dm_abstain found, asked;
    for (size_t i = 0; i < DM_ABSTAIN_POINTS; i++) {
        fit(&found, cuts[_i].right, 0.85);
        fit(&asked, cuts[_i].right, dm_abstain_accuracy(i));
        ck_assert_double_eq(found.curve[i].least_p, asked.threshold);
        ck_assert_double_eq(found.curve[i].share * ROWS,
                            count_kept(asked.threshold));
        ck_assert(i == 0 || found.curve[i].share <= found.curve[i - 1].share);
    }
}
END_TEST

static const struct {
    const char *why;
    double asked, taken;
} points[] = {
    { "a whole per cent", 0.9, 0.9 },
    { "between two: the next one keeps the promise", 0.901, 0.91 },
    { "less than is kept", 0.2, 0.5 },
    { "the least", 0.5, 0.5 },
    { "all", 1, 1 },
};

START_TEST(an_accuracy_is_taken_up_to_the_next_per_cent)
{
    double taken = dm_abstain_accuracy(dm_abstain_point(points[_i].asked));
    ck_assert_msg(taken == points[_i].taken, "%s: %g", points[_i].why, taken);
}
END_TEST

START_TEST(rows_as_sure_as_each_other_are_kept_together_or_not_at_all)
{
    const double decisions[] = { 3, 2, 2, 2 };
    const uint32_t gold[] = { 0, 0, 0, 1 };
    dm_abstain found;
    ck_assert_int_eq(
        dm_abstain_fit(&found, &plain, decisions, gold, 4, 0.8, NULL),
        DEMARCHE_OK);
    ck_assert_int_eq(count_kept(found.threshold), 2); // 4 and 3
    ck_assert_double_eq(found.curve[dm_abstain_point(0.75)].share, 1);
    ck_assert_double_eq(found.curve[dm_abstain_point(0.8)].share, 0.25);
}
END_TEST

START_TEST(without_rows_nothing_is_kept)
{
    dm_abstain found;
    ck_assert_int_eq(dm_abstain_fit(&found, &plain, NULL, NULL, 0, 0.9, NULL),
                     DEMARCHE_OK);
    ck_assert_int_eq(count_kept(found.threshold), 0);
    ck_assert_double_eq(found.curve[0].share, 0);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, the_threshold_keeps_as_many_as_are_right_enough, 0,
                        COUNT_OF(cuts));
    tcase_add_loop_test(tc, the_curve_says_the_same_of_every_accuracy, 0,
                        COUNT_OF(cuts));
    tcase_add_loop_test(tc, an_accuracy_is_taken_up_to_the_next_per_cent, 0,
                        COUNT_OF(points));
    tcase_add_test(tc,
                   rows_as_sure_as_each_other_are_kept_together_or_not_at_all);
    tcase_add_test(tc, without_rows_nothing_is_kept);
}

int main(void)
{
    return run_suite("abstain", add);
}
