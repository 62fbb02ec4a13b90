/* test_verdict.c - probabilities add up as they are shown. */
#include <math.h>

#include "suite.h"
#include "verdict.h"

static const struct {
    const char *why;
    size_t count;
    double given[4];
    const char *shown;
} rounded[] = {
    { "whole already",
      3,
      { 0.8, 0.1, 0.1 },
      "{\"a\":0.8,\"b\":0.1,\"c\":0.1}" },
    { "a third each: the first gets what is missing",
      3,
      { 1.0 / 3, 1.0 / 3, 1.0 / 3 },
      "{\"a\":0.3334,\"b\":0.3333,\"c\":0.3333}" },
    { "the largest remainder gets it",
      3,
      { 0.33331, 0.33331, 0.33338 },
      "{\"a\":0.3333,\"b\":0.3333,\"c\":0.3334}" },
    { "certain", 2, { 1, 0 }, "{\"a\":1.0,\"b\":0.0}" },
    { "all but certain", 2, { 0.99999, 0.00001 }, "{\"a\":1.0,\"b\":0.0}" },
    { "one label", 1, { 1 }, "{\"a\":1.0}" },
};

static demarche_verdict verdict_of(size_t count, const double *p,
                                   const char *const *labels)
{
    demarche_verdict verdict = { .label = labels[0], .count = count };
    for (size_t i = 0; i < count; i++) {
        verdict.labels[i] = labels[i];
        verdict.p[i] = p[i];
    }
    return verdict;
}

START_TEST(shown_probabilities_sum_to_one)
{
    static const char *const labels[] = { "a", "b", "c", "d" };
    demarche_verdict verdict =
        verdict_of(rounded[_i].count, rounded[_i].given, labels);
    dm_verdict_round(&verdict);
    dm_buf buf;
    dm_buf_init(&buf);
    dm_verdict_add_json(&buf, &verdict);
    ck_assert_msg(dm_span_is(dm_buf_span(&buf), rounded[_i].shown), "%s: %s",
                  rounded[_i].why, buf.data);
    dm_buf_clear(&buf);
    double units = 0;
    for (size_t i = 0; i < verdict.count; i++)
        units += round(verdict.p[i] * 10000);
    ck_assert_double_eq(units, 10000);
}
END_TEST

START_TEST(labels_are_shown_in_one_order)
{
    static const char *const labels[] = { "zeal", "neutral", "conciliatory",
                                          "critical" };
    const double p[] = { 0.1, 0.2, 0.3, 0.4 };
    demarche_verdict verdict = verdict_of(4, p, labels);
    dm_buf buf;
    dm_buf_init(&buf);
    dm_verdict_add_json(&buf, &verdict);
    ck_assert_str_eq(buf.data, "{\"conciliatory\":0.3,\"critical\":0.4,"
                               "\"neutral\":0.2,\"zeal\":0.1}");
    json_t *value = dm_verdict_to_json(&verdict);
    dm_buf again;
    dm_buf_init(&again);
    dm_json_print(&again, value);
    ck_assert_str_eq(again.data, buf.data); // both ways print alike
    json_decref(value);
    dm_buf_clear(&again);
    dm_buf_clear(&buf);
}
END_TEST

START_TEST(score_is_conciliatory_less_critical)
{
    static const char *const labels[] = { "conciliatory", "critical",
                                          "neutral" };
    const double p[] = { 0.1, 0.7, 0.2 };
    demarche_verdict verdict = verdict_of(3, p, labels);
    ck_assert(dm_verdict_score(&verdict) == -0.6); // exactly what is printed
    static const char *const others[] = { "good", "bad", "so-so" };
    verdict = verdict_of(3, p, others);
    ck_assert(isnan(dm_verdict_score(&verdict)));
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, shown_probabilities_sum_to_one, 0,
                        COUNT_OF(rounded));
    tcase_add_test(tc, labels_are_shown_in_one_order);
    tcase_add_test(tc, score_is_conciliatory_less_critical);
}

int main(void)
{
    return run_suite("verdict", add);
}
