/* transcript.h - is a page a transcript, and what do its people say? */
#ifndef DM_TRANSCRIPT_H
#define DM_TRANSCRIPT_H

#include "statement.h"
#include "turn.h"

typedef struct dm_transcript {
    dm_turns turns; // with their roles settled; none: the page is an article
    uint32_t head;  // tokens above the first label
} dm_transcript;

demarche_status dm_transcript_find(dm_transcript *out, const dm_page *page,
                                   const dm_register *reg, dm_arena *arena,
                                   demarche_error *err);

/* Append the officials' turns and, as statements of their own kind, what the
 * press asks. */
demarche_status dm_transcript_state(dm_statement_list *list,
                                    const dm_transcript *transcript,
                                    const dm_page *page, const dm_register *reg,
                                    demarche_error *err);

#endif
