/* test_base.c - memory, strings and numbers below everything else. */
#include <locale.h>
#include <math.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/intern.h"
#include "base/json.h"
#include "base/num.h"
#include "suite.h"

static const struct {
    const char *why;
    double value;
    unsigned decimals;
    const char *text;
} fixed[] = {
    { "plain", 0.25, 2, "0.25" },
    { "rounded up into the next whole", 0.999, 2, "1.00" },
    { "negative", -0.5, 1, "-0.5" },
    { "no negative zero", -0.001, 2, "0.00" },
    { "no decimals", 41.6, 0, "42" },
    { "not a number", NAN, 2, "nan" },
    { "infinite", INFINITY, 2, "nan" },
};

START_TEST(fixed_numbers_print_alike_everywhere)
{
    dm_buf buf;
    dm_buf_init(&buf);
    dm_num_fixed(&buf, fixed[_i].value, fixed[_i].decimals);
    ck_assert_msg(dm_span_is(dm_buf_span(&buf), fixed[_i].text), "%s: %s",
                  fixed[_i].why, buf.data);
    dm_buf_clear(&buf);
}
END_TEST

static const struct {
    const char *why, *text;
    bool good;
    double value;
} parsed[] = {
    { "decimal", "-1.5", true, -1.5 },
    { "exponent", "2.5e-3", true, 0.0025 },
    { "bare point", ".", false, 0 },
    { "empty", "", false, 0 },
    { "trailing bytes", "1x", false, 0 },
    { "comma is no point", "1,5", false, 0 },
    { "overflow is not finite", "1e999", false, 0 },
    { "empty exponent", "1e", false, 0 },
};

START_TEST(numbers_parse_whole_or_not_at_all)
{
    double value = 0;
    bool good = dm_num_parse(&value, dm_span_of(parsed[_i].text));
    ck_assert_msg(good == parsed[_i].good, "%s", parsed[_i].why);
    if (good)
        ck_assert_double_eq_tol(value, parsed[_i].value, 1e-15);
}
END_TEST

START_TEST(whole_numbers_do_not_wrap)
{
    uint64_t value = 0;
    ck_assert(dm_num_parse_uint(&value, dm_span_of("18446744073709551615")));
    ck_assert_uint_eq(value, UINT64_MAX);
    ck_assert(!dm_num_parse_uint(&value, dm_span_of("18446744073709551616")));
    ck_assert(!dm_num_parse_uint(&value, dm_span_of("-1")));
}
END_TEST

START_TEST(interned_strings_keep_their_numbers_until_locked)
{
    dm_intern table;
    dm_intern_init(&table);
    char word[16];
    for (uint32_t i = 0; i < 5000; i++) {
        uint32_t number;
        int len = snprintf(word, sizeof word, "w%u", (unsigned)i);
        dm_span span = { word, (size_t)len };
        ck_assert_int_eq(dm_intern_add(&number, &table, span, NULL), 0);
        ck_assert_uint_eq(number, i);
    }
    ck_assert_uint_eq(dm_intern_find(&table, dm_span_of("w4321")), 4321);
    dm_intern_lock(&table);
    uint32_t number;
    dm_intern_add(&number, &table, dm_span_of("new"), NULL);
    ck_assert_uint_eq(number, DM_INTERN_NONE);
    ck_assert_uint_eq(table.count, 5000);
    dm_intern_clear(&table);
}
END_TEST

START_TEST(arena_gives_zeroed_memory_after_reset)
{
    dm_arena arena;
    dm_arena_init(&arena);
    char *first = dm_arena_alloc(&arena, 100000);
    memset(first, 'x', 100000);
    dm_arena_reset(&arena);
    char *second = dm_arena_alloc(&arena, 100000);
    for (size_t i = 0; i < 100000; i++)
        ck_assert_int_eq(second[i], 0);
    ck_assert_ptr_null(dm_arena_array(&arena, SIZE_MAX / 2, 8));
    dm_arena_clear(&arena);
}
END_TEST

START_TEST(arena_grows_an_array_in_place_or_elsewhere)
{
    dm_arena arena;
    dm_arena_init(&arena);
    size_t *items = NULL, capacity = 0, moves = 0;
    char *other;
    for (size_t i = 0; i < 10000; i++) {
        size_t *held = items, before = capacity;
        items = dm_arena_grow(&arena, items, i, &capacity, sizeof *items);
        moves += items != held;
        for (size_t k = i; k < capacity && capacity > before; k++)
            ck_assert_uint_eq(items[k], 0);
        items[i] = i + 1;
        if (i == 1000 || i == 5000) { // now something else is the newest
            other = dm_arena_alloc(&arena, 16);
            memset(other, 'x', 16);
        }
    }
    for (size_t i = 0; i < 10000; i++)
        ck_assert_uint_eq(items[i], i + 1);
    ck_assert_uint_lt(moves, 10); // of 11 times that it grew
    capacity = SIZE_MAX / 4;
    ck_assert_ptr_null(
        dm_arena_grow(&arena, items, capacity, &capacity, sizeof *items));
    dm_arena_clear(&arena);
}
END_TEST

START_TEST(json_strings_come_back_as_they_went)
{
    const char given[] = "a\"b\\c\n\x01 \xE2\x80\x9Cq\xE2\x80\x9D";
    dm_buf buf;
    dm_buf_init(&buf);
    dm_json_add_string(&buf, (dm_span){ given, sizeof given }); // with its NUL
    json_t *value;
    ck_assert_int_eq(dm_json_parse(&value, buf.data, buf.len, NULL), 0);
    ck_assert_uint_eq(json_string_length(value), sizeof given);
    ck_assert_mem_eq(json_string_value(value), given, sizeof given);
    json_decref(value);
    dm_buf_clear(&buf);
}
END_TEST

static const struct {
    const char *why, *given, *printed;
} reals[] = {
    { "no digits that nobody wrote", "0.8", "0.8" },
    { "a whole number stays a real", "1.0", "1.0" },
    { "all digits that it takes", "0.1234567890123456", "0.1234567890123456" },
    { "seventeen digits", "0.30000000000000004", "0.30000000000000004" },
    { "exponent", "1e300", "1e+300" },
    { "negative zero", "-0.0", "-0.0" },
    { "nested, in order", "{\"b\":[1,2.5,{}],\"a\":[],\"c\":null}",
      "{\"b\":[1,2.5,{}],\"a\":[],\"c\":null}" },
    { "words and truth", "[\"\u00e9\\n\\r\\t\\u0000\",true,false]",
      "[\"\u00e9\\n\\r\\t\\u0000\",true,false]" },
};

static void check_print(int i)
{
    json_t *value;
    ck_assert_int_eq(
        dm_json_parse(&value, reals[i].given, strlen(reals[i].given), NULL), 0);
    dm_buf buf;
    dm_buf_init(&buf);
    dm_json_print(&buf, value);
    ck_assert_msg(strcmp(buf.data, reals[i].printed) == 0, "%s: %s",
                  reals[i].why, buf.data);
    dm_buf_clear(&buf);
    json_decref(value);
}

START_TEST(json_prints_as_it_was_read)
{
    check_print(_i);
}
END_TEST

/* Where a comma is the point; passes over machines without such a locale. */
START_TEST(json_prints_alike_in_any_locale)
{
    static const char *const names[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "de_DE",
                                         "C.UTF-8" };
    for (int i = 0; i < COUNT_OF(names); i++)
        if (setlocale(LC_ALL, names[i]) != NULL)
            check_print(_i);
    setlocale(LC_ALL, "C");
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, json_prints_as_it_was_read, 0, COUNT_OF(reals));
    tcase_add_loop_test(tc, json_prints_alike_in_any_locale, 0,
                        COUNT_OF(reals));
    tcase_add_loop_test(tc, fixed_numbers_print_alike_everywhere, 0,
                        COUNT_OF(fixed));
    tcase_add_loop_test(tc, numbers_parse_whole_or_not_at_all, 0,
                        COUNT_OF(parsed));
    tcase_add_test(tc, whole_numbers_do_not_wrap);
    tcase_add_test(tc, interned_strings_keep_their_numbers_until_locked);
    tcase_add_test(tc, arena_gives_zeroed_memory_after_reset);
    tcase_add_test(tc, arena_grows_an_array_in_place_or_elsewhere);
    tcase_add_test(tc, json_strings_come_back_as_they_went);
}

int main(void)
{
    return run_suite("base", add);
}
