/* attribution.h - speech verbs with their speakers and contents, as drafts.
 *
 * R1 "X said that …"            R6 the verb's particle: "called for …"
 * R2 "X said …"                 R7 an infinitive: "vowed to …"
 * R3 "…, X said"                R8 a participle: ", adding that …"
 * R4 "according to X"           R9 a headline: "…: ministry", "X: …"
 * R5 an object: "condemned …"   R10 the passive: "was accused of …"
 * R11 a noun: "its claim that …" D1 not said, or only supposed
 * Q5 the quotation stands before its attribution, Q6 behind it, Q7 on both
 * sides; Q8 it has none of its own.
 */
#ifndef DM_ATTRIBUTION_H
#define DM_ATTRIBUTION_H

#include "scan.h"

/* Append the drafts of all segments, in order of their segments. */
demarche_status dm_attributions_find(dm_scan *scan, demarche_error *err);

/* Q3, Q7, Q8: quotations that no attribution holds. */
demarche_status dm_carry_quotes(dm_scan *scan, demarche_error *err);

/* U1 to U6: sentences without marks in which a speaker goes on. */
demarche_status dm_carry_unmarked(dm_scan *scan, demarche_error *err);

#endif
