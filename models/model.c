/* model.c - a model's life (load, save) and work (judge). See demarche.h,
 * model.h. */
#include "format.h"

#include <stdlib.h>

#include "shipped.h"

/* From `owned`, which it takes and closes on failure, or else from `bytes`. */
static demarche_status make(demarche_model **out, dm_file owned, dm_span bytes,
                            demarche_error *err)
{
    // what the linker took in needs no checksum, only sound structure
    bool foreign = owned.bytes != NULL;
    const void *image = foreign ? owned.bytes : bytes.data;
    size_t len = foreign ? owned.len : bytes.len;
    demarche_model *model = calloc(1, sizeof *model);
    demarche_status status =
        model == NULL ? dm_no_memory(err)
                      : dm_model_open(model, image, len, foreign, err);
    if (status != DEMARCHE_OK) {
        free(model);
        dm_file_close(&owned);
        return status;
    }
    model->owned = owned;
    *out = model;
    return DEMARCHE_OK;
}

demarche_status dm_model_adopt(demarche_model **out, void *bytes, size_t len,
                               demarche_error *err)
{
    *out = NULL;
    return make(out, (dm_file){ bytes, len, false }, (dm_span){ NULL, 0 }, err);
}

demarche_status demarche_model_parse(demarche_model **out, const void *bytes,
                                     size_t len, demarche_error *err)
{
    *out = NULL;
    void *copy = malloc(len + 1);
    if (copy == NULL)
        return dm_no_memory(err);
    if (len > 0)
        memcpy(copy, bytes, len);
    return dm_model_adopt(out, copy, len, err);
}

demarche_status demarche_model_shipped(demarche_model **out, const char *task,
                                       demarche_error *err)
{
    *out = NULL;
    static const struct {
        const char *task;
        dm_span (*bytes)(void);
    } shipped[] = { { "tone", dm_shipped_tone },
                    { "side", dm_shipped_side },
                    { "target", dm_shipped_target } };
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++) {
        if (!dm_span_is(dm_span_of(task), shipped[i].task))
            continue;
        return make(out, (dm_file){ .bytes = NULL }, shipped[i].bytes(), err);
    }
    return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                   "no model is shipped for task '%.60s'",
                   task == NULL ? "" : task);
}

demarche_status demarche_model_load(demarche_model **out, const char *path,
                                    demarche_error *err)
{
    *out = NULL;
    dm_file file;
    demarche_status status = dm_file_open(&file, path, err);
    if (status == DEMARCHE_OK)
        status = make(out, file, (dm_span){ NULL, 0 }, err);
    return dm_file_blame(status, path, err);
}

demarche_status demarche_model_save(const demarche_model *model,
                                    const char *path, demarche_error *err)
{
    return dm_file_write(path, model->image, model->len, err);
}

const char *demarche_model_task(const demarche_model *model)
{
    return model->task;
}

void demarche_model_fields(demarche_fields *out, const demarche_model *model)
{
    *out = model->fields;
}

void demarche_model_free(demarche_model *model)
{
    if (model == NULL)
        return;
    dm_file_close(&model->owned);
    free(model);
}

double dm_model_weight(const demarche_model *model, size_t column, size_t label)
{
    return model->units[label] *
           model->weights[column * model->label_count + label];
}

void dm_model_decide(double z[], const demarche_model *model,
                     const dm_vector *vector)
{
    size_t labels = model->label_count;
    for (size_t k = 0; k < labels; k++)
        z[k] = 0;
    for (size_t i = 0; i < vector->count; i++) {
        const int16_t *weights = model->weights + vector->ids[i] * labels;
        for (size_t k = 0; k < labels; k++)
            z[k] += vector->values[i] * weights[k];
    }
    for (size_t k = 0; k < labels; k++)
        z[k] = model->biases[k] + model->units[k] * z[k];
}

double dm_model_threshold(const demarche_model *model, double accuracy)
{
    return accuracy > 0 ? model->curve[dm_abstain_point(accuracy)].least_p
                        : model->threshold;
}

void demarche_model_coverage(demarche_coverage *out,
                             const demarche_model *model, double accuracy)
{
    size_t point = dm_abstain_point(accuracy);
    const dm_kept *kept = &model->curve[point];
    *out = (demarche_coverage){ kept->share, dm_abstain_accuracy(point),
                                kept->least_p };
}

void dm_model_conclude(demarche_verdict *out, const demarche_model *model,
                       const double z[])
{
    *out = (demarche_verdict){ .count = model->label_count };
    for (size_t k = 0; k < model->label_count; k++) {
        out->labels[k] = model->labels[k];
        out->p[k] = z[k];
    }
    dm_softmax(out->p, model->label_count);
    size_t said = dm_largest(out->p, model->label_count);
    out->label = model->labels[said];
    out->review = out->p[said] < model->threshold;
}

const dm_words *dm_model_words(const demarche_model *model)
{
    return model->vocab.words;
}

demarche_status dm_model_judge_ngrams(demarche_verdict *out,
                                      const demarche_model *model,
                                      const dm_ngrams *ngrams, dm_arena *arena,
                                      demarche_error *err)
{
    dm_vector vector;
    double z[DEMARCHE_LABELS_MAX];
    *out = (demarche_verdict){ 0 };
    demarche_status status =
        dm_vocab_vector(&vector, &model->vocab, ngrams, arena, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_model_decide(z, model, &vector);
    dm_model_conclude(out, model, z);
    return DEMARCHE_OK;
}

demarche_status dm_model_judge(demarche_verdict *out,
                               const demarche_model *model, const dm_view *view,
                               dm_arena *arena, demarche_error *err)
{
    dm_ngrams ngrams;
    *out = (demarche_verdict){ 0 };
    demarche_status status =
        dm_ngrams_find(&ngrams, view, dm_model_words(model), arena, err);
    return status == DEMARCHE_OK
               ? dm_model_judge_ngrams(out, model, &ngrams, arena, err)
               : status;
}
