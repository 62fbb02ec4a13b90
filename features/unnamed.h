/* unnamed.h - a name for those who have none: "US official (unnamed)". */
#ifndef DM_UNNAMED_H
#define DM_UNNAMED_H

#include "naming.h"

/* The description by which reports count somebody without a name: the words
 * of the naming without articles and rank ("a senior U.S. official" is "US
 * official (unnamed)"; "her aides" are "Vera Holt's
 * aides (unnamed)"), or, for those who speak for an institution, its name
 * and theirs ("Foreign Ministry spokesperson (unnamed)"). `body` may be NULL.
 * NULL when memory ran out. */
const char *dm_unnamed_words(const dm_cast *cast, const dm_naming *source,
                             const char *body);

#endif
