/* naming.c - see naming.h.
 *
 * The head of an English noun phrase is the last noun before the first
 * preposition or comma. So the words are read left to right, each name or noun
 * taking the place of the one before it, until one of these marks the end. */
#include "naming.h"

enum { TITLE_MENTIONS = 4 }; // "the US ambassador to China Tom Cray" has three

typedef struct reader {
    const dm_token *tokens;
    const uint32_t *classes;
    const dm_mentions *mentions;
    size_t next; // mention at or after the token that is read
    uint32_t at, end;
    bool joined; // the last word was "and"
    dm_naming out;
} reader;

static bool is_word(const dm_token *token)
{
    return token->kind == DM_TOKEN_WORD || token->kind == DM_TOKEN_NUMBER;
}

static dm_stretch trim(const dm_token *tokens, dm_stretch words)
{
    while (words.first < words.end && !is_word(&tokens[words.first]))
        words.first++;
    while (words.first < words.end && !is_word(&tokens[words.end - 1]))
        words.end--;
    return words;
}

/* Read the articles and owners in front, and small words that no speaker's name
 * begins with. */
static void read_front(reader *r)
{
    for (; r->at + 1 < r->end; r->at++) {
        dm_span word = r->tokens[r->at].folded;
        uint32_t classes = r->classes[r->at];
        bool plain = (classes & DM_NOUN_SMALL) &&
                     !(classes & (DM_NOUN_GROUP | DM_NOUN_PRONOUN));
        if (!plain && !(classes & (DM_NOUN_DET | DM_NOUN_OWNER)))
            return;
        if (classes & DM_NOUN_OWNER)
            r->out.owner_token = r->at;
        r->out.articles |= (classes & DM_NOUN_DET) != 0;
        r->out.definite |= (classes & DM_NOUN_OWNER) != 0 ||
                           dm_span_is(word, "the") ||
                           dm_span_is(word, "this") || dm_span_is(word, "both");
        r->out.another |=
            dm_span_is(word, "another") || dm_span_is(word, "other");
    }
}

static bool is_found(const reader *r)
{
    return r->out.kind != DM_NAMING_NONE;
}

/* The mention whose title or name begins at the token that is read, or NULL. */
static const dm_mention *mention_here(reader *r)
{
    const dm_mentions *list = r->mentions;
    while (r->next < list->count && list->items[r->next].words.end <= r->at)
        r->next++;
    for (size_t i = r->next; i < list->count && i < r->next + TITLE_MENTIONS;
         i++) {
        const dm_mention *mention = &list->items[i];
        if (mention->words.end > r->end)
            return NULL;
        if (mention->title <= r->at)
            return mention;
    }
    return NULL;
}

static bool is_and(const dm_token *token)
{
    return dm_span_is(token->folded, "and") || dm_span_is(token->folded, "&");
}

/* Has a name been read to which others may be joined? */
static bool is_speaker(const reader *r)
{
    return r->out.kind == DM_NAMING_NAMED || r->out.kind == DM_NAMING_PAIR;
}

/* Does an "and", or the comma of a list that ends in one, lead to another name?
 */
static bool list_goes_on(const reader *r)
{
    if (r->at >= r->end)
        return false;
    if (is_and(&r->tokens[r->at]))
        return true;
    if (!dm_span_is(r->tokens[r->at].folded, ","))
        return false;
    if (r->at + 1 < r->end && is_and(&r->tokens[r->at + 1]))
        return true;
    const dm_mentions *list = r->mentions;
    uint32_t comma = r->at;
    size_t next = dm_mentions_at(list, comma);
    for (; next < list->count && list->items[next].title == comma + 1; next++) {
        comma = list->items[next].words.end;
        if (comma >= r->end)
            return false;
        if (is_and(&r->tokens[comma]))
            return true;
        if (!dm_span_is(r->tokens[comma].folded, ","))
            return false;
        if (comma + 1 < r->end && is_and(&r->tokens[comma + 1]))
            return true; // "Holt, Quill, and Cray"
    }
    return false;
}

/* True when the phrase ends here. */
static bool take_mention(reader *r, const dm_mention *mention)
{
    dm_naming *out = &r->out;
    r->at = mention->words.end;
    if (mention->owner && r->at + 1 < r->end) {
        out->owner = mention->figure;
        out->owned = true;
        out->phrase.first = ++r->at;
        return false;
    }
    bool ends = r->at >= r->end || (r->classes[r->at] & DM_NOUN_OF) ||
                !is_word(&r->tokens[r->at]) || is_and(&r->tokens[r->at]);
    bool joins = ends && r->joined && is_speaker(r) &&
                 out->figure != mention->figure &&
                 out->figure->kind == mention->figure->kind;
    r->joined = false;
    if (joins) {
        out->kind = DM_NAMING_PAIR;
        if (out->partner_count < DM_PARTNERS_MAX)
            out->partners[out->partner_count++] = mention->figure;
        return !list_goes_on(r);
    }
    out->kind = DM_NAMING_NAMED;
    out->figure = mention->figure;
    out->phrase.first = mention->words.first;
    out->head = r->at - 1;
    return false;
}

static void take_noun(reader *r, uint32_t classes)
{
    r->out.kind = DM_NAMING_NOUN;
    if (r->out.figure != NULL)
        r->out.owner = r->out.figure; // "Holt supporters"
    r->out.figure = NULL;
    r->out.head = r->at;
    r->out.classes = classes;
}

/* True when the phrase ends at this token. */
static bool take_token(reader *r)
{
    const dm_token *token = &r->tokens[r->at];
    uint32_t classes = r->classes[r->at];
    bool joined = is_and(token) || (is_speaker(r) && list_goes_on(r));
    if (is_found(r) &&
        ((classes & DM_NOUN_OF) ||
         (token->kind == DM_TOKEN_PUNCT && !joined &&
          !dm_span_is(token->folded, "-") && !dm_span_is(token->folded, "/"))))
        return true;
    if (token->kind == DM_TOKEN_WORD && !joined &&
        (!(classes & DM_NOUN_SMALL) || (classes & DM_NOUN_GROUP)))
        take_noun(r, classes);
    r->joined = joined;
    r->at++;
    return false;
}

/* "President and CEO of the Alpine Dairy Association Tom Cray": a noun without
 * an article is the title of a name at the end. */
static void take_last_name(reader *r)
{
    const dm_mentions *list = r->mentions;
    size_t at = dm_mentions_at(list, r->end - 1);
    if (at >= list->count)
        return;
    const dm_mention *mention = &list->items[at];
    if (mention->words.end != r->end || mention->words.first <= r->out.head ||
        mention->figure->kind != DM_FIGURE_PERSON ||
        (r->classes[mention->words.first - 1] & DM_NOUN_OF))
        return;
    r->out.kind = DM_NAMING_NAMED;
    r->out.figure = mention->figure;
    r->out.phrase.first = mention->words.first;
    r->out.head = r->end - 1;
}

dm_naming dm_naming_read(const dm_cast *cast, const dm_mentions *mentions,
                         dm_stretch words)
{
    const dm_token *tokens = cast->page->tokens.items;
    reader r = { .tokens = tokens,
                 .classes = cast->classes,
                 .mentions = mentions };
    r.out.words = trim(tokens, words);
    r.at = r.out.words.first;
    r.end = r.out.words.end;
    r.out.head = r.at;
    r.out.owner_token = r.end;
    if (r.at >= r.end)
        return r.out;
    uint32_t classes = r.classes[r.at];
    bool alone = r.end == r.at + 1;
    bool that = dm_span_is(tokens[r.at].folded, "that");
    if (alone && ((classes & DM_NOUN_PRONOUN) || that)) {
        r.out.kind = DM_NAMING_PRONOUN;
        r.out.classes = that ? DM_NOUN_WHO : classes;
        return r.out;
    }
    read_front(&r);
    r.out.phrase.first = r.at;
    r.next = dm_mentions_at(mentions, r.at);
    while (r.at < r.end) {
        const dm_mention *mention = mention_here(&r);
        if (mention != NULL ? take_mention(&r, mention) : take_token(&r))
            break;
    }
    if (r.out.kind == DM_NAMING_NOUN && !r.out.articles)
        take_last_name(&r);
    if (!is_found(&r) && r.out.owner != NULL) {
        r.out.kind = DM_NAMING_NAMED;
        r.out.figure = r.out.owner;
    }
    if (!is_found(&r)) { // "most of"
        r.out.phrase.first = r.out.words.first;
        r.out.head = r.end - 1;
        r.out.kind = DM_NAMING_NOUN;
        r.out.classes = r.classes[r.out.head];
    }
    r.out.phrase.end = r.out.head + 1;
    return r.out;
}
