/* train.c - demarche_train and its options. */
#include <stdlib.h>

#include "fit.h"
#include "spaces.h"

enum { FOLDS_MAX = 20, MIN_DF_MAX = 1000000 };

void demarche_train_options_init(demarche_train_options *options)
{
    *options = (demarche_train_options){
        .c = 0,
        .folds = 5,
        .min_df = 3,
        .seed = 1,
        .accuracy = 0.85,
        .share = 1,
        .threads = 1,
    };
}

static demarche_status check(const demarche_train_options *options,
                             demarche_error *err)
{
    if (!(options->c == 0 || (options->c >= 1e-6 && options->c <= 1e6)))
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "c must be 0 (search) or lie between 1e-6 and 1e6");
    if (options->folds < 2 || options->folds > FOLDS_MAX)
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "folds must be 2 to %d, not %u", FOLDS_MAX,
                       options->folds);
    if (options->min_df < 1 || options->min_df > MIN_DF_MAX)
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "min_df must be 1 to %d, not %u", MIN_DF_MAX,
                       options->min_df);
    if ((unsigned)options->solver > DEMARCHE_SOLVER_LIBLINEAR)
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0, "no such solver");
    if (!(options->accuracy >= 0 && options->accuracy <= 1))
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "accuracy must lie between 0 and 1");
    if (!(options->share > 0 && options->share <= 1))
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "share must lie above 0, and be at most 1");
    float weights[DM_SPACE_COUNT];
    return dm_spaces_weigh(weights, 0, options->without, err);
}

demarche_status dm_train_options_read(demarche_train_options *out,
                                      const demarche_train_options *given,
                                      demarche_error *err)
{
    demarche_train_options_init(out);
    if (given != NULL)
        *out = *given;
    return check(out, err);
}

demarche_status demarche_train(demarche_model **out,
                               const demarche_dataset *dataset,
                               const demarche_train_options *given,
                               demarche_error *err)
{
    demarche_train_options options;
    double c;
    *out = NULL;
    demarche_status status = dm_train_options_read(&options, given, err);
    if (status != DEMARCHE_OK)
        return status;
    uint32_t *rows = calloc(dataset->count + 1, sizeof *rows);
    if (rows == NULL)
        return dm_no_memory(err);
    size_t count = 0;
    for (size_t i = 0; i < dataset->count; i++)
        if (dm_row_teaches(&dataset->rows[i], &options))
            rows[count++] = (uint32_t)i;
    status = dm_fit(out, &c, dataset, rows, count, &options, err);
    free(rows);
    return status;
}
