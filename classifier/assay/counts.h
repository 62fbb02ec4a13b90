/* counts.h - what is counted of a document, and the figures of the sums.
 *
 * Figures are sums over documents, so that an interval can draw documents
 * anew.
 */
#ifndef DM_COUNTS_H
#define DM_COUNTS_H

#include "assay/sample.h"

/* Places in dm_counts; what is counted at each level takes three. */
enum {
    DM_N_FOUND,
    DM_N_GOLD,
    DM_N_LIKE,                            // gold that recall is taken over
    DM_N_HIT,                             // found that have a partner, by level
    DM_N_RECALLED = DM_N_HIT + DM_LEVELS, // like that have one
    DM_N_JUDGED = DM_N_RECALLED + DM_LEVELS, // by aspect
    DM_N_RIGHT = DM_N_JUDGED + DM_ASPECTS,
    DM_N_TURNS = DM_N_RIGHT + DM_ASPECTS,
    DM_N_OWED,    // letters and digits in turns of the two sides
    DM_N_COVERED, // of these, given to their speaker
    DM_N_SIDED,   // of these, to the speaker's side
    DM_N_OTHERS,  // in other turns
    DM_N_LEAKED,  // of these, given to somebody of the two sides
    DM_COUNTS,
};

typedef struct dm_counts {
    size_t n[DM_COUNTS];
} dm_counts;

void dm_counts_sum(dm_counts *to, const dm_counts *counts);

/* Count a sample of attributions. */
dm_counts dm_counts_of(const dm_sample *sample);

/* Part of the whole, as the scorers of the data have it: nothing of nothing
 * is 0. */
double dm_share(size_t part, size_t whole);

typedef struct dm_prf {
    double precision, recall, f1;
} dm_prf;

dm_prf dm_counts_prf(const dm_counts *counts, size_t level);

/* The middle 95 % of F1 at a level when whole documents are drawn anew
 * (Efron and Tibshirani 1993). The order of the documents does not matter:
 * they are sorted. Fewer than two documents, or no draws: not known. */
typedef struct dm_spread {
    bool known;
    double low[DM_LEVELS], high[DM_LEVELS];
} dm_spread;

demarche_status dm_counts_spread(dm_spread *out, dm_counts *documents,
                                 size_t count, unsigned draws, uint64_t seed,
                                 demarche_error *err);

#endif
