/* fuzz_statements.c - whatever is read, statements lie in the text, in order,
 * with pieces that do not overlap. */
#include <stdlib.h>

#include "statement.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static bool is_boundary(const dm_text *text, uint32_t at)
{
    return at == text->len || ((unsigned char)text->bytes[at] & 0xC0) != 0x80;
}

static void check_range(const dm_text *text, dm_bytes range)
{
    require(range.begin <= range.end && range.end <= text->len);
    require(is_boundary(text, range.begin) && is_boundary(text, range.end));
}

static void check_statement(const dm_text *text, const dm_statement *statement)
{
    require(statement->span_count > 0 && statement->rule_count > 0);
    require(statement->rule_count <= DEMARCHE_RULES_MAX);
    require(statement->kind <= DEMARCHE_QUESTION);
    uint32_t end = 0;
    for (size_t i = 0; i < statement->span_count; i++) {
        dm_bytes span = statement->spans[i];
        check_range(text, span);
        require(span.begin < span.end && span.begin >= end);
        end = span.end;
    }
    check_range(text, statement->cue);
    check_range(text, statement->speaker);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dm_arena arena;
    dm_page page;
    dm_statements found, again;
    dm_arena_init(&arena);
    require(dm_page_read(&page, &arena, (const char *)data, size, NULL, NULL) ==
            DEMARCHE_OK);
    require(dm_statements_find(&found, &page, NULL, &arena, NULL) ==
            DEMARCHE_OK);
    uint32_t begin = 0;
    for (size_t i = 0; i < found.count; i++) {
        check_statement(&page.text, &found.items[i]);
        require(found.items[i].spans[0].begin >= begin);
        begin = found.items[i].spans[0].begin;
    }
    require(dm_statements_find(&again, &page, NULL, &arena, NULL) ==
            DEMARCHE_OK);
    require(again.count == found.count);
    dm_arena_clear(&arena);
    return 0;
}
