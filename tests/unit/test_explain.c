/* test_explain.c - why a model judges as it does: n-grams, words, parts.
 *
 * Small models are learned from tests/data/labelled.ndjson; what they say is
 * not the matter here, but that it adds up and stands where it should.
 */
#include <math.h>

#include "base/json.h"
#include "suite.h"

static demarche_analyser *plain, *analyser;
static demarche_model *tone, *side;

static demarche_model *learn(const char *task, const demarche_fields *fields)
{
    demarche_reader *reader;
    demarche_dataset *dataset;
    demarche_record *record;
    demarche_train_options options;
    demarche_train_options_init(&options);
    options.c = 1;
    options.min_df = 1;
    ck_assert_int_eq(demarche_reader_open(
                         &reader, DM_SOURCE_DIR "/tests/data/labelled.ndjson",
                         DEMARCHE_FORM_NDJSON, NULL),
                     0);
    ck_assert_int_eq(demarche_dataset_new(&dataset, task, plain, NULL), 0);
    ck_assert_int_eq(demarche_dataset_read(dataset, fields, NULL), 0);
    while (demarche_reader_next(&record, reader, NULL) == 0 && record != NULL) {
        ck_assert_int_eq(demarche_dataset_add(dataset, record, NULL, NULL), 0);
        demarche_record_free(record);
    }
    demarche_model *model;
    ck_assert_int_eq(demarche_train(&model, dataset, &options, NULL), 0);
    demarche_dataset_free(dataset);
    demarche_reader_free(reader);
    return model;
}

static void set_up(void)
{
    demarche_fields marked = { .given = "side", .mark = "part" };
    demarche_fields bare = { .given = NULL };
    ck_assert_int_eq(demarche_analyser_new(&plain, NULL, NULL), 0);
    tone = learn("tone", &marked);
    side = learn("side", &bare);
    demarche_options options = { .tone = tone, .side = side };
    ck_assert_int_eq(demarche_analyser_new(&analyser, &options, NULL), 0);
}

static void tear_down(void)
{
    demarche_analyser_free(analyser);
    demarche_analyser_free(plain);
    demarche_model_free(tone);
    demarche_model_free(side);
}

static demarche_record *record_of(const char *line)
{
    demarche_record *record;
    demarche_error err;
    ck_assert_msg(demarche_record_parse(&record, line, strlen(line), &err) == 0,
                  "%s: %s", line, err.message);
    return record;
}

static demarche_explanation *explain(const demarche_model *model,
                                     const char *line)
{
    demarche_record *record = record_of(line);
    demarche_explanation *e;
    ck_assert_int_eq(demarche_explain(&e, analyser, model, record, NULL), 0);
    demarche_record_free(record);
    return e;
}

/* The bytes of `text` that a span of code points covers. */
static dm_span at(const char *text, demarche_range span)
{
    const char *begin = text;
    while (span.begin-- > 0 && span.end-- > 0)
        for (begin++; ((unsigned char)*begin & 0xC0) == 0x80; begin++)
            ;
    const char *end = begin;
    while (span.end-- > 0)
        for (end++; ((unsigned char)*end & 0xC0) == 0x80; end++)
            ;
    return (dm_span){ begin, (size_t)(end - begin) };
}

static double decision_of(const demarche_explanation *e)
{
    double winner = 0, other = 0;
    for (size_t k = 0; k < e->verdict.count; k++) {
        if (strcmp(e->verdict.labels[k], e->label) == 0)
            winner = e->decision[k];
        if (strcmp(e->verdict.labels[k], e->against) == 0)
            other = e->decision[k];
    }
    return winner - other;
}

static const struct {
    const char *why, *line;
} records[] = {
    { "plain",
      "{\"text\":\"They must stop their illegal conduct on trade.\"}" },
    { "all name spaces",
      "{\"text\":\"We do not seek conflict, but China must act.\",\"cue\":"
      "\"warned\",\"speaker\":\"US Treasury official Nora Whitfield\"}" },
    { "an attribution inside",
      "{\"text\":\"Washington said it welcomes the talks with Beijing.\"}" },
    { "a marked part, another label given",
      "{\"text\":\"We hope \xC3\x84rger ends. China must "
      "stop.\",\"part\":[8,13],"
      "\"side\":\"us\"}" },
    { "words again and again",
      "{\"text\":\"trade war, trade war, trade war, banana banana\"}" },
    { "marks of quotation, alone and around",
      "{\"text\":\"\xE2\x80\x9C\xE2\x80\x9D \xE2\x80\x9CWe\xE2\x80\x9D "
      "welcome \xE2\x80\x98it\xE2\x80\x99 \\\"\"}" },
    { "letters that fold to others", "{\"text\":\"STRASSE Stra\xC3\x9F"
                                     "e \xC4\xB0stanbul \xEF\xAC\x81ght\"}" },
    { "other scripts, marks that combine, beyond the first plane",
      "{\"text\":\"\xE4\xB8\xAD\xE5\x9B\xBD must e\xCC\x81 stop "
      "\xF0\x9F\x98\x80 talks\"}" },
    { "controls", "{\"text\":\"we\\u0000welcome\\u0007talks\\n\\n now\"}" },
    { "nothing", "{\"text\":\"\"}" },
    { "space", "{\"text\":\" \\n\\t \",\"speaker\":\"China\"}" },
    { "no known word", "{\"text\":\"zzqx qqzx\"}" },
};

static void check_sums(const demarche_explanation *e, const char *reason)
{
    double parts = e->content + e->cue + e->speaker + e->known + e->bias;
    double all = e->bias, words = 0;
    for (size_t i = 0; i < e->reason_count; i++)
        all += e->reasons[i].contribution;
    for (size_t i = 0; i < e->word_count; i++)
        words += e->words[i].contribution;
    ck_assert_double_eq_tol(parts, decision_of(e), 1e-9);
    ck_assert_double_eq_tol(all, decision_of(e), 1e-9);
    ck_assert_msg(e->word_count == 0 || fabs(words - e->content) < 1e-9, "%s",
                  reason);
}

START_TEST(words_and_parts_add_up_to_the_decision)
{
    const demarche_model *models[] = { tone, side };
    for (int m = 0; m < 2; m++) {
        demarche_explanation *e = explain(models[m], records[_i].line);
        check_sums(e, records[_i].why);
        demarche_explanation_free(e);
    }
}
END_TEST

static bool has_place(const char *ngram)
{
    return strncmp(ngram, "cue:", 4) != 0 &&
           strncmp(ngram, "speaker:", 8) != 0 &&
           strncmp(ngram, "known:", 6) != 0;
}

START_TEST(spans_lie_in_the_text_in_order_and_words_are_what_stands_there)
{
    demarche_explanation *e = explain(tone, records[_i].line);
    size_t points = 0, last = 0;
    for (size_t i = 0; i < e->text_len; i++)
        points += ((unsigned char)e->text[i] & 0xC0) != 0x80;
    for (size_t i = 0; i < e->word_count; i++) {
        demarche_range span = e->words[i].span;
        ck_assert_uint_ge(span.begin, last);
        ck_assert_uint_lt(span.begin, span.end);
        ck_assert_msg(dm_span_is(at(e->text, span), e->words[i].word), "%s",
                      records[_i].why);
        last = span.end;
    }
    ck_assert_uint_le(last, points);
    for (size_t i = 0; i < e->reason_count; i++) {
        const demarche_reason *reason = &e->reasons[i];
        ck_assert(!has_place(reason->ngram) || reason->span_count > 0 ||
                  e->word_count == 0);
        for (size_t s = 0; s < reason->span_count; s++) {
            ck_assert_uint_lt(reason->spans[s].begin, reason->spans[s].end);
            ck_assert_uint_le(reason->spans[s].end, points);
            ck_assert(s == 0 ||
                      reason->spans[s - 1].begin <= reason->spans[s].begin);
        }
    }
    demarche_explanation_free(e);
}
END_TEST

static const demarche_reason *find(const demarche_explanation *e,
                                   const char *ngram)
{
    for (size_t i = 0; i < e->reason_count; i++)
        if (strcmp(e->reasons[i].ngram, ngram) == 0)
            return &e->reasons[i];
    ck_abort_msg("no '%s'", ngram);
}

static const struct {
    const char *why, *ngram;
    size_t count;
    demarche_range spans[3];
} repeated[] = {
    { "once, behind a letter of two bytes", "word:oppose", 1, { { 29, 35 } } },
    { "twice, capitals or not", "word:thank", 2, { { 3, 8 }, { 17, 22 } } },
    { "letters: the words that have them",
      "char:them_",
      2,
      { { 11, 15 }, { 23, 27 } } },
};

START_TEST(a_repeated_ngram_has_a_span_a_place)
{
    demarche_explanation *e =
        explain(tone, "{\"text\":\"We thank \xC3\xA9 them, THANK them: "
                      "oppose.\",\"kind\":\"quoted\"}");
    const demarche_reason *reason = find(e, repeated[_i].ngram);
    ck_assert_msg(reason->span_count == repeated[_i].count, "%s",
                  repeated[_i].why);
    ck_assert_mem_eq(reason->spans, repeated[_i].spans,
                     repeated[_i].count * sizeof *reason->spans);
    demarche_explanation_free(e);
}
END_TEST

/* Where no n-gram comes twice in a word, spans tell all there is to tell. */
START_TEST(a_word_pulls_its_share_of_every_ngram_that_covers_it)
{
    demarche_explanation *e =
        explain(tone, "{\"text\":\"We oppose their tariffs and hope China will "
                      "talk\",\"kind\":\"quoted\"}");
    double pulls[16] = { 0 };
    ck_assert_uint_le(e->word_count, 16);
    for (size_t i = 0; i < e->reason_count; i++) {
        const demarche_reason *reason = &e->reasons[i];
        for (size_t s = 0; s < reason->span_count; s++) {
            demarche_range span = reason->spans[s];
            size_t covered = 0;
            for (size_t w = 0; w < e->word_count; w++)
                covered += e->words[w].span.begin >= span.begin &&
                           e->words[w].span.end <= span.end;
            for (size_t w = 0; w < e->word_count; w++)
                if (e->words[w].span.begin >= span.begin &&
                    e->words[w].span.end <= span.end)
                    pulls[w] += reason->contribution /
                                (double)(covered * reason->span_count);
        }
    }
    for (size_t w = 0; w < e->word_count; w++)
        ck_assert_double_eq_tol(pulls[w], e->words[w].contribution, 1e-9);
    demarche_explanation_free(e);
}
END_TEST

START_TEST(cue_speaker_and_what_is_known_are_told_apart)
{
    demarche_explanation *e =
        explain(side, "{\"text\":\"We oppose it.\",\"speaker\":\"the Foreign "
                      "Ministry in Beijing\",\"cue\":\"said\"}");
    const struct {
        const char *prefix;
        double part;
    } parts[] = { { "cue:", e->cue },
                  { "speaker:", e->speaker },
                  { "known:", e->known } };
    for (int p = 0; p < COUNT_OF(parts); p++) {
        double sum = 0;
        for (size_t i = 0; i < e->reason_count; i++)
            if (strncmp(e->reasons[i].ngram, parts[p].prefix,
                        strlen(parts[p].prefix)) == 0)
                sum += e->reasons[i].contribution;
        ck_assert_double_eq_tol(sum, parts[p].part, 1e-12);
    }
    ck_assert_double_ne(e->speaker, 0);
    ck_assert_double_ne(e->known, 0);
    demarche_explanation_free(e);
}
END_TEST

START_TEST(a_marked_part_is_shown_in_code_points)
{
    demarche_explanation *e = explain(tone, records[3].line);
    ck_assert_uint_eq(e->mark.begin, 8);
    ck_assert_uint_eq(e->mark.end, 13);
    ck_assert(dm_span_is(at(e->text, e->mark), "\xC3\x84rger"));
    demarche_explanation_free(e);
    e = explain(side, records[3].line); // not trained with it
    ck_assert_uint_eq(e->mark.begin, e->mark.end);
    demarche_explanation_free(e);
}
END_TEST

static double number(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    ck_assert_msg(json_is_number(value), "%s", name);
    return json_number_value(value);
}

/* A long text: what each number loses in print must not pile up. */
START_TEST(what_is_printed_adds_up_too)
{
    dm_buf line;
    dm_buf_init(&line);
    dm_buf_add_string(&line, "{\"text\":\"");
    for (int i = 0; i < 5000; i++)
        dm_buf_add_string(&line, i % 3 == 0 ? "we welcome " : "talks, ");
    dm_buf_add_string(&line, "\"}");
    demarche_explanation *e = explain(tone, line.data);
    char *text;
    json_t *json;
    ck_assert_int_eq(demarche_explanation_format(&text, e, 1000000, NULL), 0);
    ck_assert_int_eq(dm_json_parse(&json, text, strlen(text), NULL), 0);
    const json_t *parts = json_object_get(json, "parts"), *item;
    double words = 0, all = number(parts, "bias");
    size_t i;
    json_array_foreach(json_object_get(json, "words"), i, item) words +=
        number(item, "contribution");
    json_array_foreach(json_object_get(json, "reasons"), i, item) all +=
        number(item, "contribution");
    ck_assert_double_eq_tol(words, number(parts, "content"), 1e-8);
    ck_assert_double_eq_tol(all, number(json, "decision"), 1e-8);
    ck_assert_double_eq_tol(number(json, "decision"), decision_of(e), 1e-8);
    json_decref(json);
    demarche_string_free(text);
    demarche_explanation_free(e);
    dm_buf_clear(&line);
}
END_TEST

START_TEST(a_judged_record_can_say_why_and_keeps_its_fields)
{
    demarche_record *record =
        record_of("{\"x\":1,\"text\":\"We oppose it.\",\"side_why\":null,"
                  "\"speaker\":\"Beijing\"}");
    char *line;
    json_t *json;
    ck_assert_int_eq(demarche_record_judge(record, analyser, NULL), 0);
    ck_assert_int_eq(demarche_record_explain(record, analyser, 3, NULL), 0);
    ck_assert_int_eq(demarche_record_format(&line, record, NULL), 0);
    static const char begin[] =
        "{\"x\":1,\"text\":\"We oppose it.\",\"side_why\":{";
    ck_assert(strncmp(line, begin, sizeof begin - 1) == 0);
    ck_assert_int_eq(dm_json_parse(&json, line, strlen(line), NULL), 0);
    const json_t *why = json_object_get(json, "tone_why");
    ck_assert(json_equal(json_object_get(why, "label"),
                         json_object_get(json, "tone")));
    ck_assert_uint_eq(json_array_size(json_object_get(why, "reasons")), 3);
    ck_assert_ptr_null(json_object_get(why, "words"));
    json_decref(json);
    demarche_string_free(line);
    demarche_record_free(record);
}
END_TEST

START_TEST(a_question_is_not_explained)
{
    static const char question[] = "{\"kind\":\"question\",\"text\":\"Why?\"}";
    demarche_record *record = record_of(question);
    char *line;
    ck_assert_int_eq(demarche_record_explain(record, analyser, 3, NULL), 0);
    ck_assert_int_eq(demarche_record_format(&line, record, NULL), 0);
    ck_assert_str_eq(line, question);
    demarche_string_free(line);
    demarche_record_free(record);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_unchecked_fixture(tc, set_up, tear_down);
    tcase_add_loop_test(tc, words_and_parts_add_up_to_the_decision, 0,
                        COUNT_OF(records));
    tcase_add_loop_test(
        tc, spans_lie_in_the_text_in_order_and_words_are_what_stands_there, 0,
        COUNT_OF(records));
    tcase_add_loop_test(tc, a_repeated_ngram_has_a_span_a_place, 0,
                        COUNT_OF(repeated));
    tcase_add_test(tc, a_word_pulls_its_share_of_every_ngram_that_covers_it);
    tcase_add_test(tc, cue_speaker_and_what_is_known_are_told_apart);
    tcase_add_test(tc, a_marked_part_is_shown_in_code_points);
    tcase_add_test(tc, what_is_printed_adds_up_too);
    tcase_add_test(tc, a_judged_record_can_say_why_and_keeps_its_fields);
    tcase_add_test(tc, a_question_is_not_explained);
}

int main(void)
{
    return run_suite("explain", add);
}
