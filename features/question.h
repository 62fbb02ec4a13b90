/* question.h - a question that a speaker reads aloud is not the speaker's.
 *
 *     And this goes to Ann's question: “Will you talk?” We will.
 *
 * Marks must tell so, and a word before them that somebody else asks.
 */
#ifndef DM_QUESTION_H
#define DM_QUESTION_H

#include "token.h"

#define DM_QUESTION_QUOTED "T14"

/* The first such question between the tokens `begin` and `end`: its marks, at
 * `*open` and `*close`; false where there is none. */
bool dm_question_find(uint32_t *open, uint32_t *close, const dm_token *tokens,
                      uint32_t begin, uint32_t end);

#endif
