/* reader.c - records from a file of any form, one at a time. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "form.h"
#include "record.h"

struct demarche_reader {
    char *name; // for messages
    demarche_form form;
    bool opened; // the form is known
    bool broken; // nothing more can be read
    dm_lines lines;
    dm_table table;
    uint64_t line; // where the last record began, from 1
    size_t replaced;
    dm_buf place;
};

static demarche_status make(demarche_reader **out, dm_source *source,
                            const char *name, demarche_form form,
                            demarche_error *err)
{
    demarche_reader *reader = calloc(1, sizeof *reader);
    if (reader == NULL) {
        dm_source_free(source);
        return dm_no_memory(err);
    }
    dm_lines_init(&reader->lines, source);
    dm_buf_init(&reader->place);
    reader->form = form;
    reader->name = strdup(name);
    if (reader->name == NULL) {
        demarche_reader_free(reader);
        return dm_no_memory(err);
    }
    *out = reader;
    return DEMARCHE_OK;
}

/* Put where it happened in front of what happened. Of a long path, the end
 * tells most. */
static void locate(demarche_error *err, const char *name, uint64_t line)
{
    enum { NAME_MAX_LEN = 100 };
    if (err == NULL)
        return;
    demarche_error told = *err;
    size_t len = strlen(name);
    const char *shown = len > NAME_MAX_LEN ? name + len - NAME_MAX_LEN : name;
    char number[24] = "";
    if (line > 0)
        snprintf(number, sizeof number, ":%" PRIu64, line);
    dm_fail(err, told.status, told.offset, "%s%s%s: %.110s",
            shown == name ? "" : "...", shown, number, told.message);
}

demarche_status demarche_reader_open(demarche_reader **out, const char *path,
                                     demarche_form form, demarche_error *err)
{
    *out = NULL;
    bool standard = path == NULL || strcmp(path, "-") == 0;
    const char *name = standard ? "stdin" : path;
    dm_source *source;
    demarche_status status = dm_source_open(&source, path, err);
    if (status != DEMARCHE_OK)
        return status;
    return make(out, source, name, form, err);
}

demarche_status demarche_reader_from_memory(demarche_reader **out,
                                            const char *name, const char *bytes,
                                            size_t len, demarche_form form,
                                            demarche_error *err)
{
    *out = NULL;
    dm_source *source;
    demarche_status status = dm_source_from_memory(&source, bytes, len, err);
    if (status != DEMARCHE_OK)
        return status;
    return make(out, source, name, form, err);
}

/* Learn the form where it was not told, and get ready for it. */
static demarche_status open_form(demarche_reader *reader, demarche_error *err)
{
    reader->opened = true;
    dm_span head;
    demarche_form seen;
    demarche_status status = dm_lines_peek(&head, &reader->lines, err);
    if (status == DEMARCHE_OK)
        status = dm_form_detect(&seen, reader->name, head, err);
    if (status != DEMARCHE_OK)
        return status;
    if (reader->form == DEMARCHE_FORM_AUTO)
        reader->form = seen;
    if (reader->form == DEMARCHE_FORM_CSV)
        return dm_table_init(&reader->table, ',', err);
    if (reader->form == DEMARCHE_FORM_TSV)
        return dm_table_init(&reader->table, '\t', err);
    return DEMARCHE_OK;
}

static demarche_status next_object(json_t **out, demarche_reader *reader,
                                   demarche_error *err)
{
    dm_lines *lines = &reader->lines;
    uint64_t *line = &reader->line;
    switch (reader->form) {
    case DEMARCHE_FORM_CSV:
    case DEMARCHE_FORM_TSV:
        return dm_table_next(out, line, &reader->table, lines, err);
    case DEMARCHE_FORM_NDJSON: return dm_ndjson_next(out, line, lines, err);
    default:
        return dm_plain_next(out, line, lines, dm_form_base_name(reader->name),
                             err);
    }
}

static demarche_status note_place(demarche_reader *reader, demarche_error *err)
{
    dm_buf_reset(&reader->place);
    dm_buf_addf(&reader->place, "%s:%" PRIu64, reader->name, reader->line);
    return dm_buf_failed(&reader->place) ? dm_no_memory(err) : DEMARCHE_OK;
}

demarche_status demarche_reader_next(demarche_record **out,
                                     demarche_reader *reader,
                                     demarche_error *err)
{
    *out = NULL;
    json_t *object = NULL;
    demarche_status status = DEMARCHE_OK;
    uint64_t before = reader->lines.replaced;
    if (!reader->opened) {
        status = open_form(reader, err);
        reader->broken = status != DEMARCHE_OK;
    }
    if (status == DEMARCHE_OK && !reader->broken)
        status = next_object(&object, reader, err);
    reader->replaced = (size_t)(reader->lines.replaced - before);
    if (status == DEMARCHE_OK)
        status = note_place(reader, err);
    if (status != DEMARCHE_OK)
        json_decref(object);
    else if (object != NULL)
        status = dm_record_new(out, object, err);
    if (status == DEMARCHE_BAD_INPUT || status == DEMARCHE_IO)
        locate(err, reader->name, reader->line);
    return status;
}

const char *demarche_reader_place(const demarche_reader *reader)
{
    return reader->place.data;
}

size_t demarche_reader_replaced(const demarche_reader *reader)
{
    return reader->replaced;
}

void demarche_reader_progress(const demarche_reader *reader, uint64_t *done,
                              uint64_t *total)
{
    dm_source_progress(reader->lines.source, done, total);
}

void demarche_reader_free(demarche_reader *reader)
{
    if (reader == NULL)
        return;
    dm_table_clear(&reader->table);
    dm_lines_clear(&reader->lines);
    dm_buf_clear(&reader->place);
    free(reader->name);
    free(reader);
}
