/* target.h - the side that a statement is mainly about or addressed to. */
#ifndef DM_TARGET_H
#define DM_TARGET_H

#include "actor.h"

typedef struct dm_target {
    const char *side; // "us", "china", "both", "other"; NULL: nobody
    const char *rule; // "M1" …; NULL where side is
} dm_target;

/* Read the target off the words of a statement whose speaker is of side
 * `speaker_side` (NULL: unknown). `scratch` is for the work alone. */
demarche_status dm_target_find(dm_target *out, dm_span content,
                               const char *speaker_side, const dm_register *reg,
                               const char *date, dm_arena *scratch,
                               demarche_error *err);

#endif
