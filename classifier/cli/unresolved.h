/* unresolved.h - speakers that the register does not know, over all documents.
 *
 * What is kept of each name is bounded, and so is the number of names, so that
 * a stream of any length fits. Sums and the choice of examples do not depend
 * on the order of the documents, as long as all names fit.
 */
#ifndef UNRESOLVED_H
#define UNRESOLVED_H

#include <stdio.h>

#include "talk.h"

enum {
    UNRESOLVED_NAMES_MAX = 200000,
    UNRESOLVED_SIDES_MAX = DEMARCHE_LABELS_MAX,
    UNRESOLVED_EXAMPLE_MAX = 160, // bytes
};

typedef struct cli_unknown {
    char *name;
    char *example; // title and apposition that were seen with it, or NULL
    size_t count, documents, last_document;
    size_t institutions; // statements in which it is one; else a person
    /* By side, as numbered in cli_unresolved: */
    size_t told[UNRESOLVED_SIDES_MAX]; // statements that a description tells
    uint64_t judged[UNRESOLVED_SIDES_MAX]; // ten-thousandths of probability
    size_t judgements;
} cli_unknown;

typedef struct cli_unresolved {
    cli_unknown **items; // [count], as they were met
    size_t count, room;
    size_t *slots; // [capacity], a power of two: number + 1, or 0
    size_t capacity;
    char *sides[UNRESOLVED_SIDES_MAX]; // [side_count]
    size_t side_count;
    size_t documents;
    size_t left_out; // statements of names that did not fit
} cli_unresolved;

/* Whether the side of any speaker of `list` is for the model to tell. */
bool unresolved_needs_judging(const demarche_statements *list);

/* Count a document's unknown speakers; false when memory ran out. */
bool unresolved_add(cli_unresolved *unresolved,
                    const demarche_statements *list);

/* Lines for a register, most frequent first, each behind a comment. Sorts. */
void unresolved_write(FILE *to, cli_unresolved *unresolved);

void unresolved_clear(cli_unresolved *unresolved);

#endif
