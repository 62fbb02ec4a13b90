/* marked.c - n-grams of what stands around a marked part of the content.
 *
 * Labels of some kinds speak of one part: how a sentence treats a person whom
 * it names among others. Which words belong to that one shows by where they
 * stand.
 *
 *     (left) word, (right) word    within eight words; two words within four
 *     (clause) word                between the nearest marks of a clause
 *     (left) =kin …                the same by clusters of like words
 */
#include "ngram_list.h"

enum { REACH = 8, NEAR = 4, CLAUSE = 40 };

typedef struct scene {
    dm_ngram_list *list;
    const dm_tokens *tokens;
    const dm_words *words; // or NULL
    size_t begin, end;     // the tokens that are marked
} scene;

static const dm_span target = DM_SPAN("|");

/* A word; the marked part, what is too long and the text's ends are "|". */
static dm_span word_at(const scene *s, size_t at)
{
    if (at >= s->tokens->count || (at >= s->begin && at < s->end))
        return target;
    dm_span word = s->tokens->items[at].folded;
    return word.len > DM_NGRAM_WORD_MAX ? target : word;
}

static void put(const scene *s, const char *side, dm_place at, dm_span first,
                dm_span second)
{
    char both[2 * DM_NGRAM_WORD_MAX + 1];
    memcpy(both, first.data, first.len);
    dm_span joined = { both, first.len };
    if (second.len > 0) {
        both[joined.len++] = ' ';
        memcpy(both + joined.len, second.data, second.len);
        joined.len += second.len;
    }
    dm_ngram_add_joined(s->list, DM_SPACE_NAMED, at, dm_span_of(side), joined);
}

static void put_word(const scene *s, const char *side, size_t at)
{
    dm_span word = word_at(s, at);
    dm_place place = dm_place_of(s->tokens, at, at + 1);
    put(s, side, place, word, (dm_span){ NULL, 0 });
    uint32_t number =
        s->words == NULL ? DM_FROZEN_NONE : dm_words_find(s->words, word);
    if (number == DM_FROZEN_NONE)
        return;
    dm_span kin = dm_words_cluster(s->words, number);
    if (kin.len <= DM_NGRAM_WORD_MAX)
        put(s, side, place, (dm_span)DM_SPAN("="), kin);
}

/* The words at `at` and behind it; before the first stands the end. */
static void put_two(const scene *s, const char *side, size_t at)
{
    size_t begin = at < s->tokens->count ? at : at + 1;
    put(s, side, dm_place_of(s->tokens, begin, at + 2), word_at(s, at),
        word_at(s, at + 1));
}

static void add_left(const scene *s)
{
    for (size_t k = 1; k <= REACH && k <= s->begin; k++) {
        size_t at = s->begin - k;
        put_word(s, "(left)", at);
        if (k <= NEAR)
            put_two(s, "(left)", at);
    }
}

static void add_right(const scene *s)
{
    for (size_t k = 0; k < REACH && s->end + k < s->tokens->count; k++) {
        size_t at = s->end + k;
        put_word(s, "(right)", at);
        if (k < NEAR) // the first one's left neighbour is the marked part
            put_two(s, "(right)", at - 1);
    }
}

static bool ends_clause(const scene *s, size_t at)
{
    static const char *const marks[] = {
        ",", ";", ":", ".", "(", ")", "\"", "\u201C", "\u201D", "\u2014"
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (dm_span_is(s->tokens->items[at].folded, marks[i]))
            return true;
    return false;
}

static void add_clause(const scene *s)
{
    for (size_t k = 1; k <= CLAUSE && k <= s->begin; k++) {
        if (ends_clause(s, s->begin - k))
            break;
        put_word(s, "(clause)", s->begin - k);
    }
    for (size_t at = s->end; at < s->tokens->count && at < s->end + CLAUSE;
         at++) {
        if (ends_clause(s, at))
            break;
        put_word(s, "(clause)", at);
    }
}

void dm_ngrams_add_marked(dm_ngram_list *list, const dm_tokens *tokens,
                          dm_bytes mark, const dm_words *words)
{
    scene s = { .list = list, .tokens = tokens, .words = words };
    while (s.begin < tokens->count && tokens->items[s.begin].end <= mark.begin)
        s.begin++;
    s.end = s.begin;
    while (s.end < tokens->count && tokens->items[s.end].begin < mark.end)
        s.end++;
    add_left(&s);
    add_right(&s);
    add_clause(&s);
}
