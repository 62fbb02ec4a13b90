/* table.c - see table.h.
 *
 * libcsv is fed a line at a time, so that each row's first line is known; a
 * cell may run over several of them. Cells are kept as JSON strings, since a
 * row ends up as a JSON object anyway.
 */
#include "table.h"

#include <csv.h>
#include <stdlib.h>

#include "form.h"

/* States of libcsv's parser. It would tell of a mark that is never closed in
 * its strict mode alone, which refuses bare marks too. */
enum { BEFORE_ROW = 0, IN_CELL = 2 };

/* Where a line stands in its quotation marks. */
enum { CELL_BEGINS = 0, UNQUOTED, QUOTED, MARK_IN_QUOTED };

/* libcsv strips white space around cells, which would shift every offset. */
static int is_never_space(unsigned char c)
{
    (void)c;
    return 0;
}

static void start_parser(dm_table *table)
{
    csv_init(table->parser, CSV_EMPTY_IS_NULL);
    csv_set_delim(table->parser, (unsigned char)table->separator);
    csv_set_space_func(table->parser, is_never_space);
    table->state = CELL_BEGINS;
    table->len = 0;
}

/* Forget the row at hand. */
static void drop_row(dm_table *table)
{
    csv_free(table->parser);
    start_parser(table);
    json_array_clear(table->row);
}

demarche_status dm_table_init(dm_table *table, char separator,
                              demarche_error *err)
{
    *table = (dm_table){ .separator = separator };
    table->parser = malloc(sizeof *table->parser);
    if (table->parser == NULL)
        return dm_no_memory(err);
    start_parser(table);
    table->row = json_array();
    table->rows = json_array();
    if (table->row == NULL || table->rows == NULL) {
        dm_table_clear(table);
        return dm_no_memory(err);
    }
    return DEMARCHE_OK;
}

void dm_table_clear(dm_table *table)
{
    if (table->parser != NULL)
        csv_free(table->parser);
    free(table->parser);
    json_decref(table->header);
    json_decref(table->row);
    json_decref(table->rows);
    *table = (dm_table){ .parser = NULL };
}

/* An unquoted empty cell comes as NULL and is kept as null. */
static void end_cell(void *bytes, size_t len, void *payload)
{
    dm_table *table = payload;
    json_t *cell = bytes == NULL ? json_null() : json_stringn(bytes, len);
    if (json_array_append_new(table->row, cell) != 0)
        table->failed = true;
}

static void end_row(int terminator, void *payload)
{
    (void)terminator;
    dm_table *table = payload;
    json_t *next = json_array();
    if (next == NULL || json_array_append(table->rows, table->row) != 0) {
        table->failed = true;
        json_decref(next);
        return;
    }
    json_decref(table->row);
    table->row = next;
    table->len = 0;
}

/* Follow the marks of a line. False where something stands behind the mark
 * that closes a cell: libcsv would read on to the next such mark, over any
 * number of rows. */
static bool follow_marks(dm_table *table, dm_span line)
{
    for (size_t i = 0; i < line.len; i++) {
        char c = line.data[i];
        bool ends = c == table->separator || c == '\r' || c == '\n';
        switch (table->state) {
        case CELL_BEGINS:
            table->state = ends ? CELL_BEGINS : c == '"' ? QUOTED : UNQUOTED;
            break;
        case UNQUOTED: table->state = ends ? CELL_BEGINS : UNQUOTED; break;
        case QUOTED: table->state = c == '"' ? MARK_IN_QUOTED : QUOTED; break;
        default:
            if (!ends && c != '"')
                return false;
            table->state = ends ? CELL_BEGINS : QUOTED;
        }
    }
    return true;
}

static size_t count_byte(dm_span line, char byte)
{
    size_t count = 0;
    for (size_t i = 0; i < line.len; i++)
        count += line.data[i] == byte;
    return count;
}

/* A line of TSV cut at its tabs, marks as they stand. */
static void cut_line(dm_table *table, dm_span line)
{
    while (line.len > 0 && strchr("\r\n", line.data[line.len - 1]) != NULL)
        line.len--;
    for (size_t begin = 0, i = 0; i <= line.len; i++)
        if (i == line.len || line.data[i] == table->separator) {
            bool empty = i == begin;
            end_cell(empty ? NULL : (char *)line.data + begin, i - begin,
                     table);
            begin = i + 1;
        }
    end_row('\n', table);
}

/* A line whose marks do not enclose a cell. */
static demarche_status feed_broken(dm_table *table, dm_span line,
                                   demarche_error *err)
{
    bool first = table->parser->pstate == BEFORE_ROW;
    size_t cells = count_byte(line, table->separator) + 1;
    drop_row(table);
    if (table->separator != '\t' || !first ||
        cells != json_array_size(table->header))
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "text behind the mark that closes a quoted cell");
    cut_line(table, line);
    return table->failed ? dm_no_memory(err) : DEMARCHE_OK;
}

static demarche_status feed(dm_table *table, dm_span line, size_t limit,
                            demarche_error *err)
{
    if (!follow_marks(table, line))
        return feed_broken(table, line, err);
    table->len += line.len;
    csv_parse(table->parser, line.data, line.len, end_cell, end_row, table);
    int code = csv_error(table->parser);
    if (table->failed || code == CSV_ENOMEM || code == CSV_ETOOBIG)
        return dm_no_memory(err);
    if (table->len > limit)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "a record of more than %zu bytes", limit);
    return DEMARCHE_OK;
}

/* The input has ended, perhaps inside quotation marks. */
static demarche_status finish(dm_table *table, demarche_error *err)
{
    if (table->finished)
        return DEMARCHE_OK;
    table->finished = true;
    if (table->parser->pstate == IN_CELL && table->parser->quoted)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "a quotation mark in this row is never closed");
    csv_fini(table->parser, end_cell, end_row, table);
    return table->failed ? dm_no_memory(err) : DEMARCHE_OK;
}

/* Take in one more line, or what the end of the lines brings. */
static demarche_status advance(uint64_t *line, dm_table *table, dm_lines *lines,
                               demarche_error *err)
{
    if (table->parser->pstate == BEFORE_ROW)
        *line = lines->number + 1;
    dm_span bytes;
    demarche_status status = dm_lines_next(&bytes, lines, err);
    if (status == DEMARCHE_OK && bytes.data != NULL)
        status = feed(table, bytes, lines->limit, err);
    else if (status == DEMARCHE_OK)
        return finish(table, err);
    if (status == DEMARCHE_OK)
        return status;
    drop_row(table);
    if (table->header == NULL || status != DEMARCHE_BAD_INPUT) {
        table->finished = true;
        dm_lines_stop(lines);
    }
    return status;
}

/* The next row, borrowed; NULL at the end. */
static demarche_status next_row(json_t **row, uint64_t *line, dm_table *table,
                                dm_lines *lines, demarche_error *err)
{
    *row = NULL;
    if (table->given > 0 && table->given == json_array_size(table->rows)) {
        json_array_clear(table->rows);
        table->given = 0;
    }
    while (json_array_size(table->rows) == 0 && !table->finished) {
        demarche_status status = advance(line, table, lines, err);
        if (status != DEMARCHE_OK)
            return status;
    }
    *row = json_array_get(table->rows, table->given);
    table->given += *row != NULL;
    return DEMARCHE_OK;
}

static demarche_status name_columns(dm_table *table, const json_t *row,
                                    demarche_error *err)
{
    json_t *seen = json_object();
    table->header = json_array();
    bool good = seen != NULL && table->header != NULL, twice = false;
    for (size_t i = 0; good && i < json_array_size(row); i++) {
        char number[32];
        snprintf(number, sizeof number, "column_%zu", i + 1);
        const char *name = json_string_value(json_array_get(row, i));
        if (name == NULL || *name == '\0')
            name = number;
        twice = twice || json_object_get(seen, name) != NULL;
        good = json_object_set_new(seen, name, json_true()) == 0 &&
               json_array_append_new(table->header, json_string(name)) == 0;
    }
    bool text = good && json_object_get(seen, "text") != NULL;
    json_decref(seen);
    if (!good)
        return dm_no_memory(err);
    if (twice)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "two columns have the same name");
    return text ? DEMARCHE_OK
                : dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                          "the first row names no column 'text'");
}

/* The row as an object; empty cells are null, except in `text`. */
static demarche_status assemble(json_t **out, const dm_table *table,
                                const json_t *row, demarche_error *err)
{
    size_t cells = json_array_size(row), names = json_array_size(table->header);
    if (cells != names)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "%zu cells in a table of %zu columns", cells, names);
    json_t *object = json_object();
    bool good = object != NULL;
    for (size_t i = 0; good && i < cells; i++) {
        const char *name = json_string_value(json_array_get(table->header, i));
        json_t *cell = json_array_get(row, i);
        bool empty = json_is_null(cell) && strcmp(name, "text") == 0;
        good =
            json_object_set_new(
                object, name, empty ? json_string("") : json_incref(cell)) == 0;
    }
    if (good)
        *out = object;
    else
        json_decref(object);
    return good ? DEMARCHE_OK : dm_no_memory(err);
}

demarche_status dm_table_next(json_t **out, uint64_t *line, dm_table *table,
                              dm_lines *lines, demarche_error *err)
{
    *out = NULL;
    json_t *row;
    demarche_status status = next_row(&row, line, table, lines, err);
    if (status != DEMARCHE_OK || row == NULL)
        return status;
    if (table->header != NULL)
        return assemble(out, table, row, err);
    status = name_columns(table, row, err);
    if (status != DEMARCHE_OK) { // without names, no row can be read
        json_array_clear(table->rows);
        table->finished = true;
        dm_lines_stop(lines);
        return status;
    }
    return dm_table_next(out, line, table, lines, err);
}
