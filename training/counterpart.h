/* counterpart.h - the same words with the names of two sides changed over.
 *
 *     the United States, the US, America   <──►   China
 *     American, US (before a noun)         <──►   Chinese
 *     Washington                           <──►   Beijing
 *
 * Articles, "a" and "an", and possessive endings go with the names; verbs stay
 * as they are. Compounds change on either side of their hyphen ("US-China").
 * Names of persons, media, companies and the like stay, whatever country stands
 * in them ("Bank of China", by the register), and so do names of other things
 * ("South China Sea", "Latin America", "one China").
 */
#ifndef DM_COUNTERPART_H
#define DM_COUNTERPART_H

#include "actor.h"
#include "base/arena.h"

/* Sides that a text names, as bits. */
enum { DM_NAMED_US = 1, DM_NAMED_CHINA = 2 };

typedef struct dm_counterpart {
    dm_span text;   // in the arena; as given where nobody is named
    unsigned named; // by what was changed: DM_NAMED_…
} dm_counterpart;

/* DEMARCHE_BAD_ARGUMENT unless `sides` are two whose names are known:
 * "us,china", in either order. */
demarche_status dm_counterpart_check(const char *sides, demarche_error *err);

/* `reg` may be NULL. Time is linear in the text. */
demarche_status dm_counterpart_find(dm_counterpart *out, dm_span text,
                                    const dm_register *reg, dm_arena *arena,
                                    demarche_error *err);

#endif
