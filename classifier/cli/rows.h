/* rows.h - labelled rows out of files. */
#ifndef ROWS_H
#define ROWS_H

#include "input.h"
#include "workshop.h"

/* All labelled rows of `task` in the files. The exit status so far stands in
 * `*code`. NULL: no result is to be made; told why. */
demarche_dataset *rows_read(const cli_settings *settings, const char *task,
                            char **files, size_t count,
                            const cli_workshop *workshop, int *code,
                            cli_talk *talk);

/* All annotated articles in the files, likewise. */
demarche_lessons *lessons_read(const cli_settings *settings, int *code,
                               cli_talk *talk);

/* For demarche_train_options: shows progress on the talk in `payload`. */
void rows_progress(void *payload, const char *stage, double share);

/* The documents of the operands, read as a corpus; otherwise as rows_read. */
demarche_corpus *corpus_read(const cli_settings *settings, int *code,
                             cli_talk *talk);

#endif
