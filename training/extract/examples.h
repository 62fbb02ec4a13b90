/* examples.h - decisions with their right answers, gathered from gold. */
#ifndef DM_EXAMPLES_H
#define DM_EXAMPLES_H

#include "chooser.h"
#include "extract/gold.h"

/* One decision: its options' features lie one behind the other. */
typedef struct dm_example {
    dm_question question;
    uint32_t doc, site, place;    // place: of the right option
    uint32_t count, usual, right; // options
    size_t first;                 // of its options' ends in `ends`
    size_t features;              // of its features in `features`
} dm_example;

typedef struct dm_examples {
    dm_example *items; // [count]
    size_t count, capacity;
    uint32_t *ends; // [end_count], where each option's features end
    size_t end_count, end_capacity;
    uint32_t *features; // [feature_count], hashes
    size_t feature_count, feature_capacity;
    uint32_t forms[(1u << DM_FORM_BITS) / 32]; // of cues, see dm_chooser
    uint32_t cues[1u << DM_FORM_BITS];         // times that a word spoke
    uint32_t words[1u << DM_FORM_BITS];        // times that it stood at all
    uint64_t hash; // of the articles' texts and annotations
    bool failed;   // memory ran out
} dm_examples;

/* Read one annotated article: every decision that it asks for and that the
 * annotation answers becomes an example. */
demarche_status dm_examples_add(dm_examples *examples, const json_t *record,
                                uint32_t doc, demarche_error *err);

/* Note the words that speak in an article; of all articles first. */
demarche_status dm_examples_learn_forms(dm_examples *examples,
                                        const json_t *record,
                                        demarche_error *err);

/* Of the words noted, take those that speak often enough to be asked about. */
void dm_examples_choose_forms(dm_examples *examples);

void dm_examples_clear(dm_examples *examples);

#endif
