/* num.h - numbers to text and back, the same in every locale. */
#ifndef DM_NUM_H
#define DM_NUM_H

#include "base/buf.h"

/* `value` with `decimals` (0 to 9) digits after a point, rounded half away
 * from zero by the decimal that is printed; "-0.00" is written "0.00". Values
 * that are not finite, or at least 1e15 in size, are written "nan". */
void dm_num_fixed(dm_buf *buf, double value, unsigned decimals);

/* A finite decimal number such as "-1.5e3" that fills the whole span. */
bool dm_num_parse(double *out, dm_span span);

/* A whole number without sign that fills the whole span and fits. */
bool dm_num_parse_uint(uint64_t *out, dm_span span);

#endif
