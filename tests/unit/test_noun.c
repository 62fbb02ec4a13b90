/* test_noun.c - the words that stand for speakers. */
#include "noun.h"
#include "noun_table.h"
#include "suite.h"

START_TEST(the_table_is_sorted_and_each_word_is_found)
{
    for (int i = 0; i < COUNT_OF(nouns); i++) {
        dm_span word = nouns[i].word;
        ck_assert_msg(i == 0 || dm_span_compare(nouns[i - 1].word, word) < 0,
                      "%.*s is out of place", (int)word.len, word.data);
        ck_assert_uint_eq(dm_noun_classes(word), nouns[i].classes);
    }
}
END_TEST

static const struct {
    const char *why, *word;
    uint32_t classes; // all of these
    uint32_t never;   // and none of those
} classes[] = {
    { "a role", "official", DM_NOUN_ROLE, DM_NOUN_GROUP },
    { "its plural is a group", "officials", DM_NOUN_GROUP, DM_NOUN_ROLE },
    { "a plural keeps what else is known", "spokeswomen",
      DM_NOUN_GROUP | DM_NOUN_SPOKES | DM_NOUN_FEMALE, DM_NOUN_TITLE },
    { "a plural in -ies", "ministries", DM_NOUN_GROUP | DM_NOUN_BODY, 0 },
    { "a plural in -es", "witnesses", DM_NOUN_GROUP, DM_NOUN_ROLE },
    { "documents stay documents", "reports", DM_NOUN_DOCUMENT, DM_NOUN_GROUP },
    { "titles with their period", "mrs.", DM_NOUN_TITLE | DM_NOUN_FEMALE, 0 },
    { "an owner is a pronoun too", "his", DM_NOUN_OWNER | DM_NOUN_HE, 0 },
    { "small words have no plural", "thes", 0, UINT32_MAX },
    { "an unknown word", "tariff", 0, UINT32_MAX },
    { "no word", "", 0, UINT32_MAX },
    { "longer than any", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxs", 0,
      UINT32_MAX },
};

START_TEST(a_word_has_its_classes)
{
    uint32_t found = dm_noun_classes(dm_span_of(classes[_i].word));
    ck_assert_msg((found & classes[_i].classes) == classes[_i].classes, "%s",
                  classes[_i].why);
    ck_assert_msg((found & classes[_i].never) == 0, "%s", classes[_i].why);
}
END_TEST

static const struct {
    const char *why, *a, *b;
    bool agree;
} pairs[] = {
    { "the same", "expert", "expert", true },
    { "one and several", "expert", "experts", true },
    { "one and several in -ies", "ministry", "ministries", true },
    { "who speaks by trade", "spokesman", "spokesperson", true },
    { "who makes laws", "senator", "lawmaker", true },
    { "two trades", "expert", "official", false },
    { "a word within another", "minister", "ministry", false },
};

START_TEST(nouns_agree_in_what_they_mean)
{
    ck_assert_msg(dm_noun_agrees(dm_span_of(pairs[_i].a),
                                 dm_span_of(pairs[_i].b)) == pairs[_i].agree,
                  "%s", pairs[_i].why);
    ck_assert_msg(dm_noun_agrees(dm_span_of(pairs[_i].b),
                                 dm_span_of(pairs[_i].a)) == pairs[_i].agree,
                  "%s, the other way", pairs[_i].why);
}
END_TEST

START_TEST(given_names_tell_a_gender_or_nothing)
{
    ck_assert_uint_eq(dm_given_gender(dm_span_of("jennifer")), DM_NOUN_FEMALE);
    ck_assert_uint_eq(dm_given_gender(dm_span_of("robert")), DM_NOUN_MALE);
    ck_assert_uint_eq(dm_given_gender(dm_span_of("wei")), 0);
    ck_assert_uint_eq(dm_given_gender(dm_span_of("")), 0);
}
END_TEST

START_TEST(given_names_are_sorted_and_found)
{
    ck_assert_uint_gt(dm_given_name(0).len, 0);
    for (size_t i = 0; dm_given_name(i).len > 0; i++) {
        dm_span name = dm_given_name(i);
        ck_assert_msg(i == 0 || dm_span_compare(dm_given_name(i - 1), name) < 0,
                      "%.*s is out of place", (int)name.len, name.data);
        ck_assert_uint_ne(dm_given_gender(name), 0);
    }
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_test(tc, given_names_are_sorted_and_found);
    tcase_add_test(tc, the_table_is_sorted_and_each_word_is_found);
    tcase_add_loop_test(tc, a_word_has_its_classes, 0, COUNT_OF(classes));
    tcase_add_loop_test(tc, nouns_agree_in_what_they_mean, 0, COUNT_OF(pairs));
    tcase_add_test(tc, given_names_tell_a_gender_or_nothing);
}

int main(void)
{
    return run_suite("noun", add);
}
