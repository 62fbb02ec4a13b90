/* random.h - SplitMix64, a seeded source of numbers that is the same anywhere.
 *
 * Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
 * OOPSLA 2014. The state is the seed at first. Not for secrets.
 */
#ifndef DM_RANDOM_H
#define DM_RANDOM_H

#include <stddef.h>
#include <stdint.h>

static inline uint64_t dm_random_next(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15U;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9U;
    z = (z ^ z >> 27) * 0x94D049BB133111EBU;
    return z ^ z >> 31;
}

/* A number below `bound` (> 0, at most 2^32), each as likely as another but
 * for bound / 2^32. */
static inline uint32_t dm_random_below(uint64_t *state, size_t bound)
{
    return (uint32_t)((dm_random_next(state) >> 32) * (uint64_t)bound >> 32);
}

/* A number in [0, 1). */
static inline double dm_random_unit(uint64_t *state)
{
    return (double)(dm_random_next(state) >> 11) * 0x1p-53;
}

#endif
