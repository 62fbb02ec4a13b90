/* cover.h - which letters and digits of a text some ranges cover.
 *
 * The unit is the letter or digit, counted from the start of the text: what
 * stands between two of them (spaces, marks, stops) neither joins nor parts.
 */
#ifndef DM_COVER_H
#define DM_COVER_H

#include "assay/ruler.h"

typedef struct dm_stretch {
    uint32_t begin, end; // never empty
} dm_stretch;

typedef struct dm_cover {
    const dm_stretch *items; // [count], ascending; no two touch
    size_t count;
    size_t size; // letters and digits in all
} dm_cover;

/* Ranges in any order, which may overlap, be empty or lie outside. */
demarche_status dm_cover_init(dm_cover *out, dm_arena *arena,
                              const dm_ruler *ruler,
                              const demarche_range *ranges, size_t count,
                              demarche_error *err);

/* Letters and digits that both cover. */
size_t dm_cover_shared(const dm_cover *a, const dm_cover *b);

/* Shared letters by those of either; 0 where nothing is shared. */
double dm_cover_ratio(size_t shared, const dm_cover *a, const dm_cover *b);

/* Where it begins and ends; { 0, 0 } when it is empty. */
dm_stretch dm_cover_hull(const dm_cover *cover);

#endif
