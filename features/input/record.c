/* record.c - see record.h, and demarche.h for the public functions. */
#include "record.h"

#include <stdio.h>
#include <stdlib.h>

demarche_status dm_record_new(demarche_record **out, json_t *object,
                              demarche_error *err)
{
    *out = NULL;
    if (!json_is_object(object)) {
        json_decref(object);
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0, "not a JSON object");
    }
    *out = calloc(1, sizeof **out);
    if (*out == NULL) {
        json_decref(object);
        return dm_no_memory(err);
    }
    (*out)->object = object;
    const json_t *id = json_object_get(object, "id");
    if (json_is_integer(id))
        snprintf((*out)->id, sizeof(*out)->id, "%" JSON_INTEGER_FORMAT,
                 json_integer_value(id));
    return DEMARCHE_OK;
}

demarche_status demarche_record_parse(demarche_record **out, const char *json,
                                      size_t len, demarche_error *err)
{
    *out = NULL;
    json_t *value;
    demarche_status status = dm_json_parse(&value, json, len, err);
    return status == DEMARCHE_OK ? dm_record_new(out, value, err) : status;
}

const char *demarche_record_get(const demarche_record *record, const char *name,
                                size_t *len)
{
    const json_t *member = json_object_get(record->object, name);
    if (len != NULL)
        *len = json_string_length(member);
    return json_string_value(member);
}

demarche_status demarche_record_format(char **out,
                                       const demarche_record *record,
                                       demarche_error *err)
{
    dm_buf buf;
    dm_buf_init(&buf);
    dm_json_print(&buf, record->object);
    return dm_buf_take(out, &buf, err);
}

void demarche_string_free(char *string)
{
    free(string);
}

void demarche_record_free(demarche_record *record)
{
    if (record == NULL)
        return;
    json_decref(record->object);
    free(record);
}

/* The fields of a document that are strings without a length of their own. */
static demarche_status read_field(const char **out, const json_t *object,
                                  const char *name, demarche_error *err)
{
    dm_span value;
    demarche_status status = dm_json_string(&value, object, name, err);
    *out = value.data;
    return status;
}

demarche_status demarche_record_document(demarche_document *out,
                                         const demarche_record *record,
                                         demarche_error *err)
{
    *out = (demarche_document){ .text = NULL };
    const json_t *object = record->object;
    struct {
        const char **value;
        const char *name;
    } fields[] = { { &out->date, "date" },
                   { &out->outlet, "outlet" },
                   { &out->title, "title" },
                   { &out->id, "id" } };
    size_t count = sizeof fields / sizeof *fields;
    if (record->id[0] != '\0') {
        out->id = record->id;
        count--;
    }
    dm_span text;
    demarche_status status = dm_json_string(&text, object, "text", err);
    for (size_t i = 0; status == DEMARCHE_OK && i < count; i++)
        status = read_field(fields[i].value, object, fields[i].name, err);
    if (status == DEMARCHE_OK && text.data == NULL)
        status = dm_fail(err, DEMARCHE_BAD_INPUT, 0, "no field 'text'");
    if (status != DEMARCHE_OK) {
        *out = (demarche_document){ .text = NULL };
        return status;
    }
    out->text = text.data;
    out->len = text.len;
    return DEMARCHE_OK;
}
