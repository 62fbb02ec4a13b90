/* judge_record.c - judge a statement record in place.
 *
 * Members that are there keep their place, new ones go to the end, and nothing
 * else is touched; so a record of `extract`, which has them all as null, comes
 * out in its documented order.
 */
#include <math.h>

#include "input/record.h"
#include "judge.h"
#include "statements.h"
#include "verdict.h"

/* Sets a member and takes `value`, which is NULL when memory ran out. */
static demarche_status set(json_t *object, const char *name, json_t *value,
                           demarche_error *err)
{
    if (value == NULL || json_object_set_new(object, name, value) != 0)
        return dm_no_memory(err);
    return DEMARCHE_OK;
}

static bool is_absent(const json_t *value)
{
    return value == NULL || json_is_null(value);
}

static json_t *label_value(const char *label)
{
    return label == NULL ? json_null() : json_string(label);
}

static json_t *score_value(double score)
{
    return isnan(score) ? json_null() : json_real(score);
}

/* A target that the record brings is kept, since a person may have set it, and
 * so is what stands beside it. */
static demarche_status
set_target(json_t *object, const demarche_verdict *target, demarche_error *err)
{
    if (!is_absent(json_object_get(object, "target")))
        return DEMARCHE_OK;
    demarche_status status =
        set(object, "target", label_value(target->label), err);
    if (status == DEMARCHE_OK)
        status = set(
            object, "target_p",
            target->count == 0 ? json_null() : dm_verdict_to_json(target), err);
    return status;
}

static demarche_status set_all(json_t *object, const dm_judgement *judgement,
                               demarche_error *err)
{
    const demarche_verdict *tone = &judgement->tone, *side = &judgement->side;
    const struct {
        const char *name;
        json_t *value;
    } members[] = {
        { "side", json_string(side->label) },
        { "side_p", dm_verdict_to_json(side) },
        { "tone", json_string(tone->label) },
        { "tone_p", dm_verdict_to_json(tone) },
        { "score", score_value(judgement->score) },
        { "review", json_boolean(tone->review) },
        { "side_review", json_boolean(side->review) },
    };
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (set(object, members[i].name, members[i].value, NULL) != DEMARCHE_OK)
            status = DEMARCHE_NO_MEMORY; // go on: each value must be taken
    if (status != DEMARCHE_OK)
        return dm_no_memory(err);
    return set_target(object, &judgement->target, err);
}

bool dm_record_is_question(const json_t *record)
{
    const char *kind = json_string_value(json_object_get(record, "kind"));
    return kind != NULL && strcmp(kind, dm_kind_name(DEMARCHE_QUESTION)) == 0;
}

static demarche_status judge(json_t *object, const demarche_analyser *analyser,
                             dm_arena *scratch, demarche_error *err)
{
    dm_view view;
    dm_judgement judgement;
    if (dm_record_is_question(object))
        return DEMARCHE_OK;
    demarche_status status =
        dm_view_of_record(&view, object, analyser->actors, scratch, err);
    if (status == DEMARCHE_OK)
        status =
            dm_judge_view(&judgement, analyser, &view, object, scratch, err);
    return status == DEMARCHE_OK ? set_all(object, &judgement, err) : status;
}

demarche_status demarche_record_judge(demarche_record *record,
                                      const demarche_analyser *analyser,
                                      demarche_error *err)
{
    dm_arena scratch;
    dm_arena_init(&scratch);
    demarche_status status = judge(record->object, analyser, &scratch, err);
    dm_arena_clear(&scratch);
    return status;
}
