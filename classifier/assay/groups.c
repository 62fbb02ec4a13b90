/* groups.c - see groups.h. */
#include "assay/groups.h"

#include <stdlib.h>

#include "noun.h"

enum { GLANCE = 400 }; // bytes of a range, and words, that are looked at

const char *dm_grouping_name(dm_grouping grouping)
{
    static const char *const names[DM_GROUPINGS] = { "gold", "kind", "rule",
                                                     "mention" };
    return names[grouping];
}

void dm_groups_init(dm_groups *groups)
{
    *groups = (dm_groups){ .capacity = 0 };
    dm_intern_init(&groups->names);
    dm_arena_init(&groups->arena);
}

void dm_groups_clear(dm_groups *groups)
{
    dm_intern_clear(&groups->names);
    dm_arena_clear(&groups->arena);
}

static demarche_status find_group(dm_group **out, dm_groups *groups,
                                  dm_span name, demarche_error *err)
{
    dm_group *items =
        dm_arena_grow(&groups->arena, groups->items, groups->names.count,
                      &groups->capacity, sizeof *items);
    if (items == NULL)
        return dm_no_memory(err);
    groups->items = items;
    uint32_t number;
    demarche_status status = dm_intern_add(&number, &groups->names, name, err);
    if (status == DEMARCHE_OK) {
        *out = &items[number];
        (*out)->name = dm_intern_at(&groups->names, number);
    }
    return status;
}

/* Count one; with statement `i` as found, or as its partner; or DM_NOBODY. */
static demarche_status count_under(dm_groups *groups, dm_span name,
                                   const dm_sample *sample, uint32_t i,
                                   demarche_error *err)
{
    dm_group *group;
    demarche_status status = find_group(&group, groups, name, err);
    if (status != DEMARCHE_OK)
        return status;
    group->count++;
    if (i == DM_NOBODY || sample->gold_of[i] == DM_NOBODY)
        return DEMARCHE_OK;
    uint8_t speaker = sample->outcomes[i][DM_ASPECT_SPEAKER];
    for (size_t level = 0; level < DM_LEVELS; level++)
        group->hits[level] += sample->ratios[i] >= dm_levels[level];
    group->named += speaker != DM_UNJUDGED;
    group->right += speaker == DM_RIGHT;
    return DEMARCHE_OK;
}

static dm_span name_of(dm_span kind)
{
    return kind.len > 0 ? kind : dm_span_of("(none)");
}

static bool is_part(uint32_t c)
{
    return dm_char_is_alnum(c) || c == '\'' || c == 0x2019 || c == '-';
}

/* The next word at or behind *at, which moves behind it; empty at the end. */
static dm_span next_word(dm_span words, size_t *at)
{
    size_t step, begin = *at;
    if (words.len > GLANCE) // a cut character is no letter
        words.len = GLANCE;
    while (begin < words.len &&
           !is_part(dm_text_at(words.data, words.len, begin, &step)))
        begin += step;
    size_t end = begin;
    while (end < words.len &&
           is_part(dm_text_at(words.data, words.len, end, &step)))
        end += step;
    *at = end;
    return (dm_span){ words.data + begin, end - begin };
}

typedef struct glance {
    size_t words, names, pronouns;
} glance;

/* A capital tells a name, unless the word stands for speakers of some kind and
 * has its capital from the sentence or from respect: "Officials said". */
static demarche_status look(glance *out, dm_span words, dm_arena *scratch,
                            demarche_error *err)
{
    size_t at = 0;
    for (dm_span word; at < GLANCE && out->words < GLANCE &&
                       (word = next_word(words, &at)).len > 0;) {
        dm_span folded;
        size_t step;
        demarche_status status = dm_text_fold(&folded, scratch, word, err);
        if (status != DEMARCHE_OK)
            return status;
        uint32_t classes = dm_noun_classes(folded);
        bool upper =
            dm_char_is_upper(dm_text_at(word.data, word.len, 0, &step));
        out->words++;
        out->names += upper && classes == 0;
        out->pronouns += (classes & DM_NOUN_PRONOUN) != 0;
    }
    return DEMARCHE_OK;
}

demarche_status dm_mention_find(const char **out, const dm_sample *sample,
                                const dm_ranges *source, dm_arena *scratch,
                                demarche_error *err)
{
    glance seen = { 0, 0, 0 };
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0;
         i < source->count && status == DEMARCHE_OK && seen.words < GLANCE; i++)
        status = look(&seen, dm_ruler_words(&sample->ruler, source->items[i]),
                      scratch, err);
    *out = seen.words == 0                        ? "none"
           : seen.names > 0                       ? "name"
           : seen.pronouns > 0 && seen.words == 1 ? "pronoun"
                                                  : "description";
    return status;
}

static demarche_status add_one(dm_groups *all, const dm_sample *sample,
                               uint32_t i, dm_arena *scratch,
                               demarche_error *err)
{
    const dm_answer *answer = &sample->found[i];
    demarche_status status =
        count_under(&all[DM_BY_KIND], name_of(answer->kind), sample, i, err);
    for (size_t r = 0; r < answer->rule_count && status == DEMARCHE_OK; r++)
        status =
            count_under(&all[DM_BY_RULE], answer->rules[r], sample, i, err);
    if (status != DEMARCHE_OK ||
        sample->outcomes[i][DM_ASPECT_SPEAKER] == DM_UNJUDGED)
        return status;
    const char *mention;
    status = dm_mention_find(&mention, sample,
                             &sample->gold.items[sample->gold_of[i]].source,
                             scratch, err);
    if (status == DEMARCHE_OK)
        status = count_under(&all[DM_BY_MENTION], dm_span_of(mention), sample,
                             i, err);
    return status;
}

demarche_status dm_groups_add(dm_groups *all, const dm_sample *sample,
                              dm_arena *scratch, demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    for (size_t j = 0; j < sample->gold.count && status == DEMARCHE_OK; j++)
        if (sample->like[j])
            status = count_under(&all[DM_BY_GOLD],
                                 name_of(sample->gold.items[j].kind), sample,
                                 sample->found_of[j], err);
    for (size_t i = 0; i < sample->found_count && status == DEMARCHE_OK; i++)
        status = add_one(all, sample, (uint32_t)i, scratch, err);
    return status;
}

static int by_size(const void *a, const void *b)
{
    const dm_group *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return dm_span_compare(x->name, y->name);
}

demarche_status dm_groups_sorted(dm_group **out, const dm_groups *groups,
                                 dm_arena *arena, demarche_error *err)
{
    size_t count = groups->names.count;
    *out = dm_arena_array(arena, count, sizeof **out);
    if (*out == NULL)
        return dm_no_memory(err);
    if (count > 0)
        memcpy(*out, groups->items, count * sizeof **out);
    qsort(*out, count, sizeof **out, by_size);
    return DEMARCHE_OK;
}
