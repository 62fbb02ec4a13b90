/* register_index.c - all ways to write the actors, ready to be matched. */
#include "register.h"

#include "field.h"

static bool is_mark(const dm_token *token, char mark)
{
    return token->folded.len == 1 && token->folded.data[0] == mark;
}

static bool has_word(const dm_token *begin, const dm_token *end)
{
    for (; begin < end; begin++)
        if (begin->kind == DM_TOKEN_WORD || begin->kind == DM_TOKEN_NUMBER)
            return true;
    return false;
}

static demarche_status add_phrase(dm_register *reg, const dm_entry *entry,
                                  dm_match_kind kind, const dm_token *begin,
                                  const dm_token *end, demarche_error *err)
{
    if (end - begin > 1 && dm_span_is(begin->folded, "the"))
        begin++;
    if (!has_word(begin, end))
        return DEMARCHE_OK;
    if (end - begin > DM_PHRASE_MAX)
        return dm_field_refuse(entry->file, entry->line, 0, err,
                               "a name of more than %d words", DM_PHRASE_MAX);
    dm_phrase *moved =
        dm_arena_grow(&reg->arena, reg->phrases, reg->phrase_count,
                      &reg->phrase_room, sizeof *moved);
    if (moved == NULL)
        return dm_no_memory(err);
    reg->phrases = moved;
    reg->phrases[reg->phrase_count++] =
        (dm_phrase){ .tokens = begin,
                     .entry = entry,
                     .count = (uint32_t)(end - begin),
                     .kind = kind };
    return DEMARCHE_OK;
}

/* The phrases between bars. */
static demarche_status add_list(dm_register *reg, const dm_entry *entry,
                                dm_match_kind kind, const dm_token *begin,
                                const dm_token *end, demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    const dm_token *from = begin;
    for (const dm_token *t = begin; t <= end && status == DEMARCHE_OK; t++) {
        if (t < end && !is_mark(t, '|'))
            continue;
        status = add_phrase(reg, entry, kind, from, t, err);
        from = t + 1;
    }
    return status;
}

/* What a key of a country's detail makes of its words; DM_MATCH_NONE: words
 * that are not matched. */
static dm_match_kind kind_of_key(const dm_token *key)
{
    if (dm_span_is(key->folded, "adjective") ||
        dm_span_is(key->folded, "people"))
        return DM_MATCH_ADJECTIVE;
    return dm_span_is(key->folded, "places") ? DM_MATCH_PLACE : DM_MATCH_NONE;
}

/* The adjectives, names of people and places in a country's detail: what
 * stands after "adjective=" and the like up to a semicolon. */
static demarche_status add_extra(dm_register *reg, const dm_entry *entry,
                                 demarche_error *err)
{
    const dm_token *end = entry->extra_end;
    for (const dm_token *t = entry->extra; t + 2 < end; t++) {
        dm_match_kind kind =
            is_mark(t + 1, '=') ? kind_of_key(t) : DM_MATCH_NONE;
        if (kind == DM_MATCH_NONE)
            continue;
        const dm_token *stop = t + 2;
        while (stop < end && !is_mark(stop, ';'))
            stop++;
        demarche_status status = add_list(reg, entry, kind, t + 2, stop, err);
        if (status != DEMARCHE_OK)
            return status;
        t = stop - 1;
    }
    return DEMARCHE_OK;
}

/* A person's family name alone, with the words it is joined to by hyphens. */
static demarche_status add_family(dm_register *reg, const dm_entry *entry,
                                  demarche_error *err)
{
    const dm_token *begin = entry->name, *end = entry->name_end;
    if (end - begin < 2)
        return DEMARCHE_OK;
    if (entry->family_first) {
        end = begin + 1;
    } else {
        begin = end - 1;
        while (begin - entry->name >= 2 && is_mark(begin - 1, '-'))
            begin -= 2;
    }
    return add_phrase(reg, entry, DM_MATCH_SURNAME, begin, end, err);
}

static demarche_status add_entry(dm_register *reg, const dm_entry *entry,
                                 demarche_error *err)
{
    demarche_status status = add_phrase(reg, entry, DM_MATCH_NAME, entry->name,
                                        entry->name_end, err);
    if (status == DEMARCHE_OK)
        status = add_list(reg, entry, DM_MATCH_NAME, entry->alias,
                          entry->alias_end, err);
    if (status == DEMARCHE_OK && entry->actor.kind == DM_ACTOR_COUNTRY)
        status = add_extra(reg, entry, err);
    if (status == DEMARCHE_OK && entry->actor.kind == DM_ACTOR_PERSON)
        status = add_family(reg, entry, err);
    return status;
}

/* Would the same words of a text be taken for either? */
static bool written_alike(const dm_phrase *a, const dm_phrase *b)
{
    if (a->count != b->count || (a->entry->actor.kind == DM_ACTOR_PERSON) !=
                                    (b->entry->actor.kind == DM_ACTOR_PERSON))
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (a->tokens[i].flags != b->tokens[i].flags ||
            !dm_span_equal(a->tokens[i].folded, b->tokens[i].folded))
            return false;
    return true;
}

/* Enter a phrase and its beginnings, in front of those of the same words. */
static void enter(dm_register *reg, size_t number)
{
    dm_phrase *phrase = &reg->phrases[number];
    uint64_t hash = DM_BEGINNING_NONE;
    size_t slot = 0;
    for (uint32_t i = 0; i < phrase->count; i++) {
        hash = dm_beginning_hash(hash, &phrase->tokens[i]);
        slot = dm_beginning_slot(reg, hash);
        reg->table[slot].hash = hash;
        reg->table[slot].used = 1;
    }
    phrase->next = reg->table[slot].phrase;
    phrase->form = (uint32_t)number + 1;
    if (phrase->next != 0) {
        const dm_phrase *next = &reg->phrases[phrase->next - 1];
        if (written_alike(phrase, next))
            phrase->form = next->form;
    }
    reg->table[slot].phrase = (uint32_t)number + 1;
}

demarche_status dm_register_index(dm_register *reg, demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < reg->count && status == DEMARCHE_OK; i++)
        status = add_entry(reg, reg->entries[i], err);
    if (status != DEMARCHE_OK)
        return status;
    size_t beginnings = 0;
    for (size_t i = 0; i < reg->phrase_count; i++)
        beginnings += reg->phrases[i].count;
    reg->table_size = 16;
    while (reg->table_size / 2 < beginnings)
        reg->table_size *= 2;
    reg->table =
        dm_arena_array(&reg->arena, reg->table_size, sizeof *reg->table);
    if (reg->table == NULL)
        return dm_no_memory(err);
    // What comes last goes first: chains end up in order of kind, then of the
    // file.
    for (int kind = DM_MATCH_SURNAME; kind > DM_MATCH_NONE; kind--)
        for (size_t i = reg->phrase_count; i-- > 0;)
            if ((int)reg->phrases[i].kind == kind)
                enter(reg, i);
    return DEMARCHE_OK;
}
