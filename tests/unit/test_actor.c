/* test_actor.c - the register: loading, refusing, matching, who was in office.
 *
 * All persons are invented.
 */
#include <stdio.h>

#include "actor.h"
#include "base/buf.h"
#include "date.h"
#include "suite.h"

#define LINE(kind, id, side, name, aliases, of, detail)                        \
    kind "\t" id "\t" side "\t" name "\t" aliases "\t" of "\t" detail "\n"

/* A register in which | stands for TAB, and / for the bar between aliases;
 * see fill. */
static const char *const sample[] = {
    "# a comment, and an empty line",
    "",
    "country|us|us|United States|US/U.S./Washington||"
    "adjective=American/U.S.; people=American/Americans; capital=Washington",
    "country|china|china|China|Beijing/Chinese side||"
    "adjective=Chinese; people=Chinese; capital=Beijing",
    "country|maldives|other|Maldives|||adjective=Maldivian; capital=Male; "
    "places=Gan Island",
    "institution|mfa|china|Ministry of Foreign Affairs|Chinese Foreign "
    "Ministry/China's Foreign Ministry/foreign ministry|china|type=ministry",
    "institution|state|us|State Department||us|type=ministry",
    "office|secretary|us|Secretary of State|US Secretary of State|state|",
    "person|vera-holt|us|Vera Holt||us|secretary 2001-01-20..2009-01-20",
    "person|adam-holt|us|Adam Holt|Secretary Holt|us|"
    "secretary 2009-01-21..2013; secretary 2021-01..",
    "person|wei-lan|china|Wei Lan||china|role=spokesperson",
    "person|jerry-ma|china|Jerry Ma||china|role=founder",
    "person|jo-park-lee|us|Jo Park-Lee|Holt|us|secretary ..1990",
};

/* The lines of `rows`, with TABs and bars in place. */
static void fill(dm_buf *buf, const char *const *rows, int count)
{
    dm_buf_init(buf);
    for (int i = 0; i < count; i++) {
        dm_buf_add_string(buf, rows[i]);
        dm_buf_add_char(buf, '\n');
    }
    for (size_t i = 0; i < buf->len; i++)
        buf->data[i] = buf->data[i] == '|'   ? '\t'
                       : buf->data[i] == '/' ? '|'
                                             : buf->data[i];
}

static dm_register *load_rows(const char *const *rows, int count)
{
    dm_buf buf;
    dm_register *reg;
    demarche_error err = { 0 };
    fill(&buf, rows, count);
    demarche_status status =
        dm_register_parse(&reg, "actors.tsv", buf.data, buf.len, &err);
    ck_assert_msg(status == DEMARCHE_OK, "%s", err.message);
    dm_buf_clear(&buf);
    return reg;
}

static const struct {
    const char *why, *text, *date;
    const char *id; // NULL: no match
    dm_match_kind kind;
    size_t tokens;
} matches[] = {
    { "a name", "Wei Lan said", NULL, "wei-lan", DM_MATCH_NAME, 2 },
    { "an abbreviation", "U.S. officials", NULL, "us", DM_MATCH_NAME, 1 },
    { "a metonym", "Beijing warned", NULL, "china", DM_MATCH_NAME, 1 },
    { "a place is matched where places are asked for", "Gan Island warned",
      NULL, NULL, 0, 0 },
    { "a capital alone is no alias", "Male warned", NULL, NULL, 0, 0 },
    { "an adjective", "Maldivian officials", NULL, "maldives",
      DM_MATCH_ADJECTIVE, 1 },
    { "the longest alias", "Chinese Foreign Ministry said", NULL, "mfa",
      DM_MATCH_NAME, 3 },
    { "an adjective where the rest differs", "Chinese Foreign policy", NULL,
      "china", DM_MATCH_ADJECTIVE, 1 },
    { "a leading article is passed over", "the State Department said", NULL,
      "state", DM_MATCH_NAME, 3 },
    { "a possessive inside an alias", "China\u2019s Foreign Ministry", NULL,
      "mfa", DM_MATCH_NAME, 4 },
    { "a possessive after an alias", "China's tariffs", NULL, "china",
      DM_MATCH_NAME, 1 },
    { "letter case tells a name from a word", "us and them", NULL, NULL, 0, 0 },
    { "a lower-case alias may open a sentence", "Foreign ministry officials",
      NULL, "mfa", DM_MATCH_NAME, 2 },
    { "a headline in capitals", "CHINA WARNS", NULL, "china", DM_MATCH_NAME,
      1 },
    { "later words of an institution in lower case", "State department said",
      NULL, "state", DM_MATCH_NAME, 2 },
    { "a person's are not", "Wei lan", NULL, "wei-lan", DM_MATCH_SURNAME, 1 },
    { "a family name in front", "Wei said", NULL, "wei-lan", DM_MATCH_SURNAME,
      1 },
    { "a given name in front, told by the family name", "Ma said", NULL,
      "jerry-ma", DM_MATCH_SURNAME, 1 },
    { "a family name with a hyphen", "Park-Lee said", NULL, "jo-park-lee",
      DM_MATCH_SURNAME, 3 },
    { "an alias outranks a family name, whatever the date", "Holt said", "2022",
      "jo-park-lee", DM_MATCH_NAME, 1 },
    { "an office", "Secretary of State", NULL, "secretary", DM_MATCH_NAME, 3 },
    { "part of a name is no match", "Secretary of Defense", NULL, NULL, 0, 0 },
    { "part of a word is no match", "Chinatown", NULL, NULL, 0, 0 },
    { "nothing in, nothing out", "", NULL, NULL, 0, 0 },
};

START_TEST(the_longest_name_at_a_token_is_matched)
{
    dm_register *reg = load_rows(sample, COUNT_OF(sample));
    dm_arena arena;
    dm_arena_init(&arena);
    dm_text text;
    dm_tokens tokens;
    const char *words = matches[_i].text;
    ck_assert_int_eq(dm_text_init(&text, &arena, words, strlen(words), NULL),
                     DEMARCHE_OK);
    ck_assert_int_eq(dm_tokens_find(&tokens, &text, &arena, NULL), DEMARCHE_OK);
    dm_match match = dm_register_match(reg, &text, tokens.items, 0,
                                       tokens.count, matches[_i].date);
    const char *id = match.actor == NULL ? "(none)" : match.actor->id;
    ck_assert_msg(strcmp(id, matches[_i].id ? matches[_i].id : "(none)") == 0,
                  "%s: %s", matches[_i].why, id);
    ck_assert_msg(match.kind == matches[_i].kind, "%s", matches[_i].why);
    ck_assert_msg(match.tokens == matches[_i].tokens, "%s: %zu tokens",
                  matches[_i].why, match.tokens);
    dm_arena_clear(&arena);
    dm_register_free(reg);
}
END_TEST

static const struct {
    const char *why, *date, *id;
} holders[] = {
    { "in the middle of a term", "2005-05-05", "vera-holt" },
    { "the first day counts", "2001-01-20", "vera-holt" },
    { "the last day counts", "2009-01-20", "vera-holt" },
    { "the next day is the next one's", "2009-01-21", "adam-holt" },
    { "a year alone ends with its last day", "2013-12-31", "adam-holt" },
    { "between terms nobody is known", "2017-01-01", NULL },
    { "a second, open term", "2031-01-01", "adam-holt" },
    { "an open beginning", "1985-06-01", "jo-park-lee" },
    { "a date in words", "June 15, 2005", "vera-holt" },
    { "no date, no holder", NULL, NULL },
    { "no date in it, no holder", "yesterday", NULL },
};

START_TEST(an_office_is_held_by_date)
{
    dm_register *reg = load_rows(sample, COUNT_OF(sample));
    const dm_actor *office = dm_register_find_id(reg, dm_span_of("secretary"));
    ck_assert_ptr_nonnull(office);
    const dm_actor *holder = dm_register_holder(reg, office, holders[_i].date);
    const char *id = holder == NULL ? "(none)" : holder->id;
    ck_assert_msg(strcmp(id, holders[_i].id ? holders[_i].id : "(none)") == 0,
                  "%s: %s", holders[_i].why, id);
    dm_register_free(reg);
}
END_TEST

static const char *const deputies[] = {
    "office|post|us|Post|||",
    "person|ann|us|Ann Brook|||post 2001..2003-05-02; post 2008..2010",
    "person|bea|us|Bea Crane|||post 2003-05-02..2003-08 acting",
    "person|cora|us|Cora Dell|||post 2002..2002-06 acting",
    "person|dora|us|Dora Elm|||post 2008-03..2012 joint",
};

static const struct {
    const char *why, *date, *holder, *acting;
} fills[] = {
    { "nobody is acting", "2001-05-01", "ann", NULL },
    { "who fills in for one who is away", "2002-03-01", "cora", "cora" },
    { "and who is back", "2002-07-01", "ann", NULL },
    { "a handover to an acting one", "2003-05-02", "bea", "bea" },
    { "two at a time: who holds it alone", "2009-01-01", "ann", NULL },
    { "alone in the end", "2011-01-01", "dora", NULL },
};

START_TEST(who_fills_in_holds_the_office)
{
    dm_register *reg = load_rows(deputies, COUNT_OF(deputies));
    const dm_actor *post = dm_register_find_id(reg, dm_span_of("post"));
    const dm_actor *holder = dm_register_holder(reg, post, fills[_i].date);
    const dm_actor *acting = dm_register_acting(reg, post, fills[_i].date);
    ck_assert_ptr_nonnull(holder);
    ck_assert_msg(strcmp(holder->id, fills[_i].holder) == 0, "%s: %s",
                  fills[_i].why, holder->id);
    ck_assert_msg((acting == NULL) == (fills[_i].acting == NULL), "%s",
                  fills[_i].why);
    ck_assert(acting == NULL || acting == holder);
    dm_register_free(reg);
}
END_TEST

START_TEST(an_office_of_many_has_no_holder)
{
    static const char *const rows[] = {
        "office|senator|us|Senator|||holders=many",
        "person|one|us|Al Brook|||senator 2001..2009",
    };
    dm_register *reg = load_rows(rows, COUNT_OF(rows));
    const dm_actor *office = dm_register_find_id(reg, dm_span_of("senator"));
    ck_assert_ptr_null(dm_register_holder(reg, office, "2005-01-01"));
    dm_register_free(reg);
}
END_TEST

START_TEST(a_place_leads_to_its_country)
{
    static const char words[] = "Gan Island customs";
    dm_register *reg = load_rows(sample, COUNT_OF(sample));
    dm_arena arena;
    dm_arena_init(&arena);
    dm_text text;
    dm_tokens tokens;
    ck_assert_int_eq(dm_text_init(&text, &arena, words, sizeof words - 1, NULL),
                     DEMARCHE_OK);
    ck_assert_int_eq(dm_tokens_find(&tokens, &text, &arena, NULL), DEMARCHE_OK);
    dm_match match =
        dm_register_match_place(reg, tokens.items, 0, tokens.count, NULL);
    ck_assert_int_eq(match.kind, DM_MATCH_PLACE);
    ck_assert_uint_eq(match.tokens, 2);
    ck_assert_str_eq(match.actor->id, "maldives");
    dm_arena_clear(&arena);
    dm_register_free(reg);
}
END_TEST

START_TEST(a_shared_name_goes_to_whoever_was_in_office)
{
    static const char *const bushes[] = {
        "office|president|us|President|||",
        "person|one|us|Al Bush|Bush||president 1989-01-20..1993-01-20",
        "person|two|us|Bo Bush|Bush||president 2001-01-20..2009-01-20",
    };
    static const struct {
        const char *date, *id;
    } rows[] = { { "1990-01-01", "one" },
                 { "2005-01-01", "two" },
                 { "1995-01-01", "one" }, // nearer in time
                 { "2020-01-01", "two" },
                 { NULL, "two" } }; // the latest
    dm_register *reg = load_rows(bushes, COUNT_OF(bushes));
    dm_arena arena;
    dm_arena_init(&arena);
    dm_text text;
    dm_tokens tokens;
    ck_assert_int_eq(dm_text_init(&text, &arena, "Bush", 4, NULL), DEMARCHE_OK);
    ck_assert_int_eq(dm_tokens_find(&tokens, &text, &arena, NULL), DEMARCHE_OK);
    for (int i = 0; i < COUNT_OF(rows); i++) {
        dm_match match = dm_register_match(reg, &text, tokens.items, 0,
                                           tokens.count, rows[i].date);
        ck_assert_ptr_nonnull(match.actor);
        ck_assert_str_eq(match.actor->id, rows[i].id);
    }
    dm_arena_clear(&arena);
    dm_register_free(reg);
}
END_TEST

#define US "country\tus\tus\tUnited States\t\t\t\n"
#define POST "office\tpost\tus\tPost\t\tus\t\n"
#define PERSON(of, detail) "person\tp\tus\tP Q\t\t" of "\t" detail "\n"

static const struct {
    const char *why, *text, *message;
    size_t len; // 0: strlen
} refused[] = {
    { "unknown kind", US "city\tx\tus\tX\t\t\t\n",
      "actors.tsv:2:1: unknown kind 'city'", 0 },
    { "too few columns", "# c\ncountry\tus\tus\tUnited States\n",
      "actors.tsv:2:1: 4 columns, not 7", 0 },
    { "too many columns", "country\tus\tus\tUS\t\t\t\t\n",
      "actors.tsv:1:1: 8 columns, not 7", 0 },
    { "empty name", "country\tus\tus\t \t\t\t\n", "actors.tsv:1:16: empty name",
      0 },
    { "empty id", "country\t\tus\tUS\t\t\t\n", "actors.tsv:1:9: empty id", 0 },
    { "empty side", "country\tus\t\tUS\t\t\t\n", "actors.tsv:1:12: empty side",
      0 },
    { "the same id twice", US "\n" US,
      "actors.tsv:3:9: duplicate id 'us', first in line 1", 0 },
    { "unknown id in of", PERSON("usa", ""),
      "actors.tsv:1:18: unknown id 'usa' in column 'of'", 0 },
    { "a circle of of",
      "institution\ta\tus\tA\t\tb\t\ninstitution\tb\tus\tB\t\ta\t\n",
      "actors.tsv:1:21: column 'of' is a circle, or too deep", 0 },
    { "unknown office", US PERSON("us", "none 2001.."),
      "actors.tsv:2:21: unknown office 'none'", 0 },
    { "a country is no office", US PERSON("us", "us 2001.."),
      "actors.tsv:2:21: unknown office 'us'", 0 },
    { "a month that is none", US POST PERSON("us", "post 2001-13..2002"),
      "actors.tsv:3:26: bad time in office '2001-13..2002'", 0 },
    { "no dots", US POST PERSON("us", "post 2001"),
      "actors.tsv:3:26: bad time in office '2001'", 0 },
    { "an end before the beginning", US POST PERSON("us", "post 2002..2001"),
      "actors.tsv:3:26: bad time in office '2002..2001'", 0 },
    { "no time", US POST PERSON("us", "post"),
      "actors.tsv:3:25: bad time in office ''", 0 },
    { "a mark that is none", US POST PERSON("us", "post 2001..2002 elected"),
      "actors.tsv:3:37: unknown mark 'elected', not 'acting' or 'joint'", 0 },
    { "columns count characters", "institution\t\u00e9\tus\t\u00c9\t\tus\t\n",
      "actors.tsv:1:21: unknown id 'us' in column 'of'", 0 },
    { "invalid UTF-8", US "person\tp\tus\tP\xFF Q\t\tus\t\n",
      "actors.tsv:2:14: invalid UTF-8", 0 },
    { "a NUL byte", "country\tus\tus\tUnited\0States\t\t\t\n",
      "actors.tsv:1:21: a NUL byte", 31 },
};

START_TEST(a_bad_line_is_refused_with_its_number)
{
    dm_register *reg;
    demarche_error err = { 0 };
    const char *text = refused[_i].text;
    size_t len = refused[_i].len == 0 ? strlen(text) : refused[_i].len;
    demarche_status status =
        dm_register_parse(&reg, "actors.tsv", text, len, &err);
    ck_assert_msg(status == DEMARCHE_BAD_INPUT, "%s", refused[_i].why);
    ck_assert_ptr_null(reg);
    ck_assert_str_eq(err.message, refused[_i].message);
    ck_assert_uint_eq(err.offset, (size_t)(strchr(err.message, ':')[1] - '0'));
}
END_TEST

START_TEST(a_second_file_adds_and_replaces)
{
    static const char *const mine[] = {
        "country|us|us|Federal Union|FU||",
        "person|new|other|Nora New||us|",
    };
    dm_buf shipped, own;
    fill(&shipped, sample, COUNT_OF(sample));
    fill(&own, mine, COUNT_OF(mine));
    dm_register *reg;
    ck_assert_int_eq(dm_register_parse_two(&reg, "actors.tsv",
                                           dm_buf_span(&shipped), "mine.tsv",
                                           dm_buf_span(&own), NULL),
                     DEMARCHE_OK);
    dm_buf_clear(&shipped); // the register must not need them any more
    dm_buf_clear(&own);
    const dm_actor *us = dm_register_find_id(reg, dm_span_of("us"));
    const dm_actor *added = dm_register_find_id(reg, dm_span_of("new"));
    ck_assert_str_eq(us->name, "Federal Union");
    ck_assert_ptr_nonnull(added);
    ck_assert_ptr_eq(added->of, us);
    ck_assert_uint_eq(dm_register_count(reg), 12);
    ck_assert_ptr_eq(dm_register_at(reg, 0), us);
    dm_register_free(reg);
}
END_TEST

START_TEST(a_bad_line_in_the_second_file_names_it)
{
    dm_buf shipped;
    fill(&shipped, sample, COUNT_OF(sample));
    dm_register *reg;
    demarche_error err = { 0 };
    ck_assert_int_eq(dm_register_parse_two(&reg, "actors.tsv",
                                           dm_buf_span(&shipped), "mine.tsv",
                                           dm_span_of("oops\n"), &err),
                     DEMARCHE_BAD_INPUT);
    ck_assert_str_eq(err.message, "mine.tsv:1:1: 1 columns, not 7");
    dm_buf_clear(&shipped);
}
END_TEST

START_TEST(an_empty_register_matches_nothing)
{
    dm_register *reg = load_rows(sample, 0);
    ck_assert_uint_eq(dm_register_count(reg), 0);
    ck_assert_ptr_null(dm_register_find_id(reg, dm_span_of("us")));
    dm_register_free(reg);
}
END_TEST

static const struct {
    const char *why, *text;
    bool last, good;
    const char *same; // the date it equals, in full
} dates[] = {
    { "a day", "2023-06-20", false, true, "2023-06-20" },
    { "a month begins with its first day", "2023-06", false, true,
      "2023-06-01" },
    { "a month ends with its last day", "2023-07", true, true, "2023-07-31" },
    { "a year ends with its last day", "2023", true, true, "2023-12-31" },
    { "month 0", "2023-00", false, false, NULL },
    { "day 32", "2023-01-32", false, false, NULL },
    { "a day that its month has not", "2023-06-31", false, false, NULL },
    { "29 February in a common year", "2023-02-29", false, false, NULL },
    { "29 February in a leap year", "2024-02-29", false, true, "2024-02-29" },
    { "a year of three digits", "023", false, false, NULL },
    { "a stray hyphen", "2023-", false, false, NULL },
    { "trailing words", "2023-06-20T", false, false, NULL },
    { "nothing", "", false, false, NULL },
};

START_TEST(dates_parse_whole_or_not_at_all)
{
    dm_date date = 0, same = 0;
    bool good =
        dm_date_parse(&date, dm_span_of(dates[_i].text), dates[_i].last);
    ck_assert_msg(good == dates[_i].good, "%s", dates[_i].why);
    if (!good)
        return;
    ck_assert(dm_date_parse(&same, dm_span_of(dates[_i].same), false));
    ck_assert_msg(date == same, "%s", dates[_i].why);
}
END_TEST

static const struct {
    const char *why, *text, *same; // NULL: unknown
} guesses[] = {
    { "a day with a time", "2023-06-20T10:00:00Z", "2023-06-20" },
    { "month, day, year", "June 15, 2018", "2018-06-15" },
    { "day, month, year", "15 Jun 2018", "2018-06-15" },
    { "month and year", "March 2011", "2011-03-01" },
    { "a year somewhere", "issue of 1999", "1999-01-01" },
    { "no year", "June 15", NULL },
    { "empty", "", NULL },
    { "nothing", NULL, NULL },
};

START_TEST(dates_of_documents_come_in_many_forms)
{
    dm_date same = DM_DATE_LAST;
    if (guesses[_i].same != NULL)
        ck_assert(dm_date_parse(&same, dm_span_of(guesses[_i].same), false));
    ck_assert_msg(dm_date_guess(guesses[_i].text) == same, "%s",
                  guesses[_i].why);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, the_longest_name_at_a_token_is_matched, 0,
                        COUNT_OF(matches));
    tcase_add_loop_test(tc, an_office_is_held_by_date, 0, COUNT_OF(holders));
    tcase_add_loop_test(tc, who_fills_in_holds_the_office, 0, COUNT_OF(fills));
    tcase_add_test(tc, an_office_of_many_has_no_holder);
    tcase_add_test(tc, a_place_leads_to_its_country);
    tcase_add_test(tc, a_shared_name_goes_to_whoever_was_in_office);
    tcase_add_loop_test(tc, a_bad_line_is_refused_with_its_number, 0,
                        COUNT_OF(refused));
    tcase_add_test(tc, a_second_file_adds_and_replaces);
    tcase_add_test(tc, a_bad_line_in_the_second_file_names_it);
    tcase_add_test(tc, an_empty_register_matches_nothing);
    tcase_add_loop_test(tc, dates_parse_whole_or_not_at_all, 0,
                        COUNT_OF(dates));
    tcase_add_loop_test(tc, dates_of_documents_come_in_many_forms, 0,
                        COUNT_OF(guesses));
}

int main(void)
{
    return run_suite("actor", add);
}
