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
SHIPPED(target)
SHIPPED(words)
SHIPPED(extract)

demarche_status dm_shipped_words_open(dm_words *out, demarche_error *err)
{
    dm_span bytes = dm_shipped_words();
    *out = (dm_words){ 0 };
    return bytes.len == 0
               ? DEMARCHE_OK
               : dm_words_open(out, bytes.data, bytes.len, false, err);
}
