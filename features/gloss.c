/* gloss.c - see gloss.h; the table is made by generate/gloss.c. */
#include "gloss.h"

#include "base/hash.h"
#include "gloss_table.h"

enum { SLOTS = sizeof checks / sizeof *checks };

uint64_t dm_gloss_hash(dm_span folded)
{
    return dm_hash(folded);
}

/* As dm_lexicon_classes has it. */
static bool is_adverb_form(dm_span word)
{
    return word.len > 4 && word.data[word.len - 1] == 'y' &&
           word.data[word.len - 2] == 'l' && (unsigned char)word.data[0] < 0x80;
}

uint16_t dm_gloss_find(dm_span folded, uint64_t hash)
{
    uint32_t check = (uint32_t)(hash >> 32) | 1;
    for (size_t slot = hash & (SLOTS - 1); checks[slot] != 0;
         slot = (slot + 1) & (SLOTS - 1)) {
        if (checks[slot] == check && words[slot].len == folded.len &&
            memcmp(pool + words[slot].at, folded.data, folded.len) == 0)
            return words[slot].gloss;
    }
    return is_adverb_form(folded) ? DM_GLOSS_ADVERB : DM_GLOSS_NONE;
}
