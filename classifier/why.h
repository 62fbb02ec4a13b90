/* why.h - how a statement was found, as a list of reasons.
 *
 * The extractor keeps labels of rules and the words that decided; here they
 * are put in order and into words. One list serves the text and the record.
 */
#ifndef DM_WHY_H
#define DM_WHY_H

#include "base/buf.h"
#include "statements.h"

enum { DM_REASONS_MAX = 2 * DEMARCHE_RULES_MAX + 8 };

typedef struct dm_reason {
    const char *about; // "content", "cue", "speaker", "actor", "side"
    const char *rule;  // its label, or NULL
    const char *text;  // a plain sentence
    dm_bytes words;    // of the page that decided; may be empty
    bool context;      // what stands around these words is worth showing
} dm_reason;

typedef struct dm_reasons {
    dm_reason items[DM_REASONS_MAX]; // [count], by `about`
    size_t count;
} dm_reasons;

/* Why statement `i` is what it is. The strings live in `arena`, or for ever. */
demarche_status dm_reasons_find(dm_reasons *out,
                                const demarche_statements *list, size_t i,
                                dm_arena *arena, demarche_error *err);

/* The reasons as paragraphs for people, behind a line that tells which
 * statement it is, and its words. */
void dm_reasons_draw(dm_buf *out, const dm_reasons *reasons,
                     const demarche_statements *list, size_t i,
                     const demarche_why_options *options);

/* The reasons as a JSON array. */
void dm_reasons_add_json(dm_buf *out, const dm_reasons *reasons,
                         const demarche_statements *list, bool byte_offsets);

#endif
