/* verdict.h - probabilities as they are shown: whole ten-thousandths.
 *
 * Every place that shows a probability or a score shows the same digits, and
 * what is shown adds up: a verdict is rounded once, when it is made.
 */
#ifndef DM_VERDICT_H
#define DM_VERDICT_H

#include "base/json.h"

/* Round the probabilities to four decimals that still sum to 1: all are cut,
 * and what is missing goes to those that lost most (earlier ones on a tie).
 * The label stays. */
void dm_verdict_round(demarche_verdict *verdict);

/* p(conciliatory) - p(critical), to four decimals; NAN where the model knows
 * neither label. */
double dm_verdict_score(const demarche_verdict *tone);

/* The order in which labels are shown: conciliatory, critical, neutral; us,
 * china, both, other, none; then the rest in the model's order. `order`
 * receives indices of the verdict's labels. */
void dm_verdict_order(size_t order[DEMARCHE_LABELS_MAX],
                      const demarche_verdict *verdict);

/* Append {"us":0.97,"china":0.02,"other":0.01}, or null when not judged. */
void dm_verdict_add_json(dm_buf *buf, const demarche_verdict *verdict);

/* The same as a JSON value; NULL when memory ran out. */
json_t *dm_verdict_to_json(const demarche_verdict *verdict);

/* Append `value` with at most four decimals and at least one, as JSON
 * prints it: "0.8". Not finite: null. */
void dm_real_add_json(dm_buf *buf, double value);

#endif
