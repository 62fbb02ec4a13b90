/* learner.c - see learner.h. */
#include "extract/learner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/num.h"
#include "base/random.h"
#include "demarche.h"

/* Chosen on held-out documents of PolNeAR's training part, where they matter
 * little: a step half or twice as long, or one pass more, moves the share of
 * right decisions by less than half a point. */
void dm_learner_options_init(dm_learner_options *options, uint64_t seed)
{
    *options = (dm_learner_options){
        .bits = 19,
        .epochs = 8,
        .min_count = 3,
        .rate = 0.03,
        .decay = 1e-5,
        .margins = { [DM_ASK_SPEAKS] = 0.2F,
                     [DM_ASK_STANDS] = 1.5F,
                     [DM_ASK_BEGIN] = 0.5F,
                     [DM_ASK_END] = 1 },
        .seed = seed,
    };
}

typedef struct learner {
    const dm_examples *examples;
    const dm_learner_options *options;
    float *weights, *squares; // [2^bits]
    float *means;             // [2^bits], of the weights after late passes
    uint8_t *seen;            // [2^bits], examples with the feature, to 255
    uint32_t *order;          // [count], examples to learn from
    size_t count;
} learner;

static const uint32_t *features_of(const dm_examples *e, const dm_example *x,
                                   size_t option, size_t *count)
{
    const uint32_t *ends = e->ends + x->first;
    uint32_t from = option == 0 ? 0 : ends[option - 1];
    *count = ends[option] - from;
    return e->features + x->features + from;
}

static void count_features(learner *l)
{
    const dm_examples *e = l->examples;
    for (size_t i = 0; i < l->count; i++) {
        const dm_example *x = &e->items[l->order[i]];
        size_t all = x->count == 0 ? 0 : e->ends[x->first + x->count - 1];
        for (size_t f = 0; f < all; f++) {
            uint32_t place = dm_chooser_place(e->features[x->features + f],
                                              l->options->bits);
            if (l->seen[place] < UINT8_MAX)
                l->seen[place]++;
        }
    }
}

static double weigh(const learner *l, const uint32_t *features, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum +=
            (double)l->weights[dm_chooser_place(features[i], l->options->bits)];
    return sum;
}

/* p of each option. */
static void guess(double p[], const learner *l, const dm_example *x)
{
    double most = -INFINITY, sum = 0;
    for (size_t i = 0; i < x->count; i++) {
        size_t count;
        const uint32_t *f = features_of(l->examples, x, i, &count);
        p[i] = weigh(l, f, count);
        if (p[i] > most)
            most = p[i];
    }
    for (size_t i = 0; i < x->count; i++)
        sum += p[i] = exp(p[i] - most);
    for (size_t i = 0; i < x->count; i++)
        p[i] /= sum;
}

static void pull(learner *l, const uint32_t *features, size_t count,
                 double gradient)
{
    const dm_learner_options *o = l->options;
    for (size_t i = 0; i < count; i++) {
        uint32_t place = dm_chooser_place(features[i], o->bits);
        if (l->seen[place] < o->min_count)
            continue;
        double g = gradient + o->decay * (double)l->weights[place];
        l->squares[place] += (float)(g * g);
        l->weights[place] -=
            (float)(o->rate * g / sqrt((double)l->squares[place] + 1e-8));
    }
}

static void learn_from(learner *l, const dm_example *x)
{
    double p[DM_OPTIONS_MAX];
    guess(p, l, x);
    for (size_t i = 0; i < x->count; i++) {
        double gradient = p[i] - (i == x->right ? 1 : 0);
        size_t count;
        const uint32_t *f = features_of(l->examples, x, i, &count);
        if (fabs(gradient) > 1e-4)
            pull(l, f, count, gradient);
    }
}

static void shuffle(learner *l, uint64_t *random)
{
    for (size_t i = l->count; i > 1; i--) {
        size_t j = dm_random_below(random, i);
        uint32_t other = l->order[j];
        l->order[j] = l->order[i - 1];
        l->order[i - 1] = other;
    }
}

/* The mean of the weights after the late passes hangs less on the order of the
 * examples than the weights after the last. */
static void add_to_means(learner *l)
{
    unsigned early = l->options->epochs / 2;
    float share = 1.0F / (float)(l->options->epochs - early);
    for (size_t i = 0; i < (size_t)1 << l->options->bits; i++)
        l->means[i] += share * l->weights[i];
}

/* Learn from all examples but those of every fifth document, `fold` of them;
 * no fold leaves out none. */
static void learn(learner *l, unsigned fold)
{
    uint64_t random = l->options->seed;
    size_t size = (size_t)1 << l->options->bits;
    memset(l->weights, 0, size * sizeof *l->weights);
    memset(l->squares, 0, size * sizeof *l->squares);
    memset(l->means, 0, size * sizeof *l->means);
    memset(l->seen, 0, size * sizeof *l->seen);
    l->count = 0;
    for (size_t i = 0; i < l->examples->count; i++)
        if (l->examples->items[i].doc % DM_LEARNER_FOLDS != fold)
            l->order[l->count++] = (uint32_t)i;
    count_features(l);
    for (unsigned epoch = 0; epoch < l->options->epochs; epoch++) {
        shuffle(l, &random);
        for (size_t i = 0; i < l->count; i++)
            learn_from(l, &l->examples->items[l->order[i]]);
        if (epoch >= l->options->epochs / 2)
            add_to_means(l);
    }
    memcpy(l->weights, l->means, size * sizeof *l->weights);
}

/* What the weights choose, as dm_chooser_decide does. */
static size_t choose(const learner *l, const dm_example *x)
{
    size_t best = x->usual, count;
    const uint32_t *f = features_of(l->examples, x, best, &count);
    double most = weigh(l, f, count) + (double)l->options->margins[x->question];
    for (size_t i = 0; i < x->count; i++) {
        f = features_of(l->examples, x, i, &count);
        double value = weigh(l, f, count);
        if (i != x->usual && value > most) {
            most = value;
            best = i;
        }
    }
    return best;
}

static void judge(dm_learner_score *out, const learner *l, unsigned fold)
{
    *out = (dm_learner_score){ 0 };
    for (size_t i = 0; i < l->examples->count; i++) {
        const dm_example *x = &l->examples->items[i];
        if (x->doc % DM_LEARNER_FOLDS != fold)
            continue;
        out->examples[x->question]++;
        out->usual[x->question] += x->usual == x->right;
        out->right[x->question] += choose(l, x) == x->right;
    }
}

/* Weights in whole units: the same sum in any order, on any machine. */
static float quantise(int16_t *units, const learner *l)
{
    size_t size = (size_t)1 << l->options->bits;
    float most = 0;
    for (size_t i = 0; i < size; i++)
        most = fmaxf(most, fabsf(l->weights[i]));
    float scale = most > 0 ? most / INT16_MAX : 1;
    for (size_t i = 0; i < size; i++)
        units[i] = (int16_t)lrintf(l->weights[i] / scale);
    return scale;
}

static void add_score(dm_buf *card, const dm_learner_score *held_out)
{
    static const char *const names[DM_QUESTIONS] = {
        [DM_ASK_SPEAKS] = "speaks",
        [DM_ASK_STANDS] = "stands",
        [DM_ASK_BEGIN] = "begin",
        [DM_ASK_END] = "end",
    };
    for (size_t q = 0; q < DM_QUESTIONS; q++) {
        double all = (double)held_out->examples[q];
        dm_buf_addf(card, "%s\"%s\":{\"decisions\":%zu,\"rules\":",
                    q == 0 ? "{" : ",", names[q], held_out->examples[q]);
        dm_num_fixed(card, all > 0 ? (double)held_out->usual[q] / all : 0, 4);
        dm_buf_add_string(card, ",\"learned\":");
        dm_num_fixed(card, all > 0 ? (double)held_out->right[q] / all : 0, 4);
        dm_buf_add_char(card, '}');
    }
    dm_buf_add_char(card, '}');
}

static void write_card(dm_buf *card, const learner *l, const char *note,
                       const dm_learner_score *held_out)
{
    const dm_examples *e = l->examples;
    uint32_t docs = e->count == 0 ? 0 : e->items[e->count - 1].doc + 1;
    dm_buf_add_string(card, "{\"program\":");
    dm_json_add_string(card, dm_span_of(demarche_version()));
    dm_buf_add_string(card, ",\"note\":");
    if (note == NULL)
        dm_buf_add_string(card, "null");
    else
        dm_json_add_string(card, dm_span_of(note));
    dm_buf_addf(card,
                ",\"data\":{\"documents\":%u,\"decisions\":%zu,\"hash\":"
                "\"%016llx\"}",
                (unsigned)docs, e->count, (unsigned long long)e->hash);
    dm_buf_addf(card,
                ",\"method\":{\"solver\":\"log-linear over options, AdaGrad\","
                "\"epochs\":%u,\"min_count\":%u,\"seed\":%llu}",
                l->options->epochs, l->options->min_count,
                (unsigned long long)l->options->seed);
    dm_buf_add_string(card, ",\"held_out\":");
    add_score(card, held_out);
    dm_buf_add_char(card, '}');
}

static demarche_status write(char **out, size_t *len, const learner *l,
                             dm_span card, demarche_error *err)
{
    size_t size = (size_t)1 << l->options->bits;
    int16_t *units = calloc(size, sizeof *units);
    if (units == NULL)
        return dm_no_memory(err);
    const uint32_t sizes[2] = { l->options->bits, 0 };
    const float scale = quantise(units, l);
    dm_buf buf;
    dm_buf_init(&buf);
    dm_image_begin(&buf);
    dm_image_add(&buf, sizes, 2, sizeof *sizes);
    dm_image_add(&buf, &scale, 1, sizeof scale);
    dm_image_add(&buf, l->options->margins, DM_QUESTIONS,
                 sizeof *l->options->margins);
    dm_image_add(&buf, l->examples->forms, (1u << DM_FORM_BITS) / 32,
                 sizeof *l->examples->forms);
    dm_image_add(&buf, units, size, sizeof *units);
    dm_image_add(&buf, card.data, card.len, 1);
    dm_chooser_finish(&buf);
    free(units);
    *len = buf.len;
    return dm_buf_take(out, &buf, err);
}

static demarche_status finish(char **out, size_t *len, const learner *l,
                              const char *note,
                              const dm_learner_score *held_out,
                              demarche_error *err)
{
    dm_buf card;
    dm_buf_init(&card);
    write_card(&card, l, note, held_out);
    demarche_status status = dm_buf_failed(&card)
                                 ? dm_no_memory(err)
                                 : write(out, len, l, dm_buf_span(&card), err);
    dm_buf_clear(&card);
    return status;
}

demarche_status dm_learner_run(char **out, size_t *len,
                               dm_learner_score *held_out,
                               const dm_examples *examples,
                               const dm_learner_options *options,
                               const char *note, demarche_error *err)
{
    size_t size = (size_t)1 << options->bits;
    learner l = { .examples = examples,
                  .options = options,
                  .weights = calloc(size, sizeof *l.weights),
                  .squares = calloc(size, sizeof *l.squares),
                  .means = calloc(size, sizeof *l.means),
                  .seen = calloc(size, sizeof *l.seen),
                  .order = calloc(examples->count + 1, sizeof *l.order) };
    demarche_status status = DEMARCHE_OK;
    *out = NULL;
    if (l.weights == NULL || l.squares == NULL || l.means == NULL ||
        l.seen == NULL || l.order == NULL) {
        status = dm_no_memory(err);
    } else {
        learn(&l, DM_LEARNER_FOLDS - 1);
        judge(held_out, &l, DM_LEARNER_FOLDS - 1);
        learn(&l, DM_LEARNER_FOLDS);
        status = finish(out, len, &l, note, held_out, err);
    }
    free(l.weights);
    free(l.squares);
    free(l.means);
    free(l.seen);
    free(l.order);
    return status;
}
