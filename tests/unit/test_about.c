/* test_about.c - whom a speaker of a given side speaks about: its n-grams. */
#include "ngram.h"
#include "suite.h"

static const char actors[] =
    "country\tus\tus\tUnited States\tUS|U.S.|Washington\t\tadjective=American\n"
    "country\tchina\tchina\tChina\tBeijing\t\tadjective=Chinese\n"
    "country\tjapan\tother\tJapan\tTokyo\t\tadjective=Japanese\n";

/* What stands in the space of what is known, given a side. */
static const struct {
    const char *why, *given, *content, *ngram;
    bool there;
} cases[] = {
    { "the other side", "us", "Beijing must explain itself.", ">us one china",
      true },
    { "one's own beside it does not count as another", "china",
      "China urges the United States to lift the ban.", ">china one us", true },
    { "but is told", "china", "China urges the United States to lift it.",
      ">china one us own.", true },
    { "an adjective names it as well", "us", "Chinese firms were fined.",
      ">us one china", true },
    { "an outsider names both", "other", "China and the US should talk.",
      ">other two", true },
    { "an outsider names one", "other", "Washington has no plan.",
      ">other one us", true },
    { "a joined pair names neither", "china",
      "China-US ties are at a crossroads.", ">china pair", true },
    { "and is joined", "china", "China-US ties are at a crossroads.",
      ">china joined", true },
    { "joined by a word, and an article", "china",
      "China and the US should talk.", ">china joined", true },
    { "a side and itself are no pair", "us", "China and Beijing differ.",
      "joined", false },
    { "words of a relationship", "us", "Both sides kept their word.", "pair",
      true },
    { "each other", "us", "We need each other.", "pair", true },
    { "of no two alone is no relationship", "us", "All sides kept their word.",
      "relation", false },
    { "a relationship, and who is named", "us", "China wants bilateral talks.",
      "relation china", true },
    { "a pair with a third country is none of the two", "us",
      "US-Japan ties are strong.", ">us outside", true },
    { "a third party", "china", "Tokyo should think twice.", "outside", true },
    { "all the world", "china", "All countries gain from open markets.",
      "outside", true },
    { "in a word", "china", "A global crisis.", "world global", true },
    { "two countries are not the world", "us", "Two countries met.", "outside",
      false },
    { "only oneself", "us", "The United States keeps its word.", ">us inside",
      true },
    { "nobody", "us", "The meeting is on Tuesday.", ">us nobody", true },
    { "a pronoun is a party", "us", "They must stop.", ">us first (they)",
      true },
    { "the pronoun is no country", "china", "They told us.", ">china last (we)",
      true },
    { "one behind the other", "us", "We told China.", ">us (we) > china",
      true },
    { "not behind itself", "us", "We told our people.", ">us (we) > (we)",
      false },
    { "all of them, in order of name", "us", "We told Tokyo, and Beijing.",
      ">us all (we)+china+third", true },
    { "who most often", "us", "China? They know China.", ">us most china",
      true },
    { "how often", "us", "China? They know China.", ">us china 2", true },
    { "no more than four", "us", "We, we, we, we, we.", ">us (we) 4", true },
    { "one's own side is not called by name", "us", "Washington knows.",
      ">us own 1", true },
    { "no words at all", "us", "", ">us nobody", true },
};

static bool has(const dm_ngrams *ngrams, dm_space space, const char *text)
{
    for (size_t i = 0; i < ngrams->count; i++)
        if (ngrams->items[i].space == space &&
            dm_span_is(ngrams->items[i].text, text))
            return true;
    return false;
}

static dm_register *reg;
static dm_arena arena;

static void set_up(void)
{
    dm_register_parse(&reg, "test", actors, sizeof actors - 1, NULL);
    dm_arena_init(&arena);
}

static void tear_down(void)
{
    dm_arena_clear(&arena);
    dm_register_free(reg);
}

static dm_ngrams find(const char *content, dm_span given)
{
    dm_ngrams ngrams;
    dm_view view = { .content = dm_span_of(content),
                     .given = given,
                     .reg = reg };
    ck_assert_int_eq(dm_ngrams_find(&ngrams, &view, NULL, &arena, NULL), 0);
    return ngrams;
}

START_TEST(parties_are_seen_from_the_given_side)
{
    dm_ngrams ngrams = find(cases[_i].content, dm_span_of(cases[_i].given));
    ck_assert_msg(has(&ngrams, DM_SPACE_KNOWN, cases[_i].ngram) ==
                      cases[_i].there,
                  "%s", cases[_i].why);
}
END_TEST

START_TEST(words_are_heard_with_who_says_them_but_no_names_and_marks)
{
    dm_ngrams ngrams = find("They, in China.", dm_span_of("us"));
    ck_assert(has(&ngrams, DM_SPACE_SPEAKER, ">us they"));
    ck_assert(!has(&ngrams, DM_SPACE_SPEAKER, ">us china"));
    ck_assert(!has(&ngrams, DM_SPACE_SPEAKER, ">us ,"));
}
END_TEST

START_TEST(without_a_side_given_there_is_none_of_it)
{
    dm_ngrams ngrams = find("They, in China.", (dm_span){ NULL, 0 });
    for (size_t i = 0; i < ngrams.count; i++)
        ck_assert(ngrams.items[i].space != DM_SPACE_SPEAKER &&
                  !(ngrams.items[i].space == DM_SPACE_KNOWN &&
                    ngrams.items[i].text.data[0] == '>'));
}
END_TEST

/* What is given may come from any record. */
START_TEST(a_given_label_of_any_length_is_borne)
{
    static char given[5000];
    memset(given, 'g', sizeof given);
    for (size_t len = 0; len < 300; len++)
        find("We told China, and Tokyo, that all countries gain.",
             (dm_span){ given, len });
    find("We told China.", (dm_span){ given, sizeof given });
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_checked_fixture(tc, set_up, tear_down);
    tcase_add_loop_test(tc, parties_are_seen_from_the_given_side, 0,
                        COUNT_OF(cases));
    tcase_add_test(tc,
                   words_are_heard_with_who_says_them_but_no_names_and_marks);
    tcase_add_test(tc, without_a_side_given_there_is_none_of_it);
    tcase_add_test(tc, a_given_label_of_any_length_is_borne);
}

int main(void)
{
    return run_suite("about", add);
}
