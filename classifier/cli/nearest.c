/* nearest.c - which known name a mistyped one is likely to mean. */
#include <stdbool.h>
#include <string.h>

#include "parse.h"

enum { NAME_MAX_LEN = 31, FAR = 1000 };

static size_t least(size_t a, size_t b, size_t c)
{
    size_t smaller = a < b ? a : b;
    return smaller < c ? smaller : c;
}

/* Letters to add, drop, change or swap with their neighbour to make `a` of `b`
 * (optimal string alignment). */
static size_t distance(const char *a, const char *b)
{
    size_t rows = strlen(a), columns = strlen(b);
    size_t cost[NAME_MAX_LEN + 1][NAME_MAX_LEN + 1];
    if (rows > NAME_MAX_LEN || columns > NAME_MAX_LEN)
        return FAR;
    for (size_t i = 0; i <= rows; i++)
        for (size_t j = 0; j <= columns; j++) {
            cost[i][j] = i + j;
            if (i == 0 || j == 0)
                continue;
            size_t change = cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            cost[i][j] = least(cost[i - 1][j] + 1, cost[i][j - 1] + 1, change);
            bool swapped =
                i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped && cost[i - 2][j - 2] + 1 < cost[i][j])
                cost[i][j] = cost[i - 2][j - 2] + 1;
        }
    return cost[rows][columns];
}

const char *parse_nearest(const char *given, const char *const *names,
                          size_t count)
{
    const char *best = NULL;
    size_t len = strlen(given), nearest = len / 3 + 2; // farther is a guess
    for (size_t i = 0; i < count; i++) {
        size_t far = distance(given, names[i]);
        bool begins = len >= 3 && strncmp(given, names[i], len) == 0;
        if (begins)
            far = 1;
        if (far < nearest) {
            nearest = far;
            best = names[i];
        }
    }
    return best;
}
