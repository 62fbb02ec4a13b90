/* fuzz_register.c - any bytes as a register file, then matched on themselves.
 *
 * Whatever loads must be found again by id, and a match must stay within the
 * tokens that it was given.
 */
#include <stdint.h>
#include <stdlib.h>

#include "actor.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_match(const dm_register *reg, const char *bytes, size_t len)
{
    dm_arena arena;
    dm_arena_init(&arena);
    dm_text text;
    dm_tokens tokens;
    if (dm_text_init(&text, &arena, bytes, len, NULL) == DEMARCHE_OK &&
        dm_tokens_find(&tokens, &text, &arena, NULL) == DEMARCHE_OK)
        for (size_t at = 0; at < tokens.count; at++) {
            dm_match match = dm_register_match(reg, &text, tokens.items, at,
                                               tokens.count, "2020-01-01");
            if (match.tokens > tokens.count - at ||
                (match.actor == NULL) != (match.tokens == 0))
                abort();
        }
    dm_arena_clear(&arena);
}

static void check_ids(const dm_register *reg)
{
    for (size_t i = 0; i < dm_register_count(reg); i++) {
        const dm_actor *actor = dm_register_at(reg, i);
        if (dm_register_find_id(reg, dm_span_of(actor->id)) != actor)
            abort();
        for (const dm_actor *of = actor->of; of != NULL; of = of->of)
            if (of == actor)
                abort();
        if (actor->kind == DM_ACTOR_OFFICE)
            dm_register_holder(reg, actor, "2020-01-01");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    dm_register *reg;
    demarche_error err = { 0 };
    if (dm_register_parse(&reg, "fuzz", bytes, size, &err) != DEMARCHE_OK) {
        if (reg != NULL || err.message[0] == '\0')
            abort();
        return 0;
    }
    check_ids(reg);
    check_match(reg, bytes, size);
    dm_register_free(reg);
    return 0;
}
