/* register_link.c - what register lines say of each other.
 *
 * Runs once, after the last line: `of` becomes a pointer, the offices of a
 * person become terms, and the way a person's name is ordered is settled.
 */
#include "field.h"
#include "register.h"

#include <stdlib.h>

typedef struct linker {
    dm_register *reg;
    dm_term *terms; // [count], in order of the file
    size_t count, room;
    demarche_error *err;
} linker;

#define REFUSE(l, entry, at, ...)                                              \
    dm_field_refuse((entry)->file, (entry)->line,                              \
                    dm_field_column((entry)->text->bytes, at), (l)->err,       \
                    __VA_ARGS__)

/* Where names open with the family name: always, or where they are written
 * with a hyphen or in three words ("Tung Chee-hwa", but "Carrie Lam"). */
static const char *const always_first[] = {
    "china",          "other/taiwan",      "other/vietnam",
    "other/cambodia", "other/north-korea", "other/south-korea",
};
static const char *const often_first[] = { "other/hong-kong", "other/macao",
                                           "other/singapore" };

/* Family names that tell "Jack Ma" from "Ma Zhaoxu". */
static const char *const chinese[] = {
    "bai",   "bi",    "bo",   "cai",    "cao",   "chen",  "cheng", "chi",
    "chu",   "cui",   "da",   "dai",    "deng",  "ding",  "dong",  "du",
    "duan",  "fan",   "fang", "feng",   "fu",    "gan",   "gao",   "ge",
    "geng",  "gong",  "gu",   "guan",   "guo",   "han",   "hao",   "he",
    "hong",  "hou",   "hu",   "hua",    "huang", "ji",    "jia",   "jiang",
    "jin",   "jing",  "kang", "kong",   "lai",   "lan",   "lee",   "lei",
    "li",    "liang", "liao", "lin",    "liu",   "long",  "lou",   "lu",
    "luo",   "lyu",   "ma",   "mao",    "mei",   "meng",  "miao",  "mo",
    "ni",    "ning",  "niu",  "nong",   "pan",   "pang",  "park",  "pei",
    "peng",  "qi",    "qian", "qiao",   "qin",   "qiu",   "qu",    "ren",
    "ruan",  "sang",  "sha",  "shang",  "shao",  "shen",  "sheng", "shi",
    "song",  "su",    "sun",  "tan",    "tang",  "tao",   "tian",  "tsai",
    "tu",    "wan",   "wang", "wei",    "wen",   "weng",  "wu",    "xi",
    "xia",   "xiao",  "xie",  "xing",   "xiong", "xu",    "xue",   "yan",
    "yang",  "yao",   "ye",   "yi",     "yin",   "yu",    "yuan",  "yue",
    "zang",  "zeng",  "zha",  "zhai",   "zhan",  "zhang", "zhao",  "zheng",
    "zhong", "zhou",  "zhu",  "zhuang", "zou",
};

enum { DEPTH_MAX = 8 }; // of an institution within an institution

static const dm_entry *find(const dm_register *reg, dm_span id)
{
    uint32_t number = dm_intern_find(&reg->ids, id);
    return number == DM_INTERN_NONE ? NULL : reg->entries[number];
}

static demarche_status link_of(linker *l, dm_entry *entry)
{
    if (entry->of.len == 0)
        return DEMARCHE_OK;
    const dm_entry *of = find(l->reg, entry->of);
    if (of == NULL)
        return REFUSE(l, entry, entry->of.data,
                      "unknown id '%.*s' in column 'of'",
                      dm_field_shown(entry->of), entry->of.data);
    entry->actor.of = &of->actor;
    return DEMARCHE_OK;
}

/* "FROM..TO", each a date or nothing. */
static bool parse_range(dm_span range, dm_term *term)
{
    const char *dots = NULL;
    for (size_t i = 0; i + 2 <= range.len && dots == NULL; i++)
        if (memcmp(range.data + i, "..", 2) == 0)
            dots = range.data + i;
    if (dots == NULL)
        return false;
    dm_span from = { range.data, (size_t)(dots - range.data) };
    dm_span to = { dots + 2, range.len - from.len - 2 };
    term->from = DM_DATE_FIRST;
    term->to = DM_DATE_LAST;
    if (from.len > 0 && !dm_date_parse(&term->from, from, false))
        return false;
    if (to.len > 0 && !dm_date_parse(&term->to, to, true))
        return false;
    return term->from <= term->to;
}

/* "acting" or "joint", or both. */
static demarche_status parse_marks(linker *l, dm_entry *entry, dm_span marks,
                                   dm_term *term)
{
    while (marks.len > 0) {
        dm_span mark = dm_field_cut(&marks, ' ');
        bool acting = dm_span_is(mark, "acting");
        bool joint = dm_span_is(mark, "joint");
        if (mark.len > 0 && !acting && !joint)
            return REFUSE(l, entry, mark.data,
                          "unknown mark '%.*s', not 'acting' or 'joint'",
                          dm_field_shown(mark), mark.data);
        term->acting |= acting;
        term->joint |= joint;
    }
    return DEMARCHE_OK;
}

/* "office-id FROM..TO", and marks. */
static demarche_status add_term(linker *l, dm_entry *entry, dm_span part)
{
    dm_span marks = part;
    dm_span id = dm_field_cut(&marks, ' ');
    marks = dm_field_trim(marks);
    dm_span range = dm_field_cut(&marks, ' ');
    dm_term term = { .person = entry, .office = find(l->reg, id) };
    if (term.office == NULL || term.office->actor.kind != DM_ACTOR_OFFICE)
        return REFUSE(l, entry, id.data, "unknown office '%.*s'",
                      dm_field_shown(id), id.data);
    if (!parse_range(range, &term))
        return REFUSE(l, entry, range.data, "bad time in office '%.*s'",
                      dm_field_shown(range), range.data);
    demarche_status status = parse_marks(l, entry, marks, &term);
    if (status != DEMARCHE_OK)
        return status;
    dm_term *moved = dm_arena_grow(&l->reg->arena, l->terms, l->count, &l->room,
                                   sizeof *moved);
    if (moved == NULL)
        return dm_no_memory(l->err);
    l->terms = moved;
    l->terms[l->count++] = term;
    entry->term_count++;
    return DEMARCHE_OK;
}

static demarche_status link_terms(linker *l, dm_entry *entry)
{
    if (entry->actor.kind != DM_ACTOR_PERSON)
        return DEMARCHE_OK;
    for (dm_span rest = entry->detail; rest.len > 0;) {
        dm_span part = dm_field_cut(&rest, ';');
        if (part.len == 0 || memchr(part.data, '=', part.len) != NULL)
            continue;
        demarche_status status = add_term(l, entry, part);
        if (status != DEMARCHE_OK)
            return status;
    }
    return DEMARCHE_OK;
}

static bool is_among(dm_span word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (dm_span_is(word, list[i]))
            return true;
    return false;
}

#define IS_AMONG(word, list) is_among(word, list, sizeof(list) / sizeof *(list))

/* Three words or more, or two with a hyphen: "Lee Hsien Loong". */
static bool is_long(const dm_entry *entry)
{
    return entry->name_end - entry->name >= 3;
}

/* Settle whether a person's name opens with the family name, by the country
 * that column `of` leads to. */
static void settle_order(dm_entry *entry)
{
    if (entry->name == entry->name_end)
        return;
    const dm_actor *top = &entry->actor;
    while (top->of != NULL)
        top = top->of;
    dm_span root = dm_span_of(top == &entry->actor ? top->side : top->id);
    dm_span first = entry->name->folded, last = entry->name_end[-1].folded;
    bool western = IS_AMONG(last, chinese) && !IS_AMONG(first, chinese);
    if (IS_AMONG(root, always_first))
        entry->family_first = !western || is_long(entry);
    else if (IS_AMONG(root, often_first))
        entry->family_first = is_long(entry);
}

/* Note which words an office goes by. */
static void note_words(dm_entry *office)
{
    for (const dm_token *t = office->name; t < office->name_end; t++)
        office->words |= dm_entry_bit(t);
    for (const dm_token *t = office->alias; t < office->alias_end; t++)
        office->words |= dm_entry_bit(t);
}

static int compare_terms(const void *a, const void *b)
{
    const dm_term *left = a, *right = b;
    size_t a_office = left->office->number, b_office = right->office->number;
    if (a_office != b_office)
        return a_office < b_office ? -1 : 1;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    return (left->person->number > right->person->number) -
           (left->person->number < right->person->number);
}

/* Give each person its terms, then keep all of them ordered by office. */
static demarche_status share_terms(linker *l)
{
    dm_term *sorted = dm_arena_array(&l->reg->arena, l->count, sizeof *sorted);
    if (sorted == NULL)
        return dm_no_memory(l->err);
    if (l->count > 0)
        memcpy(sorted, l->terms, l->count * sizeof *sorted);
    for (size_t i = 0, at = 0; i < l->reg->count; i++) {
        if (l->reg->entries[i]->term_count > 0)
            l->reg->entries[i]->terms = l->terms + at;
        at += l->reg->entries[i]->term_count;
    }
    qsort(sorted, l->count, sizeof *sorted, compare_terms);
    l->reg->terms = sorted;
    l->reg->term_count = l->count;
    return DEMARCHE_OK;
}

/* Nobody may belong to himself, so that all may follow `of` to its end. */
static demarche_status check_circle(linker *l, const dm_entry *entry)
{
    int depth = 0;
    for (const dm_actor *of = entry->actor.of; of != NULL; of = of->of)
        if (++depth > DEPTH_MAX)
            return REFUSE(l, entry, entry->of.data,
                          "column 'of' is a circle, or too deep");
    return DEMARCHE_OK;
}

demarche_status dm_register_link(dm_register *reg, demarche_error *err)
{
    linker l = { .reg = reg, .err = err };
    for (size_t i = 0; i < reg->count; i++) {
        demarche_status status = link_of(&l, reg->entries[i]);
        if (status == DEMARCHE_OK)
            status = link_terms(&l, reg->entries[i]);
        if (status != DEMARCHE_OK)
            return status;
    }
    for (size_t i = 0; i < reg->count; i++) {
        demarche_status status = check_circle(&l, reg->entries[i]);
        if (status != DEMARCHE_OK)
            return status;
    }
    for (size_t i = 0; i < reg->count; i++) {
        dm_entry *entry = reg->entries[i];
        if (entry->actor.kind == DM_ACTOR_PERSON)
            settle_order(entry);
        else if (entry->actor.kind == DM_ACTOR_OFFICE)
            note_words(entry);
    }
    return share_terms(&l);
}
