/* label.c - see label.h.
 *
 * A label begins a line, is short, and is written like a name: its words are
 * capitalised, but for particles ("of") and words for the press ("reporter").
 * That keeps out "The question is:" and the like.
 */
#include "label.h"

#include "abbrev.h"
#include "layout.h"

enum { LONGEST_LABEL = 14, LONGEST_NAME = 7 }; // tokens
enum { ZONE_MAX = 4 };                         // letters of "EST", "WITA"

static bool is_colon(const dm_token *token)
{
    return dm_token_is(token, ":") || dm_token_is(token, "：");
}

/* A letter with a number, as question lists have it. */
static bool is_numbered(const dm_token *token, char letter)
{
    dm_span word = token->folded;
    if (word.len < 2 || word.data[0] != letter)
        return false;
    for (size_t i = 1; i < word.len; i++)
        if (word.data[i] < '0' || word.data[i] > '9')
            return false;
    return true;
}

/* Words that tell of someone who asks, or who only leads through. */
static bool is_asker_word(const dm_token *token)
{
    static const dm_span words[] = {
        DM_SPAN("press"),       DM_SPAN("reporter"),
        DM_SPAN("reporters"),   DM_SPAN("journalist"),
        DM_SPAN("media"),       DM_SPAN("journalists"),
        DM_SPAN("question"),    DM_SPAN("questions"),
        DM_SPAN("questioner"),  DM_SPAN("q"),
        DM_SPAN("q."),          DM_SPAN("host"),
        DM_SPAN("anchor"),      DM_SPAN("moderator"),
        DM_SPAN("interviewer"), DM_SPAN("news"),
        DM_SPAN("daily"),       DM_SPAN("times"),
        DM_SPAN("tv"),          DM_SPAN("radio"),
        DM_SPAN("television"),  DM_SPAN("agency"),
        DM_SPAN("newspaper"),   DM_SPAN("broadcasting"),
        DM_SPAN("network"),     DM_SPAN("staff"),
        DM_SPAN("operator"),    DM_SPAN("audience"),
        DM_SPAN("crowd"),       DM_SPAN("unidentified"),
        DM_SPAN("unknown"),     DM_SPAN("voice"),
        DM_SPAN("participant"), DM_SPAN("correspondent"),
    };
    return DM_TOKEN_IN(token, words) || is_numbered(token, 'q');
}

/* "Question 2:" asks; "First question:" and "Peter's question:" announce. */
static bool is_matter(const dm_token *token)
{
    return dm_token_is(token, "question") || dm_token_is(token, "questions");
}

bool dm_label_is_particle(const dm_token *token)
{
    static const dm_span words[] = {
        DM_SPAN("of"),  DM_SPAN("the"), DM_SPAN("and"), DM_SPAN("for"),
        DM_SPAN("de"),  DM_SPAN("al"),  DM_SPAN("bin"), DM_SPAN("van"),
        DM_SPAN("von"), DM_SPAN("da"),  DM_SPAN("la"),  DM_SPAN("from"),
        DM_SPAN("to"),
    };
    return DM_TOKEN_IN(token, words);
}

/* Capitalised words that begin sentences, headings and attributions ("Stated
 * Roe:"), never a name. */
static bool opens_no_name(const dm_token *token)
{
    static const dm_span words[] = {
        DM_SPAN("said"),   DM_SPAN("stated"), DM_SPAN("added"),
        DM_SPAN("wrote"),  DM_SPAN("asked"),  DM_SPAN("continued"),
        DM_SPAN("video"),  DM_SPAN("full"),   DM_SPAN("transcript"),
        DM_SPAN("about"),  DM_SPAN("also"),   DM_SPAN("and"),
        DM_SPAN("as"),     DM_SPAN("at"),     DM_SPAN("but"),
        DM_SPAN("by"),     DM_SPAN("for"),    DM_SPAN("first"),
        DM_SPAN("from"),   DM_SPAN("i"),      DM_SPAN("in"),
        DM_SPAN("it"),     DM_SPAN("my"),     DM_SPAN("note"),
        DM_SPAN("on"),     DM_SPAN("or"),     DM_SPAN("our"),
        DM_SPAN("photo"),  DM_SPAN("read"),   DM_SPAN("second"),
        DM_SPAN("see"),    DM_SPAN("she"),    DM_SPAN("so"),
        DM_SPAN("source"), DM_SPAN("that"),   DM_SPAN("then"),
        DM_SPAN("they"),   DM_SPAN("third"),  DM_SPAN("this"),
        DM_SPAN("to"),     DM_SPAN("update"), DM_SPAN("we"),
        DM_SPAN("what"),   DM_SPAN("when"),   DM_SPAN("dear"),
        DM_SPAN("why"),    DM_SPAN("with"),   DM_SPAN("you"),
        DM_SPAN("here"),   DM_SPAN("one"),    DM_SPAN("two"),
        DM_SPAN("now"),    DM_SPAN("how"),    DM_SPAN("regarding"),
    };
    return DM_TOKEN_IN(token, words);
}

/* In capitals, or as these are written of "McFAUL" and "DeSANTIS". */
static bool is_shouted(const dm_floor *f, const dm_token *token)
{
    if (dm_token_has(token, DM_TOKEN_SHOUTED) || dm_token_is(token, "q"))
        return true;
    const char *bytes = f->page->text.bytes + token->begin;
    size_t len = token->end - token->begin, upper = 0;
    while (upper < len && bytes[len - 1 - upper] >= 'A' &&
           bytes[len - 1 - upper] <= 'Z')
        upper++;
    return upper >= 3;
}

/* What a label's words are, counted on the way to its colon. */
typedef struct tally {
    size_t words, capitals, shouted, odd; // odd: neither name nor particle
    bool asker, asked, bracket;
} tally;

/* Count one token between the line's begin and the colon; false where no label
 * can go on. */
static bool count_token(tally *t, const dm_floor *f, const dm_token *token)
{
    static const dm_span marks[] = {
        DM_SPAN("-"), DM_SPAN(","), DM_SPAN("("), DM_SPAN(")"), DM_SPAN("&"),
        DM_SPAN("/"), DM_SPAN("["), DM_SPAN("]"), DM_SPAN("*"),
    };
    t->bracket =
        dm_token_is(token, "(") || (t->bracket && !dm_token_is(token, ")"));
    if (token->kind == DM_TOKEN_PUNCT) // "HEADING - Ann Roe:" is two things
        return DM_TOKEN_IN(token, marks) &&
               (!dm_token_is(token, "-") ||
                dm_token_has(token, DM_TOKEN_GLUED));
    if (t->bracket) // "Ann Roe (Agency)", "Roe (off mic)"
        return true;
    if (token->kind == DM_TOKEN_QUOTE)
        return false;
    if (token->kind != DM_TOKEN_WORD)
        return true;
    bool capital = dm_token_has(token, DM_TOKEN_CAPITAL);
    t->words++;
    t->capitals += capital;
    t->shouted += is_shouted(f, token);
    t->asked = dm_token_is(token, "asked") || dm_token_is(token, "asks");
    bool asker = is_asker_word(token) && (t->words == 1 || !is_matter(token));
    t->asker = t->asker || asker;
    bool joined = dm_token_has(token, DM_TOKEN_GLUED); // "Joun-yung"
    t->odd += !capital && !joined && !asker && !t->asked &&
              !dm_label_is_particle(token);
    return true;
}

/* The name ends before a comma or a bracket. */
static uint32_t name_end(const dm_floor *f, uint32_t name, uint32_t colon)
{
    uint32_t end = name + 1;
    while (end < colon && !dm_token_is(&f->tokens[end], ",") &&
           !dm_token_is(&f->tokens[end], "(") &&
           !dm_token_is(&f->tokens[end], "["))
        end++;
    while (end > name + 1 && f->tokens[end - 1].kind == DM_TOKEN_PUNCT)
        end--;
    return end;
}

static uint32_t skip_marks(const dm_floor *f, uint32_t at)
{
    static const dm_span marks[] = {
        DM_SPAN("*"), DM_SPAN("•"), DM_SPAN("-"), DM_SPAN("["),
        DM_SPAN("]"), DM_SPAN(">"), DM_SPAN("#"), DM_SPAN("\\"),
    };
    uint32_t limit = at + 4;
    while (at < f->count && at < limit && DM_TOKEN_IN(&f->tokens[at], marks))
        at++;
    return at;
}

/* The end of a recording's time at `at`: "00:30:05", "[12:30]"; or `at`. */
static uint32_t skip_time(const dm_floor *f, uint32_t at)
{
    uint32_t i = at, numbers = 0;
    for (; i < f->count && i < at + 7; i++) {
        const dm_token *token = &f->tokens[i];
        if (i > at && dm_token_has(token, DM_TOKEN_LINE))
            break;
        numbers += token->kind == DM_TOKEN_NUMBER;
        if (token->kind != DM_TOKEN_NUMBER && !is_colon(token) &&
            !dm_token_is(token, "[") && !dm_token_is(token, "]") &&
            !dm_token_is(token, "(") && !dm_token_is(token, ")"))
            break;
    }
    bool bracket = f->tokens[at].kind == DM_TOKEN_PUNCT;
    return numbers >= (bracket ? 2 : 3) ? i : at;
}

/* Where the name begins: after a time, bullets, a quotation mark that was set
 * around the whole turn, and "And from". */
static uint32_t skip_lead(const dm_floor *f, uint32_t at)
{
    at = skip_marks(f, skip_time(f, at));
    if (at < f->count && f->tokens[at].kind == DM_TOKEN_QUOTE)
        at++;
    if (at + 2 < f->count && dm_token_is(&f->tokens[at], "and") &&
        dm_token_is(&f->tokens[at + 1], "from"))
        at += 2;
    return at;
}

/* May a label that began at `name` go on with the token `at`? It may over one
 * line break where its paragraph began, as wrapped text has it. */
static bool goes_on(const dm_floor *f, uint32_t name, uint32_t at)
{
    const dm_token *token = &f->tokens[at];
    if (at == name || !dm_token_has(token, DM_TOKEN_LINE))
        return at - name < LONGEST_LABEL;
    for (uint32_t i = name + 1; i < at; i++)
        if (dm_token_has(&f->tokens[i], DM_TOKEN_LINE))
            return false;
    return dm_token_has(&f->tokens[name], DM_TOKEN_PARAGRAPH) &&
           dm_token_has(token, DM_TOKEN_CAPITAL) &&
           !dm_token_has(token, DM_TOKEN_PARAGRAPH | DM_TOKEN_SHOUTED) &&
           at - name < LONGEST_LABEL;
}

/* Find the colon of the label whose name begins at `name`, and count its words
 * on the way; false when there is none. */
static bool find_colon(const dm_floor *f, uint32_t name, uint32_t *colon,
                       tally *t)
{
    uint32_t i = name;
    for (; i < f->count && !is_colon(&f->tokens[i]); i++)
        if (!goes_on(f, name, i) || !count_token(t, f, &f->tokens[i]))
            return false;
    *colon = i;
    if (i + 1 >= f->count || (t->odd > 0 && !t->asked) ||
        (t->asked && !t->asker))
        return false;
    const dm_token *after = &f->tokens[i + 1]; // "10:30" is none
    return after->kind != DM_TOKEN_NUMBER ||
           !dm_token_has(after, DM_TOKEN_GLUED);
}

/* Read the label with a colon at token `at`. */
static bool read_name(const dm_floor *f, uint32_t at, dm_turn *out)
{
    tally t = { 0 };
    uint32_t name = skip_lead(f, at), colon;
    if (name >= f->count || f->tokens[name].kind != DM_TOKEN_WORD ||
        !dm_token_has(&f->tokens[name], DM_TOKEN_CAPITAL) ||
        !find_colon(f, name, &colon, &t) ||
        (opens_no_name(&f->tokens[name]) && !t.asker))
        return false;
    uint32_t body = skip_marks(f, colon + 1);
    if (body >= f->count)
        return false;
    *out = (dm_turn){ .label = at, .name = name, .body = body, .form = "T1" };
    if (name >= at + 2 && dm_token_is(&f->tokens[name - 1], "from"))
        out->form = "T4";
    out->name_end = name_end(f, name, colon);
    out->shouted = t.shouted > 0 && t.shouted == t.capitals;
    out->fair = t.words >= 2 && out->name_end - name <= LONGEST_NAME;
    dm_label_settle(out, f, t.asker);
    return true;
}

/* "Q" or "A" without a colon, as briefings write it. */
static bool read_letter(const dm_floor *f, uint32_t at, dm_turn *out)
{
    const dm_token *token = &f->tokens[at];
    bool asks = dm_token_is(token, "q") || dm_token_is(token, "q.");
    if (!asks && !dm_token_is(token, "a."))
        return false;
    if (!dm_token_has(token, DM_TOKEN_CAPITAL) || at + 1 >= f->count ||
        !dm_token_has(token, DM_TOKEN_BEFORE_SPACE))
        return false;
    *out = (dm_turn){ .label = at,
                      .name = at,
                      .name_end = at + 1,
                      .body = at + 1,
                      .shouted = true,
                      .role = asks ? DM_ROLE_ASKER : DM_ROLE_UNKNOWN,
                      .form = "T2",
                      .why = asks ? "T5" : NULL };
    return true;
}

static bool after_stop(const dm_floor *f, uint32_t at)
{
    const dm_token *before = &f->tokens[at - 1];
    return dm_layout_is_stop(before) || before->kind == DM_TOKEN_QUOTE ||
           dm_token_is(before, ")") || dm_token_is(before, "]") ||
           dm_token_is(before, "--") || dm_token_is(before, "—");
}

static bool is_short_title(const dm_token *token)
{
    return dm_token_has(token, DM_TOKEN_PERIOD) && dm_token_is_title(token);
}

static bool is_half_day(const dm_token *token)
{
    static const dm_span words[] = { DM_SPAN("a.m."), DM_SPAN("p.m."),
                                     DM_SPAN("am"), DM_SPAN("pm") };
    return DM_TOKEN_IN(token, words);
}

/* The end of a line of place and hour: "D.C.", "5 P.M.", "5 P.M. EST". */
static bool ends_place(const dm_floor *f, uint32_t at)
{
    const dm_token *token = &f->tokens[at];
    return is_half_day(token) || dm_token_is(token, "d.c.") ||
           (at > 0 && is_half_day(token - 1) && token->folded.len <= ZONE_MAX &&
            dm_token_has(token, DM_TOKEN_SHOUTED) && !dm_label_is_post(token));
}

/* May a shouted label begin at `at` where no stop stands before? Not in the
 * middle of shouted words, and not with what is no name. */
static bool opens_shout(const dm_floor *f, uint32_t at)
{
    const dm_token *before = &f->tokens[at - 1];
    return !ends_place(f, at) &&
           (!dm_token_has(before, DM_TOKEN_SHOUTED) || ends_place(f, at - 1) ||
            dm_token_has(before, DM_TOKEN_PERIOD));
}

/* "DC MR. DOE" is two things. */
static bool has_inner_title(const dm_floor *f, const dm_turn *turn)
{
    for (uint32_t i = turn->name + 1; i < turn->name_end; i++)
        if (is_short_title(&f->tokens[i]))
            return true;
    return false;
}

bool dm_label_read_inner(dm_turn *out, const dm_floor *f, uint32_t at)
{
    const dm_token *token = &f->tokens[at];
    bool stop = after_stop(f, at);
    if (dm_token_is(token, "q") && stop && read_letter(f, at, out))
        return true;
    if ((!dm_token_has(token, DM_TOKEN_SHOUTED) && !dm_token_is(token, "q")) ||
        (!stop && !is_short_title(token) && !opens_shout(f, at)))
        return false;
    if (!read_name(f, at, out) || !out->shouted || has_inner_title(f, out))
        return false;
    bool told = out->why != NULL && strcmp(out->why, "T8") != 0;
    out->form = "T3";
    return stop || told || ends_place(f, at - 1);
}

/* Of those who ask, these open a page; "Lakeside TV" is one name. */
static bool is_moderator(const dm_token *token)
{
    return dm_token_is(token, "moderator") || dm_token_is(token, "operator");
}

/* "Main Hall, Lakeside MR. DOE:" is a place before a label. */
static bool hides_inner(const dm_floor *f, const dm_turn *label)
{
    dm_turn inner;
    for (uint32_t i = label->name + 1; !label->shouted && i < label->body; i++)
        if (dm_label_read_inner(&inner, f, i) && inner.body == label->body &&
            (inner.role == DM_ROLE_SPEAKER || is_moderator(&f->tokens[i])))
            return true;
    return false;
}

/* "Mr. President:" and "Madam Chair:" address someone. */
static bool is_address(const dm_floor *f, const dm_turn *label)
{
    static const dm_span words[] = { DM_SPAN("mr."), DM_SPAN("mr"),
                                     DM_SPAN("madam"), DM_SPAN("madame") };
    if (!DM_TOKEN_IN(&f->tokens[label->name], words))
        return false;
    for (uint32_t i = label->name + 1; i < label->name_end; i++)
        if (!dm_label_is_post(&f->tokens[i]))
            return false;
    return true;
}

/* "Q On trade: …" asks; "Q:" has its colon, and is read as a name. */
static bool opens_with_letter(const dm_floor *f, uint32_t at)
{
    return dm_token_is(&f->tokens[at], "q") && at + 1 < f->count &&
           !is_colon(&f->tokens[at + 1]);
}

bool dm_label_read(dm_turn *out, const dm_floor *f, uint32_t at)
{
    if (opens_with_letter(f, at) && read_letter(f, at, out))
        return true;
    return (read_name(f, at, out) && !hides_inner(f, out) &&
            !is_address(f, out)) ||
           read_letter(f, at, out);
}
