/* statements.h - the public list of a document's statements.
 *
 * Holds what the extractor found (`found`, byte ranges into `page`) beside
 * what a user sees (`items`); both are of the same length and order, and live
 * in one arena with the document's text.
 */
#ifndef DM_STATEMENTS_H
#define DM_STATEMENTS_H

#include "statement.h"

struct demarche_statements {
    dm_arena arena;
    const char *doc, *date, *outlet; // valid UTF-8, or NULL
    dm_page page;
    dm_statements found;
    demarche_statement *items; // [found.count]
};

/* `bytes` with each run of white space and controls made one space, and none
 * at the ends. The bytes must be valid UTF-8. NULL when memory ran out. */
char *dm_words_copy(dm_arena *arena, const dm_span *pieces, size_t count,
                    size_t *len);

/* The label of a kind as records have it, "quoted"; and back, or false. */
const char *dm_kind_name(demarche_kind kind);
bool dm_kind_parse(demarche_kind *out, dm_span name);

enum {
    DM_KINDS = 6,
    DM_COUNTED_KINDS = DEMARCHE_QUESTION, // those before it; reports leave
                                          // questions out
};

#endif
