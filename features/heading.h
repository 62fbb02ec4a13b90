/* heading.h - who speaks under a label without a name.
 *
 * "THE PRESIDENT:" and "A:" say nothing of who that is, and the last person
 * named before is the wrong guess: it is whom the speaker talks about. The
 * document's title tells ("President Doe answers questions"), or else the lines
 * above the first label.
 */
#ifndef DM_HEADING_H
#define DM_HEADING_H

#include "turn.h"

typedef struct dm_heading {
    const dm_page *title; // or NULL
    const dm_page *page;
    uint32_t head; // tokens of `page` above the first label
    const dm_register *reg;
} dm_heading;

/* Read the page's title; `reg` may be NULL. */
demarche_status dm_heading_init(dm_heading *out, const dm_page *page,
                                uint32_t head, const dm_register *reg,
                                dm_arena *arena, demarche_error *err);

/* True for a label of titles alone ("The President") or a bare letter. */
bool dm_heading_needed(const dm_page *page, const dm_turn *turn);

/* Whom the heading means for such a label; NULL where it does not tell. */
const dm_actor *dm_heading_find(const dm_heading *heading, const dm_turn *turn);

#endif
