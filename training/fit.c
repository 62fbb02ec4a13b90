/* fit.c - see fit.h. */
#include "fit.h"

#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "card.h"
#include "format.h"
#include "metrics.h"
#include "solver.h"
#include "spaces.h"
#include "split.h"
#include "trial.h"

enum { DRAWN_ROWS = 10000 }; // of many, to find C and profile

typedef struct fitting {
    const dm_bench *bench;
    const demarche_train_options *options;
    unsigned folds;
    unsigned held;    // how many of them are held out in their turn
    uint8_t *fold_of; // [rows]
    uint32_t *gold;   // [held_rows], labels of rows in such folds
    size_t held_rows;
    dm_trial trials[DM_SOLVER_GRID];
    size_t count; // of trials
    const dm_trial *best;
    dm_calibration calibration; // of the best
    double macro_f1;            // of the best, held out
} fitting;

/* Macro-F1 of held-out rows by the label that the calibration shows. */
static double score(const fitting *f, const dm_calibration *calibration,
                    const double *decisions)
{
    const dm_bench *bench = f->bench;
    size_t confusion[DEMARCHE_LABELS_MAX][DEMARCHE_LABELS_MAX] = { { 0 } };
    double z[DEMARCHE_LABELS_MAX];
    for (size_t i = 0; i < f->held_rows; i++) {
        dm_calibration_apply(z, calibration, decisions + i * bench->pair_count);
        confusion[f->gold[i]][dm_largest(z, bench->label_count)]++;
    }
    return dm_macro_f1(confusion, bench->label_count);
}

static demarche_status deal(fitting *f, demarche_error *err)
{
    const dm_bench *bench = f->bench;
    size_t groups = bench->dataset->docs.count;
    size_t docs = dm_group_count(bench->docs, bench->count, groups);
    if (docs == SIZE_MAX)
        return dm_no_memory(err);
    if (docs < 2)
        return dm_fail(err, DEMARCHE_NOT_ENOUGH_DATA, 0,
                       "all rows belong to one document: none can be held "
                       "out to choose C and to calibrate");
    f->folds = docs < f->options->folds ? (unsigned)docs : f->options->folds;
    if (f->held > f->folds)
        f->held = f->folds;
    f->fold_of = calloc(bench->count + 1, 1);
    f->gold = calloc(bench->count + 1, sizeof *f->gold);
    if (f->fold_of == NULL || f->gold == NULL)
        return dm_no_memory(err);
    return dm_split(f->fold_of, bench->docs, bench->count, groups, f->folds,
                    f->options->seed, err);
}

/* Rare labels count more, by the square root of their rarity: between what is
 * likeliest row by row and what finds every label equally well. What is held
 * out tells how rare: other rows may have been chosen by their labels. By
 * cross-validation it gains macro-F1 and costs no calibration. */
static void weigh_labels(double weights[], const fitting *f)
{
    size_t labels = f->bench->label_count;
    size_t sizes[DEMARCHE_LABELS_MAX] = { 0 };
    for (size_t i = 0; i < f->held_rows; i++)
        sizes[f->gold[i]]++;
    for (size_t k = 0; k < labels; k++)
        weights[k] = sqrt((double)(f->held_rows + labels) /
                          ((double)labels * (double)(sizes[k] + 1)));
}

static demarche_status choose(fitting *f, demarche_error *err)
{
    const dm_bench *bench = f->bench;
    double weights[DEMARCHE_LABELS_MAX];
    weigh_labels(weights, f);
    for (size_t i = 0; i < f->count; i++) {
        dm_calibration calibration;
        const dm_trial *t = &f->trials[i];
        demarche_status status =
            dm_calibration_fit(&calibration, bench->label_count, t->decisions,
                               f->gold, f->held_rows, weights, err);
        if (status != DEMARCHE_OK)
            return status;
        double macro_f1 = score(f, &calibration, t->decisions);
        if (f->best != NULL && macro_f1 <= f->macro_f1)
            continue;
        f->best = t;
        f->macro_f1 = macro_f1;
        f->calibration = calibration;
    }
    return DEMARCHE_OK;
}

/* Bring what was held out to the front of all decisions, with its labels. */
static demarche_status gather_held(fitting *f, demarche_error *err)
{
    const dm_bench *bench = f->bench;
    size_t pairs = bench->pair_count;
    for (size_t i = 0; i < bench->count; i++) {
        if (f->fold_of[i] >= f->held ||
            bench->dataset->rows[bench->rows[i]].also)
            continue;
        for (size_t t = 0; t < f->count; t++) {
            double *decisions = f->trials[t].decisions;
            memmove(decisions + f->held_rows * pairs, decisions + i * pairs,
                    pairs * sizeof *decisions);
        }
        f->gold[f->held_rows++] = bench->gold[i];
    }
    return f->held_rows > 0
               ? DEMARCHE_OK
               : dm_fail(err, DEMARCHE_NOT_ENOUGH_DATA, 0,
                         "no rows to choose C and to calibrate by but those "
                         "that are only learned from");
}

static demarche_status search(fitting *f, demarche_error *err)
{
    const double *grid = dm_solver_grid(f->options->solver);
    f->count = f->options->c > 0 ? 1 : DM_SOLVER_GRID;
    for (size_t i = 0; i < f->count; i++)
        f->trials[i].c = f->options->c > 0 ? f->options->c : grid[i];
    dm_trial_plan plan = { f->fold_of, f->held, f->options->solver,
                           f->options };
    demarche_status status =
        dm_trials_run(f->trials, f->count, f->bench, &plan, err);
    if (status != DEMARCHE_OK)
        return status;
    status = gather_held(f, err);
    return status == DEMARCHE_OK ? choose(f, err) : status;
}

static demarche_status assemble(demarche_model **out, const fitting *f,
                                dm_span card, demarche_error *err)
{
    const dm_bench *bench = f->bench;
    dm_abstain abstain;
    dm_model_parts parts = {
        .task = bench->dataset->task,
        .label_count = bench->label_count,
        .labels = bench->labels,
        .fields = bench->dataset->fields,
        .words = dm_dataset_words(bench->dataset),
        .grams = bench->selection.grams,
        .order = bench->selection.order,
        .gram_count = bench->selection.count,
        .rarity = bench->selection.rarity,
        .spaces = bench->selection.weights,
        .weights = f->best->weights,
        .biases = f->best->biases,
        .calibration = &f->calibration,
        .abstain = &abstain,
        .card = card,
    };
    demarche_status status =
        dm_abstain_fit(&abstain, &f->calibration, f->best->decisions, f->gold,
                       f->held_rows, f->options->accuracy, err);
    char *bytes = NULL;
    size_t len = 0;
    if (status == DEMARCHE_OK)
        status = dm_model_assemble(&bytes, &len, &parts, err);
    return status == DEMARCHE_OK ? dm_model_adopt(out, bytes, len, err)
                                 : status;
}

static demarche_status conclude(demarche_model **out, const fitting *f,
                                demarche_error *err)
{
    dm_buf card;
    dm_buf_init(&card);
    dm_card_write(&card, f->bench, f->options, f->folds, f->best->c,
                  f->macro_f1);
    demarche_status status = dm_buf_failed(&card)
                                 ? dm_no_memory(err)
                                 : assemble(out, f, dm_buf_span(&card), err);
    dm_buf_clear(&card);
    return status;
}

/* A model with one profile of weights, and how well it does held out. */
typedef struct candidate {
    demarche_model *model;
    double c, macro_f1;
    size_t profile;
} candidate;

static demarche_status fit_profile(candidate *out,
                                   const demarche_dataset *dataset,
                                   const uint32_t *rows, size_t count,
                                   const demarche_train_options *options,
                                   size_t profile, bool many,
                                   demarche_error *err)
{
    dm_bench bench;
    float weights[DM_SPACE_COUNT];
    *out = (candidate){ .profile = profile };
    demarche_status status =
        dm_spaces_weigh(weights, profile, options->without, err);
    if (status == DEMARCHE_OK)
        status = dm_bench_make(&bench, dataset, rows, count, options->min_df,
                               weights, err);
    if (status != DEMARCHE_OK)
        return status;
    fitting f = { .bench = &bench,
                  .options = options,
                  .held = many ? 1 : options->folds };
    status = deal(&f, err);
    if (status == DEMARCHE_OK)
        status = search(&f, err);
    if (status == DEMARCHE_OK)
        status = conclude(&out->model, &f, err);
    if (status == DEMARCHE_OK) {
        out->c = f.best->c;
        out->macro_f1 = f.macro_f1;
    }
    dm_trials_clear(f.trials, f.count);
    free(f.fold_of);
    free(f.gold);
    dm_bench_clear(&bench);
    return status;
}

/* Progress of the whole from that of one part of it. */
typedef struct relay {
    const demarche_train_options *options;
    double begin, part;
} relay;

static void pass_on(void *payload, const char *stage, double share)
{
    const relay *r = payload;
    r->options->progress(r->options->payload, stage,
                         r->begin + share * r->part);
}

/* Options for a part of the work. */
static demarche_train_options pass_to(relay *r)
{
    demarche_train_options inner = *r->options;
    if (inner.progress != NULL) {
        inner.progress = pass_on;
        inner.payload = r;
    }
    return inner;
}

/* The best of all profiles. */
static demarche_status fit_best(candidate *out, const demarche_dataset *dataset,
                                const uint32_t *rows, size_t count,
                                const demarche_train_options *options,
                                demarche_error *err)
{
    candidate best = { .macro_f1 = -1 };
    size_t profiles =
        dataset->fields.given == NULL && dataset->fields.mark == NULL
            ? DM_PROFILE_COUNT
            : DM_PROFILE_ALL;
    demarche_status status = DEMARCHE_OK;
    for (size_t p = 0; status == DEMARCHE_OK && p < profiles; p++) {
        relay r = { options, (double)p / (double)profiles,
                    1.0 / (double)profiles };
        demarche_train_options inner = pass_to(&r);
        candidate tried;
        status =
            fit_profile(&tried, dataset, rows, count, &inner, p, false, err);
        bool better = status == DEMARCHE_OK && tried.macro_f1 > best.macro_f1;
        demarche_model_free(better ? best.model : tried.model);
        if (better)
            best = tried;
    }
    if (status != DEMARCHE_OK) {
        demarche_model_free(best.model);
        best.model = NULL;
    }
    *out = best;
    return status;
}

/* The rows of some documents, drawn by their names' numbers: about DRAWN_ROWS
 * of them. */
static size_t draw(uint32_t *out, const demarche_dataset *dataset,
                   const uint32_t *rows, size_t count, uint64_t seed)
{
    size_t drawn = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t state = seed + dataset->rows[rows[i]].doc;
        if (dm_random_below(&state, count) < DRAWN_ROWS)
            out[drawn++] = rows[i];
    }
    return drawn;
}

/* Of many rows, a sample tells C and profile nearly as well as all, and one
 * fold is enough to calibrate by. A sample without its labels or with one
 * document does not do. */
static demarche_status fit_many(candidate *out, const demarche_dataset *dataset,
                                const uint32_t *rows, size_t count,
                                const demarche_train_options *options,
                                demarche_error *err)
{
    relay half[] = { { options, 0, 0.5 }, { options, 0.5, 0.5 } };
    demarche_train_options inner = pass_to(&half[0]);
    candidate found;
    uint32_t *drawn = calloc(count + 1, sizeof *drawn);
    if (drawn == NULL)
        return dm_no_memory(err);
    size_t kept = draw(drawn, dataset, rows, count, options->seed);
    demarche_status status =
        fit_best(&found, dataset, drawn, kept, &inner, err);
    free(drawn);
    if (status == DEMARCHE_NOT_ENOUGH_DATA)
        return fit_best(out, dataset, rows, count, options, err);
    demarche_model_free(found.model);
    if (status != DEMARCHE_OK)
        return status;
    inner = pass_to(&half[1]);
    inner.c = found.c;
    return fit_profile(out, dataset, rows, count, &inner, found.profile, true,
                       err);
}

demarche_status dm_fit(demarche_model **out, double *c,
                       const demarche_dataset *dataset, const uint32_t *rows,
                       size_t count, const demarche_train_options *options,
                       demarche_error *err)
{
    demarche_train_options chosen = *options;
    candidate best = { .c = 0 };
    chosen.solver = dm_solver_choose(options->solver, count);
    demarche_status status =
        count > DM_SOLVER_ROWS
            ? fit_many(&best, dataset, rows, count, &chosen, err)
            : fit_best(&best, dataset, rows, count, &chosen, err);
    *out = status == DEMARCHE_OK ? best.model : NULL;
    *c = best.c;
    return status;
}
