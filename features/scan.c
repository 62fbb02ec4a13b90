/* scan.c - words, quotations and segments of a page; see scan.h. */
#include "scan.h"

#include "chooser.h"
#include "quote.h"

enum { DATELINE_MAX = 24 }; // tokens before the dash of a dateline

bool dm_scan_is_comma(const dm_scan *scan, size_t at)
{
    return dm_scan_kind(scan, at, DM_TOKEN_PUNCT) && dm_scan_is(scan, at, ",");
}

bool dm_scan_is_dash(const dm_scan *scan, size_t at)
{
    if (!dm_scan_kind(scan, at, DM_TOKEN_PUNCT))
        return false;
    return dm_scan_is(scan, at, "--") || dm_scan_is(scan, at, "\u2014") ||
           dm_scan_is(scan, at, "\u2013") ||
           (dm_scan_is(scan, at, "-") &&
            dm_scan_flag(scan, at, DM_TOKEN_BEFORE_SPACE) &&
            !dm_scan_flag(scan, at, DM_TOKEN_GLUED));
}

/* "He" before a name is one: "He Weiwen". */
static bool is_name_like_pronoun(const dm_scan *scan, size_t at)
{
    return dm_scan_is(scan, at, "he") &&
           dm_scan_flag(scan, at + 1, DM_TOKEN_CAPITAL) &&
           dm_scan_kind(scan, at + 1, DM_TOKEN_WORD) &&
           scan->words[at + 1].classes == 0;
}

bool dm_scan_is_name(const dm_scan *scan, size_t at)
{
    if (!dm_scan_kind(scan, at, DM_TOKEN_WORD) ||
        !dm_scan_flag(scan, at, DM_TOKEN_CAPITAL))
        return false;
    return !dm_scan_has(scan, at,
                        DM_WORD_DET | DM_WORD_PRON | DM_WORD_CONJ |
                            DM_WORD_SUB | DM_WORD_PREP | DM_WORD_AUX |
                            DM_WORD_ADVERB | DM_WORD_TIME) ||
           is_name_like_pronoun(scan, at);
}

/* Whether a capitalised word in "-ly" stands where a name does: inside a
 * sentence, or right before its verb ("Kelly said"). */
static bool is_named(const dm_scan *scan, size_t at)
{
    const dm_token *tokens = scan->page->tokens.items;
    if (at > 0 && tokens[at - 1].kind == DM_TOKEN_WORD &&
        (tokens[at - 1].flags & DM_TOKEN_PERIOD) == 0)
        return true;
    return at + 1 < scan->page->tokens.count &&
           dm_token_gloss(&tokens[at + 1])->cue != 0 &&
           (tokens[at + 1].flags & DM_TOKEN_CAPITAL) == 0;
}

static void classify(dm_scan *scan)
{
    for (size_t i = 0; i < scan->page->tokens.count; i++) {
        const dm_token *token = &scan->page->tokens.items[i];
        if (token->kind != DM_TOKEN_WORD)
            continue;
        const dm_gloss *gloss = dm_token_gloss(token);
        dm_word *word = &scan->words[i];
        word->classes = gloss->classes;
        // "Kelly", "Assembly": a capital inside a sentence makes no adverb.
        if (word->classes == DM_WORD_ADVERB &&
            (token->flags & DM_TOKEN_CAPITAL) && is_named(scan, i))
            word->classes = 0;
        // "Theresa May" is no month.
        if (word->classes != 0 && i > 0 && scan->words[i - 1].classes == 0 &&
            (token->flags & token[-1].flags & DM_TOKEN_CAPITAL) &&
            dm_span_is(token->folded, "may"))
            word->classes = 0;
        word->cue = gloss->cue == 0 ? NULL : dm_cue_at(gloss->cue - 1);
        word->form = gloss->form;
    }
}

/* "BEIJING, April 4 (Xinhua) -- ": a dash near the start, with a word in
 * capitals or an agency in brackets before it. */
static uint32_t skip_dateline(const dm_scan *scan, dm_run run)
{
    bool shouted = false;
    for (uint32_t i = run.begin; i < run.end && i < run.begin + DATELINE_MAX;
         i++) {
        if (dm_scan_has(scan, i, DM_WORD_AUX | DM_WORD_PRON) ||
            dm_scan_kind(scan, i, DM_TOKEN_QUOTE))
            return run.begin;
        bool first = i == run.begin && dm_scan_is_name(scan, i);
        shouted |= (first && dm_scan_flag(scan, i, DM_TOKEN_SHOUTED)) ||
                   (dm_scan_has(scan, i, DM_WORD_MEDIA) &&
                    dm_scan_flag(scan, i, DM_TOKEN_CAPITAL));
        if (dm_scan_is_dash(scan, i))
            return shouted ? i + 1 : run.begin;
    }
    return run.begin;
}

/* Marks that stand before the first word and open no quotation with words. */
static uint32_t skip_marks(const dm_scan *scan, uint32_t at, uint32_t end)
{
    while (at < end) {
        const dm_quotation *quote = dm_scan_quote(scan, at);
        if (quote != NULL && quote->run.end > quote->run.begin + 2)
            break;
        bool mark = dm_scan_kind(scan, at, DM_TOKEN_QUOTE) ||
                    dm_scan_is_comma(scan, at) || dm_scan_is_dash(scan, at) ||
                    dm_scan_is(scan, at, ".");
        if (quote == NULL && !mark)
            break;
        at = quote != NULL ? quote->run.end : at + 1;
    }
    return at < end ? at : end;
}

static void cut_segments(dm_scan *scan)
{
    const dm_page *page = scan->page;
    for (size_t s = 0; s < page->sentence_count; s++) {
        uint32_t first = page->sentences[s].first, end = page->sentences[s].end;
        uint32_t quote = scan->words[first].quote;
        bool joined =
            s > 0 && quote != 0 && scan->words[first - 1].quote == quote;
        if (joined)
            scan->segments[scan->segment_count - 1].run.end = end;
        else
            scan->segments[scan->segment_count++].run = (dm_run){ first, end };
    }
    for (size_t s = 0; s < scan->segment_count; s++) {
        dm_segment *segment = &scan->segments[s];
        segment->lead = skip_dateline(scan, segment->run);
        segment->lead = skip_marks(scan, segment->lead, segment->run.end);
    }
}

demarche_status dm_scan_init(dm_scan *out, const dm_page *page, dm_arena *arena,
                             demarche_error *err)
{
    *out = (dm_scan){ .page = page, .arena = arena };
    out->words = dm_arena_array(arena, page->tokens.count, sizeof *out->words);
    out->segments =
        dm_arena_array(arena, page->sentence_count, sizeof *out->segments);
    if (page->chooser != NULL) {
        out->pace = page->chooser->tutor != NULL ? 2 : 3;
        out->asked = dm_arena_array(arena, 1, sizeof *out->asked);
        out->shapes =
            dm_arena_array(arena, page->tokens.count, sizeof *out->shapes);
    }
    if (out->words == NULL || out->segments == NULL ||
        (page->chooser != NULL && (out->shapes == NULL || out->asked == NULL)))
        return dm_no_memory(err);
    classify(out);
    demarche_status status = dm_quotes_find(out, err);
    if (status == DEMARCHE_OK)
        cut_segments(out);
    return status;
}

dm_draft *dm_scan_add(dm_scan *scan, uint32_t segment, const char *rule)
{
    void *room = dm_arena_grow(scan->arena, scan->drafts, scan->draft_count,
                               &scan->draft_capacity, sizeof *scan->drafts);
    if (room == NULL)
        return NULL;
    scan->drafts = room;
    dm_draft *draft = &scan->drafts[scan->draft_count++];
    *draft = (dm_draft){ .segment = segment };
    dm_draft_add_rule(draft, rule);
    return draft;
}

void dm_draft_add_piece(dm_draft *draft, dm_run piece)
{
    if (piece.begin >= piece.end || draft->count == DM_PIECES_MAX)
        return;
    size_t at = draft->count++;
    for (; at > 0 && draft->pieces[at - 1].begin > piece.begin; at--)
        draft->pieces[at] = draft->pieces[at - 1];
    draft->pieces[at] = piece;
}

void dm_draft_add_rule(dm_draft *draft, const char *rule)
{
    for (size_t i = 0; i < draft->rule_count; i++)
        if (strcmp(draft->rules[i], rule) == 0)
            return;
    if (draft->rule_count < DEMARCHE_RULES_MAX)
        draft->rules[draft->rule_count++] = rule;
}

void dm_draft_deny(dm_draft *draft)
{
    draft->denied = true;
    dm_draft_add_rule(draft, "D1");
}
