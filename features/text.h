/* text.h - the characters of a document: checked, folded, counted.
 *
 * The one user of utf8proc. Everything above works on byte offsets into a
 * dm_text, whose bytes are valid UTF-8: each maximal invalid sequence of the
 * input was replaced by U+FFFD and counted. The text itself is not normalised,
 * so offsets lead back to what was given; folding is done a word at a time.
 */
#ifndef DM_TEXT_H
#define DM_TEXT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/span.h"

typedef struct dm_text {
    const char *bytes; // [len], valid UTF-8, in the arena (or as given)
    size_t len;
    size_t replaced; // invalid sequences that became U+FFFD
    bool ascii;      // every byte is below 0x80: offsets are the same in all
                     // three countings
    const struct dm_text_map *map; // for the functions below
} dm_text;

/* Check and, where needed, repair `len` bytes. At most UINT32_MAX / 2 bytes:
 * longer is DEMARCHE_BAD_INPUT. The given bytes must outlive the text. */
demarche_status dm_text_init(dm_text *out, dm_arena *arena, const char *bytes,
                             size_t len, demarche_error *err);

/* How many code points stand before byte `at` (<= len). Constant time. */
size_t dm_text_codepoints(const dm_text *text, size_t at);

/* The byte offset, in the input as given, of byte `at` (<= len); inside a
 * character of a repaired text, of that character. */
size_t dm_text_given(const dm_text *text, size_t at);

typedef enum dm_char_class {
    DM_CHAR_SPACE,  // white space, NUL and other controls
    DM_CHAR_BREAK,  // line feed, carriage return, line and paragraph separator
    DM_CHAR_LETTER, // letters and combining marks
    DM_CHAR_DIGIT,  // decimal digits
    DM_CHAR_QUOTE,  // any mark that may open or close a quotation: " ' ` and
                    // the typographic ones, apostrophes included
    DM_CHAR_OTHER,  // punctuation, symbols, U+FFFD
} dm_char_class;

extern const unsigned char dm_ascii_classes[128]; // dm_char_class
dm_char_class dm_char_classify_wide(uint32_t c);  // beyond ASCII
bool dm_char_is_upper(uint32_t c);                // upper or title case
bool dm_char_is_alnum(uint32_t c); // letters and numbers of every kind, without
                                   // combining marks
uint32_t dm_char_lower(uint32_t c);

static inline dm_char_class dm_char_classify(uint32_t c)
{
    return c < 0x80 ? (dm_char_class)dm_ascii_classes[c]
                    : dm_char_classify_wide(c);
}

/* Columns that a terminal gives it: 0, 1 or 2 (East Asian wide). */
size_t dm_char_width(uint32_t c);

/* The code point at byte `at` (< len) of valid UTF-8, and its length. */
uint32_t dm_text_at_wide(const char *bytes, size_t len, size_t at,
                         size_t *step); // beyond ASCII

static inline uint32_t dm_text_at(const char *bytes, size_t len, size_t at,
                                  size_t *step)
{
    unsigned char byte = (unsigned char)bytes[at];
    if (byte >= 0x80)
        return dm_text_at_wide(bytes, len, at, step);
    *step = 1;
    return byte;
}

/* `span` in NFC and case-folded, typographic apostrophes and backticks made
 * "'". In the arena, or the span itself where nothing changes. Valid UTF-8 in,
 * valid UTF-8 out; only an empty span gives an empty one. */
demarche_status dm_text_fold(dm_span *out, dm_arena *arena, dm_span span,
                             demarche_error *err);

#endif
