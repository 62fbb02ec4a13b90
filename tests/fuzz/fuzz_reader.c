/* fuzz_reader.c - any bytes, in any form: records or complaints, and an end.
 *
 * The first byte picks the form, the rest is the file. Each record must print
 * as JSON that parses again.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "demarche.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_record(const demarche_record *record)
{
    char *line;
    demarche_record *again;
    if (demarche_record_format(&line, record, NULL) != DEMARCHE_OK ||
        demarche_record_parse(&again, line, strlen(line), NULL) != DEMARCHE_OK)
        abort();
    demarche_document document;
    if (demarche_record_document(&document, again, NULL) == DEMARCHE_OK &&
        document.text == NULL)
        abort();
    demarche_record_free(again);
    demarche_string_free(line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    demarche_form form = (demarche_form)(data[0] % (DEMARCHE_FORM_TSV + 1));
    demarche_reader *reader;
    if (demarche_reader_from_memory(&reader, "fuzz", (const char *)data + 1,
                                    size - 1, form, NULL) != DEMARCHE_OK)
        abort();
    demarche_record *record;
    demarche_error err;
    demarche_status status;
    size_t calls = 0; // a byte of zstd unpacks to 128 KB at most
    do {
        status = demarche_reader_next(&record, reader, &err);
        if (status == DEMARCHE_OK && record != NULL)
            check_record(record);
        if (status != DEMARCHE_OK && status != DEMARCHE_BAD_INPUT)
            abort();
        demarche_record_free(record);
        if (++calls > ((size_t)1 << 17) * size)
            abort();
    } while (status != DEMARCHE_OK || record != NULL);
    demarche_reader_free(reader);
    return 0;
}
