/* sample.c - see sample.h. */
#include "assay/sample.h"

#include "assay/reporting.h"
#include "assay/surname.h"

const double dm_levels[DM_LEVELS] = { 0.3, 0.8, 1.0 };

enum { AROUND = 2 }; // code points beside a content where marks count as its

static size_t count_outside(const dm_ranges *ranges, size_t end)
{
    size_t outside = 0;
    for (size_t i = 0; i < ranges->count; i++)
        outside += ranges->items[i].begin > ranges->items[i].end ||
                   ranges->items[i].end > end;
    return outside;
}

static void check_ranges(dm_sample *sample)
{
    size_t end = sample->ruler.count;
    for (size_t i = 0; i < sample->gold.count; i++) {
        const dm_attribution *item = &sample->gold.items[i];
        sample->outside += count_outside(&item->source, end) +
                           count_outside(&item->cue, end) +
                           count_outside(&item->content, end);
    }
    for (size_t i = 0; i < sample->gold.turn_count; i++) {
        dm_ranges span = { &sample->gold.turns[i].span, 1 };
        sample->outside += count_outside(&span, end);
    }
    for (size_t i = 0; i < sample->found_count; i++)
        sample->outside += count_outside(&sample->found[i].spans, end);
}

static bool has_marks(const dm_ruler *ruler, const dm_ranges *content)
{
    for (size_t i = 0; i < content->count; i++) {
        demarche_range range = content->items[i];
        size_t begin = range.begin < AROUND ? 0 : range.begin - AROUND;
        size_t end =
            range.end > ruler->count ? ruler->count : range.end + AROUND;
        if (begin < end &&
            dm_ruler_at(ruler, begin).marks < dm_ruler_at(ruler, end).marks)
            return true;
    }
    return false;
}

/* `*left` bounds the bytes that are read: cues may lie over each other. */
static bool reports(const dm_ruler *ruler, const dm_ranges *cue, size_t *left)
{
    for (size_t i = 0; i < cue->count; i++) {
        dm_span words = dm_ruler_words(ruler, cue->items[i]);
        *left = words.len < *left ? *left - words.len : 0;
        if (*left > 0 && dm_reporting_has(words))
            return true;
    }
    return false;
}

static demarche_status find_like(dm_sample *sample, bool all, dm_arena *arena,
                                 demarche_error *err)
{
    const dm_gold *gold = &sample->gold;
    bool *like = dm_arena_array(arena, gold->count, sizeof *like);
    if (like == NULL)
        return dm_no_memory(err);
    size_t left = 64 * sample->ruler.text.len + (1 << 20);
    for (size_t j = 0; j < gold->count && left > 0; j++)
        like[j] = all || reports(&sample->ruler, &gold->items[j].cue, &left) ||
                  has_marks(&sample->ruler, &gold->items[j].content);
    sample->like = like;
    return left > 0 ? DEMARCHE_OK
                    : dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                              "cues of one document overlap too often");
}

static demarche_status find_covers(dm_sample *sample, dm_arena *arena,
                                   demarche_error *err)
{
    const dm_ruler *ruler = &sample->ruler;
    dm_cover *found = dm_arena_array(arena, sample->found_count, sizeof *found);
    dm_cover *gold = dm_arena_array(arena, sample->gold.count, sizeof *gold);
    if (found == NULL || gold == NULL)
        return dm_no_memory(err);
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < sample->found_count && status == DEMARCHE_OK; i++) {
        const dm_ranges *spans = &sample->found[i].spans;
        status = dm_cover_init(&found[i], arena, ruler, spans->items,
                               spans->count, err);
    }
    for (size_t j = 0; j < sample->gold.count && status == DEMARCHE_OK; j++) {
        const dm_ranges *content = &sample->gold.items[j].content;
        status = dm_cover_init(&gold[j], arena, ruler, content->items,
                               content->count, err);
    }
    sample->found_covers = found;
    sample->gold_covers = gold;
    return status;
}

static demarche_status find_pairs(dm_sample *sample, dm_arena *arena,
                                  demarche_error *err)
{
    size_t found = sample->found_count, gold = sample->gold.count;
    sample->gold_of = dm_arena_array(arena, found, sizeof(uint32_t));
    sample->found_of = dm_arena_array(arena, gold, sizeof(uint32_t));
    sample->ratios = dm_arena_array(arena, found, sizeof(double));
    if (sample->gold_of == NULL || sample->found_of == NULL ||
        sample->ratios == NULL)
        return dm_no_memory(err);
    demarche_status status =
        dm_overlaps_find(&sample->overlaps, arena, sample->found_covers, found,
                         sample->gold_covers, gold, err);
    // Best pairs come first: those of a higher level are among these.
    if (status == DEMARCHE_OK)
        status =
            dm_overlaps_pair(sample->gold_of, found, sample->found_of, gold,
                             &sample->overlaps, dm_levels[0], arena, err);
    for (size_t i = 0; i < found && status == DEMARCHE_OK; i++)
        if (sample->gold_of[i] != DM_NOBODY)
            sample->ratios[i] = dm_overlaps_at(&sample->overlaps, (uint32_t)i,
                                               sample->gold_of[i])
                                    ->ratio;
    return status;
}

/* A speaker is right when three tenths of the letters are shared, or one
 * range holds the other. */
static demarche_status compare_speakers(uint8_t *out, const dm_sample *sample,
                                        const dm_answer *answer,
                                        const dm_attribution *gold,
                                        dm_arena *arena, demarche_error *err)
{
    dm_cover source, said;
    demarche_status status =
        dm_cover_init(&source, arena, &sample->ruler, gold->source.items,
                      gold->source.count, err);
    if (status == DEMARCHE_OK)
        status = dm_cover_init(&said, arena, &sample->ruler,
                               &answer->speaker_at, 1, err);
    if (status != DEMARCHE_OK || source.size == 0)
        return status;
    size_t shared = dm_cover_shared(&said, &source);
    bool right =
        shared > 0 && (dm_cover_ratio(shared, &said, &source) >= dm_levels[0] ||
                       shared == said.size || shared == source.size);
    *out = right ? DM_RIGHT : said.size == 0 ? DM_MISSING : DM_WRONG;
    return DEMARCHE_OK;
}

static demarche_status compare_actors(uint8_t *out, dm_span said, dm_span gold,
                                      dm_arena *arena, demarche_error *err)
{
    dm_span a, b;
    demarche_status status =
        dm_surname_find(&a, arena, said, DM_SURNAME_UNNAMED, err);
    if (status == DEMARCHE_OK)
        status = dm_surname_find(&b, arena, gold, DM_SURNAME_UNNAMED, err);
    if (status == DEMARCHE_OK)
        *out = dm_span_equal(a, b) ? DM_RIGHT : DM_WRONG;
    return status;
}

static uint8_t compare_labels(bool judged, dm_span said, dm_span gold)
{
    if (!judged || gold.len == 0)
        return DM_UNJUDGED;
    return dm_span_equal(said, gold) ? DM_RIGHT : DM_WRONG;
}

static demarche_status compare(uint8_t *out, const dm_sample *sample,
                               const dm_answer *answer,
                               const dm_attribution *gold, dm_arena *arena,
                               demarche_error *err)
{
    demarche_status status = compare_speakers(&out[DM_ASPECT_SPEAKER], sample,
                                              answer, gold, arena, err);
    if (status == DEMARCHE_OK && answer->has_actor && gold->actor.len > 0)
        status = compare_actors(&out[DM_ASPECT_ACTOR], answer->actor,
                                gold->actor, arena, err);
    out[DM_ASPECT_SIDE] =
        compare_labels(answer->has_side, answer->side, gold->side);
    out[DM_ASPECT_TONE] = compare_labels(answer->has_tone && !gold->hard,
                                         answer->tone, gold->tone);
    return status;
}

static demarche_status compare_all(dm_sample *sample, dm_arena *arena,
                                   demarche_error *err)
{
    sample->outcomes =
        dm_arena_array(arena, sample->found_count, sizeof *sample->outcomes);
    if (sample->outcomes == NULL)
        return dm_no_memory(err);
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < sample->found_count && status == DEMARCHE_OK; i++)
        if (sample->gold_of[i] != DM_NOBODY)
            status =
                compare(sample->outcomes[i], sample, &sample->found[i],
                        &sample->gold.items[sample->gold_of[i]], arena, err);
    return status;
}

demarche_status dm_sample_find(dm_sample *sample, bool all, dm_arena *arena,
                               demarche_error *err)
{
    check_ranges(sample);
    if (sample->gold.is_transcript)
        return DEMARCHE_OK;
    demarche_status status = find_covers(sample, arena, err);
    if (status == DEMARCHE_OK)
        status = find_like(sample, all, arena, err);
    if (status == DEMARCHE_OK)
        status = find_pairs(sample, arena, err);
    return status == DEMARCHE_OK ? compare_all(sample, arena, err) : status;
}
