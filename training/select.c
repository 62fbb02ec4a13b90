/* select.c - see select.h. */
#include "select.h"

#include <math.h>
#include <stdlib.h>

void dm_selection_clear(dm_selection *s)
{
    free(s->grams);
    free(s->order);
    free(s->numbers);
    free((void *)s->rarity);
    *s = (dm_selection){ 0 };
}

static void count_rows(uint32_t *df, const demarche_dataset *dataset,
                       const uint32_t *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const dm_row *row = &dataset->rows[rows[i]];
        for (uint32_t k = 0; k < row->count; k++)
            df[row->grams[k]]++;
    }
}

static bool allocate(dm_selection *s, float **rarity, size_t dictionary)
{
    s->grams = calloc(dictionary + 1, sizeof *s->grams);
    s->order = calloc(dictionary + 1, sizeof *s->order);
    s->numbers = calloc(dictionary + 1, sizeof *s->numbers);
    s->rarity = *rarity = calloc(dictionary + 1, sizeof **rarity);
    return s->grams != NULL && s->order != NULL && s->numbers != NULL &&
           s->rarity != NULL;
}

/* Number what was taken. `taken` [count] holds dictionary numbers. */
static demarche_status number(dm_selection *s, float *rarity,
                              const uint32_t *taken, const uint32_t *df,
                              size_t rows, demarche_error *err)
{
    size_t dictionary = s->dataset->dictionary.count;
    demarche_status status = dm_frozen_order(s->order, s->grams, s->count, err);
    for (size_t i = 0; i < dictionary; i++)
        s->numbers[i] = DM_FROZEN_NONE;
    for (size_t i = 0; status == DEMARCHE_OK && i < s->count; i++) {
        uint32_t gram = taken[s->order[i]];
        s->numbers[gram] = (uint32_t)i;
        rarity[i] = (float)log((double)rows / df[gram]);
    }
    return status;
}

demarche_status
dm_selection_make(dm_selection *out, const demarche_dataset *dataset,
                  const uint32_t *rows, size_t count, unsigned min_df,
                  const float weights[DM_SPACE_COUNT], demarche_error *err)
{
    size_t dictionary = dataset->dictionary.count;
    *out = (dm_selection){ .dataset = dataset };
    memcpy(out->weights, weights, sizeof out->weights);
    float *rarity;
    uint32_t *df = calloc(dictionary + 1, sizeof *df);
    uint32_t *taken = calloc(dictionary + 1, sizeof *taken);
    demarche_status status = DEMARCHE_OK;
    if (df == NULL || taken == NULL || !allocate(out, &rarity, dictionary)) {
        status = dm_no_memory(err);
    } else {
        count_rows(df, dataset, rows, count);
        for (size_t i = 0; i < dictionary; i++) {
            dm_span key = dm_intern_at(&dataset->dictionary, (uint32_t)i);
            if (df[i] < min_df || df[i] == count || df[i] == 0 ||
                weights[dm_space_of_key(key)] == 0)
                continue;
            taken[out->count] = (uint32_t)i;
            out->grams[out->count++] = key;
        }
        out->columns = out->count + dataset->words.dimensions;
        status = number(out, rarity, taken, df, count, err);
    }
    free(df);
    free(taken);
    if (status != DEMARCHE_OK)
        dm_selection_clear(out);
    return status;
}

demarche_status dm_selection_vector(dm_vector *out, const dm_selection *s,
                                    size_t row, dm_arena *arena,
                                    demarche_error *err)
{
    const dm_row *from = &s->dataset->rows[row];
    size_t dimensions = s->dataset->words.dimensions, count = 0;
    dm_term *terms =
        dm_arena_array(arena, from->count + dimensions, sizeof *terms);
    if (terms == NULL)
        return dm_no_memory(err);
    for (uint32_t i = 0; i < from->count; i++) {
        uint32_t column = s->numbers[from->grams[i]];
        if (column == DM_FROZEN_NONE)
            continue;
        dm_span key = dm_intern_at(&s->dataset->dictionary, from->grams[i]);
        terms[count++] = (dm_term){ column, dm_space_of_key(key),
                                    s->rarity[column], from->times[i] };
    }
    for (size_t d = 0; from->meaning != NULL && d < dimensions; d++)
        terms[count++] = (dm_term){ (uint32_t)(s->count + d), DM_SPACE_MEANING,
                                    from->meaning[d], 1 };
    return dm_vector_make(out, terms, count, s->weights, arena, err);
}
