/* pending.c - stands in for models and training until they land; every symbol
 * is weak, so that the real one wins. */
#include "dataset.h"
#include "model.h"

#define WEAK __attribute__((weak))

static demarche_status missing(demarche_error *err)
{
    return dm_fail(err, DEMARCHE_BAD_MODEL, 0, "models are not built in yet");
}

WEAK void demarche_model_free(demarche_model *model)
{
    (void)model;
}

WEAK demarche_status demarche_model_shipped(demarche_model **out,
                                            const char *task,
                                            demarche_error *err)
{
    (void)task;
    *out = NULL;
    return missing(err);
}

WEAK demarche_status dm_dataset_new(demarche_dataset **out, const char *task,
                                    const dm_register *reg, demarche_error *err)
{
    (void)task, (void)reg;
    *out = NULL;
    return missing(err);
}

WEAK demarche_status dm_dataset_add(demarche_dataset *dataset,
                                    const json_t *record, bool *added,
                                    demarche_error *err)
{
    (void)dataset, (void)record, (void)added;
    return missing(err);
}

WEAK demarche_status dm_model_explain(demarche_explanation **out,
                                      const demarche_model *model,
                                      const dm_view *view, demarche_error *err)
{
    (void)model, (void)view;
    *out = NULL;
    return missing(err);
}

WEAK demarche_status dm_model_judge(demarche_verdict *out,
                                    const demarche_model *model,
                                    const dm_view *view, dm_arena *arena,
                                    demarche_error *err)
{
    (void)out, (void)model, (void)view, (void)arena;
    return missing(err);
}

WEAK demarche_status dm_view_of_statement(dm_view *out, const dm_page *page,
                                          const dm_statement *s,
                                          dm_arena *arena, demarche_error *err)
{
    (void)out, (void)page, (void)s, (void)arena;
    return missing(err);
}

WEAK demarche_status dm_view_of_record(dm_view *out, const json_t *record,
                                       const dm_register *reg, dm_arena *arena,
                                       demarche_error *err)
{
    (void)out, (void)record, (void)reg, (void)arena;
    return missing(err);
}

WEAK demarche_status demarche_model_load(demarche_model **out, const char *path,
                                         demarche_error *err)
{
    (void)path;
    *out = NULL;
    return missing(err);
}

WEAK demarche_status demarche_model_save(const demarche_model *model,
                                         const char *path, demarche_error *err)
{
    (void)model, (void)path;
    return missing(err);
}

WEAK const char *demarche_model_task(const demarche_model *model)
{
    (void)model;
    return "";
}

WEAK demarche_status demarche_model_describe(char **out,
                                             const demarche_model *model,
                                             unsigned top, demarche_error *err)
{
    (void)model, (void)top;
    *out = NULL;
    return missing(err);
}

WEAK void demarche_train_options_init(demarche_train_options *options)
{
    *options = (demarche_train_options){
        .folds = 5, .min_df = 2, .seed = 1, .accuracy = 0.85
    };
}

WEAK demarche_status demarche_train(demarche_model **out,
                                    const demarche_dataset *dataset,
                                    const demarche_train_options *options,
                                    demarche_error *err)
{
    (void)dataset, (void)options;
    *out = NULL;
    return missing(err);
}

WEAK demarche_status demarche_evaluate(demarche_evaluation **out,
                                       const demarche_model *model,
                                       const demarche_dataset *dataset,
                                       demarche_error *err)
{
    (void)model, (void)dataset;
    *out = NULL;
    return missing(err);
}

WEAK demarche_status demarche_crossval(demarche_evaluation **out,
                                       const demarche_dataset *dataset,
                                       const demarche_train_options *options,
                                       demarche_error *err)
{
    (void)dataset, (void)options;
    *out = NULL;
    return missing(err);
}

WEAK void demarche_evaluation_free(demarche_evaluation *evaluation)
{
    (void)evaluation;
}

WEAK void demarche_explanation_free(demarche_explanation *explanation)
{
    (void)explanation;
}

WEAK void demarche_dataset_free(demarche_dataset *dataset)
{
    (void)dataset;
}
