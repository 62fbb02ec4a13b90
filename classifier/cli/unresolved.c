/* unresolved.c - see unresolved.h. */
#include "unresolved.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64, WHOLE = 10000 };

static bool is_unknown(const demarche_statement *item)
{
    return item->actor != NULL && item->actor_id == NULL &&
           item->kind != DEMARCHE_QUESTION &&
           (item->actor_kind == DEMARCHE_ACTOR_PERSON ||
            item->actor_kind == DEMARCHE_ACTOR_INSTITUTION);
}

bool unresolved_needs_judging(const demarche_statements *list)
{
    for (size_t i = 0; i < demarche_statements_count(list); i++) {
        const demarche_statement *item = demarche_statements_at(list, i);
        if (is_unknown(item) && item->known == NULL)
            return true;
    }
    return false;
}

/* FNV-1a, stirred at the end so that the low bits serve as an index. */
static uint64_t hash_string(const char *string)
{
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    for (; *string != '\0'; string++)
        hash = (hash ^ (unsigned char)*string) * UINT64_C(0x100000001B3);
    return (hash ^ hash >> 32) * UINT64_C(0x9E3779B97F4A7C15) >> 16;
}

static size_t *find_slot(const cli_unresolved *u, const char *name)
{
    size_t at = (size_t)hash_string(name) & (u->capacity - 1);
    while (u->slots[at] != 0 &&
           strcmp(u->items[u->slots[at] - 1]->name, name) != 0)
        at = (at + 1) & (u->capacity - 1);
    return &u->slots[at];
}

static bool widen(cli_unresolved *u)
{
    size_t capacity = u->capacity == 0 ? FIRST_CAPACITY : 2 * u->capacity;
    size_t *slots = calloc(capacity, sizeof *slots);
    cli_unknown **items = realloc(u->items, capacity * sizeof(cli_unknown *));
    if (items != NULL)
        u->items = items;
    if (slots == NULL || items == NULL) {
        free(slots);
        return false;
    }
    free(u->slots);
    u->slots = slots;
    u->capacity = capacity;
    for (size_t i = 0; i < u->count; i++)
        *find_slot(u, u->items[i]->name) = i + 1;
    return true;
}

/* The entry of `name`, new where there was none; NULL when memory ran out. */
static cli_unknown *enter(cli_unresolved *u, const char *name)
{
    if (2 * u->count >= u->capacity && !widen(u))
        return NULL;
    size_t *slot = find_slot(u, name);
    if (*slot != 0)
        return u->items[*slot - 1];
    cli_unknown *unknown = calloc(1, sizeof *unknown);
    char *copy = strdup(name);
    if (unknown == NULL || copy == NULL) {
        free(unknown);
        free(copy);
        return NULL;
    }
    unknown->name = copy;
    u->items[u->count++] = unknown;
    *slot = u->count;
    return unknown;
}

/* The number of a side; UNRESOLVED_SIDES_MAX when memory ran out. */
static size_t number_side(cli_unresolved *u, const char *side)
{
    for (size_t i = 0; i < u->side_count; i++)
        if (strcmp(u->sides[i], side) == 0)
            return i;
    if (u->side_count == UNRESOLVED_SIDES_MAX)
        return 0; // more sides than a model has labels: none is lost for good
    u->sides[u->side_count] = strdup(side);
    return u->sides[u->side_count] == NULL ? UNRESOLVED_SIDES_MAX
                                           : u->side_count++;
}

/* The longest description is kept, of equals the first by bytes. */
static bool keep_example(cli_unknown *unknown, const char *example)
{
    size_t len = example == NULL ? 0 : strlen(example);
    size_t have = unknown->example == NULL ? 0 : strlen(unknown->example);
    if (len == 0 || len > UNRESOLVED_EXAMPLE_MAX || len < have ||
        (len == have && strcmp(example, unknown->example) >= 0))
        return true;
    free(unknown->example);
    unknown->example = strdup(example);
    return unknown->example != NULL;
}

static bool count_side(cli_unresolved *u, cli_unknown *unknown,
                       const demarche_statement *item)
{
    if (item->known != NULL) {
        size_t side = number_side(u, item->known);
        if (side < UNRESOLVED_SIDES_MAX)
            unknown->told[side]++;
        return side < UNRESOLVED_SIDES_MAX;
    }
    for (size_t k = 0; item->side.label != NULL && k < item->side.count; k++) {
        size_t side = number_side(u, item->side.labels[k]);
        if (side == UNRESOLVED_SIDES_MAX)
            return false;
        unknown->judged[side] += (uint64_t)lround(item->side.p[k] * WHOLE);
    }
    unknown->judgements += item->side.label != NULL;
    return true;
}

static bool add(cli_unresolved *u, const demarche_statement *item)
{
    bool full = u->count >= UNRESOLVED_NAMES_MAX;
    if (full && *find_slot(u, item->actor) == 0) {
        u->left_out++;
        return true;
    }
    cli_unknown *unknown = enter(u, item->actor);
    if (unknown == NULL)
        return false;
    unknown->count++;
    unknown->documents += unknown->last_document != u->documents;
    unknown->last_document = u->documents;
    unknown->institutions += item->actor_kind == DEMARCHE_ACTOR_INSTITUTION;
    return count_side(u, unknown, item) &&
           keep_example(unknown, item->description);
}

bool unresolved_add(cli_unresolved *u, const demarche_statements *list)
{
    u->documents++;
    for (size_t i = 0; i < demarche_statements_count(list); i++) {
        const demarche_statement *item = demarche_statements_at(list, i);
        if (is_unknown(item) && !add(u, item))
            return false;
    }
    return true;
}

void unresolved_clear(cli_unresolved *u)
{
    for (size_t i = 0; i < u->count; i++) {
        free(u->items[i]->name);
        free(u->items[i]->example);
        free(u->items[i]);
    }
    for (size_t i = 0; i < u->side_count; i++)
        free(u->sides[i]);
    free(u->items);
    free(u->slots);
    *u = (struct cli_unresolved){ .count = 0 };
}
