/* test_statements.c - statements as users and records see them.
 *
 * What is found is the extractor's matter and tested there; here it is how
 * words, places and fields come out.
 */
#include "base/json.h"
#include "statements.h"
#include "suite.h"

static demarche_analyser *analyser;

static void set_up(void)
{
    ck_assert_int_eq(demarche_analyser_new(&analyser, NULL, NULL), 0);
}

static void tear_down(void)
{
    demarche_analyser_free(analyser);
}

static demarche_statements *extract(const char *text)
{
    demarche_document document = {
        .id = "d1", .date = "2031-06-12", .text = text, .len = strlen(text)
    };
    demarche_statements *list;
    ck_assert_int_eq(demarche_extract(&list, analyser, &document, NULL), 0);
    return list;
}

/* Statement `i` as its record; the caller releases it. */
static json_t *record_of(const demarche_statements *list, size_t i,
                         bool byte_offsets)
{
    char *line;
    ck_assert_int_eq(
        demarche_statements_format(&line, list, i, byte_offsets, NULL), 0);
    json_t *record;
    ck_assert_int_eq(dm_json_parse(&record, line, strlen(line), NULL), 0);
    demarche_string_free(line);
    return record;
}

static const struct {
    const char *why, *document, *text;
    demarche_range codepoints, bytes; // of the first span
    size_t replaced;
} places[] = {
    { "plain", "\"Stop it,\" Ann said.", "Stop it", { 1, 8 }, { 1, 8 }, 0 },
    { "marks of several bytes",
      "\u201CStop it,\u201D Ann said.",
      "Stop it",
      { 1, 8 },
      { 3, 10 },
      0 },
    { "damaged bytes before it",
      "A \xFF\xFE b\u00E9te.\n\n\"Stop it,\" Ann said.",
      "Stop it",
      { 13, 20 },
      { 14, 21 },
      2 },
    { "white space is one space, breaks too",
      "\"Stop\t\n it,\" Ann said.",
      "Stop it",
      { 1, 10 },
      { 1, 10 },
      0 },
};

static void check_range(const char *why, const json_t *spans,
                        demarche_range range)
{
    const json_t *first = json_array_get(spans, 0);
    ck_assert_msg(json_integer_value(json_array_get(first, 0)) ==
                          (json_int_t)range.begin &&
                      json_integer_value(json_array_get(first, 1)) ==
                          (json_int_t)range.end,
                  "%s: [%d, %d]", why,
                  (int)json_integer_value(json_array_get(first, 0)),
                  (int)json_integer_value(json_array_get(first, 1)));
}

START_TEST(places_lead_back_to_the_words)
{
    const char *why = places[_i].why;
    demarche_statements *list = extract(places[_i].document);
    ck_assert_msg(demarche_statements_count(list) == 1, "%s", why);
    const demarche_statement *item = demarche_statements_at(list, 0);
    ck_assert_msg(strcmp(item->text, places[_i].text) == 0, "%s: '%s'", why,
                  item->text);
    ck_assert_uint_eq(item->text_len, strlen(item->text));
    ck_assert_uint_eq(item->spans[0].begin, places[_i].codepoints.begin);
    ck_assert_uint_eq(item->spans[0].end, places[_i].codepoints.end);
    ck_assert_uint_eq(demarche_statements_replaced(list), places[_i].replaced);
    json_t *record = record_of(list, 0, false);
    check_range(why, json_object_get(record, "spans"), places[_i].codepoints);
    json_decref(record);
    record = record_of(list, 0, true);
    check_range(why, json_object_get(record, "spans"), places[_i].bytes);
    json_decref(record);
    demarche_statements_free(list);
}
END_TEST

START_TEST(pieces_of_a_statement_are_joined_by_one_space)
{
    demarche_statements *list =
        extract("\"We will talk,\" Ann said on Monday, \"if they do.\"");
    const demarche_statement *item = demarche_statements_at(list, 0);
    ck_assert_uint_eq(item->span_count, 2);
    ck_assert_str_eq(item->text, "We will talk if they do.");
    demarche_statements_free(list);
}
END_TEST

START_TEST(a_record_has_every_field_in_order)
{
    static const char *const fields[] = {
        "doc",    "n",           "date",    "outlet",
        "kind",   "answers",     "text",    "spans",
        "cue",    "cue_span",    "speaker", "speaker_span",
        "actor",  "actor_id",    "known",   "side",
        "side_p", "tone",        "tone_p",  "score",
        "review", "side_review", "target",  "target_p",
        "rules",
    };
    demarche_statements *list = extract("\"Stop it,\" Ann said.");
    json_t *record = record_of(list, 0, false);
    size_t at = 0;
    for (void *i = json_object_iter(record); i != NULL;
         i = json_object_iter_next(record, i), at++) {
        ck_assert_uint_lt(at, COUNT_OF(fields));
        ck_assert_str_eq(json_object_iter_key(i), fields[at]);
    }
    ck_assert_uint_eq(at, COUNT_OF(fields));
    ck_assert(json_is_null(json_object_get(record, "outlet")));
    ck_assert(json_is_null(json_object_get(record, "tone"))); // not judged
    ck_assert_str_eq(json_string_value(json_object_get(record, "doc")), "d1");
    json_decref(record);
    demarche_statements_free(list);
}
END_TEST

START_TEST(the_document_may_be_gone_after_extracting)
{
    char text[] = "\"Stop it,\" Ann said.", id[] = "a1";
    demarche_document document = { .id = id,
                                   .text = text,
                                   .len = sizeof text - 1 };
    demarche_statements *list;
    ck_assert_int_eq(demarche_extract(&list, analyser, &document, NULL), 0);
    memset(text, 'x', sizeof text - 1);
    memset(id, 'x', sizeof id - 1);
    json_t *record = record_of(list, 0, false);
    ck_assert_str_eq(json_string_value(json_object_get(record, "doc")), "a1");
    ck_assert_str_eq(json_string_value(json_object_get(record, "text")),
                     "Stop it");
    json_decref(record);
    demarche_statements_free(list);
}
END_TEST

START_TEST(an_empty_document_has_no_statements)
{
    demarche_document document = { .text = NULL, .len = 0 };
    demarche_statements *list;
    ck_assert_int_eq(demarche_extract(&list, analyser, &document, NULL), 0);
    ck_assert_uint_eq(demarche_statements_count(list), 0);
    demarche_statements_free(list);
}
END_TEST

START_TEST(a_damaged_id_comes_out_as_valid_text)
{
    demarche_document document = { .id = "a\xFF",
                                   .text = "\"Stop it,\" Ann said.",
                                   .len = 20 };
    demarche_statements *list;
    ck_assert_int_eq(demarche_extract(&list, analyser, &document, NULL), 0);
    json_t *record = record_of(list, 0, false);
    ck_assert_str_eq(json_string_value(json_object_get(record, "doc")),
                     "a\uFFFD");
    json_decref(record);
    demarche_statements_free(list);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_checked_fixture(tc, set_up, tear_down);
    tcase_add_loop_test(tc, places_lead_back_to_the_words, 0, COUNT_OF(places));
    tcase_add_test(tc, pieces_of_a_statement_are_joined_by_one_space);
    tcase_add_test(tc, a_record_has_every_field_in_order);
    tcase_add_test(tc, the_document_may_be_gone_after_extracting);
    tcase_add_test(tc, an_empty_document_has_no_statements);
    tcase_add_test(tc, a_damaged_id_comes_out_as_valid_text);
}

int main(void)
{
    return run_suite("statements", add);
}
