/* judge.c - tone, side and target of statements, by the three models.
 *
 * Side comes first and tone second, for a model may have been trained with
 * either: who speaks tells much of whom the words are about. In training that
 * label was given, in use it is what was judged here.
 *
 * A tone that the model is not sure of is marked for review, and so is a side,
 * each on its own: a reader who asks who speaks for whom need not check the
 * tones. `review` speaks of the tone alone.
 */
#include "judge.h"

#include "format.h"
#include "statements.h"
#include "verdict.h"

/* The verdict so far that stands in `field`, or nothing. */
static dm_span judged_as(const dm_judgement *so_far, const char *field)
{
    dm_span name = dm_span_of(field);
    return dm_span_is(name, "side")   ? dm_span_of(so_far->side.label)
           : dm_span_is(name, "tone") ? dm_span_of(so_far->tone.label)
                                      : (dm_span){ NULL, 0 };
}

/* Complete a view by what `model` was trained with besides the text. */
static demarche_status read_more(dm_view *view, const demarche_model *model,
                                 const dm_judgement *so_far,
                                 const json_t *record, demarche_error *err)
{
    demarche_fields fields = model->fields;
    view->given = judged_as(so_far, fields.given);
    if (view->given.len > 0)
        fields.given = NULL;
    return record == NULL ? DEMARCHE_OK
                          : dm_view_read(view, record, &fields, err);
}

/* A view and its n-grams, which models that see the same share. */
typedef struct reading {
    const dm_view *base;
    const json_t *record; // where that is from, or NULL
    dm_arena *scratch;
    dm_view view; // what `ngrams` were found in
    dm_ngrams ngrams;
    bool found, meant; // at all; with a word table
} reading;

/* Of views made from one: do they differ in what a model asks for? */
static bool same(const dm_view *a, const dm_view *b)
{
    return dm_span_equal(a->content, b->content) &&
           dm_span_equal(a->given, b->given) &&
           a->mark.begin == b->mark.begin && a->mark.end == b->mark.end;
}

static demarche_status find_ngrams(reading *r, const dm_view *view,
                                   const dm_words *words, demarche_error *err)
{
    if (r->found && r->meant == (words != NULL) && same(&r->view, view))
        return DEMARCHE_OK;
    demarche_status status =
        dm_ngrams_find(&r->ngrams, view, words, r->scratch, err);
    r->view = *view;
    r->meant = words != NULL;
    r->found = status == DEMARCHE_OK;
    return status;
}

static demarche_status ask(demarche_verdict *out, const demarche_model *model,
                           const dm_judgement *so_far, reading *r,
                           demarche_error *err)
{
    dm_view own = *r->base;
    demarche_status status = read_more(&own, model, so_far, r->record, err);
    if (status == DEMARCHE_OK)
        status = find_ngrams(r, &own, dm_model_words(model), err);
    if (status == DEMARCHE_OK)
        status = dm_model_judge_ngrams(out, model, &r->ngrams, r->scratch, err);
    if (status == DEMARCHE_OK)
        dm_verdict_round(out);
    return status;
}

demarche_status dm_judge_read(dm_view *view, const demarche_analyser *analyser,
                              const demarche_model *model, const json_t *record,
                              dm_arena *scratch, demarche_error *err)
{
    dm_judgement so_far = { .score = 0 };
    reading r = { .base = view, .record = record, .scratch = scratch };
    bool judged = model->fields.given != NULL;
    demarche_status status = DEMARCHE_OK;
    if (judged && analyser->side != NULL)
        status = ask(&so_far.side, analyser->side, &so_far, &r, err);
    if (status == DEMARCHE_OK && judged && analyser->tone != NULL)
        status = ask(&so_far.tone, analyser->tone, &so_far, &r, err);
    return status == DEMARCHE_OK ? read_more(view, model, &so_far, record, err)
                                 : status;
}

/* Whether the model is sure enough for the accuracy that was asked for. */
static void doubt(demarche_verdict *out, const demarche_model *model,
                  double accuracy)
{
    if (accuracy > 0 && model != NULL && out->count > 0)
        out->review = out->p[dm_largest(out->p, out->count)] <
                      dm_model_threshold(model, accuracy);
}

/* A target that is nobody has a label in the model alone. */
static void drop_null(demarche_verdict *target, const demarche_model *model)
{
    dm_span label = dm_span_of(target->label);
    if (dm_span_equal(label, dm_span_of(model->fields.null_label)))
        target->label = NULL;
}

/* Without a model of targets nothing is said of them: target_p is null. */
static demarche_status find_target(dm_judgement *out,
                                   const demarche_analyser *analyser,
                                   reading *r, demarche_error *err)
{
    if (analyser->target == NULL)
        return DEMARCHE_OK;
    demarche_status status = ask(&out->target, analyser->target, out, r, err);
    if (status == DEMARCHE_OK)
        drop_null(&out->target, analyser->target);
    return status;
}

demarche_status dm_judge_view(dm_judgement *out,
                              const demarche_analyser *analyser,
                              const dm_view *view, const json_t *record,
                              dm_arena *scratch, demarche_error *err)
{
    const demarche_model *tone, *side;
    reading r = { .base = view, .record = record, .scratch = scratch };
    *out = (dm_judgement){ 0 };
    demarche_status status =
        dm_analyser_model(&tone, analyser->tone, "tone", err);
    if (status == DEMARCHE_OK)
        status = dm_analyser_model(&side, analyser->side, "side", err);
    if (status == DEMARCHE_OK)
        status = ask(&out->side, side, out, &r, err);
    if (status == DEMARCHE_OK)
        status = ask(&out->tone, tone, out, &r, err);
    if (status != DEMARCHE_OK)
        return status;
    out->score = dm_verdict_score(&out->tone);
    status = find_target(out, analyser, &r, err);
    doubt(&out->tone, tone, analyser->abstain);
    doubt(&out->side, side, analyser->abstain);
    doubt(&out->target, analyser->target, analyser->abstain);
    return status;
}

static void keep(demarche_statement *item, const dm_judgement *judgement)
{
    item->tone = judgement->tone;
    item->side = judgement->side;
    item->score = judgement->score;
    item->target = judgement->target;
}

static demarche_status judge_one(demarche_statement *item,
                                 const demarche_statements *list,
                                 const dm_statement *found,
                                 const demarche_analyser *analyser,
                                 dm_arena *scratch, demarche_error *err)
{
    dm_view view;
    dm_judgement judgement;
    if (item->kind == DEMARCHE_QUESTION)
        return DEMARCHE_OK;
    demarche_status status = dm_view_of_statement(
        &view, &list->page, found, analyser->actors, scratch, err);
    if (status == DEMARCHE_OK)
        status = dm_judge_view(&judgement, analyser, &view, NULL, scratch, err);
    if (status == DEMARCHE_OK)
        keep(item, &judgement);
    return status;
}

demarche_status demarche_judge(const demarche_analyser *analyser,
                               demarche_statements *list, demarche_error *err)
{
    dm_arena scratch;
    dm_arena_init(&scratch);
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < list->found.count && status == DEMARCHE_OK; i++) {
        dm_arena_reset(&scratch);
        status = judge_one(&list->items[i], list, &list->found.items[i],
                           analyser, &scratch, err);
    }
    dm_arena_clear(&scratch);
    return status;
}
