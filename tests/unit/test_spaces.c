/* test_spaces.c - name spaces left out by their names. */
#include "format.h"
#include "select.h"
#include "spaces.h"
#include "suite.h"

static const struct {
    const char *why, *without, *fault; // NULL: none
} lists[] = {
    { "nothing is left out", NULL, NULL },
    { "an empty list is none", "", NULL },
    { "one name", "char", NULL },
    { "several names", "char,kin,meaning", NULL },
    { "twice the same", "char,char", NULL },
    { "a comma at the end", "char,", NULL },
    { "an unknown name brings the known ones", "chars",
      "'chars': there are word, char, " },
    { "an empty name is unknown", "char,,kin", "''" },
    { "no spaces around names", "char, kin", "' kin'" },
    { "no part of a name", "wor", "'wor'" },
    { "a long name is cut", "wordwordwordwordwordword",
      "'wordwordwordwordword'" },
    { "all of them",
      "word,char,kin,not,but,cue,speaker,known,named,shape,meaning",
      "nothing" },
};

START_TEST(names_are_read_or_refused)
{
    float weights[DM_SPACE_COUNT];
    demarche_error err = { .message = "" };
    demarche_status status =
        dm_spaces_weigh(weights, 0, lists[_i].without, &err);
    if (lists[_i].fault == NULL) {
        ck_assert_msg(status == DEMARCHE_OK, "%s: %s", lists[_i].why,
                      err.message);
        return;
    }
    ck_assert_msg(status == DEMARCHE_BAD_ARGUMENT, "%s", lists[_i].why);
    ck_assert_msg(strstr(err.message, lists[_i].fault) != NULL, "%s: %s",
                  lists[_i].why, err.message);
}
END_TEST

START_TEST(what_is_left_out_weighs_nothing_and_the_rest_as_before)
{
    float weights[DM_SPACE_COUNT];
    const float *whole = dm_vocab_profile(1);
    ck_assert_int_eq(dm_spaces_weigh(weights, 1, "char,meaning", NULL), 0);
    for (int s = 0; s < DM_SPACE_COUNT; s++) {
        bool out = s == DM_SPACE_CHAR || s == DM_SPACE_MEANING;
        ck_assert(weights[s] == (out ? 0 : whole[s]));
    }
}
END_TEST

static void add_row(demarche_dataset *dataset, const char *label,
                    const char *text)
{
    dm_view view = { .content = dm_span_of(text) };
    ck_assert_int_eq(dm_dataset_add_view(dataset, &view, dm_span_of(label),
                                         (dm_span){ NULL, 0 }, NULL),
                     0);
}

/* Every space of content is left out but one at a time. */
static const char *const alone[] = {
    "char,kin,not,but,meaning",     "word,kin,not,but,meaning",
    "word,char,not,but,meaning",    "word,char,kin,but,meaning",
    "word,char,kin,not,meaning",    "word,char,kin,not,but",
    "word,char,kin,not,but,meaning"
};

START_TEST(a_model_knows_no_ngram_that_was_left_out)
{
    demarche_dataset *dataset;
    demarche_train_options options;
    demarche_model *model;
    float weights[DM_SPACE_COUNT];
    demarche_train_options_init(&options);
    options.without = alone[_i];
    options.min_df = 1;
    options.c = 1;
    ck_assert_int_eq(dm_dataset_new(&dataset, "mood", NULL, NULL), 0);
    for (int i = 0; i < 12; i++)
        add_row(dataset, i % 2 == 0 ? "warm" : "cold",
                i % 2 == 0 ? "we do not oppose you but thank you"
                           : "we do not trust you but oppose you");
    ck_assert_int_eq(demarche_train(&model, dataset, &options, NULL), 0);
    ck_assert_int_eq(dm_spaces_weigh(weights, 0, alone[_i], NULL), 0);
    const dm_frozen *grams = &model->vocab.grams;
    for (uint32_t i = 0; i < grams->count; i++)
        ck_assert(weights[dm_space_of_key(dm_frozen_at(grams, i))] > 0);
    demarche_model_free(model);
    demarche_dataset_free(dataset);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, names_are_read_or_refused, 0, COUNT_OF(lists));
    tcase_add_test(tc, what_is_left_out_weighs_nothing_and_the_rest_as_before);
    tcase_add_loop_test(tc, a_model_knows_no_ngram_that_was_left_out, 0,
                        COUNT_OF(alone));
}

int main(void)
{
    return run_suite("spaces", add);
}
