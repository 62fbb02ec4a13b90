/* describe.h - what the words around a name say of its bearer.
 *
 *     former US ambassador | Max Quill |, a professor at Dayton University,
 *     └───── title ──────┘               └───────── apposition ─────────┘
 *
 * Side, gender, roles and institution of persons whom the register does not
 * know, and of those who have no name ("a senior Chinese official").
 */
#ifndef DM_DESCRIBE_H
#define DM_DESCRIBE_H

#include "cast.h"

/* How well a word tells a side. */
enum {
    DM_WEIGHT_NONE = 0,
    DM_WEIGHT_PLACE = 1, // "in Beijing"
    DM_WEIGHT_PERSON =
        2, // "an adviser to Holt", "Beijing-based", "Ohio farmers"
    DM_WEIGHT_COUNTRY = 3, // "Chinese", "of Brazil"
    DM_WEIGHT_BODY = 4,    // "at Tsinghua University", an office
};

typedef struct dm_evidence {
    const char *side; // NULL: nothing tells
    int weight;
    dm_stretch words;       // that tell it
    const dm_actor *body;   // an institution among the words, or NULL
    const dm_actor *office; // likewise an office
} dm_evidence;

/* The best evidence for a side in a stretch of words; of equals the first. */
dm_evidence dm_describe_side(const dm_cast *cast, dm_stretch words);

/* Does a match at token `at` (before `end`) belong to another country than the
 * register's actor of that name: "Foreign Ministry" in "Foreign Ministry of
 * Peru" or "Peru's Foreign Ministry"? It is not looked at before `floor`. */
bool dm_is_foreign(const dm_cast *cast, uint32_t floor, uint32_t at,
                   dm_match match, uint32_t end);

/* The title that ends where a name begins at `name`; empty when there is
 * none. It does not reach back beyond `floor`. */
dm_stretch dm_title_before(const dm_cast *cast, uint32_t floor, uint32_t name);

/* The apposition that follows a name which ends at `name_end`, before `end`;
 * empty when there is none. */
dm_stretch dm_apposition_after(const dm_cast *cast, uint32_t name_end,
                               uint32_t end);

/* Let a figure learn what is said of it at a mention. */
void dm_figure_describe(dm_cast *cast, dm_figure *figure, dm_stretch title,
                        dm_stretch apposition);

#endif
