/* talk.h - all that is said on standard error: complaints, notes, progress.
 *
 * Bytes that came from outside are shown harmless: control characters, marks
 * that turn the writing direction and invalid UTF-8 appear as \xNN.
 */
#ifndef TALK_H
#define TALK_H

#include <stdbool.h>
#include <stdint.h>

#include "demarche.h"

#if defined(__GNUC__)
#define TALK_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define TALK_PRINTF(text, first)
#endif

typedef struct cli_talk {
    bool quiet;         // errors alone
    bool terminal;      // somebody watches
    bool shown;         // a progress line stands there
    double began, last; // seconds of a clock that never goes back
    uint64_t notes;     // said and unsaid
} cli_talk;

void talk_init(cli_talk *talk);

/* "demarche: " and a line. */
void talk_error(cli_talk *talk, const char *format, ...) TALK_PRINTF(2, 3);

/* As an error, but not under --quiet, and not without end: after some, the rest
 * is counted and told by talk_end. */
void talk_note(cli_talk *talk, const char *format, ...) TALK_PRINTF(2, 3);

/* A line that is written over again, on a terminal, after the first second. */
void talk_progress(cli_talk *talk, const char *format, ...) TALK_PRINTF(2, 3);

void talk_end(cli_talk *talk);

/* `text` with unsafe bytes made visible; cut where `room` ends. */
void talk_escape(char *out, size_t room, const char *text);

#endif
