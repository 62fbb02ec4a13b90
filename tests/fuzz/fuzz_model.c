/* fuzz_model.c - any bytes as a model: refused, or a model that can be used.
 *
 * The checksum would stop nearly every mutation at the door, so the bytes are
 * read without it, as the shipped ones are. */
#include <math.h>
#include <stdlib.h>

#include "format.h"

static void use(const demarche_model *model)
{
    static const char text[] = "we oppose the tariffs but welcome talks";
    const dm_view view = { .content = { text, sizeof text - 1 },
                           .speaker = { text, 2 },
                           .known_side = "us" };
    demarche_verdict verdict;
    demarche_explanation *explanation;
    char *description;
    dm_arena arena;
    dm_arena_init(&arena);
    if (dm_model_judge(&verdict, model, &view, &arena, NULL) == DEMARCHE_OK &&
        (verdict.label == NULL || verdict.count != model->label_count))
        abort();
    if (dm_model_explain(&explanation, model, &view, NULL) == DEMARCHE_OK)
        demarche_explanation_free(explanation);
    if (demarche_model_describe(&description, model, 2, NULL) == DEMARCHE_OK)
        demarche_string_free(description);
    dm_arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    demarche_model *model = calloc(1, sizeof *model);
    void *bytes = malloc(size + 1); // aligned, and its end guarded
    if (model == NULL || bytes == NULL)
        abort();
    memcpy(bytes, data, size);
    if (dm_model_open(model, bytes, size, false, NULL) == DEMARCHE_OK)
        use(model);
    free(bytes);
    free(model);
    if (demarche_model_parse(&model, data, size, NULL) == DEMARCHE_OK)
        demarche_model_free(model);
    return 0;
}
