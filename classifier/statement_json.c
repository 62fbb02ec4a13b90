/* statement_json.c - a statement as one line of JSON, fields in fixed order.
 *
 * The order is part of the contract with other programs (docs/FORMATS.md).
 * What is absent is null, so that every record has every field, and a later
 * `score` fills its fields in where they stand.
 */
#include <math.h>

#include "statements.h"
#include "verdict.h"

/* A member's name, with the comma before it where it is not the first. */
static void add_name(dm_buf *buf, const char *name)
{
    dm_buf_add_char(buf, buf->len == 0 ? '{' : ',');
    dm_buf_addf(buf, "\"%s\":", name);
}

static void add_string(dm_buf *buf, const char *name, const char *value)
{
    add_name(buf, name);
    if (value == NULL)
        dm_buf_add_string(buf, "null");
    else
        dm_json_add_string(buf, dm_span_of(value));
}

static void add_bool(dm_buf *buf, const char *name, const char *label,
                     bool value)
{
    add_name(buf, name);
    dm_buf_add_string(buf, label == NULL ? "null" : value ? "true" : "false");
}

static void add_range(dm_buf *buf, demarche_range range)
{
    dm_buf_addf(buf, "[%zu,%zu]", range.begin, range.end);
}

static demarche_range bytes_given(const dm_text *text, dm_bytes bytes)
{
    return (demarche_range){ dm_text_given(text, bytes.begin),
                             dm_text_given(text, bytes.end) };
}

static void add_optional_range(dm_buf *buf, const char *name,
                               demarche_range range)
{
    add_name(buf, name);
    if (range.begin == range.end)
        dm_buf_add_string(buf, "null");
    else
        add_range(buf, range);
}

static void add_spans(dm_buf *buf, const demarche_statements *list, size_t i,
                      bool byte_offsets)
{
    const dm_statement *found = &list->found.items[i];
    add_name(buf, "spans");
    dm_buf_add_char(buf, '[');
    for (size_t s = 0; s < found->span_count; s++) {
        if (s > 0)
            dm_buf_add_char(buf, ',');
        add_range(buf, byte_offsets
                           ? bytes_given(&list->page.text, found->spans[s])
                           : list->items[i].spans[s]);
    }
    dm_buf_add_char(buf, ']');
}

static void add_rules(dm_buf *buf, const demarche_statement *item)
{
    add_name(buf, "rules");
    dm_buf_add_char(buf, '[');
    for (size_t i = 0; i < item->rule_count; i++) {
        if (i > 0)
            dm_buf_add_char(buf, ',');
        dm_json_add_string(buf, dm_span_of(item->rules[i]));
    }
    dm_buf_add_char(buf, ']');
}

static void add_answers(dm_buf *buf, size_t answers)
{
    add_name(buf, "answers");
    if (answers == 0)
        dm_buf_add_string(buf, "null");
    else
        dm_buf_addf(buf, "%zu", answers);
}

static void add_found(dm_buf *buf, const demarche_statements *list, size_t i,
                      bool byte_offsets)
{
    const demarche_statement *item = &list->items[i];
    const dm_statement *found = &list->found.items[i];
    const dm_text *text = &list->page.text;
    add_string(buf, "doc", list->doc);
    add_name(buf, "n");
    dm_buf_addf(buf, "%zu", item->n);
    add_string(buf, "date", list->date);
    add_string(buf, "outlet", list->outlet);
    add_string(buf, "kind", dm_kind_name(item->kind));
    add_answers(buf, item->answers);
    if (item->nonfactual) {
        add_name(buf, "factual");
        dm_buf_add_string(buf, "false");
    }
    add_string(buf, "text", item->text);
    add_spans(buf, list, i, byte_offsets);
    add_string(buf, "cue", item->cue);
    add_optional_range(buf, "cue_span",
                       byte_offsets ? bytes_given(text, found->cue)
                                    : item->cue_span);
    add_string(buf, "speaker", item->speaker);
    add_optional_range(buf, "speaker_span",
                       byte_offsets ? bytes_given(text, found->speaker)
                                    : item->speaker_span);
    add_string(buf, "actor", item->actor);
    add_string(buf, "actor_id", item->actor_id);
    add_string(buf, "known", item->known);
}

static void add_judged(dm_buf *buf, const demarche_statement *item)
{
    add_string(buf, "side", item->side.label);
    add_name(buf, "side_p");
    dm_verdict_add_json(buf, &item->side);
    add_string(buf, "tone", item->tone.label);
    add_name(buf, "tone_p");
    dm_verdict_add_json(buf, &item->tone);
    add_name(buf, "score");
    dm_real_add_json(buf, item->tone.label == NULL ? (double)NAN : item->score);
    add_bool(buf, "review", item->tone.label, item->tone.review);
    add_bool(buf, "side_review", item->side.label, item->side.review);
    add_string(buf, "target", item->target.label);
    add_name(buf, "target_p");
    dm_verdict_add_json(buf, &item->target);
}

demarche_status demarche_statements_format(char **out,
                                           const demarche_statements *list,
                                           size_t i, bool byte_offsets,
                                           demarche_error *err)
{
    dm_buf buf;
    dm_buf_init(&buf);
    add_found(&buf, list, i, byte_offsets);
    add_judged(&buf, &list->items[i]);
    add_rules(&buf, &list->items[i]);
    dm_buf_add_char(&buf, '}');
    return dm_buf_take(out, &buf, err);
}
