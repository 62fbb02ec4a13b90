/* subject.h - who speaks a verb of speech, and where the attribution ends. */
#ifndef DM_SUBJECT_H
#define DM_SUBJECT_H

#include "reading.h"

typedef struct dm_subject {
    dm_run run;
    uint32_t edge;  // where the attribution begins: subject or verb
    uint32_t after; // first token behind both
    bool inverted;  // ", said X"
    bool relative;  // "which he said …", "what she calls …"
} dm_subject;

/* The subject of the finite verb of `site`; false when there is none, or none
 * that can speak here ("numerous remarks", "if he says"). */
bool dm_subject_find(dm_subject *out, const dm_reading *r, const dm_site *site);

#endif
