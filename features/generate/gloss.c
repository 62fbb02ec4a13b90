/* gloss.c - write the table of gloss.c: gloss FILE, run when building.
 *
 * Every word that a table lists is taken, and every word that its endings
 * could make of it; of each, the tables are asked, and those of which they
 * know nothing are left out. Endings that make no word cost nothing but time
 * here, so that more are tried than there are.
 */
#include <stdio.h>
#include <stdlib.h>

#include "abbrev.h"
#include "base/hash.h"
#include "cue.h"
#include "gloss.h"
#include "lexicon.h"
#include "name.h"
#include "noun.h"
#include "sentence.h"

enum { WORD_MAX = 48, CUT_MAX = 3 };

typedef struct word {
    char bytes[WORD_MAX];
    size_t len;
    size_t gloss; // number
} word;

typedef struct maker {
    word *words; // [count]
    size_t count, capacity;
    dm_gloss *glosses; // [gloss_count]
    size_t gloss_count;
} maker;

static void *grow(void *items, size_t count, size_t size)
{
    void *moved = realloc(items, count * size);
    if (moved == NULL) {
        fputs("gloss: out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    return moved;
}

static dm_span span_of(const word *w)
{
    return (dm_span){ w->bytes, w->len };
}

static void add(maker *m, dm_span stem, char again, const char *ending)
{
    word w = { .len = stem.len };
    if (stem.data == NULL || stem.len + 1 + strlen(ending) > WORD_MAX)
        return;
    memcpy(w.bytes, stem.data, stem.len);
    if (again != '\0')
        w.bytes[w.len++] = again;
    while (*ending != '\0')
        w.bytes[w.len++] = *ending++;
    if (m->count == m->capacity) {
        m->capacity = m->capacity == 0 ? 4096 : 2 * m->capacity;
        m->words = grow(m->words, m->capacity, sizeof *m->words);
    }
    m->words[m->count++] = w;
}

/* The word itself, and what endings make of it or of its beginning, with the
 * last letter doubled or not: "plan", "plans", "planned", "planning". */
static void add_forms(maker *m, dm_span listed)
{
    static const char *const endings[] = { "s",   "es",  "ies", "ed",
                                           "ied", "ing", "men", "d" };
    if (listed.data == NULL)
        return;
    add(m, listed, '\0', "");
    for (size_t cut = 0; cut <= CUT_MAX && cut < listed.len; cut++) {
        dm_span stem = { listed.data, listed.len - cut };
        for (size_t e = 0; e < sizeof endings / sizeof *endings; e++) {
            add(m, stem, '\0', endings[e]);
            add(m, stem, stem.data[stem.len - 1], endings[e]);
        }
    }
}

static dm_span lexicon_word(size_t i)
{
    return i < dm_lexicon_count() ? dm_lexicon_at(i) : (dm_span){ 0 };
}

static int by_bytes(const void *a, const void *b)
{
    return dm_span_compare(span_of(a), span_of(b));
}

static void collect(maker *m)
{
    dm_span (*const listers[])(size_t) = { lexicon_word, dm_cue_word,
                                           dm_noun_word, dm_abbrev_word,
                                           dm_name_word };
    for (size_t l = 0; l < sizeof listers / sizeof *listers; l++)
        for (size_t i = 0; listers[l](i).len > 0; i++)
            add_forms(m, listers[l](i));
    qsort(m->words, m->count, sizeof *m->words, by_bytes);
    size_t kept = 0;
    for (size_t i = 0; i < m->count; i++)
        if (kept == 0 || by_bytes(&m->words[kept - 1], &m->words[i]) != 0)
            m->words[kept++] = m->words[i];
    m->count = kept;
}

static dm_gloss ask(dm_span folded)
{
    dm_cue_form form;
    const dm_cue *cue = dm_cue_find(folded, &form);
    unsigned abbrev = dm_abbrev_flags(folded);
    if (dm_abbrev_is_title(folded))
        abbrev |= DM_ABBREV_TITLE;
    return (dm_gloss){
        .classes = dm_lexicon_classes(folded),
        .nouns = dm_noun_classes(folded),
        .cue = (uint16_t)(cue == NULL ? 0 : cue - dm_cue_at(0) + 1),
        .form = (uint8_t)(cue == NULL ? 0 : form),
        .gender = (uint8_t)dm_given_gender(folded),
        .abbrev = (uint8_t)abbrev,
        .name = (uint8_t)dm_name_classes(folded),
    };
}

static bool same(const dm_gloss *a, const dm_gloss *b)
{
    return a->classes == b->classes && a->nouns == b->nouns &&
           a->cue == b->cue && a->form == b->form && a->gender == b->gender &&
           a->abbrev == b->abbrev && a->name == b->name;
}

static size_t number_of(maker *m, dm_gloss gloss)
{
    for (size_t i = 0; i < m->gloss_count; i++)
        if (same(&m->glosses[i], &gloss))
            return i;
    m->glosses = grow(m->glosses, m->gloss_count + 1, sizeof *m->glosses);
    m->glosses[m->gloss_count] = gloss;
    return m->gloss_count++;
}

/* Keep the words of which a table knows more than an ending tells. */
static void look_up(maker *m)
{
    number_of(m, (dm_gloss){ 0 });
    number_of(m, (dm_gloss){ .classes = DM_WORD_ADVERB });
    size_t kept = 0;
    for (size_t i = 0; i < m->count; i++) {
        word *w = &m->words[i];
        w->gloss = number_of(m, ask(span_of(w)));
        bool adverb_form = w->len > 4 && dm_span_ends(span_of(w), "ly");
        if (w->gloss != (adverb_form ? DM_GLOSS_ADVERB : DM_GLOSS_NONE))
            m->words[kept++] = *w;
    }
    m->count = kept;
}

static void write_glosses(const maker *m, FILE *to)
{
    fputs("/* Made by generate/gloss.c from the tables. */\n"
          "const dm_gloss dm_glosses[] = {\n",
          to);
    for (size_t i = 0; i < m->gloss_count; i++) {
        const dm_gloss *g = &m->glosses[i];
        fprintf(to, "    { %uu, %uu, %u, %u, %u, %u, %u },\n", g->classes,
                g->nouns, g->cue, g->form, g->gender, g->abbrev, g->name);
    }
    // No string: compilers need not take one so long.
    fputs("};\n\nstatic const char pool[] = {\n", to);
    for (size_t i = 0; i < m->count; i++) {
        for (size_t b = 0; b < m->words[i].len; b++)
            fprintf(to, " %d,", m->words[i].bytes[b]);
        fprintf(to, " // %.*s\n", (int)m->words[i].len, m->words[i].bytes);
    }
    fputs("};\n\n", to);
}

static void write_slots(const maker *m, FILE *to)
{
    size_t slots = 1;
    while (slots < 2 * m->count)
        slots *= 2;
    const word **held = calloc(slots, sizeof(word *));
    size_t *places = grow(NULL, slots, sizeof *places);
    if (held == NULL)
        exit(EXIT_FAILURE);
    for (size_t i = 0, at = 0; i < m->count; at += m->words[i++].len) {
        size_t slot = dm_hash(span_of(&m->words[i])) & (slots - 1);
        while (held[slot] != NULL)
            slot = (slot + 1) & (slots - 1);
        held[slot] = &m->words[i];
        places[slot] = at;
    }
    fprintf(to, "static const uint32_t checks[%zu] = {\n", slots);
    for (size_t s = 0; s < slots; s++)
        if (held[s] != NULL)
            fprintf(to, "    [%zu] = %uu,\n", s,
                    (unsigned)(dm_hash(span_of(held[s])) >> 32) | 1);
    fprintf(to,
            "};\n\nstatic const struct {\n    uint32_t at; // in the pool\n"
            "    uint16_t gloss;\n    uint8_t len;\n} words[%zu] = {\n",
            slots);
    for (size_t s = 0; s < slots; s++)
        if (held[s] != NULL)
            fprintf(to, "    [%zu] = { %zu, %zu, %zu },\n", s, places[s],
                    held[s]->gloss, held[s]->len);
    fputs("};\n", to);
    free(held);
    free(places);
}

int main(int argc, char **argv)
{
    FILE *to = argc == 2 ? fopen(argv[1], "w") : NULL;
    if (to == NULL) {
        fputs("usage: gloss FILE\n", stderr);
        return EXIT_FAILURE;
    }
    maker m = { 0 };
    collect(&m);
    look_up(&m);
    write_glosses(&m, to);
    write_slots(&m, to);
    free(m.words);
    free(m.glosses);
    return fclose(to) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
