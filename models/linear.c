/* linear.c - see dm_linear.h; the one file that includes <linear.h>.
 *
 * What it absorbs of LIBLINEAR: the dual solvers and its own folds draw from
 * rand(), so neither is used; progress would go to stdout, so the hook is
 * silenced; its functions have plain names such as `train`, which nothing here
 * may define; and numbers of columns are int.
 */
#include "dm_linear.h"

#include <limits.h>
#include <linear.h>
#include <stdlib.h>

struct dm_linear {
    size_t count, columns;
    struct feature_node *nodes;
    struct feature_node **heads; // [count], where each row's nodes begin
};

static const double bias_value = 1;

static void quiet(const char *text)
{
    (void)text;
}

/* Each row: its entries, the bias, the end. */
static bool fill_nodes(dm_linear *linear, const dm_vector *rows)
{
    enum { EXTRA = 2 };
    size_t entries = 0, bytes;
    for (size_t i = 0; i < linear->count; i++)
        entries += rows[i].count + EXTRA;
    if (!dm_multiply(entries + 1, sizeof *linear->nodes, &bytes) ||
        (linear->nodes = malloc(bytes)) == NULL)
        return false;
    struct feature_node *node = linear->nodes;
    for (size_t i = 0; i < linear->count; i++) {
        const dm_vector *row = &rows[i];
        linear->heads[i] = node;
        for (size_t k = 0; k < row->count; k++)
            *node++ =
                (struct feature_node){ (int)row->ids[k] + 1, row->values[k] };
        *node++ = (struct feature_node){ (int)linear->columns + 1, bias_value };
        *node++ = (struct feature_node){ -1, 0 };
    }
    return true;
}

demarche_status dm_linear_new(dm_linear **out, const dm_vector *rows,
                              size_t count, size_t columns, demarche_error *err)
{
    *out = NULL;
    if (count > INT_MAX / 2 || columns > INT_MAX / 2)
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "too many rows or n-grams for LIBLINEAR");
    dm_linear *linear = calloc(1, sizeof *linear);
    if (linear == NULL)
        return dm_no_memory(err);
    *linear = (dm_linear){ .count = count, .columns = columns };
    set_print_string_function(quiet);
    linear->heads = calloc(count + 1, sizeof(struct feature_node *));
    if (linear->heads == NULL || !fill_nodes(linear, rows)) {
        dm_linear_free(linear);
        return dm_no_memory(err);
    }
    *out = linear;
    return DEMARCHE_OK;
}

void dm_linear_free(dm_linear *linear)
{
    if (linear == NULL)
        return;
    free(linear->nodes);
    free(linear->heads);
    free(linear);
}

/* Labels are +1 and -1: LIBLINEAR then takes +1 as the positive class,
 * whichever comes first, and has one weight a column. */
static void solve(double *weights, double *bias, const dm_linear *linear,
                  const dm_svm_task *task, double *start, double *y,
                  struct feature_node **x)
{
    if (task->warm) {
        memcpy(start, weights, linear->columns * sizeof *start);
        start[linear->columns] = *bias / bias_value;
    }
    for (size_t i = 0; i < task->count; i++) {
        y[i] = task->signs[i];
        x[i] = linear->heads[task->rows[i]];
    }
    int names[] = { 1, -1 };
    double prices[] = { task->c_positive, task->c_negative };
    struct problem problem = { .l = (int)task->count,
                               .n = (int)linear->columns + 1,
                               .y = y,
                               .x = x,
                               .bias = bias_value };
    struct parameter param = { .solver_type = L2R_L2LOSS_SVC,
                               .eps = task->tolerance,
                               .C = 1,
                               .nr_weight = 2,
                               .weight_label = names,
                               .weight = prices,
                               .init_sol = task->warm ? start : NULL };
    struct model *model = train(&problem, &param);
    memcpy(weights, model->w, linear->columns * sizeof *weights);
    *bias = model->w[linear->columns] * bias_value;
    for (size_t i = 0; task->own != NULL && i < task->count; i++)
        predict_values(model, x[i], &task->own[i]);
    free_and_destroy_model(&model);
}

demarche_status dm_linear_train(double *weights, double *bias,
                                const dm_linear *linear,
                                const dm_svm_task *task, demarche_error *err)
{
    double *start = calloc(linear->columns + 1, sizeof *start);
    double *y = calloc(task->count + 1, sizeof *y);
    struct feature_node **x =
        calloc(task->count + 1, sizeof(struct feature_node *));
    bool good = start != NULL && y != NULL && x != NULL;
    if (good)
        solve(weights, bias, linear, task, start, y, x);
    free(start);
    free(y);
    free(x);
    return good ? DEMARCHE_OK : dm_no_memory(err);
}
