/* scan.h - what the parts of the extractor share while they read a page.
 *
 *     page ──► words (lexicon.c, cue.c) ──► quotations (quote.c) ──►
 *     segments: sentences, joined where a quotation runs over their ends ──►
 *     drafts (attribution.c and its neighbours) ──► statements (statement.c)
 *
 * Everything lives in the page's arena. Positions are numbers of tokens.
 */
#ifndef DM_SCAN_H
#define DM_SCAN_H

#include "cue.h"
#include "lexicon.h"
#include "statement.h"

/* A half-open run of tokens; empty where something is absent. */
typedef struct dm_run {
    uint32_t begin, end;
} dm_run;

/* What is known of a token beside the token itself. */
typedef struct dm_word {
    const dm_cue *cue; // the speech verb that it may be, or NULL
    uint32_t classes;  // DM_WORD_…
    uint32_t quote;    // number of the quotation that covers it, from 1; or 0
    uint8_t form;      // dm_cue_form, where `cue` is set
    bool last;         // a learned decision ends a content with it
} dm_word;

/* An outermost quotation: its marks and all between. */
typedef struct dm_quotation {
    dm_run run;     // with the marks
    bool closed;    // ends in a mark of its own
    bool continued; // goes on from the quotation before it, a paragraph up
    bool claimed;   // an attribution holds it
} dm_quotation;

typedef struct dm_segment {
    dm_run run;
    uint32_t lead; // first token after a dateline
} dm_segment;

enum { DM_PIECES_MAX = 12 };

/* A statement in the making. */
typedef struct dm_draft {
    dm_run pieces[DM_PIECES_MAX]; // [count], ascending
    size_t count;
    dm_run source, cue;
    const char *rules[DEMARCHE_RULES_MAX];
    size_t rule_count;
    uint32_t segment;
    bool unmarked;
    bool denied; // not said: "did not say whether", "could argue"
} dm_draft;

typedef struct dm_scan {
    const dm_page *page;
    dm_arena *arena;
    dm_word *words;       // [page->tokens.count]
    uint32_t *shapes;     // [page->tokens.count], see trait.h; 0: not asked yet
    uint32_t *asked;      // options described so far; see dm_scan_may_ask
    uint32_t pace;        // tokens that allow one of them
    dm_quotation *quotes; // [quote_count], ascending, not overlapping
    size_t quote_count;
    dm_segment *segments; // [segment_count], tiling the tokens
    size_t segment_count;
    dm_draft *drafts; // [draft_count]
    size_t draft_count, draft_capacity;
} dm_scan;

/* Fill words, quotations and segments. */
demarche_status dm_scan_init(dm_scan *out, const dm_page *page, dm_arena *arena,
                             demarche_error *err);

/* Room for one more draft, zeroed; NULL when memory ran out. */
dm_draft *dm_scan_add(dm_scan *scan, uint32_t segment, const char *rule);

/* Append a piece, in front or behind so that order is kept; quietly dropped
 * when it is empty or the draft is full. */
void dm_draft_add_piece(dm_draft *draft, dm_run piece);
void dm_draft_add_rule(dm_draft *draft, const char *rule);

/* D1: what the draft holds was not said, or is only supposed. */
void dm_draft_deny(dm_draft *draft);

/* May a learned decision be asked for at token `at`? News asks of fewer options
 * than one for three tokens, and a text of nothing but "said said said" may not
 * ask of more: time stays in proportion to length. Learning asks of each
 * annotated verb besides, and is given more. */
static inline bool dm_scan_may_ask(const dm_scan *scan, uint32_t at)
{
    return scan->page->chooser != NULL && *scan->asked <= at / scan->pace + 64;
}

/* ---- Looking at tokens; every position may be out of range ------------- */

static inline const dm_token *dm_scan_token(const dm_scan *scan, size_t at)
{
    return at < scan->page->tokens.count ? &scan->page->tokens.items[at] : NULL;
}

static inline bool dm_scan_is(const dm_scan *scan, size_t at, const char *word)
{
    const dm_token *token = dm_scan_token(scan, at);
    return token != NULL && dm_span_is(token->folded, word);
}

/* Any of the classes; marks and words unknown to the lexicon have none. */
static inline bool dm_scan_has(const dm_scan *scan, size_t at, uint32_t classes)
{
    return at < scan->page->tokens.count &&
           (scan->words[at].classes & classes) != 0;
}

static inline bool dm_scan_kind(const dm_scan *scan, size_t at,
                                dm_token_kind kind)
{
    const dm_token *token = dm_scan_token(scan, at);
    return token != NULL && token->kind == kind;
}

static inline bool dm_scan_flag(const dm_scan *scan, size_t at, unsigned flag)
{
    const dm_token *token = dm_scan_token(scan, at);
    return token != NULL && (token->flags & flag) != 0;
}

/* The quotation that covers `at`, or NULL. */
static inline const dm_quotation *dm_scan_quote(const dm_scan *scan, size_t at)
{
    uint32_t n = at < scan->page->tokens.count ? scan->words[at].quote : 0;
    return n == 0 ? NULL : &scan->quotes[n - 1];
}

/* A comma, or a dash that stands between spaces. */
bool dm_scan_is_comma(const dm_scan *scan, size_t at);
bool dm_scan_is_dash(const dm_scan *scan, size_t at);

/* A capitalised word that is not merely a sentence's first closed-class word
 * ("The", "But"). */
bool dm_scan_is_name(const dm_scan *scan, size_t at);

#endif
