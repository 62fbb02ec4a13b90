/* chooser.h - decisions that were learned: which of some options.
 *
 * A decision has a few options, each described by features; a feature's weight
 * stands in a table at its hash (Weinberger et al., "Feature hashing for large
 * scale multitask learning", ICML 2009), and the option of the highest sum
 * wins. What the rules say is the usual option: another one must beat it by the
 * question's margin. Learned by training/reader, see there.
 *
 * The same questions are asked while learning, when a tutor who knows the
 * annotation answers them.
 */
#ifndef DM_CHOOSER_H
#define DM_CHOOSER_H

#include "base/image.h"

typedef enum dm_question {
    DM_ASK_SPEAKS, // L1: does this word speak, where the rules find nothing?
    DM_ASK_STANDS, // L1: does it, where they find an attribution?
    DM_ASK_BEGIN,  // L1: where does what it says begin?
    DM_ASK_END,    // L2: where does what was said end?
    DM_QUESTIONS
} dm_question;

enum {
    DM_OPTIONS_MAX = 40,
    DM_FEATURES_MAX = 64, // of an option
    DM_NO_OPTION = -1,
};

/* One way to decide. */
typedef struct dm_option {
    uint32_t at; // token that it stands for
    uint32_t count;
    uint32_t features[DM_FEATURES_MAX]; // [count], hashes
} dm_option;

typedef struct dm_decision {
    dm_question question;
    uint32_t site;  // token that the question is about
    uint32_t begin; // DM_ASK_END: first token of the content
    size_t count;
    size_t usual; // what the rules say, below `count`
    dm_option options[DM_OPTIONS_MAX];
} dm_decision;

/* Who answers while examples are gathered: returns the option to go on with. */
struct dm_scan;
typedef struct dm_tutor {
    size_t (*answer)(struct dm_tutor *tutor, const struct dm_scan *scan,
                     const dm_decision *decision);
} dm_tutor;

typedef struct dm_chooser {
    uint32_t bits;          // of the table: 2^bits weights
    const int16_t *weights; // [2^bits]
    float scale;            // what a unit of weight is worth
    const float *margins;   // [DM_QUESTIONS]
    const uint32_t *forms;  // words that may speak: bits by hash
    dm_span card;           // JSON: data, method, scores
    dm_tutor *tutor;        // or NULL
} dm_chooser;

enum { DM_FORM_BITS = 14 }; // of the hash by which `forms` knows a word

/* Read learned decisions in place; DEMARCHE_BAD_MODEL when they are damaged. */
demarche_status dm_chooser_open(dm_chooser *out, const void *bytes, size_t len,
                                bool checksum, demarche_error *err);

/* Writing: close an image with these sections. */
void dm_chooser_finish(dm_buf *buf);

/* Which option wins. */
size_t dm_chooser_decide(const dm_chooser *chooser, const struct dm_scan *scan,
                         const dm_decision *decision);

/* Sum of the option's weights. */
double dm_chooser_weigh(const dm_chooser *chooser, const dm_option *option);

static inline bool dm_chooser_knows(const dm_chooser *chooser, uint32_t key)
{
    uint32_t bit = key >> (32 - DM_FORM_BITS);
    return (chooser->forms[bit / 32] >> bit % 32 & 1) != 0;
}

/* The place of a hash in a table of 2^bits weights. */
static inline uint32_t dm_chooser_place(uint32_t hash, uint32_t bits)
{
    return hash >> (32 - bits);
}

/* ---- Options in the making --------------------------------------------- */

/* Begin to fill a decision. Its options are left as they are: zeroing them all
 * would cost more than most decisions do. */
static inline void dm_decision_begin(dm_decision *decision,
                                     dm_question question, uint32_t site)
{
    decision->question = question;
    decision->site = site;
    decision->begin = 0;
    decision->count = 0;
    decision->usual = 0;
}

/* A new option, or NULL where the decision is full. */
static inline dm_option *dm_decision_add(dm_decision *decision, uint32_t at)
{
    if (decision->count == DM_OPTIONS_MAX)
        return NULL;
    dm_option *option = &decision->options[decision->count++];
    option->at = at;
    option->count = 0;
    return option;
}

/* A feature of kind `kind` (unique in all the program) with up to two values.
 */
static inline void dm_option_add(dm_option *option, uint32_t kind, uint32_t a,
                                 uint32_t b)
{
    uint32_t h = (kind * 0x9E3779B1U) ^ (a * 0x85EBCA77U);
    h = (h ^ h >> 15) * 0xC2B2AE3DU + b * 0x27D4EB2FU;
    h = (h ^ h >> 16) * 0x7FEB352DU;
    h = (h ^ h >> 15) * 0x846CA68BU;
    if (option->count < DM_FEATURES_MAX)
        option->features[option->count++] = h ^ h >> 16;
}

#endif
