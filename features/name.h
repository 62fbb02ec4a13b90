/* name.h - words that tell where a person's name begins and ends. */
#ifndef DM_NAME_H
#define DM_NAME_H

#include "base/span.h"

enum {
    DM_NAME_PARTICLE = 1,  // joins the parts: "Ursula von der Leyen"
    DM_NAME_ROLE = 2,      // a role that is a family name too: "Ross Bishop"
    DM_NAME_PORTFOLIO = 4, // what ministers are ministers of: never part of one
    DM_NAME_THING = 8,     // called after persons: "Vera Holt Bridge"
};

/* The classes of a folded word, or 0. */
unsigned dm_name_classes(dm_span folded);

/* Every word of the table; empty past the last. */
dm_span dm_name_word(size_t i);

#endif
