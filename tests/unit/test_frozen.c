/* test_frozen.c - images and the frozen string sets inside them. */
#include <stdio.h>
#include <stdlib.h>

#include "base/frozen.h"
#include "suite.h"

static const char magic[8] = "test-img";
enum { COUNT = 3000 };

/* COUNT different strings, one of them empty, in an image of their own. */
static void make(dm_buf *buf, dm_span *strings, char (*room)[12])
{
    uint32_t *order = calloc(COUNT, sizeof *order);
    for (size_t i = 0; i < COUNT; i++) {
        int len = i == 0 ? 0 : snprintf(room[i], 12, "s%zu", i * 7);
        strings[i] = (dm_span){ room[i], (size_t)len };
    }
    ck_assert_int_eq(dm_frozen_order(order, strings, COUNT, NULL), 0);
    dm_buf_init(buf);
    dm_image_begin(buf);
    dm_frozen_add(buf, strings, order, COUNT);
    dm_image_finish(buf, magic, 3);
    free(order);
}

static demarche_status open_set(dm_frozen *set, bool *sound, const dm_buf *buf)
{
    dm_image image;
    demarche_status status = dm_image_open(&image, buf->data, buf->len, magic,
                                           3, false, "test", NULL);
    *sound = status == DEMARCHE_OK && dm_frozen_take(set, &image) &&
             dm_image_done(&image);
    return status;
}

START_TEST(every_string_is_found_by_its_number_and_no_other)
{
    static char room[COUNT][12];
    static dm_span strings[COUNT];
    bool seen[COUNT] = { false }, sound;
    dm_frozen set;
    dm_buf buf;
    make(&buf, strings, room);
    ck_assert_int_eq(open_set(&set, &sound, &buf), 0);
    ck_assert(sound);
    ck_assert_uint_eq(set.count, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        uint32_t number = dm_frozen_find(&set, strings[i]);
        ck_assert_uint_lt(number, COUNT);
        ck_assert(!seen[number]);
        seen[number] = true;
        ck_assert(dm_span_equal(dm_frozen_at(&set, number), strings[i]));
    }
    ck_assert_uint_eq(dm_frozen_find(&set, dm_span_of("s1")), DM_FROZEN_NONE);
    dm_buf_clear(&buf);
}
END_TEST

START_TEST(many_looked_up_at_once_are_found_as_each_alone)
{
    static char room[COUNT][12];
    static dm_span strings[COUNT];
    uint32_t numbers[DM_FROZEN_BATCH];
    bool sound;
    dm_frozen set;
    dm_buf buf;
    make(&buf, strings, room);
    ck_assert_int_eq(open_set(&set, &sound, &buf), 0);
    for (size_t begin = 0; begin < COUNT; begin += DM_FROZEN_BATCH) {
        size_t left = COUNT - begin;
        size_t count = left < DM_FROZEN_BATCH ? left : DM_FROZEN_BATCH;
        strings[begin] = dm_span_of("unknown");
        dm_frozen_find_all(numbers, &set, strings + begin, count);
        for (size_t i = 0; i < count; i++)
            ck_assert_uint_eq(numbers[i],
                              dm_frozen_find(&set, strings[begin + i]));
        ck_assert_uint_eq(numbers[0], DM_FROZEN_NONE);
    }
    dm_frozen_find_all(numbers, &set, strings, 0);
    dm_buf_clear(&buf);
}
END_TEST

START_TEST(numbers_do_not_depend_on_the_order_of_adding)
{
    static char room[COUNT][12];
    static dm_span strings[COUNT];
    dm_buf once, again;
    make(&once, strings, room);
    dm_buf_init(&again);
    uint32_t *order = calloc(COUNT, sizeof *order);
    for (size_t i = 0; i < COUNT / 2; i++) {
        dm_span swap = strings[i];
        strings[i] = strings[COUNT - 1 - i];
        strings[COUNT - 1 - i] = swap;
    }
    dm_frozen_order(order, strings, COUNT, NULL);
    dm_image_begin(&again);
    dm_frozen_add(&again, strings, order, COUNT);
    dm_image_finish(&again, magic, 3);
    ck_assert_uint_eq(once.len, again.len);
    ck_assert_mem_eq(once.data, again.data, once.len);
    free(order);
    dm_buf_clear(&once);
    dm_buf_clear(&again);
}
END_TEST

START_TEST(an_empty_set_holds_nothing)
{
    dm_frozen set;
    bool sound;
    dm_buf buf;
    dm_buf_init(&buf);
    dm_image_begin(&buf);
    dm_frozen_add(&buf, NULL, NULL, 0);
    dm_image_finish(&buf, magic, 3);
    open_set(&set, &sound, &buf);
    ck_assert(sound);
    ck_assert_uint_eq(dm_frozen_find(&set, dm_span_of("")), DM_FROZEN_NONE);
    dm_buf_clear(&buf);
}
END_TEST

/* The checksum is not looked at here: whatever the numbers say, nothing leads
 * outside, and looking up stays bounded. */
START_TEST(altered_numbers_are_refused_or_harmless)
{
    static char room[COUNT][12];
    static dm_span strings[COUNT];
    dm_frozen set;
    dm_buf buf;
    make(&buf, strings, room);
    for (size_t at = 32; at < buf.len; at += 11) {
        bool sound;
        buf.data[at] = (char)(buf.data[at] ^ 0x81);
        open_set(&set, &sound, &buf);
        for (size_t i = 0; sound && i < COUNT; i += 97)
            dm_frozen_find(&set, strings[i]);
        buf.data[at] = (char)(buf.data[at] ^ 0x81);
    }
    dm_buf_clear(&buf);
}
END_TEST

START_TEST(sections_come_back_aligned_and_only_at_their_size)
{
    const double numbers[] = { 1.5, -2 };
    dm_image image;
    dm_buf buf;
    dm_buf_init(&buf);
    dm_image_begin(&buf);
    dm_image_add(&buf, "abc", 3, 1);
    dm_image_add(&buf, numbers, 2, sizeof *numbers);
    dm_image_finish(&buf, magic, 3);
    ck_assert_int_eq(
        dm_image_open(&image, buf.data, buf.len, magic, 3, true, "test", NULL),
        0);
    ck_assert(dm_span_is(dm_image_take_any(&image), "abc"));
    dm_image before = image;
    ck_assert_ptr_null(dm_image_take(&image, 3, sizeof *numbers));
    const double *back = dm_image_take(&before, 2, sizeof *numbers);
    ck_assert_ptr_nonnull(back);
    ck_assert_uint_eq((size_t)back % sizeof *back, 0);
    ck_assert(back[0] == 1.5 && back[1] == -2);
    ck_assert(dm_image_done(&before));
    ck_assert_ptr_null(dm_image_take(&before, 0, 1));
    dm_buf_clear(&buf);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_test(tc, every_string_is_found_by_its_number_and_no_other);
    tcase_add_test(tc, many_looked_up_at_once_are_found_as_each_alone);
    tcase_add_test(tc, numbers_do_not_depend_on_the_order_of_adding);
    tcase_add_test(tc, an_empty_set_holds_nothing);
    tcase_add_test(tc, altered_numbers_are_refused_or_harmless);
    tcase_add_test(tc, sections_come_back_aligned_and_only_at_their_size);
}

int main(void)
{
    return run_suite("frozen", add);
}
