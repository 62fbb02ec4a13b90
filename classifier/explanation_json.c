/* explanation_json.c - see explanation_json.h and demarche.h.
 *
 * Numbers have nine decimals, and what is printed adds up however long the list
 * is: what rounding left of one is passed on to the next.
 *
 * The values are made one by one, not parsed from text: jansson's parser does
 * not always tell that memory ran out. Strings come from the text and from a
 * model; what a model file holds instead of UTF-8 is passed on as it is.
 */
#include "explanation_json.h"

#include <math.h>

#include "verdict.h"

static const double scale = 1e9;

/* `value` as it is to be printed; `rest` is what earlier ones left. */
static double settle(double *rest, double value)
{
    double shown = round((value + *rest) * scale) / scale;
    *rest += value - shown;
    return shown;
}

static json_t *number(double value)
{
    double rest = 0, shown = settle(&rest, value);
    return json_real(isfinite(shown) ? shown : 0);
}

static json_t *string(const char *text, size_t len)
{
    return json_stringn_nocheck(text, len);
}

/* Takes `value`, which is NULL when memory ran out; `object` may be NULL, and
 * is given up on failure. */
static json_t *with(json_t *object, const char *name, json_t *value)
{
    if (object != NULL && value != NULL &&
        json_object_set_new(object, name, value) == 0)
        return object;
    if (object == NULL)
        json_decref(value);
    json_decref(object);
    return NULL;
}

/* The same for a list. */
static json_t *with_item(json_t *list, json_t *value)
{
    if (list != NULL && value != NULL &&
        json_array_append_new(list, value) == 0)
        return list;
    if (list == NULL)
        json_decref(value);
    json_decref(list);
    return NULL;
}

static json_t *range_value(demarche_range range)
{
    json_t *pair =
        with_item(json_array(), json_integer((json_int_t)range.begin));
    return with_item(pair, json_integer((json_int_t)range.end));
}

static json_t *spans_value(const demarche_reason *reason)
{
    json_t *spans = json_array();
    for (size_t i = 0; spans != NULL && i < reason->span_count; i++)
        spans = with_item(spans, range_value(reason->spans[i]));
    return spans;
}

static json_t *reasons_value(const demarche_explanation *e, unsigned top)
{
    json_t *list = json_array();
    double rest = 0;
    for (size_t i = 0; list != NULL && i < e->reason_count && i < top; i++) {
        const demarche_reason *reason = &e->reasons[i];
        double part = settle(&rest, reason->contribution);
        json_t *item = with(json_object(), "ngram",
                            string(reason->ngram, strlen(reason->ngram)));
        item = with(item, "value", number(reason->value));
        item = with(item, "contribution", number(part));
        list = with_item(list, with(item, "spans", spans_value(reason)));
    }
    return list;
}

static json_t *words_value(const demarche_explanation *e)
{
    json_t *list = json_array();
    double rest = 0;
    for (size_t i = 0; list != NULL && i < e->word_count; i++) {
        const demarche_pull *word = &e->words[i];
        double part = settle(&rest, word->contribution);
        json_t *item = with(json_object(), "span", range_value(word->span));
        item = with(item, "text", string(word->word, strlen(word->word)));
        list = with_item(list, with(item, "contribution", number(part)));
    }
    return list;
}

static json_t *parts_value(const demarche_explanation *e)
{
    json_t *parts = with(json_object(), "content", number(e->content));
    parts = with(parts, "cue", number(e->cue));
    parts = with(parts, "speaker", number(e->speaker));
    parts = with(parts, "known", number(e->known));
    return with(parts, "bias", number(e->bias));
}

/* Append the members of a why to `object`. */
static json_t *with_why(json_t *object, const demarche_explanation *e,
                        unsigned top)
{
    double sum = e->content + e->cue + e->speaker + e->known + e->bias;
    object = with(object, "label", string(e->label, strlen(e->label)));
    object = with(object, "against", string(e->against, strlen(e->against)));
    object = with(object, "decision", number(sum));
    object = with(object, "parts", parts_value(e));
    return with(object, "reasons", reasons_value(e, top));
}

json_t *dm_explanation_why(const demarche_explanation *e, unsigned top)
{
    return with_why(json_object(), e, top);
}

static json_t *whole_value(const demarche_explanation *e, unsigned top)
{
    demarche_verdict shown = e->verdict;
    dm_verdict_round(&shown);
    json_t *whole = with(json_object(), "text", string(e->text, e->text_len));
    if (e->mark.begin < e->mark.end)
        whole = with(whole, "mark", range_value(e->mark));
    whole = with_why(whole, e, top);
    whole = with(whole, "p", dm_verdict_to_json(&shown));
    whole = with(whole, "review", json_boolean(shown.review));
    return with(whole, "words", words_value(e));
}

demarche_status demarche_explanation_format(char **out,
                                            const demarche_explanation *e,
                                            unsigned top, demarche_error *err)
{
    *out = NULL;
    json_t *whole = whole_value(e, top);
    if (whole == NULL)
        return dm_no_memory(err);
    dm_buf buf;
    dm_buf_init(&buf);
    dm_json_print(&buf, whole);
    json_decref(whole);
    return dm_buf_take(out, &buf, err);
}
