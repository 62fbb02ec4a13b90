/* marking.h - a statement whose words show what they pull. */
#ifndef MARKING_H
#define MARKING_H

#include <stdbool.h>
#include <stdio.h>

#include "demarche.h"

/* ANSI looks of what speaks for the label and against it, and of neither. */
extern const char marking_for[], marking_against[], marking_plain[];

/* The statement broken at `width` (40 to 500) behind `indent` spaces, the
 * strongest words in colour, or with signs under them; then what that means. */
void marking_put(FILE *to, const demarche_explanation *explanation,
                 size_t indent, size_t width, bool colour);

#endif
