/* date.h - days as numbers that can be compared.
 *
 * Read from what documents and the register carry: "2023-06-20", "2023-06",
 * "2023", "June 20, 2023", "20 June 2023".
 */
#ifndef DM_DATE_H
#define DM_DATE_H

#include <stdint.h>

#include "base/span.h"

/* Grows by one a day, with 31 days to every month. */
typedef int32_t dm_date;

#define DM_DATE_FIRST INT32_MIN
#define DM_DATE_LAST INT32_MAX

/* "YYYY", "YYYY-MM" or "YYYY-MM-DD", the whole span. What is left out is the
 * first day, or the last one with `last`. */
bool dm_date_parse(dm_date *out, dm_span span, bool last);

/* The day that a document's date names, whatever its form; DM_DATE_LAST
 * when `string` is NULL or no year is found in it. */
dm_date dm_date_guess(const char *string);

#endif
