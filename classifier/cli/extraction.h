/* extraction.h - `evaluate --task extract`: annotated documents in, how well
 * the extractor finds what the annotators found out.
 */
#ifndef EXTRACTION_H
#define EXTRACTION_H

#include "settings.h"
#include "talk.h"

/* Read gold from `files`, and output to judge from --system where it is given;
 * write the figures. Returns the exit status. */
int extraction_evaluate(const cli_settings *settings, char **files,
                        size_t count, cli_talk *talk);

#endif
