/* test_judge.c - what judging adds to statements and records.
 *
 * How good a model is, is not the matter here: small ones are learned from
 * tests/data/labelled.ndjson.
 */
#include <math.h>
#include <pthread.h>

#include "base/json.h"
#include "suite.h"

static demarche_analyser *plain, *analyser;
static demarche_model *tone, *side, *target;

/* Whom a statement is about hangs on who speaks, and on nothing else. */
static const char *const about[] = {
    "{\"text\":\"They must stop it.\",\"side\":\"us\",\"target\":\"china\"}",
    "{\"text\":\"They must stop it.\",\"side\":\"china\",\"target\":\"us\"}",
    "{\"text\":\"They must stop it.\",\"side\":\"other\",\"target\":null}",
};

static demarche_model *learn_target(void)
{
    demarche_dataset *dataset;
    demarche_record *record;
    demarche_model *model;
    demarche_train_options options;
    const demarche_fields fields = { .null_label = "none", .given = "side" };
    demarche_train_options_init(&options);
    options.c = 1;
    ck_assert_int_eq(demarche_dataset_new(&dataset, "target", plain, NULL), 0);
    ck_assert_int_eq(demarche_dataset_read(dataset, &fields, NULL), 0);
    for (int i = 0; i < 10 * COUNT_OF(about); i++) {
        const char *line = about[i % COUNT_OF(about)];
        demarche_record_parse(&record, line, strlen(line), NULL);
        ck_assert_int_eq(demarche_dataset_add(dataset, record, NULL, NULL), 0);
        demarche_record_free(record);
    }
    ck_assert_int_eq(demarche_train(&model, dataset, &options, NULL), 0);
    demarche_dataset_free(dataset);
    return model;
}

static demarche_model *learn(const char *task)
{
    demarche_reader *reader;
    demarche_dataset *dataset;
    demarche_record *record;
    demarche_train_options options;
    demarche_train_options_init(&options);
    options.c = 1;
    ck_assert_int_eq(demarche_reader_open(
                         &reader, DM_SOURCE_DIR "/tests/data/labelled.ndjson",
                         DEMARCHE_FORM_NDJSON, NULL),
                     0);
    ck_assert_int_eq(demarche_dataset_new(&dataset, task, plain, NULL), 0);
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
    ck_assert_int_eq(demarche_analyser_new(&plain, NULL, NULL), 0);
    tone = learn("tone");
    side = learn("side");
    target = learn_target();
    demarche_options options = { .tone = tone, .side = side, .target = target };
    ck_assert_int_eq(demarche_analyser_new(&analyser, &options, NULL), 0);
}

static void tear_down(void)
{
    demarche_analyser_free(analyser);
    demarche_analyser_free(plain);
    demarche_model_free(tone);
    demarche_model_free(side);
    demarche_model_free(target);
}

static const char article[] =
    "US Treasury official Nora Whitfield said both sides had made progress. "
    "\u201CWe welcome the new channel with China,\u201D she told reporters.\n\n"
    "The Chinese Foreign Ministry accused Washington of bullying.\n\n"
    "\u201CNobody gains,\u201D one diplomat said. Beijing urged the US to lift "
    "its tariffs, according to Xinhua.\n";

static demarche_statements *extract(void)
{
    demarche_document document = { .id = "a1",
                                   .date = "2031-06-12",
                                   .text = article,
                                   .len = sizeof article - 1 };
    demarche_statements *list;
    ck_assert_int_eq(demarche_extract(&list, analyser, &document, NULL), 0);
    ck_assert_uint_gt(demarche_statements_count(list), 3);
    return list;
}

static double sum_of(const demarche_verdict *verdict)
{
    double units = 0;
    for (size_t i = 0; i < verdict->count; i++)
        units += round(verdict->p[i] * 10000);
    return units;
}

START_TEST(every_statement_gets_a_verdict_that_adds_up)
{
    demarche_statements *list = extract();
    ck_assert_int_eq(demarche_judge(analyser, list, NULL), 0);
    for (size_t i = 0; i < demarche_statements_count(list); i++) {
        const demarche_statement *item = demarche_statements_at(list, i);
        ck_assert_ptr_nonnull(item->tone.label);
        ck_assert_ptr_nonnull(item->side.label);
        ck_assert_double_eq(sum_of(&item->tone), 10000);
        ck_assert_double_eq(sum_of(&item->side), 10000);
        ck_assert_double_eq(sum_of(&item->target), 10000);
        ck_assert(fabs(item->score) <= 1);
        for (size_t l = 0; l < item->tone.count; l++)
            if (strcmp(item->tone.labels[l], item->tone.label) == 0)
                for (size_t m = 0; m < item->tone.count; m++)
                    ck_assert(item->tone.p[l] >= item->tone.p[m]);
    }
    demarche_statements_free(list);
}
END_TEST

/* `analyse` judges lists, `score` judges what `extract` wrote: the same. */
START_TEST(a_list_and_its_records_are_judged_alike)
{
    demarche_statements *list = extract(), *judged = extract();
    ck_assert_int_eq(demarche_judge(analyser, judged, NULL), 0);
    for (size_t i = 0; i < demarche_statements_count(list); i++) {
        char *line, *wanted, *got;
        demarche_record *record;
        demarche_statements_format(&line, list, i, false, NULL);
        demarche_statements_format(&wanted, judged, i, false, NULL);
        ck_assert_int_eq(
            demarche_record_parse(&record, line, strlen(line), NULL), 0);
        ck_assert_int_eq(demarche_record_judge(record, analyser, NULL), 0);
        ck_assert_int_eq(demarche_record_format(&got, record, NULL), 0);
        ck_assert_str_eq(got, wanted);
        demarche_string_free(line);
        demarche_string_free(wanted);
        demarche_string_free(got);
        demarche_record_free(record);
    }
    demarche_statements_free(list);
    demarche_statements_free(judged);
}
END_TEST

START_TEST(judging_twice_changes_nothing)
{
    demarche_statements *list = extract();
    for (size_t i = 0; i < demarche_statements_count(list); i++) {
        char *once, *twice;
        ck_assert_int_eq(demarche_judge(analyser, list, NULL), 0);
        demarche_statements_format(&once, list, i, false, NULL);
        ck_assert_int_eq(demarche_judge(analyser, list, NULL), 0);
        demarche_statements_format(&twice, list, i, false, NULL);
        ck_assert_str_eq(once, twice);
        demarche_string_free(once);
        demarche_string_free(twice);
    }
    demarche_statements_free(list);
}
END_TEST

/* All lines of the article, judged; malloc'd. */
static char *work(void)
{
    dm_buf all;
    dm_buf_init(&all);
    demarche_statements *list = extract();
    if (demarche_judge(analyser, list, NULL) != DEMARCHE_OK)
        all.failed = true;
    for (size_t i = 0; i < demarche_statements_count(list); i++) {
        char *line;
        demarche_statements_format(&line, list, i, false, NULL);
        dm_buf_add_string(&all, line == NULL ? "none" : line);
        demarche_string_free(line);
    }
    demarche_statements_free(list);
    char *text;
    dm_buf_take(&text, &all, NULL);
    return text;
}

static void *work_often(void *payload)
{
    const char *wanted = payload;
    size_t wrong = 0;
    for (int i = 0; i < 20; i++) {
        char *text = work();
        wrong += text == NULL || strcmp(text, wanted) != 0;
        free(text);
    }
    return wrong == 0 ? NULL : payload;
}

START_TEST(threads_may_share_an_analyser)
{
    pthread_t threads[4];
    char *wanted = work();
    for (size_t i = 0; i < COUNT_OF(threads); i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, work_often, wanted),
                         0);
    for (size_t i = 0; i < COUNT_OF(threads); i++) {
        void *wrong;
        ck_assert_int_eq(pthread_join(threads[i], &wrong), 0);
        ck_assert_ptr_null(wrong);
    }
    free(wanted);
}
END_TEST

static demarche_record *record_of(const char *line)
{
    demarche_record *record;
    ck_assert_int_eq(demarche_record_parse(&record, line, strlen(line), NULL),
                     0);
    return record;
}

START_TEST(every_field_of_a_record_is_kept_in_its_place)
{
    demarche_record *record = record_of(
        "{\"z\":[1,2.5,{\"y\":null}],\"tone\":\"old\",\"text\":\"We oppose "
        "what Washington did.\",\"target\":\"other\",\"rules\":\"mine\","
        "\"speaker\":\"Beijing\",\"a\":0.1}");
    ck_assert_int_eq(demarche_record_judge(record, analyser, NULL), 0);
    char *line;
    ck_assert_int_eq(demarche_record_format(&line, record, NULL), 0);
    static const char begin[] = "{\"z\":[1,2.5,{\"y\":null}],\"tone\":\"";
    ck_assert(strncmp(line, begin, sizeof begin - 1) == 0);
    ck_assert_ptr_null(strstr(line, "\"old\""));
    static const char middle[] =
        "\",\"text\":\"We oppose what Washington did.\",\"target\":\"other\","
        "\"rules\":\"mine\",\"speaker\":\"Beijing\",\"a\":0.1,\"side\":\"";
    ck_assert_ptr_nonnull(strstr(line, middle));
    ck_assert_ptr_nonnull(strstr(line, ",\"side_review\":"));
    demarche_string_free(line);
    demarche_record_free(record);
}
END_TEST

static const struct {
    const char *why, *record, *has;
} targets[] = {
    { "the judged side is what the target is asked with",
      "{\"text\":\"They must stop it.\",\"speaker\":\"Beijing\"}",
      "\"target\":\"us\",\"target_p\":{\"us\":" },
    { "so it is where the record says another side",
      "{\"text\":\"They must stop it.\",\"speaker\":\"Beijing\","
      "\"side\":\"us\"}",
      "\"target\":\"us\",\"target_p\":{\"us\":" },
    { "nobody is null, with a probability of its own",
      "{\"text\":\"They must stop it.\",\"speaker\":\"the European "
      "Commission\"}",
      "\"target\":null,\"target_p\":{\"us\":" },
    { "nobody is none among the probabilities",
      "{\"text\":\"They must stop it.\",\"speaker\":\"Beijing\"}",
      ",\"none\":" },
    { "what a record brings is kept",
      "{\"text\":\"They must stop it.\",\"speaker\":\"Beijing\","
      "\"target\":\"both\",\"target_p\":7}",
      "\"target\":\"both\",\"target_p\":7,\"side\":" },
    { "null is nothing brought",
      "{\"text\":\"They must stop it.\",\"speaker\":\"Beijing\","
      "\"target\":null,\"target_p\":null,\"z\":1}",
      "\"target\":\"us\",\"target_p\":{" },
};

START_TEST(target_is_judged_with_the_judged_side)
{
    demarche_record *record = record_of(targets[_i].record);
    ck_assert_int_eq(demarche_record_judge(record, analyser, NULL), 0);
    char *line;
    ck_assert_int_eq(demarche_record_format(&line, record, NULL), 0);
    ck_assert_msg(strstr(line, targets[_i].has) != NULL, "%s: %s",
                  targets[_i].why, line);
    demarche_string_free(line);
    demarche_record_free(record);
}
END_TEST

/* What is explained is what is judged. */
START_TEST(explaining_a_target_reads_the_judged_side_too)
{
    demarche_record *record = record_of(targets[0].record);
    demarche_explanation *e;
    ck_assert_int_eq(demarche_explain(&e, analyser, target, record, NULL), 0);
    ck_assert_str_eq(e->label, "us");
    demarche_explanation_free(e);
    demarche_record_free(record);
}
END_TEST

static const struct {
    const char *why, *line;
} refused[] = {
    { "no text", "{\"speaker\":\"Ann\"}" },
    { "text of another type", "{\"text\":7}" },
    { "date of another type", "{\"text\":\"a\",\"date\":2023}" },
    { "speaker of another type", "{\"text\":\"a\",\"speaker\":[]}" },
};

START_TEST(a_record_that_cannot_be_judged_is_refused_and_unchanged)
{
    demarche_record *record = record_of(refused[_i].line);
    demarche_error err = { .message = "" };
    ck_assert_msg(demarche_record_judge(record, analyser, &err) ==
                      DEMARCHE_BAD_INPUT,
                  "%s", refused[_i].why);
    ck_assert_str_ne(err.message, "");
    char *line;
    ck_assert_int_eq(demarche_record_format(&line, record, NULL), 0);
    ck_assert_str_eq(line, refused[_i].line);
    demarche_string_free(line);
    demarche_record_free(record);
}
END_TEST

/* A model of other labels has no place on the scale from -1 to 1. */
START_TEST(other_labels_have_no_score)
{
    demarche_options options = { .tone = side, .side = side };
    demarche_analyser *odd;
    ck_assert_int_eq(demarche_analyser_new(&odd, &options, NULL), 0);
    demarche_record *record = record_of("{\"text\":\"We welcome it.\"}");
    ck_assert_int_eq(demarche_record_judge(record, odd, NULL), 0);
    char *line;
    ck_assert_int_eq(demarche_record_format(&line, record, NULL), 0);
    ck_assert_ptr_nonnull(strstr(line, "\"score\":null"));
    demarche_string_free(line);
    demarche_record_free(record);
    demarche_statements *list = extract();
    ck_assert_int_eq(demarche_judge(odd, list, NULL), 0);
    demarche_tally *tally;
    ck_assert_int_eq(demarche_tally_new(&tally, NULL), 0);
    ck_assert_int_eq(demarche_tally_add(tally, list, NULL), DEMARCHE_BAD_INPUT);
    demarche_tally_free(tally);
    demarche_statements_free(list);
    demarche_analyser_free(odd);
}
END_TEST

START_TEST(a_list_that_is_not_judged_does_not_count)
{
    demarche_statements *list = extract();
    demarche_tally *tally;
    ck_assert_int_eq(demarche_tally_new(&tally, NULL), 0);
    ck_assert_int_eq(demarche_tally_add(tally, list, NULL),
                     DEMARCHE_BAD_ARGUMENT);
    demarche_tally_free(tally);
    demarche_statements_free(list);
}
END_TEST

START_TEST(a_list_and_its_records_make_the_same_report)
{
    demarche_statements *list = extract();
    demarche_tally *direct, *by_record;
    demarche_tally_new(&direct, NULL);
    demarche_tally_new(&by_record, NULL);
    ck_assert_int_eq(demarche_judge(analyser, list, NULL), 0);
    ck_assert_int_eq(demarche_tally_add(direct, list, NULL), 0);
    for (size_t i = 0; i < demarche_statements_count(list); i++) {
        char *line;
        demarche_statements_format(&line, list, i, false, NULL);
        demarche_record *record = record_of(line);
        ck_assert_int_eq(demarche_tally_add_record(by_record, record, NULL), 0);
        demarche_record_free(record);
        demarche_string_free(line);
    }
    for (int format = 0; format <= DEMARCHE_FORMAT_CSV; format++) {
        demarche_report_options options;
        demarche_report_options_init(&options);
        options.format = (demarche_format)format;
        char *a, *b;
        demarche_report_format(&a, direct, &options, NULL);
        demarche_report_format(&b, by_record, &options, NULL);
        ck_assert_str_eq(a, b);
        demarche_string_free(a);
        demarche_string_free(b);
    }
    demarche_tally_free(direct);
    demarche_tally_free(by_record);
    demarche_statements_free(list);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_unchecked_fixture(tc, set_up, tear_down);
    tcase_add_test(tc, every_statement_gets_a_verdict_that_adds_up);
    tcase_add_test(tc, a_list_and_its_records_are_judged_alike);
    tcase_add_test(tc, judging_twice_changes_nothing);
    tcase_add_test(tc, threads_may_share_an_analyser);
    tcase_add_test(tc, every_field_of_a_record_is_kept_in_its_place);
    tcase_add_loop_test(tc, target_is_judged_with_the_judged_side, 0,
                        COUNT_OF(targets));
    tcase_add_test(tc, explaining_a_target_reads_the_judged_side_too);
    tcase_add_loop_test(tc,
                        a_record_that_cannot_be_judged_is_refused_and_unchanged,
                        0, COUNT_OF(refused));
    tcase_add_test(tc, other_labels_have_no_score);
    tcase_add_test(tc, a_list_that_is_not_judged_does_not_count);
    tcase_add_test(tc, a_list_and_its_records_make_the_same_report);
}

int main(void)
{
    return run_suite("judge", add);
}
