/* namesake.h - which of several persons of one name is meant.
 *
 * H1  whoever held the office that stands beside the name, or one that goes by
 *     the same noun: "Ambassador Burns", "Zhang Jun, the chief justice"; else
 *     whose institution or side the words around the name tell;
 * H2  whoever the page has named already;
 * H3  whoever was in office nearest to the page's date, as the register says.
 */
#ifndef DM_NAMESAKE_H
#define DM_NAMESAKE_H

#include "cast.h"

typedef struct dm_namesake {
    dm_match match;
    bool told; // by an office or a role beside the name
} dm_namesake;

/* What dm_register_match finds at token `at` of a sentence [first, end), with
 * namesakes told apart. A family name that an office beside it explains is
 * as good as a name (DM_MATCH_NAME). */
dm_namesake dm_namesake_match(const dm_cast *cast, uint32_t first, uint32_t at,
                              uint32_t end);

#endif
