/* learner.h - weights of decisions: a log-linear model over options.
 *
 * p(option) is a softmax over the sums of its features' weights; weights are
 * learned by stochastic gradients with a rate of its own for each (AdaGrad:
 * Duchi, Hazan and Singer, JMLR 2011). Examples come in a seeded order, so
 * that the same examples give the same bytes.
 */
#ifndef DM_LEARNER_H
#define DM_LEARNER_H

#include "extract/examples.h"

enum { DM_LEARNER_FOLDS = 5 };

typedef struct dm_learner_options {
    uint32_t bits;               // of the table of weights
    unsigned epochs;             // times that every example is seen
    unsigned min_count;          // features seen less often get no weight
    double rate, decay;          // AdaGrad's step; L2 pull to zero a step
    float margins[DM_QUESTIONS]; // by which the rules must be beaten
    uint64_t seed;
} dm_learner_options;

void dm_learner_options_init(dm_learner_options *options, uint64_t seed);

/* How well options are chosen in examples. */
typedef struct dm_learner_score {
    size_t examples[DM_QUESTIONS];
    size_t usual[DM_QUESTIONS], right[DM_QUESTIONS]; // by rules, by weights
} dm_learner_score;

/* Learn from all examples, after a first run without every fifth document,
 * which is judged on these: `*held_out`. The bytes are those of a file for
 * dm_chooser_open with `note` in its card, to be released by free(). */
demarche_status dm_learner_run(char **out, size_t *len,
                               dm_learner_score *held_out,
                               const dm_examples *examples,
                               const dm_learner_options *options,
                               const char *note, demarche_error *err);

#endif
