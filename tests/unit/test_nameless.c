/* test_nameless.c - speakers who are described instead of named.
 *
 * See sheet.h for the marks in the texts.
 */
#include "sheet.h"

static const row described[] = {
    { "S4: the spokesperson is the one with that role",
      "\"{No},\" said [Wei Lan], spokesperson for the Foreign Ministry. [The "
      "spokesperson] said {it rained}.",
      "Wei Lan", "china", "S4" },
    { "S4: the spokesman is the unnamed one of before",
      "[A spokesman for the State Department] said {no}. [The spokesman] said "
      "{it rained}.",
      "State Department spokesman (unnamed)", "us", "S4" },
    { "S4: the president is whoever is called so",
      "US President Rex Marlow arrived. [The president] said {it rained}.",
      "Rex Marlow", "us", "S4" },
    { "S4: the professor by the apposition",
      "\"{No},\" said [Tom Cray], professor of law. Adam Quill left. [The "
      "professor] said {it rained}.",
      "Tom Cray", NULL, "S4" },
    { "S5: the ministry is the one named before",
      "[The Ministry of Commerce] said {no}. [The ministry] said {it rained}.",
      "Ministry of Commerce of China", "china", "S5" },
    { "S5: of two, the one of that kind",
      "The Foreign Ministry and the Senate met. [The ministry] said {no}.",
      "Ministry of Foreign Affairs of China", "china", "S5" },
    { "S5: an unknown association",
      "The Alpine Dairy Association met. [The association] said {it rained}.",
      "Alpine Dairy Association", NULL, "S5" },
    { "S5: a headline names it later",
      "Tariffs void: [ministry] says {no}\n\nThe Foreign Ministry said so.",
      "Ministry of Foreign Affairs of China", "china", "S5" },
    { "S5: or the title of one who speaks for it",
      "Tariffs void: [ministry] says {no}\n\nCommerce Ministry official Lu "
      "Feng "
      "said so.",
      "Ministry of Commerce of China", "china", "S5" },
    { "S5: the country", "Peru voted. [The country] said {no}.", "Peru",
      "other", "S5" },
    { "S6: the expert is who spoke last",
      "\"{No},\" said [Tom Cray]. [The expert] said {it rained}.", "Tom Cray",
      NULL, "S6" },
    { "S6: or one that is not known of who spoke",
      "\"{No},\" said [Tom Cray]. [The Chinese expert] said {it rained}.",
      "Chinese expert (unnamed)", "china", "S8" },
    { "S6: unless the words tell another side",
      "\"{No},\" said [Adam Quill]. [The Chinese expert] said {it rained}.",
      "Chinese expert (unnamed)", "china", "S8" },
    { "S7: the statement is of who spoke last",
      "[The State Department] said {no}. [The statement] said {it rained}.",
      "State Department", "us", "S7" },
    { "S7: the report is of the institution named last",
      "The Alpine Dairy Association issued a report. Adam Quill read it. [The "
      "report] said {prices fell}.",
      "Alpine Dairy Association", NULL, "S7" },
    { "S7: a report by an institution",
      "Adam Quill left. [A report by the Senate] said {prices fell}.", "Senate",
      "us", "S7" },
    { "S7: a report that opens with its issuer",
      "[A Council on Foreign Relations poll] said {no}.",
      "Council on Foreign Relations", "us", "S7" },
    { "S7: the poll of before, whoever spoke since",
      "[A poll by the Alpine Dairy Association] found {no}. \"{Yes},\" said "
      "[Tom Cray] of the Senate. [The poll] said {it rained}.",
      "Alpine Dairy Association", NULL, "S7" },
    { "S7: a poll is not of a country named before",
      "Peru voted. [The poll] said {it rained}.", "poll (unnamed)", NULL,
      "S8" },
    { "S7: a report is no person's who spoke last",
      "[Tom Cray] said {no}. [The report] said {it rained}.",
      "report (unnamed)", NULL, "S8" },
    { "S7: her statement", "[Vera Holt] said {no}. [Her statement] said {yes}.",
      "Vera Holt", "us", "S7" },
    { "S7: of two issuers neither is the one",
      "[A statement by Peru and Germany] said {no}.",
      "statement by Peru and Germany (unnamed)", "other", "S8" },
    { "S5: a campaign is not another's",
      "The Rex Marlow Campaign met. [Vera Holt] said {no}. [Her campaign] said "
      "{yes}.",
      "Vera Holt's campaign (unnamed)", "us", "S8" },
    { "S5: by one of its other names",
      "The Foreign Ministry met. The Senate met. [The commerce ministry] said "
      "{no}. The Ministry of Commerce left.",
      "Ministry of Commerce of China", "china", "S5" },
    { "S4: its spokesman holds no office elsewhere",
      "US President Rex Marlow left. [The Alpine Dairy Association] said {no}. "
      "[Its president] said {yes}.",
      "Alpine Dairy Association's president (unnamed)", NULL, "S8" },
    { "S4: ministries that are named are not those of before",
      "[The ministries of Peru] said {no}. [The ministries of trade and "
      "finance] said {yes}.",
      "ministries of trade and finance (unnamed)", NULL, "S8" },
    { "S8: the minister of another country",
      "[The Secretary of State of Peru] said {no}.",
      "secretary of State of Peru (unnamed)", "other", "S8" },
    { "S8: who speaks for another country's ministry",
      "[A spokesman for the Foreign Ministry of Peru] said {no}.",
      "spokesman for the Foreign Ministry of Peru (unnamed)", "other", "S8" },
    { "S8: of two countries alike speaks neither",
      "[The foreign ministries of China and Peru] said {no}.",
      "foreign ministries of China and Peru (unnamed)", "other", "S8" },
    { "S8: small words alone", "[Most of] them said {no}.", "most of (unnamed)",
      NULL, "S8" },
    { "S8: an unnamed official", "[A senior U.S. official] said {no}.",
      "US official (unnamed)", "us", "S8" },
    { "S8: officials by an adjective", "[Chinese officials] said {no}.",
      "Chinese officials (unnamed)", "china", "S8" },
    { "S8: sources tell no side", "[Sources] said {no}.", "sources (unnamed)",
      NULL, "S8" },
    { "S8: analysts are of no side", "[Most analysts] said {no}.",
      "analysts (unnamed)", "other", "S8" },
    { "S8: but an adjective tells", "[American analysts] said {no}.",
      "US analysts (unnamed)", "us", "S8" },
    { "S8: both sides are of neither", "[Both sides] urged {calm}.",
      "both sides (unnamed)", "other", "S8" },
    { "S8: whose aides", "[Marlow's aides] said {no}.",
      "Rex Marlow's aides (unnamed)", "us", "S8" },
    { "S8: his aides", "\"{No},\" [Rex Marlow] said. [His aides] said {yes}.",
      "Rex Marlow's aides (unnamed)", "us", "S8" },
    { "S8: another official is of the side of the first",
      "[A senior U.S. official] said {no}. [Another official] said {yes}.",
      "official (unnamed)", "us", "S8" },
    { "S8: a spokesperson of a ministry named before",
      "The Ministry of Commerce met. [A ministry spokesperson] said {no}.",
      "Ministry of Commerce of China spokesperson (unnamed)", "china", "S8" },
    { "S8: who speaks for somebody is not that somebody",
      "[A spokesman for Trade Minister Ann Bell] said {no}.",
      "spokesman for Trade Minister Ann Bell (unnamed)", NULL, "S8" },
    { "S8: an official of an institution is named by it",
      "[An official with the Foreign Ministry] said {no}.",
      "Ministry of Foreign Affairs of China official (unnamed)", "china",
      "S8" },
    { "S8: her father is not she",
      "\"{No},\" [Susan Cray] said. [Her father] said {yes}.",
      "Susan Cray's father (unnamed)", NULL, "S8" },
    { "S8: small words in front are passed over",
      "[But private Chinese companies] said {no}.",
      "private Chinese companies (unnamed)", "china", "S8" },
    { "S8: a noun that opens a sentence is no name",
      "[Reports] said {it rained}.", "reports (unnamed)", NULL, "S8" },
    { "S11: a name behind the description",
      "[The finance minister], Ann Bell, said {no}.", "Ann Bell", NULL, "S11" },
    { "S11: a name before it",
      "Ann Bell, [a former minister of Peru], said {no}.", "Ann Bell", "other",
      "S11" },
    { "S8: a city tells where somebody is from", "[Bremen customs] said {no}.",
      "Bremen customs (unnamed)", "other", "S8" },
    { "S8: a region, joined by a hyphen",
      "[A Lower Saxony-based trader] said {no}.",
      "Lower Saxony-based trader (unnamed)", "other", "S8" },
    { "S8: a country outweighs the city somebody is in",
      "[An American banker in Bremen] said {no}.",
      "US banker in Bremen (unnamed)", "us", "S8" },
    { "S8: members of", "[Members of the Senate] said {no}.",
      "members of the Senate (unnamed)", "us", "S8" },
    { "S9: first lines describe before they name",
      "[A minister] said {no}. Katia Abrego, the new minister of Peru, spoke "
      "in Lima.",
      "Katia Abrego", "other", "S9" },
    { "S4: others are more of the same",
      "[Analysts] said {no}. [Others] said {yes}.", "analysts (unnamed)",
      "other", "S4" },
};

START_TEST(a_description_finds_whom_it_describes)
{
    check_row(&described[_i], "2015-06-01");
}
END_TEST

/* The first statement is looked at. */
static const row echoes[] = {
    { "S12: who says the headline below",
      "Milk tariffs could end old alpine dairies: official\n\nPrices rose. US "
      "envoy Tom Cray said on Monday that the tariffs on milk could well end "
      "the alpine dairies.",
      "Tom Cray", "us", "S12" },
    { "S12: not who says something else",
      "Milk tariffs could end old alpine dairies: official\n\nPrices rose. US "
      "envoy Tom Cray said on Monday that the weather was fine.",
      "official (unnamed)", NULL, "S8" },
    { "S12: nor who has no name either",
      "Milk tariffs could end old alpine dairies: official\n\nPrices rose. "
      "Analysts said that the tariffs on milk could end the alpine dairies.",
      "official (unnamed)", NULL, "S8" },
};

START_TEST(a_headline_is_of_who_says_it_below)
{
    const row *expected = &echoes[_i];
    dm_register *reg = load();
    dm_arena arena;
    dm_arena_init(&arena);
    dm_page page;
    dm_statements found;
    ck_assert_int_eq(dm_page_read(&page, &arena, expected->text,
                                  strlen(expected->text), "2015-06-01", NULL),
                     DEMARCHE_OK);
    ck_assert_int_eq(dm_statements_find(&found, &page, reg, &arena, NULL),
                     DEMARCHE_OK);
    ck_assert_uint_ge(found.count, 2);
    const dm_statement *first = &found.items[0];
    ck_assert_msg(strcmp(first->actor_name, expected->actor) == 0,
                  "%s: actor is '%s'", expected->why, first->actor_name);
    ck_assert_msg(expected->side == NULL ||
                      strcmp(first->side_hint, expected->side) == 0,
                  "%s", expected->why);
    ck_assert_str_eq(first->rules[first->rule_count - 1], expected->rule);
    dm_arena_clear(&arena);
    dm_register_free(reg);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, a_description_finds_whom_it_describes, 0,
                        COUNT_OF(described));
    tcase_add_loop_test(tc, a_headline_is_of_who_says_it_below, 0,
                        COUNT_OF(echoes));
}

int main(void)
{
    return run_suite("nameless", add);
}
