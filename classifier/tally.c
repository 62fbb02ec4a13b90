/* tally.c - see tally.h.
 *
 * An actor is its id in the register or, without one, its name; statements
 * whose speaker is not named are gathered apart for each side. The words that
 * decide whether two statements are copies are folded first, as agencies and
 * papers differ in capitals and marks.
 */
#include "tally.h"

#include <math.h>
#include <stdlib.h>
#include <xxhash.h>

#include "statements.h"
#include "terminal.h"
#include "text.h"

static const char *const tones[DM_TONES] = { "conciliatory", "neutral",
                                             "critical" };

const char *dm_tone_name(dm_tone tone)
{
    return tones[tone];
}

demarche_status dm_tone_parse(dm_tone *out, dm_span label, demarche_error *err)
{
    for (size_t i = 0; i < DM_TONES; i++)
        if (dm_span_is(label, tones[i])) {
            *out = (dm_tone)i;
            return DEMARCHE_OK;
        }
    int len = label.len < 40 ? (int)label.len : 40;
    return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                   "tone '%.*s' is none of conciliatory, critical, neutral",
                   len, label.len > 0 ? label.data : "");
}

demarche_status demarche_tally_new(demarche_tally **out, demarche_error *err)
{
    demarche_tally *tally = *out = calloc(1, sizeof *tally);
    if (tally == NULL)
        return dm_no_memory(err);
    dm_arena_init(&tally->arena);
    dm_arena_init(&tally->scratch);
    dm_buf_init(&tally->words);
    dm_intern_init(&tally->docs);
    dm_intern_init(&tally->actors);
    dm_intern_init(&tally->sides);
    dm_intern_init(&tally->cues);
    return DEMARCHE_OK;
}

void demarche_tally_free(demarche_tally *tally)
{
    if (tally == NULL)
        return;
    dm_arena_clear(&tally->arena);
    dm_arena_clear(&tally->scratch);
    dm_buf_clear(&tally->words);
    dm_intern_clear(&tally->docs);
    dm_intern_clear(&tally->actors);
    dm_intern_clear(&tally->sides);
    dm_intern_clear(&tally->cues);
    free(tally->named);
    free(tally->items);
    free(tally);
}

/* Twice the room for items of `size` bytes, on the heap; NULL: out of memory,
 * and the old array stays. */
static void *widen(void *items, size_t *room, size_t size)
{
    size_t wider = *room == 0 ? 64 : 2 * *room, len;
    void *moved = dm_multiply(wider, size, &len) ? realloc(items, len) : NULL;
    if (moved != NULL)
        *room = wider;
    return moved;
}

static bool copy_span(dm_span *out, dm_arena *arena, dm_span given)
{
    out->data = dm_arena_copy(arena, given);
    out->len = given.len;
    return out->data != NULL;
}

/* The key that makes two statements one actor's; a letter keeps ids, names
 * and sides apart. */
static const char *actor_key(dm_arena *arena, const dm_said *said, size_t *len)
{
    dm_span key = said->side;
    char kind = '-';
    if (said->actor_id.len > 0) {
        key = said->actor_id;
        kind = '#';
    } else if (said->actor.len > 0) {
        key = said->actor;
        kind = '=';
    }
    char *bytes = dm_arena_alloc(arena, key.len + 1);
    if (bytes == NULL)
        return NULL;
    bytes[0] = kind;
    if (key.len > 0)
        memcpy(bytes + 1, key.data, key.len);
    *len = key.len + 1;
    return bytes;
}

/* Of several names for one id the first in byte order is shown, so that the
 * order of documents does not matter. */
static bool improve_name(demarche_tally *tally, dm_named *named, dm_span name)
{
    bool better = named->name.len == 0 ||
                  (name.len > 0 && dm_span_compare(name, named->name) < 0);
    return !better || copy_span(&named->name, &tally->arena, name);
}

/* Everything that may fail comes before the number is given out. */
static demarche_status add_actor(uint32_t *out, demarche_tally *tally,
                                 dm_span key, const dm_said *said,
                                 demarche_error *err)
{
    if (tally->actors.count == tally->named_room) {
        dm_named *wider =
            widen(tally->named, &tally->named_room, sizeof *tally->named);
        if (wider == NULL)
            return dm_no_memory(err);
        tally->named = wider;
    }
    dm_named *named = &tally->named[tally->actors.count];
    if (!copy_span(&named->id, &tally->arena, said->actor_id) ||
        !copy_span(&named->name, &tally->arena, said->actor))
        return dm_no_memory(err);
    return dm_intern_add(out, &tally->actors, key, err);
}

static demarche_status find_actor(uint32_t *out, demarche_tally *tally,
                                  const dm_said *said, demarche_error *err)
{
    dm_span key;
    key.data = actor_key(&tally->scratch, said, &key.len);
    if (key.data == NULL)
        return dm_no_memory(err);
    *out = dm_intern_find(&tally->actors, key);
    if (*out == DM_INTERN_NONE)
        return add_actor(out, tally, key, said, err);
    bool fine = improve_name(tally, &tally->named[*out], said->actor);
    return fine ? DEMARCHE_OK : dm_no_memory(err);
}

/* The first DM_SAYING_TEXT bytes at most, ending between two characters, and
 * an ellipsis where there were more. */
static bool copy_beginning(dm_span *out, dm_arena *arena, dm_span text)
{
    static const char ellipsis[] = "\u2026";
    if (text.len <= DM_SAYING_TEXT)
        return copy_span(out, arena, text);
    size_t len = DM_SAYING_TEXT;
    while (len > 0 && ((unsigned char)text.data[len] & 0xC0) == 0x80)
        len--;
    char *copy = dm_arena_alloc(arena, len + sizeof ellipsis);
    if (copy == NULL)
        return false;
    memcpy(copy, text.data, len);
    memcpy(copy + len, ellipsis, sizeof ellipsis);
    *out = (dm_span){ copy, len + sizeof ellipsis - 1 };
    return true;
}

static demarche_status keep_words(dm_saying *item, demarche_tally *tally,
                                  dm_span text, demarche_error *err)
{
    dm_buf_reset(&tally->words);
    dm_terminal_clean(&tally->words, text);
    if (dm_buf_failed(&tally->words))
        return dm_no_memory(err);
    dm_span words = dm_buf_span(&tally->words);
    if (!copy_beginning(&item->text, &tally->arena, words))
        return dm_no_memory(err);
    dm_span folded;
    demarche_status status = dm_text_fold(&folded, &tally->scratch, words, err);
    if (status != DEMARCHE_OK)
        return status;
    XXH128_hash_t hash = XXH3_128bits(folded.data, folded.len);
    item->words[0] = hash.high64;
    item->words[1] = hash.low64;
    return DEMARCHE_OK;
}

static bool is_date(dm_span text)
{
    static const char form[] = "dddd-dd-dd";
    if (text.len != sizeof form - 1)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        bool digit = text.data[i] >= '0' && text.data[i] <= '9';
        if (form[i] == 'd' ? !digit : text.data[i] != '-')
            return false;
    }
    return true;
}

static bool keep_date(demarche_tally *tally, dm_span date)
{
    if (!is_date(date))
        return true;
    dm_span *first = &tally->first_date, *last = &tally->last_date;
    bool fine = true;
    if (first->len == 0 || dm_span_compare(date, *first) < 0)
        fine = copy_span(first, &tally->arena, date);
    if (fine && (last->len == 0 || dm_span_compare(date, *last) > 0))
        fine = copy_span(last, &tally->arena, date);
    return fine;
}

static demarche_status keep(dm_saying *item, demarche_tally *tally,
                            const dm_said *said, demarche_error *err)
{
    *item = (dm_saying){ .kind = (uint8_t)said->kind,
                         .tone = (uint8_t)said->tone,
                         .review = said->review,
                         .side_review = said->side_review,
                         .n = said->n,
                         .begin = said->begin,
                         .score = said->score };
    demarche_status status =
        dm_intern_add(&item->doc, &tally->docs, said->doc, err);
    if (status == DEMARCHE_OK)
        status = dm_intern_add(&item->side, &tally->sides, said->side, err);
    if (status == DEMARCHE_OK)
        status = dm_intern_add(&item->cue, &tally->cues, said->cue, err);
    if (status == DEMARCHE_OK)
        status = find_actor(&item->actor, tally, said, err);
    if (status == DEMARCHE_OK)
        status = keep_words(item, tally, said->text, err);
    if (status == DEMARCHE_OK && !keep_date(tally, said->date))
        status = dm_no_memory(err);
    return status;
}

demarche_status dm_tally_add_said(demarche_tally *tally, const dm_said *said,
                                  demarche_error *err)
{
    if (tally->count == tally->room) {
        dm_saying *wider =
            widen(tally->items, &tally->room, sizeof *tally->items);
        if (wider == NULL)
            return dm_no_memory(err);
        tally->items = wider;
    }
    dm_arena_reset(&tally->scratch);
    demarche_status status =
        keep(&tally->items[tally->count], tally, said, err);
    if (status == DEMARCHE_OK)
        tally->count++;
    return status;
}

static demarche_status add_item(demarche_tally *tally,
                                const demarche_statements *list, size_t i,
                                demarche_error *err)
{
    const demarche_statement *item = &list->items[i];
    if (item->kind == DEMARCHE_QUESTION) {
        tally->questions++;
        return DEMARCHE_OK;
    }
    if (item->nonfactual) {
        tally->denied++;
        return DEMARCHE_OK;
    }
    if (item->tone.label == NULL || item->side.label == NULL)
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, i,
                       "statement %zu is not judged", item->n);
    dm_said said = { .doc = dm_span_of(list->doc),
                     .date = dm_span_of(list->date),
                     .actor = dm_span_of(item->actor),
                     .actor_id = dm_span_of(item->actor_id),
                     .side = dm_span_of(item->side.label),
                     .cue = dm_span_of(item->cue),
                     .text = { item->text, item->text_len },
                     .kind = item->kind,
                     .review = item->tone.review,
                     .side_review = item->side.review,
                     .n = item->n,
                     .begin = item->spans[0].begin,
                     .score = item->score };
    demarche_status status =
        dm_tone_parse(&said.tone, dm_span_of(item->tone.label), err);
    return status == DEMARCHE_OK ? dm_tally_add_said(tally, &said, err)
                                 : status;
}

demarche_status demarche_tally_add(demarche_tally *tally,
                                   const demarche_statements *list,
                                   demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < list->found.count && status == DEMARCHE_OK; i++)
        status = add_item(tally, list, i, err);
    return status;
}
