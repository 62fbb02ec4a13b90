/* faults.c - see faults.h: counting and keeping. What is a fault of which kind
 * is told in diagnosis.c.
 */
#include "assay/faults.h"

#include <stdlib.h>
#include <xxhash.h>

#include "statements.h"

enum {
    AROUND = 60,     // code points of context
    WORDS_MAX = 600, // bytes of words that are kept
    DETAIL_MAX = 60, // bytes of a detail
    DOC_MAX = 200,   // bytes of an id
    RULES_SHOWN = 8,
};

static const struct {
    const char *name, *detail;
} kinds[DM_FAULT_KINDS] = {
    [DM_MISSED_CUE_FOUND] = { "missed, though its cue was found", "cue" },
    [DM_MISSED_CUE] = { "missed, and its cue too", "cue" },
    [DM_MISSED_NO_CUE] = { "missed, without a cue", "mention" },
    [DM_MISSED_NESTED] = { "missed inside another", "cue" },
    [DM_MERGED] = { "merged into another", "rule" },
    [DM_SPURIOUS] = { "spurious", "rule" },
    [DM_SPLIT] = { "split off another", "rule" },
    [DM_BEGINS_EARLY] = { "begins too early", "rule" },
    [DM_BEGINS_LATE] = { "begins too late", "rule" },
    [DM_ENDS_EARLY] = { "ends too early", "rule" },
    [DM_ENDS_LATE] = { "ends too late", "rule" },
    [DM_GAP] = { "differs inside", "rule" },
    [DM_SPEAKER_WRONG] = { "wrong speaker", "mention" },
    [DM_SPEAKER_MISSING] = { "speaker not found", "mention" },
    [DM_ACTOR_WRONG] = { "wrong actor", "labels" },
    [DM_SIDE_WRONG] = { "wrong side", "labels" },
    [DM_TONE_WRONG] = { "wrong tone", "labels" },
    [DM_TURN_MISSED] = { "turn not found", "speaker" },
    [DM_TURN_MISTAKEN] = { "turn of another speaker", "labels" },
    [DM_TURN_SIDE] = { "turn of another side", "labels" },
    [DM_TURN_LEAKED] = { "turn given to an official", "labels" },
};

const char *dm_fault_name(dm_fault_kind kind)
{
    return kinds[kind].name;
}

const char *dm_fault_detail(dm_fault_kind kind)
{
    return kinds[kind].detail;
}

void dm_faults_init(dm_faults *faults, size_t keep)
{
    *faults = (dm_faults){ .keep = keep };
    dm_arena_init(&faults->arena);
    for (size_t i = 0; i < DM_FAULT_KINDS; i++)
        dm_intern_init(&faults->lists[i].details);
}

void dm_faults_clear(dm_faults *faults)
{
    dm_arena_clear(&faults->arena);
    for (size_t i = 0; i < DM_FAULT_KINDS; i++)
        dm_intern_clear(&faults->lists[i].details);
}

/* At most `max` bytes, whole characters. */
static dm_span cut(dm_span words, size_t max)
{
    if (words.len <= max)
        return words;
    while (max > 0 && ((unsigned char)words.data[max] & 0xC0) == 0x80)
        max--;
    return (dm_span){ words.data, max };
}

static demarche_status count_detail(dm_fault_list *list, dm_arena *arena,
                                    dm_span detail, demarche_error *err)
{
    size_t *counts =
        dm_arena_grow(arena, list->detail_counts, list->details.count,
                      &list->detail_capacity, sizeof *counts);
    if (counts == NULL)
        return dm_no_memory(err);
    list->detail_counts = counts;
    uint32_t number;
    demarche_status status =
        dm_intern_add(&number, &list->details, cut(detail, DETAIL_MAX), err);
    if (status == DEMARCHE_OK)
        counts[number]++;
    return status;
}

/* The words of some ranges, in one line. */
static demarche_status copy_ranges(dm_span *out, dm_arena *arena,
                                   const dm_ruler *ruler,
                                   const dm_ranges *ranges, demarche_error *err)
{
    dm_span pieces[16];
    size_t count = 0, left = WORDS_MAX;
    for (size_t i = 0; i < ranges->count && count < 16 && left > 0; i++) {
        dm_span piece = cut(dm_ruler_words(ruler, ranges->items[i]), left);
        left -= piece.len;
        pieces[count++] = piece;
    }
    *out = (dm_span){ NULL, 0 };
    if (left == WORDS_MAX)
        return DEMARCHE_OK;
    out->data = dm_words_copy(arena, pieces, count, &out->len);
    return out->data == NULL ? dm_no_memory(err) : DEMARCHE_OK;
}

static demarche_status copy_range(dm_span *out, dm_arena *arena,
                                  const dm_ruler *ruler, size_t begin,
                                  size_t end, demarche_error *err)
{
    demarche_range range = { begin, end };
    return copy_ranges(out, arena, ruler, &(dm_ranges){ &range, 1 }, err);
}

static demarche_status copy_rules(dm_span *out, dm_arena *arena,
                                  const dm_answer *answer, demarche_error *err)
{
    dm_buf buf;
    dm_buf_init(&buf);
    for (size_t i = 0; i < answer->rule_count && i < RULES_SHOWN; i++) {
        dm_buf_add_string(&buf, i > 0 ? " " : "");
        dm_buf_add_span(&buf, cut(answer->rules[i], DETAIL_MAX));
    }
    *out = (dm_span){ dm_arena_copy(arena, dm_buf_span(&buf)), buf.len };
    bool failed = dm_buf_failed(&buf) || out->data == NULL;
    dm_buf_clear(&buf);
    return failed ? dm_no_memory(err) : DEMARCHE_OK;
}

/* Where the ranges begin and end. Gold and statements have some. */
static demarche_range hull_of(const dm_ranges *ranges)
{
    demarche_range hull = { SIZE_MAX, 0 };
    for (size_t i = 0; i < ranges->count; i++) {
        if (ranges->items[i].begin < hull.begin)
            hull.begin = ranges->items[i].begin;
        if (ranges->items[i].end > hull.end)
            hull.end = ranges->items[i].end;
    }
    return ranges->count == 0 ? (demarche_range){ 0, 0 } : hull;
}

/* Gold tells where to look, where there is some. */
static dm_ranges ranges_of(const dm_sample *sample, const dm_fault_place *place)
{
    if (place->gold == DM_NOBODY)
        return sample->found[place->found].spans;
    if (sample->gold.is_transcript)
        return (dm_ranges){ &sample->gold.turns[place->gold].span, 1 };
    return sample->gold.items[place->gold].content;
}

static demarche_status copy_gold(dm_fault *out, dm_arena *arena,
                                 const dm_sample *sample, uint32_t gold,
                                 demarche_error *err)
{
    const dm_ruler *ruler = &sample->ruler;
    if (sample->gold.is_transcript) {
        dm_span name = cut(sample->gold.turns[gold].speaker, WORDS_MAX);
        out->gold_speaker.data =
            dm_words_copy(arena, &name, 1, &out->gold_speaker.len);
        return out->gold_speaker.data == NULL ? dm_no_memory(err) : DEMARCHE_OK;
    }
    const dm_attribution *item = &sample->gold.items[gold];
    demarche_status status =
        copy_ranges(&out->gold, arena, ruler, &item->content, err);
    if (status == DEMARCHE_OK)
        status =
            copy_ranges(&out->gold_speaker, arena, ruler, &item->source, err);
    if (status == DEMARCHE_OK)
        status = copy_ranges(&out->gold_cue, arena, ruler, &item->cue, err);
    return status;
}

static demarche_status copy_found(dm_fault *out, dm_arena *arena,
                                  const dm_sample *sample, uint32_t found,
                                  demarche_error *err)
{
    const dm_ruler *ruler = &sample->ruler;
    const dm_answer *answer = &sample->found[found];
    demarche_status status =
        copy_ranges(&out->found, arena, ruler, &answer->spans, err);
    if (status == DEMARCHE_OK)
        status =
            copy_range(&out->found_speaker, arena, ruler,
                       answer->speaker_at.begin, answer->speaker_at.end, err);
    if (status == DEMARCHE_OK)
        status = copy_range(&out->found_cue, arena, ruler, answer->cue.begin,
                            answer->cue.end, err);
    if (status == DEMARCHE_OK)
        status = copy_rules(&out->rules, arena, answer, err);
    return status;
}

static bool is_space(const dm_ruler *ruler, size_t at)
{
    size_t step;
    dm_span c = dm_ruler_words(ruler, (demarche_range){ at, at + 1 });
    if (c.len == 0)
        return false;
    dm_char_class class = dm_char_classify(dm_text_at(c.data, c.len, 0, &step));
    return class == DM_CHAR_SPACE || class == DM_CHAR_BREAK;
}

/* What stands around, with the space that parts it from the words, so that
 * the three read as one. */
static demarche_status copy_around(dm_span *out, dm_arena *arena,
                                   const dm_ruler *ruler, size_t begin,
                                   size_t end, bool before, demarche_error *err)
{
    dm_span words;
    demarche_status status = copy_range(&words, arena, ruler, begin, end, err);
    bool space = is_space(ruler, before ? end - 1 : begin);
    char *copy = dm_arena_alloc(arena, words.len + 2);
    *out = (dm_span){ NULL, 0 };
    if (status != DEMARCHE_OK || words.len == 0)
        return status;
    if (copy == NULL)
        return dm_no_memory(err);
    *out = (dm_span){ copy, words.len + space };
    memcpy(copy + (space && !before), words.data, words.len);
    if (space)
        copy[before ? words.len : 0] = ' ';
    return DEMARCHE_OK;
}

static demarche_status copy_context(dm_fault *out, dm_arena *arena,
                                    const dm_sample *sample, dm_ranges ranges,
                                    demarche_error *err)
{
    const dm_ruler *ruler = &sample->ruler;
    demarche_range hull = hull_of(&ranges);
    size_t before = hull.begin < AROUND ? 0 : hull.begin - AROUND;
    out->at = hull.begin;
    demarche_status status =
        copy_around(&out->before, arena, ruler, before, hull.begin, true, err);
    if (status == DEMARCHE_OK)
        status = copy_ranges(&out->words, arena, ruler, &ranges, err);
    if (status == DEMARCHE_OK)
        status = copy_around(&out->after, arena, ruler, hull.end,
                             hull.end + AROUND, false, err);
    return status;
}

static demarche_status fill(dm_fault *out, dm_arena *arena,
                            const dm_sample *sample,
                            const dm_fault_place *place, demarche_error *err)
{
    dm_span detail = cut(place->detail, DETAIL_MAX);
    dm_span doc = cut(sample->doc, DOC_MAX);
    out->doc = (dm_span){ dm_arena_copy(arena, doc), doc.len };
    out->detail = (dm_span){ dm_arena_copy(arena, detail), detail.len };
    if (out->doc.data == NULL || out->detail.data == NULL)
        return dm_no_memory(err);
    demarche_status status =
        copy_context(out, arena, sample, ranges_of(sample, place), err);
    if (status == DEMARCHE_OK && place->gold != DM_NOBODY)
        status = copy_gold(out, arena, sample, place->gold, err);
    if (status == DEMARCHE_OK && place->found != DM_NOBODY)
        status = copy_found(out, arena, sample, place->found, err);
    return status;
}

static uint64_t rank_of(const dm_sample *sample, const dm_fault_place *place)
{
    dm_ranges ranges = ranges_of(sample, place);
    uint64_t seed = (uint64_t)hull_of(&ranges).begin * DM_FAULT_KINDS +
                    (uint64_t)place->kind;
    return XXH3_64bits_withSeed(sample->doc.data, sample->doc.len, seed);
}

/* Make room at the place of `rank` among those kept; NULL: it is not drawn. */
static dm_fault *insert(dm_fault_list *list, size_t keep, uint64_t rank)
{
    size_t at = list->kept_count;
    while (at > 0 && list->kept[at - 1].rank > rank)
        at--;
    if (at == keep)
        return NULL;
    size_t behind = list->kept_count - at - (list->kept_count == keep);
    memmove(&list->kept[at + 1], &list->kept[at], behind * sizeof *list->kept);
    list->kept_count += list->kept_count < keep;
    return &list->kept[at];
}

demarche_status dm_faults_add(dm_faults *faults, const dm_sample *sample,
                              const dm_fault_place *place, demarche_error *err)
{
    dm_fault_list *list = &faults->lists[place->kind];
    list->count++;
    demarche_status status =
        count_detail(list, &faults->arena, place->detail, err);
    if (status != DEMARCHE_OK)
        return status;
    if (list->kept == NULL)
        list->kept =
            dm_arena_array(&faults->arena, faults->keep, sizeof *list->kept);
    if (list->kept == NULL)
        return dm_no_memory(err);
    uint64_t rank = rank_of(sample, place);
    if (list->kept_count == faults->keep && faults->keep > 0 &&
        list->kept[faults->keep - 1].rank <= rank)
        return DEMARCHE_OK;
    dm_fault fault = { .rank = rank };
    status = fill(&fault, &faults->arena, sample, place, err);
    dm_fault *to =
        status == DEMARCHE_OK ? insert(list, faults->keep, rank) : NULL;
    if (to != NULL)
        *to = fault;
    return status;
}
