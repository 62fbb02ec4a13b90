/* term.h - what is known of the terminal on standard output. */
#ifndef TERM_H
#define TERM_H

#include <stdbool.h>

/* Columns to write in: `usual`, or fewer where the terminal has fewer. */
unsigned term_width(unsigned usual);

/* Whether a terminal reads standard output that wants colour (no NO_COLOR in
 * the environment, and TERM not "dumb"). */
bool term_wants_colour(void);

#endif
