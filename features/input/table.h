/* table.h - rows of CSV and TSV, read by libcsv.
 *
 * Cells follow RFC 4180: quoted where they hold a separator, a line's end or a
 * quotation mark (doubled). A mark inside an unquoted cell is read as it
 * stands, and white space belongs to the cell. The first row names the
 * columns. TSV that was written without quoting is common, and its sentences
 * begin with quotation marks: a line of TSV whose marks do not enclose a cell,
 * but which has the right number of cells, is taken as it stands.
 */
#ifndef DM_TABLE_H
#define DM_TABLE_H

#include "base/json.h"
#include "lines.h"

struct csv_parser;

typedef struct dm_table {
    struct csv_parser *parser;
    json_t *header; // names, or NULL before the first row
    json_t *row;    // cells so far
    json_t *rows;   // complete rows that are not given yet
    size_t given;   // how many of `rows` were
    size_t len;     // bytes of the lines that `row` comes from
    char separator;
    int state;     // of marks, where the lines so far end
    bool failed;   // memory ran out in a call back
    bool finished; // no more lines come
} dm_table;

demarche_status dm_table_init(dm_table *table, char separator,
                              demarche_error *err);
void dm_table_clear(dm_table *table); // also of one that is all zero

#endif
