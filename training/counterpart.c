/* counterpart.c - see counterpart.h.
 *
 * One walk over the tokens. Where a name begins, what lies before it has been
 * copied, the other side's name is written, and the walk goes on behind it. All
 * that is looked at is the name and its neighbours.
 */
#include "counterpart.h"

#include "base/buf.h"
#include "cue.h"
#include "lexicon.h"

enum { WORDS_MAX = 5 };

typedef enum role {
    ROLE_COUNTRY,   // stands with "the"
    ROLE_LAND,      // stands without
    ROLE_ADJECTIVE, // "Chinese"
    ROLE_PEOPLE,    // "Americans"
    ROLE_CAPITAL,   // "Beijing"
    ROLE_BOUND,     // no name of a side, whatever is in it
} role;

typedef struct form {
    const char *words[WORDS_MAX + 1]; // folded, NULL-terminated
    role role;
    unsigned side;
} form;

/* Longer before shorter. */
static const form forms[] = {
    { { "south", "china", "sea" }, ROLE_BOUND, 0 },
    { { "east", "china", "sea" }, ROLE_BOUND, 0 },
    { { "one", "-", "china" }, ROLE_BOUND, 0 },
    { { "one", "china" }, ROLE_BOUND, 0 },
    { { "sino", "-", "us" }, ROLE_BOUND, 0 },
    { { "sino", "-", "u.s." }, ROLE_BOUND, 0 },
    { { "sino", "-", "american" }, ROLE_BOUND, 0 },
    { { "latin", "america" }, ROLE_BOUND, 0 },
    { { "latin", "american" }, ROLE_BOUND, 0 },
    { { "latin", "americans" }, ROLE_BOUND, 0 },
    { { "north", "america" }, ROLE_BOUND, 0 },
    { { "north", "american" }, ROLE_BOUND, 0 },
    { { "south", "america" }, ROLE_BOUND, 0 },
    { { "south", "american" }, ROLE_BOUND, 0 },
    { { "central", "america" }, ROLE_BOUND, 0 },
    { { "central", "american" }, ROLE_BOUND, 0 },
    { { "george", "washington" }, ROLE_BOUND, 0 },
    { { "united", "states", "of", "america" }, ROLE_COUNTRY, DM_NAMED_US },
    { { "united", "states" }, ROLE_COUNTRY, DM_NAMED_US },
    { { "usa" }, ROLE_COUNTRY, DM_NAMED_US },
    { { "u.s.a." }, ROLE_COUNTRY, DM_NAMED_US },
    { { "u.s." }, ROLE_COUNTRY, DM_NAMED_US },
    { { "us" }, ROLE_COUNTRY, DM_NAMED_US },
    { { "america" }, ROLE_LAND, DM_NAMED_US },
    { { "american" }, ROLE_ADJECTIVE, DM_NAMED_US },
    { { "americans" }, ROLE_PEOPLE, DM_NAMED_US },
    { { "washington", ",", "d.c." }, ROLE_CAPITAL, DM_NAMED_US },
    { { "washington" }, ROLE_CAPITAL, DM_NAMED_US },
    { { "people", "'s", "republic", "of", "china" },
      ROLE_COUNTRY,
      DM_NAMED_CHINA },
    { { "chinese", "mainland" }, ROLE_COUNTRY, DM_NAMED_CHINA },
    { { "mainland", "china" }, ROLE_LAND, DM_NAMED_CHINA },
    { { "prc" }, ROLE_COUNTRY, DM_NAMED_CHINA },
    { { "china" }, ROLE_LAND, DM_NAMED_CHINA },
    { { "chinese" }, ROLE_ADJECTIVE, DM_NAMED_CHINA },
    { { "beijing" }, ROLE_CAPITAL, DM_NAMED_CHINA },
};

typedef struct walk {
    const dm_register *reg;
    const dm_text *text;
    const dm_token *tokens; // [count]
    size_t count;
    dm_buf *out;
    size_t copied; // bytes of the text that are done with
    unsigned named;
} walk;

static const dm_token *token_at(const walk *w, size_t at)
{
    return at < w->count ? &w->tokens[at] : NULL;
}

/* How many tokens the form takes at `at`; 0 when it does not stand there. */
static size_t length_at(const walk *w, const form *f, size_t at)
{
    size_t n = 0;
    while (f->words[n] != NULL) {
        const dm_token *token = token_at(w, at + n);
        if (token == NULL || !dm_token_is(token, f->words[n]))
            return 0;
        n++;
    }
    return n;
}

/* "Join us" names nobody. */
static bool is_written_so(const walk *w, const form *f, size_t at, size_t count)
{
    unsigned flag =
        strcmp(f->words[0], "us") == 0 ? DM_TOKEN_SHOUTED : DM_TOKEN_CAPITAL;
    for (size_t i = 0; i < count; i++)
        if (dm_token_has(&w->tokens[at + i], flag))
            return true;
    return false;
}

static const form *form_at(const walk *w, size_t at, size_t *count)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const form *f = &forms[i];
        *count = length_at(w, f, at);
        if (*count > 0 && is_written_so(w, f, at, *count))
            return f;
    }
    *count = 0;
    return NULL;
}

static bool is_the(const dm_token *token)
{
    return token != NULL && dm_token_is(token, "the");
}

static bool is_article(const dm_token *token)
{
    return dm_token_is(token, "a") || dm_token_is(token, "an");
}

/* A hyphen or a slash without spaces. */
static bool joins(const walk *w, size_t at)
{
    const dm_token *token = token_at(w, at), *next = token_at(w, at + 1);
    return token != NULL && next != NULL &&
           dm_token_has(token, DM_TOKEN_GLUED) &&
           dm_token_has(next, DM_TOKEN_GLUED) &&
           (dm_token_is(token, "-") || dm_token_is(token, "/") ||
            dm_token_is(token, "\xE2\x80\x93"));
}

/* Words that follow a country's name in news, are no nouns, and stand in no
 * other table. */
static bool is_verb(const dm_token *token)
{
    static const dm_span table[] = {
        DM_SPAN("continues"), DM_SPAN("decides"), DM_SPAN("gets"),
        DM_SPAN("gives"),     DM_SPAN("goes"),    DM_SPAN("holds"),
        DM_SPAN("hopes"),     DM_SPAN("imposes"), DM_SPAN("intends"),
        DM_SPAN("itself"),    DM_SPAN("keeps"),   DM_SPAN("knows"),
        DM_SPAN("makes"),     DM_SPAN("needs"),   DM_SPAN("provides"),
        DM_SPAN("remains"),   DM_SPAN("seeks"),   DM_SPAN("stands"),
        DM_SPAN("takes"),     DM_SPAN("uses"),    DM_SPAN("wants"),
    };
    const dm_gloss *gloss = dm_token_gloss(token);
    return DM_TOKEN_IN(token, table) ||
           (gloss->cue != 0 &&
            (gloss->form == DM_FORM_PAST ||
             (gloss->form == DM_FORM_S &&
              (dm_cue_at(gloss->cue - 1U)->frames & DM_FRAME_NOUN) == 0))) ||
           dm_span_ends(token->folded, "ed") ||
           dm_span_ends(token->folded, "ing");
}

/* Does what a country's name stands before make it an adjective: "the US |
 * tariffs", and not "the US | will", "the US | and"? */
static bool describes(const walk *w, size_t next)
{
    enum { ROLES = DM_WORD_ROLE | DM_WORD_MEDIA | DM_WORD_DOCUMENT };
    const dm_token *token = token_at(w, next);
    if (token == NULL || token->kind != DM_TOKEN_WORD ||
        dm_token_has(token, DM_TOKEN_PARAGRAPH))
        return false;
    return (dm_token_gloss(token)->classes & ~(uint32_t)ROLES) == 0 &&
           !is_verb(token);
}

static void copy_until(walk *w, size_t end)
{
    if (end <= w->copied)
        return;
    dm_buf_add(w->out, w->text->bytes + w->copied, end - w->copied);
    w->copied = end;
}

/* "an American" is "a Chinese". The article was copied with its space. */
static void mend_article(walk *w, size_t first, bool vowel)
{
    const dm_token *token = first == 0 ? NULL : &w->tokens[first - 1];
    if (token == NULL || !is_article(token) || token->begin < w->copied)
        return;
    copy_until(w, token->begin + 1U);
    if (vowel)
        dm_buf_add_char(w->out, 'n');
    w->copied = token->end;
}

/* Does a sentence begin with the token? */
static bool opens(const walk *w, size_t at)
{
    static const dm_span stops[] = { DM_SPAN("."), DM_SPAN("!"), DM_SPAN("?"),
                                     DM_SPAN(":") };
    const dm_token *before = at == 0 ? NULL : &w->tokens[at - 1];
    return before == NULL || dm_token_has(&w->tokens[at], DM_TOKEN_PARAGRAPH) ||
           before->kind == DM_TOKEN_QUOTE || DM_TOKEN_IN(before, stops);
}

/* Something before the name that leaves no place for "the": "our China",
 * "Asia's China", "a strong China". */
static bool has_determiner(const walk *w, size_t at)
{
    if (at == 0)
        return false;
    const dm_token *before = &w->tokens[at - 1];
    uint32_t classes = dm_token_gloss(before)->classes;
    return before->kind == DM_TOKEN_SUFFIX ||
           (classes & (DM_WORD_DET | DM_WORD_POSS)) != 0 ||
           (at > 1 && classes == 0 && is_article(&w->tokens[at - 2]));
}

/* One name: where it stands, and how it is used. */
typedef struct place {
    const form *form;
    size_t first, end; // tokens, a "the" in front not included
    bool the;          // stands in front
    bool compound;     // a hyphen joins it to something
    bool adjective;    // describes what follows
} place;

/* The possessive ending, where the name has one. It takes its apostrophe as it
 * was written. */
static void put_ending(walk *w, size_t at, bool bare)
{
    const dm_token *suffix = token_at(w, at);
    if (suffix == NULL || suffix->kind != DM_TOKEN_SUFFIX)
        return;
    const char *bytes = w->text->bytes + suffix->begin;
    size_t len = suffix->end - suffix->begin;
    if (bytes[len - 1] == 's')
        len--;
    dm_buf_add(w->out, bytes, len);
    if (!bare)
        dm_buf_add_char(w->out, 's');
    w->copied = suffix->end;
}

/* The stop of "U.S." ends a sentence, too. */
static void put_stop(walk *w, const place *p)
{
    const dm_token *last = &w->tokens[p->end - 1];
    const dm_token *next = token_at(w, p->end);
    if (!dm_token_has(last, DM_TOKEN_PERIOD))
        return;
    bool ends =
        next == NULL || dm_token_has(next, DM_TOKEN_PARAGRAPH) ||
        (next->kind == DM_TOKEN_QUOTE && dm_token_has(next, DM_TOKEN_GLUED)) ||
        (dm_token_has(next, DM_TOKEN_CAPITAL) && !p->adjective);
    if (ends)
        dm_buf_add_char(w->out, '.');
}

static void put_china(walk *w, const place *p)
{
    role r = p->form->role;
    bool land = r == ROLE_COUNTRY || r == ROLE_LAND;
    bool chinese = !land || (r == ROLE_COUNTRY && p->adjective);
    if (chinese && r != ROLE_CAPITAL)
        mend_article(w, p->first, false);
    // a "the" before the country goes, one before what it describes stays
    copy_until(w, land && p->the && !p->adjective && !p->compound
                      ? w->tokens[p->first - 1].begin
                      : w->tokens[p->first].begin);
    dm_buf_add_string(w->out, r == ROLE_CAPITAL ? "Beijing"
                              : chinese         ? "Chinese"
                                                : "China");
    w->copied = w->tokens[p->end - 1].end;
    put_stop(w, p);
    put_ending(w, p->end, false);
}

static void put_us(walk *w, const place *p)
{
    role r = p->form->role;
    size_t at = p->the ? p->first - 1 : p->first;
    bool adjective = r == ROLE_ADJECTIVE;
    if (adjective)
        mend_article(w, p->first, true);
    copy_until(w, w->tokens[p->first].begin);
    const char *name = "United States";
    if (r == ROLE_CAPITAL)
        name = "Washington";
    else if (adjective)
        name = p->the && !describes(w, p->end) ? "Americans" : "American";
    else if (p->compound)
        name = "US";
    else if (!p->the && !has_determiner(w, at))
        dm_buf_add_string(w->out, opens(w, at) ? "The " : "the ");
    dm_buf_add_string(w->out, name);
    w->copied = w->tokens[p->end - 1].end;
    put_ending(w, p->end, name[strlen(name) - 1] == 's');
}

static void put(walk *w, const form *f, size_t first, size_t count)
{
    place p = { .form = f, .first = first, .end = first + count };
    p.the = first > 0 && is_the(&w->tokens[first - 1]);
    p.compound = (first > 0 && joins(w, first - 1)) || joins(w, p.end);
    p.adjective = !p.compound && describes(w, p.end);
    if (f->side == DM_NAMED_US)
        put_china(w, &p);
    else
        put_us(w, &p);
    w->named |= f->side;
}

/* A name of somebody who has no counterpart: the names in it stay. */
static size_t length_of_name(const walk *w, size_t at)
{
    static const char *const kept[] = { "party",   "media",      "think-tank",
                                        "company", "university", "organisation",
                                        "group",   NULL };
    dm_match match =
        dm_register_match(w->reg, w->text, w->tokens, at, w->count, NULL);
    const dm_actor *actor = match.actor;
    if (actor == NULL)
        return 0;
    if (actor->kind == DM_ACTOR_PERSON)
        return match.tokens;
    if (actor->kind == DM_ACTOR_COUNTRY)
        return strcmp(actor->side, "other") == 0 ? match.tokens : 0;
    for (size_t i = 0; actor->type != NULL && kept[i] != NULL; i++)
        if (strcmp(actor->type, kept[i]) == 0)
            return match.tokens;
    return 0;
}

static void walk_all(walk *w)
{
    size_t at = 0, count;
    while (at < w->count) {
        size_t name = length_of_name(w, at);
        const form *f = name > 0 ? NULL : form_at(w, at, &count);
        if (f != NULL && f->role != ROLE_BOUND)
            put(w, f, at, count);
        at += name > 0 ? name : f != NULL ? count : 1;
    }
    copy_until(w, w->text->len);
}

demarche_status dm_counterpart_check(const char *sides, demarche_error *err)
{
    if (strcmp(sides, "us,china") == 0 || strcmp(sides, "china,us") == 0)
        return DEMARCHE_OK;
    return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                   "names can be swapped of 'us,china', not of '%.60s'", sides);
}

demarche_status dm_counterpart_find(dm_counterpart *out, dm_span text,
                                    const dm_register *reg, dm_arena *arena,
                                    demarche_error *err)
{
    dm_text read;
    dm_tokens tokens;
    *out = (dm_counterpart){ .text = text };
    demarche_status status =
        dm_text_init(&read, arena, text.data, text.len, err);
    if (status == DEMARCHE_OK)
        status = dm_tokens_find(&tokens, &read, arena, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_buf buf;
    dm_buf_init(&buf);
    walk w = { .reg = reg,
               .text = &read,
               .tokens = tokens.items,
               .count = tokens.count,
               .out = &buf };
    walk_all(&w);
    if (w.named != 0) {
        out->named = w.named;
        out->text =
            (dm_span){ dm_arena_copy(arena, dm_buf_span(&buf)), buf.len };
    }
    bool failed = dm_buf_failed(&buf) || (w.named != 0 && !out->text.data);
    dm_buf_clear(&buf);
    return failed ? dm_no_memory(err) : DEMARCHE_OK;
}
