/* gold.h - what an annotator found in a document: attributions or turns.
 *
 * From a record with `text` and `attributions` (each with `source`, `cue`,
 * `content` as lists of [begin, end), and perhaps `kind`, `actor`, `side`,
 * `tone`, `hard`) or `turns` (each with `speaker`, `side`, `span`). Ranges
 * count code points. What is reversed or lies outside of the text covers
 * nothing there, and is counted.
 */
#ifndef DM_GOLD_H
#define DM_GOLD_H

#include "base/json.h"
#include "text.h"

typedef struct dm_ranges {
    const demarche_range *items; // [count]
    size_t count;
} dm_ranges;

/* The member `name`: a list of pairs of whole numbers, none negative. Absent
 * or null: none. Anything else is DEMARCHE_BAD_INPUT. */
demarche_status dm_ranges_parse(dm_ranges *out, dm_arena *arena,
                                const json_t *object, const char *name,
                                demarche_error *err);

/* The member `name` is one pair; absent or null: [0, 0). */
demarche_status dm_range_parse(demarche_range *out, const json_t *object,
                               const char *name, demarche_error *err);

typedef struct dm_attribution {
    dm_ranges source, cue, content; // content is never empty
    dm_span kind;                   // as annotated, or data NULL
    dm_span actor, side, tone;      // likewise
    bool hard;                      // two careful readers might differ on tone
} dm_attribution;

typedef struct dm_gold_turn {
    dm_span speaker, side; // data NULL: none
    demarche_range span;
} dm_gold_turn;

typedef struct dm_gold {
    bool is_transcript;          // it has turns
    const dm_attribution *items; // [count]; without those whose content is
    size_t count;                // an empty list
    const dm_gold_turn *turns;   // [turn_count]
    size_t turn_count;
} dm_gold;

/* Strings are borrowed from the record. A record that has neither list is
 * DEMARCHE_BAD_INPUT; one that has both is read for its attributions. */
demarche_status dm_gold_parse(dm_gold *out, dm_arena *arena,
                              const json_t *record, demarche_error *err);

#endif
