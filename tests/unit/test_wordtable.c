/* test_wordtable.c - word vectors from a corpus: what goes in, what comes out.
 */
#include <math.h>
#include <stdio.h>

#include "base/random.h"
#include "suite.h"
#include "words.h"
#include "words/cluster.h"
#include "words/table.h"

static void add_text(dm_corpus *corpus, const char *text)
{
    ck_assert_int_eq(dm_corpus_add(corpus, text, strlen(text), NULL), 0);
}

START_TEST(a_sentence_seen_before_is_dropped)
{
    dm_corpus corpus;
    dm_corpus_init(&corpus);
    add_text(&corpus, "Talks went on in Geneva. Talks went on in Geneva.");
    add_text(&corpus, "TALKS went on in Geneva. Talks ended in Geneva.");
    ck_assert_uint_eq(corpus.sentences, 2);
    uint32_t talks = dm_intern_find(&corpus.words, dm_span_of("talks"));
    ck_assert_uint_eq(corpus.counts[talks], 2);
    dm_corpus_clear(&corpus);
}
END_TEST

START_TEST(ranks_go_by_count_then_by_bytes)
{
    dm_corpus corpus;
    dm_corpus_init(&corpus);
    add_text(&corpus, "b a b a c c\n\nb a c d e f");
    uint32_t *ranks, *order;
    size_t count;
    ck_assert_int_eq(
        dm_corpus_rank(&ranks, &order, &count, &corpus, 9, 2, NULL), 0);
    ck_assert_uint_eq(count, 3);
    const char *expected[] = { "a", "b", "c" };
    for (size_t i = 0; i < count; i++) {
        ck_assert(
            dm_span_is(dm_intern_at(&corpus.words, order[i]), expected[i]));
        ck_assert_uint_eq(ranks[order[i]], i);
    }
    uint32_t d = dm_intern_find(&corpus.words, dm_span_of("d"));
    ck_assert_uint_eq(ranks[d], DM_INTERN_NONE);
    free(ranks);
    free(order);
    dm_corpus_clear(&corpus);
}
END_TEST

START_TEST(like_rows_share_a_cluster)
{
    enum { COUNT = 40, DIMENSIONS = 2, CLUSTERS = 2 };
    float rows[COUNT * DIMENSIONS];
    for (size_t i = 0; i < COUNT; i++) {
        double angle = (i % 2 == 0 ? 0.0 : 1.5) + 0.01 * (double)i / COUNT;
        rows[2 * i] = (float)cos(angle);
        rows[2 * i + 1] = (float)sin(angle);
    }
    uint16_t of[COUNT];
    uint32_t names[CLUSTERS];
    /* Rows 0 and 20 begin the two groups, though they are alike. */
    ck_assert_int_eq(
        dm_cluster(of, names, rows, COUNT, DIMENSIONS, CLUSTERS, NULL), 0);
    for (size_t i = 2; i < COUNT; i++)
        ck_assert_uint_eq(of[i], of[i % 2]);
    ck_assert_uint_ne(of[0], of[1]);
    ck_assert_uint_eq(of[names[of[1]]], of[1]);
}
END_TEST

/* Sentences in which "tariffs" and "duties" stand among the same words. */
static void add_sentences(dm_corpus *corpus)
{
    static const char *const near[2][6] = {
        { "tariffs", "duties", "levies", "imports", "steel", "customs" },
        { "talks", "meeting", "dialogue", "envoys", "summit", "hosts" }
    };
    uint64_t state = 7;
    char text[256];
    for (int i = 0; i < 4000; i++) {
        const char *const *theme = near[i % 2];
        snprintf(text, sizeof text, "%s x%u %s and %s y%u on %s.",
                 theme[dm_random_below(&state, 6)], (unsigned)(i % 37),
                 theme[dm_random_below(&state, 6)],
                 theme[dm_random_below(&state, 6)], (unsigned)(i % 41),
                 theme[dm_random_below(&state, 6)]);
        add_text(corpus, text);
    }
}

static double likeness(const dm_words *words, const char *a, const char *b)
{
    double x[DM_WORDS_DIMENSIONS_MAX] = { 0 };
    double y[DM_WORDS_DIMENSIONS_MAX] = { 0 };
    dm_words_add_to(x, words, dm_words_find(words, dm_span_of(a)));
    dm_words_add_to(y, words, dm_words_find(words, dm_span_of(b)));
    double xy = 0, xx = 0, yy = 0;
    for (uint32_t d = 0; d < words->dimensions; d++) {
        xy += x[d] * y[d];
        xx += x[d] * x[d];
        yy += y[d] * y[d];
    }
    return xy / sqrt(xx * yy);
}

START_TEST(words_of_one_company_are_alike_and_bytes_the_same)
{
    dm_corpus corpus;
    dm_corpus_init(&corpus);
    add_sentences(&corpus);
    dm_table_options options;
    dm_table_options_init(&options);
    options.dimensions = 4;
    options.clusters = 6;
    options.epochs = 20;   // a small corpus, read often,
    options.sample = 1e-2; // and all of its words frequent
    char *bytes[2];
    size_t len[2];
    for (int i = 0; i < 2; i++)
        ck_assert_int_eq(
            dm_table_make(&bytes[i], &len[i], &corpus, &options, NULL), 0);
    ck_assert_uint_eq(len[0], len[1]);
    ck_assert_mem_eq(bytes[0], bytes[1], len[0]);

    dm_words words;
    ck_assert_int_eq(dm_words_open(&words, bytes[0], len[0], true, NULL), 0);
    ck_assert(likeness(&words, "tariffs", "duties") >
              likeness(&words, "tariffs", "dialogue") + 0.3);
    ck_assert_uint_eq(dm_words_find(&words, dm_span_of("unseen")),
                      DM_FROZEN_NONE);
    free(bytes[0]);
    free(bytes[1]);
    dm_corpus_clear(&corpus);
}
END_TEST

START_TEST(a_small_corpus_is_refused)
{
    dm_corpus corpus;
    dm_corpus_init(&corpus);
    add_text(&corpus, "Too few words.");
    dm_table_options options;
    dm_table_options_init(&options);
    char *bytes;
    size_t len;
    ck_assert_int_eq(dm_table_make(&bytes, &len, &corpus, &options, NULL),
                     DEMARCHE_NOT_ENOUGH_DATA);
    ck_assert_ptr_null(bytes);
    dm_corpus_clear(&corpus);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_test(tc, a_sentence_seen_before_is_dropped);
    tcase_add_test(tc, ranks_go_by_count_then_by_bytes);
    tcase_add_test(tc, like_rows_share_a_cluster);
    tcase_add_test(tc, words_of_one_company_are_alike_and_bytes_the_same);
    tcase_add_test(tc, a_small_corpus_is_refused);
}

int main(void)
{
    return run_suite("wordtable", add);
}
