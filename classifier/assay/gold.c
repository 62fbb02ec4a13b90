/* gold.c - see gold.h. */
#include "assay/gold.h"

/* No text is longer than this, and no offset need be. */
static size_t offset_of(const json_t *value)
{
    json_int_t offset = json_integer_value(value);
    return offset > UINT32_MAX ? UINT32_MAX : (size_t)offset;
}

static demarche_status read_pair(demarche_range *out, const json_t *pair,
                                 const char *name, demarche_error *err)
{
    const json_t *begin = json_array_get(pair, 0),
                 *end = json_array_get(pair, 1);
    *out = (demarche_range){ 0, 0 };
    if (json_array_size(pair) != 2 || !json_is_integer(begin) ||
        !json_is_integer(end))
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "'%s' has a range that is no pair of whole numbers",
                       name);
    if (json_integer_value(begin) < 0 || json_integer_value(end) < 0)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "'%s' has a range before the text's begin", name);
    *out = (demarche_range){ offset_of(begin), offset_of(end) };
    return DEMARCHE_OK;
}

static bool is_absent(const json_t *value)
{
    return value == NULL || json_is_null(value);
}

demarche_status dm_range_parse(demarche_range *out, const json_t *object,
                               const char *name, demarche_error *err)
{
    const json_t *pair = json_object_get(object, name);
    *out = (demarche_range){ 0, 0 };
    return is_absent(pair) ? DEMARCHE_OK : read_pair(out, pair, name, err);
}

demarche_status dm_ranges_parse(dm_ranges *out, dm_arena *arena,
                                const json_t *object, const char *name,
                                demarche_error *err)
{
    const json_t *list = json_object_get(object, name);
    *out = (dm_ranges){ NULL, 0 };
    if (is_absent(list))
        return DEMARCHE_OK;
    if (!json_is_array(list))
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "'%s' is not a list of ranges", name);
    size_t count = json_array_size(list);
    demarche_range *items = dm_arena_array(arena, count, sizeof *items);
    if (items == NULL)
        return dm_no_memory(err);
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < count && status == DEMARCHE_OK; i++)
        status = read_pair(&items[i], json_array_get(list, i), name, err);
    *out = (dm_ranges){ items, count };
    return status;
}

static demarche_status read_attribution(dm_attribution *out, dm_arena *arena,
                                        const json_t *item, demarche_error *err)
{
    const struct {
        dm_ranges *value;
        const char *name;
    } lists[] = { { &out->source, "source" },
                  { &out->cue, "cue" },
                  { &out->content, "content" } };
    const struct {
        dm_span *value;
        const char *name;
    } strings[] = { { &out->kind, "kind" },
                    { &out->actor, "actor" },
                    { &out->side, "side" },
                    { &out->tone, "tone" } };
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < 3 && status == DEMARCHE_OK; i++)
        status =
            dm_ranges_parse(lists[i].value, arena, item, lists[i].name, err);
    for (size_t i = 0; i < 4 && status == DEMARCHE_OK; i++)
        status = dm_json_string(strings[i].value, item, strings[i].name, err);
    // PolNeAR's name for it: direct, indirect, mixed.
    if (status == DEMARCHE_OK && out->kind.data == NULL)
        status = dm_json_string(&out->kind, item, "quote_type", err);
    out->hard = json_is_true(json_object_get(item, "hard"));
    return status;
}

/* A list whose items are all objects. */
static demarche_status check_list(const json_t *list, const char *name,
                                  demarche_error *err)
{
    bool good = json_is_array(list);
    for (size_t i = 0; good && i < json_array_size(list); i++)
        good = json_is_object(json_array_get(list, i));
    return good ? DEMARCHE_OK
                : dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                          "'%s' is not a list of objects", name);
}

static demarche_status read_attributions(dm_gold *out, dm_arena *arena,
                                         const json_t *list,
                                         demarche_error *err)
{
    demarche_status status = check_list(list, "attributions", err);
    if (status != DEMARCHE_OK)
        return status;
    size_t count = json_array_size(list);
    dm_attribution *items = dm_arena_array(arena, count, sizeof *items);
    if (items == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < count && status == DEMARCHE_OK; i++) {
        dm_attribution *item = &items[out->count];
        *item = (dm_attribution){ .hard = false };
        status = read_attribution(item, arena, json_array_get(list, i), err);
        out->count += item->content.count > 0;
    }
    out->items = items;
    return status;
}

static demarche_status read_turns(dm_gold *out, dm_arena *arena,
                                  const json_t *list, demarche_error *err)
{
    demarche_status status = check_list(list, "turns", err);
    if (status != DEMARCHE_OK)
        return status;
    size_t count = json_array_size(list);
    dm_gold_turn *turns = dm_arena_array(arena, count, sizeof *turns);
    if (turns == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < count && status == DEMARCHE_OK; i++) {
        const json_t *item = json_array_get(list, i);
        status = dm_json_string(&turns[i].speaker, item, "speaker", err);
        if (status == DEMARCHE_OK)
            status = dm_json_string(&turns[i].side, item, "side", err);
        if (status == DEMARCHE_OK)
            status = dm_range_parse(&turns[i].span, item, "span", err);
    }
    out->is_transcript = true;
    out->turns = turns;
    out->turn_count = count;
    return status;
}

demarche_status dm_gold_parse(dm_gold *out, dm_arena *arena,
                              const json_t *record, demarche_error *err)
{
    *out = (dm_gold){ .count = 0 };
    const json_t *attributions = json_object_get(record, "attributions");
    const json_t *turns = json_object_get(record, "turns");
    if (!is_absent(attributions))
        return read_attributions(out, arena, attributions, err);
    if (!is_absent(turns))
        return read_turns(out, arena, turns, err);
    return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                   "neither 'attributions' nor 'turns'");
}
