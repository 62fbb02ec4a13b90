/* analyser.c - see analyser.h.
 *
 * The embedded register and models are parsed once an analyser; nothing is
 * kept between analysers, so that the library has no global state.
 */
#include "analyser.h"

#include <stdlib.h>

#include "base/buf.h"
#include "input/source.h"
#include "shipped.h"

enum { REGISTER_MAX = 64 * 1024 * 1024 }; // bytes

void demarche_options_init(demarche_options *options)
{
    *options = (demarche_options){ .actors_path = NULL };
}

static demarche_status read_all(dm_buf *out, dm_source *source,
                                const char *path, demarche_error *err)
{
    char chunk[8192];
    size_t len;
    for (;;) {
        demarche_status status =
            dm_source_read(&len, source, chunk, sizeof chunk, err);
        if (status != DEMARCHE_OK)
            return status;
        if (len == 0)
            break;
        if (out->len > REGISTER_MAX)
            return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                           "'%s' is too large for a register", path);
        dm_buf_add(out, chunk, len);
    }
    return dm_buf_failed(out) ? dm_no_memory(err) : DEMARCHE_OK;
}

static demarche_status read_file(dm_buf *out, const char *path,
                                 demarche_error *err)
{
    dm_source *source;
    demarche_status status = dm_source_open(&source, path, err);
    if (status == DEMARCHE_OK)
        status = read_all(out, source, path, err);
    dm_source_free(source);
    return status;
}

static demarche_status load_actors(dm_register **out,
                                   const demarche_options *options,
                                   demarche_error *err)
{
    static const char shipped_name[] = "actors.tsv";
    dm_span shipped = dm_shipped_actors();
    if (options->actors_path == NULL)
        return dm_register_parse(out, shipped_name, shipped.data, shipped.len,
                                 err);
    dm_buf file;
    dm_buf_init(&file);
    const char *path = options->actors_path;
    demarche_status status = read_file(&file, path, err);
    if (status == DEMARCHE_OK && options->actors_replace)
        status = dm_register_parse(out, path, file.data, file.len, err);
    else if (status == DEMARCHE_OK)
        status = dm_register_parse_two(out, shipped_name, shipped, path,
                                       dm_buf_span(&file), err);
    dm_buf_clear(&file);
    return status;
}

/* The given model, else the shipped one, which the analyser then owns. */
static demarche_status choose_model(const demarche_model **out,
                                    demarche_model **own,
                                    const demarche_model *given,
                                    const char *task, dm_span shipped,
                                    demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    if (given == NULL && shipped.len > 0)
        status = demarche_model_shipped(own, task, err);
    *out = given != NULL ? given : *own;
    return status;
}

static demarche_status choose_extractor(demarche_analyser *analyser,
                                        const demarche_options *options,
                                        demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    if (options->rules_alone)
        return status;
    if (options->extractor == NULL && dm_shipped_extract().len > 0)
        status = demarche_extractor_shipped(&analyser->own_extractor, err);
    analyser->extractor = options->extractor != NULL ? options->extractor
                                                     : analyser->own_extractor;
    return status;
}

static demarche_status fill(demarche_analyser *analyser,
                            const demarche_options *options,
                            demarche_error *err)
{
    demarche_status status = load_actors(&analyser->actors, options, err);
    if (status == DEMARCHE_OK)
        status = choose_extractor(analyser, options, err);
    analyser->parc = options->parc;
    analyser->abstain = options->abstain;
    if (options->no_models)
        return status;
    if (status == DEMARCHE_OK)
        status = choose_model(&analyser->tone, &analyser->own_tone,
                              options->tone, "tone", dm_shipped_tone(), err);
    if (status == DEMARCHE_OK)
        status = choose_model(&analyser->side, &analyser->own_side,
                              options->side, "side", dm_shipped_side(), err);
    if (status == DEMARCHE_OK)
        status =
            choose_model(&analyser->target, &analyser->own_target,
                         options->target, "target", dm_shipped_target(), err);
    return status;
}

demarche_status demarche_analyser_new(demarche_analyser **out,
                                      const demarche_options *options,
                                      demarche_error *err)
{
    *out = NULL;
    demarche_options defaults;
    demarche_options_init(&defaults);
    if (options != NULL && !(options->abstain >= 0 && options->abstain <= 1))
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "an accuracy to abstain for lies between 0 and 1");
    demarche_analyser *analyser = calloc(1, sizeof *analyser);
    if (analyser == NULL)
        return dm_no_memory(err);
    demarche_status status =
        fill(analyser, options == NULL ? &defaults : options, err);
    if (status != DEMARCHE_OK) {
        demarche_analyser_free(analyser);
        return status;
    }
    *out = analyser;
    return DEMARCHE_OK;
}

void demarche_analyser_free(demarche_analyser *analyser)
{
    if (analyser == NULL)
        return;
    dm_register_free(analyser->actors);
    demarche_model_free(analyser->own_tone);
    demarche_model_free(analyser->own_side);
    demarche_model_free(analyser->own_target);
    demarche_extractor_free(analyser->own_extractor);
    free(analyser);
}

const demarche_model *demarche_analyser_model(const demarche_analyser *analyser,
                                              const char *task)
{
    dm_span name = dm_span_of(task);
    return dm_span_is(name, "tone")     ? analyser->tone
           : dm_span_is(name, "side")   ? analyser->side
           : dm_span_is(name, "target") ? analyser->target
                                        : NULL;
}

demarche_status dm_analyser_model(const demarche_model **out,
                                  const demarche_model *model, const char *task,
                                  demarche_error *err)
{
    *out = model;
    if (model != NULL)
        return DEMARCHE_OK;
    return dm_fail(
        err, DEMARCHE_BAD_MODEL, 0,
        "no %s model: none is shipped or given, or none was asked for", task);
}
