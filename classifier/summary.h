/* summary.h - the figures of a tally, in the order in which they are shown.
 *
 *     sayings ──► copies put together ──► rows (actors) ──► blocks (sides)
 *
 * Tones, kinds, reviews and means count distinct statements: the same words of
 * the same actor once, at their first place by document and number. Nothing
 * here depends on the order in which statements were added.
 */
#ifndef DM_SUMMARY_H
#define DM_SUMMARY_H

#include "bootstrap.h"
#include "statements.h"
#include "tally.h"

typedef struct dm_figures {
    size_t documents;  // with any of the statements
    size_t sources;    // documents where the distinct ones stand first
    size_t statements; // copies included
    size_t distinct;
    size_t tones[DM_TONES];
    size_t kinds[DM_KINDS + 1]; // the last one: unknown
    size_t review;              // tone to be checked by a person
    size_t side_review;         // side to be checked
    double mean;                // of the scores
    dm_interval interval;       // of the mean, 95 %, sources resampled
} dm_figures;

/* A statement and its place in the order. */
typedef struct dm_line {
    const dm_saying *saying;
    uint32_t doc;  // place of its document among all, by id
    bool distinct; // false: a copy of a line before it
    size_t copies; // of a distinct one: further places where it stands
} dm_line;

typedef struct dm_stance {
    dm_span name, id;     // empty name: no named speaker
    dm_span side;         // of most of its statements; empty: not judged
    const dm_line *lines; // [figures.statements], by document and number
    dm_figures figures;
} dm_stance;

typedef struct dm_block {
    dm_span side;
    const dm_stance *rows; // [row_count], most statements first
    size_t row_count;
    dm_figures figures;
} dm_block;

typedef struct dm_summary {
    const demarche_tally *tally;
    dm_arena arena;
    const dm_stance *rows; // [row_count], block after block
    size_t row_count;
    const dm_block *blocks; // [block_count]
    size_t block_count;
    dm_figures total;
    dm_span first_date, last_date;
} dm_summary;

/* Count `lines`, which stand in the order of their documents; `key` makes the
 * draws differ between those who are counted. */
demarche_status dm_figures_init(dm_figures *out, const dm_line *lines,
                                size_t count, unsigned resamples, uint64_t seed,
                                dm_span key, demarche_error *err);

/* The summary borrows from the tally. */
demarche_status dm_summary_init(dm_summary *out, const demarche_tally *tally,
                                unsigned resamples, uint64_t seed,
                                demarche_error *err);

void dm_summary_clear(dm_summary *summary);

/* The id of the document that a line stands in; empty where it has none. */
dm_span dm_summary_doc(const dm_summary *summary, const dm_line *line);

/* The speech verb that it hangs on; empty where there is none. */
dm_span dm_summary_cue(const dm_summary *summary, const dm_line *line);

#endif
