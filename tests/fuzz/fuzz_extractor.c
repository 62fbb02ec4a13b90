/* fuzz_extractor.c - any bytes as learned extraction: refused, or decisions
 * that can be used on a text, the same twice.
 *
 * The checksum would stop nearly every mutation at the door, so the bytes are
 * read without it, as the shipped ones are. */
#include <stdlib.h>

#include "chooser.h"
#include "statement.h"

static size_t extract(const dm_chooser *chooser)
{
    static const char text[] =
        "The ministry posted that talks, if any, would fail, and Ann Roe said "
        "\"no\" to it. \"We wait,\" posted the envoy, denying the claim.";
    dm_arena arena;
    dm_page page;
    dm_statements found = { 0 };
    dm_arena_init(&arena);
    if (dm_page_read(&page, &arena, text, sizeof text - 1, NULL, NULL) !=
        DEMARCHE_OK)
        abort();
    page.chooser = chooser;
    if (dm_statements_find(&found, &page, NULL, &arena, NULL) != DEMARCHE_OK)
        abort();
    size_t sum = found.count;
    for (size_t i = 0; i < found.count; i++)
        for (size_t s = 0; s < found.items[i].span_count; s++)
            sum = sum * 31 + found.items[i].spans[s].end;
    dm_arena_clear(&arena);
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dm_chooser chooser;
    void *bytes = malloc(size + 1); // aligned, and its end guarded
    if (bytes == NULL)
        abort();
    memcpy(bytes, data, size);
    if (dm_chooser_open(&chooser, bytes, size, false, NULL) == DEMARCHE_OK &&
        extract(&chooser) != extract(&chooser))
        abort();
    free(bytes);
    return 0;
}
