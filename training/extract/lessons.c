/* lessons.c - annotated articles, and what is learned from them; demarche.h. */
#include <stdlib.h>

#include "base/hash.h"
#include "extract/learner.h"
#include "extractor.h"
#include "input/record.h"

enum { DOCUMENTS_MIN = 10 };

struct demarche_lessons {
    json_t **records; // [count], owned
    size_t count, capacity;
};

demarche_status demarche_lessons_new(demarche_lessons **out,
                                     demarche_error *err)
{
    *out = calloc(1, sizeof **out);
    return *out == NULL ? dm_no_memory(err) : DEMARCHE_OK;
}

/* Can the article be read at all? Better told now than when learning. */
static demarche_status check(const json_t *record, demarche_error *err)
{
    dm_arena arena;
    dm_page page;
    dm_golds golds;
    dm_arena_init(&arena);
    demarche_status status = dm_golds_open(&page, &golds, record, &arena, err);
    dm_arena_clear(&arena);
    return status;
}

static bool make_room(demarche_lessons *lessons)
{
    if (lessons->count < lessons->capacity)
        return true;
    size_t more = lessons->capacity == 0 ? 64 : lessons->capacity * 2;
    void *room = realloc(lessons->records, more * sizeof(json_t *));
    if (room == NULL)
        return false;
    lessons->records = room;
    lessons->capacity = more;
    return true;
}

demarche_status demarche_lessons_add(demarche_lessons *lessons,
                                     const demarche_record *record,
                                     demarche_error *err)
{
    const json_t *json = record->object;
    demarche_status status = check(json, err);
    if (status != DEMARCHE_OK)
        return status;
    json_t *copy = json_deep_copy(json);
    if (copy == NULL || !make_room(lessons)) {
        json_decref(copy);
        return dm_no_memory(err);
    }
    lessons->records[lessons->count++] = copy;
    return DEMARCHE_OK;
}

size_t demarche_lessons_count(const demarche_lessons *lessons)
{
    return lessons->count;
}

void demarche_lessons_free(demarche_lessons *lessons)
{
    if (lessons == NULL)
        return;
    for (size_t i = 0; i < lessons->count; i++)
        json_decref(lessons->records[i]);
    free(lessons->records);
    free(lessons);
}

/* The words that speak first, then the decisions. */
static demarche_status gather(dm_examples *examples,
                              const demarche_lessons *lessons,
                              demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < lessons->count && status == DEMARCHE_OK; i++)
        status = dm_examples_learn_forms(examples, lessons->records[i], err);
    dm_examples_choose_forms(examples);
    for (size_t i = 0; i < lessons->count && status == DEMARCHE_OK; i++)
        status =
            dm_examples_add(examples, lessons->records[i], (uint32_t)i, err);
    return status;
}

static uint64_t hash_all(const demarche_lessons *lessons)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < lessons->count; i++) {
        dm_buf line;
        dm_buf_init(&line);
        dm_json_print(&line, lessons->records[i]);
        hash = hash * 31 + dm_hash(dm_buf_span(&line));
        dm_buf_clear(&line);
    }
    return hash;
}

demarche_status demarche_extractor_train(demarche_extractor **out,
                                         const demarche_lessons *lessons,
                                         uint64_t seed, const char *note,
                                         demarche_error *err)
{
    *out = NULL;
    if (lessons->count < DOCUMENTS_MIN)
        return dm_fail(err, DEMARCHE_NOT_ENOUGH_DATA, 0,
                       "%zu articles are too few to learn from",
                       lessons->count);
    dm_examples *examples = calloc(1, sizeof *examples);
    if (examples == NULL)
        return dm_no_memory(err);
    examples->hash = hash_all(lessons);
    dm_learner_options options;
    dm_learner_options_init(&options, seed);
    dm_learner_score held_out;
    char *bytes = NULL;
    size_t len = 0;
    demarche_status status = gather(examples, lessons, err);
    if (status == DEMARCHE_OK)
        status = dm_learner_run(&bytes, &len, &held_out, examples, &options,
                                note, err);
    dm_examples_clear(examples);
    free(examples);
    return status == DEMARCHE_OK ? dm_extractor_adopt(out, bytes, len, err)
                                 : status;
}
