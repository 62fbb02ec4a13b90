/* test_office.c - speakers who are called by an office, without their name.
 *
 * See sheet.h for the marks in the texts. All persons are invented.
 */
#include "sheet.h"

static const char *const posts[] = {
    "country|us|us|United States|US||adjective=American/US; people=Americans",
    "country|wales|other|Wales|||adjective=Welsh; people=Welsh",
    "institution|state|us|State Department||us|type=ministry",
    "office|secretary|us|Secretary of State|US Secretary of State/secretary of "
    "state|state|",
    "office|treasurer|us|Treasury Secretary|treasury secretary|us|",
    "person|gus|us|Gus Hale||us|treasurer 2005..2012",
    "office|elect|us|President-elect|president-elect|us|",
    "office|president|other|President of Wales|Wales' President/Welsh "
    "President|wales|",
    "office|senator|us|Senator|US Senator|us|holders=many",
    "person|ann|us|Ann Brook||us|secretary 2001-01-20..2009-01-20",
    "person|bea|us|Bea Crane||us|secretary 2009-01-20..2009-02-28 acting",
    "person|cora|us|Cora Dell||us|secretary 2009-03-01..2013; "
    "elect 2016-11..2017-01-20",
    "person|dan|other|Dan Evans||wales|president 2008-02..2009-05 acting",
    "person|flo|us|Flo Grant||us|senator 2001..2015",
};

static const struct {
    const char *date;
    row row;
} offices[] = {
    { "2005-05-05",
      { "in office", "[The US Secretary of State] said {no}.", "Ann Brook",
        "us", "A3" } },
    { "2009-01-20",
      { "the new one on the day of the oath",
        "[The Secretary of State] said {no}.", "Bea Crane", "us", "A3" } },
    { "2009-02-01",
      { "acting", "[The acting Secretary of State] said {no}.", "Bea Crane",
        "us", "A3" } },
    { "2009-02-01",
      { "acting, inside the name",
        "[The US acting secretary of state] said {no}.", "Bea Crane", "us",
        "A3" } },
    { "2009-02-01",
      { "interim, behind a possessive", "[Wales' interim president] said {no}.",
        "Dan Evans", "other", "A3" } },
    { "2010-02-01",
      { "nobody is acting while the office is filled",
        "[The acting Secretary of State] said {no}.",
        "secretary of State (unnamed)", "us", "S8" } },
    { "2010-02-01",
      { "new", "[The new secretary of state] said {no}.", "Cora Dell", "us",
        "A3" } },
    { "2010-02-01",
      { "a former one is nobody known",
        "[The former secretary of state] said {no}.",
        "secretary of state (unnamed)", "us", "S8" } },
    { "2010-02-01",
      { "nor is the next one, though the words stand apart",
        "The next [US Secretary of State] said {no}.",
        "US Secretary of State (unnamed)", "us", "S8" } },
    { "2010-02-01",
      { "an adverb before the article is no such word",
        "Then [the US Secretary of State] said {no}.", "Cora Dell", "us",
        "A3" } },
    { "2010-02-01",
      { "nor is the one of then", "[The then secretary of state] said {no}.",
        "secretary of state (unnamed)", "us", "S8" } },
    { "2010-02-01",
      { "a secretary of another kind was named before",
        "Ann Brook met Gus Hale. [The US Secretary of State] said {no}.",
        "Cora Dell", "us", "A3" } },
    { "2010-02-01",
      { "or is meant by what is left of the office",
        "Gus Hale came. [The secretary] said {no}.", "Gus Hale", "us", "S4" } },
    { "2010-02-01",
      { "another office that begins alike",
        "[The Secretary of State for Wales] said {no}.",
        "secretary of State for Wales (unnamed)", "us", "S8" } },
    { "2016-12-01",
      { "elected", "[The president-elect] said {no}.", "Cora Dell", "us",
        "A3" } },
    { "2018-12-01",
      { "nobody after the last term", "[The Secretary of State] said {no}.",
        "secretary of State (unnamed)", "us", "S8" } },
    { "2010-02-01",
      { "an office of many", "[The US senator] said {no}.",
        "US senator (unnamed)", "us", "S8" } },
    { NULL,
      { "without a date, nobody", "[The Secretary of State] said {no}.",
        "secretary of State (unnamed)", "us", "S8" } },
    { NULL,
      { "without a date, the holder whom the page names",
        "Flo Grant met Cora Dell. [US Secretary of State] said {no}.",
        "Cora Dell", "us", "A3" } },
    { NULL,
      { "of two of them, the one named more",
        "Ann Brook met Cora Dell. Brook left. [US Secretary of State] said "
        "{no}.",
        "Ann Brook", "us", "A3" } },
};

START_TEST(an_office_means_its_holder)
{
    dm_register *reg = load_rows(posts, COUNT_OF(posts));
    check_row_in(reg, &offices[_i].row, offices[_i].date);
    dm_register_free(reg);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, an_office_means_its_holder, 0, COUNT_OF(offices));
}

int main(void)
{
    return run_suite("office", add);
}
