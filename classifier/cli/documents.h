/* documents.h - documents out of records, each with an id of its own.
 *
 * A document without id is called by its place. One whose id was seen before
 * is told, kept, and told apart by "#2" behind its id, so that no statement is
 * ascribed to the wrong text.
 */
#ifndef DOCUMENTS_H
#define DOCUMENTS_H

#include "input.h"

/* How often each string was seen, by its hash: 16 bytes a string. */
typedef struct cli_seen {
    struct seen_slot *slots; // [capacity], a power of two
    size_t count, capacity;
} cli_seen;

typedef struct cli_documents {
    cli_input input;
    cli_seen ids;
    char *name; // the id made for the last document, or NULL
} cli_documents;

void documents_init(cli_documents *documents, const cli_settings *settings,
                    cli_talk *talk);
void documents_clear(cli_documents *documents);

/* The next document, borrowed until the next call; false at the end. */
bool documents_next(demarche_document *out, cli_documents *documents);

/* Count one more of `string`; how many there were before, or SIZE_MAX when
 * memory ran out. */
size_t seen_add(cli_seen *seen, const char *string);
void seen_clear(cli_seen *seen);

#endif
