/* cast.h - whom a page has met so far: persons, institutions, groups.
 *
 * A figure is one of them, however it is called: "Secretary of State Vera
 * Holt", "Holt", "she", "the secretary". Every word of its names calls it, the
 * latest figure first, so that finding "Holt" costs one look into a table.
 */
#ifndef DM_CAST_H
#define DM_CAST_H

#include "base/intern.h"
#include "noun.h"
#include "sentence.h"
#include "statement.h"

/* Half-open range of a page's tokens. */
typedef struct dm_stretch {
    uint32_t first, end;
} dm_stretch;

typedef enum dm_figure_kind {
    DM_FIGURE_PERSON, // with a name
    DM_FIGURE_BODY,   // an institution
    DM_FIGURE_LAND,   // a country
    DM_FIGURE_ROLE,   // one person without a name: "a senior official"
    DM_FIGURE_GROUP,  // several: "analysts"
} dm_figure_kind;

enum { DM_ROLES_MAX = 8 };

typedef struct dm_figure {
    dm_figure_kind kind;
    const dm_actor *actor; // entry of the register, or NULL
    const char *name;      // the fullest one
    dm_stretch words;      // where that stands; empty for figures by pronoun
    uint32_t gender;       // DM_NOUN_MALE, DM_NOUN_FEMALE or 0
    const char *side;      // by description; NULL where nothing tells
    int side_weight;       // how well it tells: see describe.h
    dm_stretch side_words; // where it is told, or empty
    dm_stretch title, apposition; // beside the first names that have one
    const dm_actor *body;         // the institution this person is of, or NULL
    dm_span roles[DM_ROLES_MAX];  // [role_count] folded: "president"
    size_t role_count;
    uint32_t met; // token of the first mention by name
    size_t mentions;
} dm_figure;

typedef struct dm_call {
    dm_figure *figure;
    uint32_t next; // number + 1 of the call of the same word before, or 0
} dm_call;

/* What the register knows at a token, up to the sentence's end: asked for
 * several times in a row, and remembered for the latest tokens. */
enum { DM_MATCHED = 16 };

typedef struct dm_matched {
    uint32_t at, end; // end 0: nothing yet
    dm_match match;
} dm_matched;

typedef struct dm_cast {
    const dm_page *page;
    const dm_register *reg; // or NULL
    dm_arena *arena;
    const uint32_t *classes; // [tokens of the page]: DM_NOUN_… of each
    dm_figure **figures;     // [count], as they were met
    size_t count, room;
    dm_figure **by_actor; // [dm_register_count(reg)]
    dm_matched *matched;  // [DM_MATCHED], by token
    dm_intern words;
    uint32_t *heads; // [head_room], by word: number + 1 of its latest call
    size_t head_room;
    dm_call *calls; // [call_count]
    size_t call_count, call_room;
    bool failed; // memory ran out; later additions are refused
} dm_cast;

demarche_status dm_cast_init(dm_cast *cast, const dm_page *page,
                             const dm_register *reg, dm_arena *arena,
                             demarche_error *err);
void dm_cast_clear(dm_cast *cast);

/* dm_register_match at token `at`, not beyond `end`. */
dm_match dm_cast_match(const dm_cast *cast, uint32_t at, uint32_t end);

/* A new figure, called by the words of its name. `actor` may be NULL, then the
 * page's words are its name. The same actor gives the same figure. NULL when
 * memory ran out. */
dm_figure *dm_cast_add(dm_cast *cast, dm_figure_kind kind,
                       const dm_actor *actor, dm_stretch words);

/* The figure of an actor that the page has met, or NULL. */
dm_figure *dm_cast_known(const dm_cast *cast, const dm_actor *actor);

/* Meet a figure again by another name, which it takes when that is longer. */
void dm_cast_rename(dm_cast *cast, dm_figure *figure, dm_stretch words);

/* Let one more word call a figure. */
void dm_cast_call(dm_cast *cast, dm_figure *figure, dm_span folded);

/* The figure last called so, of one of the kinds (1 << dm_figure_kind, or-ed)
 * and not known to be of another gender than `gender` (0: any); or NULL. */
dm_figure *dm_cast_find(const dm_cast *cast, dm_span folded, unsigned kinds,
                        uint32_t gender);

/* Note a role, once; dropped when there are many. */
void dm_figure_add_role(dm_figure *figure, dm_span folded);
bool dm_figure_has_role(const dm_figure *figure, dm_span folded);

/* The tokens that begin within a range of bytes. */
dm_stretch dm_page_stretch(const dm_page *page, dm_bytes bytes);

/* The words of tokens [first, end) as they stand, runs of white space being
 * one space; NULL when memory ran out. */
char *dm_page_words(const dm_page *page, dm_arena *arena, dm_stretch words);

#endif
