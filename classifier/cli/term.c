/* term.c - see term.h. */
#include "term.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NARROWEST = 40 };

unsigned term_width(unsigned usual)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return usual;
    if (size.ws_col >= usual)
        return usual;
    return size.ws_col < NARROWEST ? NARROWEST : size.ws_col;
}

bool term_wants_colour(void)
{
    const char *refused = getenv("NO_COLOR"), *kind = getenv("TERM");
    if (refused != NULL && *refused != '\0')
        return false;
    if (kind == NULL || strcmp(kind, "dumb") == 0)
        return false;
    return isatty(STDOUT_FILENO) == 1;
}
