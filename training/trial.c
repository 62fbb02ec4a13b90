/* trial.c - see trial.h. */
#include "trial.h"

#include <stdlib.h>

#include "dm_linear.h"

/* When to stop: each library's own default, in its own units. */
static const double svm_tolerance = 1e-3, linear_tolerance = 1e-2;

/* The rows of two labels, and room for one training on them. */
typedef struct duel {
    const dm_bench *bench;
    const dm_trial_plan *plan;
    size_t pair;
    uint32_t labels[2];
    dm_vector *vectors; // [count]
    uint32_t *origins;  // [count], rows of the bench
    size_t count;
    dm_svm *svm; // one of the two
    dm_linear *linear;
    uint32_t *rows;  // [count], of one training
    int8_t *signs;   // [count]
    double *weights; // [columns]
} duel;

void dm_trials_clear(dm_trial *trials, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(trials[i].decisions);
        free(trials[i].weights);
    }
}

static bool allocate(dm_trial *trials, size_t count, const dm_bench *bench)
{
    for (size_t i = 0; i < count; i++) {
        dm_trial *t = &trials[i];
        size_t rows, columns;
        if (!dm_multiply(bench->count, bench->pair_count, &rows) ||
            !dm_multiply(bench->selection.columns, bench->pair_count, &columns))
            return false;
        t->decisions = calloc(rows + 1, sizeof *t->decisions);
        t->weights = calloc(columns + 1, sizeof *t->weights);
        if (t->decisions == NULL || t->weights == NULL)
            return false;
    }
    return true;
}

static void clear_duel(duel *d)
{
    dm_svm_free(d->svm);
    dm_linear_free(d->linear);
    free(d->vectors);
    free(d->origins);
    free(d->rows);
    free(d->signs);
    free(d->weights);
}

static demarche_status open_duel(duel *d, demarche_error *err)
{
    const dm_bench *bench = d->bench;
    size_t room = bench->count + 1;
    d->vectors = calloc(room, sizeof *d->vectors);
    d->origins = calloc(room, sizeof *d->origins);
    d->rows = calloc(room, sizeof *d->rows);
    d->signs = calloc(room, sizeof *d->signs);
    d->weights = calloc(bench->selection.columns + 1, sizeof *d->weights);
    if (d->vectors == NULL || d->origins == NULL || d->rows == NULL ||
        d->signs == NULL || d->weights == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < bench->count; i++) {
        if (bench->gold[i] != d->labels[0] && bench->gold[i] != d->labels[1])
            continue;
        d->vectors[d->count] = bench->vectors[i];
        d->origins[d->count++] = (uint32_t)i;
    }
    size_t columns = bench->selection.columns;
    demarche_status status;
    dm_linear *linear = NULL;
    dm_svm *svm = NULL;
    if (d->plan->solver == DEMARCHE_SOLVER_LIBLINEAR)
        status = dm_linear_new(&linear, d->vectors, d->count, columns, err);
    else
        status = dm_svm_new(&svm, d->vectors, d->count, columns, true, err);
    d->linear = linear;
    d->svm = svm;
    return status;
}

/* Train on all rows of the duel but those of `fold`; `*bias` and d->weights
 * receive the machine, zero where one side has no rows. */
static demarche_status fight(double *bias, duel *d, double c, unsigned fold,
                             demarche_error *err)
{
    const dm_bench *bench = d->bench;
    size_t count = 0, sides[2] = { 0, 0 };
    for (size_t i = 0; i < d->count; i++) {
        size_t row = d->origins[i];
        if (d->plan->fold_of[row] == fold)
            continue;
        bool first = bench->gold[row] == d->labels[0];
        d->rows[count] = (uint32_t)i;
        d->signs[count++] = first ? 1 : -1;
        sides[!first]++;
    }
    *bias = 0;
    memset(d->weights, 0, bench->selection.columns * sizeof *d->weights);
    if (sides[0] == 0 || sides[1] == 0)
        return DEMARCHE_OK;
    dm_svm_task task = { .rows = d->rows,
                         .signs = d->signs,
                         .count = count,
                         .c_positive = c * bench->balance[d->labels[0]],
                         .c_negative = c * bench->balance[d->labels[1]],
                         .tolerance = d->linear == NULL ? svm_tolerance
                                                        : linear_tolerance };
    return d->linear == NULL
               ? dm_svm_train(d->weights, bias, d->svm, &task, err)
               : dm_linear_train(d->weights, bias, d->linear, &task, err);
}

/* Decision values of the rows of a fold, whatever their label. */
static void decide(dm_trial *t, const duel *d, double bias, unsigned fold)
{
    const dm_bench *bench = d->bench;
    for (size_t i = 0; i < bench->count; i++)
        if (d->plan->fold_of[i] == fold)
            t->decisions[i * bench->pair_count + d->pair] =
                bias + dm_vector_dot(&bench->vectors[i], d->weights);
}

static void keep(dm_trial *t, const duel *d, double bias)
{
    size_t pairs = d->bench->pair_count;
    t->biases[d->pair] = bias;
    for (size_t c = 0; c < d->bench->selection.columns; c++)
        t->weights[c * pairs + d->pair] = (float)d->weights[c];
}

static demarche_status try_c(dm_trial *t, duel *d, demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    double bias = 0;
    for (unsigned f = 0; status == DEMARCHE_OK && f < d->plan->folds; f++) {
        status = fight(&bias, d, t->c, f, err);
        decide(t, d, bias, f);
    }
    if (status == DEMARCHE_OK)
        status = fight(&bias, d, t->c, d->plan->folds, err);
    keep(t, d, bias);
    return status;
}

static demarche_status run_pair(dm_trial *trials, size_t count, duel *d,
                                demarche_error *err)
{
    const demarche_train_options *options = d->plan->options;
    demarche_status status = open_duel(d, err);
    for (size_t i = 0; status == DEMARCHE_OK && i < count; i++) {
        double done = (double)(d->pair * count + i);
        if (options->progress != NULL)
            options->progress(options->payload, "training",
                              done / (double)(d->bench->pair_count * count));
        status = try_c(&trials[i], d, err);
    }
    clear_duel(d);
    return status;
}

demarche_status dm_trials_run(dm_trial *trials, size_t count,
                              const dm_bench *bench, const dm_trial_plan *plan,
                              demarche_error *err)
{
    size_t pair = 0;
    demarche_status status =
        allocate(trials, count, bench) ? DEMARCHE_OK : dm_no_memory(err);
    for (uint32_t a = 0; a < bench->label_count; a++) {
        for (uint32_t b = a + 1; b < bench->label_count; b++, pair++) {
            duel d = {
                .bench = bench, .plan = plan, .pair = pair, .labels = { a, b }
            };
            if (status == DEMARCHE_OK)
                status = run_pair(trials, count, &d, err);
        }
    }
    return status;
}
