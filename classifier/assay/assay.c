/* assay.c - documents and their gold in, counts kept. See assay.h, and
 * demarche.h for the public functions.
 */
#include "assay/assay.h"

#include <stdlib.h>

#include "input/record.h"

enum { FAULTS_MAX = 1000 }; // kept of each kind

demarche_status demarche_assay_new(demarche_assay **out,
                                   const demarche_assay_options *options,
                                   demarche_error *err)
{
    *out = NULL;
    size_t keep = options == NULL ? 0 : options->faults;
    if (keep > FAULTS_MAX)
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "faults %zu is not from 0 to %d", keep, FAULTS_MAX);
    demarche_assay *assay = calloc(1, sizeof *assay);
    if (assay == NULL)
        return dm_no_memory(err);
    if (options != NULL)
        assay->options = *options;
    dm_answers_init(&assay->answers);
    dm_arena_init(&assay->scratch);
    dm_faults_init(&assay->faults, keep);
    for (size_t g = 0; g < DM_GROUPINGS; g++)
        dm_groups_init(&assay->groups[g]);
    *out = assay;
    return DEMARCHE_OK;
}

void demarche_assay_free(demarche_assay *assay)
{
    if (assay == NULL)
        return;
    dm_answers_clear(&assay->answers);
    dm_arena_clear(&assay->scratch);
    dm_faults_clear(&assay->faults);
    for (size_t g = 0; g < DM_GROUPINGS; g++)
        dm_groups_clear(&assay->groups[g]);
    free(assay->articles);
    free(assay);
}

demarche_status demarche_assay_answer(demarche_assay *assay,
                                      const demarche_record *statement,
                                      demarche_error *err)
{
    return dm_answers_add(&assay->answers, statement->object, err);
}

static demarche_status make_room(demarche_assay *assay, demarche_error *err)
{
    if (assay->article_count < assay->capacity)
        return DEMARCHE_OK;
    size_t wider = assay->capacity == 0 ? 64 : 2 * assay->capacity, len;
    dm_counts *moved = dm_multiply(wider, sizeof *moved, &len)
                           ? realloc(assay->articles, len)
                           : NULL;
    if (moved == NULL)
        return dm_no_memory(err);
    assay->articles = moved;
    assay->capacity = wider;
    return DEMARCHE_OK;
}

static demarche_status hold_turns(demarche_assay *assay,
                                  const dm_sample *sample, demarche_error *err)
{
    dm_turn_fate *fates;
    demarche_status status =
        dm_turns_judge(&fates, sample, &assay->scratch, err);
    if (status == DEMARCHE_OK && assay->options.faults > 0)
        status = dm_faults_find_turns(&assay->faults, sample, fates,
                                      &assay->scratch, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_counts counts = dm_turns_count(fates, sample->gold.turn_count);
    dm_counts_sum(&assay->turns, &counts);
    assay->transcripts++;
    return DEMARCHE_OK;
}

static demarche_status hold_article(demarche_assay *assay,
                                    const dm_sample *sample,
                                    demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    if (assay->options.faults > 0)
        status = dm_faults_find(&assay->faults, sample, &assay->scratch, err);
    if (status == DEMARCHE_OK)
        status = dm_groups_add(assay->groups, sample, &assay->scratch, err);
    if (status != DEMARCHE_OK)
        return status;
    assay->articles[assay->article_count++] = dm_counts_of(sample);
    return DEMARCHE_OK;
}

/* The sample has its gold and its statements. */
static demarche_status hold(demarche_assay *assay, dm_sample *sample,
                            demarche_error *err)
{
    demarche_status status = make_room(assay, err);
    if (status == DEMARCHE_OK)
        status =
            dm_sample_find(sample, assay->options.all, &assay->scratch, err);
    if (status == DEMARCHE_OK)
        status = sample->gold.is_transcript ? hold_turns(assay, sample, err)
                                            : hold_article(assay, sample, err);
    if (status == DEMARCHE_OK)
        assay->outside += sample->outside;
    return status;
}

static bool wants_labels(const dm_gold *gold)
{
    bool wants = gold->is_transcript;
    for (size_t j = 0; j < gold->count && !wants; j++)
        wants = gold->items[j].side.len > 0 || gold->items[j].tone.len > 0;
    return wants;
}

static demarche_status hold_own(demarche_assay *assay, dm_sample *sample,
                                const demarche_document *document,
                                const demarche_analyser *analyser,
                                demarche_error *err)
{
    demarche_statements *list;
    dm_answer *found = NULL;
    demarche_status status = demarche_extract(&list, analyser, document, err);
    if (status == DEMARCHE_OK && wants_labels(&sample->gold))
        status = demarche_judge(analyser, list, err);
    if (status == DEMARCHE_OK)
        status = dm_answers_of_list(&found, &assay->scratch, list, err);
    if (status == DEMARCHE_OK) {
        sample->found = found;
        sample->found_count = demarche_statements_count(list);
        status = hold(assay, sample, err);
    }
    demarche_statements_free(list);
    return status;
}

static demarche_status hold_given(demarche_assay *assay, dm_sample *sample,
                                  demarche_error *err)
{
    dm_answer *found;
    demarche_status status = dm_answers_of(
        &found, &sample->found_count, &assay->answers, sample->doc,
        !sample->gold.is_transcript, &assay->scratch, err);
    sample->found = found;
    return status == DEMARCHE_OK ? hold(assay, sample, err) : status;
}

static demarche_status add_gold(demarche_assay *assay, const json_t *gold,
                                const demarche_document *document,
                                const demarche_analyser *analyser,
                                demarche_error *err)
{
    char room[DM_ID_ROOM];
    dm_sample sample = { .doc = dm_id_of(room, gold, "id") };
    dm_span text = { document->text, document->len };
    demarche_status status =
        dm_gold_parse(&sample.gold, &assay->scratch, gold, err);
    if (status == DEMARCHE_OK)
        status = dm_ruler_init(&sample.ruler, &assay->scratch, text, err);
    if (status != DEMARCHE_OK)
        return status;
    if (analyser == NULL && sample.doc.data == NULL)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "no 'id' by which statements name their document");
    return analyser == NULL ? hold_given(assay, &sample, err)
                            : hold_own(assay, &sample, document, analyser, err);
}

demarche_status demarche_assay_add(demarche_assay *assay,
                                   const demarche_record *gold,
                                   const demarche_analyser *analyser,
                                   demarche_error *err)
{
    demarche_document document;
    demarche_status status = demarche_record_document(&document, gold, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_arena_reset(&assay->scratch);
    return add_gold(assay, gold->object, &document, analyser, err);
}
