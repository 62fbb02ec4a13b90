/* settings.h - what the options of all commands fill.
 *
 * One struct for all, since most options mean the same everywhere. What the
 * library has a default for begins with that default.
 */
#ifndef SETTINGS_H
#define SETTINGS_H

#include <stddef.h>

#include "demarche.h"

typedef enum cli_colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER } cli_colour;

typedef struct cli_settings {
    bool help, quiet, strict;
    const char *output; // path, or NULL for standard output
    int from;           // a demarche_form
    int format;         // a demarche_format
    int colour;         // a cli_colour
    bool why;           // reasons instead of statements
    bool unresolved;    // unknown speakers instead
    int convention;     // 0: the codebook's, 1: PARC's
    int offsets;        // 0: code points, 1: bytes
    const char *actors; // register to add, or NULL
    const char *only;   // register instead of the shipped one, or NULL
    const char *tone;   // model files, or NULL for the shipped ones
    const char *side;
    const char *target;
    const char *extractor; // file of learned decisions, or NULL: shipped
    bool rules_alone;
    const char *task;    // labelled field, or NULL
    const char *model;   // model file, or NULL
    const char *data;    // labelled or annotated input, or NULL for operands
    const char *system;  // output to be judged, or NULL for the library's own
    const char *against; // model to compare with, or NULL
    bool curve;          // learning curve
    const char *also;    // rows that are only learned from, or NULL
    const char *swap;    // sides whose names are swapped in copies, or NULL
    double abstain;      // accuracy wanted of what is kept; 0: none
    bool all;            // recall over all of the gold
    unsigned errors;     // shown of each kind
    const char *speaker; // of the statement to explain, or NULL
    unsigned reasons;    // n-grams shown
    demarche_report_options report;
    demarche_fields fields; // of labelled rows
    demarche_train_options train;
    char **operands; // [operand_count], in the order given
    size_t operand_count;
} cli_settings;

void settings_init(cli_settings *settings);

#endif
