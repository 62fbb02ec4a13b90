/* test_gloss.c - one look tells what the tables tell, of every word and form.
 */
#include "suite.h"

#include <stdio.h>

#include "abbrev.h"
#include "cue.h"
#include "lexicon.h"
#include "name.h"
#include "noun.h"
#include "sentence.h"

static const dm_gloss *gloss_of(dm_span word)
{
    return &dm_glosses[dm_gloss_find(word, dm_gloss_hash(word))];
}

static void check_word(dm_span word)
{
    dm_cue_form form;
    const dm_gloss *found = gloss_of(word);
    const dm_cue *cue = dm_cue_find(word, &form);
    int len = (int)word.len;
    ck_assert_msg(found->classes == dm_lexicon_classes(word), "%.*s", len,
                  word.data);
    ck_assert_msg(found->nouns == dm_noun_classes(word), "%.*s", len,
                  word.data);
    ck_assert_msg(found->gender == dm_given_gender(word), "%.*s", len,
                  word.data);
    ck_assert_msg((found->cue == 0 ? NULL : dm_cue_at(found->cue - 1)) == cue,
                  "%.*s", len, word.data);
    ck_assert_msg(cue == NULL || found->form == form, "%.*s", len, word.data);
    bool title = (found->abbrev & DM_ABBREV_TITLE) != 0;
    ck_assert_msg(title == dm_abbrev_is_title(word), "%.*s", len, word.data);
    ck_assert_msg(found->name == dm_name_classes(word), "%.*s", len, word.data);
    unsigned flags = found->abbrev & DM_ABBREV_PERIOD ? found->abbrev : 0;
    ck_assert_msg(flags == dm_abbrev_flags(word), "%.*s", len, word.data);
}

static dm_span lexicon_word(size_t i)
{
    return i < dm_lexicon_count() ? dm_lexicon_at(i) : (dm_span){ 0 };
}

static dm_span (*const tables[])(size_t) = { lexicon_word, dm_cue_word,
                                             dm_noun_word, dm_abbrev_word,
                                             dm_name_word };

START_TEST(every_form_of_a_listed_word_is_told_as_its_table_tells_it)
{
    static const char *const endings[] = { "",    "s",   "es", "ed",  "ing",
                                           "ies", "men", "'s", "lly", "er" };
    for (size_t i = 0; tables[_i](i).len > 0; i++)
        for (size_t cut = 0; cut < 3 && cut < tables[_i](i).len; cut++)
            for (size_t e = 0; e < sizeof endings / sizeof *endings; e++) {
                char word[64];
                int len = snprintf(word, sizeof word, "%.*s%s",
                                   (int)(tables[_i](i).len - cut),
                                   tables[_i](i).data, endings[e]);
                check_word((dm_span){ word, (size_t)len });
            }
}
END_TEST

static const struct {
    const char *why, *word;
} words[] = {
    { "an unknown word is in no table", "tariff" },
    { "an unknown word in -ly is an adverb", "zestfully" },
    { "a short one is none", "bly" },
    { "a listed word in -ly is what the table says", "weekly" },
    { "beyond ASCII nothing is listed", "\u00E9mil\u00E9ly" },
    { "nor by an ending behind ASCII", "na\u00EFvely" },
    { "a mark", "," },
    { "an empty word", "" },
    { "longer than any that is listed",
      "saidsaidsaidsaidsaidsaidsaidsaidsaidsaidsaidsaidsaidsaidsaidsaid" },
};

START_TEST(other_words_are_told_as_the_tables_tell_them)
{
    check_word(dm_span_of(words[_i].word));
}
END_TEST

START_TEST(a_token_carries_the_gloss_of_its_folded_form)
{
    static const char bytes[] = "China\u2019s SPOKESWOMEN denied it";
    dm_arena arena;
    dm_text text;
    dm_tokens tokens = { 0 };
    dm_arena_init(&arena);
    ck_assert(!dm_text_init(&text, &arena, bytes, sizeof bytes - 1, NULL));
    ck_assert(!dm_tokens_find(&tokens, &text, &arena, NULL));
    ck_assert_uint_eq(tokens.count, 5);
    for (size_t i = 0; i < tokens.count; i++) {
        dm_span folded = tokens.items[i].folded;
        ck_assert_uint_eq(tokens.items[i].hash, dm_gloss_hash(folded));
        ck_assert_ptr_eq(dm_token_gloss(&tokens.items[i]), gloss_of(folded));
    }
    ck_assert(dm_token_gloss(&tokens.items[2])->nouns & DM_NOUN_SPOKES);
    ck_assert_uint_eq(dm_token_gloss(&tokens.items[3])->form, DM_FORM_PAST);
    dm_arena_clear(&arena);
}
END_TEST

static void add_tests(TCase *tc)
{
    tcase_add_loop_test(
        tc, every_form_of_a_listed_word_is_told_as_its_table_tells_it, 0,
        COUNT_OF(tables));
    tcase_add_loop_test(tc, other_words_are_told_as_the_tables_tell_them, 0,
                        COUNT_OF(words));
    tcase_add_test(tc, a_token_carries_the_gloss_of_its_folded_form);
}

int main(void)
{
    return run_suite("gloss", add_tests);
}
