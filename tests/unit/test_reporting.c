/* test_reporting.c - words of reporting, last words of names, and shares as
 * they are printed. */
#include <string.h>

#include "assay/assay.h"
#include "assay/reporting.h"
#include "assay/surname.h"
#include "suite.h"

static const struct {
    const char *why, *cue;
    bool reports;
} cues[] = {
    { "a verb", "said", true },
    { "its other forms", "saying", true },
    { "case aside", "ACCORDING to", true },
    { "anywhere in the cue", "did not, however, tell", true },
    { "a form that reports too rarely", "asserting", false },
    { "neither its base", "accord", false },
    { "a belief", "hopes", false },
    { "a word within another", "unsaid", false },
    { "a word that goes on", "saids", false },
    { "an apostrophe parts words", "says's", true },
    { "so does a digit", "said2", true },
    { "letters beyond ASCII part as well", "\u00e9said", true },
    { "the Kelvin sign is a k", "as\u212Aed", true },
    { "I with a dot is an i with a dot", "sa\u0130d", false },
    { "longer than any", "acknowledgedacknowledged", false },
    { "empty", "", false },
    { "irregular", "spoke", true },
    { "at the end of a longer cue", "was the one who wrote", true },
};

START_TEST(a_cue_reports_by_its_words)
{
    ck_assert_msg(dm_reporting_has(dm_span_of(cues[_i].cue)) ==
                      cues[_i].reports,
                  "%s", cues[_i].why);
}
END_TEST

static const struct {
    const char *why, *name;
    dm_surname_rule rule;
    const char *last;
} names[] = {
    { "the last word, in lower case", "Nora Whitfield", DM_SURNAME_UNNAMED,
      "whitfield" },
    { "letters beyond ASCII", "J\u00d8RGEN \u00c9LAN", DM_SURNAME_ASIDE,
      "\u00e9lan" },
    { "hyphen and apostrophes belong to it", "Ann O\u2019Hara-Li'",
      DM_SURNAME_ASIDE, "o\u2019hara-li'" },
    { "stops do not", "Roe Jr.", DM_SURNAME_ASIDE, "jr" },
    { "unnamed ones by their description", "US official (unnamed)",
      DM_SURNAME_UNNAMED, "official" },
    { "other asides count", "Roe (Ohio)", DM_SURNAME_UNNAMED, "ohio" },
    { "but not in labels", "Roe (Ohio)", DM_SURNAME_ASIDE, "roe" },
    { "the first that closes ends it", "Roe (a (b) c) d", DM_SURNAME_ASIDE,
      "d" },
    { "never closed is no aside", "Roe (Ohio", DM_SURNAME_ASIDE, "ohio" },
    { "nor over the line's end", "Roe (Oh\nio) (x)", DM_SURNAME_ASIDE, "io" },
    { "no word", "...", DM_SURNAME_ASIDE, "" },
    { "nothing", "", DM_SURNAME_ASIDE, "" },
};

START_TEST(names_are_compared_by_their_last_word)
{
    dm_arena arena;
    dm_span last;
    dm_arena_init(&arena);
    ck_assert_int_eq(dm_surname_find(&last, &arena, dm_span_of(names[_i].name),
                                     names[_i].rule, NULL),
                     0);
    ck_assert_msg(dm_span_is(last, names[_i].last), "%s: %.*s", names[_i].why,
                  (int)last.len, last.data);
    dm_arena_clear(&arena);
}
END_TEST

static const struct {
    const char *why;
    double share;
    const char *shown;
} shares[] = {
    { "none", 0, "0.0000" },
    { "all", 1, "1.0000" },
    { "rounded down", 1.0 / 3, "0.3333" },
    { "rounded up", 2.0 / 3, "0.6667" },
    { "a true half goes to the even digit", 1.0 / 32, "0.0312" },
    { "up or down", 3.0 / 32, "0.0938" },
    { "what is a half in decimals alone is none", 0.00015, "0.0001" },
    { "nor is this, from above", 0.00025, "0.0003" },
    { "next to one", 0.99996, "1.0000" },
};

START_TEST(shares_are_rounded_by_their_true_value)
{
    dm_buf buf;
    dm_buf_init(&buf);
    dm_assay_add_share(&buf, shares[_i].share);
    ck_assert_msg(strcmp(buf.data, shares[_i].shown) == 0, "%s: %s",
                  shares[_i].why, buf.data);
    dm_buf_clear(&buf);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, a_cue_reports_by_its_words, 0, COUNT_OF(cues));
    tcase_add_loop_test(tc, names_are_compared_by_their_last_word, 0,
                        COUNT_OF(names));
    tcase_add_loop_test(tc, shares_are_rounded_by_their_true_value, 0,
                        COUNT_OF(shares));
}

int main(void)
{
    return run_suite("reporting", add);
}
