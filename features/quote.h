/* quote.h - quotations: which marks open, which close, what lies between.
 *
 * Q1  a mark opens by its shape (“ ‘ « „ ``) or, where the shape is the same
 *     for both (" and '), by the space before it;
 * Q2  only the outermost pair counts; marks of another kind inside belong to
 *     the words;
 * Q3  a paragraph that begins with the mark of the one before, left open,
 *     continues it;
 * Q4  what is never closed ends with its paragraph, or, when another quotation
 *     opens first, with the sentence; single marks never closed are no marks;
 * Q9  a closing mark that nothing opened, behind a comma or full stop, closes a
 *     quotation from its sentence's begin.
 */
#ifndef DM_QUOTE_H
#define DM_QUOTE_H

#include "scan.h"

/* Fill scan->quotes, and `quote` in scan->words. */
demarche_status dm_quotes_find(dm_scan *scan, demarche_error *err);

#endif
