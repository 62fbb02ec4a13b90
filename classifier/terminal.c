/* terminal.c - see terminal.h. */
#include "terminal.h"

#include "text.h"

enum { ESCAPE = 0x1B, BELL = 0x07, CSI = 0x9B, OSC = 0x9D, ST = 0x9C };
enum { SEQUENCE_MAX = 256 }; // bytes; a longer "sequence" is just text

/* Where a command string (OSC, DCS, …) that began before `at` ends: after BEL
 * or ST. Without such an end it is no string, and only its head goes. */
static size_t skip_string(dm_span text, size_t at)
{
    for (size_t i = at; i < text.len && i - at < SEQUENCE_MAX; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == BELL)
            return i + 1;
        if (c == ESCAPE && i + 1 < text.len && text.data[i + 1] == '\\')
            return i + 2;
        if (c == 0xC2 && i + 1 < text.len &&
            (unsigned char)text.data[i + 1] == ST)
            return i + 2;
    }
    return at;
}

/* Parameters and intermediates, then one final byte (ECMA-48, 5.4). */
static size_t skip_control(dm_span text, size_t at)
{
    size_t i = at;
    while (i < text.len && i - at < SEQUENCE_MAX && text.data[i] >= 0x20 &&
           text.data[i] <= 0x3F)
        i++;
    return i < text.len && text.data[i] >= 0x40 && text.data[i] <= 0x7E ? i + 1
                                                                        : i;
}

/* The end of the escape sequence whose introducer `c` ends at `at`. */
static size_t skip_sequence(dm_span text, size_t at, uint32_t c)
{
    if (c == CSI)
        return skip_control(text, at);
    if (c == OSC)
        return skip_string(text, at);
    if (c != ESCAPE || at >= text.len)
        return at;
    char kind = text.data[at];
    if (kind == '[')
        return skip_control(text, at + 1);
    if (kind == ']' || kind == 'P' || kind == 'X' || kind == '^' || kind == '_')
        return skip_string(text, at + 1);
    while (at < text.len && text.data[at] >= 0x20 && text.data[at] <= 0x2F)
        at++;
    return at < text.len && text.data[at] >= 0x30 && text.data[at] <= 0x7E
               ? at + 1
               : at;
}

/* Marks that show nothing but turn what follows, or hide. */
static bool is_directional(uint32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF;
}

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/* dm_char_classify calls controls space, too. */
static bool is_space(uint32_t c)
{
    if (is_directional(c))
        return false;
    dm_char_class class = dm_char_classify(c);
    return class == DM_CHAR_BREAK ||
           (class == DM_CHAR_SPACE && (!is_control(c) || c == '\t'));
}

void dm_terminal_clean(dm_buf *out, dm_span text)
{
    size_t begin = out->len;
    bool space = false;
    for (size_t at = 0, step; at < text.len; at += step) {
        uint32_t c = dm_text_at(text.data, text.len, at, &step);
        if (c == ESCAPE || c == CSI || c == OSC) {
            step = skip_sequence(text, at + step, c) - at;
        } else if (is_space(c)) {
            space = true;
        } else if (!is_control(c) && !is_directional(c)) {
            if (space && out->len > begin)
                dm_buf_add_char(out, ' ');
            space = false;
            dm_buf_add(out, text.data + at, step);
        }
    }
}

size_t dm_terminal_width(dm_span clean)
{
    size_t width = 0;
    for (size_t at = 0, step; at < clean.len; at += step)
        width += dm_char_width(dm_text_at(clean.data, clean.len, at, &step));
    return width;
}

/* Bytes of `text` that fit in `width` columns. */
static size_t fit(dm_span text, size_t width)
{
    size_t at = 0, taken = 0, step;
    for (; at < text.len; at += step) {
        taken += dm_char_width(dm_text_at(text.data, text.len, at, &step));
        if (taken > width)
            break;
    }
    return at;
}

/* Bytes of `text`, whole words, that fit; 0 where not even one does. */
static size_t fit_words(dm_span text, size_t width)
{
    size_t len = fit(text, width);
    if (len == text.len || text.data[len] == ' ')
        return len;
    while (len > 0 && text.data[len - 1] != ' ')
        len--;
    return len > 0 ? len - 1 : 0;
}

void dm_terminal_shorten(dm_buf *out, dm_span clean, size_t width)
{
    if (fit(clean, width) == clean.len) {
        dm_buf_add_span(out, clean);
        return;
    }
    // With its space the ellipsis takes two columns after a word, one inside.
    size_t len = width < 2 ? 0 : fit_words(clean, width - 2);
    if (len > 0) {
        dm_buf_add(out, clean.data, len);
        dm_buf_add_string(out, " \u2026");
    } else if (width > 0) {
        dm_buf_add(out, clean.data, fit(clean, width - 1));
        dm_buf_add_string(out, "\u2026");
    }
}

void dm_terminal_wrap(dm_buf *out, dm_span clean, dm_paragraph shape)
{
    size_t column = shape.column;
    for (unsigned line = 1; clean.len > 0; line++) {
        size_t room = shape.width > column ? shape.width - column : 1;
        if (line == shape.lines) {
            dm_terminal_shorten(out, clean, room);
            break;
        }
        size_t len = fit_words(clean, room);
        if (len == 0) // a word wider than the line is broken
            len = fit(clean, room);
        if (len == 0) // a character wider than the line goes out all the same
            dm_text_at(clean.data, clean.len, 0, &len);
        dm_buf_add(out, clean.data, len);
        len += len < clean.len && clean.data[len] == ' ';
        clean.data += len;
        clean.len -= len;
        if (clean.len > 0) {
            dm_buf_add_char(out, '\n');
            dm_buf_repeat(out, " ", shape.indent);
        }
        column = shape.indent;
    }
    dm_buf_add_char(out, '\n');
}

void dm_terminal_look(dm_buf *out, bool colour, dm_look look, dm_span text)
{
    // Blue and red differ for those who see few colours, too.
    static const char *const codes[] = { "1", "94", "90", "31" };
    if (colour)
        dm_buf_addf(out, "\x1b[%sm", codes[look]);
    dm_buf_add_span(out, text);
    if (colour)
        dm_buf_add_string(out, "\x1b[0m");
}
