/* skipgram.c - see skipgram.h. */
#include "words/skipgram.h"

#include <math.h>
#include <stdlib.h>

#include "base/random.h"

enum {
    LANES = 8,        // partial sums, so that a compiler can add them at once
    DRAWS = 1 << 20,  // a table of words, each as often as it is to be drawn
    SIGMOIDS = 1024,  // steps of the table of the logistic function …
    REACH = 6,        // … which is taken to be 0 or 1 beyond this
    RATE_STEP = 10000 // words after which the rate is set anew
};

static const double first_rate = 0.025, last_rate = 0.0001;
static const double drawing = 0.75; // power of a word's share when drawn

typedef struct learner {
    const dm_corpus *corpus;
    const uint32_t *ranks;
    const dm_skipgram_options *options;
    size_t count, stride;    // words; floats a row, a multiple of LANES
    float *words, *contexts; // [count][stride]
    float *change;           // [stride], of the word at hand
    double *keep;            // [count], how often a word is not skipped
    uint32_t *draws;         // [DRAWS], places
    float sigmoid[SIGMOIDS];
    uint32_t *sentence; // [longest], places of the sentence at hand
    uint64_t state;
    float rate;
} learner;

static void clear(learner *l)
{
    free(l->words);
    free(l->contexts);
    free(l->change);
    free(l->keep);
    free(l->draws);
    free(l->sentence);
}

static size_t longest_sentence(const dm_corpus *corpus)
{
    size_t longest = 0, length = 0;
    for (size_t i = 0; i < corpus->length; i++) {
        length = corpus->stream[i] == DM_INTERN_NONE ? 0 : length + 1;
        longest = length > longest ? length : longest;
    }
    return longest;
}

static bool reserve(learner *l)
{
    size_t cells;
    l->stride = (l->options->dimensions + LANES - 1) / LANES * LANES;
    if (!dm_multiply(l->count, l->stride, &cells))
        return false;
    l->words = calloc(cells + 1, sizeof *l->words);
    l->contexts = calloc(cells + 1, sizeof *l->contexts);
    l->change = calloc(l->stride, sizeof *l->change);
    l->keep = calloc(l->count + 1, sizeof *l->keep);
    l->draws = calloc(DRAWS, sizeof *l->draws);
    l->sentence = calloc(longest_sentence(l->corpus) + 1, sizeof *l->sentence);
    return l->words != NULL && l->contexts != NULL && l->change != NULL &&
           l->keep != NULL && l->draws != NULL && l->sentence != NULL;
}

/* Small random vectors for words, none for contexts. */
static void begin_vectors(learner *l)
{
    size_t n = l->options->dimensions;
    for (size_t i = 0; i < l->count; i++)
        for (size_t d = 0; d < n; d++)
            l->words[i * l->stride + d] =
                (float)((dm_random_unit(&l->state) - 0.5) / (double)n);
}

/* How often each word is kept, and a table to draw words from. */
static void weigh_words(learner *l, const uint32_t *order)
{
    double total = 0, drawn = 0;
    for (size_t i = 0; i < l->count; i++) {
        double count = (double)l->corpus->counts[order[i]];
        total += count;
        drawn += pow(count, drawing);
    }
    double upto = 0;
    size_t at = 0;
    for (size_t i = 0; i < l->count; i++) {
        double count = (double)l->corpus->counts[order[i]];
        double ratio = l->options->sample * total / count;
        l->keep[i] = sqrt(ratio) + ratio;
        upto += pow(count, drawing);
        while (at < DRAWS && (double)at < DRAWS * (upto / drawn))
            l->draws[at++] = (uint32_t)i;
    }
    while (at < DRAWS)
        l->draws[at++] = (uint32_t)(l->count - 1);
}

static void fill_sigmoid(learner *l)
{
    for (int i = 0; i < SIGMOIDS; i++) {
        double x = (2.0 * (i + 0.5) / SIGMOIDS - 1) * REACH;
        l->sigmoid[i] = (float)(1 / (1 + exp(-x)));
    }
}

static float sigmoid_at(const learner *l, float x)
{
    if (x >= REACH)
        return 1;
    if (x <= -REACH)
        return 0;
    int at = (int)((x + REACH) * ((float)SIGMOIDS / (2 * REACH)));
    return l->sigmoid[at < SIGMOIDS ? at : SIGMOIDS - 1];
}

static float dot(const float *a, const float *b, size_t stride)
{
    float sums[LANES] = { 0 }, sum = 0;
    for (size_t i = 0; i < stride; i += LANES)
        for (size_t j = 0; j < LANES; j++)
            sums[j] += a[i + j] * b[i + j];
    for (size_t j = 0; j < LANES; j++)
        sum += sums[j];
    return sum;
}

static void add(float *to, const float *from, float factor, size_t stride)
{
    for (size_t i = 0; i < stride; i++)
        to[i] += factor * from[i];
}

/* Move `word` and one context together (`wanted` 1) or apart (0). */
static void meet(learner *l, const float *word, uint32_t context, float wanted)
{
    float *other = l->contexts + context * l->stride;
    float step =
        l->rate * (wanted - sigmoid_at(l, dot(word, other, l->stride)));
    add(l->change, other, step, l->stride);
    add(other, word, step, l->stride);
}

static void learn_pair(learner *l, uint32_t place, uint32_t neighbour)
{
    float *word = l->words + place * l->stride;
    memset(l->change, 0, l->stride * sizeof *l->change);
    meet(l, word, neighbour, 1);
    for (unsigned i = 0; i < l->options->negatives; i++) {
        uint32_t drawn = l->draws[dm_random_below(&l->state, DRAWS)];
        if (drawn != neighbour)
            meet(l, word, drawn, 0);
    }
    add(word, l->change, 1, l->stride);
}

/* The places of a sentence's words that are kept this time. */
static size_t thin_out(learner *l, const uint32_t *words, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t place = l->ranks[words[i]];
        if (place != DM_INTERN_NONE &&
            dm_random_unit(&l->state) < l->keep[place])
            l->sentence[kept++] = place;
    }
    return kept;
}

static void learn_sentence(learner *l, const uint32_t *words, size_t count)
{
    size_t kept = thin_out(l, words, count);
    for (size_t i = 0; i < kept; i++) {
        size_t reach = 1 + dm_random_below(&l->state, l->options->window);
        size_t from = i > reach ? i - reach : 0;
        for (size_t j = from; j < kept && j <= i + reach; j++)
            if (j != i)
                learn_pair(l, l->sentence[j], l->sentence[i]);
    }
}

static void learn(learner *l)
{
    const dm_corpus *corpus = l->corpus;
    double all = (double)corpus->length * l->options->epochs, done = 0;
    size_t since = RATE_STEP;
    for (unsigned epoch = 0; epoch < l->options->epochs; epoch++)
        for (size_t begin = 0, end; begin < corpus->length; begin = end + 1) {
            end = begin;
            while (corpus->stream[end] != DM_INTERN_NONE)
                end++;
            if (since >= RATE_STEP) {
                double rate = first_rate * (1 - done / all);
                l->rate = (float)(rate > last_rate ? rate : last_rate);
                since = 0;
            }
            learn_sentence(l, corpus->stream + begin, end - begin);
            since += end - begin + 1;
            done += (double)(end - begin + 1);
        }
}

demarche_status dm_skipgram(float **out, const dm_corpus *corpus,
                            const uint32_t *ranks, const uint32_t *order,
                            size_t count, const dm_skipgram_options *options,
                            demarche_error *err)
{
    size_t n = options->dimensions;
    learner l = { .corpus = corpus,
                  .ranks = ranks,
                  .options = options,
                  .count = count,
                  .state = options->seed };
    *out = calloc(count * n + 1, sizeof **out);
    if (*out != NULL && count > 0 && reserve(&l)) {
        begin_vectors(&l);
        weigh_words(&l, order);
        fill_sigmoid(&l);
        learn(&l);
        for (size_t i = 0; i < count; i++)
            memcpy(*out + i * n, l.words + i * l.stride, n * sizeof **out);
        clear(&l);
        return DEMARCHE_OK;
    }
    clear(&l);
    free(*out);
    *out = NULL;
    return dm_no_memory(err);
}
