/* documents.c - see documents.h. */
#include "documents.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void documents_init(cli_documents *documents, const cli_settings *settings,
                    cli_talk *talk)
{
    *documents = (struct cli_documents){ .name = NULL };
    input_init(&documents->input, settings, settings->operands,
               settings->operand_count, talk);
}

void documents_clear(cli_documents *documents)
{
    input_clear(&documents->input);
    seen_clear(&documents->ids);
    free(documents->name);
    documents->name = NULL;
}

/* "id#number"; NULL when memory ran out. */
static char *number_id(const char *id, size_t number)
{
    size_t room = strlen(id) + 24;
    char *name = malloc(room);
    if (name != NULL)
        snprintf(name, room, "%s#%zu", id, number);
    return name;
}

static bool name_document(demarche_document *document, cli_documents *documents)
{
    const char *place = input_place(&documents->input);
    bool given = document->id != NULL;
    const char *id = given ? document->id : place;
    size_t before = seen_add(&documents->ids, id);
    if (before == 0 && given)
        return true;
    if (before == SIZE_MAX)
        return false;
    if (before > 0)
        talk_note(documents->input.talk, "%s: id '%s' was seen before", place,
                  id);
    documents->name = before == 0 ? strdup(id) : number_id(id, before + 1);
    document->id = documents->name;
    return documents->name != NULL;
}

bool documents_next(demarche_document *out, cli_documents *documents)
{
    cli_input *input = &documents->input;
    demarche_error err;
    const demarche_record *record;
    free(documents->name);
    documents->name = NULL;
    while ((record = input_next(input)) != NULL) {
        demarche_status status = demarche_record_document(out, record, &err);
        if (status != DEMARCHE_OK) {
            input_refuse(input, &err);
            continue;
        }
        if (!name_document(out, documents)) {
            err = (demarche_error){ DEMARCHE_NO_MEMORY, 0, "out of memory" };
            input_refuse(input, &err);
            return false;
        }
        if (out->len == 0)
            talk_note(input->talk, "%s: the document is empty",
                      input_place(input));
        return true;
    }
    return false;
}
