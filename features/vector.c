/* vector.c - see vector.h. */
#include "vector.h"

#include <math.h>
#include <stdlib.h>

/* Sorting by so many bits of the id at a time: two passes suffice for a quarter
 * of a million n-grams. */
enum { DIGIT = 9, DIGITS = 1 << DIGIT };

static size_t digit_of(const dm_term *term, unsigned shift)
{
    return term->id >> shift & (DIGITS - 1);
}

/* Into `to`, by one digit, leaving equal ones in their order. */
static void sort_by_digit(dm_term *to, const dm_term *from, size_t count,
                          unsigned shift)
{
    uint32_t begins[DIGITS + 1] = { 0 };
    for (size_t i = 0; i < count; i++)
        begins[digit_of(&from[i], shift) + 1]++;
    for (size_t d = 0; d < DIGITS; d++)
        begins[d + 1] += begins[d];
    for (size_t i = 0; i < count; i++)
        to[begins[digit_of(&from[i], shift)]++] = from[i];
}

/* How many terms stand before those of the meaning. */
static size_t count_grams(const dm_term *terms, size_t count)
{
    while (count > 0 && terms[count - 1].space == DM_SPACE_MEANING)
        count--;
    return count;
}

/* By their ids, in `terms` or in `other`; where they are now. */
static dm_term *sort(dm_term *terms, dm_term *other, size_t total)
{
    uint32_t all = 0;
    size_t count = count_grams(terms, total);
    memcpy(other + count, terms + count, (total - count) * sizeof *terms);
    for (size_t i = 0; i < count; i++)
        all |= terms[i].id;
    for (unsigned shift = 0; shift < 32 && all >> shift != 0; shift += DIGIT) {
        sort_by_digit(other, terms, count, shift);
        dm_term *held = terms;
        terms = other;
        other = held;
    }
    return terms;
}

/* Of terms sorted by their ids, bring equal ones together, adding up how often
 * they occur; how many differ. */
static size_t merge(dm_term *terms, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && terms[kept - 1].id == terms[i].id)
            terms[kept - 1].times += terms[i].times;
        else
            terms[kept++] = terms[i];
    }
    return kept;
}

static double value_of(const dm_term *term)
{
    return term->times == 1 ? term->rarity
                            : (1 + log((double)term->times)) * term->rarity;
}

/* What each space's values are multiplied by. */
static void find_factors(double factors[DM_SPACE_COUNT], const dm_term *terms,
                         const double *values, size_t count,
                         const float weights[DM_SPACE_COUNT])
{
    double squares[DM_SPACE_COUNT] = { 0 }, total = 0;
    for (size_t i = 0; i < count; i++)
        squares[terms[i].space] += values[i] * values[i];
    for (size_t s = 0; s < DM_SPACE_COUNT; s++)
        if (squares[s] > 0)
            total += (double)weights[s] * weights[s];
    for (size_t s = 0; s < DM_SPACE_COUNT; s++)
        factors[s] = squares[s] > 0 && total > 0
                         ? weights[s] / sqrt(squares[s] * total)
                         : 0;
}

demarche_status dm_vector_make(dm_vector *out, dm_term *terms, size_t count,
                               const float weights[DM_SPACE_COUNT],
                               dm_arena *arena, demarche_error *err)
{
    *out = (dm_vector){ 0 };
    if (count == 0)
        return DEMARCHE_OK; // `terms` may be NULL
    dm_term *other = dm_arena_room(arena, count, sizeof *other);
    if (other == NULL)
        return dm_no_memory(err);
    terms = sort(terms, other, count);
    count = merge(terms, count);
    uint32_t *ids = dm_arena_room(arena, count, sizeof *ids);
    double *values = dm_arena_room(arena, count, sizeof *values);
    if (ids == NULL || values == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < count; i++)
        values[i] = value_of(&terms[i]);
    double factors[DM_SPACE_COUNT];
    find_factors(factors, terms, values, count, weights);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        double value = values[i] * factors[terms[i].space];
        if (value == 0)
            continue;
        ids[kept] = terms[i].id;
        values[kept++] = value;
    }
    *out = (dm_vector){ ids, values, kept };
    return DEMARCHE_OK;
}

double dm_vector_dot(const dm_vector *vector, const double *row)
{
    double sum = 0;
    for (size_t i = 0; i < vector->count; i++)
        sum += vector->values[i] * row[vector->ids[i]];
    return sum;
}

void dm_vector_add_to(double *row, const dm_vector *vector, double factor)
{
    for (size_t i = 0; i < vector->count; i++)
        row[vector->ids[i]] += factor * vector->values[i];
}
