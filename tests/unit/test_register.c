/* test_register.c - the shipped register: what it says must fit together.
 *
 * Its lines are read here a second time, by themselves, because the loaded
 * register no longer knows how exactly a date was given.
 */
#include "sheet.h"

#include <stdlib.h>

#include "date.h"
#include "field.h"

enum { KIND, ID, SIDE, NAME, ALIASES, OF, DETAIL, COLUMNS };

enum { NAMES_MAX = 20000, TERMS_MAX = 10000, PEOPLE_WANTED = 800 };

/* A time in office. Its begin lies within [from, from_last], its end within
 * [to_first, to]: months and years are vague. */
typedef struct span_of_time {
    dm_span person, office;
    dm_date from, from_last, to_first, to;
    bool marked; // acting, or joint
} span_of_time;

typedef struct name {
    dm_span words, kind, id, detail;
} name;

static struct {
    dm_buf text;
    name names[NAMES_MAX];
    span_of_time terms[TERMS_MAX];
    int name_count, term_count, people;
} all;

static void read_file(void)
{
    FILE *file = fopen(DM_SOURCE_DIR "/models/data/actors.tsv", "rb");
    ck_assert_ptr_nonnull(file);
    char block[4096];
    dm_buf_init(&all.text);
    for (size_t len; (len = fread(block, 1, sizeof block, file)) > 0;)
        dm_buf_add_span(&all.text, (dm_span){ block, len });
    fclose(file);
    ck_assert(!dm_buf_failed(&all.text));
}

static void add_name(const dm_span *columns, dm_span words)
{
    if (dm_span_begins(words, "the ")) {
        words.data += 4;
        words.len -= 4;
    }
    if (words.len == 0)
        return;
    ck_assert_int_lt(all.name_count, NAMES_MAX);
    all.names[all.name_count++] =
        (name){ words, columns[KIND], columns[ID], columns[DETAIL] };
}

static void read_date(dm_span words, dm_date *first, dm_date *last)
{
    ck_assert(dm_date_parse(first, words, false));
    ck_assert(dm_date_parse(last, words, true));
}

/* "office-id FROM..TO MARKS"; false for what has no dates. */
static bool add_term(dm_span person, dm_span part)
{
    span_of_time term = { .person = person,
                          .from = DM_DATE_FIRST,
                          .from_last = DM_DATE_FIRST,
                          .to = DM_DATE_LAST,
                          .to_first = DM_DATE_LAST };
    term.office = dm_field_cut(&part, ' ');
    dm_span range = dm_field_cut(&part, ' ');
    term.marked = part.len > 0;
    dm_span from = dm_field_cut(&range, '.');
    dm_field_cut(&range, '.');
    if (from.len == 0 && range.len == 0)
        return false;
    if (from.len > 0)
        read_date(from, &term.from, &term.from_last);
    if (range.len > 0)
        read_date(range, &term.to_first, &term.to);
    ck_assert_int_lt(all.term_count, TERMS_MAX);
    all.terms[all.term_count++] = term;
    return true;
}

static void read_lines(void)
{
    dm_span rest = dm_buf_span(&all.text);
    while (rest.len > 0) {
        dm_span columns[COLUMNS], line = dm_field_cut(&rest, '\n');
        if (line.len == 0 || line.data[0] == '#')
            continue;
        // the last column may be empty, and its TAB was trimmed then
        for (int i = 0; i < COLUMNS; i++)
            columns[i] = dm_field_cut(&line, '\t');
        add_name(columns, columns[NAME]);
        while (columns[ALIASES].len > 0)
            add_name(columns, dm_field_cut(&columns[ALIASES], '|'));
        bool dated = false;
        while (dm_span_is(columns[KIND], "person") && columns[DETAIL].len > 0) {
            dm_span part = dm_field_cut(&columns[DETAIL], ';');
            if (part.len > 0 && memchr(part.data, '=', part.len) == NULL)
                dated |= add_term(columns[ID], part);
        }
        all.people += dated;
    }
}

static void setup(void)
{
    memset(&all, 0, sizeof all);
    read_file();
    read_lines();
}

static void teardown(void)
{
    dm_buf_clear(&all.text);
}

static dm_register *load_shipped(void)
{
    dm_register *reg;
    demarche_error err = { 0 };
    demarche_status status = dm_register_parse(
        &reg, "actors.tsv", all.text.data, all.text.len, &err);
    ck_assert_msg(status == DEMARCHE_OK, "%s", err.message);
    return reg;
}

START_TEST(eight_hundred_people_have_dates)
{
    ck_assert_int_ge(all.people, PEOPLE_WANTED);
}
END_TEST

#define SHOWN(span) (int)(span).len, (span).data

static bool is_of_many(dm_span office)
{
    for (int i = 0; i < all.name_count; i++)
        if (dm_span_equal(all.names[i].id, office))
            return dm_span_is(dm_field_value(all.names[i].detail, "holders"),
                              "many");
    ck_abort_msg("no office '%.*s'", SHOWN(office));
    return false;
}

static int compare_terms(const void *a, const void *b)
{
    const span_of_time *left = a, *right = b;
    int order = dm_span_compare(left->office, right->office);
    return order != 0 ? order
                      : (left->from > right->from) - (left->from < right->from);
}

static void check_pair(const span_of_time *first, const span_of_time *second)
{
    bool overlap = second->from_last < first->to_first &&
                   first->from_last < second->to_first;
    ck_assert_msg(!overlap || first->marked || second->marked,
                  "%.*s and %.*s hold '%.*s' at one time", SHOWN(first->person),
                  SHOWN(second->person), SHOWN(first->office));
}

START_TEST(no_two_terms_of_an_office_overlap_unless_marked)
{
    size_t count = (size_t)all.term_count;
    qsort(all.terms, count, sizeof *all.terms, compare_terms);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && dm_span_equal(all.terms[end].office,
                                                       all.terms[i].office);)
            end++;
        if (is_of_many(all.terms[i].office))
            continue;
        for (size_t a = i; a < end; a++)
            for (size_t b = a + 1; b < end; b++)
                check_pair(&all.terms[a], &all.terms[b]);
    }
}
END_TEST

static int compare_names(const void *a, const void *b)
{
    return dm_span_compare(((const name *)a)->words, ((const name *)b)->words);
}

/* Do two persons hold one office, so that its name cannot tell them apart? */
static bool share_office(dm_span a, dm_span b)
{
    for (int i = 0; i < all.term_count; i++)
        for (int j = 0; j < all.term_count; j++)
            if (dm_span_equal(all.terms[i].person, a) &&
                dm_span_equal(all.terms[j].person, b) &&
                dm_span_equal(all.terms[i].office, all.terms[j].office) &&
                all.terms[i].from <= all.terms[j].to &&
                all.terms[j].from <= all.terms[i].to)
                return true;
    return false;
}

START_TEST(a_name_that_is_shared_can_be_told_apart)
{
    size_t count = (size_t)all.name_count;
    qsort(all.names, count, sizeof *all.names, compare_names);
    for (size_t i = 1; i < count; i++) {
        const name *a = &all.names[i - 1], *b = &all.names[i];
        if (!dm_span_equal(a->words, b->words))
            continue;
        ck_assert_msg(!dm_span_equal(a->id, b->id), "'%.*s' twice in '%.*s'",
                      SHOWN(a->words), SHOWN(a->id));
        ck_assert_msg(dm_span_is(a->kind, "person") &&
                          dm_span_is(b->kind, "person") && a->detail.len > 0 &&
                          b->detail.len > 0 && !share_office(a->id, b->id),
                      "'%.*s' may be '%.*s' or '%.*s'", SHOWN(a->words),
                      SHOWN(a->id), SHOWN(b->id));
    }
}
END_TEST

/* Public office-holders on given days; the words are invented. */
static const struct {
    const char *date, *office, *holder;
} held[] = {
    { "2019-03-01", "The Secretary of State", "Mike Pompeo" },
    { "2023-06-18", "The Secretary of State", "Antony Blinken" },
    { "2018-04-10", "The acting secretary of state", "John Sullivan" },
    { "2017-02-01", "The US Secretary of State", "Rex Tillerson" },
    { "2023-01-05", "The Chinese foreign minister", "Qin Gang" },
    { "2023-08-01", "The Chinese foreign minister", "Wang Yi" },
    { "2022-12-29", "China's foreign minister", "Wang Yi" },
    { "2019-03-01", "The acting defense secretary", "Patrick Shanahan" },
    { "2019-07-23", "The defense secretary", "Mark Esper" },
    { "2025-01-25", "The US defense secretary", "Pete Hegseth" },
    { "2021-01-19", "The US president", "Donald Trump" },
    { "2021-01-20", "The US president", "Joe Biden" },
    { "2020-12-01", "The president-elect", "Joe Biden" },
    { "2013-03-14", "The Chinese president", "Xi Jinping" },
    { "2023-03-12", "The Chinese premier", "Li Qiang" },
    { "2023-05-01", "The Chinese defense minister", "Li Shangfu" },
    { "2023-12-29", "The Chinese defense minister", "Dong Jun" },
    { "2018-06-15", "The US trade representative", "Robert Lighthizer" },
    { "2025-03-01", "The US trade representative", "Jamieson Greer" },
    { "2018-06-15", "China's commerce minister", "Zhong Shan" },
    { "2021-06-15", "China's commerce minister", "Wang Wentao" },
    { "2019-06-01", "The Treasury secretary", "Steven Mnuchin" },
    { "2012-07-01", "The acting US commerce secretary", "Rebecca Blank" },
    { "2019-09-15", "The national security adviser", "Charles Kupperman" },
    { "2019-09-18", "The national security adviser", "Robert O'Brien" },
    { "2018-12-01", "The acting attorney general", "Matthew Whitaker" },
    { "2022-01-15", "The White House press secretary", "Jen Psaki" },
    { "2022-08-03", "The House speaker", "Nancy Pelosi" },
    { "2018-09-01", "The US ambassador to China", "Terry Branstad" },
    { "2022-09-01", "The Chinese ambassador to the United States", "Qin Gang" },
    { "2007-06-01", "The UN secretary-general", "Ban Ki-moon" },
    { "2022-10-01", "The British prime minister", "Liz Truss" },
    { "2021-12-08", "The German chancellor", "Olaf Scholz" },
    { "2024-10-01", "The Japanese prime minister", "Shigeru Ishiba" },
    { "2024-12-20", "South Korea's acting president", "Han Duck-soo" },
    { "2000-02-01", "Russia's acting president", "Vladimir Putin" },
    { "2024-05-20", "Taiwan's president", "Lai Ching-te" },
    { "2022-07-02", "The Hong Kong chief executive", "John Lee" },
};

START_TEST(an_office_has_its_holder_of_the_day)
{
    char text[160];
    snprintf(text, sizeof text, "[%s] said {no}.", held[_i].office);
    dm_register *reg = load_shipped();
    row expected = { .why = held[_i].office,
                     .text = text,
                     .actor = held[_i].holder,
                     .rule = "A3" };
    for (size_t i = 0; i < dm_register_count(reg); i++)
        if (strcmp(dm_register_at(reg, i)->name, held[_i].holder) == 0)
            expected.side = dm_register_at(reg, i)->side;
    check_row_in(reg, &expected, held[_i].date);
    dm_register_free(reg);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_checked_fixture(tc, setup, teardown);
    tcase_add_test(tc, eight_hundred_people_have_dates);
    tcase_add_test(tc, no_two_terms_of_an_office_overlap_unless_marked);
    tcase_add_test(tc, a_name_that_is_shared_can_be_told_apart);
    tcase_add_loop_test(tc, an_office_has_its_holder_of_the_day, 0,
                        COUNT_OF(held));
}

int main(void)
{
    return run_suite("register", add);
}
