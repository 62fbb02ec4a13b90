/* ngram.c - see ngram.h.
 *
 * The words of a piece of text are joined by single spaces in one buffer that
 * begins and ends with a space. A word n-gram is then a stretch of that
 * buffer, and so is a character n-gram with the word's end in it: nothing is
 * copied a second time.
 */
#include "ngram_list.h"

static const struct {
    char letter;
    const char *name;
} spaces[DM_SPACE_COUNT] = {
    [DM_SPACE_WORD] = { 'w', "word" },
    [DM_SPACE_CHAR] = { 'c', "char" },
    [DM_SPACE_KIN] = { 'k', "kin" },
    [DM_SPACE_NOT] = { 'n', "not" },
    [DM_SPACE_BUT] = { 'b', "but" },
    [DM_SPACE_CUE] = { 'q', "cue" },
    [DM_SPACE_SPEAKER] = { 's', "speaker" },
    [DM_SPACE_KNOWN] = { 'r', "known" },
    [DM_SPACE_NAMED] = { 'a', "named" },
    [DM_SPACE_SHAPE] = { 'h', "shape" },
    [DM_SPACE_MEANING] = { 'm', "meaning" },
};

enum {
    NAME_TOKENS_MAX = 64, // of a cue or a speaker
    CHAR_MIN = 4,
    CHAR_MAX = 5,
    SCOPE = 4, // words after a negation that it reaches
};

static const dm_place nowhere = { 0, 0 };

/* Words joined by spaces. */
typedef struct line {
    const char *bytes;
    uint32_t *begins;    // [count + 1], of words; one past the last one's space
    const bool *is_mark; // [count], punctuation
    const uint16_t *tokens; // [count], each word's number among the tokens of
                            // the content; NULL: it is none of it
    size_t count;
} line;

const char *dm_space_name(dm_space space)
{
    return spaces[space].name;
}

dm_space dm_space_of_key(dm_span key)
{
    for (size_t i = 0; key.len > 0 && i < DM_SPACE_COUNT; i++)
        if (spaces[i].letter == key.data[0])
            return (dm_space)i;
    return DM_SPACE_COUNT;
}

dm_span dm_ngram_key(char key[DM_NGRAM_KEY_MAX], const dm_ngram *ngram)
{
    size_t len = ngram->text.len;
    if (len > DM_NGRAM_KEY_MAX - 1)
        len = DM_NGRAM_KEY_MAX - 1;
    key[0] = spaces[ngram->space].letter;
    memcpy(key + 1, ngram->text.data, len);
    return (dm_span){ key, len + 1 };
}

void dm_ngram_add(dm_ngram_list *list, dm_space space, dm_place at,
                  dm_span text)
{
    dm_ngrams *out = list->out;
    dm_ngram *items = list->failed
                          ? NULL
                          : dm_arena_grow(list->arena, out->items, out->count,
                                          &list->capacity, sizeof *items);
    if (items == NULL) {
        list->failed = true;
        return;
    }
    out->items = items;
    items[out->count++] = (dm_ngram){ text, space, at };
}

void dm_ngram_add_joined(dm_ngram_list *list, dm_space space, dm_place at,
                         dm_span first, dm_span second)
{
    size_t len = first.len + (second.len > 0 ? second.len + 1 : 0);
    char *text = dm_arena_alloc(list->arena, len + 1);
    if (text == NULL) {
        list->failed = true;
        return;
    }
    memcpy(text, first.data, first.len);
    if (second.len > 0) {
        text[first.len] = ' ';
        memcpy(text + first.len + 1, second.data, second.len);
    }
    dm_ngram_add(list, space, at, (dm_span){ text, len });
}

/* The first bytes of a word, whole characters. */
static dm_span clip(dm_span word)
{
    if (word.len <= DM_NGRAM_WORD_MAX)
        return word;
    word.len = DM_NGRAM_WORD_MAX;
    while (word.len > 0 && (word.data[word.len] & 0xC0) == 0x80)
        word.len--;
    return word;
}

/* Put together `words` [count]; is_mark, tokens and count of `out` are set. */
static bool join(line *out, const dm_span *words, dm_arena *arena)
{
    size_t len = 1, count = out->count;
    for (size_t i = 0; i < count; i++)
        len += clip(words[i]).len + 1;
    char *bytes = dm_arena_alloc(arena, len);
    out->begins = dm_arena_array(arena, count + 1, sizeof *out->begins);
    if (bytes == NULL || out->begins == NULL)
        return false;
    size_t at = 0;
    bytes[at++] = ' ';
    for (size_t i = 0; i < count; i++) {
        dm_span word = clip(words[i]);
        out->begins[i] = (uint32_t)at;
        memcpy(bytes + at, word.data, word.len);
        at += word.len;
        bytes[at++] = ' ';
    }
    out->begins[count] = (uint32_t)at;
    out->bytes = bytes;
    return true;
}

static dm_span word_at(const line *l, size_t i)
{
    return (dm_span){ l->bytes + l->begins[i],
                      l->begins[i + 1] - l->begins[i] - 1 };
}

/* Where `count` words from `i` on stand. */
static dm_place place_at(const line *l, size_t i, size_t count)
{
    if (l->tokens == NULL)
        return nowhere;
    return (dm_place){ l->tokens[i], (uint16_t)(l->tokens[i + count - 1] + 1) };
}

/* A piece of text and its tokens. */
typedef struct piece {
    dm_text text;
    dm_tokens tokens; // at most as many as count
    line words;       // folded, quotation marks left out
} piece;

static demarche_status read_piece(piece *out, dm_span text, size_t most,
                                  dm_arena *arena, demarche_error *err)
{
    *out = (piece){ 0 };
    demarche_status status =
        dm_text_init(&out->text, arena, text.data, text.len, err);
    if (status == DEMARCHE_OK)
        status = dm_tokens_find(&out->tokens, &out->text, arena, err);
    if (status != DEMARCHE_OK)
        return status;
    if (out->tokens.count > most)
        out->tokens.count = most;
    size_t room = out->tokens.count, count = 0;
    dm_span *words = dm_arena_array(arena, room, sizeof *words);
    bool *is_mark = dm_arena_array(arena, room, sizeof *is_mark);
    uint16_t *numbers = dm_arena_array(arena, room, sizeof *numbers);
    if (words == NULL || is_mark == NULL || numbers == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < room; i++) {
        const dm_token *token = &out->tokens.items[i];
        if (token->kind == DM_TOKEN_QUOTE)
            continue;
        is_mark[count] = token->kind == DM_TOKEN_PUNCT;
        numbers[count] = (uint16_t)i;
        words[count++] = token->folded;
    }
    out->words =
        (line){ .is_mark = is_mark, .tokens = numbers, .count = count };
    return join(&out->words, words, arena) ? DEMARCHE_OK : dm_no_memory(err);
}

static void add_words(dm_ngram_list *l, dm_space space, const line *from,
                      size_t first, size_t longest)
{
    for (size_t n = 1; n <= longest; n++)
        for (size_t i = first; i + n <= from->count; i++)
            dm_ngram_add(
                l, space, place_at(from, i, n),
                (dm_span){ from->bytes + from->begins[i],
                           from->begins[i + n] - from->begins[i] - 1 });
}

/* Behind the character at `at`; nothing is read at `end` or beyond. */
static size_t step(const char *bytes, size_t at, size_t end)
{
    do
        at++;
    while (at < end && (bytes[at] & 0xC0) == 0x80);
    return at;
}

/* Stretches of n characters in word `i` with a space at either end; a word that
 * is not longer is taken whole, once. */
static void add_word_chars(dm_ngram_list *l, const line *content, size_t i)
{
    const char *bytes = content->bytes;
    size_t begin = content->begins[i] - 1, end = content->begins[i + 1];
    dm_place at = place_at(content, i, 1);
    for (size_t n = CHAR_MIN; n <= CHAR_MAX; n++) {
        size_t from = begin, to = begin, chars = 0;
        while (to < end && chars < n) {
            to = step(bytes, to, end);
            chars++;
        }
        dm_ngram_add(l, DM_SPACE_CHAR, at,
                     (dm_span){ bytes + from, to - from });
        if (to >= end)
            return;
        while (to < end) {
            from = step(bytes, from, end);
            to = step(bytes, to, end);
            dm_ngram_add(l, DM_SPACE_CHAR, at,
                         (dm_span){ bytes + from, to - from });
        }
    }
}

static void add_chars(dm_ngram_list *l, const line *content)
{
    for (size_t i = 0; i < content->count; i++)
        if (!content->is_mark[i])
            add_word_chars(l, content, i);
}

static bool is_one_of(dm_span word, const char *const *table)
{
    for (; *table != NULL; table++)
        if (word.len > 0 && (*table)[0] == word.data[0] &&
            dm_span_is(word, *table))
            return true;
    return false;
}

static bool is_negation(dm_span word)
{
    static const char *const table[] = {
        "not",  "no",      "never",  "none",   "nobody", "nothing", "neither",
        "nor",  "without", "cannot", "hardly", "refuse", "refuses", "refused",
        "deny", "denies",  "denied", "lack",   "lacks",  NULL
    };
    return dm_span_ends(word, "n't") || is_one_of(word, table);
}

static bool is_turn(dm_span word)
{
    static const char *const table[] = { "but",      "however", "yet",
                                         "although", "though",  NULL };
    return is_one_of(word, table);
}

static void add_negated(dm_ngram_list *l, const line *content)
{
    size_t reach = 0;
    for (size_t i = 0; i < content->count; i++) {
        dm_span word = word_at(content, i);
        if (content->is_mark[i] || is_turn(word)) {
            reach = 0;
        } else if (is_negation(word)) {
            reach = SCOPE;
        } else if (reach > 0) {
            dm_ngram_add(l, DM_SPACE_NOT, place_at(content, i, 1), word);
            reach--;
        }
    }
}

static void add_turned(dm_ngram_list *l, const line *content)
{
    for (size_t i = content->count; i > 0; i--) {
        if (is_turn(word_at(content, i - 1))) {
            add_words(l, DM_SPACE_BUT, content, i, 2);
            return;
        }
    }
}

/* Kin n-grams, and the numbers of the words that the table knows. */
static demarche_status add_meanings(dm_ngram_list *l, const line *content,
                                    const dm_words *words, demarche_error *err)
{
    dm_ngrams *out = l->out;
    size_t count = content->count;
    dm_span *names = dm_arena_array(l->arena, count, sizeof *names);
    out->meant = dm_arena_array(l->arena, count, sizeof *out->meant);
    out->meant_at = dm_arena_array(l->arena, count, sizeof *out->meant_at);
    out->meaning =
        dm_arena_array(l->arena, words->dimensions, sizeof *out->meaning);
    if (names == NULL || out->meant == NULL || out->meant_at == NULL ||
        out->meaning == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < count; i++) {
        uint32_t word = dm_words_find(words, word_at(content, i));
        names[i] = (dm_span)DM_SPAN("?");
        if (word == DM_FROZEN_NONE)
            continue;
        names[i] = dm_words_cluster(words, word);
        out->meant_at[out->meant_count] = content->tokens[i];
        out->meant[out->meant_count++] = word;
        dm_words_add_to(out->meaning, words, word);
    }
    line kin = *content;
    if (!join(&kin, names, l->arena))
        return dm_no_memory(err);
    add_words(l, DM_SPACE_KIN, &kin, 0, 2);
    return DEMARCHE_OK;
}

static demarche_status add_content(dm_ngram_list *l, const dm_view *view,
                                   const dm_words *words, demarche_error *err)
{
    piece content;
    demarche_status status =
        read_piece(&content, view->content, DM_NGRAM_TOKENS_MAX, l->arena, err);
    if (status != DEMARCHE_OK)
        return status;
    l->out->content = content.text;
    l->out->tokens = content.tokens;
    add_words(l, DM_SPACE_WORD, &content.words, 0, 3);
    add_chars(l, &content.words);
    add_negated(l, &content.words);
    add_turned(l, &content.words);
    dm_ngrams_add_shape(l, &content.tokens);
    if (view->reg != NULL)
        dm_ngrams_add_named(l, view->reg, &content.text, &content.tokens,
                            view->given);
    if (view->mark.end > view->mark.begin)
        dm_ngrams_add_marked(l, &content.tokens, view->mark, words);
    return words == NULL ? DEMARCHE_OK
                         : add_meanings(l, &content.words, words, err);
}

static demarche_status add_name(dm_ngram_list *l, dm_space space, dm_span text,
                                demarche_error *err)
{
    piece name;
    demarche_status status =
        read_piece(&name, text, NAME_TOKENS_MAX, l->arena, err);
    name.words.tokens = NULL;
    if (status == DEMARCHE_OK)
        add_words(l, space, &name.words, 0, 2);
    return status;
}

static void add_known(dm_ngram_list *l, const char *prefix, const char *value)
{
    if (value != NULL)
        dm_ngram_add_joined(l, DM_SPACE_KNOWN, nowhere, dm_span_of(prefix),
                            dm_span_of(value));
}

demarche_status dm_ngrams_find(dm_ngrams *out, const dm_view *view,
                               const dm_words *words, dm_arena *arena,
                               demarche_error *err)
{
    *out = (dm_ngrams){ 0 };
    dm_ngram_list l = { .out = out, .arena = arena };
    demarche_status status = add_content(&l, view, words, err);
    if (status == DEMARCHE_OK)
        status = add_name(&l, DM_SPACE_CUE, view->cue, err);
    if (status == DEMARCHE_OK)
        status = add_name(&l, DM_SPACE_SPEAKER, view->speaker, err);
    if (status == DEMARCHE_OK && !dm_span_equal(view->actor, view->speaker))
        status = add_name(&l, DM_SPACE_SPEAKER, view->actor, err);
    if (status != DEMARCHE_OK)
        return status;
    add_known(&l, "side", view->known_side == NULL ? "?" : view->known_side);
    add_known(&l, "kind", view->known_kind);
    if (view->given.len > 0)
        dm_ngram_add_joined(&l, DM_SPACE_KNOWN, nowhere,
                            (dm_span)DM_SPAN("given"), clip(view->given));
    return l.failed ? dm_no_memory(err) : DEMARCHE_OK;
}
