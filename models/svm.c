/* svm.c - see dm_svm.h; the one file that includes <svm.h>.
 *
 * What it absorbs of libsvm: a trained model points into the problem's nodes,
 * so both live and die in dm_svm_train; progress would go to stdout, so the
 * hook is silenced; libsvm's own files, folds and probabilities (locale,
 * strtok, rand) are not used at all.
 *
 * With kernel PRECOMPUTED, libsvm reads the product of rows i and j as
 * x[i][(int)x[j][0].value].value. Nothing demands that a problem names all
 * rows, so one table of nodes over all rows serves every subset of them.
 */
#include "dm_svm.h"

#include <stdlib.h>
#include <svm.h>
#include <sys/mman.h>

struct dm_svm {
    const dm_vector *rows; // [count]
    size_t count, columns;
    struct svm_node *nodes;  // the table [count][count + 1], or sparse rows
    struct svm_node **heads; // [count], where each row's nodes begin
    bool table;
};

/* The rows of every column, up to the one that is being multiplied. */
typedef struct postings {
    size_t *begins, *ends; // [columns + 1]
    uint32_t *rows;
    double *values;
} postings;

static void quiet(const char *text)
{
    (void)text;
}

static void clear_postings(postings *p)
{
    free(p->begins);
    free(p->ends);
    free(p->rows);
    free(p->values);
}

static size_t count_entries(const dm_vector *rows, size_t count)
{
    size_t entries = 0;
    for (size_t i = 0; i < count; i++)
        entries += rows[i].count;
    return entries;
}

static bool make_postings(postings *p, const dm_vector *rows, size_t count,
                          size_t columns)
{
    size_t entries = count_entries(rows, count);
    p->begins = calloc(columns + 1, sizeof *p->begins);
    p->ends = calloc(columns + 1, sizeof *p->ends);
    p->rows = malloc((entries + 1) * sizeof *p->rows);
    p->values = malloc((entries + 1) * sizeof *p->values);
    if (p->begins == NULL || p->ends == NULL || p->rows == NULL ||
        p->values == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < rows[i].count; k++)
            p->begins[rows[i].ids[k] + 1]++;
    for (size_t c = 0; c < columns; c++)
        p->begins[c + 1] += p->begins[c];
    memcpy(p->ends, p->begins, (columns + 1) * sizeof *p->ends);
    return true;
}

/* products[j] of row i with every row j <= i; row i joins the postings. */
static void multiply_row(double *products, postings *p, const dm_vector *row,
                         size_t i)
{
    memset(products, 0, (i + 1) * sizeof *products);
    for (size_t k = 0; k < row->count; k++) {
        size_t column = row->ids[k], end = p->ends[column]++;
        double value = row->values[k];
        p->rows[end] = (uint32_t)i;
        p->values[end] = value;
        const double *values = p->values + p->begins[column];
        const uint32_t *rows = p->rows + p->begins[column];
        size_t held = end + 1 - p->begins[column];
        if (held == i + 1) // every row so far, as with the meaning's columns
            for (size_t j = 0; j <= i; j++)
                products[j] += value * values[j];
        else
            for (size_t at = 0; at < held; at++)
                products[rows[at]] += value * values[at];
    }
}

/* The upper triangle from the lower, by tiles that a cache holds. */
static void mirror(struct svm_node **heads, size_t count)
{
    enum { TILE = 32 };
    for (size_t row = 0; row < count; row += TILE)
        for (size_t column = 0; column <= row; column += TILE)
            for (size_t i = row; i < row + TILE && i < count; i++)
                for (size_t j = column; j < column + TILE && j < i; j++)
                    heads[j][i + 1].value = heads[i][j + 1].value;
}

static void fill_table(dm_svm *svm, postings *p, double *products)
{
    for (size_t i = 0; i < svm->count; i++) {
        multiply_row(products, p, &svm->rows[i], i);
        svm->heads[i] = svm->nodes + i * (svm->count + 1);
        svm->heads[i][0] = (struct svm_node){ 0, (double)(i + 1) };
        for (size_t j = 0; j <= i; j++)
            svm->heads[i][j + 1].value = products[j];
    }
    mirror(svm->heads, svm->count);
}

/* libsvm looks at one entry here, one there, each on a page of its own: large
 * pages make training quicker. A hint to the system, and no more. */
static void ask_large_pages(void *table, size_t bytes)
{
#ifdef MADV_HUGEPAGE
    enum { PAGE = 1 << 21 };
    size_t skip = (PAGE - (uintptr_t)table % PAGE) % PAGE;
    if (bytes > skip + PAGE)
        madvise((char *)table + skip, (bytes - skip) / PAGE * PAGE,
                MADV_HUGEPAGE);
#else
    (void)table, (void)bytes;
#endif
}

/* False where memory does not suffice; the caller then does without. */
static bool make_table(dm_svm *svm)
{
    size_t entries, bytes;
    postings p = { 0 };
    double *products = malloc((svm->count + 1) * sizeof *products);
    bool good = products != NULL &&
                dm_multiply(svm->count, svm->count + 1, &entries) &&
                dm_multiply(entries, sizeof *svm->nodes, &bytes) &&
                (svm->nodes = malloc(bytes)) != NULL &&
                make_postings(&p, svm->rows, svm->count, svm->columns);
    if (good) {
        ask_large_pages(svm->nodes, bytes);
        fill_table(svm, &p, products);
        svm->table = true;
    } else {
        free(svm->nodes);
        svm->nodes = NULL;
    }
    clear_postings(&p);
    free(products);
    return good;
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
                           size_t columns, bool table, demarche_error *err)
{
    *out = NULL;
    dm_svm *svm = calloc(1, sizeof *svm);
    if (svm == NULL)
        return dm_no_memory(err);
    *svm = (dm_svm){ .rows = rows, .count = count, .columns = columns };
    svm->heads = calloc(count + 1, sizeof(struct svm_node *));
    if (svm->heads == NULL ||
        (!(table && count <= DM_SVM_TABLE_ROWS && make_table(svm)) &&
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
    free(svm->nodes);
    free(svm->heads);
    free(svm);
}

/* Room for all the kernel's columns, within reason, in megabytes. */
static double cache_size(size_t count)
{
    double full = (double)count * (double)count * sizeof(float) / 1048576 + 1;
    return full < 600 ? full : 600;
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
        .cache_size = cache_size(task->count),
        .eps = task->tolerance,
        .C = 1,
        .nr_weight = 2,
        .weight_label = names,
        .weight = prices,
        .shrinking = 1,
    };
    svm_set_print_string_function(quiet);
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
