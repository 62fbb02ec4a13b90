/* hash.h - 64 bits from bytes, in line: most words are shorter than the way
 * to a function and back. The same value on every machine. */
#ifndef DM_HASH_H
#define DM_HASH_H

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/span.h"

static inline uint64_t dm_hash(dm_span bytes)
{
    return XXH3_64bits(bytes.data, bytes.len);
}

#endif
