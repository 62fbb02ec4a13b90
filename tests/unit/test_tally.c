/* test_tally.c - what is counted, as what, and for whom. */
#include <stdio.h>

#include "input/record.h"
#include "suite.h"
#include "summary.h"

static demarche_status add_line(demarche_tally *tally, const char *line,
                                demarche_error *err)
{
    demarche_record *record;
    ck_assert_int_eq(demarche_record_parse(&record, line, strlen(line), NULL),
                     0);
    demarche_status status = demarche_tally_add_record(tally, record, err);
    demarche_record_free(record);
    return status;
}

static demarche_tally *tally_of(const char *const *lines, size_t count)
{
    demarche_tally *tally;
    ck_assert_int_eq(demarche_tally_new(&tally, NULL), 0);
    for (size_t i = 0; i < count; i++) {
        demarche_error err = { .message = "" };
        ck_assert_msg(add_line(tally, lines[i], &err) == 0, "%s: %s", lines[i],
                      err.message);
    }
    return tally;
}

#define ROW(doc, n, actor, side, tone, score, text)                            \
    "{\"doc\":\"" doc "\",\"n\":" #n ",\"kind\":\"quoted\",\"actor\":" actor   \
    ",\"side\":\"" side "\",\"tone\":\"" tone "\",\"score\":" #score           \
    ",\"text\":\"" text "\"}"

static const char *const lines[] = {
    ROW("b", 1, "\"Ann\"", "us", "conciliatory", 0.8, "We welcome it."),
    ROW("a", 4, "\"Ann\"", "us", "conciliatory", 0.7, "We  WELCOME it."),
    ROW("a", 2, "\"Ann\"", "other", "critical", -0.4, "It must stop."),
    ROW("c", 1, "\"Bo\"", "china", "neutral", 0, "We welcome it."),
    ROW("c", 2, "null", "us", "neutral", 0.1, "Talks go on."),
    ROW("c", 3, "null", "china", "neutral", 0.2, "Talks go on."),
};

static const dm_stance *row_named(const dm_summary *summary, const char *name)
{
    for (size_t i = 0; i < summary->row_count; i++)
        if (dm_span_is(summary->rows[i].name, name))
            return &summary->rows[i];
    return NULL;
}

START_TEST(copies_count_once_at_their_first_place)
{
    demarche_tally *tally = tally_of(lines, COUNT_OF(lines));
    dm_summary summary;
    ck_assert_int_eq(dm_summary_init(&summary, tally, 100, 1, NULL), 0);
    const dm_stance *ann = row_named(&summary, "Ann");
    ck_assert_uint_eq(ann->figures.statements, 3);
    ck_assert_uint_eq(ann->figures.distinct, 2);
    ck_assert_uint_eq(ann->figures.documents, 2);
    ck_assert_uint_eq(ann->figures.sources, 1); // both stand in "a" first
    ck_assert(!ann->figures.interval.known);
    ck_assert_double_eq_tol(ann->figures.mean, (0.7 - 0.4) / 2, 1e-12);
    ck_assert_uint_eq(ann->figures.tones[DM_TONE_CONCILIATORY], 1);
    const dm_stance *bo = row_named(&summary, "Bo"); // same words, not a copy
    ck_assert_uint_eq(bo->figures.distinct, 1);
    dm_summary_clear(&summary);
    demarche_tally_free(tally);
}
END_TEST

START_TEST(an_actor_stands_under_the_side_of_most_statements)
{
    demarche_tally *tally = tally_of(lines, COUNT_OF(lines));
    dm_summary summary;
    ck_assert_int_eq(dm_summary_init(&summary, tally, 100, 1, NULL), 0);
    ck_assert(dm_span_is(row_named(&summary, "Ann")->side, "us"));
    ck_assert_uint_eq(summary.block_count, 2);
    ck_assert(dm_span_is(summary.blocks[0].side, "us"));
    ck_assert(dm_span_is(summary.blocks[1].side, "china"));
    dm_summary_clear(&summary);
    demarche_tally_free(tally);
}
END_TEST

START_TEST(unnamed_speakers_are_gathered_for_each_side)
{
    demarche_tally *tally = tally_of(lines, COUNT_OF(lines));
    dm_summary summary;
    ck_assert_int_eq(dm_summary_init(&summary, tally, 100, 1, NULL), 0);
    for (size_t i = 0; i < summary.block_count; i++) {
        const dm_block *block = &summary.blocks[i];
        const dm_stance *last = &block->rows[block->row_count - 1];
        ck_assert_uint_eq(last->name.len, 0);
        ck_assert_uint_eq(last->figures.statements, 1);
    }
    dm_summary_clear(&summary);
    demarche_tally_free(tally);
}
END_TEST

START_TEST(order_of_reading_does_not_change_a_byte)
{
    const char *turned[COUNT_OF(lines)];
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        turned[i] = lines[(i * 5 + 3) % COUNT_OF(lines)];
    demarche_tally *a = tally_of(lines, COUNT_OF(lines));
    demarche_tally *b = tally_of(turned, COUNT_OF(lines));
    for (int format = 0; format <= DEMARCHE_FORMAT_CSV; format++) {
        demarche_report_options options;
        demarche_report_options_init(&options);
        options.format = (demarche_format)format;
        char *first, *second;
        ck_assert_int_eq(demarche_report_format(&first, a, &options, NULL), 0);
        ck_assert_int_eq(demarche_report_format(&second, b, &options, NULL), 0);
        ck_assert_str_eq(first, second);
        demarche_string_free(first);
        demarche_string_free(second);
    }
    demarche_tally_free(a);
    demarche_tally_free(b);
}
END_TEST

START_TEST(a_label_alone_is_a_score)
{
    static const char *const labelled[] = {
        "{\"text\":\"a\",\"tone\":\"critical\",\"actor\":\"x\"}",
        "{\"text\":\"b\",\"tone\":\"critical\",\"actor\":\"x\"}",
        "{\"text\":\"c\",\"tone\":\"neutral\",\"actor\":\"x\"}",
    };
    demarche_tally *tally = tally_of(labelled, 3);
    dm_summary summary;
    ck_assert_int_eq(dm_summary_init(&summary, tally, 100, 1, NULL), 0);
    ck_assert_double_eq_tol(summary.total.mean, -2.0 / 3, 1e-12);
    ck_assert_uint_eq(summary.rows[0].side.len, 0); // nobody judged it
    dm_summary_clear(&summary);
    demarche_tally_free(tally);
}
END_TEST

static const struct {
    const char *why, *line, *message;
} refused[] = {
    { "no text", "{\"tone\":\"neutral\"}", "'text' is missing" },
    { "not judged", "{\"text\":\"a\",\"tone\":null}",
      "'tone' is missing: the statement is not judged" },
    { "another label", "{\"text\":\"a\",\"tone\":\"angry\"}",
      "tone 'angry' is none of conciliatory, critical, neutral" },
    { "wrong type", "{\"text\":\"a\",\"tone\":\"neutral\",\"actor\":7}",
      "'actor' is not a string" },
    { "score out of range",
      "{\"text\":\"a\",\"tone\":\"neutral\",\"score\":1.5}",
      "'score' is not a number from -1 to 1" },
    { "score of wrong type",
      "{\"text\":\"a\",\"tone\":\"neutral\",\"score\":\"much\"}",
      "'score' is not a number from -1 to 1" },
};

START_TEST(a_record_that_cannot_count_is_refused_with_its_reason)
{
    demarche_tally *tally = tally_of(NULL, 0);
    demarche_error err = { .message = "" };
    ck_assert_msg(add_line(tally, refused[_i].line, &err) == DEMARCHE_BAD_INPUT,
                  "%s", refused[_i].why);
    ck_assert_str_eq(err.message, refused[_i].message);
    ck_assert_uint_eq(tally->count, 0);
    demarche_tally_free(tally);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_test(tc, copies_count_once_at_their_first_place);
    tcase_add_test(tc, an_actor_stands_under_the_side_of_most_statements);
    tcase_add_test(tc, unnamed_speakers_are_gathered_for_each_side);
    tcase_add_test(tc, order_of_reading_does_not_change_a_byte);
    tcase_add_test(tc, a_label_alone_is_a_score);
    tcase_add_loop_test(tc,
                        a_record_that_cannot_count_is_refused_with_its_reason,
                        0, COUNT_OF(refused));
}

int main(void)
{
    return run_suite("tally", add);
}
