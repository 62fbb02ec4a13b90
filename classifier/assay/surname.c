/* surname.c - see surname.h. */
#include "assay/surname.h"

#include "base/buf.h"

/* Bytes from `at` on that the rule passes over, or 0. `*barren` is the end of
 * the line in which no ")" is left, so that no line is searched twice. */
static size_t passed(dm_span name, size_t at, dm_surname_rule rule,
                     size_t *barren)
{
    dm_span rest = { name.data + at, name.len - at };
    if (rule == DM_SURNAME_UNNAMED)
        return dm_span_begins(rest, "(unnamed)") ? strlen("(unnamed)") : 0;
    if (rest.data[0] != '(' || at < *barren)
        return 0;
    const char *line_end = memchr(rest.data, '\n', rest.len);
    size_t line = line_end == NULL ? rest.len : (size_t)(line_end - rest.data);
    const char *close = memchr(rest.data, ')', line);
    if (close == NULL)
        *barren = at + line;
    return close == NULL ? 0 : (size_t)(close - rest.data) + 1;
}

static size_t strip(char *out, dm_span name, dm_surname_rule rule)
{
    size_t len = 0, barren = 0;
    for (size_t at = 0; at < name.len;) {
        size_t step = passed(name, at, rule, &barren);
        at += step;
        if (step == 0)
            out[len++] = name.data[at++];
    }
    return len;
}

static bool is_part(uint32_t c)
{
    return c == '_' || c == '\'' || c == '-' || c == 0x2019 ||
           dm_char_is_alnum(c);
}

static dm_span last_word(dm_span name)
{
    dm_span last = { name.data, 0 };
    bool inside = false;
    for (size_t at = 0, step; at < name.len; at += step) {
        bool part = is_part(dm_text_at(name.data, name.len, at, &step));
        if (part && !inside)
            last = (dm_span){ name.data + at, 0 };
        if (part)
            last.len += step;
        inside = part;
    }
    return last;
}

static demarche_status lower(dm_span *out, dm_arena *arena, dm_span word,
                             demarche_error *err)
{
    dm_buf buf;
    dm_buf_init(&buf);
    for (size_t at = 0, step; at < word.len; at += step) {
        uint32_t c = dm_text_at(word.data, word.len, at, &step);
        dm_buf_add_codepoint(&buf, dm_char_lower(c));
    }
    *out = (dm_span){ dm_arena_copy(arena, dm_buf_span(&buf)), buf.len };
    bool failed = dm_buf_failed(&buf) || out->data == NULL;
    dm_buf_clear(&buf);
    return failed ? dm_no_memory(err) : DEMARCHE_OK;
}

demarche_status dm_surname_find(dm_span *out, dm_arena *arena, dm_span name,
                                dm_surname_rule rule, demarche_error *err)
{
    *out = (dm_span){ NULL, 0 };
    char *stripped = dm_arena_alloc(arena, name.len);
    if (stripped == NULL)
        return dm_no_memory(err);
    size_t len = strip(stripped, name, rule);
    return lower(out, arena, last_word((dm_span){ stripped, len }), err);
}
