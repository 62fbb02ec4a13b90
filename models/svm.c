/* svm.c - see dm_svm.h; the one file that includes <svm.h>.
 *
 * What it absorbs of libsvm: a trained model points into the problem's nodes,
 * so both live and die in dm_svm_train; progress would go to stdout, so the
 * hook is silenced; libsvm's own files, folds and probabilities (locale,
 * strtok, rand) are not used at all.
 *
 * With kernel PRECOMPUTED, libsvm reads the product of rows i and j as
 * x[i][(int)x[j][0].value].value. Nothing demands that a problem names all
 * rows, so one table over all rows serves every subset of them, and since it is
 * only read, several trainings at a time.
 *
 * Shrinking is off: libsvm's would put every row of its cache in another order
 * each time a variable is set aside, which costs more than the passes over all
 * variables that it saves.
 */
#include "dm_svm.h"

#include <stdlib.h>
#include <svm.h>

#include "products.h"

_Static_assert(sizeof(struct svm_node) == 2 * sizeof(double) &&
                   offsetof(struct svm_node, value) == sizeof(double),
               "a table of products is laid out for these nodes");

struct dm_svm {
    const dm_vector *rows; // [count]
    size_t count, columns;
    unsigned threads;        // that may train at a time
    dm_products products;    // the table
    struct svm_node *nodes;  // or, without one, sparse rows
    struct svm_node **heads; // [count], where each row's nodes begin
    bool table;
};

static void quiet(const char *text)
{
    (void)text;
}

static size_t count_entries(const dm_vector *rows, size_t count)
{
    size_t entries = 0;
    for (size_t i = 0; i < count; i++)
        entries += rows[i].count;
    return entries;
}

/* False where memory does not suffice; the caller then does without. */
static bool make_table(dm_svm *svm, unsigned threads)
{
    if (dm_products_make(&svm->products, svm->rows, svm->count, svm->columns,
                         threads, NULL) != DEMARCHE_OK)
        return false;
    for (size_t i = 0; i < svm->count; i++) {
        double *row = dm_products_row(&svm->products, i);
        row[1] = (double)(i + 1);
        svm->heads[i] = (struct svm_node *)row;
    }
    svm->table = true;
    return true;
}

static bool make_sparse(dm_svm *svm)
{
    size_t entries = count_entries(svm->rows, svm->count) + svm->count, bytes;
    if (!dm_multiply(entries, sizeof *svm->nodes, &bytes) ||
        (svm->nodes = malloc(bytes)) == NULL)
        return false;
    struct svm_node *node = svm->nodes;
    for (size_t i = 0; i < svm->count; i++) {
        const dm_vector *row = &svm->rows[i];
        svm->heads[i] = node;
        for (size_t k = 0; k < row->count; k++)
            *node++ = (struct svm_node){ (int)row->ids[k] + 1, row->values[k] };
        *node++ = (struct svm_node){ -1, 0 };
    }
    return true;
}

demarche_status dm_svm_new(dm_svm **out, const dm_vector *rows, size_t count,
                           size_t columns, bool table, unsigned threads,
                           demarche_error *err)
{
    *out = NULL;
    dm_svm *svm = calloc(1, sizeof *svm);
    if (svm == NULL)
        return dm_no_memory(err);
    *svm = (dm_svm){
        .rows = rows, .count = count, .columns = columns, .threads = threads
    };
    svm_set_print_string_function(quiet);
    svm->heads = calloc(count + 1, sizeof(struct svm_node *));
    if (svm->heads == NULL ||
        (!(table && count <= DM_SVM_TABLE_ROWS && make_table(svm, threads)) &&
         !make_sparse(svm))) {
        dm_svm_free(svm);
        return dm_no_memory(err);
    }
    *out = svm;
    return DEMARCHE_OK;
}

void dm_svm_free(dm_svm *svm)
{
    if (svm == NULL)
        return;
    dm_products_clear(&svm->products);
    free(svm->nodes);
    free(svm->heads);
    free(svm);
}

/* Room for all the kernel's columns, within reason, in megabytes. What does
 * not fit is read anew, with the same result. */
static double cache_size(size_t count, unsigned threads)
{
    const double most = 1200.0 / (threads < 2 ? 2 : threads);
    double full = (double)count * (double)count * sizeof(float) / 1048576 + 1;
    return full < most ? full : most;
}

static void fold_weights(double *weights, double *bias, const dm_svm *svm,
                         const dm_svm_task *task, const struct svm_model *model)
{
    memset(weights, 0, svm->columns * sizeof *weights);
    for (int i = 0; i < model->l; i++) {
        size_t at = (size_t)model->sv_indices[i] - 1;
        dm_vector_add_to(weights, &svm->rows[task->rows[at]],
                         model->sv_coef[0][i]);
    }
    *bias = -model->rho[0];
}

/* Labels are +1 and -1: libsvm then takes +1 as the positive class, whichever
 * comes first. */
static void train(double *weights, double *bias, const dm_svm *svm,
                  const dm_svm_task *task, double *y, struct svm_node **x)
{
    for (size_t i = 0; i < task->count; i++) {
        y[i] = task->signs[i];
        x[i] = svm->heads[task->rows[i]];
    }
    int names[] = { 1, -1 };
    double prices[] = { task->c_positive, task->c_negative };
    struct svm_problem problem = { (int)task->count, y, x };
    struct svm_parameter param = {
        .svm_type = C_SVC,
        .kernel_type = svm->table ? PRECOMPUTED : LINEAR,
        .cache_size = cache_size(task->count, svm->threads),
        .eps = task->tolerance,
        .C = 1,
        .nr_weight = 2,
        .weight_label = names,
        .weight = prices,
        .shrinking = 0,
    };
    struct svm_model *model = svm_train(&problem, &param);
    fold_weights(weights, bias, svm, task, model);
    for (size_t i = 0; task->own != NULL && i < task->count; i++)
        svm_predict_values(model, x[i], &task->own[i]);
    svm_free_and_destroy_model(&model);
}

demarche_status dm_svm_train(double *weights, double *bias, const dm_svm *svm,
                             const dm_svm_task *task, demarche_error *err)
{
    double *y = calloc(task->count + 1, sizeof *y);
    struct svm_node **x = calloc(task->count + 1, sizeof(struct svm_node *));
    bool good = y != NULL && x != NULL;
    if (good)
        train(weights, bias, svm, task, y, x);
    free(y);
    free(x);
    return good ? DEMARCHE_OK : dm_no_memory(err);
}
