/* test_crew.c - many threads do what one does, and so does training. */
#include "base/crew.h"
#include "dataset.h"
#include "format.h"
#include "products.h"
#include "suite.h"

enum { JOBS = 500 };

typedef struct tally {
    int done[JOBS]; // how often each job was done
    unsigned char failing[JOBS];
    int busy[DM_CREW_MAX]; // jobs of each worker at this moment
    int overlaps[DM_CREW_MAX];
} tally;

static demarche_status count_job(void *work, size_t number, unsigned worker,
                                 demarche_error *err)
{
    tally *t = work;
    if (t->busy[worker]++ != 0)
        t->overlaps[worker]++;
    t->done[number]++;
    t->busy[worker]--;
    return t->failing[number]
               ? dm_fail(err, DEMARCHE_BAD_INPUT, number, "job %zu", number)
               : DEMARCHE_OK;
}

static const unsigned sizes[] = { 1, 2, 3, DM_CREW_MAX };

START_TEST(every_job_is_done_once_and_no_worker_does_two_at_a_time)
{
    tally t = { .done = { 0 } };
    ck_assert_int_eq(dm_crew_run(count_job, &t, JOBS, sizes[_i], NULL), 0);
    for (size_t i = 0; i < JOBS; i++)
        ck_assert_int_eq(t.done[i], 1);
    for (size_t w = 0; w < DM_CREW_MAX; w++)
        ck_assert_int_eq(t.overlaps[w], 0);
}
END_TEST

START_TEST(the_first_of_the_failures_is_told_whoever_met_it)
{
    tally t = { .failing = { [57] = 1, [58] = 1, [200] = 1 } };
    demarche_error err;
    ck_assert_int_eq(dm_crew_run(count_job, &t, JOBS, sizes[_i], &err),
                     DEMARCHE_BAD_INPUT);
    ck_assert_str_eq(err.message, "job 57");
    for (size_t i = 0; i <= 57; i++)
        ck_assert_int_eq(t.done[i], 1);
    ck_assert_int_eq(t.done[JOBS - 1], 0);
}
END_TEST

START_TEST(no_job_is_no_work)
{
    ck_assert_int_eq(dm_crew_run(count_job, NULL, 0, sizes[_i], NULL), 0);
}
END_TEST

START_TEST(a_size_is_one_at_least_and_bounded)
{
    ck_assert_uint_ge(dm_crew_size(0), 1);
    ck_assert_uint_eq(dm_crew_size(3), 3);
    ck_assert_uint_eq(dm_crew_size(1000000), DM_CREW_MAX);
}
END_TEST

/* Rows of which the first columns are in all and others in few. */
enum { ROWS = 75, WIDE = 7, COLUMNS = 40, ENTRIES = WIDE + 3 };

typedef struct matrix {
    uint32_t ids[ROWS][ENTRIES];
    double values[ROWS][ENTRIES];
    dm_vector rows[ROWS];
} matrix;

static void fill_matrix(matrix *m)
{
    for (uint32_t i = 0; i < ROWS; i++) {
        for (uint32_t k = 0; k < ENTRIES; k++) {
            bool wide = k < WIDE;
            m->ids[i][k] = wide ? k : WIDE + (k - WIDE) * 11 + i * k % 11;
            m->values[i][k] = (double)(i * 7 + k * 3) / 64 - 1;
        }
        m->rows[i] = (dm_vector){ m->ids[i], m->values[i], ENTRIES };
    }
}

static double product(const dm_vector *a, const dm_vector *b)
{
    double row[COLUMNS] = { 0 };
    dm_vector_add_to(row, b, 1);
    return dm_vector_dot(a, row);
}

/* All values are multiples of 1/64, so that every order of a sum is exact. */
START_TEST(a_table_holds_the_product_of_each_row_with_each)
{
    matrix m;
    dm_products table;
    size_t count = _i < 2 ? (size_t)_i : ROWS - (size_t)_i;
    fill_matrix(&m);
    ck_assert_int_eq(
        dm_products_make(&table, m.rows, count, COLUMNS, sizes[_i], NULL), 0);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            ck_assert_double_eq(*dm_products_at(&table, i, j),
                                product(&m.rows[i], &m.rows[j]));
    dm_products_clear(&table);
}
END_TEST

static void add_row(demarche_dataset *dataset, int d, const char *label,
                    const char *words)
{
    char text[80], doc[16];
    snprintf(text, sizeof text, "%s of year %d again", words, d);
    snprintf(doc, sizeof doc, "doc%d", d);
    dm_view view = { .content = dm_span_of(text) };
    ck_assert_int_eq(dm_dataset_add_view(dataset, &view, dm_span_of(label),
                                         dm_span_of(doc), NULL),
                     0);
    dm_arena_reset(&dataset->scratch);
}

static demarche_dataset *make_dataset(void)
{
    demarche_dataset *dataset;
    ck_assert_int_eq(dm_dataset_new(&dataset, "mood", NULL, NULL), 0);
    for (int d = 0; d < 24; d++) {
        add_row(dataset, d, "warm", "we welcome the good talks");
        add_row(dataset, d, "cold", "we condemn the bad talks");
        add_row(dataset, d, d % 4 == 0 ? "warm" : "plain", "there were talks");
    }
    return dataset;
}

START_TEST(training_gives_the_same_bytes_for_any_number_of_threads)
{
    demarche_dataset *dataset = make_dataset();
    demarche_train_options options;
    demarche_model *models[COUNT_OF(sizes)];
    demarche_train_options_init(&options);
    options.solver =
        _i == 0 ? DEMARCHE_SOLVER_LIBSVM : DEMARCHE_SOLVER_LIBLINEAR;
    options.folds = 3;
    for (int s = 0; s < COUNT_OF(sizes); s++) {
        options.threads = sizes[s];
        ck_assert_int_eq(demarche_train(&models[s], dataset, &options, NULL),
                         0);
        ck_assert_uint_eq(models[s]->len, models[0]->len);
        ck_assert_mem_eq(models[s]->image, models[0]->image, models[0]->len);
    }
    for (int s = 0; s < COUNT_OF(sizes); s++)
        demarche_model_free(models[s]);
    demarche_dataset_free(dataset);
}
END_TEST

static void add(TCase *tc)
{
    int ways = COUNT_OF(sizes);
    tcase_add_loop_test(
        tc, every_job_is_done_once_and_no_worker_does_two_at_a_time, 0, ways);
    tcase_add_loop_test(tc, the_first_of_the_failures_is_told_whoever_met_it, 0,
                        ways);
    tcase_add_loop_test(tc, no_job_is_no_work, 0, ways);
    tcase_add_test(tc, a_size_is_one_at_least_and_bounded);
    tcase_add_loop_test(tc, a_table_holds_the_product_of_each_row_with_each, 0,
                        ways);
    tcase_add_loop_test(
        tc, training_gives_the_same_bytes_for_any_number_of_threads, 0, 2);
}

int main(void)
{
    return run_suite("crew", add);
}
