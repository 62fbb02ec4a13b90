/* sheet.h - statements written as NDJSON or as CSV. */
#ifndef SHEET_H
#define SHEET_H

#include "output.h"

typedef struct cli_sheet {
    cli_output *output;
    bool csv;
    bool begun; // the header stands
} cli_sheet;

/* Write a record. A failure of the library is `*err`'s to tell, and `*more`
 * then stays true; false in `*more`: nothing more needs to be written. */
demarche_status sheet_write(bool *more, cli_sheet *sheet,
                            const demarche_record *record, demarche_error *err);

/* The same for one line of JSON. */
demarche_status sheet_write_line(bool *more, cli_sheet *sheet, const char *line,
                                 demarche_error *err);

/* The header, where no record came. */
demarche_status sheet_end(cli_sheet *sheet, demarche_error *err);

#endif
