/* answer.h - a statement that is held against gold, wherever it comes from:
 * the extractor's list, or a record of somebody's output.
 */
#ifndef DM_ANSWER_H
#define DM_ANSWER_H

#include "assay/gold.h"
#include "base/intern.h"

typedef struct dm_answer {
    dm_ranges spans;
    demarche_range cue, speaker_at; // empty: none
    dm_span kind, speaker;          // data NULL: none
    dm_span actor, side, tone;
    bool has_actor, has_side, has_tone; // it answers at all, be it by null
    const dm_span *rules;               // [rule_count]
    size_t rule_count;
} dm_answer;

/* The statements of a list, borrowed from it. */
demarche_status dm_answers_of_list(dm_answer **out, dm_arena *arena,
                                   const demarche_statements *list,
                                   demarche_error *err);

/* Records of output, kept by document. */
typedef struct dm_answers {
    dm_arena arena;
    dm_intern docs;
    struct dm_answer_link *links; // [count], in the order they came
    size_t count, capacity;
    struct dm_answer_chain *chains; // [docs.count]
    size_t chain_capacity;
} dm_answers;

void dm_answers_init(dm_answers *answers);
void dm_answers_clear(dm_answers *answers);

/* Keep a copy of one record: `doc` and `spans`, and whatever else is there of
 * `cue_span`, `speaker_span`, `kind`, `speaker`, `actor`, `side`, `tone`,
 * `rules`. */
demarche_status dm_answers_add(dm_answers *answers, const json_t *record,
                               demarche_error *err);

/* Those of a document, in the order they came; with `once`, they are not
 * given a second time. */
demarche_status dm_answers_of(dm_answer **out, size_t *count,
                              dm_answers *answers, dm_span doc, bool once,
                              dm_arena *arena, demarche_error *err);

/* A document that was never asked for, or data NULL. */
dm_span dm_answers_left(const dm_answers *answers);

/* `doc` or `id` as text: a string, or the digits of a whole number, which are
 * written into `room`. data NULL when it is neither. */
enum { DM_ID_ROOM = 24 };
dm_span dm_id_of(char *room, const json_t *record, const char *name);

#endif
