/* surname.h - the last word of a name, by which two names are compared.
 *
 * A word is a run of letters, digits, "_", "'", "’" and "-"; case does not
 * count.
 */
#ifndef DM_SURNAME_H
#define DM_SURNAME_H

#include "text.h"

typedef enum dm_surname_rule {
    DM_SURNAME_UNNAMED, // passes over "(unnamed)", as actors have it
    DM_SURNAME_ASIDE,   // passes over whatever stands in parentheses
} dm_surname_rule;

/* The last word in lower case, in the arena; empty for a name without words,
 * and for none. */
demarche_status dm_surname_find(dm_span *out, dm_arena *arena, dm_span name,
                                dm_surname_rule rule, demarche_error *err);

#endif
