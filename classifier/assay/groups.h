/* groups.h - a comparison's statements in groups: by kind, by rule, and by how
 * the gold names the speaker.
 */
#ifndef DM_GROUPS_H
#define DM_GROUPS_H

#include "assay/sample.h"

typedef enum dm_grouping {
    DM_BY_GOLD,    // attributions that recall is taken over, by their kind
    DM_BY_KIND,    // statements
    DM_BY_RULE,    // statements, under each of their rules
    DM_BY_MENTION, // pairs whose gold names a source
    DM_GROUPINGS,
} dm_grouping;

/* "gold", "kind", "rule", "mention". */
const char *dm_grouping_name(dm_grouping grouping);

typedef struct dm_group {
    dm_span name;
    size_t count;           // statements, or attributions
    size_t hits[DM_LEVELS]; // of these, with a partner, by level
    size_t named, right;    // pairs whose speaker is judged, and right
} dm_group;

typedef struct dm_groups {
    dm_intern names;
    dm_group *items; // [names.count], in the order they came
    size_t capacity;
    dm_arena arena;
} dm_groups;

void dm_groups_init(dm_groups *groups);
void dm_groups_clear(dm_groups *groups);

/* Count a sample of attributions; all [DM_GROUPINGS]. */
demarche_status dm_groups_add(dm_groups *all, const dm_sample *sample,
                              dm_arena *scratch, demarche_error *err);

/* The groups, largest first, then by name; in the arena. */
demarche_status dm_groups_sorted(dm_group **out, const dm_groups *groups,
                                 dm_arena *arena, demarche_error *err);

/* "name", "pronoun", "description" or "none": how the words of a source name
 * their speaker. */
demarche_status dm_mention_find(const char **out, const dm_sample *sample,
                                const dm_ranges *source, dm_arena *scratch,
                                demarche_error *err);

#endif
