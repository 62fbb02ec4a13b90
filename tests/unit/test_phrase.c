/* test_phrase.c - the noun phrase before and behind a verb. */
#include "phrase.h"
#include "suite.h"

typedef struct fixture {
    dm_arena arena;
    dm_page page;
    dm_scan scan;
} fixture;

static void set_up(fixture *f, const char *text)
{
    dm_arena_init(&f->arena);
    ck_assert_int_eq(
        dm_page_read(&f->page, &f->arena, text, strlen(text), NULL, NULL), 0);
    ck_assert_int_eq(dm_scan_init(&f->scan, &f->page, &f->arena, NULL), 0);
}

/* The last token that is `word`. */
static uint32_t find(const fixture *f, const char *word)
{
    uint32_t at = (uint32_t)f->page.tokens.count;
    while (at > 0 && !dm_scan_is(&f->scan, at - 1, word))
        at--;
    ck_assert_uint_gt(at, 0);
    return at - 1;
}

static dm_span words(const fixture *f, dm_run run)
{
    const dm_token *tokens = f->page.tokens.items;
    uint32_t begin = tokens[run.begin].begin, end = tokens[run.end - 1].end;
    return (dm_span){ f->page.text.bytes + begin, end - begin };
}

static const struct {
    const char *why, *text, *found; // NULL: no phrase that can speak
} before[] = {
    { "a name", "Lu Feng said", "Lu Feng" },
    { "a pronoun alone", "When Lu Feng left he said", "he" },
    { "a title", "Yesterday Senator Joan Pell said", "Senator Joan Pell" },
    { "a role with its institution", "The head of the Kiel Institute said",
      "The head of the Kiel Institute" },
    { "a possessive", "But China's trade envoy said", "China's trade envoy" },
    { "a bracket", "The Ministry of Finance (MOF) said",
      "The Ministry of Finance (MOF)" },
    { "a hyphen", "The Oregon-based Daily News said",
      "The Oregon-based Daily News" },
    { "two names", "Ruiz and Pell said", "Ruiz and Pell" },
    { "a day between", "The envoy on Monday said", "The envoy" },
    { "an apposition", "Karl Moe, a former envoy, said", "Karl Moe" },
    { "a long apposition", "Karl Moe, head of trade, arts and sport, said",
      "Karl Moe" },
    { "an age", "Karl Moe, 56, said", "Karl Moe" },
    { "dashes", "The union — which has members everywhere — said",
      "The union" },
    { "a relative clause", "They met Karl Moe, who said", "Karl Moe" },
    { "behind a quotation", "\"No,\" the envoy said", "the envoy" },
    { "behind a conjunction", "Prices fell because analysts said", "analysts" },
    { "a circumstance is no subject", "In the harbour said", NULL },
    { "behind a circumstance", "In a speech the envoy said", "the envoy" },
    { "a name behind a circumstance", "In a speech Pell said", "Pell" },
    { "nothing before it", "said", NULL },
};

START_TEST(a_subject_is_found_before_its_verb)
{
    fixture f;
    set_up(&f, before[_i].text);
    dm_run run;
    uint32_t edge;
    bool found = dm_phrase_before(&run, &edge, &f.scan, 0, find(&f, "said"));
    if (before[_i].found == NULL) {
        ck_assert_msg(!found, "%s", before[_i].why);
    } else {
        ck_assert_msg(found, "%s", before[_i].why);
        dm_span got = words(&f, run);
        ck_assert_msg(dm_span_is(got, before[_i].found), "%s: found '%.*s'",
                      before[_i].why, (int)got.len, got.data);
        ck_assert_uint_le(edge, run.begin);
    }
    dm_arena_clear(&f.arena);
}
END_TEST

static const struct {
    const char *why, *text, *found;
} behind[] = {
    { "a name, up to the comma", "said Lin Qiao, chief economist.",
      "Lin Qiao" },
    { "a pronoun", "said she.", "she" },
    { "up to a circumstance", "said Lin Qiao in Geneva.", "Lin Qiao" },
    { "up to a day", "said Lin Qiao Monday.", "Lin Qiao" },
    { "an office", "said the president of the council.",
      "the president of the council" },
    { "up to a verb", "said the envoy was late.", "the envoy" },
    { "two names", "said Ruiz and Pell.", "Ruiz and Pell" },
    { "no noun", "said in Geneva.", NULL },
    { "the end", "said", NULL },
};

START_TEST(a_subject_is_found_behind_its_verb)
{
    fixture f;
    set_up(&f, behind[_i].text);
    dm_run run;
    uint32_t limit = (uint32_t)f.page.tokens.count;
    bool found = dm_phrase_after(&run, &f.scan, find(&f, "said") + 1, limit);
    if (behind[_i].found == NULL) {
        ck_assert_msg(!found, "%s", behind[_i].why);
    } else {
        ck_assert_msg(found, "%s", behind[_i].why);
        dm_span got = words(&f, run);
        ck_assert_msg(dm_span_is(got, behind[_i].found), "%s: found '%.*s'",
                      behind[_i].why, (int)got.len, got.data);
    }
    dm_arena_clear(&f.arena);
}
END_TEST

static const struct {
    const char *text;
    bool plural;
} numbers[] = {
    { "analysts", true },      { "the ministry", false },
    { "Ruiz and Pell", true }, { "many people", true },
    { "they", true },          { "she", false },
    { "the boss", false },
};

START_TEST(plural_is_told_by_form)
{
    fixture f;
    set_up(&f, numbers[_i].text);
    dm_run all = { 0, (uint32_t)f.page.tokens.count };
    ck_assert_msg(dm_phrase_is_plural(&f.scan, all) == numbers[_i].plural, "%s",
                  numbers[_i].text);
    dm_arena_clear(&f.arena);
}
END_TEST

static void add_tests(TCase *tc)
{
    tcase_add_loop_test(tc, a_subject_is_found_before_its_verb, 0,
                        COUNT_OF(before));
    tcase_add_loop_test(tc, a_subject_is_found_behind_its_verb, 0,
                        COUNT_OF(behind));
    tcase_add_loop_test(tc, plural_is_told_by_form, 0, COUNT_OF(numbers));
}

int main(void)
{
    return run_suite("phrase", add_tests);
}
