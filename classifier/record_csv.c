/* record_csv.c - a statement record as one row of a table.
 *
 * The columns are always the same, whatever a record holds, so that the rows
 * of many files stand under one header. What has no column is left out.
 */
#include "base/num.h"
#include "cell.h"
#include "input/record.h"
#include "verdict.h"

typedef void add_cell(dm_buf *out, const json_t *object, const char *name);

static void add_real(dm_buf *out, const json_t *value)
{
    dm_real_add_json(out, json_real_value(value));
}

/* A string, a number or a truth value; anything else is an empty cell. */
static void add_plain(dm_buf *out, const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    if (json_is_string(value))
        dm_cell_add_text(out, (dm_span){ json_string_value(value),
                                         json_string_length(value) });
    else if (json_is_integer(value))
        dm_buf_addf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_real(value))
        add_real(out, value);
    else if (json_is_boolean(value))
        dm_buf_add_string(out, json_is_true(value) ? "true" : "false");
}

/* Records tell it where it is false alone. */
static void add_factual(dm_buf *out, const json_t *object, const char *name)
{
    bool no = json_is_false(json_object_get(object, name));
    dm_buf_add_string(out, no ? "false" : "true");
}

/* The end of the first (0) or the last span, or nothing. */
static void add_bound(dm_buf *out, const json_t *object, bool last)
{
    const json_t *spans = json_object_get(object, "spans");
    size_t count = json_array_size(spans);
    const json_t *span =
        json_array_get(spans, last && count > 0 ? count - 1 : 0);
    const json_t *bound = json_array_get(span, last ? 1 : 0);
    if (json_is_integer(bound))
        dm_buf_addf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(bound));
}

static void add_begin(dm_buf *out, const json_t *object, const char *name)
{
    (void)name;
    add_bound(out, object, false);
}

static void add_end(dm_buf *out, const json_t *object, const char *name)
{
    (void)name;
    add_bound(out, object, true);
}

static void add_p(dm_buf *out, const json_t *object, const char *field,
                  const char *label)
{
    const json_t *p = json_object_get(json_object_get(object, field), label);
    if (json_is_integer(p))
        dm_buf_addf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(p));
    else if (json_is_real(p))
        add_real(out, p);
}

/* "p_us" is side_p's "us", "p_critical" tone_p's, "p_target_us" target_p's. */
static void add_side_p(dm_buf *out, const json_t *object, const char *name)
{
    add_p(out, object, "side_p", name + strlen("p_"));
}

static void add_target_p(dm_buf *out, const json_t *object, const char *name)
{
    add_p(out, object, "target_p", name + strlen("p_target_"));
}

static void add_tone_p(dm_buf *out, const json_t *object, const char *name)
{
    add_p(out, object, "tone_p", name + strlen("p_"));
}

/* The labels with a space between. */
static void add_rules(dm_buf *out, const json_t *object, const char *name)
{
    const json_t *rules = json_object_get(object, name);
    dm_buf text;
    dm_buf_init(&text);
    for (size_t i = 0; i < json_array_size(rules); i++) {
        const json_t *rule = json_array_get(rules, i);
        if (!json_is_string(rule))
            continue;
        dm_buf_add_string(&text, text.len > 0 ? " " : "");
        dm_buf_add(&text, json_string_value(rule), json_string_length(rule));
    }
    if (text.len > 0)
        dm_cell_add_text(out, dm_buf_span(&text));
    out->failed |= dm_buf_failed(&text);
    dm_buf_clear(&text);
}

static const struct {
    const char *name;
    add_cell *add;
} columns[] = {
    { "doc", add_plain },
    { "n", add_plain },
    { "date", add_plain },
    { "outlet", add_plain },
    { "kind", add_plain },
    { "answers", add_plain },
    { "factual", add_factual },
    { "text", add_plain },
    { "begin", add_begin },
    { "end", add_end },
    { "cue", add_plain },
    { "speaker", add_plain },
    { "actor", add_plain },
    { "actor_id", add_plain },
    { "known", add_plain },
    { "side", add_plain },
    { "p_us", add_side_p },
    { "p_china", add_side_p },
    { "p_other", add_side_p },
    { "tone", add_plain },
    { "p_conciliatory", add_tone_p },
    { "p_critical", add_tone_p },
    { "p_neutral", add_tone_p },
    { "score", add_plain },
    { "review", add_plain },
    { "side_review", add_plain },
    { "target", add_plain },
    { "p_target_us", add_target_p },
    { "p_target_china", add_target_p },
    { "p_target_both", add_target_p },
    { "p_target_other", add_target_p },
    { "p_target_none", add_target_p },
    { "rules", add_rules },
};

enum { COLUMNS = sizeof columns / sizeof *columns };

demarche_status demarche_csv_header(char **out, demarche_error *err)
{
    dm_buf buf;
    dm_buf_init(&buf);
    for (size_t i = 0; i < COLUMNS; i++)
        dm_buf_addf(&buf, "%s%s", i > 0 ? "," : "", columns[i].name);
    dm_buf_add_string(&buf, "\r\n");
    return dm_buf_take(out, &buf, err);
}

demarche_status demarche_record_csv(char **out, const demarche_record *record,
                                    demarche_error *err)
{
    dm_buf buf;
    dm_buf_init(&buf);
    for (size_t i = 0; i < COLUMNS; i++) {
        if (i > 0)
            dm_buf_add_char(&buf, ',');
        columns[i].add(&buf, record->object, columns[i].name);
    }
    dm_buf_add_string(&buf, "\r\n");
    return dm_buf_take(out, &buf, err);
}
