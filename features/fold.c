/* fold.c - what a character is, and words made alike.
 *
 * The one file that includes utf8proc. Nearly every word of news is ASCII but
 * for its apostrophe, and is done without it.
 */
#include "text.h"

#include <utf8proc.h>

enum { FOLD_PIECE = 256 }; // bytes that are folded at once

#define S DM_CHAR_SPACE
#define B DM_CHAR_BREAK
#define L DM_CHAR_LETTER
#define D DM_CHAR_DIGIT
#define Q DM_CHAR_QUOTE
#define O DM_CHAR_OTHER
const unsigned char dm_ascii_classes[128] = {
    S, S, S, S, S, S, S, S, S, S, B, S, S, B, S, S, // controls
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, //
    S, O, Q, O, O, O, O, Q, O, O, O, O, O, O, O, O, //  !"#$%&'()*+,-./
    D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O, // 0123456789:;<=>?
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, // @ABCDEFGHIJKLMNO
    L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O, // PQRSTUVWXYZ[\]^_
    Q, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, // `abcdefghijklmno
    L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, S, // pqrstuvwxyz{|}~
};
#undef S
#undef B
#undef L
#undef D
#undef Q
#undef O

/* Characters whose Unicode category does not tell what they do in news. */
static bool classify_special(uint32_t c, dm_char_class *out)
{
    switch (c) {
    case 0x0085: // next line
    case 0x2028: // line separator
    case 0x2029: // paragraph separator
        *out = DM_CHAR_BREAK;
        return true;
    case 0x00AB: // « and », then ‹ and ›
    case 0x00BB:
    case 0x2039:
    case 0x203A:
    case 0x00B4: // acute accent, modifier apostrophe, primes
    case 0x02BC:
    case 0x2032:
    case 0x2033:
    case 0x300C: // corner brackets
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0x301D: // double prime quotation marks
    case 0x301E:
    case 0x301F:
    case 0xFF02: // full width
    case 0xFF07: *out = DM_CHAR_QUOTE; return true;
    case 0x00AD: // soft hyphen and joiners do not part a word
    case 0x200C:
    case 0x200D:
    case 0x2060: *out = DM_CHAR_LETTER; return true;
    default:
        *out = DM_CHAR_QUOTE; // the typographic ones, high and low
        return c >= 0x2018 && c <= 0x201F;
    }
}

dm_char_class dm_char_classify_wide(uint32_t c)
{
    dm_char_class special;
    if (classify_special(c, &special))
        return special;
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return DM_CHAR_LETTER;
    case UTF8PROC_CATEGORY_ND: return DM_CHAR_DIGIT;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF: return DM_CHAR_SPACE; // byte order mark too
    default: return DM_CHAR_OTHER;
    }
}

bool dm_char_is_upper(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool dm_char_is_alnum(uint32_t c)
{
    if (c < 0x80)
        return dm_ascii_classes[c] == DM_CHAR_LETTER ||
               dm_ascii_classes[c] == DM_CHAR_DIGIT;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    bool letter =
        category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    return letter || (category >= UTF8PROC_CATEGORY_ND &&
                      category <= UTF8PROC_CATEGORY_NO);
}

uint32_t dm_char_lower(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

static bool is_apostrophe(utf8proc_int32_t c)
{
    return c == '`' || c == 0x2018 || c == 0x2019 || c == 0x201B ||
           c == 0x02BC || c == 0x2032 || c == 0x00B4 || c == 0xFF07;
}

/* Fold the whole span where only ASCII letters and apostrophes stand in it;
 * false when it takes more. `out` has room for the span's length. */
static bool fold_plain(char *out, size_t *out_len, dm_span span)
{
    size_t step, len = 0;
    for (size_t at = 0; at < span.len; at += step) {
        uint32_t c = dm_text_at(span.data, span.len, at, &step);
        if (is_apostrophe((utf8proc_int32_t)c))
            c = '\'';
        if (c >= 0x80)
            return false;
        out[len++] = (char)(c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c);
    }
    *out_len = len;
    return true;
}

/* Fold at most FOLD_PIECE bytes by Unicode's tables. In pieces, because marks
 * are put in order by a sort whose time grows with the square. */
static demarche_status fold_piece(dm_span *out, dm_arena *arena, dm_span span,
                                  demarche_error *err)
{
    enum { ROOM = 4 * FOLD_PIECE }; // no code point folds to more than 4
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                      UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    utf8proc_int32_t points[ROOM + 1];
    utf8proc_ssize_t count =
        utf8proc_decompose((const utf8proc_uint8_t *)span.data,
                           (utf8proc_ssize_t)span.len, points, ROOM, options);
    if (count < 0 || count > ROOM) { // cannot be, for valid UTF-8
        *out = span;
        return DEMARCHE_OK;
    }
    for (utf8proc_ssize_t i = 0; i < count; i++)
        if (is_apostrophe(points[i]))
            points[i] = '\'';
    utf8proc_ssize_t len = utf8proc_reencode(points, count, options);
    char *copy = dm_arena_copy(
        arena, (dm_span){ (const char *)points, len < 0 ? 0 : (size_t)len });
    if (copy == NULL)
        return dm_no_memory(err);
    *out = (dm_span){ copy, len < 0 ? 0 : (size_t)len };
    return DEMARCHE_OK;
}

/* Where the piece from `at` ends: before a code point, FOLD_PIECE bytes on. */
static size_t piece_end(dm_span span, size_t at)
{
    if (span.len - at <= FOLD_PIECE)
        return span.len;
    size_t end = at + FOLD_PIECE;
    while (end > at + 1 && ((unsigned char)span.data[end] & 0xC0) == 0x80)
        end--;
    return end;
}

static demarche_status fold_pieces(dm_span *out, dm_arena *arena, dm_span span,
                                   demarche_error *err)
{
    size_t room;
    // One code point of 2 bytes may fold to 3 of 2: "ΐ" and its kin.
    if (!dm_multiply(span.len, 4, &room))
        return dm_no_memory(err);
    char *whole = dm_arena_alloc(arena, room);
    if (whole == NULL)
        return dm_no_memory(err);
    size_t len = 0;
    for (size_t at = 0, end; at < span.len; at = end) {
        dm_span piece = { 0 };
        end = piece_end(span, at);
        demarche_status status = fold_piece(
            &piece, arena, (dm_span){ span.data + at, end - at }, err);
        if (status != DEMARCHE_OK)
            return status;
        if (piece.len > 0 && piece.len <= room - len) {
            memcpy(whole + len, piece.data, piece.len);
            len += piece.len;
        }
    }
    *out = (dm_span){ whole, len };
    return DEMARCHE_OK;
}

static bool folded_already(dm_span span)
{
    for (size_t i = 0; i < span.len; i++) {
        unsigned char byte = (unsigned char)span.data[i];
        if (byte >= 0x80 || byte == '`' || (byte >= 'A' && byte <= 'Z'))
            return false;
    }
    return true;
}

demarche_status dm_text_fold(dm_span *out, dm_arena *arena, dm_span span,
                             demarche_error *err)
{
    *out = span;
    if (folded_already(span))
        return DEMARCHE_OK;
    char *plain = dm_arena_alloc(arena, span.len);
    size_t len;
    if (plain == NULL)
        return dm_no_memory(err);
    if (fold_plain(plain, &len, span)) {
        *out = (dm_span){ plain, len };
        return DEMARCHE_OK;
    }
    dm_span folded = { 0 };
    demarche_status status = span.len <= FOLD_PIECE
                                 ? fold_piece(&folded, arena, span, err)
                                 : fold_pieces(&folded, arena, span, err);
    // Nothing but joiners: an empty word would surprise those who look at it.
    if (status == DEMARCHE_OK && folded.len > 0)
        *out = folded;
    return status;
}

size_t dm_char_width(uint32_t c)
{
    int width = utf8proc_charwidth((utf8proc_int32_t)c);
    return width > 0 ? (size_t)width : 0;
}
