/* test_namesake.c - persons of one name, told apart by what stands beside it.
 *
 * See sheet.h for the marks in the texts. All persons are invented.
 */
#include "sheet.h"

static const char *const crowd[] = {
    "country|us|us|United States|US||adjective=American/US; people=Americans",
    "country|china|china|China|||adjective=Chinese; people=Chinese",
    "country|wales|other|Wales|||adjective=Welsh; people=Welsh",
    "institution|court|china|Supreme Court|High Court|china|type=court",
    "institution|cia|us|Intelligence Agency||us|type=agency",
    "office|justice|china|Chief Justice|president of the High Court|court|",
    "office|envoy|china|Ambassador to Peru|ambassador to Peru|china|",
    "office|minister|china|Foreign Minister of China|Chinese Foreign "
    "Minister|china|",
    "office|vice|china|Vice Foreign Minister of China||china|holders=many",
    "office|trade|china|Trade Minister of China|Chinese Trade Minister|china|",
    "office|director|us|Director of the Intelligence Agency|Intelligence "
    "Agency Director/Intelligence Director|cia|",
    "office|us-envoy|us|Ambassador to China|US Ambassador to China|us|",
    "office|senator|us|Senator|US Senator|us|holders=many",
    "person|jun-court|china|Lan Jun||china|justice 2018..",
    "person|jun-envoy|china|Lan Jun||china|envoy 2015..2022",
    "person|jun-wales|other|Lan Jun||wales|role=professor of law",
    "person|wan-min|china|Wan Min||china|minister 2013..2022",
    "person|wan-vice|china|Wan Chao||china|vice 2012..2022",
    "person|wan-trade|china|Wan Ke||china|trade 2015..2022",
    "person|burr-will|us|Will Burr||us|director 2019..; us-envoy 2001..2005",
    "person|burr-nick|us|Nick Burr||us|us-envoy 2019..2023",
    "person|burr-al|us|Al Burr||us|senator 1990..1999",
    "person|cole-sen|us|Ann Cole||us|senator 1990..1999",
    "person|cole-min|us|Bea Cole||us|director 1991..1999",
    "person|burr-bo|us|Bo Burr||us|role=founder of a bank",
};

static const struct {
    const char *date;
    row row;
} names[] = {
    { "2020-06-01",
      { "H1: an office before the name", "[Chief Justice Lan Jun] said {no}.",
        "#jun-court", "china", "A1" } },
    { "2020-06-01",
      { "H1: an office behind it",
        "[Lan Jun], president of the High Court, said {no}.", "#jun-court",
        "china", "A1" } },
    { "2020-06-01",
      { "H1: a noun of an office", "[Ambassador Lan Jun] said {no}.",
        "#jun-envoy", "china", "A1" } },
    { "2020-06-01",
      { "H1: a role in free words", "[Lan Jun], a professor, said {no}.",
        "#jun-wales", "other", "A1" } },
    { "2020-06-01",
      { "H1: a side", "[Lan Jun], from Wales, said {no}.", "#jun-wales",
        "other", "A1" } },
    { "2020-06-01",
      { "H1: an institution", "[Lan Jun] of the Supreme Court said {no}.",
        "#jun-court", "china", "A1" } },
    { "2020-06-01",
      { "H2: named so before", "Ambassador Lan Jun came. [Lan Jun] said {no}.",
        "#jun-envoy", "china", "A1" } },
    { "2016-06-01",
      { "H3: in office at the date", "[Lan Jun] said {no}.", "#jun-envoy",
        "china", "A1" } },
    { "2025-06-01",
      { "H3: or nearest to it", "[Lan Jun] said {no}.", "#jun-court", "china",
        "A1" } },
    { "2020-06-01",
      { "H1: a family name with its office",
        "[Intelligence Director Burr] said {no}.", "#burr-will", "us", "A2" } },
    { "2020-06-01",
      { "H1: the office of now outweighs that of then",
        "[US Ambassador Burr] said {no}.", "#burr-nick", "us", "A2" } },
    { "2020-06-01",
      { "H1: unless it is a former one",
        "[Former US Ambassador Burr] said {no}.", "#burr-will", "us", "A2" } },
    { "2020-06-01",
      { "H1: long out of office, but called by it", "[Senator Burr] said {no}.",
        "#burr-al", "us", "A2" } },
    { "2020-06-01",
      { "H1: a role tells a family name, too", "[Bank founder Burr] said {no}.",
        "#burr-bo", "us", "A2" } },
    { "2020-06-01",
      { "H1: words beside the noun", "[Foreign Minister Wan] said {no}.",
        "#wan-min", "china", "A2" } },
    { "2020-06-01",
      { "H1: of trade", "[Trade Minister Wan] said {no}.", "#wan-trade",
        "china", "A2" } },
    { "2020-06-01",
      { "H1: a vice minister is none", "[Vice Foreign Minister Wan] said {no}.",
        "#wan-vice", "china", "A2" } },
    { "2020-06-01",
      { "a noun that fits two tells neither", "[Minister Wan] said {no}.",
        "Wan", NULL, "A2" } },
    { "2020-06-01",
      { "nor does another's office", "[Governor Burr] said {no}.", "Burr", NULL,
        "A2" } },
    { "2020-06-01",
      { "H1: the office outweighs whom the page has named",
        "Nick Burr came. [Intelligence Director Burr] said {no}.", "#burr-will",
        "us", "A2" } },
    { "1995-06-01",
      { "a minister goes before one of many senators",
        "The talks went on. On Monday [Cole] said {no}.", "#cole-min", "us",
        "A2" } },
    { "2020-06-01",
      { "a middle initial is passed over", "[Nick R. Burr] said {no}.",
        "#burr-nick", "us", "A1" } },
    { "2020-06-01",
      { "but a first one is not", "[R. Nick Burr] said {no}.", "R. Nick Burr",
        NULL, "A5" } },
    { "2020-06-01",
      { "but not one whom only the page knows",
        "Flo Burr, a senator, came. [Senator Burr] said {no}.", "Flo Burr",
        "us", "A2" } },
};

START_TEST(the_words_beside_a_name_tell_whose_it_is)
{
    dm_register *reg = load_rows(crowd, COUNT_OF(crowd));
    check_row_in(reg, &names[_i].row, names[_i].date);
    dm_register_free(reg);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, the_words_beside_a_name_tell_whose_it_is, 0,
                        COUNT_OF(names));
}

int main(void)
{
    return run_suite("namesake", add);
}
