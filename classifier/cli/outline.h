/* outline.h - JSON as lines that one can read. */
#ifndef OUTLINE_H
#define OUTLINE_H

/* An object of the library's as an outline: a member a line, objects indented,
 * lists of scalars on one line, lists of objects as rows. To be released by
 * free(); NULL when memory ran out. */
char *outline_format(const char *json);

#endif
