/* fuzz_page.c - any bytes are cut into sentences that tile their tokens, and
 * into the statements of a transcript that stand in order. */
#include <stdlib.h>

#include "transcript.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_tokens(const dm_page *page)
{
    uint32_t at = 0;
    for (size_t i = 0; i < page->tokens.count; i++) {
        const dm_token *token = &page->tokens.items[i];
        require(token->begin >= at && token->begin < token->end);
        require(token->end <= page->text.len && token->folded.len > 0);
        require(((token->flags & DM_TOKEN_GLUED) != 0) ==
                (i > 0 && token->begin == at));
        at = token->end;
    }
}

static void check_sentences(const dm_page *page)
{
    uint32_t first = 0, paragraph = 0;
    for (size_t i = 0; i < page->sentence_count; i++) {
        dm_sentence sentence = page->sentences[i];
        require(sentence.first == first && sentence.end > first);
        require(sentence.paragraph >= paragraph);
        require(dm_page_sentence_of(page, sentence.end - 1) == i);
        first = sentence.end;
        paragraph = sentence.paragraph;
    }
    require(first == page->tokens.count);
}

static void check_transcript(const dm_page *page, dm_arena *arena)
{
    dm_transcript read;
    dm_statement_list list = { .arena = arena };
    uint32_t at = 0;
    require(dm_transcript_find(&read, page, NULL, arena, NULL) == DEMARCHE_OK);
    if (read.turns.count > 0)
        require(dm_transcript_state(&list, &read, page, NULL, NULL) ==
                DEMARCHE_OK);
    for (size_t i = 0; i < list.count; i++) {
        const dm_statement *s = &list.items[i];
        require(s->span_count >= 1 && s->spans[0].begin >= at);
        require(s->spans[0].begin < s->spans[0].end && s->answers <= i);
        require(s->speaker.begin < s->speaker.end);
        require(s->speaker.end <= page->text.len);
        at = s->spans[s->span_count - 1].end;
    }
    require(at <= page->text.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dm_arena arena;
    dm_page page;
    dm_arena_init(&arena);
    require(dm_page_read(&page, &arena, (const char *)data, size, NULL, NULL) ==
            DEMARCHE_OK);
    check_tokens(&page);
    check_sentences(&page);
    check_transcript(&page, &arena);
    dm_arena_clear(&arena);
    return 0;
}
