/* vector.c - see vector.h. */
#include "vector.h"

#include <math.h>
#include <stdlib.h>

static int compare_terms(const void *a, const void *b)
{
    const dm_term *x = a, *y = b;
    return (x->id > y->id) - (x->id < y->id);
}

/* Bring equal ids together, adding up how often they occur; how many differ. */
static size_t merge(dm_term *terms, size_t count)
{
    size_t kept = 0, unsorted = count;
    while (unsorted > 0 && terms[unsorted - 1].space == DM_SPACE_MEANING)
        unsorted--;
    if (unsorted > 0)
        qsort(terms, unsorted, sizeof *terms, compare_terms);
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
                            : (1 + log(term->times)) * term->rarity;
}

/* What each space's values are multiplied by. */
static void find_factors(double factors[DM_SPACE_COUNT], const dm_term *terms,
                         size_t count, const float weights[DM_SPACE_COUNT])
{
    double squares[DM_SPACE_COUNT] = { 0 }, total = 0;
    for (size_t i = 0; i < count; i++) {
        double value = value_of(&terms[i]);
        squares[terms[i].space] += value * value;
    }
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
    count = merge(terms, count);
    uint32_t *ids = dm_arena_array(arena, count, sizeof *ids);
    double *values = dm_arena_array(arena, count, sizeof *values);
    if (ids == NULL || values == NULL)
        return dm_no_memory(err);
    double factors[DM_SPACE_COUNT];
    find_factors(factors, terms, count, weights);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        double value = value_of(&terms[i]) * factors[terms[i].space];
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
