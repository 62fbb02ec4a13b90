/* statement.h - the extractor: a page in, its statements out.
 *
 *     page ──► quotations (quote.c)      ──┐
 *          ──► attributions (reported.c) ──┼──► statements ──► speaker ──►
 * actor ──► turns (transcript.c)      ──┘    (statement.c)  (speaker.c)
 *
 * A page is a transcript or an article: transcript.c decides, and where it
 * finds turns the other two read only what stands above the first. Each
 * statement carries the labels of the rules that made it; docs/ARCHITECTURE.md
 * lists them.
 */
#ifndef DM_STATEMENT_H
#define DM_STATEMENT_H

#include "actor.h"
#include "sentence.h"

/* Byte range of the page's text; empty where something is absent. */
typedef struct dm_bytes {
    uint32_t begin, end;
} dm_bytes;

typedef struct dm_statement {
    demarche_kind kind;
    dm_bytes *spans; // [span_count], ascending, without overlap, not empty
    size_t span_count;
    dm_bytes cue;     // the speech verb with its particle, or empty
    dm_bytes speaker; // the words that name the speaker, or empty
    const char *rules[DEMARCHE_RULES_MAX]; // [rule_count], static strings
    size_t rule_count;
    size_t answers;  // of a transcript: place in the list, from 1, of the
                     // question that is answered; 0: none
    bool nonfactual; // denied or hypothetical: "did not say whether …"
    /* Set by dm_speakers_resolve, or before it where a transcript's label has
     * no name: */
    const dm_actor *actor;  // entry of the register, or NULL
    const char *actor_name; // who speaks: the actor's name, the fullest name in
                            // the document, or the description; or NULL
    const char *side_hint;  // side of a description that the register does not
                            // name ("a Chinese official"): or NULL
    demarche_actor_kind actor_kind;
    /* What told who it is, for those who ask why; each may be empty: */
    dm_bytes antecedent;        // the earlier words that "she" goes back to
    dm_bytes title, apposition; // beside the actor's name
    dm_bytes side_words;        // those of the description that tell a side
} dm_statement;

typedef struct dm_statements {
    dm_statement *items; // [count], in order of their first span
    size_t count;
} dm_statements;

/* Find all statements of the page and resolve their speakers. `reg` may be
 * NULL (no register: names stay words). */
demarche_status dm_statements_find(dm_statements *out, const dm_page *page,
                                   const dm_register *reg, dm_arena *arena,
                                   demarche_error *err);

/* Append a rule's label, quietly dropped when the list is full. */
void dm_statement_add_rule(dm_statement *statement, const char *label);

/* The parts, each appending to a list that statement.c merges and orders. */
typedef struct dm_statement_list {
    dm_statement *items;
    size_t count, capacity;
    dm_arena *arena;
} dm_statement_list;

/* Room for one more, zeroed; NULL when memory ran out. */
dm_statement *dm_statement_list_add(dm_statement_list *list);

/* speaker.c: gives every statement its actor: pronouns, short names,
 * "the ministry", "the spokesperson" by an earlier mention, names by the
 * register; unknown names keep their words. */
demarche_status dm_speakers_resolve(dm_statement *items, size_t count,
                                    const dm_page *page, const dm_register *reg,
                                    dm_arena *arena, demarche_error *err);

#endif
