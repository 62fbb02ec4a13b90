/* layout.h - which line breaks of a document part its sentences. */
#ifndef DM_LAYOUT_H
#define DM_LAYOUT_H

#include "token.h"

typedef enum dm_break {
    DM_BREAK_NONE = 0,  // goes on; or no line begins here
    DM_BREAK_PARAGRAPH, // a new paragraph begins with this token
} dm_break;

/* breaks[i] tells of token i. In the arena; NULL when memory ran out. */
const uint8_t *dm_layout_find(const dm_tokens *tokens, dm_arena *arena);

/* True for the token of a stop: . ! ? … ... and the ideographic ones. */
bool dm_layout_is_stop(const dm_token *token);

#endif
