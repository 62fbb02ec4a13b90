/* fuzz_report.c - any records: a report comes out, and it is harmless.
 *
 * The text form holds no control character but line feeds, no line of it is
 * wider than asked for (but for words that no line holds), and the JSON form
 * is JSON.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/json.h"
#include "terminal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WIDTH = 60 };

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_text(const char *report)
{
    while (*report != '\0') {
        size_t len = strcspn(report, "\n");
        for (size_t i = 0; i < len; i++)
            require((unsigned char)report[i] >= 0x20 && report[i] != 0x7F);
        require(dm_terminal_width((dm_span){ report, len }) <= WIDTH);
        report += len + (report[len] == '\n');
    }
}

static void check_json(const char *report)
{
    json_t *value;
    require(dm_json_parse(&value, report, strlen(report), NULL) == DEMARCHE_OK);
    json_decref(value);
}

static void check_report(const demarche_tally *tally, demarche_format format,
                         void (*check)(const char *report))
{
    demarche_report_options options;
    demarche_report_options_init(&options);
    options.format = format;
    options.width = WIDTH;
    options.resamples = 3;
    char *report;
    require(demarche_report_format(&report, tally, &options, NULL) ==
            DEMARCHE_OK);
    if (check != NULL)
        check(report);
    demarche_string_free(report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    demarche_reader *reader;
    demarche_tally *tally;
    require(demarche_reader_from_memory(&reader, "fuzz", (const char *)data,
                                        size, DEMARCHE_FORM_NDJSON,
                                        NULL) == DEMARCHE_OK);
    require(demarche_tally_new(&tally, NULL) == DEMARCHE_OK);
    for (;;) {
        demarche_record *record;
        demarche_status status = demarche_reader_next(&record, reader, NULL);
        if (status == DEMARCHE_BAD_INPUT)
            continue;
        if (status != DEMARCHE_OK || record == NULL)
            break;
        demarche_tally_add_record(tally, record, NULL);
        demarche_record_free(record);
    }
    check_report(tally, DEMARCHE_FORMAT_TEXT, check_text);
    check_report(tally, DEMARCHE_FORMAT_JSON, check_json);
    check_report(tally, DEMARCHE_FORMAT_NDJSON, NULL);
    check_report(tally, DEMARCHE_FORMAT_CSV, NULL);
    demarche_tally_free(tally);
    demarche_reader_free(reader);
    return 0;
}
