/* ruler.c - see ruler.h. */
#include "assay/ruler.h"

enum { NOTCH = 64 }; // code points

static size_t count_codepoints(dm_span text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

static void pass(dm_notch *notch, dm_span text)
{
    size_t step;
    uint32_t c = dm_text_at(text.data, text.len, notch->byte, &step);
    notch->byte += (uint32_t)step;
    notch->letters += dm_char_is_alnum(c);
    notch->marks += c == '"' || c == 0x201C || c == 0x201D;
}

demarche_status dm_ruler_init(dm_ruler *out, dm_arena *arena, dm_span text,
                              demarche_error *err)
{
    if (text.len > UINT32_MAX / 2)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "a document of more than 2 gigabytes");
    *out = (dm_ruler){ .text = text, .count = count_codepoints(text) };
    dm_notch *notches =
        dm_arena_array(arena, out->count / NOTCH + 1, sizeof *notches);
    if (notches == NULL)
        return dm_no_memory(err);
    dm_notch notch = { 0, 0, 0 };
    for (size_t i = 0; i < out->count; i++) {
        if (i % NOTCH == 0)
            notches[i / NOTCH] = notch;
        pass(&notch, text);
    }
    if (out->count % NOTCH == 0)
        notches[out->count / NOTCH] = notch;
    out->notches = notches;
    return DEMARCHE_OK;
}

dm_notch dm_ruler_at(const dm_ruler *ruler, size_t at)
{
    if (at > ruler->count)
        at = ruler->count;
    dm_notch notch = ruler->notches[at / NOTCH];
    for (size_t i = at - at % NOTCH; i < at; i++)
        pass(&notch, ruler->text);
    return notch;
}

dm_span dm_ruler_words(const dm_ruler *ruler, demarche_range range)
{
    if (range.begin >= range.end)
        return (dm_span){ ruler->text.data, 0 };
    uint32_t begin = dm_ruler_at(ruler, range.begin).byte;
    uint32_t end = dm_ruler_at(ruler, range.end).byte;
    return (dm_span){ ruler->text.data + begin, end - begin };
}
