/* fuzz_why.c - any text: why its statements were found can be told, harmlessly.
 *
 * No control character but line feeds, no line wider than asked for, JSON that
 * is JSON, and a row of a table for each record.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/json.h"
#include "terminal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WIDTH = 40 };

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_text(const char *text)
{
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");
        for (size_t i = 0; i < len; i++)
            require((unsigned char)text[i] >= 0x20 && text[i] != 0x7F);
        require(dm_terminal_width((dm_span){ text, len }) <= WIDTH);
        text += len + (text[len] == '\n');
    }
}

static void check_record(const char *json)
{
    demarche_record *record;
    char *row;
    require(demarche_record_parse(&record, json, strlen(json), NULL) ==
            DEMARCHE_OK);
    require(demarche_record_csv(&row, record, NULL) == DEMARCHE_OK);
    demarche_string_free(row);
    demarche_record_free(record);
}

static void check(const demarche_statements *list, size_t i)
{
    demarche_why_options options;
    demarche_why_options_init(&options);
    options.width = WIDTH;
    char *told;
    require(demarche_statements_why(&told, list, i, &options, NULL) ==
            DEMARCHE_OK);
    check_text(told);
    demarche_string_free(told);
    options.format = DEMARCHE_FORMAT_NDJSON;
    options.byte_offsets = i % 2 == 1;
    require(demarche_statements_why(&told, list, i, &options, NULL) ==
            DEMARCHE_OK);
    check_record(told);
    demarche_string_free(told);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static demarche_analyser *analyser; // made once: it is not what is tried
    demarche_options options;
    demarche_options_init(&options);
    options.no_models = true;
    if (analyser == NULL)
        require(demarche_analyser_new(&analyser, &options, NULL) ==
                DEMARCHE_OK);
    demarche_document document = { .id = "a\033[1m",
                                   .date = "2016-05-05",
                                   .text = (const char *)data,
                                   .len = size };
    demarche_statements *list;
    require(demarche_extract(&list, analyser, &document, NULL) == DEMARCHE_OK);
    for (size_t i = 0; i < demarche_statements_count(list); i++)
        check(list, i);
    demarche_statements_free(list);
    return 0;
}
