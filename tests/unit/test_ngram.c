/* test_ngram.c - which n-grams a statement has, and what vector they make. */
#include <math.h>

#include "ngram.h"
#include "suite.h"
#include "vector.h"

static const char actors[] =
    "# kind\tid\tside\tname\taliases\tof\tdetail\n"
    "country\tus\tus\tUnited States\tUS|U.S.|Washington\t\tadjective=American; "
    "people=Americans; capital=Washington\n"
    "country\tchina\tchina\tChina\t\t\tadjective=Chinese; people=Chinese; "
    "capital=Beijing\n";

static dm_register *make_register(void)
{
    dm_register *reg;
    demarche_error err;
    ck_assert_msg(
        dm_register_parse(&reg, "actors", actors, sizeof actors - 1, &err) == 0,
        "%s", err.message);
    return reg;
}

static bool has(const dm_ngrams *ngrams, dm_space space, const char *text)
{
    for (size_t i = 0; i < ngrams->count; i++)
        if (ngrams->items[i].space == space &&
            dm_span_is(ngrams->items[i].text, text))
            return true;
    return false;
}

static const struct {
    const char *why, *content;
    dm_space space;
    const char *ngram;
    bool there;
} cases[] = {
    { "one word, folded", "Talks resumed.", DM_SPACE_WORD, "talks", true },
    { "three words", "We seek no conflict", DM_SPACE_WORD, "seek no conflict",
      true },
    { "four are too many", "We seek no conflict", DM_SPACE_WORD,
      "we seek no conflict", false },
    { "marks are words", "Why not?", DM_SPACE_WORD, "not ?", true },
    { "quotation marks are not", "the \xE2\x80\x9Cwin\xE2\x80\x9D talks",
      DM_SPACE_WORD, "the win talks", true },
    { "letters with the word's end", "ban", DM_SPACE_CHAR, " ban ", true },
    { "letters inside", "sanctions", DM_SPACE_CHAR, "ction", true },
    { "a short word once, whole", "we", DM_SPACE_CHAR, " we ", true },
    { "letters never cross words", "we ban", DM_SPACE_CHAR, "we b", false },
    { "letters are characters, not bytes", "caf\xC3\xA9s", DM_SPACE_CHAR,
      "f\xC3\xA9s ", true },
    { "a step that the length reaches", "one two three four five six",
      DM_SPACE_SHAPE, "words 6+", true },
    { "a step that it does not", "one two three four five.", DM_SPACE_SHAPE,
      "words 6+", false },
    { "two sentences", "We talked. We agreed.", DM_SPACE_SHAPE, "sentences 2+",
      true },
    { "a question", "Why?", DM_SPACE_SHAPE, "asks", true },
    { "no question", "We asked why.", DM_SPACE_SHAPE, "asks", false },
    { "in the scope of a negation", "we do not seek conflict", DM_SPACE_NOT,
      "conflict", true },
    { "before it", "we do not seek conflict", DM_SPACE_NOT, "we", false },
    { "a mark ends the scope", "no, we seek talks", DM_SPACE_NOT, "talks",
      false },
    { "the scope ends after four words", "not a b c d talks", DM_SPACE_NOT,
      "talks", false },
    { "n't is a negation", "we don't want this", DM_SPACE_NOT, "want", true },
    { "after but", "fine words but empty deeds", DM_SPACE_BUT, "empty deeds",
      true },
    { "before but", "fine words but empty deeds", DM_SPACE_BUT, "fine", false },
    { "the last but counts", "a but b but c", DM_SPACE_BUT, "b", false },
    { "a side named", "Washington must act", DM_SPACE_NAMED, "us", true },
    { "with its kind", "Washington must act", DM_SPACE_NAMED, "us (country)",
      true },
    { "with the word after it", "Washington must act", DM_SPACE_NAMED,
      "us must", true },
    { "the only side", "China and Chinese firms", DM_SPACE_NAMED,
      "(only) china", true },
    { "not the only side", "China and the U.S.", DM_SPACE_NAMED, "(only) china",
      false },
    { "we beside a name", "our ties with China", DM_SPACE_NAMED, "(we) china",
      true },
    { "nobody named", "talks go on", DM_SPACE_NAMED, "(none)", true },
};

START_TEST(content_gives_these_ngrams_and_not_those)
{
    dm_register *reg = make_register();
    dm_ngrams ngrams;
    dm_arena arena;
    dm_arena_init(&arena);
    dm_view view = { .content = dm_span_of(cases[_i].content), .reg = reg };
    ck_assert_int_eq(dm_ngrams_find(&ngrams, &view, NULL, &arena, NULL), 0);
    ck_assert_msg(has(&ngrams, cases[_i].space, cases[_i].ngram) ==
                      cases[_i].there,
                  "%s", cases[_i].why);
    dm_arena_clear(&arena);
    dm_register_free(reg);
}
END_TEST

START_TEST(name_spaces_are_never_mixed)
{
    dm_ngrams ngrams;
    dm_arena arena;
    char a[DM_NGRAM_KEY_MAX], b[DM_NGRAM_KEY_MAX];
    dm_arena_init(&arena);
    dm_view view = { .content = dm_span_of("ministry"),
                     .cue = dm_span_of("warned"),
                     .speaker = dm_span_of("the ministry"),
                     .known_side = "china",
                     .known_kind = "institution" };
    dm_ngrams_find(&ngrams, &view, NULL, &arena, NULL);
    ck_assert(has(&ngrams, DM_SPACE_WORD, "ministry"));
    ck_assert(has(&ngrams, DM_SPACE_SPEAKER, "the ministry"));
    ck_assert(has(&ngrams, DM_SPACE_CUE, "warned"));
    ck_assert(!has(&ngrams, DM_SPACE_WORD, "warned"));
    ck_assert(has(&ngrams, DM_SPACE_KNOWN, "side china"));
    ck_assert(has(&ngrams, DM_SPACE_KNOWN, "kind institution"));
    dm_ngram content = { DM_SPAN("ministry"), DM_SPACE_WORD, { 0, 0 } };
    dm_ngram speaker = { DM_SPAN("ministry"), DM_SPACE_SPEAKER, { 0, 0 } };
    dm_span one = dm_ngram_key(a, &content), two = dm_ngram_key(b, &speaker);
    ck_assert(!dm_span_equal(one, two));
    ck_assert_int_eq(dm_space_of_key(one), DM_SPACE_WORD);
    ck_assert_int_eq(dm_space_of_key(two), DM_SPACE_SPEAKER);
    dm_arena_clear(&arena);
}
END_TEST

static const struct {
    const char *why, *ngram;
    bool there;
} marked[] = {
    { "a word to the left", "(left) must", true },
    { "not told to be right", "(right) must", false },
    { "a word to the right", "(right) lies", true },
    { "beside it, with the marked part", "(left) admire |", true },
    { "the clause is its own", "(clause) admire", true },
    { "beyond a comma is another clause", "(clause) lies", false },
    { "its own words are none of these", "(clause) Vera", false },
    { "eight words away at most", "(right) i", false },
};

START_TEST(a_marked_part_is_known_by_what_stands_around_it)
{
    dm_arena arena;
    dm_arena_init(&arena);
    dm_ngrams ngrams;
    const char *text = "You must admire Vera Roe, Doe lies a b c d e f g h i";
    dm_view view = { .content = dm_span_of(text), .mark = { 16, 24 } };
    ck_assert_int_eq(dm_ngrams_find(&ngrams, &view, NULL, &arena, NULL), 0);
    ck_assert_msg(has(&ngrams, DM_SPACE_NAMED, marked[_i].ngram) ==
                      marked[_i].there,
                  "%s", marked[_i].why);
    dm_arena_clear(&arena);
}
END_TEST

static const struct {
    const char *why, *content;
    dm_space space;
    const char *ngram, *words; // `words` as the content has them
} places[] = {
    { "one word", "Talks Resumed.", DM_SPACE_WORD, "resumed", "Resumed" },
    { "three words", "We seek no conflict", DM_SPACE_WORD, "seek no conflict",
      "seek no conflict" },
    { "over a quotation mark that is no word",
      "the \xE2\x80\x9Cwin\xE2\x80\x9D", DM_SPACE_WORD, "the win",
      "the \xE2\x80\x9Cwin" },
    { "letters: the word they stand in", "illegal SANCTIONS", DM_SPACE_CHAR,
      "ction", "SANCTIONS" },
    { "a word folded to other letters",
      "die Stra\xC3\x9F"
      "e",
      DM_SPACE_CHAR, "asse ",
      "Stra\xC3\x9F"
      "e" },
    { "in the scope of a negation", "we do not seek it", DM_SPACE_NOT, "seek",
      "seek" },
    { "after but", "fine, but empty deeds", DM_SPACE_BUT, "empty deeds",
      "empty deeds" },
    { "a name of two words", "The United States must act", DM_SPACE_NAMED, "us",
      "The United States" },
    { "with the word after it", "The United States must act", DM_SPACE_NAMED,
      "us must", "The United States must" },
    { "with the end of the text", "act, United States", DM_SPACE_NAMED, "us |",
      "United States" },
    { "a side is named where it is first", "China and Chinese firms",
      DM_SPACE_NAMED, "(first) china", "China" },
    { "and last", "China and Chinese firms", DM_SPACE_NAMED, "(last) china",
      "Chinese" },
    { "we, not the name", "China and our ties", DM_SPACE_NAMED, "(we) china",
      "our" },
    { "nobody named: all of it", "talks go on", DM_SPACE_NAMED, "(none)",
      "talks go on" },
    { "beside a marked part", "we admire Vera Roe, alas", DM_SPACE_NAMED,
      "(left) admire |", "admire Vera" },
    { "beside it, right", "we admire Vera Roe, alas", DM_SPACE_NAMED,
      "(right) | ,", "Roe," },
    { "further away", "we admire Vera Roe, alas", DM_SPACE_NAMED,
      "(right) alas", "alas" },
};

START_TEST(an_ngram_knows_where_it_stands)
{
    dm_register *reg = make_register();
    dm_ngrams found;
    dm_arena arena;
    dm_arena_init(&arena);
    const char *text = places[_i].content, *mark = strstr(text, "Vera Roe");
    dm_view view = { .content = dm_span_of(text), .reg = reg };
    if (mark != NULL)
        view.mark =
            (dm_bytes){ (uint32_t)(mark - text), (uint32_t)(mark - text + 8) };
    ck_assert_int_eq(dm_ngrams_find(&found, &view, NULL, &arena, NULL), 0);
    size_t seen = 0;
    for (size_t i = 0; i < found.count; i++) {
        dm_ngram *ngram = &found.items[i];
        if (ngram->space != places[_i].space ||
            !dm_span_is(ngram->text, places[_i].ngram))
            continue;
        const dm_token *tokens = found.tokens.items;
        uint32_t begin = tokens[ngram->at.begin].begin;
        dm_span words = { text + begin, tokens[ngram->at.end - 1].end - begin };
        ck_assert_msg(dm_span_is(words, places[_i].words), "%s: '%.*s'",
                      places[_i].why, (int)words.len, words.data);
        seen++;
    }
    ck_assert_msg(seen > 0, "%s: not found", places[_i].why);
    dm_arena_clear(&arena);
    dm_register_free(reg);
}
END_TEST

static const char *const odd[] = {
    "",    "|",   "\xE2\x80\x9C \xE2\x80\x9D", "U.S.", "we China", "China, we",
    "but", "not", "\xFF\xFE China \xC3",
};

START_TEST(every_place_lies_within_the_text)
{
    dm_register *reg = make_register();
    dm_ngrams found;
    dm_arena arena;
    dm_arena_init(&arena);
    dm_span text = dm_span_of(odd[_i]);
    for (uint32_t begin = 0; begin <= text.len + 1; begin++) {
        dm_view view = { .content = text,
                         .reg = reg,
                         .mark = { begin, begin + 2 },
                         .given = dm_span_of("us") };
        ck_assert_int_eq(dm_ngrams_find(&found, &view, NULL, &arena, NULL), 0);
        for (size_t i = 0; i < found.count; i++) {
            dm_place at = found.items[i].at;
            ck_assert_uint_le(at.begin, at.end);
            ck_assert_uint_le(at.end, found.tokens.count);
        }
    }
    dm_arena_clear(&arena);
    dm_register_free(reg);
}
END_TEST

START_TEST(a_given_label_says_who_names_whom)
{
    dm_arena arena;
    dm_arena_init(&arena);
    dm_register *reg = make_register();
    dm_ngrams ngrams;
    dm_view view = { .content =
                         dm_span_of("The United States must talk to China"),
                     .given = dm_span_of("us"),
                     .reg = reg };
    ck_assert_int_eq(dm_ngrams_find(&ngrams, &view, NULL, &arena, NULL), 0);
    ck_assert(has(&ngrams, DM_SPACE_KNOWN, "given us"));
    ck_assert(has(&ngrams, DM_SPACE_NAMED, ">us china"));
    ck_assert(has(&ngrams, DM_SPACE_NAMED, ">us china+us"));
    ck_assert(has(&ngrams, DM_SPACE_NAMED, ">us last china"));
    view.given = (dm_span){ NULL, 0 };
    ck_assert_int_eq(dm_ngrams_find(&ngrams, &view, NULL, &arena, NULL), 0);
    ck_assert(!has(&ngrams, DM_SPACE_NAMED, ">us china"));
    dm_register_free(reg);
    dm_arena_clear(&arena);
}
END_TEST

START_TEST(every_space_has_a_letter_and_a_name_of_its_own)
{
    char keys[DM_SPACE_COUNT][DM_NGRAM_KEY_MAX];
    for (int s = 0; s < DM_SPACE_COUNT; s++) {
        dm_ngram ngram = { DM_SPAN("x"), (dm_space)s, { 0, 0 } };
        ck_assert_int_eq(dm_space_of_key(dm_ngram_key(keys[s], &ngram)), s);
        ck_assert_ptr_nonnull(dm_space_name((dm_space)s));
    }
    ck_assert_int_eq(dm_space_of_key(dm_span_of("")), DM_SPACE_COUNT);
    ck_assert_int_eq(dm_space_of_key(dm_span_of("!x")), DM_SPACE_COUNT);
}
END_TEST

START_TEST(endless_words_and_texts_stay_bounded)
{
    static char text[2000000];
    dm_ngrams ngrams;
    dm_arena arena;
    dm_arena_init(&arena);
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = i < 1000000 ? 'a' : i % 2 == 0 ? 'b' : ' ';
    dm_view view = { .content = { text, sizeof text } };
    ck_assert_int_eq(dm_ngrams_find(&ngrams, &view, NULL, &arena, NULL), 0);
    ck_assert_uint_gt(ngrams.count, 0);
    ck_assert_uint_lt(ngrams.count, 12 * DM_NGRAM_TOKENS_MAX);
    char key[DM_NGRAM_KEY_MAX];
    for (size_t i = 0; i < ngrams.count; i++)
        ck_assert_uint_le(dm_ngram_key(key, &ngrams.items[i]).len,
                          DM_NGRAM_KEY_MAX);
    dm_arena_clear(&arena);
}
END_TEST

static double length_of(const dm_vector *v, uint32_t first, uint32_t end)
{
    double sum = 0;
    for (size_t i = 0; i < v->count; i++)
        if (v->ids[i] >= first && v->ids[i] < end)
            sum += v->values[i] * v->values[i];
    return sqrt(sum);
}

START_TEST(a_vector_has_unit_length_and_spaces_keep_their_shares)
{
    const float weights[DM_SPACE_COUNT] = {
        [DM_SPACE_WORD] = 1, [DM_SPACE_SPEAKER] = 0.5F
    };
    dm_term terms[] = {
        { 7, DM_SPACE_SPEAKER, 2.5, 1 }, { 3, DM_SPACE_WORD, 1, 1 },
        { 1, DM_SPACE_WORD, 4, 1 },      { 3, DM_SPACE_WORD, 1, 1 },
        { 9, DM_SPACE_CHAR, 1, 1 },
    };
    dm_vector v;
    dm_arena arena;
    dm_arena_init(&arena);
    ck_assert_int_eq(dm_vector_make(&v, terms, 5, weights, &arena, NULL), 0);
    ck_assert_uint_eq(v.count, 3); // 3 twice is one; CHAR weighs nothing
    ck_assert_uint_eq(v.ids[0], 1);
    ck_assert_uint_eq(v.ids[2], 7);
    ck_assert_double_eq_tol(length_of(&v, 0, 10), 1, 1e-12);
    ck_assert_double_eq_tol(length_of(&v, 7, 8) / length_of(&v, 0, 7), 0.5,
                            1e-12);
    ck_assert_double_eq_tol(v.values[1] / v.values[0], (1 + log(2)) / 4, 1e-12);
    dm_arena_clear(&arena);
}
END_TEST

START_TEST(terms_are_sorted_by_all_bits_of_their_ids)
{
    const float weights[DM_SPACE_COUNT] = { [DM_SPACE_WORD] = 1 };
    static const uint32_t sorted[] = {
        0, 1, 511, 512, 513, 262143, 262144, 262656, 1U << 27, UINT32_MAX - 1
    };
    enum { COUNT = COUNT_OF(sorted) };
    dm_term terms[COUNT];
    dm_vector v;
    dm_arena arena;
    dm_arena_init(&arena);
    for (size_t i = 0; i < COUNT; i++)
        terms[i] = (dm_term){ sorted[i * 7 % COUNT], DM_SPACE_WORD,
                              i * 7 % COUNT + 1, 1 };
    ck_assert_int_eq(dm_vector_make(&v, terms, COUNT, weights, &arena, NULL),
                     0);
    ck_assert_uint_eq(v.count, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        ck_assert_uint_eq(v.ids[i], sorted[i]);
        ck_assert_double_eq_tol(v.values[i] / v.values[0], (double)i + 1, 1e-9);
    }
    dm_arena_clear(&arena);
}
END_TEST

START_TEST(no_terms_make_an_empty_vector)
{
    const float weights[DM_SPACE_COUNT] = { 1 };
    dm_vector v;
    dm_arena arena;
    dm_arena_init(&arena);
    ck_assert_int_eq(dm_vector_make(&v, NULL, 0, weights, &arena, NULL), 0);
    ck_assert_uint_eq(v.count, 0);
    dm_arena_clear(&arena);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, content_gives_these_ngrams_and_not_those, 0,
                        COUNT_OF(cases));
    tcase_add_test(tc, name_spaces_are_never_mixed);
    tcase_add_loop_test(tc, a_marked_part_is_known_by_what_stands_around_it, 0,
                        COUNT_OF(marked));
    tcase_add_loop_test(tc, an_ngram_knows_where_it_stands, 0,
                        COUNT_OF(places));
    tcase_add_loop_test(tc, every_place_lies_within_the_text, 0, COUNT_OF(odd));
    tcase_add_test(tc, a_given_label_says_who_names_whom);
    tcase_add_test(tc, every_space_has_a_letter_and_a_name_of_its_own);
    tcase_add_test(tc, endless_words_and_texts_stay_bounded);
    tcase_add_test(tc, a_vector_has_unit_length_and_spaces_keep_their_shares);
    tcase_add_test(tc, terms_are_sorted_by_all_bits_of_their_ids);
    tcase_add_test(tc, no_terms_make_an_empty_vector);
}

int main(void)
{
    return run_suite("ngram", add);
}
