/* test_target.c - whom a statement is about, by who is named. */
#include "suite.h"
#include "target.h"

static const char actors[] =
    "country\tus\tus\tUnited States\tUS|U.S.|Washington\t\tadjective=American\n"
    "country\tchina\tchina\tChina\tBeijing\t\tadjective=Chinese\n"
    "country\tjapan\tother\tJapan\tTokyo\t\tadjective=Japanese\n";

static const struct {
    const char *why, *speaker_side, *content, *side, *rule;
} cases[] = {
    { "the other side is named", "us", "Beijing must explain itself.", "china",
      "M1" },
    { "the other side and one's own", "china",
      "China urges the United States to lift the ban.", "us", "M1" },
    { "an adjective names it as well", "us", "Chinese firms were fined.",
      "china", "M1" },
    { "named beside a relationship", "china",
      "We hope the US will follow what the two sides agreed.", "us", "M1" },
    { "an outsider names both", "other", "China and the US should talk.",
      "both", "M2" },
    { "an outsider names one", "other", "Washington has no plan.", "us", "M1" },
    { "speaker unknown", NULL, "China and the US should talk.", "both", "M2" },
    { "a joined pair names neither", "china",
      "China-US ties are at a crossroads.", "both", "M3" },
    { "words of a relationship", "us", "Both sides kept their word.", "both",
      "M3" },
    { "a pair with a third country is no relationship of the two", "us",
      "US-Japan ties are strong.", "other", "M4" },
    { "a third party", "china", "Tokyo should think twice.", "other", "M4" },
    { "third party in a relationship", "china",
      "Bilateral trade with Japan grew.", "other", "M4" },
    { "all the world", "china", "All countries gain from open markets.",
      "other", "M4" },
    { "only oneself", "us", "The United States keeps its word.", NULL, NULL },
    { "nobody", "us", "The meeting is on Tuesday.", NULL, NULL },
    { "a word that contains a name", "us", "The Washingtonian is a paper.",
      NULL, NULL },
    { "no words at all", "us", "", NULL, NULL },
};

static bool equal(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

START_TEST(target_is_whom_the_words_name)
{
    dm_register *reg;
    ck_assert_int_eq(
        dm_register_parse(&reg, "test", actors, sizeof actors - 1, NULL), 0);
    dm_arena scratch;
    dm_arena_init(&scratch);
    dm_target target;
    ck_assert_int_eq(dm_target_find(&target, dm_span_of(cases[_i].content),
                                    cases[_i].speaker_side, reg, NULL, &scratch,
                                    NULL),
                     0);
    ck_assert_msg(equal(target.side, cases[_i].side) &&
                      equal(target.rule, cases[_i].rule),
                  "%s: %s by %s", cases[_i].why,
                  target.side != NULL ? target.side : "none",
                  target.rule != NULL ? target.rule : "none");
    dm_arena_clear(&scratch);
    dm_register_free(reg);
}
END_TEST

START_TEST(without_a_register_phrases_still_count)
{
    dm_arena scratch;
    dm_arena_init(&scratch);
    dm_target target;
    ck_assert_int_eq(dm_target_find(&target, dm_span_of("Both sides agree."),
                                    "us", NULL, NULL, &scratch, NULL),
                     0);
    ck_assert_str_eq(target.side, "both");
    dm_arena_clear(&scratch);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, target_is_whom_the_words_name, 0, COUNT_OF(cases));
    tcase_add_test(tc, without_a_register_phrases_still_count);
}

int main(void)
{
    return run_suite("target", add);
}
