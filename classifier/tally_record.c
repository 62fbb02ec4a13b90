/* tally_record.c - a judged statement record, counted.
 *
 * A record that a person labelled counts as well: without probabilities its
 * tone alone gives the score, 1, 0 or -1.
 */
#include <math.h>

#include "base/num.h"
#include "input/record.h"
#include "statements.h"
#include "tally.h"

static const struct {
    const char *name;
    size_t at; // of the span in dm_said
    bool needed;
} strings[] = {
    { "doc", offsetof(dm_said, doc), false },
    { "date", offsetof(dm_said, date), false },
    { "actor", offsetof(dm_said, actor), false },
    { "actor_id", offsetof(dm_said, actor_id), false },
    { "side", offsetof(dm_said, side), false },
    { "cue", offsetof(dm_said, cue), false },
    { "text", offsetof(dm_said, text), true },
};

static demarche_status read_strings(dm_said *said, const json_t *object,
                                    demarche_error *err)
{
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        dm_span *span = (dm_span *)(void *)((char *)said + strings[i].at);
        demarche_status status =
            dm_json_string(span, object, strings[i].name, err);
        if (status != DEMARCHE_OK)
            return status;
        if (strings[i].needed && span->data == NULL)
            return dm_fail(err, DEMARCHE_BAD_INPUT, 0, "'%s' is missing",
                           strings[i].name);
    }
    return DEMARCHE_OK;
}

static demarche_status read_kind(dm_said *said, const json_t *object,
                                 demarche_error *err)
{
    dm_span label;
    demarche_status status = dm_json_string(&label, object, "kind", err);
    demarche_kind kind;
    said->kind = DM_KINDS;
    if (status == DEMARCHE_OK && dm_kind_parse(&kind, label))
        said->kind = kind;
    return status;
}

/* A value of a table, where everything is text, as what it says. */
static dm_span text_of(const json_t *value)
{
    return (dm_span){ json_string_value(value), json_string_length(value) };
}

static bool says(const json_t *value, bool truth)
{
    if (json_is_string(value))
        return dm_span_is(text_of(value), truth ? "true" : "false");
    return truth ? json_is_true(value) : json_is_false(value);
}

static bool read_number(double *out, const json_t *value)
{
    *out = json_number_value(value);
    return json_is_number(value) ||
           (json_is_string(value) && dm_num_parse(out, text_of(value)));
}

static demarche_status read_score(dm_said *said, const json_t *object,
                                  demarche_error *err)
{
    static const double alone[DM_TONES] = { 1, 0, -1 };
    const json_t *score = json_object_get(object, "score");
    said->score = alone[said->tone];
    if (score == NULL || json_is_null(score))
        return DEMARCHE_OK;
    if (!read_number(&said->score, score) || !(fabs(said->score) <= 1))
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "'score' is not a number from -1 to 1");
    return DEMARCHE_OK;
}

static demarche_status read_tone(dm_said *said, const json_t *object,
                                 demarche_error *err)
{
    dm_span label;
    demarche_status status = dm_json_string(&label, object, "tone", err);
    if (status != DEMARCHE_OK)
        return status;
    if (label.data == NULL)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "'tone' is missing: the statement is not judged");
    status = dm_tone_parse(&said->tone, label, err);
    return status == DEMARCHE_OK ? read_score(said, object, err) : status;
}

static size_t size_or(const json_t *value, size_t otherwise)
{
    uint64_t told;
    if (json_is_string(value) && dm_num_parse_uint(&told, text_of(value)))
        return told < SIZE_MAX ? (size_t)told : otherwise;
    json_int_t number = json_integer_value(value);
    return json_is_integer(value) && number >= 0 ? (size_t)number : otherwise;
}

/* Where the statement stands; a place that makes no sense is left out. */
static void read_place(dm_said *said, const json_t *object)
{
    const json_t *first = json_array_get(json_object_get(object, "spans"), 0);
    said->n = size_or(json_object_get(object, "n"), 0);
    said->begin = size_or(json_array_get(first, 0), SIZE_MAX);
    if (first == NULL) // a table has it in a column of its own
        said->begin = size_or(json_object_get(object, "begin"), SIZE_MAX);
}

demarche_status demarche_tally_add_record(demarche_tally *tally,
                                          const demarche_record *record,
                                          demarche_error *err)
{
    const json_t *object = record->object;
    dm_said said = { .n = 0 };
    demarche_status status = read_strings(&said, object, err);
    if (status == DEMARCHE_OK)
        status = read_kind(&said, object, err);
    if (status == DEMARCHE_OK && said.kind == DEMARCHE_QUESTION) {
        tally->questions++;
        return DEMARCHE_OK;
    }
    if (status == DEMARCHE_OK &&
        says(json_object_get(object, "factual"), false)) {
        tally->denied++;
        return DEMARCHE_OK;
    }
    if (status == DEMARCHE_OK)
        status = read_tone(&said, object, err);
    if (status != DEMARCHE_OK)
        return status;
    read_place(&said, object);
    said.review = says(json_object_get(object, "review"), true);
    said.side_review = says(json_object_get(object, "side_review"), true);
    return dm_tally_add_said(tally, &said, err);
}
