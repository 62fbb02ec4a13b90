/* given.c - whether a given name tells its bearer's gender. */
#include "given_table.h"

static const size_t count = sizeof given / sizeof *given;

uint32_t dm_given_gender(dm_span folded)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = dm_span_compare(given[middle].name, folded);
        if (order == 0)
            return given[middle].gender;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

dm_span dm_given_name(size_t i)
{
    return i < count ? given[i].name : (dm_span){ 0 };
}
