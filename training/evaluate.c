/* evaluate.c - scores: of a model on labelled rows, or by cross-validation. */
#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "breakdown.h"
#include "fit.h"
#include "format.h"
#include "metrics.h"
#include "select.h"
#include "solver.h"
#include "split.h"
#include "swap.h"

typedef dm_evaluation evaluation;

static demarche_status new_evaluation(evaluation **out,
                                      const demarche_dataset *dataset,
                                      demarche_error *err)
{
    evaluation *e = *out = calloc(1, sizeof *e);
    if (e == NULL)
        return dm_no_memory(err);
    dm_arena_init(&e->arena);
    e->judged = calloc(dataset->count + 1, sizeof *e->judged);
    if (e->judged != NULL)
        return DEMARCHE_OK;
    free(e);
    *out = NULL;
    return dm_no_memory(err);
}

void demarche_evaluation_free(demarche_evaluation *shown)
{
    if (shown == NULL)
        return;
    evaluation *e = (evaluation *)shown;
    dm_arena_clear(&e->arena);
    free(e->judged);
    free(e);
}

static uint32_t find_label(const evaluation *e, const char *label)
{
    uint32_t k = 0;
    while (k < e->shown.label_count && strcmp(e->shown.labels[k], label) != 0)
        k++;
    return k;
}

static demarche_status add_label(evaluation *e, const char *label,
                                 demarche_error *err)
{
    demarche_evaluation *shown = &e->shown;
    if (find_label(e, label) < shown->label_count)
        return DEMARCHE_OK;
    if (shown->label_count == DEMARCHE_LABELS_MAX)
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "more than %d labels in all", DEMARCHE_LABELS_MAX);
    char *copy = dm_arena_copy(&e->arena, dm_span_of(label));
    if (copy == NULL)
        return dm_no_memory(err);
    shown->labels[shown->label_count++] = copy;
    return DEMARCHE_OK;
}

static int compare_labels(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All labels of the rows and of the model (which may be NULL), by bytes. */
static demarche_status add_labels(evaluation *e, const demarche_model *model,
                                  const demarche_dataset *dataset,
                                  demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    size_t known = model == NULL ? 0 : model->label_count;
    for (size_t k = 0; status == DEMARCHE_OK && k < known; k++)
        status = add_label(e, model->labels[k], err);
    for (size_t i = 0; status == DEMARCHE_OK && i < dataset->labels.count; i++)
        status =
            add_label(e, dm_intern_at(&dataset->labels, (uint32_t)i).data, err);
    qsort(e->shown.labels, e->shown.label_count, sizeof *e->shown.labels,
          compare_labels);
    return status == DEMARCHE_OK && dataset->swaps
               ? dm_swap_check(&e->shown, err)
               : status;
}

/* A dataset's n-grams in a model's columns: [dictionary]. */
static demarche_status map_columns(uint32_t **out, const demarche_model *model,
                                   const demarche_dataset *dataset,
                                   demarche_error *err)
{
    size_t count = dataset->dictionary.count;
    *out = NULL;
    if (model->vocab.words != NULL &&
        dataset->words.checksum != model->words.checksum)
        return dm_fail(err, DEMARCHE_BAD_MODEL, 0,
                       "model and rows use different word tables");
    *out = calloc(count + 1, sizeof **out);
    if (*out == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < count; i++)
        (*out)[i] =
            dm_frozen_find(&model->vocab.grams,
                           dm_intern_at(&dataset->dictionary, (uint32_t)i));
    return DEMARCHE_OK;
}

/* A model, and rows as it sees them. */
typedef struct bench {
    const demarche_model *model;
    dm_selection selection;
    dm_arena arena; // scratch, for one row
} bench;

static demarche_status conclude(demarche_verdict *out, bench *b, uint32_t row,
                                demarche_error *err)
{
    dm_vector vector;
    double decisions[DM_PAIRS_MAX];
    dm_arena_reset(&b->arena);
    demarche_status status =
        dm_selection_vector(&vector, &b->selection, row, &b->arena, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_model_decide(decisions, b->model, &vector);
    dm_model_conclude(out, b->model, decisions);
    return DEMARCHE_OK;
}

static void fill_judged(dm_judged *out, const evaluation *e,
                        const demarche_dataset *dataset, uint32_t number,
                        const demarche_verdict *verdict)
{
    const dm_row *row = &dataset->rows[number];
    const char *gold = dm_intern_at(&dataset->labels, row->label).data;
    *out = (dm_judged){ .gold = find_label(e, gold),
                        .said = find_label(e, verdict->label),
                        .doc = row->doc,
                        .review = verdict->review,
                        .row = number,
                        .genre = row->genre,
                        .clear = row->care == DM_CARE_CLEAR,
                        .score = dm_swap_score(verdict),
                        .named = row->named };
    for (size_t k = 0; k < verdict->count; k++)
        out->p[find_label(e, verdict->labels[k])] = verdict->p[k];
}

static demarche_status judge_row(evaluation *e, bench *b, uint32_t number,
                                 demarche_error *err)
{
    const demarche_dataset *dataset = b->selection.dataset;
    uint32_t twin = dataset->rows[number].twin;
    dm_judged *out = &e->judged[e->count];
    demarche_verdict verdict;
    demarche_status status = conclude(&verdict, b, number, err);
    if (status != DEMARCHE_OK)
        return status;
    fill_judged(out, e, dataset, number, &verdict);
    e->count++;
    if (twin == 0)
        return DEMARCHE_OK;
    status = conclude(&verdict, b, twin, err);
    if (status == DEMARCHE_OK) {
        out->said_swapped = find_label(e, verdict.label);
        out->score_swapped = dm_swap_score(&verdict);
    }
    return status;
}

/* Judge rows [count] of the dataset. */
static demarche_status judge(evaluation *e, const demarche_model *model,
                             const demarche_dataset *dataset,
                             const uint32_t *rows, size_t count,
                             demarche_error *err)
{
    uint32_t *columns;
    demarche_status status = map_columns(&columns, model, dataset, err);
    bench b = { .model = model,
                .selection = { .dataset = dataset,
                               .count = model->vocab.grams.count,
                               .columns = model->vocab.columns,
                               .numbers = columns,
                               .rarity = model->vocab.rarity } };
    memcpy(b.selection.weights, model->vocab.weights,
           sizeof b.selection.weights);
    dm_arena_init(&b.arena);
    for (size_t i = 0; status == DEMARCHE_OK && i < count; i++)
        status = judge_row(e, &b, rows[i], err);
    dm_arena_clear(&b.arena);
    free(columns);
    return status;
}

static demarche_status finish(demarche_evaluation **out, evaluation *e,
                              const demarche_dataset *dataset, uint64_t seed,
                              demarche_status status, demarche_error *err)
{
    if (status == DEMARCHE_OK)
        status = dm_metrics_find(&e->shown, e->judged, e->count,
                                 DM_EVALUATION_DRAWS, seed, err);
    if (status == DEMARCHE_OK)
        status = dm_breakdown_find(e, &dataset->genres, err);
    if (status == DEMARCHE_OK && dataset->swaps)
        status = dm_swaps_find(e, seed, err);
    if (status != DEMARCHE_OK) {
        demarche_evaluation_free(&e->shown);
        return status;
    }
    *out = &e->shown;
    return DEMARCHE_OK;
}

demarche_status demarche_evaluate(demarche_evaluation **out,
                                  const demarche_model *model,
                                  const demarche_dataset *dataset,
                                  demarche_error *err)
{
    evaluation *e;
    *out = NULL;
    demarche_status status = new_evaluation(&e, dataset, err);
    if (status != DEMARCHE_OK)
        return status;
    uint32_t *rows = calloc(dataset->count + 1, sizeof *rows);
    size_t count = 0;
    for (size_t i = 0; rows != NULL && i < dataset->count; i++)
        if (dm_row_counts(&dataset->rows[i]))
            rows[count++] = (uint32_t)i;
    status =
        rows == NULL ? dm_no_memory(err) : add_labels(e, model, dataset, err);
    if (status == DEMARCHE_OK)
        status = judge(e, model, dataset, rows, count, err);
    free(rows);
    return finish(out, e, dataset, 1, status, err);
}

/* Progress of the whole from that of one fold's fit. */
typedef struct relay {
    const demarche_train_options *options;
    unsigned fold;
} relay;

static void pass_on(void *payload, const char *stage, double share)
{
    const relay *r = payload;
    r->options->progress(r->options->payload, stage,
                         (r->fold + share) / r->options->folds);
}

/* Rows that are judged: those of one fold. */
static size_t gather_judged(uint32_t *rows, const demarche_dataset *dataset,
                            const uint8_t *fold_of, unsigned fold)
{
    size_t kept = 0;
    for (size_t i = 0; i < dataset->count; i++)
        if (fold_of[i] == fold && dm_row_counts(&dataset->rows[i]))
            rows[kept++] = (uint32_t)i;
    return kept;
}

/* Rows to learn from: those of all other folds, extra ones among them. */
static size_t gather_learned(uint32_t *rows, const demarche_dataset *dataset,
                             const demarche_train_options *options,
                             const uint8_t *fold_of, unsigned fold)
{
    size_t kept = 0;
    for (size_t i = 0; i < dataset->count; i++)
        if (fold_of[i] != fold && dm_row_teaches(&dataset->rows[i], options))
            rows[kept++] = (uint32_t)i;
    return kept;
}

/* Rows of about that share of the documents. A larger share of them holds all
 * that a smaller one does. */
static size_t thin(uint32_t *rows, const demarche_dataset *dataset,
                   size_t count, const demarche_train_options *options)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t state = options->seed + dataset->rows[rows[i]].doc;
        if (dm_random_unit(&state) < options->share)
            rows[kept++] = rows[i];
    }
    return kept;
}

/* Learn from all folds but one, judge that one. */
static demarche_status cross(evaluation *e, const demarche_dataset *dataset,
                             const demarche_train_options *options,
                             const uint8_t *fold_of, uint32_t *rows,
                             unsigned fold, demarche_error *err)
{
    relay r = { options, fold };
    demarche_train_options inner = *options;
    if (options->progress != NULL) {
        inner.progress = pass_on;
        inner.payload = &r;
    }
    demarche_model *model;
    double c;
    size_t count = gather_learned(rows, dataset, options, fold_of, fold);
    if (options->share < 1)
        count = thin(rows, dataset, count, options);
    e->shown.learned += (double)count / options->folds;
    e->shown.solver =
        dm_solver_describe(dm_solver_choose(options->solver, count));
    demarche_status status =
        dm_fit(&model, &c, dataset, rows, count, &inner, err);
    if (status != DEMARCHE_OK)
        return status;
    e->shown.c += log(c) / options->folds;
    count = gather_judged(rows, dataset, fold_of, fold);
    status = judge(e, model, dataset, rows, count, err);
    demarche_model_free(model);
    return status;
}

static demarche_status cross_all(evaluation *e, const demarche_dataset *dataset,
                                 const demarche_train_options *options,
                                 demarche_error *err)
{
    size_t count = dataset->count;
    uint8_t *fold_of = calloc(count + 1, 1);
    uint32_t *rows = calloc(count + 1, sizeof *rows);
    demarche_status status = fold_of == NULL || rows == NULL
                                 ? dm_no_memory(err)
                                 : add_labels(e, NULL, dataset, err);
    for (size_t i = 0; status == DEMARCHE_OK && i < count; i++)
        rows[i] = dataset->rows[i].doc;
    if (status == DEMARCHE_OK)
        status = dm_split(fold_of, rows, count, dataset->docs.count,
                          options->folds, options->seed, err);
    for (unsigned f = 0; status == DEMARCHE_OK && f < options->folds; f++)
        status = cross(e, dataset, options, fold_of, rows, f, err);
    free(fold_of);
    free(rows);
    e->shown.c = exp(e->shown.c);
    e->shown.folds = options->folds;
    return status;
}

demarche_status demarche_crossval(demarche_evaluation **out,
                                  const demarche_dataset *dataset,
                                  const demarche_train_options *given,
                                  demarche_error *err)
{
    demarche_train_options options;
    evaluation *e;
    *out = NULL;
    demarche_status status = dm_train_options_read(&options, given, err);
    if (status == DEMARCHE_OK)
        status = new_evaluation(&e, dataset, err);
    if (status != DEMARCHE_OK)
        return status;
    status = cross_all(e, dataset, &options, err);
    return finish(out, e, dataset, options.seed, status, err);
}
