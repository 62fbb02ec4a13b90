/* test_report.c - reports, whole, against files in tests/report.
 *
 * After a wanted change, the files are written anew with
 *     DM_REPORTS=write build/dev/tests/test_report
 * and read before they are committed.
 */
#include <stdio.h>

#include "base/buf.h"
#include "suite.h"

#define FOLDER DM_SOURCE_DIR "/tests/report/"

static demarche_tally *tally_of_file(const char *path)
{
    demarche_reader *reader;
    demarche_tally *tally;
    demarche_record *record;
    ck_assert_int_eq(
        demarche_reader_open(&reader, path, DEMARCHE_FORM_AUTO, NULL), 0);
    ck_assert_int_eq(demarche_tally_new(&tally, NULL), 0);
    while (demarche_reader_next(&record, reader, NULL) == 0 && record != NULL) {
        ck_assert_int_eq(demarche_tally_add_record(tally, record, NULL), 0);
        demarche_record_free(record);
    }
    demarche_reader_free(reader);
    return tally;
}

static char *read_whole(const char *path)
{
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s", path);
    dm_buf buf;
    dm_buf_init(&buf);
    char chunk[4096];
    size_t len;
    while ((len = fread(chunk, 1, sizeof chunk, file)) > 0)
        dm_buf_add(&buf, chunk, len);
    fclose(file);
    char *text;
    ck_assert_int_eq(dm_buf_take(&text, &buf, NULL), 0);
    return text;
}

static void write_whole(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    ck_assert_msg(file != NULL, "%s", path);
    ck_assert(fputs(text, file) >= 0 && fclose(file) == 0);
}

static const struct {
    const char *input, *file;
    demarche_report_options options; // resamples and seed are the default
} reports[] = {
    { "single.ndjson", "single.txt", { .width = 80, .examples = 1 } },
    { "judged.ndjson", "text-80.txt", { .width = 80, .examples = 2 } },
    { "judged.ndjson",
      "text-60.txt",
      { .width = 60, .examples = 1, .top = 2 } },
    { "judged.ndjson", "text-40.txt", { .width = 40 } },
    { "judged.ndjson",
      "colour-80.txt",
      { .width = 80, .colour = true, .top = 1 } },
    { "judged.ndjson",
      "report.json",
      { .format = DEMARCHE_FORMAT_JSON, .width = 80, .examples = 1 } },
    { "judged.ndjson",
      "report.ndjson",
      { .format = DEMARCHE_FORMAT_NDJSON, .width = 80 } },
    { "judged.ndjson",
      "report.csv",
      { .format = DEMARCHE_FORMAT_CSV, .width = 80 } },
};

START_TEST(reports_are_what_was_read_and_approved)
{
    demarche_report_options options = reports[_i].options, defaults;
    demarche_report_options_init(&defaults);
    options.resamples = defaults.resamples;
    options.seed = defaults.seed;
    char path[1024];
    snprintf(path, sizeof path, FOLDER "%s", reports[_i].input);
    demarche_tally *tally = tally_of_file(path);
    char *report;
    ck_assert_int_eq(demarche_report_format(&report, tally, &options, NULL), 0);
    snprintf(path, sizeof path, FOLDER "%s", reports[_i].file);
    if (getenv("DM_REPORTS") != NULL)
        write_whole(path, report);
    char *approved = read_whole(path);
    ck_assert_str_eq(report, approved);
    free(approved);
    demarche_string_free(report);
    demarche_tally_free(tally);
}
END_TEST

/* A name, a document and words from outside, each with sequences in it. */
static const char hostile[] =
    "{\"doc\":\"\\u001b[2Ja\",\"text\":\"b\\u001b]0;c\\u0007\\u009b31m\","
    "\"actor\":\"\\u001b[31m\\u202eEve\\r\\n\",\"side\":\"u\\u001bs\","
    "\"tone\":\"critical\",\"score\":-0.9,\"spans\":[[1,2]],\"n\":1}";

START_TEST(no_escape_sequence_from_outside_reaches_the_terminal)
{
    demarche_tally *tally;
    demarche_record *record;
    demarche_report_options options;
    demarche_report_options_init(&options);
    ck_assert_int_eq(demarche_tally_new(&tally, NULL), 0);
    ck_assert_int_eq(
        demarche_record_parse(&record, hostile, strlen(hostile), NULL), 0);
    ck_assert_int_eq(demarche_tally_add_record(tally, record, NULL), 0);
    char *report;
    ck_assert_int_eq(demarche_report_format(&report, tally, &options, NULL), 0);
    ck_assert_ptr_nonnull(strstr(report, "\n  Eve "));
    for (const char *c = report; *c != '\0'; c++)
        ck_assert_msg((unsigned char)*c >= 0x20 || *c == '\n', "%s", report);
    ck_assert_ptr_null(strstr(report, "\xC2\x9B"));
    ck_assert_ptr_null(strstr(report, "\u202e"));
    demarche_string_free(report);
    demarche_record_free(record);
    demarche_tally_free(tally);
}
END_TEST

START_TEST(a_cell_that_looks_like_a_formula_is_text)
{
    static const char line[] =
        "{\"text\":\"a\",\"tone\":\"neutral\",\"actor\":\"=1+\\\"1\\\"\"}";
    demarche_tally *tally;
    demarche_record *record;
    demarche_report_options options;
    demarche_report_options_init(&options);
    options.format = DEMARCHE_FORMAT_CSV;
    ck_assert_int_eq(demarche_tally_new(&tally, NULL), 0);
    ck_assert_int_eq(demarche_record_parse(&record, line, strlen(line), NULL),
                     0);
    ck_assert_int_eq(demarche_tally_add_record(tally, record, NULL), 0);
    char *report;
    ck_assert_int_eq(demarche_report_format(&report, tally, &options, NULL), 0);
    ck_assert_ptr_nonnull(strstr(report, "\r\n\"'=1+\"\"1\"\"\",\"\",\"\",1,"));
    demarche_string_free(report);
    demarche_record_free(record);
    demarche_tally_free(tally);
}
END_TEST

static const struct {
    const char *why;
    demarche_report_options options;
} bad_options[] = {
    { "no such format", { .format = (demarche_format)9, .width = 80 } },
    { "too narrow", { .width = 39 } },
    { "too wide", { .width = 501 } },
    { "too many examples", { .width = 80, .examples = 21 } },
    { "too many draws", { .width = 80, .resamples = 1000001 } },
};

START_TEST(options_out_of_range_are_refused)
{
    demarche_tally *tally;
    ck_assert_int_eq(demarche_tally_new(&tally, NULL), 0);
    char *report = (char *)"";
    ck_assert_msg(demarche_report_format(&report, tally,
                                         &bad_options[_i].options,
                                         NULL) == DEMARCHE_BAD_ARGUMENT,
                  "%s", bad_options[_i].why);
    ck_assert_ptr_null(report);
    demarche_tally_free(tally);
}
END_TEST

START_TEST(nothing_counted_is_said)
{
    demarche_tally *tally;
    ck_assert_int_eq(demarche_tally_new(&tally, NULL), 0);
    char *report;
    ck_assert_int_eq(demarche_report_format(&report, tally, NULL, NULL), 0);
    ck_assert_str_eq(report, "No statements found.\n");
    demarche_string_free(report);
    demarche_tally_free(tally);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, reports_are_what_was_read_and_approved, 0,
                        COUNT_OF(reports));
    tcase_add_test(tc, no_escape_sequence_from_outside_reaches_the_terminal);
    tcase_add_test(tc, a_cell_that_looks_like_a_formula_is_text);
    tcase_add_loop_test(tc, options_out_of_range_are_refused, 0,
                        COUNT_OF(bad_options));
    tcase_add_test(tc, nothing_counted_is_said);
}

int main(void)
{
    return run_suite("report", add);
}
