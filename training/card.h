/* card.h - the model card that training writes into the model, as JSON. */
#ifndef DM_CARD_H
#define DM_CARD_H

#include "base/buf.h"
#include "bench.h"

/* Append the card: data (rows, documents, labels, hash), method (C, folds,
 * seed, solver, weights of the name spaces), the held-out macro-F1 at the
 * chosen C. */
void dm_card_write(dm_buf *buf, const dm_bench *bench,
                   const demarche_train_options *options, unsigned folds,
                   double c, double macro_f1);

#endif
