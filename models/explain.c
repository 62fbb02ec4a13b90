/* explain.c - why a model judges as it does.
 *
 * What decides between two labels is the difference of their z (see
 * calibration.h), that is, the logarithm of the odds. It is linear in the
 * vector, so each n-gram has its share, and the shares and one bias add up to
 * it without a rest. share.c takes it apart.
 */
#include <stdlib.h>

#include "share.h"

/* The public part first: what is freed is the whole. */
typedef struct explanation {
    demarche_explanation shown;
    dm_arena arena;
} explanation;

double dm_question_share(const dm_question *q, size_t column)
{
    return dm_model_weight(q->model, column, q->winner) -
           dm_model_weight(q->model, column, q->against);
}

/* Fill in what is decided: the labels, the values, the bias between them. */
static void ask(dm_question *q, explanation *e, const demarche_model *model,
                const dm_vector *vector)
{
    demarche_explanation *shown = &e->shown;
    *q = (dm_question){ .model = model };
    dm_model_decide(shown->decision, model, vector);
    dm_model_conclude(&shown->verdict, model, shown->decision);
    q->winner = dm_largest(shown->verdict.p, model->label_count);
    q->against = q->winner == 0 ? 1 : 0;
    for (size_t k = 0; k < model->label_count; k++)
        if (k != q->winner && shown->decision[k] > shown->decision[q->against])
            q->against = k;
    shown->label = model->labels[q->winner];
    shown->against = model->labels[q->against];
    shown->bias = model->biases[q->winner] - model->biases[q->against];
}

static demarche_range find_mark(const dm_view *view, const dm_text *content)
{
    size_t end = view->mark.end < content->len ? view->mark.end : content->len;
    size_t begin = view->mark.begin < end ? view->mark.begin : end;
    if (begin == end)
        return (demarche_range){ 0, 0 };
    return (demarche_range){ dm_text_codepoints(content, begin),
                             dm_text_codepoints(content, end) };
}

static demarche_status fill(explanation *e, const demarche_model *model,
                            const dm_view *view, demarche_error *err)
{
    dm_ngrams ngrams;
    dm_vector vector;
    dm_question q;
    demarche_status status =
        dm_ngrams_find(&ngrams, view, model->vocab.words, &e->arena, err);
    if (status == DEMARCHE_OK)
        status =
            dm_vocab_vector(&vector, &model->vocab, &ngrams, &e->arena, err);
    if (status != DEMARCHE_OK)
        return status;
    ask(&q, e, model, &vector);
    e->shown.mark = find_mark(view, &ngrams.content);
    return dm_shares_find(&e->shown, &q, &ngrams, &vector, &e->arena, err);
}

demarche_status dm_model_explain(demarche_explanation **out,
                                 const demarche_model *model,
                                 const dm_view *view, demarche_error *err)
{
    *out = NULL;
    explanation *e = calloc(1, sizeof *e);
    if (e == NULL)
        return dm_no_memory(err);
    dm_arena_init(&e->arena);
    demarche_status status = fill(e, model, view, err);
    if (status != DEMARCHE_OK) {
        demarche_explanation_free(&e->shown);
        return status;
    }
    *out = &e->shown;
    return DEMARCHE_OK;
}

void demarche_explanation_free(demarche_explanation *shown)
{
    if (shown == NULL)
        return;
    explanation *e = (explanation *)shown;
    dm_arena_clear(&e->arena);
    free(e);
}
