/* share.c - see share.h.
 *
 * N-grams are brought together by number, as the vector has them; the order of
 * the text decides between their places. The meaning is a sum of word vectors
 * and falls apart into one reason a word, by the same means.
 */
#include "share.h"

#include <math.h>
#include <stdlib.h>

/* An n-gram, or a word of the word table, at one place. */
typedef struct sighting {
    uint32_t number;
    dm_place at;
} sighting;

typedef struct work {
    const dm_question *q;
    const dm_ngrams *ngrams;
    dm_arena *arena;
    demarche_explanation *out;
    demarche_reason *reasons;
    size_t count, capacity;
    double *pulls; // [tokens of the content]
} work;

/* Sightings of one number, and what it comes to. */
typedef struct sum {
    dm_space space;
    dm_span text;
    double value, part;
    const sighting *seen; // [count], in the order of the text
    size_t count;
} sum;

static int compare_sightings(const void *a, const void *b)
{
    const sighting *x = a, *y = b;
    if (x->number != y->number)
        return x->number > y->number ? 1 : -1;
    if (x->at.begin != y->at.begin)
        return (int)x->at.begin - (int)y->at.begin;
    return (int)x->at.end - (int)y->at.end;
}

static void sort(sighting *seen, size_t count)
{
    if (count > 0)
        qsort(seen, count, sizeof *seen, compare_sightings);
}

static size_t count_same(const sighting *seen, size_t count, uint32_t number)
{
    size_t same = 0;
    while (same < count && seen[same].number == number)
        same++;
    return same;
}

void dm_ngram_show(dm_buf *out, dm_space space, dm_span text)
{
    dm_buf_addf(out, "%s:", dm_space_name(space));
    for (size_t i = 0; i < text.len; i++) {
        bool edge = space == DM_SPACE_CHAR && text.data[i] == ' ';
        dm_buf_add_char(out, edge ? '_' : text.data[i]);
    }
}

static const char *show(dm_arena *arena, dm_space space, dm_span text)
{
    dm_buf buf;
    dm_buf_init(&buf);
    dm_ngram_show(&buf, space, text);
    const char *name =
        dm_buf_failed(&buf) ? NULL : dm_arena_copy(arena, dm_buf_span(&buf));
    dm_buf_clear(&buf);
    return name;
}

/* The part of the sum that an n-gram of this space belongs to; one that stands
 * in the content always belongs there. */
static double *part_of(demarche_explanation *out, dm_space space, bool placed)
{
    if (!placed && space == DM_SPACE_CUE)
        return &out->cue;
    if (!placed && space == DM_SPACE_SPEAKER)
        return &out->speaker;
    return !placed && space == DM_SPACE_KNOWN ? &out->known : &out->content;
}

static bool is_quote(const work *w, size_t token)
{
    return w->ngrams->tokens.items[token].kind == DM_TOKEN_QUOTE;
}

/* Quotation marks are no words, unless there is nothing else. */
static void spread_at(const work *w, dm_place at, double part)
{
    size_t words = 0;
    for (size_t i = at.begin; i < at.end; i++)
        words += !is_quote(w, i);
    size_t shares = words > 0 ? words : (size_t)(at.end - at.begin);
    for (size_t i = at.begin; i < at.end; i++)
        if (words == 0 || !is_quote(w, i))
            w->pulls[i] += part / (double)shares;
}

static demarche_range range_of(const work *w, size_t begin, size_t end)
{
    const dm_token *tokens = w->ngrams->tokens.items;
    const dm_text *text = &w->ngrams->content;
    return (demarche_range){ dm_text_codepoints(text, tokens[begin].begin),
                             dm_text_codepoints(text, tokens[end - 1].end) };
}

static bool stands(const sighting *seen)
{
    return seen->at.begin < seen->at.end;
}

/* Spread the part over the places; each is a span once, for letters come twice
 * in a word. */
static bool place(demarche_reason *reason, const work *w, const sum *s,
                  size_t places)
{
    demarche_range *spans = dm_arena_array(w->arena, places, sizeof *spans);
    if (spans == NULL)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < s->count; i++) {
        dm_place at = s->seen[i].at;
        if (!stands(&s->seen[i]))
            continue;
        spread_at(w, at, s->part / (double)places);
        demarche_range range = range_of(w, at.begin, at.end);
        if (count == 0 || spans[count - 1].begin != range.begin ||
            spans[count - 1].end != range.end)
            spans[count++] = range;
    }
    reason->spans = spans;
    reason->span_count = count;
    return true;
}

static bool add(work *w, const sum *s)
{
    demarche_reason *reasons = dm_arena_grow(w->arena, w->reasons, w->count,
                                             &w->capacity, sizeof *reasons);
    const char *name = show(w->arena, s->space, s->text);
    if (reasons == NULL || name == NULL)
        return false;
    w->reasons = reasons;
    demarche_reason *reason = &reasons[w->count++];
    *reason = (demarche_reason){ .ngram = name,
                                 .value = s->value,
                                 .contribution = s->part };
    size_t places = 0;
    for (size_t i = 0; i < s->count; i++)
        places += stands(&s->seen[i]);
    *part_of(w->out, s->space, places > 0) += s->part;
    return places == 0 || place(reason, w, s, places);
}

/* The known n-grams, by number. */
static demarche_status see_grams(sighting **out, size_t *count, const work *w,
                                 demarche_error *err)
{
    const dm_ngrams *ngrams = w->ngrams;
    char key[DM_NGRAM_KEY_MAX];
    sighting *seen = dm_arena_array(w->arena, ngrams->count, sizeof *seen);
    if (seen == NULL)
        return dm_no_memory(err);
    *count = 0;
    for (size_t i = 0; i < ngrams->count; i++) {
        uint32_t number = dm_frozen_find(&w->q->model->vocab.grams,
                                         dm_ngram_key(key, &ngrams->items[i]));
        if (number != DM_FROZEN_NONE)
            seen[(*count)++] = (sighting){ number, ngrams->items[i].at };
    }
    sort(seen, *count);
    *out = seen;
    return DEMARCHE_OK;
}

/* The vector's columns and the sightings are both in the order of numbers. */
static demarche_status add_grams(work *w, const dm_vector *vector,
                                 demarche_error *err)
{
    const dm_frozen *grams = &w->q->model->vocab.grams;
    sighting *seen;
    size_t count, at = 0;
    demarche_status status = see_grams(&seen, &count, w, err);
    for (size_t i = 0; status == DEMARCHE_OK && i < vector->count; i++) {
        uint32_t id = vector->ids[i];
        if (id >= grams->count)
            break; // the meaning's columns come last
        while (at < count && seen[at].number < id)
            at++; // of a name space without weight
        size_t same = count_same(seen + at, count - at, id);
        dm_span key = dm_frozen_at(grams, id);
        sum s = { dm_space_of_key(key),
                  { key.data + 1, key.len - 1 },
                  vector->values[i],
                  vector->values[i] * dm_question_share(w->q, id),
                  seen + at,
                  same };
        if (!add(w, &s))
            status = dm_no_memory(err);
        at += same;
    }
    return status;
}

/* What the meaning's coordinates were multiplied by: the largest tells it
 * with the least rounding. */
static double find_factor(const work *w, const dm_vector *vector)
{
    const dm_vocab *vocab = &w->q->model->vocab;
    double whole[DM_WORDS_DIMENSIONS_MAX] = { 0 }, top = 0, factor = 0;
    for (size_t i = 0; i < w->ngrams->meant_count; i++)
        dm_words_add_to(whole, vocab->words, w->ngrams->meant[i]);
    for (size_t i = 0; i < vector->count; i++) {
        if (vector->ids[i] < vocab->grams.count)
            continue;
        double value = whole[vector->ids[i] - vocab->grams.count];
        if (fabs(value) > top) {
            top = fabs(value);
            factor = vector->values[i] / value;
        }
    }
    return factor;
}

/* The meaning's coordinates are `factor` times the sum of the words' vectors:
 * each word's part is factor times its vector times the weights. */
static bool add_meant(work *w, const sighting *seen, size_t count,
                      double factor)
{
    const dm_vocab *vocab = &w->q->model->vocab;
    double row[DM_WORDS_DIMENSIONS_MAX];
    for (uint32_t d = 0; d < vocab->words->dimensions; d++)
        row[d] = dm_question_share(w->q, vocab->grams.count + d);
    for (size_t i = 0, same; i < count; i += same) {
        uint32_t word = seen[i].number;
        same = count_same(seen + i, count - i, word);
        double value = factor * (double)same;
        sum s = { DM_SPACE_MEANING,
                  dm_frozen_at(&vocab->words->set, word),
                  value,
                  value * dm_words_dot(vocab->words, word, row),
                  seen + i,
                  same };
        if (!add(w, &s))
            return false;
    }
    return true;
}

static demarche_status add_meanings(work *w, const dm_vector *vector,
                                    demarche_error *err)
{
    const dm_ngrams *ngrams = w->ngrams;
    size_t count = ngrams->meant_count;
    if (w->q->model->vocab.words == NULL)
        return DEMARCHE_OK;
    sighting *seen = dm_arena_array(w->arena, count, sizeof *seen);
    if (seen == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < count; i++) {
        uint16_t at = ngrams->meant_at[i];
        seen[i] = (sighting){ ngrams->meant[i], { at, (uint16_t)(at + 1) } };
    }
    sort(seen, count);
    return add_meant(w, seen, count, find_factor(w, vector))
               ? DEMARCHE_OK
               : dm_no_memory(err);
}

static int compare_reasons(const void *a, const void *b)
{
    const demarche_reason *x = a, *y = b;
    double p = fabs(x->contribution), q = fabs(y->contribution);
    if (p != q)
        return p > q ? -1 : 1;
    return strcmp(x->ngram, y->ngram);
}

/* The words with their pulls; a quotation mark where it has one. */
static demarche_status list_words(const work *w, demarche_error *err)
{
    const dm_tokens *tokens = &w->ngrams->tokens;
    const dm_text *text = &w->ngrams->content;
    demarche_pull *words =
        dm_arena_array(w->arena, tokens->count, sizeof *words);
    if (words == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < tokens->count; i++) {
        const dm_token *token = &tokens->items[i];
        if (is_quote(w, i) && w->pulls[i] == 0)
            continue;
        const char *word =
            dm_arena_copy(w->arena, (dm_span){ text->bytes + token->begin,
                                               token->end - token->begin });
        if (word == NULL)
            return dm_no_memory(err);
        words[w->out->word_count++] =
            (demarche_pull){ word, range_of(w, i, i + 1), w->pulls[i] };
    }
    w->out->words = words;
    return DEMARCHE_OK;
}

static demarche_status conclude(const work *w, demarche_error *err)
{
    if (w->count > 0)
        qsort(w->reasons, w->count, sizeof *w->reasons, compare_reasons);
    w->out->reasons = w->reasons;
    w->out->reason_count = w->count;
    w->out->text_len = w->ngrams->content.len;
    w->out->text = dm_arena_copy(
        w->arena, (dm_span){ w->ngrams->content.bytes, w->out->text_len });
    return w->out->text == NULL ? dm_no_memory(err) : list_words(w, err);
}

demarche_status dm_shares_find(demarche_explanation *out, const dm_question *q,
                               const dm_ngrams *ngrams, const dm_vector *vector,
                               dm_arena *arena, demarche_error *err)
{
    work w = { .q = q, .ngrams = ngrams, .arena = arena, .out = out };
    w.pulls = dm_arena_array(arena, ngrams->tokens.count, sizeof *w.pulls);
    if (w.pulls == NULL)
        return dm_no_memory(err);
    demarche_status status = add_grams(&w, vector, err);
    if (status == DEMARCHE_OK)
        status = add_meanings(&w, vector, err);
    return status == DEMARCHE_OK ? conclude(&w, err) : status;
}
