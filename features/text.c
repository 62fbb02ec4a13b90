/* text.c - check a document's bytes, and count its characters.
 *
 * Most text is ASCII, or nearly so: it is told by eight bytes at a time, used
 * in place, and then every offset is its own answer. Other text gets a map
 * with one entry for each BLOCK bytes, from which the rest is counted; where
 * bytes had to be replaced, the map also knows where each block began in the
 * input, and walks the input again from there.
 */
#include "text.h"

enum { BLOCK = 64 };
enum { REPLACEMENT = 0xFFFD, REPLACEMENT_LEN = 3 };

struct dm_text_map {
    const char *given;
    size_t given_len;
    const uint32_t *counts;  // [blocks], code points that begin before it
    const uint32_t *origins; // [blocks], input offset of the first code point
                             // that begins in it; NULL: nothing was replaced
};

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* How many bytes at `at` are ASCII. */
static size_t ascii_run(const char *bytes, size_t len, size_t at)
{
    size_t begin = at;
    for (uint64_t word; len - at >= sizeof word; at += sizeof word) {
        memcpy(&word, bytes + at, sizeof word);
        if ((word & UINT64_C(0x8080808080808080)) != 0)
            break;
    }
    while (at < len && (unsigned char)bytes[at] < 0x80)
        at++;
    return at - begin;
}

/* The lead byte's sequence: its length and what its second byte may be, which
 * shuts out overlong forms, surrogates and values beyond Unicode. */
static size_t sequence(unsigned char lead, unsigned char *low,
                       unsigned char *high)
{
    *low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    *high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* True when a valid sequence begins at `at`; *step is its length, or that of
 * the longest invalid one: the part of a sequence that could still have become
 * one, or a single byte. */
static bool check(const char *bytes, size_t len, size_t at, size_t *step)
{
    unsigned char low, high;
    size_t need = sequence((unsigned char)bytes[at], &low, &high);
    *step = 1;
    if (need == 0)
        return false;
    for (; *step < need; ++*step) {
        if (at + *step >= len)
            return false;
        unsigned char next = (unsigned char)bytes[at + *step];
        if (next < low || next > high)
            return false;
        low = 0x80;
        high = 0xBF;
    }
    return true;
}

uint32_t dm_text_at_wide(const char *bytes, size_t len, size_t at, size_t *step)
{
    uint32_t c = (unsigned char)bytes[at];
    *step = 1;
    size_t need = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    c &= 0xFFu >> (need + 1);
    for (; *step < need && at + *step < len; ++*step)
        c = c << 6 | ((unsigned char)bytes[at + *step] & 0x3F);
    return c;
}

/* Length of the repaired text; *replaced counts invalid sequences. */
static size_t measure(const char *bytes, size_t len, size_t *replaced)
{
    size_t repaired = 0, step;
    for (size_t at = 0; at < len; at += step) {
        step = ascii_run(bytes, len, at);
        if (step > 0 || check(bytes, len, at, &step)) {
            repaired += step;
        } else {
            repaired += REPLACEMENT_LEN;
            ++*replaced;
        }
    }
    return repaired;
}

static void repair(char *out, const char *bytes, size_t len)
{
    size_t step;
    for (size_t at = 0; at < len; at += step) {
        if (check(bytes, len, at, &step)) {
            memcpy(out, bytes + at, step);
            out += step;
        } else {
            memcpy(out, "\uFFFD", REPLACEMENT_LEN);
            out += REPLACEMENT_LEN;
        }
    }
}

/* How many code points begin in `len` bytes: eight bytes at a time, each sets
 * its lowest bit where it goes on with another, and a product adds them up. */
static uint32_t count_begun(const char *bytes, size_t len)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint32_t count = (uint32_t)len;
    size_t at = 0;
    for (uint64_t word; len - at >= sizeof word; at += sizeof word) {
        memcpy(&word, bytes + at, sizeof word);
        count -= (uint32_t)((((word >> 7) & ~(word >> 6) & ones) * ones) >> 56);
    }
    for (; at < len; at++)
        count -= continues(bytes[at]);
    return count;
}

static void count_blocks(uint32_t *counts, const char *bytes, size_t len)
{
    uint32_t count = 0;
    for (size_t at = 0; at <= len; at += BLOCK) {
        counts[at / BLOCK] = count;
        count += count_begun(bytes + at, len - at < BLOCK ? len - at : BLOCK);
    }
}

static void trace_blocks(uint32_t *origins, size_t blocks, const char *given,
                         size_t given_len)
{
    size_t block = 0, at = 0, step;
    for (size_t from = 0; from < given_len; from += step) {
        for (; block < blocks && at >= block * BLOCK; block++)
            origins[block] = (uint32_t)from;
        at += check(given, given_len, from, &step) ? step : REPLACEMENT_LEN;
    }
    for (; block < blocks; block++)
        origins[block] = (uint32_t)given_len;
}

static demarche_status add_map(dm_text *text, dm_arena *arena,
                               const char *given, size_t given_len,
                               demarche_error *err)
{
    size_t blocks = text->len / BLOCK + 1;
    struct dm_text_map *map = dm_arena_alloc(arena, sizeof *map);
    uint32_t *counts = dm_arena_array(arena, blocks, sizeof *counts);
    if (map == NULL || counts == NULL)
        return dm_no_memory(err);
    count_blocks(counts, text->bytes, text->len);
    *map = (struct dm_text_map){ given, given_len, counts, NULL };
    if (text->replaced > 0) {
        uint32_t *origins = dm_arena_array(arena, blocks, sizeof *origins);
        if (origins == NULL)
            return dm_no_memory(err);
        trace_blocks(origins, blocks, given, given_len);
        map->origins = origins;
    }
    text->map = map;
    return DEMARCHE_OK;
}

demarche_status dm_text_init(dm_text *out, dm_arena *arena, const char *bytes,
                             size_t len, demarche_error *err)
{
    *out = (dm_text){ .bytes = len == 0 ? "" : bytes, .len = len };
    out->ascii = ascii_run(out->bytes, len, 0) == len;
    if (!out->ascii)
        out->len = measure(bytes, len, &out->replaced);
    if (len > UINT32_MAX / 2 || out->len > UINT32_MAX / 2)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "a document of more than 2 gigabytes");
    if (out->ascii)
        return DEMARCHE_OK;
    if (out->replaced > 0) {
        char *repaired = dm_arena_alloc(arena, out->len);
        if (repaired == NULL)
            return dm_no_memory(err);
        repair(repaired, bytes, len);
        out->bytes = repaired;
    }
    return add_map(out, arena, bytes, len, err);
}

size_t dm_text_codepoints(const dm_text *text, size_t at)
{
    if (text->ascii)
        return at;
    size_t from = at - at % BLOCK;
    return text->map->counts[at / BLOCK] +
           count_begun(text->bytes + from, at - from);
}

size_t dm_text_given(const dm_text *text, size_t at)
{
    if (text->replaced == 0)
        return at;
    const struct dm_text_map *map = text->map;
    while (at > 0 && at < text->len && continues(text->bytes[at]))
        at--;
    size_t reached = at - at % BLOCK;
    while (reached < at && continues(text->bytes[reached]))
        reached++;
    size_t from = map->origins[at / BLOCK], step;
    for (; reached < at; from += step)
        reached += check(map->given, map->given_len, from, &step)
                       ? step
                       : REPLACEMENT_LEN;
    return from;
}
