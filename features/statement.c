/* statement.c - the extractor's last step: drafts become statements. */
#include "statement.h"

#include <stdlib.h>

#include "attribution.h"
#include "transcript.h"

enum { HEAD_MIN = 20 }; // tokens: shorter ones are titles, places, dates

void dm_statement_add_rule(dm_statement *statement, const char *label)
{
    if (statement->rule_count < DEMARCHE_RULES_MAX)
        statement->rules[statement->rule_count++] = label;
}

dm_statement *dm_statement_list_add(dm_statement_list *list)
{
    void *room = dm_arena_grow(list->arena, list->items, list->count,
                               &list->capacity, sizeof *list->items);
    if (room == NULL)
        return NULL;
    list->items = room;
    dm_statement *added = &list->items[list->count++];
    *added = (dm_statement){ 0 };
    return added;
}

static dm_bytes bytes_of(const dm_scan *scan, dm_run run)
{
    if (run.begin >= run.end)
        return (dm_bytes){ 0, 0 };
    const dm_token *tokens = scan->page->tokens.items;
    return (dm_bytes){ tokens[run.begin].begin, tokens[run.end - 1].end };
}

/* PARC keeps the "that" in front of a piece, with the mark between. */
static uint32_t keep_that(const dm_scan *scan, uint32_t begin)
{
    uint32_t at = begin;
    if (at > 0 && dm_scan_kind(scan, at - 1, DM_TOKEN_QUOTE))
        at--;
    return scan->page->parc && at > 0 && dm_scan_is(scan, at - 1, "that")
               ? at - 1
               : begin;
}

/* A piece inside a quotation keeps the mark that ends its sentence. */
static dm_bytes piece_bytes(const dm_scan *scan, dm_run run)
{
    const dm_token *tokens = scan->page->tokens.items;
    const dm_quotation *quote = dm_scan_quote(scan, run.begin);
    dm_bytes bytes = bytes_of(scan, run);
    uint32_t next = run.end, begin = keep_that(scan, run.begin);
    bytes.begin = tokens[begin].begin;
    if (quote == NULL || dm_scan_quote(scan, next) != quote)
        return bytes;
    if (dm_scan_is(scan, next, ".") || dm_scan_is(scan, next, "!") ||
        dm_scan_is(scan, next, "?"))
        bytes.end = tokens[next].end;
    if (begin + 1 < run.begin && quote->run.end <= next + 2) // with its marks
        bytes.end = tokens[quote->run.end - 1].end;
    return bytes;
}

static demarche_kind kind_of(const dm_scan *scan, const dm_draft *draft)
{
    if (draft->unmarked)
        return DEMARCHE_UNMARKED;
    size_t quoted = 0, words = 0;
    for (size_t p = 0; p < draft->count; p++)
        for (uint32_t i = draft->pieces[p].begin; i < draft->pieces[p].end;
             i++) {
            if (!dm_scan_kind(scan, i, DM_TOKEN_WORD))
                continue;
            words++;
            quoted += scan->words[i].quote != 0;
        }
    if (quoted == 0)
        return DEMARCHE_REPORTED;
    return quoted == words ? DEMARCHE_QUOTED : DEMARCHE_MIXED;
}

/* L2: a piece ends where a learned decision would have it. */
static bool ends_by_choice(const dm_scan *scan, const dm_draft *draft)
{
    for (size_t p = 0; p < draft->count; p++)
        if (scan->words[draft->pieces[p].end - 1].last)
            return true;
    return false;
}

static demarche_status finish(dm_statement_list *list, const dm_scan *scan,
                              const dm_draft *draft, demarche_error *err)
{
    if (draft->count == 0)
        return DEMARCHE_OK;
    dm_statement *statement = dm_statement_list_add(list);
    if (statement == NULL)
        return dm_no_memory(err);
    statement->spans =
        dm_arena_array(list->arena, draft->count, sizeof *statement->spans);
    if (statement->spans == NULL)
        return dm_no_memory(err);
    uint32_t end = 0;
    for (size_t p = 0; p < draft->count; p++) {
        dm_bytes bytes = piece_bytes(scan, draft->pieces[p]);
        if (bytes.begin < end)
            bytes.begin = end;
        if (bytes.begin >= bytes.end)
            continue;
        statement->spans[statement->span_count++] = bytes;
        end = bytes.end;
    }
    statement->kind = kind_of(scan, draft);
    statement->cue = bytes_of(scan, draft->cue);
    statement->speaker = bytes_of(scan, draft->source);
    statement->nonfactual = draft->denied;
    for (size_t i = 0; i < draft->rule_count; i++)
        dm_statement_add_rule(statement, draft->rules[i]);
    if (ends_by_choice(scan, draft))
        dm_statement_add_rule(statement, "L2");
    return DEMARCHE_OK;
}

static int by_begin(const void *a, const void *b)
{
    const dm_statement *x = a, *y = b;
    uint32_t p = x->spans[0].begin, q = y->spans[0].begin;
    if (p != q)
        return p < q ? -1 : 1;
    return x->cue.begin < y->cue.begin ? -1 : x->cue.begin > y->cue.begin;
}

/* In order of their first spans; most are found in it. */
static void sort(dm_statement *items, size_t count)
{
    size_t ordered = 1;
    while (ordered < count &&
           by_begin(&items[ordered - 1], &items[ordered]) <= 0)
        ordered++;
    if (ordered < count)
        qsort(items, count, sizeof *items, by_begin);
}

static demarche_status read_article(dm_statement_list *list,
                                    const dm_page *page, demarche_error *err)
{
    dm_scan scan;
    demarche_status status = dm_scan_init(&scan, page, list->arena, err);
    if (status == DEMARCHE_OK)
        status = dm_attributions_find(&scan, err);
    if (status == DEMARCHE_OK)
        status = dm_carry_quotes(&scan, err);
    if (status == DEMARCHE_OK)
        status = dm_carry_unmarked(&scan, err);
    for (size_t i = 0; i < scan.draft_count && status == DEMARCHE_OK; i++)
        status = finish(list, &scan, &scan.drafts[i], err);
    return status;
}

/* What stands above a transcript's first label is news as often as not. */
static demarche_status read_head(dm_statement_list *list, const dm_page *page,
                                 uint32_t end, demarche_error *err)
{
    dm_page head = *page;
    head.tokens.count = end;
    while (head.sentence_count > 0 &&
           head.sentences[head.sentence_count - 1].end > end)
        head.sentence_count--;
    return end < HEAD_MIN ? DEMARCHE_OK : read_article(list, &head, err);
}

static demarche_status read_page(dm_statement_list *list, const dm_page *page,
                                 const dm_register *reg, demarche_error *err)
{
    dm_transcript transcript;
    demarche_status status =
        dm_transcript_find(&transcript, page, reg, list->arena, err);
    if (status != DEMARCHE_OK)
        return status;
    if (transcript.turns.count == 0)
        return read_article(list, page, err);
    status = read_head(list, page, transcript.head, err);
    return status == DEMARCHE_OK
               ? dm_transcript_state(list, &transcript, page, reg, err)
               : status;
}

demarche_status dm_statements_find(dm_statements *out, const dm_page *page,
                                   const dm_register *reg, dm_arena *arena,
                                   demarche_error *err)
{
    *out = (dm_statements){ 0 };
    dm_statement_list list = { .arena = arena };
    demarche_status status = read_page(&list, page, reg, err);
    if (status != DEMARCHE_OK)
        return status;
    sort(list.items, list.count);
    out->items = list.items;
    out->count = list.count;
    return dm_speakers_resolve(out->items, out->count, page, reg, arena, err);
}
