/* antecedent.c - see antecedent.h. */
#include "antecedent.h"

#include <limits.h>

#include "register.h"

enum {
    SAYINGS_MAX = 8,    // looked at for a pronoun
    MENTIONS_MAX = 30,  // likewise
    MENTIONS_FAR = 300, // looked at for a noun
    SENTENCES_MAX = 5,  // how far back a pronoun reaches
    RELATIVE_MAX = 12,  // tokens between a name and its relative pronoun
};

/* Points of a candidate for a pronoun. Each sentence between costs two. */
enum {
    A_SENTENCE = 2,
    SPOKE = 4,       // who spoke goes on speaking,
    LATEST = 1,      // above all who spoke last
    SUBJECT = 3,     // whom a sentence is about
    OWNER = -1,      // "Holt's plan"
    SPOKEN = -6,     // named inside somebody's words
    SAME_GENDER = 1, // known, not merely possible
};

static uint32_t sentence_of(const dm_stage *stage, uint32_t token)
{
    return (uint32_t)dm_page_sentence_of(stage->cast.page, token);
}

dm_figure *dm_antecedent_saying(const dm_stage *stage, uint32_t token,
                                uint32_t sentences)
{
    if (stage->saying_count == 0)
        return NULL;
    const dm_saying *last = &stage->sayings[stage->saying_count - 1];
    uint32_t here = sentence_of(stage, token);
    uint32_t there = sentence_of(stage, last->token);
    return here <= there + sentences ? last->figure : NULL;
}

static unsigned kinds_of(uint32_t classes)
{
    if (classes & (DM_NOUN_HE | DM_NOUN_SHE))
        return 1 << DM_FIGURE_PERSON | 1 << DM_FIGURE_ROLE;
    if (classes & DM_NOUN_IT)
        return 1 << DM_FIGURE_BODY | 1 << DM_FIGURE_LAND;
    if (classes & DM_NOUN_THEY)
        return 1 << DM_FIGURE_GROUP | 1 << DM_FIGURE_BODY;
    return 0;
}

static uint32_t gender_of(uint32_t classes)
{
    if (classes & DM_NOUN_HE)
        return DM_NOUN_MALE;
    return classes & DM_NOUN_SHE ? DM_NOUN_FEMALE : 0;
}

typedef struct search {
    unsigned kinds;
    uint32_t gender, sentence; // of the pronoun
    dm_figure *best;
    int points;
} search;

static void consider(search *s, dm_figure *figure, uint32_t sentence,
                     int points)
{
    if (!(s->kinds >> figure->kind & 1))
        return;
    if (figure->gender != 0 && s->gender != 0) {
        if (figure->gender != s->gender)
            return;
        points += SAME_GENDER;
    }
    if (s->sentence > sentence)
        points -= A_SENTENCE * (int)(s->sentence - sentence);
    if (points > s->points) {
        s->points = points;
        s->best = figure;
    }
}

static void search_sayings(const dm_stage *stage, search *s)
{
    for (size_t i = 0; i < stage->saying_count && i < SAYINGS_MAX; i++) {
        const dm_saying *saying = &stage->sayings[stage->saying_count - 1 - i];
        uint32_t sentence = sentence_of(stage, saying->token);
        if (s->sentence > sentence + SENTENCES_MAX)
            return;
        consider(s, saying->figure, sentence, SPOKE + (i == 0 ? LATEST : 0));
    }
}

static void search_mentions(const dm_stage *stage, search *s, uint32_t token)
{
    size_t at = dm_mentions_at(&stage->mentions, token);
    for (size_t i = at; i-- > 0 && at - i <= MENTIONS_MAX;) {
        const dm_mention *m = &stage->mentions.items[i];
        uint32_t sentence = sentence_of(stage, m->words.first);
        if (s->sentence > sentence + SENTENCES_MAX)
            return;
        // An institution is "they" only by a plural name: "Republicans".
        if ((s->kinds >> DM_FIGURE_GROUP & 1) &&
            !(stage->cast.classes[m->words.end - 1] & DM_NOUN_GROUP))
            continue;
        int points = (m->subject ? SUBJECT : 0) + (m->owner ? OWNER : 0) +
                     (m->spoken ? SPOKEN : 0);
        consider(s, m->figure, sentence, points);
    }
}

dm_figure *dm_antecedent_pronoun(const dm_stage *stage, uint32_t classes,
                                 uint32_t token, bool *by_saying)
{
    search s = { .kinds = kinds_of(classes),
                 .gender = gender_of(classes),
                 .sentence = sentence_of(stage, token),
                 .points = INT_MIN };
    search_sayings(stage, &s);
    int points = s.points;
    search_mentions(stage, &s, token);
    *by_saying = s.points == points;
    if (s.best != NULL && s.best->gender == 0)
        s.best->gender = s.gender;
    return s.best;
}

dm_figure *dm_antecedent_relative(const dm_stage *stage, uint32_t token)
{
    size_t at = dm_mentions_at(&stage->mentions, token);
    if (at == 0)
        return NULL;
    const dm_mention *m = &stage->mentions.items[at - 1];
    bool near = token - m->words.end <= RELATIVE_MAX &&
                sentence_of(stage, m->words.first) == sentence_of(stage, token);
    return near && !m->owner ? m->figure : NULL;
}

static bool is_among(dm_span word, const dm_token *first, const dm_token *end)
{
    for (; first < end; first++)
        if (dm_noun_agrees(first->folded, word))
            return true;
    return false;
}

/* Is `word` one of the figure's names, or its type? */
static bool is_called(const dm_stage *stage, const dm_figure *figure,
                      dm_span word)
{
    const dm_token *tokens = stage->cast.page->tokens.items;
    if (is_among(word, tokens + figure->words.first,
                 tokens + figure->words.end))
        return true;
    if (figure->actor == NULL)
        return false;
    const dm_entry *entry = dm_entry_of(figure->actor);
    return (figure->actor->type != NULL &&
            dm_noun_agrees(dm_span_of(figure->actor->type), word)) ||
           is_among(word, entry->name, entry->name_end);
}

static bool fits_body(const dm_stage *stage, const dm_figure *figure,
                      const dm_wanted *wanted)
{
    const dm_token *tokens = stage->cast.page->tokens.items;
    for (uint32_t i = wanted->modifiers.first; i < wanted->modifiers.end; i++) {
        bool lower = tokens[i].kind == DM_TOKEN_WORD &&
                     !(tokens[i].flags & DM_TOKEN_CAPITAL);
        if (lower && !(stage->cast.classes[i] & DM_NOUN_SMALL) &&
            !is_called(stage, figure, tokens[i].folded))
            return false;
    }
    return is_called(stage, figure, wanted->head);
}

static bool fits(const dm_stage *stage, const dm_figure *figure,
                 const dm_wanted *wanted)
{
    if (!(wanted->kinds >> figure->kind & 1))
        return false;
    if (wanted->side != NULL && figure->side != NULL &&
        strcmp(wanted->side, figure->side) != 0)
        return false;
    if (figure->kind == DM_FIGURE_LAND)
        return true;
    if (figure->kind == DM_FIGURE_BODY)
        return fits_body(stage, figure, wanted);
    return dm_figure_has_role(figure, wanted->head);
}

dm_figure *dm_antecedent_noun(const dm_stage *stage, const dm_wanted *wanted)
{
    dm_figure *said = NULL, *named = NULL;
    uint32_t said_at = 0, named_at = 0;
    for (size_t i = 0; i < stage->saying_count && said == NULL; i++) {
        const dm_saying *saying = &stage->sayings[stage->saying_count - 1 - i];
        if (i >= MENTIONS_FAR)
            break;
        if (fits(stage, saying->figure, wanted)) {
            said = saying->figure;
            said_at = saying->token;
        }
    }
    size_t at = dm_mentions_at(&stage->mentions, wanted->token);
    for (size_t i = at; i-- > 0 && at - i <= MENTIONS_FAR && named == NULL;) {
        const dm_mention *m = &stage->mentions.items[i];
        if (!m->spoken && fits(stage, m->figure, wanted)) {
            named = m->figure;
            named_at = m->words.first;
        }
    }
    return said != NULL && (named == NULL || said_at >= named_at) ? said
                                                                  : named;
}

dm_figure *dm_antecedent_next(const dm_stage *stage, const dm_wanted *wanted,
                              uint32_t sentences)
{
    uint32_t last = sentence_of(stage, wanted->token) + sentences;
    size_t at = dm_mentions_at(&stage->mentions, wanted->token);
    for (size_t i = at; i < stage->mentions.count && i < at + MENTIONS_MAX;
         i++) {
        const dm_mention *m = &stage->mentions.items[i];
        if (sentence_of(stage, m->words.first) > last)
            return NULL;
        if (fits(stage, m->figure, wanted))
            return m->figure;
    }
    return NULL;
}
