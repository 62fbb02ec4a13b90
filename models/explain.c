/* explain.c - why a model judges as it does.
 *
 * What decides between two labels is the difference of their z (see
 * calibration.h), that is, the logarithm of the odds. It is linear in the
 * vector, so each n-gram has its share, and the shares and one bias add up to
 * it without a rest. The share of the meaning, a sum of word vectors, falls
 * apart into one part a word.
 */
#include <math.h>
#include <stdlib.h>

#include "format.h"

/* The public part first: what is freed is the whole. */
typedef struct explanation {
    demarche_explanation shown;
    dm_arena arena;
    demarche_reason *reasons;
    size_t count, capacity;
} explanation;

/* What it is about. */
typedef struct question {
    const demarche_model *model;
    size_t winner, against; // labels: what is told is z of one less the other's
} question;

static double share_of(const question *q, size_t column)
{
    return dm_model_weight(q->model, column, q->winner) -
           dm_model_weight(q->model, column, q->against);
}

static bool add(explanation *e, const char *name, double value, double part)
{
    demarche_reason *reasons = dm_arena_grow(&e->arena, e->reasons, e->count,
                                             &e->capacity, sizeof *reasons);
    if (reasons == NULL || name == NULL)
        return false;
    e->reasons = reasons;
    reasons[e->count++] = (demarche_reason){ name, value, part };
    return true;
}

/* "char:_ban", "word:trade war", in the arena. */
static const char *readable(dm_arena *arena, dm_space space, dm_span text)
{
    dm_buf buf;
    dm_buf_init(&buf);
    dm_buf_addf(&buf, "%s:", dm_space_name(space));
    for (size_t i = 0; i < text.len; i++) {
        bool edge = space == DM_SPACE_CHAR && text.data[i] == ' ';
        dm_buf_add_char(&buf, edge ? '_' : text.data[i]);
    }
    char *name =
        dm_buf_failed(&buf) ? NULL : dm_arena_copy(arena, dm_buf_span(&buf));
    dm_buf_clear(&buf);
    return name;
}

static bool add_gram(explanation *e, const question *q, uint32_t id,
                     double value)
{
    dm_span key = dm_frozen_at(&q->model->vocab.grams, id);
    dm_span text = { key.data + 1, key.len - 1 };
    const char *name = readable(&e->arena, dm_space_of_key(key), text);
    return add(e, name, value, value * share_of(q, id));
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The meaning's coordinates are `factor` times the sum of the words' vectors:
 * each word's part is factor times its vector times the weights. */
static bool add_meant(explanation *e, const question *q, dm_ngrams *ngrams,
                      double factor)
{
    const dm_words *words = q->model->vocab.words;
    double row[DM_WORDS_DIMENSIONS_MAX];
    for (uint32_t d = 0; d < words->dimensions; d++)
        row[d] = share_of(q, q->model->vocab.grams.count + d);
    qsort(ngrams->meant, ngrams->meant_count, sizeof *ngrams->meant,
          compare_numbers);
    for (size_t i = 0; i < ngrams->meant_count;) {
        uint32_t word = ngrams->meant[i];
        size_t times = 1;
        while (i + times < ngrams->meant_count &&
               ngrams->meant[i + times] == word)
            times++;
        i += times;
        double value = factor * (double)times;
        const char *name = readable(&e->arena, DM_SPACE_MEANING,
                                    dm_frozen_at(&words->set, word));
        if (!add(e, name, value, value * dm_words_dot(words, word, row)))
            return false;
    }
    return true;
}

/* What the meaning's coordinates were multiplied by: the largest tells it
 * with the least rounding. */
static double find_factor(const question *q, const dm_ngrams *ngrams,
                          const dm_vector *vector)
{
    const dm_words *words = q->model->vocab.words;
    double sum[DM_WORDS_DIMENSIONS_MAX] = { 0 }, top = 0, factor = 0;
    for (size_t i = 0; i < ngrams->meant_count; i++)
        dm_words_add_to(sum, words, ngrams->meant[i]);
    for (size_t i = 0; i < vector->count; i++) {
        if (vector->ids[i] < q->model->vocab.grams.count)
            continue;
        double whole = sum[vector->ids[i] - q->model->vocab.grams.count];
        if (fabs(whole) > top) {
            top = fabs(whole);
            factor = vector->values[i] / whole;
        }
    }
    return factor;
}

static bool add_all(explanation *e, const question *q, dm_ngrams *ngrams,
                    const dm_vector *vector)
{
    uint32_t grams = q->model->vocab.grams.count;
    for (size_t i = 0; i < vector->count; i++)
        if (vector->ids[i] < grams &&
            !add_gram(e, q, vector->ids[i], vector->values[i]))
            return false;
    return q->model->vocab.words == NULL ||
           add_meant(e, q, ngrams, find_factor(q, ngrams, vector));
}

static int compare_reasons(const void *a, const void *b)
{
    const demarche_reason *x = a, *y = b;
    double p = fabs(x->contribution), q = fabs(y->contribution);
    if (p != q)
        return p > q ? -1 : 1;
    return strcmp(x->ngram, y->ngram);
}

/* Fill in what is decided: the labels, the values, the bias between them. */
static void ask(question *q, explanation *e, const demarche_model *model,
                const dm_vector *vector)
{
    demarche_explanation *shown = &e->shown;
    *q = (question){ .model = model };
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

static demarche_status fill(explanation *e, const demarche_model *model,
                            const dm_view *view, demarche_error *err)
{
    dm_ngrams ngrams;
    dm_vector vector;
    question q;
    demarche_status status =
        dm_ngrams_find(&ngrams, view, model->vocab.words, &e->arena, err);
    if (status == DEMARCHE_OK)
        status =
            dm_vocab_vector(&vector, &model->vocab, &ngrams, &e->arena, err);
    if (status != DEMARCHE_OK)
        return status;
    ask(&q, e, model, &vector);
    if (!add_all(e, &q, &ngrams, &vector))
        return dm_no_memory(err);
    if (e->count > 0)
        qsort(e->reasons, e->count, sizeof *e->reasons, compare_reasons);
    e->shown.reasons = e->reasons;
    e->shown.reason_count = e->count;
    return DEMARCHE_OK;
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
