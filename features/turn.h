/* turn.h - who takes the floor where: the labels of a transcript.
 *
 * A label is what stands before a turn: "Wang Wenbin:", "MR. MILLER:", "Q:",
 * "AFP:", "A reporter asked:". Whether a page with labels is a transcript, and
 * which labels to believe, transcript.c decides.
 */
#ifndef DM_TURN_H
#define DM_TURN_H

#include "actor.h"
#include "sentence.h"

typedef enum dm_role {
    DM_ROLE_UNKNOWN, // by the label alone
    DM_ROLE_ASKER,   // the press, a host, an interviewer, the staff
    DM_ROLE_SPEAKER, // whoever is asked, or makes a statement
} dm_role;

typedef struct dm_turn {
    uint32_t label;          // first token of the label
    uint32_t name, name_end; // tokens of the name in it, never empty
    uint32_t body, end;      // tokens of what is said, up to the next label
    uint32_t group;          // turns by the same last name share a number
    dm_role role;
    bool fair;        // two or more words, capitalised as a name is
    bool shouted;     // "MR. MILLER"
    const char *form; // rule of the label's form
    const char *why;  // rule of the role; NULL while it is unknown
    bool sure, again; // of all turns by this name, set by transcript.c: some
                      // label tells the role; there are several
} dm_turn;

#define DM_TURN_BY_CONDUCT "T9" // the rule of a role that no label tells

typedef struct dm_turns {
    dm_turn *items; // [count], in order, without overlap
    size_t count;
    uint32_t group_count;
} dm_turns;

/* All that looks like a label, with its role where the label tells. `reg` may
 * be NULL. */
demarche_status dm_turns_find(dm_turns *out, const dm_page *page,
                              const dm_register *reg, dm_arena *arena,
                              demarche_error *err);

/* Does the turn end with a question, or nearly so ("…? Thank you.")? */
bool dm_turn_asks(const dm_page *page, const dm_turn *turn);

#endif
