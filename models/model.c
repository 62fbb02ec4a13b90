/* model.c - a model's life (load, save) and work (judge). See demarche.h,
 * model.h. */
#include "format.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shipped.h"

enum { FILE_MAX = 1 << 30 }; // bytes of a model file: bounds one malloc

static demarche_status make(demarche_model **out, void *owned,
                            const void *bytes, size_t len, bool checksum,
                            demarche_error *err)
{
    demarche_model *model = calloc(1, sizeof *model);
    demarche_status status =
        model == NULL ? dm_no_memory(err)
                      : dm_model_open(model, bytes, len, checksum, err);
    if (status != DEMARCHE_OK) {
        free(model);
        free(owned);
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
    return make(out, bytes, bytes, len, true, err);
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
    dm_span name = dm_span_of(task);
    dm_span bytes = { NULL, 0 };
    if (dm_span_is(name, "tone"))
        bytes = dm_shipped_tone();
    else if (dm_span_is(name, "side"))
        bytes = dm_shipped_side();
    else
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "no model is shipped for task '%.60s'",
                       task == NULL ? "" : task);
    // what the linker took in needs no checksum, only sound structure
    return make(out, NULL, bytes.data, bytes.len, false, err);
}

static demarche_status read_file(void **out, size_t *len, FILE *file,
                                 const char *path, demarche_error *err)
{
    struct stat facts;
    if (fstat(fileno(file), &facts) != 0)
        return dm_fail(err, DEMARCHE_IO, 0, "cannot read '%.100s': %s", path,
                       strerror(errno));
    if (!S_ISREG(facts.st_mode))
        return dm_fail(err, DEMARCHE_IO, 0, "'%.100s' is not a regular file",
                       path);
    if (facts.st_size > FILE_MAX)
        return dm_fail(err, DEMARCHE_BAD_MODEL, 0,
                       "'%.100s' is too large for a model file", path);
    *len = (size_t)facts.st_size;
    *out = malloc(*len + 1);
    if (*out == NULL)
        return dm_no_memory(err);
    if (fread(*out, 1, *len, file) == *len)
        return DEMARCHE_OK;
    free(*out);
    *out = NULL;
    return dm_fail(err, DEMARCHE_IO, 0, "cannot read '%.100s' to its end",
                   path);
}

/* "model file cut off …" says what, not which: put the path before it. */
static demarche_status name_file(demarche_status status, const char *path,
                                 demarche_error *err)
{
    if (status != DEMARCHE_BAD_MODEL || err == NULL)
        return status;
    demarche_error why = *err;
    return dm_fail(err, status, why.offset, "'%.100s': %s", path, why.message);
}

demarche_status demarche_model_load(demarche_model **out, const char *path,
                                    demarche_error *err)
{
    *out = NULL;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return dm_fail(err, DEMARCHE_IO, 0, "cannot open '%.100s': %s", path,
                       strerror(errno));
    void *bytes = NULL;
    size_t len = 0;
    demarche_status status = read_file(&bytes, &len, file, path, err);
    fclose(file);
    if (status == DEMARCHE_OK)
        status = dm_model_adopt(out, bytes, len, err);
    return name_file(status, path, err);
}

static bool write_all(int fd, const void *bytes, size_t len)
{
    const char *at = bytes;
    while (len > 0) {
        ssize_t wrote = write(fd, at, len);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        at += wrote;
        len -= (size_t)wrote;
    }
    return fsync(fd) == 0 || errno == EINVAL; // a pipe has no disk
}

static bool is_device(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && !S_ISREG(facts.st_mode) &&
           !S_ISDIR(facts.st_mode);
}

/* Whole or not at all: a file beside it, which then takes its name. What is
 * no file, such as a pipe, is written to and must not be replaced by one. */
static bool replace(const char *path, const char *beside, const void *bytes,
                    size_t len)
{
    bool direct = is_device(path);
    int fd = direct ? open(path, O_WRONLY)
                    : open(beside, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (fd < 0)
        return false;
    bool good = write_all(fd, bytes, len);
    int why = errno;
    if (close(fd) != 0 && good) {
        good = false;
        why = errno;
    }
    if (good && (direct || rename(beside, path) == 0))
        return true;
    if (good)
        why = errno;
    if (!direct)
        unlink(beside);
    errno = why;
    return false;
}

demarche_status demarche_model_save(const demarche_model *model,
                                    const char *path, demarche_error *err)
{
    dm_buf beside;
    dm_buf_init(&beside);
    dm_buf_addf(&beside, "%s.%ld.part", path, (long)getpid());
    demarche_status status = DEMARCHE_OK;
    if (dm_buf_failed(&beside))
        status = dm_no_memory(err);
    else if (!replace(path, beside.data, model->image, model->len))
        status = dm_fail(err, DEMARCHE_IO, 0, "cannot write '%.100s': %s", path,
                         strerror(errno));
    dm_buf_clear(&beside);
    return status;
}

const char *demarche_model_task(const demarche_model *model)
{
    return model->task;
}

void demarche_model_free(demarche_model *model)
{
    if (model == NULL)
        return;
    free(model->owned);
    free(model);
}

void dm_model_decide(double decisions[], const demarche_model *model,
                     const dm_vector *vector)
{
    size_t pairs = model->pair_count;
    for (size_t p = 0; p < pairs; p++)
        decisions[p] = model->biases[p];
    for (size_t i = 0; i < vector->count; i++) {
        const float *weights = model->weights + vector->ids[i] * pairs;
        for (size_t p = 0; p < pairs; p++)
            decisions[p] += vector->values[i] * weights[p];
    }
}

void dm_model_conclude(demarche_verdict *out, const demarche_model *model,
                       const double decisions[])
{
    *out = (demarche_verdict){ .count = model->label_count };
    for (size_t k = 0; k < model->label_count; k++)
        out->labels[k] = model->labels[k];
    dm_calibration_apply(out->p, &model->calibration, decisions);
    dm_softmax(out->p, model->label_count);
    size_t said = dm_largest(out->p, model->label_count);
    out->label = model->labels[said];
    out->review = out->p[said] < model->threshold;
}

demarche_status dm_model_judge(demarche_verdict *out,
                               const demarche_model *model, const dm_view *view,
                               dm_arena *arena, demarche_error *err)
{
    dm_ngrams ngrams;
    dm_vector vector;
    double decisions[DM_PAIRS_MAX];
    *out = (demarche_verdict){ 0 };
    demarche_status status =
        dm_ngrams_find(&ngrams, view, model->vocab.words, arena, err);
    if (status == DEMARCHE_OK)
        status = dm_vocab_vector(&vector, &model->vocab, &ngrams, arena, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_model_decide(decisions, model, &vector);
    dm_model_conclude(out, model, decisions);
    return DEMARCHE_OK;
}
