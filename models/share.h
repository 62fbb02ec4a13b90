/* share.h - a decision value taken apart.
 *
 *     z[winner] - z[against]  =  bias + the sum over n-grams of value times
 *                                what its column adds to the difference
 *
 * Each n-gram is one reason. Its contribution is spread evenly over the places
 * where it stands, and of each over the words there: so the words of the
 * content have their pulls. What stands in no word of it is summed by where it
 * comes from: cue, speaker, what is known.
 */
#ifndef DM_SHARE_H
#define DM_SHARE_H

#include "format.h"

/* Why this label, and not that one. */
typedef struct dm_question {
    const demarche_model *model;
    size_t winner, against; // labels: what is told is z of one less the other's
} dm_question;

/* What a column adds to the difference, times its value. */
double dm_question_share(const dm_question *q, size_t column);

/* "word:trade war", "char:_ban": the n-gram that `key` is, for people. */
void dm_ngram_show(dm_buf *out, dm_space space, dm_span text);

/* Fill in reasons, words, text and the parts but bias; all is in `arena`. */
demarche_status dm_shares_find(demarche_explanation *out, const dm_question *q,
                               const dm_ngrams *ngrams, const dm_vector *vector,
                               dm_arena *arena, demarche_error *err);

#endif
