/* sample.h - one document's statements held against its gold.
 *
 *     gold record ──► attributions ──► covers ──┐
 *                                               ├──► overlaps ──► pairs
 *     statements  ──► answers ───────► covers ──┘
 *
 * Everything that figures, tables and lists of errors are made of is found
 * here once; it lives in the arena that was given, and borrows the record and
 * the statements.
 */
#ifndef DM_SAMPLE_H
#define DM_SAMPLE_H

#include "assay/answer.h"
#include "assay/pairing.h"

enum { DM_LEVELS = 3 }; // overlaps asked for: 0.3, 0.8 and all
extern const double dm_levels[DM_LEVELS];

/* What is compared of a pair besides its words. */
typedef enum dm_aspect {
    DM_ASPECT_SPEAKER,
    DM_ASPECT_ACTOR,
    DM_ASPECT_SIDE,
    DM_ASPECT_TONE,
    DM_ASPECTS,
} dm_aspect;

typedef enum dm_outcome {
    DM_UNJUDGED, // the gold does not tell, or the statement does not answer
    DM_RIGHT,
    DM_WRONG,
    DM_MISSING, // a speaker alone: none was found
} dm_outcome;

typedef struct dm_sample {
    dm_span doc; // its id
    dm_ruler ruler;
    dm_gold gold;
    const dm_answer *found; // [found_count]
    size_t found_count;
    /* Of attributions alone: */
    const dm_cover *found_covers;    // [found_count]
    const dm_cover *gold_covers;     // [gold.count]
    const bool *like;                // [gold.count]: recall is taken over these
    dm_overlaps overlaps;            // a: found, b: gold
    uint32_t *gold_of;               // [found_count], or DM_NOBODY
    uint32_t *found_of;              // [gold.count]
    double *ratios;                  // [found_count], of a pair; 0 without
    uint8_t (*outcomes)[DM_ASPECTS]; // [found_count], of pairs
    size_t outside; // ranges that are reversed or reach behind the text
} dm_sample;

/* `all`: recall is taken over every attribution, not only over speech. The
 * sample is filled in as far as doc, ruler, gold and found when it comes. */
demarche_status dm_sample_find(dm_sample *sample, bool all, dm_arena *arena,
                               demarche_error *err);

#endif
