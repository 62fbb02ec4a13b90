/* answer.c - see answer.h. */
#include "assay/answer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "statements.h"

struct dm_answer_link {
    dm_answer answer;
    size_t next; // of the same document, or NONE
};

struct dm_answer_chain {
    size_t first, last, count;
    bool asked; // its document was
    bool given; // not to be given again
};

#define NONE SIZE_MAX

dm_span dm_id_of(char *room, const json_t *record, const char *name)
{
    const json_t *id = json_object_get(record, name);
    if (json_is_integer(id)) {
        snprintf(room, DM_ID_ROOM, "%" JSON_INTEGER_FORMAT,
                 json_integer_value(id));
        return dm_span_of(room);
    }
    return (dm_span){ json_string_value(id), json_string_length(id) };
}

static demarche_status show_rules(dm_answer *to, dm_arena *arena,
                                  const demarche_statement *from,
                                  demarche_error *err)
{
    dm_span *rules = dm_arena_array(arena, from->rule_count, sizeof *rules);
    if (rules == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < from->rule_count; i++)
        rules[i] = dm_span_of(from->rules[i]);
    to->rules = rules;
    to->rule_count = from->rule_count;
    return DEMARCHE_OK;
}

demarche_status dm_answers_of_list(dm_answer **out, dm_arena *arena,
                                   const demarche_statements *list,
                                   demarche_error *err)
{
    size_t count = demarche_statements_count(list);
    dm_answer *items = *out = dm_arena_array(arena, count, sizeof *items);
    demarche_status status = items == NULL ? dm_no_memory(err) : DEMARCHE_OK;
    for (size_t i = 0; i < count && status == DEMARCHE_OK; i++) {
        const demarche_statement *from = demarche_statements_at(list, i);
        items[i] = (dm_answer){ .spans = { from->spans, from->span_count },
                                .cue = from->cue_span,
                                .speaker_at = from->speaker_span,
                                .kind = dm_span_of(dm_kind_name(from->kind)),
                                .speaker = dm_span_of(from->speaker),
                                .actor = dm_span_of(from->actor),
                                .side = dm_span_of(from->side.label),
                                .tone = dm_span_of(from->tone.label),
                                .has_actor = true,
                                .has_side = true,
                                .has_tone = true };
        status = show_rules(&items[i], arena, from, err);
    }
    return status;
}

void dm_answers_init(dm_answers *answers)
{
    *answers = (dm_answers){ .count = 0 };
    dm_arena_init(&answers->arena);
    dm_intern_init(&answers->docs);
}

void dm_answers_clear(dm_answers *answers)
{
    dm_arena_clear(&answers->arena);
    dm_intern_clear(&answers->docs);
}

/* A copy of the string member; absent and null are data NULL. */
static demarche_status copy_string(dm_span *out, dm_arena *arena,
                                   const json_t *record, const char *name,
                                   demarche_error *err)
{
    demarche_status status = dm_json_string(out, record, name, err);
    if (status != DEMARCHE_OK || out->data == NULL)
        return status;
    out->data = dm_arena_copy(arena, *out);
    return out->data == NULL ? dm_no_memory(err) : DEMARCHE_OK;
}

static demarche_status copy_rules(dm_answer *out, dm_arena *arena,
                                  const json_t *record, demarche_error *err)
{
    const json_t *list = json_object_get(record, "rules");
    size_t count = json_array_size(list);
    dm_span *rules = dm_arena_array(arena, count, sizeof *rules);
    if (rules == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < count; i++) {
        const json_t *rule = json_array_get(list, i);
        dm_span given = { json_string_value(rule), json_string_length(rule) };
        if (!json_is_string(rule))
            return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                           "'rules' is not a list of strings");
        rules[i] = (dm_span){ dm_arena_copy(arena, given), given.len };
        if (rules[i].data == NULL)
            return dm_no_memory(err);
    }
    out->rules = rules;
    out->rule_count = count;
    return DEMARCHE_OK;
}

static demarche_status read_answer(dm_answer *out, dm_arena *arena,
                                   const json_t *record, demarche_error *err)
{
    const struct {
        dm_span *value;
        const char *name;
    } strings[] = { { &out->kind, "kind" },
                    { &out->speaker, "speaker" },
                    { &out->actor, "actor" },
                    { &out->side, "side" },
                    { &out->tone, "tone" } };
    if (!json_is_array(json_object_get(record, "spans")))
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0, "no list 'spans'");
    demarche_status status =
        dm_ranges_parse(&out->spans, arena, record, "spans", err);
    if (status == DEMARCHE_OK)
        status = dm_range_parse(&out->cue, record, "cue_span", err);
    if (status == DEMARCHE_OK)
        status = dm_range_parse(&out->speaker_at, record, "speaker_span", err);
    for (size_t i = 0; i < 5 && status == DEMARCHE_OK; i++)
        status =
            copy_string(strings[i].value, arena, record, strings[i].name, err);
    out->has_actor = json_object_get(record, "actor") != NULL;
    out->has_side = json_object_get(record, "side") != NULL;
    out->has_tone = json_object_get(record, "tone") != NULL;
    return status == DEMARCHE_OK ? copy_rules(out, arena, record, err) : status;
}

static demarche_status make_room(dm_answers *answers, demarche_error *err)
{
    dm_arena *arena = &answers->arena;
    struct dm_answer_link *links =
        dm_arena_grow(arena, answers->links, answers->count, &answers->capacity,
                      sizeof *links);
    if (links == NULL)
        return dm_no_memory(err);
    answers->links = links;
    struct dm_answer_chain *chains =
        dm_arena_grow(arena, answers->chains, answers->docs.count,
                      &answers->chain_capacity, sizeof *chains);
    if (chains == NULL)
        return dm_no_memory(err);
    answers->chains = chains;
    return DEMARCHE_OK;
}

static void append(dm_answers *answers, struct dm_answer_chain *chain,
                   const dm_answer *answer)
{
    size_t place = answers->count++;
    answers->links[place] = (struct dm_answer_link){ *answer, NONE };
    if (chain->count == 0)
        chain->first = place;
    else
        answers->links[chain->last].next = place;
    chain->last = place;
    chain->count++;
}

demarche_status dm_answers_add(dm_answers *answers, const json_t *record,
                               demarche_error *err)
{
    char room[DM_ID_ROOM];
    dm_answer answer = { .rule_count = 0 };
    dm_span doc = dm_id_of(room, record, "doc");
    if (doc.data == NULL)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "no 'doc' that is a string or a whole number");
    demarche_status status = read_answer(&answer, &answers->arena, record, err);
    if (status == DEMARCHE_OK)
        status = make_room(answers, err);
    uint32_t number = 0;
    if (status == DEMARCHE_OK)
        status = dm_intern_add(&number, &answers->docs, doc, err);
    if (status == DEMARCHE_OK)
        append(answers, &answers->chains[number], &answer);
    return status;
}

demarche_status dm_answers_of(dm_answer **out, size_t *count,
                              dm_answers *answers, dm_span doc, bool once,
                              dm_arena *arena, demarche_error *err)
{
    uint32_t number = dm_intern_find(&answers->docs, doc);
    struct dm_answer_chain *chain =
        number == DM_INTERN_NONE ? NULL : &answers->chains[number];
    *count = chain == NULL || chain->given ? 0 : chain->count;
    *out = dm_arena_array(arena, *count, sizeof **out);
    if (*out == NULL)
        return dm_no_memory(err);
    if (chain == NULL)
        return DEMARCHE_OK;
    for (size_t i = 0, at = chain->first; i < *count; i++) {
        (*out)[i] = answers->links[at].answer;
        at = answers->links[at].next;
    }
    chain->asked = true;
    chain->given = chain->given || once;
    return DEMARCHE_OK;
}

dm_span dm_answers_left(const dm_answers *answers)
{
    for (size_t i = 0; i < answers->docs.count; i++)
        if (!answers->chains[i].asked)
            return dm_intern_at(&answers->docs, (uint32_t)i);
    return (dm_span){ NULL, 0 };
}
