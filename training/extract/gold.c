/* gold.c - see gold.h. */
#include "extract/gold.h"

/* From code points to bytes, for offsets that mostly ascend. */
static demarche_status read_range(dm_run *out, const json_t *range,
                                  const dm_page *page, demarche_error *err)
{
    json_int_t begin = json_integer_value(json_array_get(range, 0));
    json_int_t end = json_integer_value(json_array_get(range, 1));
    json_int_t all =
        (json_int_t)dm_text_codepoints(&page->text, page->text.len);
    if (json_array_size(range) != 2 ||
        !json_is_integer(json_array_get(range, 0)) ||
        !json_is_integer(json_array_get(range, 1)) || begin < 0 ||
        begin > end || end > all)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "a range is not [begin, end) within the text");
    *out = (dm_run){ (uint32_t)begin, (uint32_t)end };
    return DEMARCHE_OK;
}

/* The tokens that stand in a range of code points. */
static dm_run tokens_in(const dm_page *page, dm_run range)
{
    const dm_token *tokens = page->tokens.items;
    uint32_t low = 0, high = (uint32_t)page->tokens.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (dm_text_codepoints(&page->text, tokens[middle].end) <= range.begin)
            low = middle + 1;
        else
            high = middle;
    }
    dm_run run = { low, low };
    while (run.end < page->tokens.count &&
           dm_text_codepoints(&page->text, tokens[run.end].begin) < range.end)
        run.end++;
    return run;
}

static demarche_status read_pieces(dm_gold *out, const json_t *ranges,
                                   const dm_page *page, demarche_error *err)
{
    size_t i;
    const json_t *range;
    json_array_foreach(ranges, i, range)
    {
        dm_run run = { 0, 0 };
        demarche_status status = read_range(&run, range, page, err);
        if (status != DEMARCHE_OK)
            return status;
        run = tokens_in(page, run);
        if (run.begin < run.end && out->count < DM_GOLD_PIECES_MAX)
            out->pieces[out->count++] = run;
    }
    return DEMARCHE_OK;
}

static demarche_status read_one(dm_gold *out, const json_t *attribution,
                                const dm_page *page, demarche_error *err)
{
    dm_gold cue = { .count = 0 };
    *out = cue;
    demarche_status status =
        read_pieces(out, json_object_get(attribution, "content"), page, err);
    if (status == DEMARCHE_OK)
        status =
            read_pieces(&cue, json_object_get(attribution, "cue"), page, err);
    out->kind = json_is_string(json_object_get(attribution, "kind"));
    if (cue.count > 0)
        out->cue =
            (dm_run){ cue.pieces[0].begin, cue.pieces[cue.count - 1].end };
    return status;
}

static demarche_status read_all(dm_golds *out, const json_t *record,
                                const dm_page *page, dm_arena *arena,
                                demarche_error *err)
{
    const json_t *list = json_object_get(record, "attributions");
    *out = (dm_golds){ 0 };
    if (!json_is_array(list))
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0, "no list 'attributions'");
    out->items =
        dm_arena_array(arena, json_array_size(list) + 1, sizeof *out->items);
    if (out->items == NULL)
        return dm_no_memory(err);
    size_t i;
    const json_t *attribution;
    json_array_foreach(list, i, attribution)
    {
        dm_gold *gold = &out->items[out->count];
        demarche_status status = read_one(gold, attribution, page, err);
        if (status != DEMARCHE_OK)
            return status;
        out->count += gold->count > 0;
    }
    return DEMARCHE_OK;
}

demarche_status dm_golds_open(dm_page *page, dm_golds *golds,
                              const json_t *record, dm_arena *arena,
                              demarche_error *err)
{
    dm_span text;
    demarche_status status = dm_json_string(&text, record, "text", err);
    if (status == DEMARCHE_OK && text.data == NULL)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0, "no 'text'");
    if (status == DEMARCHE_OK)
        status = dm_page_read(page, arena, text.data, text.len, NULL, err);
    return status == DEMARCHE_OK ? read_all(golds, record, page, arena, err)
                                 : status;
}

uint32_t dm_gold_head(const dm_gold *gold, const dm_scan *scan)
{
    for (uint32_t i = gold->cue.begin; i < gold->cue.end; i++)
        if (dm_scan_kind(scan, i, DM_TOKEN_WORD) &&
            !dm_scan_has(scan, i,
                         DM_WORD_AUX | DM_WORD_ADVERB | DM_WORD_NEG |
                             DM_WORD_DET | DM_WORD_CONJ | DM_WORD_POSS) &&
            !dm_scan_is(scan, i, "to") && !dm_scan_is(scan, i, "as"))
            return i;
    return gold->cue.begin;
}

bool dm_gold_is_statement(const dm_gold *gold, const dm_scan *scan)
{
    if (gold->kind)
        return true;
    for (uint32_t i = gold->cue.begin; i < gold->cue.end; i++)
        if (scan->words[i].cue != NULL || dm_scan_is(scan, i, "according"))
            return true;
    for (size_t p = 0; p < gold->count; p++)
        for (uint32_t i = gold->pieces[p].begin; i < gold->pieces[p].end; i++)
            if (scan->words[i].quote != 0)
                return true;
    return false;
}

uint32_t dm_gold_begin(const dm_scan *scan, uint32_t at)
{
    while (at < scan->page->tokens.count &&
           (dm_scan_is(scan, at, "that") ||
            dm_scan_kind(scan, at, DM_TOKEN_PUNCT) ||
            dm_scan_kind(scan, at, DM_TOKEN_QUOTE)))
        at++;
    return at;
}

uint32_t dm_gold_end(const dm_scan *scan, uint32_t at)
{
    while (at > 0 && (dm_scan_kind(scan, at - 1, DM_TOKEN_PUNCT) ||
                      dm_scan_kind(scan, at - 1, DM_TOKEN_QUOTE)))
        at--;
    return at;
}
