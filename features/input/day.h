/* day.h - a calendar day as people write it, checked to the last word.
 *
 * Stricter than date.h, which makes the best of what a document carries: here
 * the answer decides whether a line is a date at all.
 */
#ifndef DM_DAY_H
#define DM_DAY_H

#include "base/span.h"

enum { DM_DAY_ROOM = 16 }; // bytes for "2023-06-20" and its NUL

/* A date that fills the span, as YYYY-MM-DD: "2023-06-20", with a time after a
 * "T"; "20 June 2023", "June 20, 2023", "Tue., Jun. 20, 2023". False for
 * anything else, and for days that no calendar has. */
bool dm_day_parse(char out[DM_DAY_ROOM], dm_span text);

#endif
