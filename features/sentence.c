/* sentence.c - see sentence.h.
 *
 * One pass over the tokens. A candidate is a token that may end a sentence, a
 * stop or an abbreviation; what it draws along (closing marks, brackets, stray
 * stops) is skipped, and the next token decides. Line breaks are judged first:
 * an empty line always parts, a single one only where the text is not wrapped
 * or where a new kind of line begins (layout.c).
 */
#include "sentence.h"

#include "abbrev.h"
#include "layout.h"

enum { LONGEST_NAME = 8 }; // tokens between a closing mark and "said"

typedef struct cutter {
    const dm_token *tokens; // [count]
    size_t count;
    const uint8_t *breaks; // [count], dm_break
    bool open;             // a straight quotation mark was opened
    uint32_t paragraph;
    dm_sentence *items; // [sentence_count]
    size_t sentence_count, capacity;
    dm_arena *arena;
    demarche_error *err;
} cutter;

static bool is_ellipsis(const dm_token *token)
{
    return dm_token_is(token, "...") || dm_token_is(token, "…");
}

/* Scripts that write wide stops have no capitals to go by. */
static bool is_wide(const dm_token *token)
{
    return dm_token_is(token, "。") || dm_token_is(token, "！") ||
           dm_token_is(token, "？");
}

static bool is_capital_word(const dm_token *token)
{
    return token->kind == DM_TOKEN_WORD &&
           dm_token_has(token, DM_TOKEN_CAPITAL);
}

static bool is_opening_mark(const dm_token *token)
{
    static const dm_span marks[] = {
        DM_SPAN("“"), DM_SPAN("‘"),  DM_SPAN("„"),  DM_SPAN("«"),
        DM_SPAN("‹"), DM_SPAN("``"), DM_SPAN("「"), DM_SPAN("『"),
    };
    return DM_TOKEN_IN(token, marks);
}

/* True for a mark or bracket that closes what stands before it. `open` tells
 * of straight marks, whose form does not. */
static bool is_closing(const dm_token *token, bool open)
{
    if (token->kind == DM_TOKEN_PUNCT)
        return dm_token_is(token, ")") || dm_token_is(token, "]");
    if (token->kind != DM_TOKEN_QUOTE)
        return false;
    bool glued = dm_token_has(token, DM_TOKEN_GLUED);
    bool before_space = dm_token_has(token, DM_TOKEN_BEFORE_SPACE);
    if (glued && before_space)
        return true;
    if (dm_token_is(token, "\""))
        return open;
    return !is_opening_mark(token) && (glued || before_space);
}

/* Words that open sentences more often than they go on after "U.S.". */
static bool is_opener(const dm_token *token)
{
    static const dm_span openers[] = {
        DM_SPAN("a"),       DM_SPAN("after"),     DM_SPAN("all"),
        DM_SPAN("also"),    DM_SPAN("although"),  DM_SPAN("an"),
        DM_SPAN("and"),     DM_SPAN("as"),        DM_SPAN("asked"),
        DM_SPAN("at"),      DM_SPAN("because"),   DM_SPAN("before"),
        DM_SPAN("both"),    DM_SPAN("but"),       DM_SPAN("by"),
        DM_SPAN("despite"), DM_SPAN("during"),    DM_SPAN("earlier"),
        DM_SPAN("even"),    DM_SPAN("for"),       DM_SPAN("from"),
        DM_SPAN("he"),      DM_SPAN("her"),       DM_SPAN("his"),
        DM_SPAN("how"),     DM_SPAN("however"),   DM_SPAN("i"),
        DM_SPAN("if"),      DM_SPAN("in"),        DM_SPAN("is"),
        DM_SPAN("it"),      DM_SPAN("its"),       DM_SPAN("last"),
        DM_SPAN("many"),    DM_SPAN("meanwhile"), DM_SPAN("most"),
        DM_SPAN("my"),      DM_SPAN("no"),        DM_SPAN("not"),
        DM_SPAN("now"),     DM_SPAN("of"),        DM_SPAN("on"),
        DM_SPAN("once"),    DM_SPAN("one"),       DM_SPAN("only"),
        DM_SPAN("or"),      DM_SPAN("our"),       DM_SPAN("she"),
        DM_SPAN("since"),   DM_SPAN("so"),        DM_SPAN("some"),
        DM_SPAN("still"),   DM_SPAN("such"),      DM_SPAN("that"),
        DM_SPAN("the"),     DM_SPAN("their"),     DM_SPAN("then"),
        DM_SPAN("there"),   DM_SPAN("these"),     DM_SPAN("they"),
        DM_SPAN("this"),    DM_SPAN("those"),     DM_SPAN("though"),
        DM_SPAN("to"),      DM_SPAN("under"),     DM_SPAN("unless"),
        DM_SPAN("until"),   DM_SPAN("we"),        DM_SPAN("what"),
        DM_SPAN("when"),    DM_SPAN("where"),     DM_SPAN("whether"),
        DM_SPAN("which"),   DM_SPAN("while"),     DM_SPAN("who"),
        DM_SPAN("why"),     DM_SPAN("with"),      DM_SPAN("without"),
        DM_SPAN("yes"),     DM_SPAN("yet"),       DM_SPAN("you"),
    };
    return is_capital_word(token) && DM_TOKEN_IN(token, openers);
}

static bool is_speech_verb(const dm_token *token)
{
    static const dm_span verbs[] = {
        DM_SPAN("said"),      DM_SPAN("says"),      DM_SPAN("asked"),
        DM_SPAN("added"),     DM_SPAN("told"),      DM_SPAN("replied"),
        DM_SPAN("wrote"),     DM_SPAN("tweeted"),   DM_SPAN("warned"),
        DM_SPAN("explained"), DM_SPAN("continued"), DM_SPAN("noted"),
        DM_SPAN("stressed"),  DM_SPAN("answered"),  DM_SPAN("declared"),
        DM_SPAN("insisted"),  DM_SPAN("shouted"),   DM_SPAN("stated"),
    };
    return DM_TOKEN_IN(token, verbs);
}

static bool ends_here(const cutter *c, size_t i)
{
    return i >= c->count || c->breaks[i] != DM_BREAK_NONE ||
           dm_layout_is_stop(&c->tokens[i]);
}

/* "… said on Monday." and nothing more. */
static bool only_time_follows(const cutter *c, size_t i)
{
    static const dm_span prepositions[] = { DM_SPAN("on"), DM_SPAN("in"),
                                            DM_SPAN("at"), DM_SPAN("during"),
                                            DM_SPAN("after") };
    if (ends_here(c, i))
        return true;
    if (!DM_TOKEN_IN(&c->tokens[i], prepositions))
        return false;
    for (size_t k = i + 1; k <= i + LONGEST_NAME; k++) {
        if (ends_here(c, k))
            return true;
        if (dm_token_is(&c->tokens[k], "that") ||
            dm_token_is(&c->tokens[k], ","))
            return false;
    }
    return false;
}

/* After a closed quotation: a name and a verb of speech at token `i`. After a
 * full stop they may begin the next sentence ("Wang said that …") and count
 * only where nothing more follows. */
static bool attribution_follows(const cutter *c, size_t i, bool full_stop)
{
    static const dm_span inner[] = { DM_SPAN("of"), DM_SPAN("the"),
                                     DM_SPAN("for"), DM_SPAN("and"),
                                     DM_SPAN("-") };
    for (size_t k = i; k < c->count && k < i + LONGEST_NAME; k++) {
        const dm_token *token = &c->tokens[k];
        if (c->breaks[k] != DM_BREAK_NONE || (k == i && is_opener(token)))
            return false;
        if (k > i && is_speech_verb(token))
            return !full_stop || only_time_follows(c, k + 1);
        if (!is_capital_word(token) && !DM_TOKEN_IN(token, inner) &&
            token->kind != DM_TOKEN_SUFFIX)
            return false;
    }
    return false;
}

/* A new sentence after a stop without space: "talks.The two". */
static bool begins_glued(const cutter *c, size_t stop, size_t next)
{
    static const dm_span domains[] = { DM_SPAN("com"), DM_SPAN("net"),
                                       DM_SPAN("org"), DM_SPAN("gov") };
    const dm_token *token = &c->tokens[next];
    if (token->kind == DM_TOKEN_QUOTE)
        return true; // a closing one was drawn along
    if (is_wide(&c->tokens[stop]))
        return true;
    if (!is_capital_word(token) || DM_TOKEN_IN(token, domains))
        return false;
    if (stop + 1 < next || stop == 0)
        return true;
    const dm_token *before = &c->tokens[stop - 1];
    bool in_word = before->kind == DM_TOKEN_WORD &&
                   dm_token_has(before, DM_TOKEN_CAPITAL) &&
                   dm_token_has(before, DM_TOKEN_SHOUTED);
    return !in_word && before->end - before->begin > 1;
}

/* Can a sentence begin with this token, which space parts from the stop? */
static bool begins(const cutter *c, size_t stop, size_t next)
{
    static const dm_span middle[] = {
        DM_SPAN(","),  DM_SPAN(";"), DM_SPAN(":"), DM_SPAN("%"),
        DM_SPAN("/"),  DM_SPAN("—"), DM_SPAN("–"), DM_SPAN("-"),
        DM_SPAN("--"), DM_SPAN(")"), DM_SPAN("]"), DM_SPAN("}"),
    };
    const dm_token *token = &c->tokens[next];
    const dm_token *last = &c->tokens[next - 1];
    const dm_token *ender = &c->tokens[stop];
    switch (token->kind) {
    case DM_TOKEN_SUFFIX: return false;
    case DM_TOKEN_PUNCT: return !DM_TOKEN_IN(token, middle);
    case DM_TOKEN_WORD: break;
    default: return true;
    }
    if (!dm_token_has(token, DM_TOKEN_CAPITAL))
        return dm_token_has(token, DM_TOKEN_MIXED) ||
               is_wide(ender); // "iPhone"
    if (is_ellipsis(ender) && dm_token_is(token, "i"))
        return false;
    return last->kind != DM_TOKEN_QUOTE ||
           !attribution_follows(c, next, dm_token_is(ender, "."));
}

/* May an abbreviation at `i` end its sentence before token `next`? */
static bool abbreviation_ends(const cutter *c, size_t i, size_t next)
{
    const dm_token *token = &c->tokens[next];
    unsigned flags = dm_abbrev_flags(c->tokens[i].folded);
    if (flags != 0 && (flags & DM_ABBREV_ENDS) == 0)
        return false;
    if (token->kind == DM_TOKEN_QUOTE && next + 1 < c->count)
        token++;
    return is_opener(token);
}

/* The first token after `i` that does not belong to its end: closing marks and
 * further stops do. */
static size_t draw_along(const cutter *c, size_t i, bool *stopped)
{
    bool open = c->open;
    size_t next = i + 1;
    *stopped = dm_layout_is_stop(&c->tokens[i]);
    for (; next < c->count && c->breaks[next] == DM_BREAK_NONE; next++) {
        const dm_token *token = &c->tokens[next];
        bool leads = is_ellipsis(token) &&
                     !dm_token_has(token, DM_TOKEN_GLUED) &&
                     !dm_token_has(token, DM_TOKEN_BEFORE_SPACE);
        if (dm_layout_is_stop(token) && !leads)
            *stopped = true;
        else if (!is_closing(token, open))
            break;
        if (dm_token_is(token, "\""))
            open = !open;
    }
    return next;
}

/* Does the sentence that began at `first` end with token `i` and what it drew
 * along up to `next`? */
static bool ends(const cutter *c, size_t first, size_t i, size_t next,
                 bool stopped)
{
    if (next >= c->count || c->breaks[next] != DM_BREAK_NONE)
        return true;
    const dm_token *opens = &c->tokens[first];
    bool is_item = dm_token_has(opens, DM_TOKEN_LINE) && i == first + 1 &&
                   opens->kind == DM_TOKEN_NUMBER && next == i + 1;
    if (is_item) // "1. The"
        return false;
    if (i == first) // "Q. What", "... and"; a stray stop is drawn back
        return stopped && !is_ellipsis(&c->tokens[i]);
    if (!stopped)
        return abbreviation_ends(c, i, next);
    return dm_token_has(&c->tokens[next], DM_TOKEN_GLUED)
               ? begins_glued(c, i, next)
               : begins(c, i, next);
}

/* True when nothing but stops and closing marks stands in the tokens. */
static bool is_stray(const cutter *c, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (!dm_layout_is_stop(&c->tokens[i]) &&
            !is_closing(&c->tokens[i], true))
            return false;
    return true;
}

static demarche_status emit(cutter *c, size_t first, size_t end)
{
    if (c->sentence_count > 0 && is_stray(c, first, end)) {
        c->items[c->sentence_count - 1].end = (uint32_t)end;
        return DEMARCHE_OK;
    }
    dm_sentence *items = dm_arena_grow(c->arena, c->items, c->sentence_count,
                                       &c->capacity, sizeof *items);
    if (items == NULL)
        return dm_no_memory(c->err);
    c->items = items;
    items[c->sentence_count++] =
        (dm_sentence){ (uint32_t)first, (uint32_t)end, c->paragraph };
    return DEMARCHE_OK;
}

static void note_marks(cutter *c, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (dm_token_is(&c->tokens[i], "\""))
            c->open = !c->open;
}

static demarche_status cut(cutter *c)
{
    size_t first = 0;
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0, next; i < c->count && status == DEMARCHE_OK; i = next) {
        next = i + 1;
        if (i > 0 && c->breaks[i] != DM_BREAK_NONE) {
            if (first < i)
                status = emit(c, first, i);
            first = i;
            c->paragraph++;
            c->open = false;
        }
        const dm_token *token = &c->tokens[i];
        note_marks(c, i, i + 1);
        if (!dm_token_has(token, DM_TOKEN_PERIOD) && !dm_layout_is_stop(token))
            continue;
        bool stopped;
        next = draw_along(c, i, &stopped);
        note_marks(c, i + 1, next);
        if (status == DEMARCHE_OK && ends(c, first, i, next, stopped)) {
            status = emit(c, first, next);
            first = next;
        }
    }
    if (status == DEMARCHE_OK && first < c->count)
        status = emit(c, first, c->count);
    return status;
}

demarche_status dm_page_read(dm_page *out, dm_arena *arena, const char *bytes,
                             size_t len, const char *date, demarche_error *err)
{
    *out = (dm_page){ .date = date };
    demarche_status status = dm_text_init(&out->text, arena, bytes, len, err);
    if (status == DEMARCHE_OK)
        status = dm_tokens_find(&out->tokens, &out->text, arena, err);
    if (status != DEMARCHE_OK)
        return status;
    cutter c = { .tokens = out->tokens.items,
                 .count = out->tokens.count,
                 .breaks = dm_layout_find(&out->tokens, arena),
                 .arena = arena,
                 .err = err };
    if (c.breaks == NULL)
        return dm_no_memory(err);
    status = cut(&c);
    out->sentences = c.items;
    out->sentence_count = c.sentence_count;
    return status;
}

size_t dm_page_sentence_of(const dm_page *page, size_t token)
{
    size_t low = 0, high = page->sentence_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (page->sentences[middle].first <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}
