/* faults.h - what went wrong, sorted by kind, with some places of each.
 *
 * All are counted; of each kind as many are kept as asked for. Which ones is
 * drawn by a hash of document and place, so that they come from everywhere,
 * and the same ones in whatever order the documents come.
 */
#ifndef DM_FAULTS_H
#define DM_FAULTS_H

#include "assay/turns.h"

typedef enum dm_fault_kind {
    DM_MISSED_CUE_FOUND, // a statement has its cue, but other words
    DM_MISSED_CUE,       // no statement has its cue
    DM_MISSED_NO_CUE,    // the gold has none
    DM_MISSED_NESTED,    // stands in the content of another
    DM_MERGED,           // stands in a statement that is another's partner
    DM_SPURIOUS,
    DM_SPLIT, // stands in gold that is another's partner
    DM_BEGINS_EARLY,
    DM_BEGINS_LATE,
    DM_ENDS_EARLY,
    DM_ENDS_LATE,
    DM_GAP, // both ends agree, but not what stands between
    DM_SPEAKER_WRONG,
    DM_SPEAKER_MISSING,
    DM_ACTOR_WRONG,
    DM_SIDE_WRONG,
    DM_TONE_WRONG,
    DM_TURN_MISSED,
    DM_TURN_MISTAKEN,
    DM_TURN_SIDE,
    DM_TURN_LEAKED,
    DM_FAULT_KINDS,
} dm_fault_kind;

/* What a kind is called, "missed: no statement has its cue", and what its
 * details are: "cue". */
const char *dm_fault_name(dm_fault_kind kind);
const char *dm_fault_detail(dm_fault_kind kind);

/* One that is kept. Spans lie in the arena of its kind; data NULL: none. */
typedef struct dm_fault {
    uint64_t rank;                     // by which it was drawn
    dm_span doc, before, words, after; // the text around, runs of space as one
    size_t at;                         // code point where the words begin
    dm_span detail, rules;
    dm_span gold, gold_speaker, gold_cue;    // what the annotator marked
    dm_span found, found_speaker, found_cue; // what the statement has
} dm_fault;

typedef struct dm_fault_list {
    size_t count;   // of all
    dm_fault *kept; // [kept_count], by rank
    size_t kept_count;
    dm_intern details;
    size_t *detail_counts; // [details.count]
    size_t detail_capacity;
} dm_fault_list;

typedef struct dm_faults {
    dm_arena arena;
    size_t keep; // of each kind
    dm_fault_list lists[DM_FAULT_KINDS];
} dm_faults;

void dm_faults_init(dm_faults *faults, size_t keep);
void dm_faults_clear(dm_faults *faults);

/* Where a fault is, within its sample. */
typedef struct dm_fault_place {
    dm_fault_kind kind;
    uint32_t found, gold; // statement; attribution or turn; or DM_NOBODY
    dm_span detail;
} dm_fault_place;

demarche_status dm_faults_add(dm_faults *faults, const dm_sample *sample,
                              const dm_fault_place *place, demarche_error *err);

/* All faults of a sample of attributions, or of turns with their fates. */
demarche_status dm_faults_find(dm_faults *faults, const dm_sample *sample,
                               dm_arena *scratch, demarche_error *err);
demarche_status dm_faults_find_turns(dm_faults *faults, const dm_sample *sample,
                                     const dm_turn_fate *fates,
                                     dm_arena *scratch, demarche_error *err);

#endif
