/* diagnosis.c - what is a fault, and of which kind. See faults.h.
 *
 * Of gold that has no partner only what recall is taken over is missed. What
 * stands, for the greater part, in the words of another pair is told apart
 * from what was made of nothing.
 */
#include "assay/faults.h"

#include "assay/groups.h"

/* Share of letters inside another, from which on it is a part of that one. */
static const double inside = 0.7;

typedef struct diagnosis {
    dm_faults *faults;
    const dm_sample *sample;
    dm_overlaps nests; // gold with gold
    dm_overlaps cues;  // a: cues found, b: cues of the gold
    bool *cue_found;   // [gold.count]
    bool *nested;      // [gold.count]
    uint32_t *parent;  // [gold.count], the statement that has most of it, if
                       // that one has another partner; or DM_NOBODY
    uint32_t *whole;   // [found_count], likewise the gold
    dm_arena *arena;
} diagnosis;

static demarche_status find_nests(diagnosis *d, demarche_error *err)
{
    const dm_sample *sample = d->sample;
    const dm_cover *gold = sample->gold_covers;
    size_t count = sample->gold.count;
    d->nested = dm_arena_array(d->arena, count, sizeof *d->nested);
    if (d->nested == NULL)
        return dm_no_memory(err);
    demarche_status status =
        dm_overlaps_find(&d->nests, d->arena, gold, count, gold, count, err);
    for (size_t i = 0; i < d->nests.count; i++) {
        const dm_overlap *o = &d->nests.items[i];
        if (o->shared == gold[o->a].size && gold[o->b].size > gold[o->a].size)
            d->nested[o->a] = true;
    }
    return status;
}

static demarche_status find_cues(diagnosis *d, demarche_error *err)
{
    const dm_sample *sample = d->sample;
    size_t found_count = sample->found_count, count = sample->gold.count;
    dm_cover *found = dm_arena_array(d->arena, found_count, sizeof *found);
    dm_cover *gold = dm_arena_array(d->arena, count, sizeof *gold);
    d->cue_found = dm_arena_array(d->arena, count, sizeof *d->cue_found);
    if (found == NULL || gold == NULL || d->cue_found == NULL)
        return dm_no_memory(err);
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < found_count && status == DEMARCHE_OK; i++)
        status = dm_cover_init(&found[i], d->arena, &sample->ruler,
                               &sample->found[i].cue, 1, err);
    for (size_t j = 0; j < count && status == DEMARCHE_OK; j++)
        status = dm_cover_init(&gold[j], d->arena, &sample->ruler,
                               sample->gold.items[j].cue.items,
                               sample->gold.items[j].cue.count, err);
    if (status == DEMARCHE_OK)
        status = dm_overlaps_find(&d->cues, d->arena, found, found_count, gold,
                                  count, err);
    for (size_t i = 0; i < d->cues.count; i++)
        d->cue_found[d->cues.items[i].b] = true;
    return status;
}

/* Who is part of whom, among those that have no partner themselves. */
static demarche_status find_parts(diagnosis *d, demarche_error *err)
{
    const dm_sample *sample = d->sample;
    size_t found = sample->found_count, gold = sample->gold.count;
    d->parent = dm_arena_array(d->arena, gold, sizeof *d->parent);
    d->whole = dm_arena_array(d->arena, found, sizeof *d->whole);
    if (d->parent == NULL || d->whole == NULL)
        return dm_no_memory(err);
    for (size_t j = 0; j < gold; j++)
        d->parent[j] = DM_NOBODY;
    for (size_t i = 0; i < found; i++)
        d->whole[i] = DM_NOBODY;
    for (size_t k = 0; k < sample->overlaps.count; k++) {
        const dm_overlap *o = &sample->overlaps.items[k];
        double shared = o->shared;
        if (sample->gold_of[o->a] != DM_NOBODY &&
            shared > inside * (double)sample->gold_covers[o->b].size)
            d->parent[o->b] = o->a;
        if (sample->found_of[o->b] != DM_NOBODY &&
            shared > inside * (double)sample->found_covers[o->a].size)
            d->whole[o->a] = o->b;
    }
    return DEMARCHE_OK;
}

static demarche_status add(diagnosis *d, dm_fault_kind kind, uint32_t found,
                           uint32_t gold, dm_span detail, demarche_error *err)
{
    const dm_fault_place place = { kind, found, gold, detail };
    return dm_faults_add(d->faults, d->sample, &place, err);
}

static dm_span rule_of(const dm_answer *answer)
{
    return answer->rule_count == 0 ? dm_span_of("(none)") : answer->rules[0];
}

/* The cue's first words in lower case, so that forms are counted together. */
static demarche_status cue_of(dm_span *out, diagnosis *d, uint32_t gold,
                              demarche_error *err)
{
    enum { CUE_MAX = 40 }; // bytes
    const dm_ranges *cue = &d->sample->gold.items[gold].cue;
    dm_buf buf;
    dm_buf_init(&buf);
    if (cue->count == 0)
        dm_buf_add_string(&buf, "(none)");
    for (size_t i = 0; i < cue->count && buf.len < CUE_MAX; i++) {
        dm_span words = dm_ruler_words(&d->sample->ruler, cue->items[i]);
        dm_buf_add_string(&buf, i > 0 ? " " : "");
        for (size_t at = 0, step; at < words.len && buf.len < CUE_MAX;
             at += step)
            dm_buf_add_codepoint(&buf, dm_char_lower(dm_text_at(
                                           words.data, words.len, at, &step)));
    }
    *out = (dm_span){ dm_arena_copy(d->arena, dm_buf_span(&buf)), buf.len };
    bool failed = dm_buf_failed(&buf) || out->data == NULL;
    dm_buf_clear(&buf);
    return failed ? dm_no_memory(err) : DEMARCHE_OK;
}

static demarche_status mention_of(dm_span *out, diagnosis *d, uint32_t gold,
                                  demarche_error *err)
{
    const char *mention;
    demarche_status status =
        dm_mention_find(&mention, d->sample,
                        &d->sample->gold.items[gold].source, d->arena, err);
    if (status == DEMARCHE_OK)
        *out = dm_span_of(mention);
    return status;
}

static demarche_status diagnose_missed(diagnosis *d, uint32_t j,
                                       demarche_error *err)
{
    const dm_ranges *cue = &d->sample->gold.items[j].cue;
    uint32_t parent = d->nested[j] ? DM_NOBODY : d->parent[j];
    bool cueless = !d->nested[j] && cue->count == 0;
    if (parent != DM_NOBODY)
        return add(d, DM_MERGED, parent, j, rule_of(&d->sample->found[parent]),
                   err);
    dm_span detail;
    demarche_status status =
        cueless ? mention_of(&detail, d, j, err) : cue_of(&detail, d, j, err);
    dm_fault_kind kind = d->nested[j]      ? DM_MISSED_NESTED
                         : cueless         ? DM_MISSED_NO_CUE
                         : d->cue_found[j] ? DM_MISSED_CUE_FOUND
                                           : DM_MISSED_CUE;
    return status == DEMARCHE_OK ? add(d, kind, DM_NOBODY, j, detail, err)
                                 : status;
}

static demarche_status diagnose_ends(diagnosis *d, uint32_t i, uint32_t j,
                                     demarche_error *err)
{
    dm_stretch found = dm_cover_hull(&d->sample->found_covers[i]);
    dm_stretch gold = dm_cover_hull(&d->sample->gold_covers[j]);
    dm_span rule = rule_of(&d->sample->found[i]);
    demarche_status status = DEMARCHE_OK;
    if (found.begin != gold.begin)
        status =
            add(d, found.begin < gold.begin ? DM_BEGINS_EARLY : DM_BEGINS_LATE,
                i, j, rule, err);
    if (status == DEMARCHE_OK && found.end != gold.end)
        status = add(d, found.end < gold.end ? DM_ENDS_EARLY : DM_ENDS_LATE, i,
                     j, rule, err);
    bool ends = found.begin == gold.begin && found.end == gold.end;
    return ends ? add(d, DM_GAP, i, j, rule, err) : status;
}

enum { LABEL_MAX = 28 }; // bytes of a label shown

static void add_label(dm_buf *buf, dm_span label)
{
    if (label.len == 0)
        dm_buf_add_string(buf, "nobody");
    dm_buf_add(buf, label.data, label.len < LABEL_MAX ? label.len : LABEL_MAX);
}

/* "gold > found". */
static demarche_status contrast(dm_span *out, dm_arena *arena, dm_span gold,
                                dm_span found, demarche_error *err)
{
    dm_buf buf;
    dm_buf_init(&buf);
    add_label(&buf, gold);
    dm_buf_add_string(&buf, " > ");
    add_label(&buf, found);
    dm_text text; // a character may have been cut
    demarche_status status = DEMARCHE_OK;
    char *copy = dm_arena_copy(arena, dm_buf_span(&buf));
    if (dm_buf_failed(&buf) || copy == NULL)
        status = dm_no_memory(err);
    else
        status = dm_text_init(&text, arena, copy, buf.len, err);
    dm_buf_clear(&buf);
    if (status == DEMARCHE_OK)
        *out = (dm_span){ text.bytes, text.len };
    return status;
}

static demarche_status diagnose_speaker(diagnosis *d, uint32_t i, uint32_t j,
                                        demarche_error *err)
{
    uint8_t outcome = d->sample->outcomes[i][DM_ASPECT_SPEAKER];
    if (outcome == DM_UNJUDGED || outcome == DM_RIGHT)
        return DEMARCHE_OK;
    dm_span mention;
    demarche_status status = mention_of(&mention, d, j, err);
    dm_fault_kind kind =
        outcome == DM_MISSING ? DM_SPEAKER_MISSING : DM_SPEAKER_WRONG;
    return status == DEMARCHE_OK ? add(d, kind, i, j, mention, err) : status;
}

static demarche_status diagnose_pair(diagnosis *d, uint32_t i, uint32_t j,
                                     demarche_error *err)
{
    const dm_answer *found = &d->sample->found[i];
    const dm_attribution *gold = &d->sample->gold.items[j];
    const struct {
        dm_aspect aspect;
        dm_fault_kind kind;
        dm_span gold, found;
    } labels[] = {
        { DM_ASPECT_ACTOR, DM_ACTOR_WRONG, gold->actor, found->actor },
        { DM_ASPECT_SIDE, DM_SIDE_WRONG, gold->side, found->side },
        { DM_ASPECT_TONE, DM_TONE_WRONG, gold->tone, found->tone },
    };
    demarche_status status = diagnose_speaker(d, i, j, err);
    if (status == DEMARCHE_OK && d->sample->ratios[i] < 1)
        status = diagnose_ends(d, i, j, err);
    for (size_t k = 0; k < 3 && status == DEMARCHE_OK; k++) {
        dm_span words;
        if (d->sample->outcomes[i][labels[k].aspect] != DM_WRONG)
            continue;
        status =
            contrast(&words, d->arena, labels[k].gold, labels[k].found, err);
        if (status == DEMARCHE_OK)
            status = add(d, labels[k].kind, i, j, words, err);
    }
    return status;
}

static demarche_status diagnose_found(diagnosis *d, uint32_t i,
                                      demarche_error *err)
{
    if (d->sample->gold_of[i] != DM_NOBODY)
        return diagnose_pair(d, i, d->sample->gold_of[i], err);
    dm_span rule = rule_of(&d->sample->found[i]);
    return d->whole[i] == DM_NOBODY
               ? add(d, DM_SPURIOUS, i, DM_NOBODY, rule, err)
               : add(d, DM_SPLIT, i, d->whole[i], rule, err);
}

demarche_status dm_faults_find(dm_faults *faults, const dm_sample *sample,
                               dm_arena *scratch, demarche_error *err)
{
    diagnosis d = { .faults = faults, .sample = sample, .arena = scratch };
    demarche_status status = find_nests(&d, err);
    if (status == DEMARCHE_OK)
        status = find_cues(&d, err);
    if (status == DEMARCHE_OK)
        status = find_parts(&d, err);
    for (size_t j = 0; j < sample->gold.count && status == DEMARCHE_OK; j++)
        if (sample->like[j] && sample->found_of[j] == DM_NOBODY)
            status = diagnose_missed(&d, (uint32_t)j, err);
    for (size_t i = 0; i < sample->found_count && status == DEMARCHE_OK; i++)
        status = diagnose_found(&d, (uint32_t)i, err);
    return status;
}

demarche_status dm_faults_find_turns(dm_faults *faults, const dm_sample *sample,
                                     const dm_turn_fate *fates,
                                     dm_arena *scratch, demarche_error *err)
{
    diagnosis d = { .faults = faults, .sample = sample, .arena = scratch };
    demarche_status status = DEMARCHE_OK;
    for (size_t t = 0; t < sample->gold.turn_count && status == DEMARCHE_OK;
         t++) {
        const dm_turn_fate *fate = &fates[t];
        const dm_gold_turn *turn = &sample->gold.turns[t];
        bool sides = fate->mistaken == 0 && fate->sided < fate->covered;
        dm_span words =
            turn->speaker.len > 0 ? turn->speaker : dm_span_of("nobody");
        if (fate->missed > 0)
            status =
                add(&d, DM_TURN_MISSED, DM_NOBODY, (uint32_t)t, words, err);
        if (status != DEMARCHE_OK || fate->culprit == DM_NOBODY)
            continue;
        const dm_answer *found = &sample->found[fate->culprit];
        status = sides ? contrast(&words, scratch, turn->side, found->side, err)
                       : contrast(&words, scratch, turn->speaker,
                                  found->speaker, err);
        dm_fault_kind kind = !fate->official ? DM_TURN_LEAKED
                             : sides         ? DM_TURN_SIDE
                                             : DM_TURN_MISTAKEN;
        if (status == DEMARCHE_OK)
            status = add(&d, kind, fate->culprit, (uint32_t)t, words, err);
    }
    return status;
}
