/* test_counterpart.c - names of the two sides changed over, in good grammar. */
#include "counterpart.h"
#include "suite.h"

static const char actors[] =
    "country\tus\tus\tUnited States\tUS|U.S.|America|Washington\t\t"
    "adjective=American; people=Americans\n"
    "country\tchina\tchina\tChina\tPRC|People's Republic of China|Beijing\t\t"
    "adjective=Chinese; people=Chinese\n"
    "country\tother/taiwan\tother\tTaiwan\tTaiwan, China\t\t\n"
    "institution\tus/washington-post\tus\tWashington Post\t\tus\ttype=media\n"
    "institution\tchina/bank\tchina\tBank of China\t\tchina\ttype=company\n"
    "institution\tchina/mfa\tchina\tChinese Foreign Ministry\t\tchina\t"
    "type=ministry\n"
    "person\tus/vera-china\tus\tVera China\t\tus\trole=writer\n";

enum { NO, US = DM_NAMED_US, CHINA = DM_NAMED_CHINA, BOTH = US | CHINA };

static const struct {
    const char *why, *text, *swapped;
    unsigned named;
} cases[] = {
    { "nobody is named", "Talks will go on.", "Talks will go on.", NO },
    { "an empty text", "", "", NO },
    { "the article goes", "We ask the United States to stop.",
      "We ask China to stop.", US },
    { "the article comes", "We ask China to stop.",
      "We ask the United States to stop.", CHINA },
    { "at a sentence's begin, it goes with its capital",
      "The United States must stop.", "China must stop.", US },
    { "and comes with one", "China must stop. China will.",
      "The United States must stop. The United States will.", CHINA },
    { "also behind a mark that opens", "He said: \"China will.\"",
      "He said: \"The United States will.\"", CHINA },
    { "both at once", "China and the United States agreed.",
      "The United States and China agreed.", BOTH },
    { "a country that describes is an adjective, and keeps the article",
      "the US tariffs on the U.S. side",
      "the Chinese tariffs on the Chinese "
      "side",
      US },
    { "one that acts is none", "the US imposes what the US wants",
      "China imposes what China wants", US },
    { "nor is one before a small word", "the US and the US in the US",
      "China and China in China", US },
    { "nor one before a verb of speech", "the US urged what the US says",
      "China urged what China says", US },
    { "a title is described", "the US president", "the Chinese president", US },
    { "plural verbs are not touched", "The Americans say so; the Chinese do.",
      "The Chinese say so; the Americans do.", BOTH },
    { "adjectives", "Chinese goods and American goods",
      "American goods and Chinese goods", BOTH },
    { "an before a vowel", "a Chinese company, A Chinese one",
      "an American company, An American one", CHINA },
    { "a before a consonant", "an American company, An American one",
      "a Chinese company, A Chinese one", US },
    { "a stays a", "a US company", "a Chinese company", US },
    { "capitals of countries", "Beijing told Washington.",
      "Washington told Beijing.", BOTH },
    { "a possessive ending comes", "the United States' policy",
      "China's policy", US },
    { "and goes", "China's policy", "The United States' policy", CHINA },
    { "in its own form", "we saw China\u2019s policy",
      "we saw the United States\u2019 policy", CHINA },
    { "that of an abbreviation", "the U.S.'s policy", "China's policy", US },
    { "that of a capital stays", "Beijing's policy", "Washington's policy",
      CHINA },
    { "compounds", "US-China ties and the China-US deal",
      "China-US ties and the US-China deal", BOTH },
    { "compounds with something else", "a China-based and US-led firm",
      "a US-based and China-led firm", BOTH },
    { "what is against somebody", "anti-American and anti-China",
      "anti-Chinese and anti-US", BOTH },
    { "no article behind one", "our China and a strong China",
      "our United States and a strong United States", CHINA },
    { "but before a clause", "the kind China makes",
      "the kind the United States makes", CHINA },
    { "what names both keeps its order", "Sino-US ties", "Sino-US ties", NO },
    { "whole names", "the People's Republic of China", "the United States",
      CHINA },
    { "other names", "America and the PRC", "China and the United States",
      BOTH },
    { "the stop of an abbreviation that ends a sentence stays",
      "He left the U.S. They stayed in the U.S.",
      "He left China. They stayed in China.", US },
    { "and goes before a name", "the U.S. Congress", "the Chinese Congress",
      US },
    { "us is nobody", "Join us, for china is fine.",
      "Join us, for china is fine.", NO },
    { "a sea is no side", "the South China Sea", "the South China Sea", NO },
    { "nor a continent", "Latin America, Latin American",
      "Latin America, Latin American", NO },
    { "nor a doctrine", "the one-China principle", "the one-China principle",
      NO },
    { "names of media and companies stay", "the Washington Post, Bank of China",
      "the Washington Post, Bank of China", NO },
    { "and those of persons", "Vera China came.", "Vera China came.", NO },
    { "and those of others", "Taiwan, China", "Taiwan, China", NO },
    { "ministries go with their country", "the Chinese Foreign Ministry",
      "the American Foreign Ministry", CHINA },
    { "nothing but names", "US US China China",
      "China Chinese the United States the United States", BOTH },
    { "broken bytes are read as everywhere", "China \xFF",
      "The United States \xEF\xBF\xBD", CHINA },
};

START_TEST(names_change_sides)
{
    dm_arena arena;
    dm_register *reg;
    dm_counterpart found;
    dm_arena_init(&arena);
    ck_assert_int_eq(
        dm_register_parse(&reg, "actors", actors, sizeof actors - 1, NULL), 0);
    ck_assert_int_eq(dm_counterpart_find(&found, dm_span_of(cases[_i].text),
                                         reg, &arena, NULL),
                     0);
    ck_assert_msg(dm_span_is(found.text, cases[_i].swapped), "%s: %.*s",
                  cases[_i].why, (int)found.text.len, found.text.data);
    ck_assert_msg(found.named == cases[_i].named, "%s: %u", cases[_i].why,
                  found.named);
    dm_register_free(reg);
    dm_arena_clear(&arena);
}
END_TEST

/* A hundred thousand names, and what they would cost if each looked far. */
START_TEST(time_is_linear_in_the_text)
{
    enum { NAMES = 100000 };
    static const char name[] = "the US a China an American's ";
    dm_arena arena;
    dm_counterpart found;
    dm_arena_init(&arena);
    size_t len = sizeof name - 1;
    char *text = malloc(NAMES * len);
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < NAMES; i++)
        memcpy(text + i * len, name, len);
    ck_assert_int_eq(dm_counterpart_find(&found, (dm_span){ text, NAMES * len },
                                         NULL, &arena, NULL),
                     0);
    ck_assert_uint_eq(found.named, BOTH);
    free(text);
    dm_arena_clear(&arena);
}
END_TEST

static const struct {
    const char *sides;
    demarche_status status;
} pairs[] = {
    { "us,china", DEMARCHE_OK },
    { "china,us", DEMARCHE_OK },
    { "us", DEMARCHE_BAD_ARGUMENT },
    { "", DEMARCHE_BAD_ARGUMENT },
    { "us,france", DEMARCHE_BAD_ARGUMENT },
};

START_TEST(only_sides_with_known_names_can_be_swapped)
{
    ck_assert_msg(dm_counterpart_check(pairs[_i].sides, NULL) ==
                      pairs[_i].status,
                  "%s", pairs[_i].sides);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, names_change_sides, 0, COUNT_OF(cases));
    tcase_add_test(tc, time_is_linear_in_the_text);
    tcase_add_loop_test(tc, only_sides_with_known_names_can_be_swapped, 0,
                        COUNT_OF(pairs));
}

int main(void)
{
    return run_suite("counterpart", add);
}
