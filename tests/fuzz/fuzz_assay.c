/* fuzz_assay.c - any records as gold and as output: figures come out, and they
 * make sense.
 *
 * A record is given both as output and as gold; what is bad is refused. Shares
 * lie in [0, 1], the JSON form is JSON, the text form holds no control
 * character but line feeds, and whoever repeats the gold word for word has
 * every partner that has letters at all.
 */
#include <stdint.h>
#include <stdlib.h>

#include "assay/assay.h"
#include "input/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_share(const json_t *figures, const char *name)
{
    const json_t *share = json_object_get(figures, name);
    if (share != NULL)
        require(json_number_value(share) >= 0 && json_number_value(share) <= 1);
}

static void check_json(const char *text)
{
    static const char *const names[] = { "coverage", "leak", "side",
                                         "speaker_accuracy", "side_accuracy" };
    json_t *value;
    require(dm_json_parse(&value, text, strlen(text), NULL) == DEMARCHE_OK);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check_share(value, names[i]);
    for (size_t level = 0; level < DM_LEVELS; level++) {
        const json_t *figures = json_object_get(value, dm_level_name(level));
        check_share(figures, "precision");
        check_share(figures, "recall");
        check_share(figures, "f1");
    }
    json_decref(value);
}

static void check_text(const char *text)
{
    for (; *text != '\0'; text++)
        require((unsigned char)*text >= 0x20 || *text == '\n');
}

static void check_form(const demarche_assay *assay, demarche_format format,
                       void (*check)(const char *text))
{
    demarche_report_options options;
    demarche_report_options_init(&options);
    options.format = format;
    options.resamples = 3;
    char *text;
    demarche_status status =
        demarche_assay_format(&text, assay, &options, NULL);
    // Output for a document that is not there is the one thing to refuse.
    require(status == DEMARCHE_OK || status == DEMARCHE_BAD_INPUT);
    if (status == DEMARCHE_OK && check != NULL)
        check(text);
    demarche_string_free(text);
}

/* The attributions of a record as statements about it. */
static void repeat(demarche_assay *assay, const json_t *gold)
{
    const json_t *list = json_object_get(gold, "attributions");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i);
        json_t *spans = json_object_get(item, "content");
        if (json_array_size(spans) == 0)
            continue;
        demarche_record record = { .object = json_object() };
        json_object_set(record.object, "doc", json_object_get(gold, "id"));
        json_object_set(record.object, "spans", spans);
        demarche_assay_answer(assay, &record, NULL);
        json_decref(record.object);
    }
}

static void check_perfect(const demarche_record *record)
{
    const demarche_assay_options options = { .all = true };
    demarche_assay *assay;
    require(demarche_assay_new(&assay, &options, NULL) == DEMARCHE_OK);
    repeat(assay, record->object);
    if (demarche_assay_add(assay, record, NULL, NULL) == DEMARCHE_OK &&
        assay->article_count == 1) {
        const size_t *n = assay->articles[0].n;
        require(n[DM_N_FOUND] == n[DM_N_GOLD]);
        require(n[DM_N_HIT] == n[DM_N_HIT + DM_LEVELS - 1]);
        require(n[DM_N_HIT] == n[DM_N_RECALLED]);
        require(n[DM_N_HIT] <= n[DM_N_GOLD]);
    }
    demarche_assay_free(assay);
}

static void hold_all(demarche_assay *assay, demarche_reader *reader)
{
    for (;;) {
        demarche_record *record;
        demarche_status status = demarche_reader_next(&record, reader, NULL);
        if (status == DEMARCHE_BAD_INPUT)
            continue;
        if (status != DEMARCHE_OK || record == NULL)
            return;
        demarche_assay_answer(assay, record, NULL);
        demarche_assay_add(assay, record, NULL, NULL);
        check_perfect(record);
        demarche_record_free(record);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const demarche_assay_options options = { .all = size % 2, .faults = 2 };
    demarche_reader *reader;
    demarche_assay *assay;
    require(demarche_reader_from_memory(&reader, "fuzz", (const char *)data,
                                        size, DEMARCHE_FORM_NDJSON,
                                        NULL) == DEMARCHE_OK);
    require(demarche_assay_new(&assay, &options, NULL) == DEMARCHE_OK);
    hold_all(assay, reader);
    check_form(assay, DEMARCHE_FORMAT_TEXT, check_text);
    check_form(assay, DEMARCHE_FORMAT_JSON, check_json);
    check_form(assay, DEMARCHE_FORMAT_NDJSON, NULL);
    check_form(assay, DEMARCHE_FORMAT_CSV, NULL);
    demarche_assay_free(assay);
    demarche_reader_free(reader);
    return 0;
}
