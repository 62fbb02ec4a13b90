/* label.h - the words that tell who has the floor: reading one label. */
#ifndef DM_LABEL_H
#define DM_LABEL_H

#include "turn.h"

/* What labels are read from. */
typedef struct dm_floor {
    const dm_page *page;
    const dm_token *tokens; // [count], the page's
    size_t count;
    const dm_register *reg; // or NULL
} dm_floor;

/* Each reads the label at token `at` and fills all of `out` but `end` and
 * `group`; false where none is. */

/* At the begin of a line: "Wang Wenbin:" (T1), "Q" (T2), "And from …:" (T4). */
bool dm_label_read(dm_turn *out, const dm_floor *f, uint32_t at);

/* A title with a name, or an office, and a full stop, where a paragraph begins:
 * "Senator Roe.", "The CHAIRMAN." (T13). Only several on a page are labels. */
bool dm_label_read_stopped(dm_turn *out, const dm_floor *f, uint32_t at);

#define DM_LABEL_STOPPED "T13"

/* Within a line. Only shouted labels can be told there from a sentence with a
 * colon in it: "… too. MR. MILLER: No." (T3). One that tells no role must
 * follow a stop. */
bool dm_label_read_inner(dm_turn *out, const dm_floor *f, uint32_t at);

/* A title, or another word for who speaks in transcripts. */
bool dm_label_is_post(const dm_token *token);

/* Who asks under the turn's label: the person or medium that the register knows
 * there ("Evening Wire reporter"); NULL where it knows none. */
const dm_actor *dm_label_asker(const dm_floor *f, const dm_turn *turn);

/* Fill the role of a turn whose name is known, by title or register. */
void dm_label_settle(dm_turn *turn, const dm_floor *f, bool asker);

/* True for a lower-case word that may stand inside a name ("of", "the"). */
bool dm_label_is_particle(const dm_token *token);

/* Names without a colon, in byline.c: after a quotation that begins a line,
 * "“…” — Ann Roe" (T10), with `end` set too; and in a heading at the top of
 * the page, "Remarks by Ann Roe" (T11), for a page that has no labels. */
bool dm_label_read_author(dm_turn *out, const dm_floor *f, uint32_t at);
bool dm_label_read_heading(dm_turn *out, const dm_floor *f);

#endif
