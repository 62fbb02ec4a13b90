/* shipped.c - see shipped.h; the bytes come from shipped.S. */
#include "shipped.h"

#define SHIPPED(name)                                                          \
    extern const char dm_shipped_##name##_begin[], dm_shipped_##name##_end[];  \
    dm_span dm_shipped_##name(void)                                            \
    {                                                                          \
        const char *begin = dm_shipped_##name##_begin;                         \
        return (dm_span){ begin, (size_t)(dm_shipped_##name##_end - begin) };  \
    }

SHIPPED(actors)
SHIPPED(tone)
SHIPPED(side)
