/* table.c - see table.h. */
#include "words/table.h"

#include <math.h>
#include <stdlib.h>

#include "words.h"
#include "words/cluster.h"
#include "words/skipgram.h"

static const double commonness = 1e-3; // a of a / (a + p)

/* Everything that is made on the way; freed as a whole. */
typedef struct maker {
    const dm_corpus *corpus;
    dm_table_options options;
    uint32_t *ranks, *order; // see dm_corpus_rank
    size_t count;            // words in the table
    float *vectors;          // [count][dimensions]
    uint16_t *clusters_of;   // [count]
    uint32_t *names;         // [clusters], places
    dm_span *strings;        // [count]
    uint32_t *numbers;       // [count], see dm_frozen_order
    uint32_t *number_of;     // [count], place to number
} maker;

void dm_table_options_init(dm_table_options *options)
{
    *options = (dm_table_options){ .words = 20000,
                                   .least = 15,
                                   .window = 5,
                                   .negatives = 5,
                                   .epochs = 4,
                                   .sample = 1e-4,
                                   .seed = 1,
                                   .dimensions = 200,
                                   .clusters = 300 };
}

static void make_unit(float *row, size_t dimensions)
{
    double square = 0;
    for (size_t d = 0; d < dimensions; d++)
        square += (double)row[d] * row[d];
    double factor = square > 0 ? 1 / sqrt(square) : 0;
    for (size_t d = 0; d < dimensions; d++)
        row[d] = (float)(row[d] * factor);
}

/* Unit length, less the mean of all, and unit length again. */
static bool centre(maker *m)
{
    size_t n = m->options.dimensions;
    double *mean = calloc(n, sizeof *mean);
    if (mean == NULL)
        return false;
    for (size_t i = 0; i < m->count; i++) {
        make_unit(m->vectors + i * n, n);
        for (size_t d = 0; d < n; d++)
            mean[d] += m->vectors[i * n + d] / (double)m->count;
    }
    for (size_t i = 0; i < m->count; i++) {
        for (size_t d = 0; d < n; d++)
            m->vectors[i * n + d] -= (float)mean[d];
        make_unit(m->vectors + i * n, n);
    }
    free(mean);
    return true;
}

static double weight_of(const maker *m, size_t place)
{
    double share = (double)m->corpus->counts[m->order[place]] /
                   (double)(m->corpus->length - m->corpus->sentences);
    return commonness / (commonness + share);
}

/* One byte a coordinate, the largest being 127 units. */
static float quantise(int8_t *to, const float *row, size_t dimensions,
                      double weight)
{
    float largest = 0;
    for (size_t d = 0; d < dimensions; d++)
        largest = fmaxf(largest, fabsf(row[d]));
    for (size_t d = 0; d < dimensions && largest > 0; d++)
        to[d] = (int8_t)lroundf(row[d] / largest * 127);
    return (float)(weight * largest / 127);
}

/* The sections after the strings, words in the order of their numbers. */
static bool add_columns(dm_buf *buf, const maker *m)
{
    size_t n = m->options.dimensions, clusters = m->options.clusters;
    int8_t *values = calloc(m->count * n + 1, sizeof *values);
    float *scales = calloc(m->count + 1, sizeof *scales);
    uint16_t *of = calloc(m->count + 1, sizeof *of);
    uint32_t *names = calloc(clusters + 1, sizeof *names);
    bool made = values != NULL && scales != NULL && of != NULL && names != NULL;
    for (size_t i = 0; made && i < m->count; i++) {
        size_t place = m->numbers[i];
        scales[i] = quantise(values + i * n, m->vectors + place * n, n,
                             weight_of(m, place));
        of[i] = m->clusters_of[place];
    }
    if (made) {
        for (size_t c = 0; c < clusters; c++)
            names[c] = m->number_of[m->names[c]];
        dm_image_add(buf, values, m->count * n, 1);
        dm_image_add(buf, scales, m->count, sizeof *scales);
        dm_image_add(buf, of, m->count, sizeof *of);
        dm_image_add(buf, names, clusters, sizeof *names);
    }
    free(values);
    free(scales);
    free(of);
    free(names);
    return made;
}

static demarche_status assemble(char **out, size_t *len, maker *m,
                                demarche_error *err)
{
    uint32_t sizes[] = { (uint32_t)m->options.dimensions,
                         (uint32_t)m->options.clusters };
    for (size_t i = 0; i < m->count; i++)
        m->strings[i] = dm_intern_at(&m->corpus->words, m->order[i]);
    demarche_status status =
        dm_frozen_order(m->numbers, m->strings, m->count, err);
    if (status != DEMARCHE_OK)
        return status;
    for (size_t i = 0; i < m->count; i++)
        m->number_of[m->numbers[i]] = (uint32_t)i;
    dm_buf buf;
    dm_buf_init(&buf);
    dm_image_begin(&buf);
    dm_image_add(&buf, sizes, 2, sizeof *sizes);
    dm_frozen_add(&buf, m->strings, m->numbers, m->count);
    if (!add_columns(&buf, m))
        buf.failed = true;
    dm_words_finish(&buf);
    *len = buf.len;
    return dm_buf_take(out, &buf, err);
}

static bool reserve(maker *m)
{
    m->clusters_of = calloc(m->count + 1, sizeof *m->clusters_of);
    m->names = calloc(m->options.clusters + 1, sizeof *m->names);
    m->strings = calloc(m->count + 1, sizeof *m->strings);
    m->numbers = calloc(m->count + 1, sizeof *m->numbers);
    m->number_of = calloc(m->count + 1, sizeof *m->number_of);
    return m->clusters_of != NULL && m->names != NULL && m->strings != NULL &&
           m->numbers != NULL && m->number_of != NULL;
}

static demarche_status rank(maker *m, demarche_error *err)
{
    demarche_status status =
        dm_corpus_rank(&m->ranks, &m->order, &m->count, m->corpus,
                       m->options.words, m->options.least, err);
    if (status != DEMARCHE_OK)
        return status;
    if (m->count < m->options.dimensions || m->count < m->options.clusters)
        return dm_fail(
            err, DEMARCHE_NOT_ENOUGH_DATA, 0,
            "%zu words occur %u times or more: too few to learn from", m->count,
            (unsigned)m->options.least);
    return reserve(m) ? DEMARCHE_OK : dm_no_memory(err);
}

static demarche_status make(char **out, size_t *len, maker *m,
                            demarche_error *err)
{
    const dm_table_options *o = &m->options;
    demarche_status status = rank(m, err);
    dm_skipgram_options how = { .dimensions = o->dimensions,
                                .window = o->window,
                                .negatives = o->negatives,
                                .epochs = o->epochs,
                                .seed = o->seed,
                                .sample = o->sample };
    if (status == DEMARCHE_OK)
        status = dm_skipgram(&m->vectors, m->corpus, m->ranks, m->order,
                             m->count, &how, err);
    if (status == DEMARCHE_OK && !centre(m))
        status = dm_no_memory(err);
    if (status == DEMARCHE_OK)
        status = dm_cluster(m->clusters_of, m->names, m->vectors, m->count,
                            o->dimensions, o->clusters, err);
    return status == DEMARCHE_OK ? assemble(out, len, m, err) : status;
}

demarche_status dm_table_make(char **out, size_t *len, const dm_corpus *corpus,
                              const dm_table_options *options,
                              demarche_error *err)
{
    *out = NULL;
    *len = 0;
    maker m = { .corpus = corpus, .options = *options };
    demarche_status status = make(out, len, &m, err);
    free(m.ranks);
    free(m.order);
    free(m.vectors);
    free(m.clusters_of);
    free(m.names);
    free(m.strings);
    free(m.numbers);
    free(m.number_of);
    return status;
}
