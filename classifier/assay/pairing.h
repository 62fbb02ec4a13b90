/* pairing.h - which covers of two lists overlap, and who is whose.
 *
 * A sweep over the stretches of both lists finds the overlaps without trying
 * every pair. Pairs are one to one, the greatest overlap first, where overlap
 * is shared letters by those of either; equal ones go by the place in the
 * first list, then in the second.
 */
#ifndef DM_PAIRING_H
#define DM_PAIRING_H

#include "assay/cover.h"

#define DM_NOBODY UINT32_MAX

/* Overlaps in one document, before it is refused: it takes the same place
 * named thousands of times to get there. */
enum { DM_OVERLAPS_MAX = 1 << 21 };

typedef struct dm_overlap {
    uint32_t a, b;   // places in the two lists
    uint32_t shared; // letters and digits, > 0
    double ratio;    // see dm_cover_ratio
} dm_overlap;

typedef struct dm_overlaps {
    const dm_overlap *items; // [count], by a, then by b
    size_t count;
} dm_overlaps;

/* DEMARCHE_BAD_INPUT where there are too many. */
demarche_status dm_overlaps_find(dm_overlaps *out, dm_arena *arena,
                                 const dm_cover *a, size_t a_count,
                                 const dm_cover *b, size_t b_count,
                                 demarche_error *err);

/* Fill of_a [a_count] and of_b [b_count] with the place of the partner, or
 * DM_NOBODY, from overlaps whose ratio is at least `least`. */
demarche_status dm_overlaps_pair(uint32_t *of_a, size_t a_count, uint32_t *of_b,
                                 size_t b_count, const dm_overlaps *overlaps,
                                 double least, dm_arena *arena,
                                 demarche_error *err);

/* The overlap of one pair, or NULL. */
const dm_overlap *dm_overlaps_at(const dm_overlaps *overlaps, uint32_t a,
                                 uint32_t b);

#endif
