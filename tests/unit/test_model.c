/* test_model.c - models learned here from invented statements: saved, read
 * back, altered, asked why. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/json.h"
#include "dataset.h"
#include "format.h"
#include "suite.h"

/* A small corpus put together from halves, so that there is enough to learn
 * and nothing taken from elsewhere. */
static const char *const openings[] = { "we",           "our two countries",
                                        "both sides",   "the delegation",
                                        "the ministry", "the council" };
static const struct {
    const char *label, *words;
} endings[] = {
    { "warm", "welcome the new talks" },
    { "warm", "look forward to working together" },
    { "warm", "thank the hosts for their support" },
    { "cold", "condemn this reckless act" },
    { "cold", "oppose the unfair tariffs" },
    { "cold", "warn against any interference" },
    { "flat", "will meet on Tuesday" },
    { "flat", "have 40 members" },
    { "flat", "publish the figures each month" },
};

static demarche_dataset *make_dataset(void)
{
    demarche_dataset *dataset;
    ck_assert_int_eq(dm_dataset_new(&dataset, "mood", NULL, NULL), 0);
    for (int o = 0; o < COUNT_OF(openings); o++) {
        for (int e = 0; e < COUNT_OF(endings); e++) {
            char text[128], doc[16];
            snprintf(text, sizeof text, "%s %s", openings[o], endings[e].words);
            snprintf(doc, sizeof doc, "d%d", o);
            dm_view view = { .content = dm_span_of(text),
                             .speaker = dm_span_of("Ana Sample"),
                             .known_side = "other" };
            ck_assert_int_eq(dm_dataset_add_view(dataset, &view,
                                                 dm_span_of(endings[e].label),
                                                 dm_span_of(doc), NULL),
                             0);
        }
    }
    return dataset;
}

static demarche_model *make_model(void)
{
    demarche_dataset *dataset = make_dataset();
    demarche_train_options options;
    demarche_train_options_init(&options);
    options.c = 1;
    options.min_df = 2;
    options.note = "invented \"moods\"";
    demarche_model *model;
    demarche_error err;
    ck_assert_msg(demarche_train(&model, dataset, &options, &err) == 0, "%s",
                  err.message);
    demarche_dataset_free(dataset);
    return model;
}

static void judge(demarche_verdict *out, const demarche_model *model,
                  const char *text)
{
    dm_arena arena;
    dm_arena_init(&arena);
    dm_view view = { .content = dm_span_of(text) };
    ck_assert_int_eq(dm_model_judge(out, model, &view, &arena, NULL), 0);
    dm_arena_clear(&arena);
}

static const struct {
    const char *why, *text, *label;
} verdicts[] = {
    { "words seen warm", "the council welcome the talks", "warm" },
    { "words seen cold", "the council oppose this act", "cold" },
    { "words seen flat", "the council publish figures", "flat" },
};

START_TEST(a_model_judges_by_the_words_it_learned)
{
    demarche_model *model = make_model();
    demarche_verdict v;
    judge(&v, model, verdicts[_i].text);
    ck_assert_msg(strcmp(v.label, verdicts[_i].label) == 0, "%s: %s",
                  verdicts[_i].why, v.label);
    double sum = 0;
    for (size_t k = 0; k < v.count; k++) {
        sum += v.p[k];
        if (v.labels[k] == v.label)
            for (size_t j = 0; j < v.count; j++)
                ck_assert_double_le(v.p[j], v.p[k]);
    }
    ck_assert_uint_eq(v.count, 3);
    ck_assert_double_eq_tol(sum, 1, 1e-12);
    demarche_model_free(model);
}
END_TEST

START_TEST(text_of_unknown_words_is_judged_by_the_biases)
{
    demarche_model *model = make_model();
    demarche_verdict v, empty;
    judge(&v, model, "\xC5\xBE\xC5\xBE\xC5\xBE");
    judge(&empty, model, "");
    for (size_t k = 0; k < v.count; k++)
        ck_assert_double_eq_tol(v.p[k], empty.p[k], 1e-12);
    demarche_model_free(model);
}
END_TEST

START_TEST(the_same_rows_give_the_same_bytes)
{
    demarche_model *a = make_model(), *b = make_model();
    ck_assert_uint_eq(a->len, b->len);
    ck_assert_mem_eq(a->image, b->image, a->len);
    demarche_model_free(a);
    demarche_model_free(b);
}
END_TEST

START_TEST(save_then_load_is_equal)
{
    char path[] = "/tmp/demarche-model-XXXXXX";
    close(mkstemp(path));
    demarche_model *model = make_model(), *back;
    ck_assert_int_eq(demarche_model_save(model, path, NULL), 0);
    ck_assert_int_eq(demarche_model_load(&back, path, NULL), 0);
    ck_assert_str_eq(demarche_model_task(back), "mood");
    ck_assert_uint_eq(model->len, back->len);
    ck_assert_mem_eq(model->image, back->image, model->len);
    demarche_verdict v, w;
    judge(&v, model, "we oppose the new figures");
    judge(&w, back, "we oppose the new figures");
    ck_assert_str_eq(v.label, w.label);
    ck_assert_mem_eq(v.p, w.p, sizeof v.p);
    demarche_model_free(model);
    demarche_model_free(back);
    unlink(path);
}
END_TEST

START_TEST(a_model_in_use_outlives_its_file)
{
    char path[] = "/tmp/demarche-model-XXXXXX";
    close(mkstemp(path));
    demarche_model *model = make_model(), *used, *shipped;
    ck_assert_int_eq(demarche_model_save(model, path, NULL), 0);
    ck_assert_int_eq(demarche_model_load(&used, path, NULL), 0);
    ck_assert(used->owned.mapped);
    ck_assert_int_eq(demarche_model_shipped(&shipped, "tone", NULL), 0);
    ck_assert_int_eq(demarche_model_save(shipped, path, NULL), 0);
    unlink(path);
    ck_assert_mem_eq(used->image, model->image, model->len);
    demarche_model_free(shipped);
    demarche_model_free(used);
    demarche_model_free(model);
}
END_TEST

START_TEST(an_empty_file_is_no_model)
{
    char path[] = "/tmp/demarche-model-XXXXXX";
    close(mkstemp(path));
    demarche_model *model;
    demarche_error err;
    ck_assert_int_eq(demarche_model_load(&model, path, &err),
                     DEMARCHE_BAD_MODEL);
    ck_assert_ptr_nonnull(strstr(err.message, "not a model file"));
    ck_assert_ptr_null(model);
    unlink(path);
}
END_TEST

/* Whether `fields` are those, or all absent. */
static void check_fields(const demarche_model *model, const char *null_label,
                         const char *given, const char *mark)
{
    demarche_fields fields;
    demarche_model_fields(&fields, model);
    ck_assert_pstr_eq(fields.null_label, null_label);
    ck_assert_pstr_eq(fields.given, given);
    ck_assert_pstr_eq(fields.mark, mark);
}

START_TEST(a_model_tells_what_its_rows_were_read_with)
{
    demarche_model *model = make_model();
    check_fields(model, NULL, NULL, NULL);
    demarche_model_free(model);
    demarche_dataset *dataset = make_dataset();
    demarche_fields fields = { .null_label = "none", .given = "side" };
    ck_assert_int_eq(demarche_dataset_read(dataset, &fields, NULL), 0);
    demarche_train_options options;
    demarche_train_options_init(&options);
    options.c = 1;
    demarche_model *back;
    ck_assert_int_eq(demarche_train(&model, dataset, &options, NULL), 0);
    demarche_dataset_free(dataset);
    ck_assert_int_eq(
        demarche_model_parse(&back, model->image, model->len, NULL), 0);
    demarche_model_free(model);
    check_fields(back, "none", "side", NULL);
    demarche_model_free(back);
}
END_TEST

/* What the names of a model file may not be; the first is sound. */
static const struct {
    const char *why, *names;
    size_t len;
    demarche_status status;
} names[] = {
    { "task, labels, three fields", "t\0a\0b\0n\0\0m", 11, DEMARCHE_OK },
    { "a field is missing", "t\0a\0b\0n\0", 9, DEMARCHE_BAD_MODEL },
    { "one too many", "t\0a\0b\0n\0\0m\0", 12, DEMARCHE_BAD_MODEL },
    { "an empty label", "t\0\0b\0n\0\0m", 10, DEMARCHE_BAD_MODEL },
    { "an empty task", "\0a\0b\0n\0\0m", 10, DEMARCHE_BAD_MODEL },
    { "the last one has no end", "t\0a\0b\0n\0\0mm", 11, DEMARCHE_BAD_MODEL },
    { "no names", "", 0, DEMARCHE_BAD_MODEL },
};

START_TEST(names_of_a_model_file_are_all_there)
{
    static const uint32_t counts[] = { 2, DM_SPACE_COUNT, 0 };
    static const double numbers[] = { 0, 0, 1, 1, 0.5 };
    static const float spaces[DM_SPACE_COUNT] = { 1 };
    static const uint64_t words = 0;
    static const dm_kept curve[DM_ABSTAIN_POINTS] = { { 0, 1 } };
    dm_buf buf;
    dm_buf_init(&buf);
    dm_image_begin(&buf);
    dm_image_add(&buf, counts, COUNT_OF(counts), sizeof *counts);
    dm_image_add(&buf, names[_i].names, names[_i].len, 1);
    dm_image_add(&buf, numbers, COUNT_OF(numbers), sizeof *numbers);
    dm_image_add(&buf, curve, COUNT_OF(curve), sizeof *curve);
    dm_image_add(&buf, spaces, COUNT_OF(spaces), sizeof *spaces);
    dm_image_add(&buf, &words, 1, sizeof words);
    dm_frozen_add(&buf, NULL, NULL, 0);
    dm_image_add(&buf, spaces, 0, sizeof(float));
    dm_image_add(&buf, spaces, 0, sizeof(int16_t));
    dm_image_add(&buf, "{}", 2, 1);
    dm_image_finish(&buf, "demarche", 3);
    demarche_model *model;
    ck_assert_msg(demarche_model_parse(&model, buf.data, buf.len, NULL) ==
                      names[_i].status,
                  "%s", names[_i].why);
    if (model != NULL)
        check_fields(model, "n", NULL, "m");
    demarche_model_free(model);
    dm_buf_clear(&buf);
}
END_TEST

START_TEST(a_save_that_fails_leaves_the_old_file)
{
    char dir[] = "/tmp/demarche-dir-XXXXXX", path[64];
    ck_assert_ptr_nonnull(mkdtemp(dir));
    snprintf(path, sizeof path, "%s/none/x.model", dir);
    demarche_model *model = make_model();
    demarche_error err;
    ck_assert_int_eq(demarche_model_save(model, path, &err), DEMARCHE_IO);
    ck_assert_ptr_nonnull(strstr(err.message, "cannot write '"));
    demarche_model_free(model);
    rmdir(dir);
}
END_TEST

START_TEST(every_cut_and_every_altered_byte_is_refused)
{
    demarche_model *model = make_model(), *bad;
    unsigned char *bytes = malloc(model->len);
    memcpy(bytes, model->image, model->len);
    for (size_t i = 0; i < model->len; i += i < 512 ? 1 : 37) {
        demarche_error err;
        ck_assert_int_eq(demarche_model_parse(&bad, bytes, i, &err),
                         DEMARCHE_BAD_MODEL);
        ck_assert_ptr_null(bad);
        bytes[i] ^= 1U << i % 8;
        ck_assert_int_eq(demarche_model_parse(&bad, bytes, model->len, &err),
                         DEMARCHE_BAD_MODEL);
        bytes[i] ^= 1U << i % 8;
    }
    ck_assert_int_eq(demarche_model_parse(&bad, bytes, model->len, NULL), 0);
    demarche_model_free(bad);
    free(bytes);
    demarche_model_free(model);
}
END_TEST

static const struct {
    const char *why, *message;
    size_t at; // byte to change
    unsigned char to;
} damages[] = {
    { "another file", "not a model file", 0, 'x' },
    { "a later version", "of version 9, this program reads version 3", 8, 9 },
    { "a wrong length", "cut off", 18, 255 },
    { "a wrong byte", "checksum does not fit", 100, 255 },
};

START_TEST(a_damaged_model_is_told_apart)
{
    demarche_model *model = make_model(), *bad;
    unsigned char *bytes = malloc(model->len);
    demarche_error err;
    memcpy(bytes, model->image, model->len);
    bytes[damages[_i].at] = damages[_i].to;
    demarche_model_parse(&bad, bytes, model->len, &err);
    ck_assert_msg(strstr(err.message, damages[_i].message) != NULL, "%s: %s",
                  damages[_i].why, err.message);
    free(bytes);
    demarche_model_free(model);
}
END_TEST

START_TEST(a_missing_model_and_an_unknown_task_are_named)
{
    demarche_model *model;
    demarche_error err;
    ck_assert_int_eq(demarche_model_load(&model, "/nonesuch/x.model", &err),
                     DEMARCHE_IO);
    ck_assert_ptr_nonnull(strstr(err.message, "'/nonesuch/x.model'"));
    ck_assert_int_eq(demarche_model_load(&model, "/tmp", &err), DEMARCHE_IO);
    ck_assert_int_eq(demarche_model_shipped(&model, "mood", &err),
                     DEMARCHE_BAD_ARGUMENT);
    ck_assert_ptr_null(model);
}
END_TEST

static const char *const explained[] = {
    "we welcome the talks", "the council will not oppose the tariffs, but warn",
    "the ministry thanks both sides", ""
};

START_TEST(reasons_add_up_to_the_decision_exactly)
{
    demarche_model *model = make_model();
    dm_view view = { .content = dm_span_of(explained[_i]),
                     .speaker = dm_span_of("Ana Sample"),
                     .known_side = "other" };
    demarche_explanation *e;
    ck_assert_int_eq(dm_model_explain(&e, model, &view, NULL), 0);
    double sum = e->bias, last = INFINITY, values[2] = { 0 };
    for (size_t i = 0; i < e->reason_count; i++) {
        sum += e->reasons[i].contribution;
        ck_assert_double_le(fabs(e->reasons[i].contribution), last);
        last = fabs(e->reasons[i].contribution);
    }
    for (size_t k = 0; k < e->verdict.count; k++) {
        if (strcmp(e->verdict.labels[k], e->label) == 0)
            values[0] = e->decision[k];
        if (strcmp(e->verdict.labels[k], e->against) == 0)
            values[1] = e->decision[k];
    }
    ck_assert_double_eq_tol(sum, values[0] - values[1], 1e-9);
    ck_assert_double_ge(values[0], values[1]);
    ck_assert_str_eq(e->label, e->verdict.label);
    demarche_explanation_free(e);
    demarche_model_free(model);
}
END_TEST

START_TEST(a_description_is_json_that_tells_labels_data_and_weights)
{
    demarche_model *model = make_model();
    char *text;
    json_t *object;
    ck_assert_int_eq(demarche_model_describe(&text, model, 3, NULL), 0);
    ck_assert_int_eq(dm_json_parse(&object, text, strlen(text), NULL), 0);
    json_t *card = json_object_get(object, "card");
    json_t *data = json_object_get(card, "data");
    ck_assert_int_eq(json_integer_value(json_object_get(data, "rows")), 54);
    ck_assert_int_eq(json_integer_value(json_object_get(data, "documents")), 6);
    ck_assert_str_eq(json_string_value(json_object_get(card, "note")),
                     "invented \"moods\"");
    json_t *heaviest = json_object_get(object, "heaviest");
    ck_assert_uint_eq(json_array_size(json_object_get(heaviest, "warm")), 3);
    json_decref(object);
    demarche_string_free(text);
    demarche_model_free(model);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, a_model_judges_by_the_words_it_learned, 0,
                        COUNT_OF(verdicts));
    tcase_add_test(tc, text_of_unknown_words_is_judged_by_the_biases);
    tcase_add_test(tc, the_same_rows_give_the_same_bytes);
    tcase_add_test(tc, save_then_load_is_equal);
    tcase_add_test(tc, a_model_in_use_outlives_its_file);
    tcase_add_test(tc, an_empty_file_is_no_model);
    tcase_add_test(tc, a_model_tells_what_its_rows_were_read_with);
    tcase_add_loop_test(tc, names_of_a_model_file_are_all_there, 0,
                        COUNT_OF(names));
    tcase_add_test(tc, a_save_that_fails_leaves_the_old_file);
    tcase_add_test(tc, every_cut_and_every_altered_byte_is_refused);
    tcase_add_loop_test(tc, a_damaged_model_is_told_apart, 0,
                        COUNT_OF(damages));
    tcase_add_test(tc, a_missing_model_and_an_unknown_task_are_named);
    tcase_add_loop_test(tc, reasons_add_up_to_the_decision_exactly, 0,
                        COUNT_OF(explained));
    tcase_add_test(tc,
                   a_description_is_json_that_tells_labels_data_and_weights);
}

int main(void)
{
    return run_suite("model", add);
}
