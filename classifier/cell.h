/* cell.h - text in a cell of CSV that spreadsheets will open. */
#ifndef DM_CELL_H
#define DM_CELL_H

#include "base/buf.h"

/* A quoted cell as RFC 4180 has it. A spreadsheet takes a cell that begins
 * with = + - @, a tab or a carriage return for a formula, and runs it: an
 * apostrophe goes before such text (OWASP, CSV Injection). */
void dm_cell_add_text(dm_buf *out, dm_span text);

#endif
