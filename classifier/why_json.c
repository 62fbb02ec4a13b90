/* why_json.c - reasons as a member of the statement's record. */
#include "base/json.h"
#include "why.h"

static void add_words(dm_buf *out, const demarche_statements *list,
                      dm_bytes words, bool byte_offsets)
{
    const dm_text *text = &list->page.text;
    size_t begin = byte_offsets ? dm_text_given(text, words.begin)
                                : dm_text_codepoints(text, words.begin);
    size_t end = byte_offsets ? dm_text_given(text, words.end)
                              : dm_text_codepoints(text, words.end);
    dm_buf_add_string(out, ",\"words\":");
    dm_json_add_string(
        out, (dm_span){ text->bytes + words.begin, words.end - words.begin });
    dm_buf_addf(out, ",\"span\":[%zu,%zu]", begin, end);
}

void dm_reasons_add_json(dm_buf *out, const dm_reasons *reasons,
                         const demarche_statements *list, bool byte_offsets)
{
    dm_buf_add_char(out, '[');
    for (size_t i = 0; i < reasons->count; i++) {
        const dm_reason *reason = &reasons->items[i];
        dm_buf_addf(out, "%s{\"about\":\"%s\"", i > 0 ? "," : "",
                    reason->about);
        if (reason->rule != NULL)
            dm_buf_addf(out, ",\"rule\":\"%s\"", reason->rule);
        dm_buf_add_string(out, ",\"text\":");
        dm_json_add_string(out, dm_span_of(reason->text));
        if (reason->words.begin < reason->words.end)
            add_words(out, list, reason->words, byte_offsets);
        dm_buf_add_char(out, '}');
    }
    dm_buf_add_char(out, ']');
}
