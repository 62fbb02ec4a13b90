/* fuzz_text.c - any bytes become valid text whose offsets lead back. */
#include <stdlib.h>

#include "text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_offsets(const dm_text *text, size_t given_len)
{
    size_t step, count = 0, from = 0;
    for (size_t at = 0; at < text->len; at += step, count++) {
        uint32_t c = dm_text_at(text->bytes, text->len, at, &step);
        require(c <= 0x10FFFF && at + step <= text->len);
        require(dm_text_codepoints(text, at) == count);
        size_t given = dm_text_given(text, at);
        require(given >= from && given < given_len);
        from = given;
    }
    require(dm_text_codepoints(text, text->len) == count);
    require(dm_text_given(text, text->len) == given_len);
}

static void check_folding(dm_arena *arena, const dm_text *text)
{
    dm_span folded, again;
    dm_text valid;
    dm_span whole = { text->bytes, text->len };
    require(dm_text_fold(&folded, arena, whole, NULL) == DEMARCHE_OK);
    require(dm_text_init(&valid, arena, folded.data, folded.len, NULL) ==
            DEMARCHE_OK);
    require(valid.replaced == 0);
    require(folded.len > 0 || text->len == 0);
    if (text->len > 64)
        return; // pieces may be cut elsewhere the second time
    require(dm_text_fold(&again, arena, folded, NULL) == DEMARCHE_OK);
    require(dm_span_equal(folded, again));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dm_arena arena;
    dm_text text;
    dm_arena_init(&arena);
    require(dm_text_init(&text, &arena, (const char *)data, size, NULL) ==
            DEMARCHE_OK);
    check_offsets(&text, size);
    check_folding(&arena, &text);
    dm_arena_clear(&arena);
    return 0;
}
