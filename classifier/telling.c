/* telling.c - see telling.h. */
#include "telling.h"

#include <math.h>

static bool is_telling(const dm_line *line)
{
    return line->distinct && !line->saying->review &&
           line->saying->tone != DM_TONE_NEUTRAL;
}

size_t dm_telling_find(const dm_line *out[DM_TELLING_MAX], size_t max,
                       const dm_stance *row)
{
    size_t count = 0;
    for (size_t i = 0; i < row->figures.statements && max > 0; i++) {
        const dm_line *line = &row->lines[i];
        if (!is_telling(line))
            continue;
        double strength = fabs(line->saying->score);
        size_t place = count;
        while (place > 0 && fabs(out[place - 1]->saying->score) < strength)
            place--;
        if (place == max)
            continue;
        if (count < max)
            count++;
        for (size_t later = count - 1; later > place; later--)
            out[later] = out[later - 1];
        out[place] = line;
    }
    return count;
}
