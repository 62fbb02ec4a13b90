/* turns.c - see turns.h.
 *
 * Statements are painted over the letters from the last to the first, and a
 * letter that has its colour is jumped over: so overlapping statements cost
 * no more than the text is long.
 */
#include "assay/turns.h"

#include "assay/surname.h"
#include "base/intern.h"

/* Who speaks, by numbers that are compared instead of words: however often the
 * turns and statements change within the text, a name is read once. */
typedef struct voice {
    uint32_t surname, side;
    bool official; // of the two sides
} voice;

typedef struct painting {
    uint32_t *owners; // [letters], statement + 1; 0: nobody's
    uint32_t *next;   // [letters + 1], the first letter from here on that may
                      // be free
    uint32_t letters;
    const voice *found, *turns; // [found_count], [gold.turn_count]
} painting;

static uint32_t next_free(painting *p, uint32_t at)
{
    uint32_t end = at;
    while (p->next[end] != end)
        end = p->next[end];
    while (p->next[at] != end) {
        uint32_t step = p->next[at];
        p->next[at] = end;
        at = step;
    }
    return end;
}

static void paint(painting *p, dm_stretch at, uint32_t owner)
{
    for (uint32_t i = next_free(p, at.begin); i < at.end; i = next_free(p, i)) {
        p->owners[i] = owner;
        p->next[i] = i + 1;
    }
}

static dm_stretch stretch_of(const dm_ruler *ruler, demarche_range range)
{
    dm_stretch at = { dm_ruler_at(ruler, range.begin).letters,
                      dm_ruler_at(ruler, range.end).letters };
    return at.begin < at.end ? at : (dm_stretch){ 0, 0 };
}

static demarche_status paint_all(painting *p, const dm_sample *sample,
                                 dm_arena *arena, demarche_error *err)
{
    const dm_ruler *ruler = &sample->ruler;
    p->letters = dm_ruler_at(ruler, ruler->count).letters;
    p->owners = dm_arena_array(arena, p->letters, sizeof *p->owners);
    p->next = dm_arena_array(arena, (size_t)p->letters + 1, sizeof *p->next);
    if (p->owners == NULL || p->next == NULL)
        return dm_no_memory(err);
    for (uint32_t i = 0; i <= p->letters; i++)
        p->next[i] = i;
    for (size_t i = sample->found_count; i-- > 0;) {
        const dm_answer *answer = &sample->found[i];
        if (!dm_span_is(answer->kind, "transcript"))
            continue;
        for (size_t s = 0; s < answer->spans.count; s++)
            paint(p, stretch_of(ruler, answer->spans.items[s]),
                  (uint32_t)i + 1);
    }
    return DEMARCHE_OK;
}

static demarche_status find_voice(voice *out, dm_intern *numbers,
                                  dm_span speaker, dm_span side,
                                  dm_arena *arena, demarche_error *err)
{
    dm_span surname;
    out->official = dm_span_is(side, "us") || dm_span_is(side, "china");
    demarche_status status =
        dm_surname_find(&surname, arena, speaker, DM_SURNAME_ASIDE, err);
    if (status == DEMARCHE_OK)
        status = dm_intern_add(&out->surname, numbers, surname, err);
    if (status == DEMARCHE_OK)
        status = dm_intern_add(&out->side, numbers, side, err);
    return status;
}

static demarche_status find_voices(painting *p, const dm_sample *sample,
                                   dm_intern *numbers, dm_arena *arena,
                                   demarche_error *err)
{
    size_t turn_count = sample->gold.turn_count;
    voice *found = dm_arena_array(arena, sample->found_count, sizeof *found);
    voice *turns = dm_arena_array(arena, turn_count, sizeof *turns);
    if (found == NULL || turns == NULL)
        return dm_no_memory(err);
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < sample->found_count && status == DEMARCHE_OK; i++)
        status = find_voice(&found[i], numbers, sample->found[i].speaker,
                            sample->found[i].side, arena, err);
    for (size_t t = 0; t < turn_count && status == DEMARCHE_OK; t++)
        status = find_voice(&turns[t], numbers, sample->gold.turns[t].speaker,
                            sample->gold.turns[t].side, arena, err);
    p->found = found;
    p->turns = turns;
    return status;
}

/* Letters of one turn that belong to one statement (NULL: to nobody); whether
 * they do so wrongly. */
static bool judge_run(dm_turn_fate *fate, const voice *turn, const voice *found,
                      size_t letters)
{
    fate->letters += letters;
    if (found == NULL) {
        fate->missed += fate->official ? letters : 0;
        return false;
    }
    bool same = found->surname == turn->surname;
    bool sided = found->side == turn->side;
    if (!fate->official) {
        bool leaks = found->official && !same;
        fate->leaked += leaks ? letters : 0;
        return leaks;
    }
    fate->mistaken += same ? 0 : letters;
    fate->covered += same ? letters : 0;
    fate->sided += same && sided ? letters : 0;
    return !same || !sided;
}

static void judge_turn(dm_turn_fate *fate, const painting *p, const voice *turn,
                       dm_stretch at)
{
    *fate = (dm_turn_fate){ .official = turn->official, .culprit = DM_NOBODY };
    for (uint32_t i = at.begin; i < at.end;) {
        uint32_t begin = i, owner = p->owners[i];
        while (i < at.end && p->owners[i] == owner)
            i++;
        const voice *found = owner == 0 ? NULL : &p->found[owner - 1];
        if (judge_run(fate, turn, found, i - begin) &&
            fate->culprit == DM_NOBODY)
            fate->culprit = owner - 1;
    }
}

static demarche_status judge_all(dm_turn_fate *fates, const dm_sample *sample,
                                 const painting *p, demarche_error *err)
{
    const dm_gold *gold = &sample->gold;
    size_t left = 64 * (size_t)p->letters + (1 << 20); // turns may overlap
    for (size_t t = 0; t < gold->turn_count; t++) {
        dm_stretch at = stretch_of(&sample->ruler, gold->turns[t].span);
        if (at.end - at.begin > left)
            return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                           "turns of one document overlap too often");
        left -= at.end - at.begin;
        judge_turn(&fates[t], p, &p->turns[t], at);
    }
    return DEMARCHE_OK;
}

demarche_status dm_turns_judge(dm_turn_fate **out, const dm_sample *sample,
                               dm_arena *arena, demarche_error *err)
{
    painting p;
    dm_intern numbers;
    *out = dm_arena_array(arena, sample->gold.turn_count, sizeof **out);
    if (*out == NULL)
        return dm_no_memory(err);
    dm_intern_init(&numbers);
    demarche_status status = paint_all(&p, sample, arena, err);
    if (status == DEMARCHE_OK)
        status = find_voices(&p, sample, &numbers, arena, err);
    dm_intern_clear(&numbers);
    return status == DEMARCHE_OK ? judge_all(*out, sample, &p, err) : status;
}

dm_counts dm_turns_count(const dm_turn_fate *fates, size_t count)
{
    dm_counts counts = { { 0 } };
    counts.n[DM_N_TURNS] = count;
    for (size_t i = 0; i < count; i++) {
        const dm_turn_fate *fate = &fates[i];
        counts.n[fate->official ? DM_N_OWED : DM_N_OTHERS] += fate->letters;
        counts.n[DM_N_COVERED] += fate->covered;
        counts.n[DM_N_SIDED] += fate->sided;
        counts.n[DM_N_LEAKED] += fate->leaked;
    }
    return counts;
}
