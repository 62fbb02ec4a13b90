/* noun.c - see noun.h. */
#include "noun_table.h"

#include <stddef.h>

enum { LONGEST = 32 }; // bytes of a word that the table can hold

static uint32_t look_up(dm_span word)
{
    size_t low = 0, high = sizeof nouns / sizeof *nouns;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = dm_span_compare(nouns[middle].word, word);
        if (order == 0)
            return nouns[middle].classes;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* The classes of `word` with the last `cut` bytes replaced by `ending`. */
static uint32_t look_up_with(dm_span word, size_t cut, const char *ending)
{
    char other[LONGEST];
    size_t stem = word.len - cut, len = strlen(ending);
    if (word.len <= cut || stem + len > LONGEST)
        return 0;
    memcpy(other, word.data, stem);
    for (size_t i = 0; i < len; i++)
        other[stem + i] = ending[i];
    return look_up((dm_span){ other, stem + len });
}

static uint32_t singular_classes(dm_span word)
{
    uint32_t found = 0;
    if (dm_span_ends(word, "ies"))
        found = look_up_with(word, 3, "y");
    if (found == 0 && dm_span_ends(word, "men"))
        found = look_up_with(word, 3, "man");
    if (found == 0 && dm_span_ends(word, "es"))
        found = look_up_with(word, 2, "");
    if (found == 0 && dm_span_ends(word, "s") && word.len > 3)
        found = look_up_with(word, 1, "");
    return found;
}

uint32_t dm_noun_classes(dm_span folded)
{
    uint32_t found = folded.len > LONGEST ? 0 : look_up(folded);
    if (found != 0 || folded.len > LONGEST)
        return found;
    found = singular_classes(folded);
    if (found & DM_NOUN_SMALL)
        return 0;
    if (found & (DM_NOUN_ROLE | DM_NOUN_BODY | DM_NOUN_LAND))
        found =
            (found & ~(uint32_t)(DM_NOUN_ROLE | DM_NOUN_TITLE)) | DM_NOUN_GROUP;
    return found;
}

/* `folded` without a plural ending. */
static dm_span stem(dm_span folded)
{
    if (dm_span_ends(folded, "ies") && folded.len > 4)
        folded.len -= 3;
    else if ((dm_span_ends(folded, "y") && folded.len > 4) ||
             (dm_span_ends(folded, "s") && folded.len > 3))
        folded.len -= 1;
    return folded;
}

bool dm_noun_agrees(dm_span a, dm_span b)
{
    return dm_span_equal(stem(a), stem(b)) ||
           (dm_noun_classes(a) & dm_noun_classes(b) &
            (DM_NOUN_SPOKES | DM_NOUN_LAWMAKER)) != 0;
}

dm_span dm_noun_word(size_t i)
{
    size_t count = sizeof nouns / sizeof *nouns;
    return i < count ? nouns[i].word : dm_given_name(i - count);
}
