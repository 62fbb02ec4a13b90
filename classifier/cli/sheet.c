/* sheet.c - see sheet.h. */
#include "sheet.h"

#include <string.h>

static bool put(const cli_sheet *sheet, char *text)
{
    bool more = output_write(sheet->output, text, strlen(text));
    demarche_string_free(text);
    return more;
}

static demarche_status begin(bool *more, cli_sheet *sheet, demarche_error *err)
{
    char *header;
    if (!sheet->csv || sheet->begun)
        return DEMARCHE_OK;
    demarche_status status = demarche_csv_header(&header, err);
    if (status != DEMARCHE_OK)
        return status;
    sheet->begun = true;
    *more = put(sheet, header);
    return DEMARCHE_OK;
}

demarche_status sheet_write(bool *more, cli_sheet *sheet,
                            const demarche_record *record, demarche_error *err)
{
    *more = true;
    char *text;
    demarche_status status = begin(more, sheet, err);
    if (status != DEMARCHE_OK || !*more)
        return status;
    status = sheet->csv ? demarche_record_csv(&text, record, err)
                        : demarche_record_format(&text, record, err);
    if (status != DEMARCHE_OK)
        return status;
    *more = put(sheet, text);
    if (*more && !sheet->csv)
        *more = output_write(sheet->output, "\n", 1);
    return DEMARCHE_OK;
}

demarche_status sheet_write_line(bool *more, cli_sheet *sheet, const char *line,
                                 demarche_error *err)
{
    *more = true;
    if (!sheet->csv) {
        *more = output_line(sheet->output, line);
        return DEMARCHE_OK;
    }
    demarche_record *record;
    demarche_status status =
        demarche_record_parse(&record, line, strlen(line), err);
    if (status != DEMARCHE_OK)
        return status;
    status = sheet_write(more, sheet, record, err);
    demarche_record_free(record);
    return status;
}

demarche_status sheet_end(cli_sheet *sheet, demarche_error *err)
{
    bool more;
    return begin(&more, sheet, err);
}
