/* test_cue.c - verbs of speech, their forms, and the words of the lexicon. */
#include "suite.h"

#include "cue.h"
#include "lexicon.h"

static const struct {
    const char *why, *word, *lemma; // lemma NULL: no verb of speech
    dm_cue_form form;
} forms[] = {
    { "the bare form", "urge", "urge", DM_FORM_BASE },
    { "-s", "says", "say", DM_FORM_S },
    { "-es after a hiss", "stresses", "stress", DM_FORM_S },
    { "-ies for -y", "replies", "reply", DM_FORM_S },
    { "-ed", "warned", "warn", DM_FORM_PAST },
    { "-ed after a dropped e", "accused", "accuse", DM_FORM_PAST },
    { "-ied for -y", "denied", "deny", DM_FORM_PAST },
    { "-ed after a doubled consonant", "quipped", "quip", DM_FORM_PAST },
    { "-ing", "adding", "add", DM_FORM_ING },
    { "-ing after a dropped e", "urging", "urge", DM_FORM_ING },
    { "an irregular past", "said", "say", DM_FORM_PAST },
    { "an irregular participle", "written", "write", DM_FORM_PAST },
    { "a noun that looks like a form", "adder", NULL, DM_FORM_BASE },
    { "no verb is left", "ed", NULL, DM_FORM_BASE },
    { "longer than any form", "saysaysaysaysaysaysaying", NULL, DM_FORM_BASE },
    { "nothing", "", NULL, DM_FORM_BASE },
};

START_TEST(a_form_leads_back_to_its_verb)
{
    dm_cue_form form;
    const dm_cue *cue = dm_cue_find(dm_span_of(forms[_i].word), &form);
    if (forms[_i].lemma == NULL) {
        ck_assert_msg(cue == NULL, "%s", forms[_i].why);
        return;
    }
    ck_assert_msg(cue != NULL, "%s", forms[_i].why);
    ck_assert_msg(dm_span_is(cue->lemma, forms[_i].lemma), "%s", forms[_i].why);
    ck_assert_msg(form == forms[_i].form, "%s", forms[_i].why);
}
END_TEST

START_TEST(every_verb_of_the_table_is_found)
{
    ck_assert_uint_gt(dm_cue_count(), 100);
    for (size_t i = 0; i < dm_cue_count(); i++) {
        dm_cue_form form;
        ck_assert_ptr_eq(dm_cue_find(dm_cue_at(i)->lemma, &form), dm_cue_at(i));
    }
}
END_TEST

START_TEST(a_particle_belongs_to_its_verb_alone)
{
    dm_cue_form form;
    const dm_cue *call = dm_cue_find(dm_span_of("called"), &form);
    ck_assert(dm_cue_has_particle(call, dm_span_of("for")));
    ck_assert(dm_cue_has_particle(call, dm_span_of("on")));
    ck_assert(!dm_cue_has_particle(call, dm_span_of("against")));
    ck_assert(!dm_cue_has_particle(call, dm_span_of("fo")));
    const dm_cue *say = dm_cue_find(dm_span_of("said"), &form);
    ck_assert(!dm_cue_has_particle(say, dm_span_of("for")));
}
END_TEST

START_TEST(every_word_of_the_lexicon_is_found)
{
    ck_assert_uint_gt(dm_lexicon_count(), 500);
    for (size_t i = 0; i < dm_lexicon_count(); i++)
        ck_assert_uint_ne(dm_lexicon_classes(dm_lexicon_at(i)), 0);
}
END_TEST

START_TEST(a_word_may_have_several_classes)
{
    uint32_t never = dm_lexicon_classes(dm_span_of("never"));
    ck_assert(never & DM_WORD_NEG);
    ck_assert(dm_lexicon_classes(dm_span_of("isn't")) & DM_WORD_NEG);
    ck_assert(dm_lexicon_classes(dm_span_of("isn't")) & DM_WORD_BE);
    ck_assert(dm_lexicon_classes(dm_span_of("firmly")) & DM_WORD_ADVERB);
    ck_assert_uint_eq(dm_lexicon_classes(dm_span_of("ministerial")), 0);
}
END_TEST

static void add_tests(TCase *tc)
{
    tcase_add_loop_test(tc, a_form_leads_back_to_its_verb, 0, COUNT_OF(forms));
    tcase_add_test(tc, every_verb_of_the_table_is_found);
    tcase_add_test(tc, a_particle_belongs_to_its_verb_alone);
    tcase_add_test(tc, every_word_of_the_lexicon_is_found);
    tcase_add_test(tc, a_word_may_have_several_classes);
}

int main(void)
{
    return run_suite("cue", add_tests);
}
