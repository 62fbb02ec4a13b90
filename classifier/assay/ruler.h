/* ruler.h - a text measured in code points: where each stands in bytes, and
 * how many letters and digits come before it.
 *
 * Gold and output name places by code points, and what counts in a comparison
 * are letters and digits alone. A notch every 64 code points keeps a look-up
 * short without an entry for each.
 */
#ifndef DM_RULER_H
#define DM_RULER_H

#include "text.h"

/* What stands before a code point. */
typedef struct dm_notch {
    uint32_t byte;
    uint32_t letters; // letters and digits
    uint32_t marks;   // double quotation marks: " “ ”
} dm_notch;

typedef struct dm_ruler {
    dm_span text;            // valid UTF-8
    size_t count;            // code points
    const dm_notch *notches; // [count / 64 + 1]
} dm_ruler;

/* The text must outlive the ruler. Over two gigabytes: DEMARCHE_BAD_INPUT. */
demarche_status dm_ruler_init(dm_ruler *out, dm_arena *arena, dm_span text,
                              demarche_error *err);

/* What stands before code point `at`; behind the end, that of the end. */
dm_notch dm_ruler_at(const dm_ruler *ruler, size_t at);

/* The words of a range; what lies outside of the text is left out. */
dm_span dm_ruler_words(const dm_ruler *ruler, demarche_range range);

#endif
