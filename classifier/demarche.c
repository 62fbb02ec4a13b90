/* demarche.c - the places where an analyser meets training and explaining. */
#include "demarche.h"

#include "dataset.h"
#include "input/record.h"
#include "judge.h"

demarche_status demarche_dataset_new(demarche_dataset **out, const char *task,
                                     const demarche_analyser *analyser,
                                     demarche_error *err)
{
    return dm_dataset_new(out, task, analyser->actors, err);
}

demarche_status demarche_dataset_add(demarche_dataset *dataset,
                                     const demarche_record *record, bool *added,
                                     demarche_error *err)
{
    bool ignored;
    return dm_dataset_add(dataset, record->object,
                          added == NULL ? &ignored : added, err);
}

demarche_status demarche_explain(demarche_explanation **out,
                                 const demarche_analyser *analyser,
                                 const demarche_model *model,
                                 const demarche_record *record,
                                 demarche_error *err)
{
    *out = NULL;
    dm_arena scratch;
    dm_arena_init(&scratch);
    dm_view view;
    demarche_status status = dm_view_of_record(&view, record->object,
                                               analyser->actors, &scratch, err);
    if (status == DEMARCHE_OK)
        status = dm_judge_read(&view, analyser, model, record->object, &scratch,
                               err);
    if (status == DEMARCHE_OK)
        status = dm_model_explain(out, model, &view, err);
    dm_arena_clear(&scratch);
    return status;
}
