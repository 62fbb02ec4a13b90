/* quote.c - see quote.h.
 *
 * One pass over the tokens with at most one quotation open. A mark's family
 * (double, single, angle) tells which marks may close it; its side (opening,
 * closing, either) comes from its shape and from the spaces around it.
 */
#include "quote.h"

typedef enum family { NO_FAMILY, DOUBLE, SINGLE, ANGLE } family;
typedef enum side { OPENS, CLOSES, EITHER } side;

static const struct {
    dm_span mark;
    family family;
    side side;
} marks[] = {
    { DM_SPAN("\""), DOUBLE, EITHER },
    { DM_SPAN("\u201C"), DOUBLE, OPENS },
    { DM_SPAN("\u201D"), DOUBLE, CLOSES },
    { DM_SPAN("\u201E"), DOUBLE, OPENS },
    { DM_SPAN("\u201F"), DOUBLE, OPENS },
    { DM_SPAN("``"), DOUBLE, OPENS },
    { DM_SPAN("''"), DOUBLE, EITHER },
    { DM_SPAN("\uFF02"), DOUBLE, EITHER },
    { DM_SPAN("\u00AB"), ANGLE, OPENS },
    { DM_SPAN("\u00BB"), ANGLE, CLOSES },
    { DM_SPAN("\u2039"), ANGLE, OPENS },
    { DM_SPAN("\u203A"), ANGLE, CLOSES },
    { DM_SPAN("'"), SINGLE, EITHER },
    { DM_SPAN("`"), SINGLE, OPENS },
    { DM_SPAN("\u2018"), SINGLE, OPENS },
    { DM_SPAN("\u2019"), SINGLE, CLOSES },
    { DM_SPAN("\u201A"), SINGLE, OPENS },
};

typedef struct reader {
    dm_scan *scan;
    size_t capacity;
    size_t open;    // token of the opening mark
    family family;  // of the quotation that is open, or NO_FAMILY
    bool low;       // opened by a low mark: any high mark closes it
    family carried; // of one that the last paragraph left open
    demarche_error *err;
} reader;

static family look_up(const dm_scan *scan, size_t at, side *out)
{
    const dm_token *token = &scan->page->tokens.items[at];
    const char *bytes = scan->page->text.bytes;
    dm_span mark = { bytes + token->begin, token->end - token->begin };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (dm_span_equal(mark, marks[i].mark)) {
            *out = marks[i].side;
            return marks[i].family;
        }
    *out = EITHER;
    return NO_FAMILY;
}

static bool is_low(const dm_scan *scan, size_t at)
{
    return dm_scan_is(scan, at, "\u201E") || dm_scan_is(scan, at, "\u201A");
}

/* Where the shape does not tell, the spaces do: a mark with space before it
 * and none behind opens. Between two spaces, or none, it may be either. */
static side side_by_space(const dm_scan *scan, size_t at)
{
    bool before = !dm_scan_flag(scan, at, DM_TOKEN_GLUED) ||
                  dm_scan_flag(scan, at, DM_TOKEN_LINE);
    bool behind = dm_scan_flag(scan, at, DM_TOKEN_BEFORE_SPACE);
    if (before != behind)
        return before ? OPENS : CLOSES;
    return EITHER;
}

static demarche_status add(reader *r, size_t end, bool closed)
{
    dm_scan *scan = r->scan;
    void *room = dm_arena_grow(scan->arena, scan->quotes, scan->quote_count,
                               &r->capacity, sizeof *scan->quotes);
    if (room == NULL)
        return dm_no_memory(r->err);
    scan->quotes = room;
    scan->quotes[scan->quote_count++] =
        (dm_quotation){ .run = { (uint32_t)r->open, (uint32_t)end },
                        .closed = closed,
                        .continued = r->carried == r->family };
    for (size_t i = r->open; i < end; i++)
        scan->words[i].quote = (uint32_t)scan->quote_count;
    r->carried = closed ? NO_FAMILY : r->family;
    r->family = NO_FAMILY;
    return DEMARCHE_OK;
}

/* Behind the first mark that ends a sentence, between two tokens. */
static size_t sentence_end(const dm_scan *scan, size_t open, size_t end)
{
    for (size_t i = open + 1; i < end; i++)
        if (dm_scan_is(scan, i, ".") || dm_scan_is(scan, i, "!") ||
            dm_scan_is(scan, i, "?"))
            return i + 1;
    return end;
}

/* End a quotation that was never closed before token `end` (Q4). */
static demarche_status give_up(reader *r, size_t end, bool paragraph)
{
    if (r->family == SINGLE) {
        r->family = NO_FAMILY;
        return DEMARCHE_OK;
    }
    if (!paragraph)
        end = sentence_end(r->scan, r->open, end);
    demarche_status status = add(r, end, false);
    if (!paragraph)
        r->carried = NO_FAMILY;
    return status;
}

/* A mark that closes what nothing opened: the sentence's begin, where the
 * mark stands behind a comma or a full stop (Q9); else `at`. */
static size_t lost_open(const reader *r, size_t at)
{
    const dm_scan *scan = r->scan;
    if (at == 0 || scan->words[at - 1].quote != 0 ||
        !(dm_scan_is_comma(scan, at - 1) || dm_scan_is(scan, at - 1, ".") ||
          dm_scan_is(scan, at - 1, "!") || dm_scan_is(scan, at - 1, "?")))
        return at;
    const dm_page *page = scan->page;
    size_t begin = page->sentences[dm_page_sentence_of(page, at - 1)].first;
    size_t last = scan->quote_count == 0
                      ? 0
                      : scan->quotes[scan->quote_count - 1].run.end;
    return last > begin ? at : begin;
}

static demarche_status read_mark(reader *r, size_t at)
{
    side turn, space = side_by_space(r->scan, at);
    family kin = look_up(r->scan, at, &turn);
    if (turn == EITHER)
        turn = space;
    if (kin == NO_FAMILY)
        return DEMARCHE_OK;
    bool low = is_low(r->scan, at);
    if (r->family == kin && r->low && !low)
        turn = CLOSES;
    if (r->family == kin && turn != OPENS)
        return add(r, at + 1, true);
    if (r->family == kin && kin != SINGLE) {
        demarche_status status = give_up(r, at, false);
        if (status != DEMARCHE_OK)
            return status;
    }
    if (r->family == NO_FAMILY && kin == DOUBLE && turn == CLOSES) {
        r->open = lost_open(r, at);
        r->family = kin;
        if (r->open < at)
            return add(r, at + 1, true);
        r->family = NO_FAMILY;
    }
    // A closing shape opens nothing, unless scraping turned it round.
    if (r->family == NO_FAMILY && (turn != CLOSES || space == OPENS)) {
        r->open = at;
        r->family = kin;
        r->low = low;
    }
    return DEMARCHE_OK;
}

static demarche_status read_token(reader *r, size_t at)
{
    const dm_token *token = &r->scan->page->tokens.items[at];
    demarche_status status = DEMARCHE_OK;
    if (token->flags & DM_TOKEN_PARAGRAPH) {
        if (r->family != NO_FAMILY)
            status = give_up(r, at, true);
        if (token->kind != DM_TOKEN_QUOTE)
            r->carried = NO_FAMILY;
    }
    if (status == DEMARCHE_OK && token->kind == DM_TOKEN_QUOTE)
        status = read_mark(r, at);
    return status;
}

demarche_status dm_quotes_find(dm_scan *scan, demarche_error *err)
{
    reader r = { .scan = scan, .err = err };
    size_t count = scan->page->tokens.count;
    for (size_t at = 0; at < count; at++) {
        demarche_status status = read_token(&r, at);
        if (status != DEMARCHE_OK)
            return status;
    }
    return r.family == NO_FAMILY ? DEMARCHE_OK : give_up(&r, count, true);
}
