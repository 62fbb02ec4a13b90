/* test_reader.c - records come out of files of every form, and what is wrong
 * with a file is told with its place. Names and sentences are invented. */
#include <stdio.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

#include "base/buf.h"
#include "input/day.h"
#include "input/lines.h"
#include "suite.h"

/* All that a reader gives: each record as a line of JSON, each complaint as a
 * line behind "! ". */
static void read_all(dm_buf *out, demarche_reader *reader)
{
    demarche_error err;
    demarche_record *record;
    for (int i = 0; i < 1000; i++) {
        demarche_status status = demarche_reader_next(&record, reader, &err);
        char *line = NULL;
        if (status == DEMARCHE_OK && record == NULL)
            return;
        if (status != DEMARCHE_OK)
            dm_buf_addf(out, "! %s\n", err.message);
        else if (demarche_record_format(&line, record, &err) == DEMARCHE_OK)
            dm_buf_addf(out, "%s\n", line);
        demarche_string_free(line);
        demarche_record_free(record);
        ck_assert(status == DEMARCHE_OK || status == DEMARCHE_BAD_INPUT);
    }
    ck_abort_msg("the reader does not end");
}

static void read_bytes(dm_buf *out, const char *name, const char *bytes,
                       size_t len, demarche_form form)
{
    demarche_reader *reader;
    demarche_status status =
        demarche_reader_from_memory(&reader, name, bytes, len, form, NULL);
    ck_assert_int_eq(status, DEMARCHE_OK);
    read_all(out, reader);
    demarche_reader_free(reader);
}

static const struct {
    const char *why, *name, *bytes, *records;
} cases[] = {
    { "objects, one a line", "a.ndjson", "{\"text\":\"A\"}\n{\"text\":\"B\"}",
      "{\"text\":\"A\"}\n{\"text\":\"B\"}\n" },
    { "blank lines and CRLF do not matter", "a.ndjson",
      "\r\n{\"text\":\"A\"}\r\n \t\r\n", "{\"text\":\"A\"}\n" },
    { "a broken line is told with its place, and the rest goes on", "a.ndjson",
      "{\"text\":\"A\"}\n{\"text\":\n{\"text\":\"C\"}\n",
      "{\"text\":\"A\"}\n"
      "! a.ndjson:2: bad JSON at byte 9: unexpected token near end of file\n"
      "{\"text\":\"C\"}\n" },
    { "only objects are records", "a.ndjson", "17\n[]\n",
      "! a.ndjson:1: not a JSON object\n! a.ndjson:2: not a JSON object\n" },
    { "a JSON array is told as such", "a.json", "[\n{\"text\":\"A\"}]\n",
      "! a.json: this is a JSON array, where one object a line is needed\n" },
    { "nothing in, no records", "a.ndjson", "", "" },
    { "an empty text is an empty document", "a.txt", "",
      "{\"id\":\"a.txt\",\"text\":\"\"}\n" },
    { "a byte order mark is no part of the text", "a.txt", "\xEF\xBB\xBFHi",
      "{\"id\":\"a.txt\",\"text\":\"Hi\"}\n" },
    { "UTF-16 is told", "a.txt", "\xFF\xFEH",
      "! a.txt: this is UTF-16 text; convert it to UTF-8 first\n" },
    { "a PDF is told", "a.txt", "%PDF-1.7",
      "! a.txt: this is a PDF file, not text\n" },
    { "invalid bytes are replaced", "a.txt", "caf\xE9 \xE2\x80",
      "{\"id\":\"a.txt\",\"text\":\"caf\uFFFD \uFFFD\"}\n" },
    { "invalid bytes do not cost a record", "a.ndjson", "{\"text\":\"\xFF\"}",
      "{\"text\":\"\uFFFD\"}\n" },

    { "folders and packing are no part of the id", "x/y/a.txt.gz", "Hi",
      "{\"id\":\"a.txt\",\"text\":\"Hi\"}\n" },
    { "a date without colon", "a.txt", " date 2023-06-20 \n\n\n\nTalks.\n",
      "{\"id\":\"a.txt\",\"date\":\"2023-06-20\",\"text\":\"Talks.\\n\"}\n" },
    { "all header lines, in any order and case", "a.txt",
      "TITLE: Talks: a start\r\nDate: 20 June 2023\r\nSource: Daily\r\n\r\nA.",
      "{\"id\":\"a.txt\",\"date\":\"2023-06-20\",\"title\":\"Talks: a start\","
      "\"outlet\":\"Daily\",\"text\":\"A.\"}\n" },
    { "no blank line is needed after a date", "a.txt",
      "Headline: T\nDate: June 20, 2023\nA.",
      "{\"id\":\"a.txt\",\"date\":\"2023-06-20\",\"title\":\"T\","
      "\"text\":\"A.\"}\n" },
    { "prose that begins like a header", "a.txt", "Date palms grow.\n\nYes.",
      "{\"id\":\"a.txt\",\"text\":\"Date palms grow.\\n\\nYes.\"}\n" },
    { "a date that no calendar has", "a.txt", "Date: 2023-02-30\n\nA.",
      "{\"id\":\"a.txt\",\"text\":\"Date: 2023-02-30\\n\\nA.\"}\n" },
    { "a turn of a conversation", "a.txt", "Source: We saw it.\nQ: When?\n",
      "{\"id\":\"a.txt\",\"text\":\"Source: We saw it.\\nQ: When?\\n\"}\n" },
    { "the second of a kind belongs to the text", "a.txt",
      "Date: 2023-06-20\nDate: 2023-06-21\n",
      "{\"id\":\"a.txt\",\"date\":\"2023-06-20\","
      "\"text\":\"Date: 2023-06-21\\n\"}\n" },
    { "a header alone", "a.txt", "Title: T",
      "{\"id\":\"a.txt\",\"title\":\"T\",\"text\":\"\"}\n" },

    { "rows by their column names", "a.csv", "text,tone\nA,critical\nB,\n",
      "{\"text\":\"A\",\"tone\":\"critical\"}\n{\"text\":\"B\",\"tone\":null}"
      "\n" },
    { "cells over lines, with marks and separators", "a.csv",
      "id,text\r\n1,\"He said \"\"no\"\",\r\nthen left\"\r\n",
      "{\"id\":\"1\",\"text\":\"He said \\\"no\\\",\\r\\nthen left\"}\n" },
    { "white space belongs to the cell", "a.csv", "id,text\n1, A \n",
      "{\"id\":\"1\",\"text\":\" A \"}\n" },
    { "bare marks stand for themselves", "a.csv", "id,text\n1,5\" gun\n2,B\n",
      "{\"id\":\"1\",\"text\":\"5\\\" "
      "gun\"}\n{\"id\":\"2\",\"text\":\"B\"}\n" },
    { "ragged rows are told, and the rest goes on", "a.csv",
      "id,text\n1\n2,B\n\n3,C,x\n4,D\n",
      "! a.csv:2: 1 cells in a table of 2 columns\n"
      "{\"id\":\"2\",\"text\":\"B\"}\n"
      "! a.csv:5: 3 cells in a table of 2 columns\n"
      "{\"id\":\"4\",\"text\":\"D\"}\n" },
    { "a row is placed by its first line", "a.csv",
      "id,text\n1,\"A\n\nB\"\n2\n",
      "{\"id\":\"1\",\"text\":\"A\\n\\nB\"}\n"
      "! a.csv:5: 1 cells in a table of 2 columns\n" },
    { "a mark that is never closed", "a.csv", "id,text\n1,\"A\n2,B\n",
      "! a.csv:2: a quotation mark in this row is never closed\n" },
    { "text behind a closing mark costs its row alone", "a.csv",
      "id,text\n1,\"We will,\" Chen said.\n2,B\n",
      "! a.csv:2: text behind the mark that closes a quoted cell\n"
      "{\"id\":\"2\",\"text\":\"B\"}\n" },
    { "also behind a cell of several lines", "a.csv",
      "id,text\n1,\"We\nwill,\" he said.\n2,B\n",
      "! a.csv:2: text behind the mark that closes a quoted cell\n"
      "{\"id\":\"2\",\"text\":\"B\"}\n" },
    { "a broken first row ends the table", "a.csv", "id,\"text\" x\n1,A\n",
      "! a.csv:1: text behind the mark that closes a quoted cell\n" },
    { "TSV without quoting", "a.tsv",
      "id\ttext\tx\n1\t\"We will,\" Chen said.\t\r\n2\tB\tC\n",
      "{\"id\":\"1\",\"text\":\"\\\"We will,\\\" Chen said.\",\"x\":null}\n"
      "{\"id\":\"2\",\"text\":\"B\",\"x\":\"C\"}\n" },
    { "TSV with quoting", "a.tsv",
      "id\ttext\n1\t\"\"\"We\twill,\"\" Chen said.\"\n",
      "{\"id\":\"1\",\"text\":\"\\\"We\\twill,\\\" Chen said.\"}\n" },
    { "carriage returns alone end rows too", "a.csv", "id,text\r1,A\r2,B",
      "{\"id\":\"1\",\"text\":\"A\"}\n{\"id\":\"2\",\"text\":\"B\"}\n" },
    { "a column `text` is needed", "a.csv", "id,body\n1,A\n2,B\n",
      "! a.csv:1: the first row names no column 'text'\n" },
    { "names are told apart", "a.csv", "text,text\nA,B\n",
      "! a.csv:1: two columns have the same name\n" },
    { "columns without a name get one", "a.csv", ",text\n0,A\n",
      "{\"column_1\":\"0\",\"text\":\"A\"}\n" },
    { "an empty text is not a missing one", "a.csv", "id,text\n1,\n",
      "{\"id\":\"1\",\"text\":\"\"}\n" },
    { "tabs", "a.tsv", "id\ttext\n1\tA, B\n",
      "{\"id\":\"1\",\"text\":\"A, B\"}\n" },
    { "a byte order mark is no part of a name", "a.csv",
      "\xEF\xBB\xBFtext,x\nA,1\n", "{\"text\":\"A\",\"x\":\"1\"}\n" },

    { "objects are known by their brace", "stdin", "\n {\"text\":\"A\"}",
      "{\"text\":\"A\"}\n" },
    { "tables are known by a column `text`", "stdin", "id,\"text\"\r\n1,A\r\n",
      "{\"id\":\"1\",\"text\":\"A\"}\n" },
    { "all else is plain text", "stdin", "Talks, text, and more.\n",
      "{\"id\":\"stdin\",\"text\":\"Talks, text, and more.\\n\"}\n" },
};

START_TEST(files_give_records_and_complaints)
{
    dm_buf out;
    dm_buf_init(&out);
    read_bytes(&out, cases[_i].name, cases[_i].bytes, strlen(cases[_i].bytes),
               DEMARCHE_FORM_AUTO);
    ck_assert_msg(strcmp(out.data, cases[_i].records) == 0,
                  "%s:\n%s\ninstead of\n%s", cases[_i].why, out.data,
                  cases[_i].records);
    dm_buf_clear(&out);
}
END_TEST

START_TEST(a_form_that_is_told_beats_the_name)
{
    dm_buf out;
    dm_buf_init(&out);
    read_bytes(&out, "a.txt", "text\nA\n", 7, DEMARCHE_FORM_CSV);
    ck_assert_str_eq(out.data, "{\"text\":\"A\"}\n");
    dm_buf_clear(&out);
}
END_TEST

START_TEST(nul_bytes_are_part_of_a_text)
{
    dm_buf out;
    dm_buf_init(&out);
    read_bytes(&out, "a.txt", "A\0B", 3, DEMARCHE_FORM_AUTO);
    ck_assert_str_eq(out.data, "{\"id\":\"a.txt\",\"text\":\"A\\u0000B\"}\n");
    dm_buf_clear(&out);
}
END_TEST

static const char plain[] = "{\"text\":\"A\"}\n{\"text\":\"B\"}\n";
static const char both[] = "{\"text\":\"A\"}\n{\"text\":\"B\"}\n";

/* Two members, one after the other, as `cat a.gz b.gz` makes them. */
static size_t pack_gzip(char *out, size_t room)
{
    size_t len = 0;
    for (int part = 0; part < 2; part++) {
        z_stream stream = { .next_in = (Bytef *)(plain + part * 13),
                            .avail_in = 13,
                            .next_out = (Bytef *)out + len,
                            .avail_out = (uInt)(room - len) };
        deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 9, 0);
        ck_assert_int_eq(deflate(&stream, Z_FINISH), Z_STREAM_END);
        len += stream.total_out;
        deflateEnd(&stream);
    }
    return len;
}

static size_t pack_zstd(char *out, size_t room)
{
    size_t len = ZSTD_compress(out, room, plain, 13, 3);
    return len + ZSTD_compress(out + len, room - len, plain + 13, 13, 3);
}

static size_t (*const packers[])(char *, size_t) = { pack_gzip, pack_zstd };

START_TEST(packed_files_read_as_what_they_hold)
{
    char packed[512];
    size_t len = packers[_i](packed, sizeof packed);
    dm_buf out;
    dm_buf_init(&out);
    read_bytes(&out, "a.ndjson", packed, len, DEMARCHE_FORM_AUTO);
    ck_assert_str_eq(out.data, both);
    dm_buf_clear(&out);
}
END_TEST

/* At each length: what stands before the cut may come, then a complaint or, at
 * a border between members, the end; never a record that is not there. */
START_TEST(packed_files_that_are_cut_off_are_told)
{
    char packed[512];
    size_t len = packers[_i](packed, sizeof packed), whole = 0;
    for (size_t cut = 5; cut < len; cut++) {
        dm_buf out;
        dm_buf_init(&out);
        read_bytes(&out, "a.ndjson", packed, cut, DEMARCHE_FORM_AUTO);
        dm_span seen = dm_buf_span(&out);
        const char *complaint = strchr(out.data, '!');
        whole += complaint == NULL;
        if (complaint != NULL)
            seen.len = (size_t)(complaint - out.data);
        ck_assert(seen.len <= 26 && memcmp(seen.data, both, seen.len) == 0);
        ck_assert_msg(complaint == NULL || strstr(complaint, "cut off") != NULL,
                      "%s", out.data);
        dm_buf_clear(&out);
    }
    ck_assert_uint_eq(whole, 1);
}
END_TEST

START_TEST(damaged_gzip_data_is_told)
{
    char packed[512];
    size_t len = pack_gzip(packed, sizeof packed);
    packed[len - 6] ^= 0x55; // the checksum
    dm_buf out;
    dm_buf_init(&out);
    read_bytes(&out, "a.ndjson", packed, len, DEMARCHE_FORM_AUTO);
    ck_assert_ptr_nonnull(strstr(out.data, "! a.ndjson:1: damaged gzip data"));
    dm_buf_clear(&out);
}
END_TEST

static const struct {
    const char *why, *bytes;
    const char *lines[6]; // NULL ends; "!" is a complaint
} limits[] = {
    { "at the limit", "12345678\nB\n", { "12345678\n", "B\n" } },
    { "over it, and the next goes on", "1234567890\nB\n", { "!", "B\n" } },
    { "over it at the end", "A\n1234567890", { "A\n", "!" } },
};

START_TEST(no_line_passes_the_limit)
{
    const char *bytes = limits[_i].bytes;
    dm_source *source;
    dm_lines lines;
    dm_source_from_memory(&source, bytes, strlen(bytes), NULL);
    dm_lines_init(&lines, source);
    lines.limit = 9;
    for (size_t i = 0; limits[_i].lines[i] != NULL; i++) {
        dm_span line;
        demarche_status status = dm_lines_next(&line, &lines, NULL);
        bool refused = strcmp(limits[_i].lines[i], "!") == 0;
        ck_assert_msg((status == DEMARCHE_BAD_INPUT) == refused, "%s",
                      limits[_i].why);
        ck_assert(refused || dm_span_is(line, limits[_i].lines[i]));
    }
    dm_span line;
    ck_assert_int_eq(dm_lines_next(&line, &lines, NULL), DEMARCHE_OK);
    ck_assert_ptr_null(line.data);
    dm_lines_clear(&lines);
}
END_TEST

static const struct {
    const char *text, *date; // NULL: no date
} dates[] = {
    { "2023-06-20", "2023-06-20" },
    { "2023-06-20T08:00:00Z", "2023-06-20" },
    { "2024-02-29", "2024-02-29" },
    { "2023-02-29", NULL },
    { "1900-02-29", NULL },
    { "2023-13-01", NULL },
    { "2023-06-201", NULL },
    { "2023-6-2", NULL },
    { "2023-06-20 or so", NULL },
    { "20 June 2023", "2023-06-20" },
    { "June 20, 2023", "2023-06-20" },
    { "Tuesday, Jun. 20, 2023", "2023-06-20" },
    { "Sept 1 1995", "1995-09-01" },
    { "Ju 20 2023", NULL },
    { "June 31, 2023", NULL },
    { "June 2023", NULL },
    { "20 June 2023 in Beijing", NULL },
    { "20 June 20233", NULL },
    { "", NULL },
    { " , , ", NULL },
};

START_TEST(dates_are_days_of_the_calendar)
{
    char date[DM_DAY_ROOM] = "";
    bool good = dm_day_parse(date, dm_span_of(dates[_i].text));
    ck_assert_msg(good == (dates[_i].date != NULL), "%s", dates[_i].text);
    ck_assert(!good || strcmp(date, dates[_i].date) == 0);
}
END_TEST

START_TEST(files_that_cannot_be_opened_are_told)
{
    demarche_reader *reader;
    demarche_error err;
    ck_assert_int_eq(demarche_reader_open(&reader, "/no/such", 0, &err),
                     DEMARCHE_IO);
    ck_assert_str_eq(err.message,
                     "cannot open '/no/such': No such file or directory");
    ck_assert_int_eq(demarche_reader_open(&reader, "/", 0, &err), DEMARCHE_IO);
    ck_assert_str_eq(err.message, "cannot open '/': Is a directory");
    ck_assert_ptr_null(reader);
}
END_TEST

static const struct {
    const char *why, *json, *message; // NULL: a document
} documents[] = {
    { "text is enough", "{\"text\":\"A\"}", NULL },
    { "null is absent", "{\"text\":\"A\",\"date\":null}", NULL },
    { "a whole number will do as id", "{\"text\":\"A\",\"id\":17}", NULL },
    { "no text", "{\"id\":\"1\"}", "no field 'text'" },
    { "null text", "{\"text\":null}", "no field 'text'" },
    { "text of another type", "{\"text\":5}", "'text' is not a string" },
    { "date of another type", "{\"text\":\"A\",\"date\":2023}",
      "'date' is not a string" },
};

START_TEST(documents_have_text_and_strings)
{
    demarche_record *record;
    demarche_document document;
    demarche_error err;
    const char *json = documents[_i].json;
    ck_assert_int_eq(demarche_record_parse(&record, json, strlen(json), &err),
                     DEMARCHE_OK);
    demarche_status status = demarche_record_document(&document, record, &err);
    if (documents[_i].message == NULL) {
        ck_assert_msg(status == DEMARCHE_OK, "%s", documents[_i].why);
        ck_assert_uint_eq(document.len, 1);
        if (strstr(json, "17") != NULL)
            ck_assert_str_eq(document.id, "17");
    } else {
        ck_assert_msg(status == DEMARCHE_BAD_INPUT, "%s", documents[_i].why);
        ck_assert_str_eq(err.message, documents[_i].message);
    }
    demarche_record_free(record);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, files_give_records_and_complaints, 0,
                        COUNT_OF(cases));
    tcase_add_test(tc, a_form_that_is_told_beats_the_name);
    tcase_add_test(tc, nul_bytes_are_part_of_a_text);
    tcase_add_loop_test(tc, packed_files_read_as_what_they_hold, 0, 2);
    tcase_add_loop_test(tc, packed_files_that_are_cut_off_are_told, 0, 2);
    tcase_add_test(tc, damaged_gzip_data_is_told);
    tcase_add_loop_test(tc, no_line_passes_the_limit, 0, COUNT_OF(limits));
    tcase_add_loop_test(tc, dates_are_days_of_the_calendar, 0, COUNT_OF(dates));
    tcase_add_test(tc, files_that_cannot_be_opened_are_told);
    tcase_add_loop_test(tc, documents_have_text_and_strings, 0,
                        COUNT_OF(documents));
}

int main(void)
{
    return run_suite("reader", add);
}
