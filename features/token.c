/* token.c - see token.h.
 *
 * One pass; each token is found by the class of its first character. Two facts
 * are carried along: how many line breaks stood before the next token, and
 * whether a single quotation mark is open, which is what tells a closing mark
 * from the possessive of a plural ("the states' rights").
 */
#include "token.h"

#include "abbrev.h"

/* Bytes of news that make a token, by and large; and how many tokens are
 * trusted to come before they have come. */
enum { TOKEN_BYTES = 5, FORESEEN_MAX = 1 << 16 };

typedef struct scanner {
    const char *bytes;
    size_t len, at;
    const char *lower; // [len], ASCII folded
    dm_token *items;   // [count]
    size_t count, capacity;
    dm_arena *arena;
    demarche_error *err;
    bool single_open;   // ‘ or ' was opened in this paragraph
    unsigned char seen; // letter_bits since the token began, or more
} scanner;

/* What the inner loop asks of each byte. */
enum { ALNUM = 1, UPPER = 2, WIDE = 4 };

#define TEN(bits) bits, bits, bits, bits, bits, bits, bits, bits, bits, bits
#define A_TO_Z(bits) TEN(bits), TEN(bits), bits, bits, bits, bits, bits, bits
#define THIRTY_TWO(bits) A_TO_Z(bits), bits, bits, bits, bits, bits, bits
static const unsigned char letter_bits[256] = {
    ['0'] = TEN(ALNUM),        ['A'] = A_TO_Z(ALNUM | UPPER),
    ['a'] = A_TO_Z(ALNUM),     [0x80] = THIRTY_TWO(WIDE),
    [0xA0] = THIRTY_TWO(WIDE), [0xC0] = THIRTY_TWO(WIDE),
    [0xE0] = THIRTY_TWO(WIDE),
};
#undef TEN
#undef A_TO_Z
#undef THIRTY_TWO

static dm_char_class class_at(const scanner *s, size_t at)
{
    size_t step;
    if (at >= s->len)
        return DM_CHAR_BREAK;
    if (s->bytes[at] == ' ')
        return DM_CHAR_SPACE;
    return dm_char_classify(dm_text_at(s->bytes, s->len, at, &step));
}

static bool is_blank(dm_char_class class)
{
    return class == DM_CHAR_SPACE || class == DM_CHAR_BREAK;
}

static bool is_alnum(dm_char_class class)
{
    return class == DM_CHAR_LETTER || class == DM_CHAR_DIGIT;
}

static bool byte_is(const scanner *s, size_t at, char c)
{
    return at < s->len && s->bytes[at] == c;
}

/* The length of an apostrophe, whatever it is written with, or 0. */
static size_t apostrophe_at(const scanner *s, size_t at)
{
    if (at >= s->len)
        return 0;
    if ((unsigned char)s->bytes[at] < 0x80)
        return s->bytes[at] == '\'' || s->bytes[at] == '`';
    size_t step;
    switch (dm_text_at(s->bytes, s->len, at, &step)) {
    case 0x00B4:
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0xFF07: return step;
    default: return 0;
    }
}

/* Past letters and digits; notes what they are in s->seen. */
static size_t skip_letters(scanner *s, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)s->bytes;
    unsigned char seen = 0;
    for (size_t step; at < s->len; at += step) {
        while (at < s->len && (letter_bits[bytes[at]] & ALNUM) != 0)
            seen |= letter_bits[bytes[at++]];
        if (at >= s->len || letter_bits[bytes[at]] != WIDE ||
            !is_alnum(class_at(s, at)))
            break;
        seen |= WIDE;
        dm_text_at(s->bytes, s->len, at, &step);
    }
    s->seen |= seen;
    return at;
}

/* True at an apostrophe with "s" and no letter after it. */
static bool is_possessive(const scanner *s, size_t at, size_t *end)
{
    size_t mark = apostrophe_at(s, at);
    if (mark == 0 ||
        (!byte_is(s, at + mark, 's') && !byte_is(s, at + mark, 'S')))
        return false;
    *end = at + mark + 1;
    return !is_alnum(class_at(s, *end));
}

/* The end of the word that begins at `at`: letters, and apostrophes between
 * letters that do not begin a possessive. */
static size_t word_end(scanner *s, size_t at)
{
    size_t end = skip_letters(s, at), past;
    for (size_t mark; (mark = apostrophe_at(s, end)) > 0;) {
        if (is_possessive(s, end, &past) ||
            class_at(s, end + mark) != DM_CHAR_LETTER)
            break;
        s->seen |= mark > 1 ? WIDE : 0;
        end = skip_letters(s, end + mark);
    }
    return end;
}

static bool is_single_letter(const scanner *s, size_t at, size_t end)
{
    return end == at + 1 && class_at(s, at) == DM_CHAR_LETTER;
}

/* The end of "U.S." or "a.m." at `at`, whose first letters end at `end`:
 * single letters, each with its period. The last one may lack it ("U.S"), the
 * first may be two letters ("Ph.D."). 0: no such thing. */
static size_t initials_end(scanner *s, size_t at, size_t end)
{
    size_t next = skip_letters(s, end + 1);
    bool more = is_single_letter(s, end + 1, next);
    if (end - at == 2 && s->bytes[at] != s->lower[at] && more)
        return byte_is(s, next, '.') ? next + 1 : 0;
    if (!is_single_letter(s, at, end) || (!more && s->bytes[at] == 'I'))
        return 0; // "So did I."
    while (more && byte_is(s, next, '.')) {
        end = next;
        next = skip_letters(s, end + 1);
        more = is_single_letter(s, end + 1, next);
    }
    return more ? next : end + 1;
}

static bool number_follows(const scanner *s, size_t at)
{
    if (class_at(s, at) == DM_CHAR_SPACE)
        at++;
    return class_at(s, at) == DM_CHAR_DIGIT;
}

/* Where the word ends when periods belong to it, or 0. */
static size_t abbreviation_end(scanner *s, size_t at, size_t end)
{
    if (!byte_is(s, end, '.') ||
        (byte_is(s, end + 1, '.') && byte_is(s, end + 2, '.')))
        return 0;
    size_t initials = initials_end(s, at, end);
    if (initials > 0)
        return initials;
    unsigned flags = dm_abbrev_flags((dm_span){ s->lower + at, end + 1 - at });
    bool capital = s->bytes[at] != s->lower[at];
    if (flags == 0 || (!capital && (flags & DM_ABBREV_CAPITAL) != 0) ||
        ((flags & DM_ABBREV_NUMBER) != 0 && !number_follows(s, end + 1)))
        return 0;
    return end + 1;
}

static size_t number_end(scanner *s, size_t at)
{
    size_t end = skip_letters(s, at);
    while ((byte_is(s, end, '.') || byte_is(s, end, ',')) &&
           class_at(s, end + 1) == DM_CHAR_DIGIT &&
           class_at(s, end - 1) == DM_CHAR_DIGIT)
        end = skip_letters(s, end + 1);
    return end;
}

/* The end of the mark at `at`: one code point, but "...", "--", `` and ''. */
static size_t mark_end(const scanner *s, size_t at)
{
    static const char *const joined[] = { "...", "--", "``", "''" };
    size_t step;
    bool doubled = byte_is(s, at + 1, s->bytes[at]);
    for (size_t i = 0; doubled && i < sizeof joined / sizeof *joined; i++) {
        size_t len = strlen(joined[i]);
        if (s->len - at >= len && memcmp(s->bytes + at, joined[i], len) == 0)
            return at + len;
    }
    dm_text_at(s->bytes, s->len, at, &step);
    return at + step;
}

static bool follows_word(const scanner *s)
{
    if (s->count == 0)
        return false;
    const dm_token *last = &s->items[s->count - 1];
    return last->end == s->at &&
           (last->kind == DM_TOKEN_WORD || last->kind == DM_TOKEN_NUMBER);
}

/* A mark that is an apostrophe by its form: a possessive, or a quotation
 * mark, and then it opens or closes. */
static dm_token_kind apostrophe(scanner *s, size_t mark, size_t *end)
{
    bool glued = follows_word(s);
    if (glued && is_possessive(s, s->at, end))
        return DM_TOKEN_SUFFIX;
    *end = s->at + mark;
    bool before_word = is_alnum(class_at(s, *end));
    bool after_s = glued && s->lower[s->at - 1] == 's';
    if (after_s && !before_word && !s->single_open)
        return DM_TOKEN_SUFFIX;
    if (!before_word)
        s->single_open = false;
    else if (!glued && class_at(s, *end) == DM_CHAR_LETTER)
        s->single_open = true;
    return DM_TOKEN_QUOTE;
}

static dm_token_kind quotation_mark(scanner *s, size_t *end)
{
    size_t mark = apostrophe_at(s, s->at);
    *end = mark_end(s, s->at);
    if (mark == 0 || *end != s->at + mark)
        return DM_TOKEN_QUOTE;
    return apostrophe(s, mark, end);
}

/* DM_TOKEN_CAPITAL, _SHOUTED or _MIXED of a word. */
static uint8_t letter_case(const scanner *s, size_t at, size_t end)
{
    size_t step, letters = 0, upper = 0;
    bool capital = false;
    if ((s->seen & (UPPER | WIDE)) == 0)
        return 0;
    for (size_t i = at; i < end; i += step) {
        unsigned char byte = (unsigned char)s->bytes[i];
        step = 1;
        if (byte < 0x80) {
            letters += dm_ascii_classes[byte] == DM_CHAR_LETTER;
            upper += (letter_bits[byte] & UPPER) != 0;
        } else {
            uint32_t c = dm_text_at(s->bytes, s->len, i, &step);
            letters += dm_char_classify(c) == DM_CHAR_LETTER;
            upper += dm_char_is_upper(c);
        }
        capital = capital || (i == at && upper > 0);
    }
    if (!capital)
        return upper > 0 ? DM_TOKEN_MIXED : 0;
    bool shouted = letters >= 2 && upper == letters;
    return DM_TOKEN_CAPITAL | (shouted ? DM_TOKEN_SHOUTED : 0);
}

/* Find the kind, end and flags of the token at s->at. */
static dm_token scan(scanner *s, dm_char_class class)
{
    dm_token token = { .begin = (uint32_t)s->at };
    size_t end = s->at;
    s->seen = 0;
    if (class == DM_CHAR_LETTER) {
        token.kind = DM_TOKEN_WORD;
        end = word_end(s, s->at);
        size_t longer = abbreviation_end(s, s->at, end);
        if (longer > 0) {
            token.flags |= DM_TOKEN_PERIOD;
            end = longer;
        }
        token.flags |= letter_case(s, s->at, end);
    } else if (class == DM_CHAR_DIGIT) {
        token.kind = DM_TOKEN_NUMBER;
        end = number_end(s, s->at);
    } else if (class == DM_CHAR_QUOTE) {
        token.kind = quotation_mark(s, &end);
    } else {
        token.kind = DM_TOKEN_PUNCT;
        end = mark_end(s, s->at);
    }
    token.end = (uint32_t)end;
    return token;
}

static demarche_status fold(scanner *s, dm_token *token)
{
    dm_span span = { s->bytes + token->begin, token->end - token->begin };
    token->folded = span;
    if (token->kind == DM_TOKEN_QUOTE || token->kind == DM_TOKEN_PUNCT)
        return DEMARCHE_OK;
    bool wide = token->kind == DM_TOKEN_SUFFIX
                    ? (unsigned char)span.data[0] >= 0x80
                    : (s->seen & WIDE) != 0;
    if (wide)
        return dm_text_fold(&token->folded, s->arena, span, s->err);
    token->folded.data = s->lower + token->begin;
    return DEMARCHE_OK;
}

static demarche_status add(scanner *s, dm_token token, unsigned breaks)
{
    bool first = s->count == 0;
    if (first || breaks > 0)
        token.flags |= DM_TOKEN_LINE;
    if (first || breaks > 1)
        token.flags |= DM_TOKEN_PARAGRAPH;
    if (!first && s->items[s->count - 1].end == token.begin)
        token.flags |= DM_TOKEN_GLUED;
    if (is_blank(class_at(s, token.end)))
        token.flags |= DM_TOKEN_BEFORE_SPACE;
    demarche_status status = fold(s, &token);
    if (status != DEMARCHE_OK)
        return status;
    token.hash = dm_gloss_hash(token.folded);
    token.gloss = dm_gloss_find(token.folded, token.hash);
    dm_token *items = dm_arena_grow(s->arena, s->items, s->count, &s->capacity,
                                    sizeof *items);
    if (items == NULL)
        return dm_no_memory(s->err);
    s->items = items;
    s->items[s->count++] = token;
    return DEMARCHE_OK;
}

/* Go past white space; returns how many lines it ended, CR LF being one. */
static unsigned skip_blank(scanner *s)
{
    unsigned breaks = 0;
    size_t step;
    for (; s->at < s->len; s->at += step) {
        uint32_t c = dm_text_at(s->bytes, s->len, s->at, &step);
        dm_char_class class = dm_char_classify(c);
        if (!is_blank(class))
            break;
        bool joined = c == '\n' && s->at > 0 && s->bytes[s->at - 1] == '\r';
        if (class == DM_CHAR_BREAK && !joined && breaks < 2)
            breaks += c == 0x2029 ? 2 : 1; // the paragraph separator
    }
    return breaks;
}

static demarche_status scan_all(scanner *s)
{
    demarche_status status = DEMARCHE_OK;
    while (status == DEMARCHE_OK) {
        unsigned breaks = skip_blank(s);
        if (s->at >= s->len)
            break;
        if (breaks > 1)
            s->single_open = false;
        dm_token token = scan(s, class_at(s, s->at));
        status = add(s, token, breaks);
        s->at = token.end;
    }
    return status;
}

/* Without branches or doubts about what a store may change, so that a compiler
 * does many bytes at once. */
static const char *lower_copy(dm_arena *arena, const dm_text *text)
{
    enum { TO_LOWER = 'a' - 'A', TO_APOSTROPHE = '`' - '\'' };
    const unsigned char *from = (const unsigned char *)text->bytes;
    const size_t len = text->len;
    unsigned char *lower = dm_arena_alloc(arena, len);
    if (lower == NULL)
        return NULL;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = from[i];
        unsigned char up = (unsigned char)(c - 'A') < 26 ? TO_LOWER : 0;
        unsigned char back = c == '`' ? TO_APOSTROPHE : 0;
        lower[i] = (unsigned char)(c + up - back);
    }
    return (const char *)lower;
}

demarche_status dm_tokens_find(dm_tokens *out, const dm_text *text,
                               dm_arena *arena, demarche_error *err)
{
    *out = (dm_tokens){ NULL, 0 };
    scanner s = { .bytes = text->bytes,
                  .len = text->len,
                  .arena = arena,
                  .lower = lower_copy(arena, text),
                  .err = err };
    s.capacity = text->len / TOKEN_BYTES + 16;
    if (s.capacity > FORESEEN_MAX)
        s.capacity = FORESEEN_MAX;
    s.items = dm_arena_array(arena, s.capacity, sizeof *s.items);
    if (s.lower == NULL || s.items == NULL)
        return dm_no_memory(err);
    demarche_status status = scan_all(&s);
    if (status == DEMARCHE_OK)
        *out = (dm_tokens){ s.items, s.count };
    return status;
}
