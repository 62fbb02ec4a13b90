/* trial.c - see trial.h. */
#include "trial.h"

#include <stdlib.h>

#include "base/crew.h"
#include "dm_linear.h"

/* When to stop: each library's own default, in its own units. */
static const double svm_tolerance = 1e-3, linear_tolerance = 1e-2;

enum { ALL = 256 }; // no fold has that number: none is left out

/* Room for one training. */
typedef struct ring {
    uint32_t *rows;  // [count]
    int8_t *signs;   // [count]
    double *weights; // [columns]
} ring;

/* The rows of two labels, and all trainings on them: for every trial one a fold
 * and one on all rows. */
typedef struct duel {
    const dm_bench *bench;
    const dm_trial_plan *plan;
    dm_trial *trials; // [trial_count]
    size_t trial_count;
    size_t pair;
    uint32_t labels[2];
    dm_vector *vectors; // [count]
    uint32_t *origins;  // [count], rows of the bench
    size_t count;
    dm_svm *svm; // one of the two
    dm_linear *linear;
    unsigned threads;
    ring rings[DM_CREW_MAX]; // [threads]
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
    for (unsigned i = 0; i < d->threads; i++) {
        free(d->rings[i].rows);
        free(d->rings[i].signs);
        free(d->rings[i].weights);
    }
}

static bool make_room(duel *d)
{
    size_t rows = d->bench->count + 1;
    size_t columns = d->bench->selection.columns + 1;
    d->vectors = calloc(rows, sizeof *d->vectors);
    d->origins = calloc(rows, sizeof *d->origins);
    bool good = d->vectors != NULL && d->origins != NULL;
    for (unsigned i = 0; good && i < d->threads; i++) {
        ring *r = &d->rings[i];
        r->rows = calloc(rows, sizeof *r->rows);
        r->signs = calloc(rows, sizeof *r->signs);
        r->weights = calloc(columns, sizeof *r->weights);
        good = r->rows != NULL && r->signs != NULL && r->weights != NULL;
    }
    return good;
}

static demarche_status open_duel(duel *d, demarche_error *err)
{
    const dm_bench *bench = d->bench;
    if (!make_room(d))
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
        status = dm_svm_new(&svm, d->vectors, d->count, columns, true,
                            d->threads, err);
    d->linear = linear;
    d->svm = svm;
    return status;
}

/* Train on all rows of the duel but those of `fold`; `*bias` and the ring's
 * weights receive the machine, zero where one side has no rows. `warm` if they
 * hold one of the same rows. */
static demarche_status fight(double *bias, const duel *d, ring *r, double c,
                             bool warm, unsigned fold, demarche_error *err)
{
    const dm_bench *bench = d->bench;
    size_t count = 0, sides[2] = { 0, 0 };
    for (size_t i = 0; i < d->count; i++) {
        uint32_t row = d->origins[i];
        if (d->plan->fold_of[row] == fold)
            continue;
        bool first = bench->gold[row] == d->labels[0];
        r->rows[count] = (uint32_t)i;
        r->signs[count++] = first ? 1 : -1;
        sides[!first]++;
    }
    if (!warm) {
        *bias = 0;
        memset(r->weights, 0, bench->selection.columns * sizeof *r->weights);
    }
    if (sides[0] == 0 || sides[1] == 0)
        return DEMARCHE_OK;
    dm_svm_task task = { .rows = r->rows,
                         .signs = r->signs,
                         .count = count,
                         .c_positive = c * bench->balance[d->labels[0]],
                         .c_negative = c * bench->balance[d->labels[1]],
                         .warm = warm,
                         .tolerance = d->linear == NULL ? svm_tolerance
                                                        : linear_tolerance };
    return d->linear == NULL
               ? dm_svm_train(r->weights, bias, d->svm, &task, err)
               : dm_linear_train(r->weights, bias, d->linear, &task, err);
}

/* Decision values of the rows of a fold, whatever their label. */
static void decide(dm_trial *t, const duel *d, const ring *r, double bias,
                   unsigned fold)
{
    const dm_bench *bench = d->bench;
    for (size_t i = 0; i < bench->count; i++)
        if (d->plan->fold_of[i] == fold)
            t->decisions[i * bench->pair_count + d->pair] =
                bias + dm_vector_dot(&bench->vectors[i], r->weights);
}

static void keep(dm_trial *t, const duel *d, const ring *r, double bias)
{
    size_t pairs = d->bench->pair_count;
    t->biases[d->pair] = bias;
    for (size_t c = 0; c < d->bench->selection.columns; c++)
        t->weights[c * pairs + d->pair] = (float)r->weights[c];
}

/* How many trials of a fold are one job: LIBLINEAR's follow each other. */
static size_t steps(const duel *d)
{
    return d->linear == NULL || d->trial_count == 0 ? 1 : d->trial_count;
}

static size_t count_jobs(const duel *d)
{
    return d->trial_count / steps(d) * (d->plan->held + 1);
}

static void tell(const duel *d, size_t number)
{
    const demarche_train_options *options = d->plan->options;
    size_t jobs = count_jobs(d);
    if (options->progress != NULL)
        options->progress(options->payload, "training",
                          (double)(d->pair * jobs + number) /
                              (double)(d->bench->pair_count * jobs));
}

/* Train trials [count], which lie in the order of C, without one fold. */
static demarche_status climb(const duel *d, dm_trial *trials, size_t count,
                             unsigned fold, ring *r, demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    double bias = 0;
    for (size_t i = 0; status == DEMARCHE_OK && i < count; i++) {
        status = fight(&bias, d, r, trials[i].c, i > 0, fold, err);
        if (fold == ALL)
            keep(&trials[i], d, r, bias);
        else
            decide(&trials[i], d, r, bias, fold);
    }
    return status;
}

/* The longest come first, so that all threads end together: on all rows, with
 * the largest C. Progress is told by the caller's own thread, as the callback
 * may expect. */
static demarche_status train(void *work, size_t number, unsigned worker,
                             demarche_error *err)
{
    duel *d = work;
    size_t each = d->plan->held + 1, step = steps(d);
    size_t first = d->trial_count - (number / each + 1) * step;
    unsigned fold = number % each == 0 ? ALL : (unsigned)(number % each) - 1;
    if (worker == 0)
        tell(d, number);
    return climb(d, d->trials + first, step, fold, &d->rings[worker], err);
}

static demarche_status run_pair(duel *d, demarche_error *err)
{
    demarche_status status = open_duel(d, err);
    if (status == DEMARCHE_OK)
        status = dm_crew_run(train, d, count_jobs(d), d->threads, err);
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
            duel d = { .bench = bench,
                       .plan = plan,
                       .trials = trials,
                       .trial_count = count,
                       .pair = pair,
                       .labels = { a, b },
                       .threads = dm_crew_size(plan->options->threads) };
            if (status == DEMARCHE_OK)
                status = run_pair(&d, err);
        }
    }
    return status;
}
