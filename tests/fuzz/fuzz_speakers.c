/* fuzz_speakers.c - any text, any ranges as speakers and statements.
 *
 * The first bytes choose ranges of the rest. Whoever is found must be named,
 * and an actor of the register must carry its own name and side.
 */
#include <stdlib.h>

#include "statement.h"

enum { STATEMENTS = 4, HEAD = 4 * STATEMENTS };

static const char rows[] =
    "country\tus\tus\tUnited States\tUS|U.S.\t\tadjective=American\n"
    "country\tchina\tchina\tChina\tBeijing\t\tadjective=Chinese\n"
    "institution\tmfa\tchina\tForeign Ministry\t\tchina\ttype=ministry\n"
    "office\tpost\tus\tUS Trade Minister\tTrade Minister\tus\t\n"
    "person\tholt\tus\tVera Holt\tHolt\tus\tpost 2001..\n"
    "person\twei\tchina\tWei Lan\t\tchina\trole=spokesperson\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

/* A range of the text that two bytes choose. */
static dm_bytes choose(const uint8_t *bytes, size_t len)
{
    uint32_t begin = (uint32_t)(bytes[0] * len / 256);
    uint32_t end = begin + bytes[1] % 64;
    return (dm_bytes){ begin, end < len ? end : (uint32_t)len };
}

static void check(const dm_statement *s)
{
    require(s->rule_count <= DEMARCHE_RULES_MAX);
    require(s->actor == NULL || s->actor_name == s->actor->name);
    require(s->actor == NULL || s->side_hint == s->actor->side);
    require(s->side_hint == NULL || s->actor_name != NULL);
    require((s->actor_name != NULL) == (s->rule_count > 0));
}

static void resolve(const dm_register *reg, const uint8_t *data, size_t size)
{
    dm_arena arena;
    dm_page page;
    dm_statement items[STATEMENTS] = { 0 };
    dm_bytes spans[STATEMENTS];
    dm_arena_init(&arena);
    require(dm_page_read(&page, &arena, (const char *)data + HEAD, size - HEAD,
                         "2010-05-05", NULL) == DEMARCHE_OK);
    for (size_t i = 0; i < STATEMENTS; i++) {
        items[i].kind = (demarche_kind)(data[4 * i] % 4);
        items[i].speaker = choose(data + 4 * i, page.text.len);
        spans[i] = choose(data + 4 * i + 2, page.text.len);
        items[i].spans = &spans[i];
        items[i].span_count = spans[i].begin < spans[i].end;
    }
    require(dm_speakers_resolve(items, STATEMENTS, &page, reg, &arena, NULL) ==
            DEMARCHE_OK);
    for (size_t i = 0; i < STATEMENTS; i++)
        check(&items[i]);
    dm_arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static dm_register *reg; // made once: loading is another target's matter
    if (reg == NULL)
        require(dm_register_parse(&reg, "rows", rows, sizeof rows - 1, NULL) ==
                DEMARCHE_OK);
    if (size < HEAD)
        return 0;
    resolve(NULL, data, size);
    resolve(reg, data, size);
    return 0;
}
