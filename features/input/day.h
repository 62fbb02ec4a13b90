/* date.h - calendar dates as people write them. */
#ifndef DM_DATE_H
#define DM_DATE_H

#include "base/span.h"

enum { DM_DATE_ROOM = 16 }; // bytes for "2023-06-20" and its NUL

/* A date that fills the span, as YYYY-MM-DD: "2023-06-20", with a time after a
 * "T"; "20 June 2023", "June 20, 2023", "Tue., Jun. 20, 2023". False for
 * anything else, and for days that no calendar has. */
bool dm_date_parse(char out[DM_DATE_ROOM], dm_span text);

#endif
