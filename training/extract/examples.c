/* examples.c - see examples.h. */
#include "extract/examples.h"

#include <stdlib.h>
#include <string.h>

#include "reading.h"
#include "attribution.h"
#include "ending.h"
#include "second.h"
#include "trait.h"

typedef struct teacher {
    dm_tutor tutor;
    dm_examples *examples;
    const dm_golds *golds;
    uint32_t doc;
    bool rehearsing;
} teacher;

enum {
    UNKNOWN = DM_OPTIONS_MAX,
    FORM_MIN = 2,   // times that a word must speak to be asked about
    FORM_RARE = 50, // and at least once in so many times
};

static void *grow(void *items, size_t needed, size_t *capacity, size_t size)
{
    if (needed <= *capacity)
        return items;
    size_t more = *capacity < 4096 ? 8192 : *capacity * 2;
    while (more < needed)
        more *= 2;
    void *room = realloc(items, more * size);
    if (room != NULL)
        *capacity = more;
    return room;
}

static bool make_room(dm_examples *e, size_t options, size_t features)
{
    void *room = grow(e->items, e->count + 1, &e->capacity, sizeof *e->items);
    if (room == NULL)
        return false;
    e->items = room;
    room = grow(e->ends, e->end_count + options, &e->end_capacity,
                sizeof *e->ends);
    if (room == NULL)
        return false;
    e->ends = room;
    room = grow(e->features, e->feature_count + features, &e->feature_capacity,
                sizeof *e->features);
    if (room != NULL)
        e->features = room;
    return room != NULL;
}

/* Was the decision's like seen already in this page? */
static bool is_known(const teacher *t, const dm_decision *d, size_t right)
{
    const dm_examples *e = t->examples;
    for (size_t i = e->count; i-- > 0 && e->items[i].doc == t->doc;)
        if (e->items[i].question == d->question &&
            e->items[i].site == d->site &&
            e->items[i].place == d->options[right].at)
            return true;
    return false;
}

static void record(teacher *t, const dm_decision *d, size_t right)
{
    dm_examples *e = t->examples;
    size_t features = 0;
    for (size_t i = 0; i < d->count; i++)
        features += d->options[i].count;
    if (e->failed || !make_room(e, d->count, features)) {
        e->failed = true;
        return;
    }
    e->items[e->count++] = (dm_example){ .question = d->question,
                                         .doc = t->doc,
                                         .site = d->site,
                                         .place = d->options[right].at,
                                         .count = (uint32_t)d->count,
                                         .usual = (uint32_t)d->usual,
                                         .right = (uint32_t)right,
                                         .first = e->end_count,
                                         .features = e->feature_count };
    uint32_t end = 0;
    for (size_t i = 0; i < d->count; i++) {
        const dm_option *option = &d->options[i];
        memcpy(e->features + e->feature_count, option->features,
               option->count * sizeof *option->features);
        e->feature_count += option->count;
        end += option->count;
        e->ends[e->end_count++] = end;
    }
}

/* The attribution whose cue's head stands at `at`; or whose cue covers it. */
static const dm_gold *find_gold(const teacher *t, const dm_scan *scan,
                                uint32_t at, bool head)
{
    for (size_t i = 0; i < t->golds->count; i++) {
        const dm_gold *gold = &t->golds->items[i];
        if (head ? dm_gold_head(gold, scan) == at &&
                       gold->cue.begin < gold->cue.end
                 : gold->cue.begin <= at && at < gold->cue.end)
            return gold;
    }
    return NULL;
}

static size_t answer_cue(const teacher *t, const dm_scan *scan,
                         const dm_decision *d)
{
    const dm_gold *gold = find_gold(t, scan, d->site, true);
    if (gold != NULL)
        return dm_gold_is_statement(gold, scan) ? 1 : UNKNOWN;
    return find_gold(t, scan, d->site, false) != NULL ? UNKNOWN : 0;
}

static size_t answer_begin(const teacher *t, const dm_scan *scan,
                           const dm_decision *d)
{
    const dm_gold *gold = find_gold(t, scan, d->site, true);
    if (gold == NULL)
        return UNKNOWN;
    uint32_t begin = dm_gold_begin(scan, gold->pieces[0].begin);
    if (begin < d->site)
        return dm_gold_end(scan, gold->pieces[0].end) <= d->site &&
                       d->count > 1 && d->options[1].at == d->site
                   ? 1
                   : 0;
    for (size_t i = 1; i < d->count; i++)
        if (d->options[i].at > d->site &&
            dm_gold_begin(scan, d->options[i].at) == begin)
            return i;
    return 0;
}

/* The piece of an annotated content that begins at a word; best of a cue that
 * covers the site. */
static const dm_run *find_piece(const teacher *t, const dm_scan *scan,
                                uint32_t site, uint32_t word)
{
    const dm_run *found = NULL;
    for (size_t i = 0; i < t->golds->count; i++) {
        const dm_gold *gold = &t->golds->items[i];
        bool cued = gold->cue.begin <= site && site < gold->cue.end;
        for (size_t p = 0; p < gold->count; p++)
            if (dm_gold_begin(scan, gold->pieces[p].begin) == word &&
                (found == NULL || cued))
                found = &gold->pieces[p];
    }
    return found;
}

static size_t answer_end(const teacher *t, const dm_scan *scan,
                         const dm_decision *d)
{
    const dm_run *piece =
        find_piece(t, scan, d->site, dm_gold_begin(scan, d->begin));
    if (piece == NULL)
        return UNKNOWN;
    uint32_t end = dm_gold_end(scan, piece->end);
    for (size_t i = 0; i < d->count; i++)
        if (dm_gold_end(scan, d->options[i].at) == end)
            return i;
    return UNKNOWN;
}

static size_t answer(dm_tutor *tutor, const dm_scan *scan, const dm_decision *d)
{
    static size_t (*const answers[DM_QUESTIONS])(
        const teacher *, const dm_scan *, const dm_decision *) = {
        [DM_ASK_SPEAKS] = answer_cue,
        [DM_ASK_STANDS] = answer_cue,
        [DM_ASK_BEGIN] = answer_begin,
        [DM_ASK_END] = answer_end,
    };
    teacher *t = (teacher *)tutor; // the tutor is its first member
    size_t right = answers[d->question](t, scan, d);
    if (right == UNKNOWN)
        return d->usual;
    if (!t->rehearsing || !is_known(t, d, right))
        record(t, d, right);
    return right;
}

static void note_forms(dm_examples *examples, dm_scan *scan,
                       const dm_golds *golds)
{
    for (size_t i = 0; i < golds->count; i++) {
        const dm_gold *gold = &golds->items[i];
        if (gold->cue.begin >= gold->cue.end ||
            !dm_gold_is_statement(gold, scan))
            continue;
        uint32_t head = dm_gold_head(gold, scan);
        examples->cues[dm_trait_word(scan, head) >> (32 - DM_FORM_BITS)]++;
    }
    for (size_t i = 0; i < scan->page->tokens.count; i++)
        if (scan->words[i].quote == 0)
            examples->words[dm_trait_word(scan, i) >> (32 - DM_FORM_BITS)]++;
}

/* Ask about every annotated cue, beliefs included: how a content lies behind
 * its verb is the same for both. */
static void rehearse(teacher *t, dm_scan *scan)
{
    t->rehearsing = true;
    for (size_t i = 0; i < t->golds->count; i++) {
        const dm_gold *gold = &t->golds->items[i];
        uint32_t head = dm_gold_head(gold, scan), s = 0;
        if (gold->cue.begin >= gold->cue.end)
            continue;
        while (s + 1 < scan->segment_count && scan->segments[s].run.end <= head)
            s++;
        const dm_segment *segment = &scan->segments[s];
        dm_reading r = { .scan = scan,
                         .segment = s,
                         .run = { segment->lead, segment->run.end } };
        r.first = scan->draft_count;
        if (head >= r.run.begin && dm_scan_quote(scan, head) == NULL)
            dm_second_rehearse(&r, head);
    }
}

static demarche_status read_page(dm_examples *examples, dm_tutor *tutor,
                                 dm_page *page, const dm_golds *golds,
                                 dm_arena *arena, demarche_error *err)
{
    const dm_chooser chooser = { .forms = examples->forms, .tutor = tutor };
    page->chooser = &chooser;
    dm_scan scan;
    demarche_status status = dm_scan_init(&scan, page, arena, err);
    if (status == DEMARCHE_OK && tutor != NULL) {
        status = dm_attributions_find(&scan, err);
        rehearse((teacher *)tutor, &scan);
    } else if (status == DEMARCHE_OK)
        note_forms(examples, &scan, golds);
    page->chooser = NULL;
    return status;
}

static demarche_status visit(dm_examples *examples, const json_t *json,
                             teacher *t, demarche_error *err)
{
    dm_arena arena;
    dm_arena_init(&arena);
    dm_page page;
    dm_golds golds;
    demarche_status status = dm_golds_open(&page, &golds, json, &arena, err);
    if (t != NULL)
        t->golds = &golds;
    if (status == DEMARCHE_OK)
        status = read_page(examples, t == NULL ? NULL : &t->tutor, &page,
                           &golds, &arena, err);
    if (t != NULL)
        t->golds = NULL;
    dm_arena_clear(&arena);
    if (status == DEMARCHE_OK && examples->failed)
        return dm_no_memory(err);
    return status;
}

demarche_status dm_examples_add(dm_examples *examples, const json_t *record,
                                uint32_t doc, demarche_error *err)
{
    teacher t = { .tutor = { answer }, .examples = examples, .doc = doc };
    return visit(examples, record, &t, err);
}

demarche_status dm_examples_learn_forms(dm_examples *examples,
                                        const json_t *record,
                                        demarche_error *err)
{
    return visit(examples, record, NULL, err);
}

void dm_examples_choose_forms(dm_examples *examples)
{
    for (uint32_t bit = 0; bit < 1u << DM_FORM_BITS; bit++)
        if (examples->cues[bit] >= FORM_MIN &&
            examples->cues[bit] >= examples->words[bit] / FORM_RARE)
            examples->forms[bit / 32] |= 1u << bit % 32;
}

void dm_examples_clear(dm_examples *examples)
{
    free(examples->items);
    free(examples->ends);
    free(examples->features);
    *examples = (dm_examples){ 0 };
}
