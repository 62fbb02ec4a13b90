/* tally.h - judged statements, gathered for counting.
 *
 * A tally only collects; summary.c sorts and counts. It keeps of each
 * statement what a report needs, and of its words the first few hundred bytes
 * beside a hash of all of them, and strips them of what a terminal would obey.
 */
#ifndef DM_TALLY_H
#define DM_TALLY_H

#include "base/buf.h"
#include "base/intern.h"

typedef enum dm_tone {
    DM_TONE_CONCILIATORY,
    DM_TONE_NEUTRAL,
    DM_TONE_CRITICAL,
} dm_tone;

enum { DM_TONES = 3 };

const char *dm_tone_name(dm_tone tone);

/* One counted statement. */
typedef struct dm_saying {
    uint32_t doc, actor, side, cue; // numbers in the tally's tables
    uint8_t kind, tone; // demarche_kind or DM_KINDS (unknown), dm_tone
    bool review, side_review;
    size_t n;          // its number in the document, 0: unknown
    size_t begin;      // code point where it begins, SIZE_MAX: unknown
    double score;      // in [-1, 1]
    uint64_t words[2]; // hash of the words, case and white space apart
    dm_span text;      // its words, cut off at DM_SAYING_TEXT bytes
} dm_saying;

enum { DM_SAYING_TEXT = 600 };

/* Who is meant by an actor's number. */
typedef struct dm_named {
    dm_span name, id; // empty where there is none
} dm_named;

struct demarche_tally {
    dm_arena arena;   // of texts and names
    dm_arena scratch; // of one call
    dm_buf words;     // likewise
    dm_intern docs, actors, sides, cues;
    dm_named *named; // [named_room], by actor number
    size_t named_room;
    dm_saying *items; // [count]
    size_t count, room;
    size_t questions;              // left out
    size_t denied;                 // likewise: not said, or only supposed
    dm_span first_date, last_date; // "YYYY-MM-DD", or empty
};

/* One judged statement as it comes, from a list or from a record. Spans are
 * borrowed for the call; absent ones are empty. */
typedef struct dm_said {
    dm_span doc, date, actor, actor_id, side, cue, text;
    unsigned kind; // demarche_kind, or DM_KINDS where it is not known
    dm_tone tone;
    bool review, side_review;
    size_t n, begin; // as in dm_saying
    double score;
} dm_said;

demarche_status dm_tally_add_said(demarche_tally *tally, const dm_said *said,
                                  demarche_error *err);

/* The tone that a label names; DEMARCHE_BAD_INPUT when it is another. */
demarche_status dm_tone_parse(dm_tone *out, dm_span label, demarche_error *err);

#endif
