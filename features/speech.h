/* speech.h - what is said in the turns of a transcript, as statements.
 *
 *     turn of an official ──► sentences ──► statements of a few that belong
 *     turn of an asker    ──────────────►  one question
 *
 * Turns are handed over in order, so that an answer finds its question.
 */
#ifndef DM_SPEECH_H
#define DM_SPEECH_H

#include "heading.h"
#include "label.h"
#include "statement.h"

/* Whom the labels of one party without a name mean. */
typedef struct dm_addressee {
    bool settled; // the heading was asked
    const dm_actor *actor;
} dm_addressee;

typedef struct dm_speech {
    dm_floor floor;
    dm_heading heading;
    dm_addressee *named; // [group_count] of the turns
    dm_statement_list *list;
    demarche_error *err;
    size_t question; // place of the last question in the list, from 1; or 0
    bool asking;     // the turn before was an asker's
    bool asked;      // `question` does end with a question
} dm_speech;

/* Ready for the first turn; `head` are the tokens above it. */
demarche_status dm_speech_init(dm_speech *out, dm_statement_list *list,
                               const dm_page *page, const dm_register *reg,
                               const dm_turns *turns, uint32_t head,
                               demarche_error *err);

/* Append what is said in the turn, whose role is settled. */
demarche_status dm_speech_add(dm_speech *speech, const dm_turn *turn);

#endif
