/* meaning.h - the rules of the extractor in plain words.
 *
 * The one table of them: `extract --why` prints it, and a test holds it against
 * the labels in the code and in docs/ARCHITECTURE.md. To add a rule, add its
 * row.
 */
#ifndef DM_MEANING_H
#define DM_MEANING_H

#include "demarche.h"

/* What a rule decides. */
typedef enum dm_step {
    DM_STEP_CONTENT, // what was said
    DM_STEP_SPEAKER, // which words name who said it
    DM_STEP_ACTOR,   // who that is
} dm_step;

enum { DM_STEPS = 3 };

typedef struct dm_meaning {
    const char *label;
    dm_step step;
    const char *sentence; // lower case, no period
} dm_meaning;

/* NULL for a label that no rule has. */
const dm_meaning *dm_meaning_find(const char *label);

#endif
