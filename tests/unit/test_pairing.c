/* test_pairing.c - letters that ranges cover, and who is paired with whom. */
#include <string.h>

#include "assay/pairing.h"
#include "base/random.h"
#include "suite.h"

static dm_ruler ruler_of(dm_arena *arena, const char *text)
{
    dm_ruler ruler;
    ck_assert_int_eq(dm_ruler_init(&ruler, arena, dm_span_of(text), NULL), 0);
    return ruler;
}

static const struct {
    const char *why, *text;
    size_t at;
    dm_notch is;
} notches[] = {
    { "nothing", "", 0, { 0, 0, 0 } },
    { "letters and digits alone count", "a b-3.", 6, { 6, 3, 0 } },
    { "before a code point, not a byte",
      "\u00e9t\u00e9 \u8c08",
      4,
      { 6, 3, 0 } },
    { "behind the end is the end", "ab", 99, { 2, 2, 0 } },
    { "double marks, straight and curved",
      "\"a\u201Cb\u201D'c'",
      8,
      { 12, 3, 3 } },
    { "a combining accent is no letter", "e\u0301", 2, { 3, 1, 0 } },
    { "numbers of other kinds are", "\u00bd\u2167\u0664", 3, { 7, 3, 0 } },
};

START_TEST(letters_are_counted_before_a_code_point)
{
    dm_arena arena;
    dm_arena_init(&arena);
    dm_ruler ruler = ruler_of(&arena, notches[_i].text);
    dm_notch notch = dm_ruler_at(&ruler, notches[_i].at);
    ck_assert_msg(notch.byte == notches[_i].is.byte, "%s", notches[_i].why);
    ck_assert_msg(notch.letters == notches[_i].is.letters, "%s",
                  notches[_i].why);
    ck_assert_msg(notch.marks == notches[_i].is.marks, "%s", notches[_i].why);
    dm_arena_clear(&arena);
}
END_TEST

START_TEST(a_long_text_is_measured_everywhere)
{
    enum { COUNT = 300 };
    char text[2 * COUNT + 1];
    dm_arena arena;
    dm_arena_init(&arena);
    for (size_t i = 0; i < COUNT; i++)
        memcpy(text + 2 * i, i % 3 == 0 ? "\u00bb" : "\u00e4", 2);
    text[2 * COUNT] = '\0';
    dm_ruler ruler = ruler_of(&arena, text);
    size_t letters = 0;
    for (size_t i = 0; i <= COUNT; i++) {
        ck_assert_uint_eq(dm_ruler_at(&ruler, i).byte, 2 * i);
        ck_assert_uint_eq(dm_ruler_at(&ruler, i).letters, letters);
        letters += i % 3 != 0;
    }
    dm_arena_clear(&arena);
}
END_TEST

static const char plain[] = "abc def ghi jkl mno"; // 15 letters

static const struct {
    const char *why;
    demarche_range ranges[3];
    size_t count, pieces, size;
} covers[] = {
    { "none", { { 0, 0 } }, 0, 0, 0 },
    { "one word", { { 4, 7 } }, 1, 1, 3 },
    { "a space alone covers nothing", { { 3, 4 } }, 1, 0, 0 },
    { "words that a space parts are one stretch",
      { { 0, 3 }, { 4, 7 } },
      2,
      1,
      6 },
    { "in any order", { { 8, 11 }, { 0, 3 } }, 2, 2, 6 },
    { "overlaps count once", { { 0, 7 }, { 2, 11 }, { 5, 6 } }, 3, 1, 9 },
    { "a reversed range is empty", { { 7, 4 } }, 1, 0, 0 },
    { "behind the end there is nothing", { { 16, 4000000000 } }, 1, 1, 3 },
};

START_TEST(ranges_become_stretches_of_letters)
{
    dm_arena arena;
    dm_cover cover;
    dm_arena_init(&arena);
    dm_ruler ruler = ruler_of(&arena, plain);
    ck_assert_int_eq(dm_cover_init(&cover, &arena, &ruler, covers[_i].ranges,
                                   covers[_i].count, NULL),
                     0);
    ck_assert_msg(cover.count == covers[_i].pieces, "%s", covers[_i].why);
    ck_assert_msg(cover.size == covers[_i].size, "%s", covers[_i].why);
    dm_arena_clear(&arena);
}
END_TEST

/* Random covers as sets of letters, against which the sweep is held. */
enum { LETTERS = 60, MOST = 9 };

typedef struct naive {
    bool has[LETTERS];
} naive;

static dm_cover draw_cover(naive *set, dm_arena *arena, const dm_ruler *ruler,
                           uint64_t *state)
{
    demarche_range ranges[3];
    size_t count = dm_random_below(state, 4);
    memset(set, 0, sizeof *set);
    for (size_t i = 0; i < count; i++) {
        size_t begin = dm_random_below(state, LETTERS);
        size_t end = begin + dm_random_below(state, 20);
        ranges[i] = (demarche_range){ begin, end };
        for (size_t c = begin; c < end && c < LETTERS; c++)
            set->has[c] = true;
    }
    dm_cover cover;
    ck_assert_int_eq(dm_cover_init(&cover, arena, ruler, ranges, count, NULL),
                     0);
    return cover;
}

static double naive_ratio(const naive *a, const naive *b)
{
    size_t both = 0, either = 0;
    for (size_t c = 0; c < LETTERS; c++) {
        both += a->has[c] && b->has[c];
        either += a->has[c] || b->has[c];
    }
    return both == 0 ? 0 : (double)both / (double)either;
}

/* The best pair left, in the order that ties ask for, until none is left. */
static void pair_naively(uint32_t *of_a, const naive *a, size_t a_count,
                         uint32_t *of_b, const naive *b, size_t b_count,
                         double least)
{
    for (size_t i = 0; i < a_count; i++)
        of_a[i] = DM_NOBODY;
    for (size_t j = 0; j < b_count; j++)
        of_b[j] = DM_NOBODY;
    for (;;) {
        double best = 0;
        size_t best_i = 0, best_j = 0;
        for (size_t i = 0; i < a_count; i++)
            for (size_t j = 0; j < b_count; j++) {
                double ratio = naive_ratio(&a[i], &b[j]);
                if (of_a[i] != DM_NOBODY || of_b[j] != DM_NOBODY ||
                    ratio < least || ratio <= best)
                    continue;
                best = ratio;
                best_i = i;
                best_j = j;
            }
        if (best == 0)
            return;
        of_a[best_i] = (uint32_t)best_j;
        of_b[best_j] = (uint32_t)best_i;
    }
}

START_TEST(the_sweep_pairs_as_trying_every_pair_does)
{
    char text[LETTERS + 1];
    memset(text, 'x', LETTERS);
    text[LETTERS] = '\0';
    uint64_t state = 7;
    for (int round = 0; round < 400; round++) {
        dm_arena arena;
        dm_arena_init(&arena);
        dm_ruler ruler = ruler_of(&arena, text);
        naive a_sets[MOST], b_sets[MOST];
        dm_cover a[MOST], b[MOST];
        size_t a_count = dm_random_below(&state, MOST + 1);
        size_t b_count = dm_random_below(&state, MOST + 1);
        for (size_t i = 0; i < a_count; i++)
            a[i] = draw_cover(&a_sets[i], &arena, &ruler, &state);
        for (size_t j = 0; j < b_count; j++)
            b[j] = draw_cover(&b_sets[j], &arena, &ruler, &state);
        dm_overlaps overlaps;
        uint32_t of_a[MOST], of_b[MOST], naive_a[MOST], naive_b[MOST];
        double least = round % 2 == 0 ? 0.3 : 0.8;
        ck_assert_int_eq(
            dm_overlaps_find(&overlaps, &arena, a, a_count, b, b_count, NULL),
            0);
        ck_assert_int_eq(dm_overlaps_pair(of_a, a_count, of_b, b_count,
                                          &overlaps, least, &arena, NULL),
                         0);
        pair_naively(naive_a, a_sets, a_count, naive_b, b_sets, b_count, least);
        ck_assert(memcmp(of_a, naive_a, a_count * sizeof *of_a) == 0);
        ck_assert(memcmp(of_b, naive_b, b_count * sizeof *of_b) == 0);
        for (uint32_t i = 0; i < a_count; i++)
            for (uint32_t j = 0; j < b_count; j++) {
                const dm_overlap *o = dm_overlaps_at(&overlaps, i, j);
                double ratio = naive_ratio(&a_sets[i], &b_sets[j]);
                ck_assert((o == NULL ? 0 : o->ratio) == ratio);
            }
        dm_arena_clear(&arena);
    }
}
END_TEST

START_TEST(the_same_place_named_without_end_is_refused)
{
    enum { MANY = 3000 };
    static dm_cover same[MANY];
    dm_arena arena;
    dm_arena_init(&arena);
    dm_ruler ruler = ruler_of(&arena, plain);
    demarche_range range = { 0, 3 };
    for (size_t i = 0; i < MANY; i++)
        ck_assert_int_eq(
            dm_cover_init(&same[i], &arena, &ruler, &range, 1, NULL), 0);
    dm_overlaps overlaps;
    ck_assert_int_eq(
        dm_overlaps_find(&overlaps, &arena, same, MANY, same, MANY, NULL),
        DEMARCHE_BAD_INPUT);
    ck_assert_int_eq(
        dm_overlaps_find(&overlaps, &arena, same, 1000, same, 1000, NULL), 0);
    ck_assert_uint_eq(overlaps.count, 1000000);
    dm_arena_clear(&arena);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, letters_are_counted_before_a_code_point, 0,
                        COUNT_OF(notches));
    tcase_add_test(tc, a_long_text_is_measured_everywhere);
    tcase_add_loop_test(tc, ranges_become_stretches_of_letters, 0,
                        COUNT_OF(covers));
    tcase_add_test(tc, the_sweep_pairs_as_trying_every_pair_does);
    tcase_add_test(tc, the_same_place_named_without_end_is_refused);
}

int main(void)
{
    return run_suite("pairing", add);
}
