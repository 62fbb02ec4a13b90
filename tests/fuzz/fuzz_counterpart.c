/* fuzz_counterpart.c - names change sides in any bytes: what comes out is valid
 * text, and all of the text where nobody is named. */
#include <stdlib.h>

#include "counterpart.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static const char actors[] =
    "country\tus\tus\tUnited States\tUS|U.S.|Washington\t\t"
    "adjective=American\n"
    "country\tchina\tchina\tChina\tBeijing\t\tadjective=Chinese\n"
    "institution\tchina/bank\tchina\tBank of China\t\tchina\ttype=company\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dm_arena arena;
    dm_text text;
    dm_register *reg;
    dm_counterpart once;
    dm_span given = { (const char *)data, size };
    dm_arena_init(&arena);
    require(dm_register_parse(&reg, "actors", actors, sizeof actors - 1,
                              NULL) == DEMARCHE_OK);
    require(dm_counterpart_find(&once, given, reg, &arena, NULL) ==
            DEMARCHE_OK);
    require(once.named <= (DM_NAMED_US | DM_NAMED_CHINA));
    require(once.named != 0 || dm_span_equal(once.text, given));
    if (once.named != 0) {
        require(dm_text_init(&text, &arena, once.text.data, once.text.len,
                             NULL) == DEMARCHE_OK);
        require(text.replaced == 0);
    }
    dm_register_free(reg);
    dm_arena_clear(&arena);
    return 0;
}
