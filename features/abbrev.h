/* abbrev.h - words that carry a period of their own. */
#ifndef DM_ABBREV_H
#define DM_ABBREV_H

#include "base/span.h"

enum {
    DM_ABBREV_PERIOD = 1,  // in the table at all
    DM_ABBREV_TITLE = 2,   // stands before a name
    DM_ABBREV_CAPITAL = 4, // only when capitalised: "Mass.", not "mass."
    DM_ABBREV_NUMBER = 8,  // only before a number: "No. 3"
    DM_ABBREV_ENDS = 16,   // may also end its sentence: "Corp.", "p.m."
};

/* The flags of a folded word with its period ("sen."); 0 when it is none. */
unsigned dm_abbrev_flags(dm_span folded);

/* Every word of the tables; empty past the last. */
dm_span dm_abbrev_word(size_t i);

#endif
