/* vector.h - a statement as numbers: a sparse vector of unit length.
 *
 *     n-grams ──► terms (one an occurrence) ──► vector (one an n-gram)
 *
 * An n-gram that occurs t times weighs (1 + ln t) times its rarity. Each name
 * space is brought to unit length by itself and multiplied by its own weight,
 * so that three speaker words are not drowned by three hundred character
 * n-grams; then the whole is brought to unit length.
 */
#ifndef DM_VECTOR_H
#define DM_VECTOR_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "ngram.h"

typedef struct dm_vector {
    const uint32_t *ids;  // [count], ascending: columns
    const double *values; // [count], not zero
    size_t count;
} dm_vector;

/* One occurrence of a known n-gram. */
typedef struct dm_term {
    uint32_t id;
    uint32_t space; // dm_space
    double rarity;  // its idf; of meaning, the coordinate itself
    float times;    // how often it occurred; 1 for one of many occurrences
} dm_term;

/* Sum terms to a vector in `arena`; `terms` are scratch afterwards.
 * Terms of the meaning come last, one a coordinate, their ids ascending and
 * above all others. `weights` holds each name space's weight; 0 drops it. */
demarche_status dm_vector_make(dm_vector *out, dm_term *terms, size_t count,
                               const float weights[DM_SPACE_COUNT],
                               dm_arena *arena, demarche_error *err);

/* The sum of value times row[id]; `row` has a cell for every id. */
double dm_vector_dot(const dm_vector *vector, const double *row);

/* row[id] += factor * value. */
void dm_vector_add_to(double *row, const dm_vector *vector, double factor);

#endif
