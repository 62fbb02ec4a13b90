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

dm_found dm_antecedent_saying(const dm_stage *stage, uint32_t token,
                              uint32_t sentences)
{
    dm_found found = { .said = true };
    if (stage->saying_count == 0)
        return found;
    const dm_saying *last = &stage->sayings[stage->saying_count - 1];
    uint32_t here = sentence_of(stage, token);
    if (here > sentence_of(stage, last->token) + sentences)
        return found;
    found.figure = last->figure;
    found.words = last->speaker;
    return found;
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
    dm_found best;
    int points;
} search;

/* Surely a person, not a show or a firm that looks like one. */
static bool is_sure_person(const dm_figure *figure)
{
    return figure->kind == DM_FIGURE_PERSON &&
           (figure->actor != NULL || figure->gender != 0 ||
            figure->role_count > 0);
}

/* Of two with as many points, whom a later sentence is about goes before who
 * spoke earlier. */
static bool is_better(const search *s, dm_found found, int points)
{
    if (points != s->points)
        return points > s->points;
    return s->best.said && !found.said && is_sure_person(found.figure);
}

static void consider(search *s, dm_found found, uint32_t sentence, int points)
{
    const dm_figure *figure = found.figure;
    if (!(s->kinds >> figure->kind & 1))
        return;
    if (figure->gender != 0 && s->gender != 0) {
        if (figure->gender != s->gender)
            return;
        points += SAME_GENDER;
    }
    if (s->sentence > sentence)
        points -= A_SENTENCE * (int)(s->sentence - sentence);
    if (is_better(s, found, points)) {
        s->points = points;
        s->best = found;
    }
}

static void search_sayings(const dm_stage *stage, search *s)
{
    for (size_t i = 0; i < stage->saying_count && i < SAYINGS_MAX; i++) {
        const dm_saying *saying = &stage->sayings[stage->saying_count - 1 - i];
        uint32_t sentence = sentence_of(stage, saying->token);
        if (s->sentence > sentence + SENTENCES_MAX)
            return;
        dm_found found = { saying->figure, saying->speaker, true };
        consider(s, found, sentence, SPOKE + (i == 0 ? LATEST : 0));
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
        consider(s, dm_found_mention(m), sentence, points);
    }
}

dm_found dm_antecedent_pronoun(const dm_stage *stage, uint32_t classes,
                               uint32_t token)
{
    search s = { .kinds = kinds_of(classes),
                 .gender = gender_of(classes),
                 .sentence = sentence_of(stage, token),
                 .points = INT_MIN };
    search_sayings(stage, &s);
    search_mentions(stage, &s, token);
    if (s.best.figure != NULL && s.best.figure->gender == 0)
        s.best.figure->gender = s.gender;
    return s.best;
}

dm_found dm_antecedent_relative(const dm_stage *stage, uint32_t token)
{
    size_t at = dm_mentions_at(&stage->mentions, token);
    if (at == 0)
        return (dm_found){ 0 };
    const dm_mention *m = &stage->mentions.items[at - 1];
    bool near = token - m->words.end <= RELATIVE_MAX &&
                sentence_of(stage, m->words.first) == sentence_of(stage, token);
    return near && !m->owner ? dm_found_mention(m) : (dm_found){ 0 };
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

/* Is `word` in one of the register's other names: "European bloc"? */
static bool has_alias(const dm_figure *figure, dm_span word)
{
    const dm_entry *entry =
        figure->actor == NULL ? NULL : dm_entry_of(figure->actor);
    return entry != NULL && is_among(word, entry->alias, entry->alias_end);
}

/* "Holt's campaign" has a word of Holt's name. */
static bool is_owned(const dm_stage *stage, const dm_figure *figure,
                     const dm_figure *owner)
{
    const dm_token *tokens = stage->cast.page->tokens.items;
    for (uint32_t i = owner->words.first; i < owner->words.end; i++)
        if (is_called(stage, figure, tokens[i].folded))
            return true;
    return false;
}

static bool fits_body(const dm_stage *stage, const dm_figure *figure,
                      const dm_wanted *wanted)
{
    const dm_token *tokens = stage->cast.page->tokens.items;
    bool bare = !dm_span_ends(wanted->head, "s"); // no "authorities"
    if (wanted->owner != NULL && !is_owned(stage, figure, wanted->owner))
        return false;
    for (uint32_t i = wanted->modifiers.first; i < wanted->modifiers.end; i++) {
        bool lower = tokens[i].kind == DM_TOKEN_WORD &&
                     !(tokens[i].flags & DM_TOKEN_CAPITAL);
        bare &= (stage->cast.classes[i] & DM_NOUN_SMALL) != 0;
        if (lower && !(stage->cast.classes[i] & DM_NOUN_SMALL) &&
            !is_called(stage, figure, tokens[i].folded))
            return false;
    }
    return is_called(stage, figure, wanted->head) ||
           (bare && has_alias(figure, wanted->head));
}

/* Is it a person of the register with an office elsewhere than the institution
 * whose "vice president" is looked for? */
static bool is_of_another(const dm_figure *figure, const dm_figure *owner)
{
    if (owner == NULL || owner->kind != DM_FIGURE_BODY ||
        figure->actor == NULL ||
        (figure->body != NULL && figure->body == owner->actor))
        return false;
    const dm_entry *entry = dm_entry_of(figure->actor);
    for (size_t i = 0; i < entry->term_count; i++)
        if (owner->actor != NULL &&
            entry->terms[i].office->actor.of == owner->actor)
            return false;
    return true;
}

static bool fits(const dm_stage *stage, const dm_figure *figure,
                 const dm_wanted *wanted)
{
    if (!(wanted->kinds >> figure->kind & 1) || figure == wanted->owner)
        return false;
    if (wanted->side != NULL && figure->side != NULL &&
        strcmp(wanted->side, figure->side) != 0)
        return false;
    if (figure->kind == DM_FIGURE_LAND)
        return true;
    if (figure->kind == DM_FIGURE_BODY)
        return fits_body(stage, figure, wanted);
    return dm_figure_has_role(figure, wanted->head) &&
           !is_of_another(figure, wanted->owner);
}

dm_found dm_antecedent_noun(const dm_stage *stage, const dm_wanted *wanted)
{
    dm_found said = { .said = true }, named = { .said = false };
    uint32_t said_at = 0, named_at = 0;
    for (size_t i = 0; i < stage->saying_count && said.figure == NULL; i++) {
        const dm_saying *saying = &stage->sayings[stage->saying_count - 1 - i];
        if (i >= MENTIONS_FAR)
            break;
        if (fits(stage, saying->figure, wanted)) {
            said.figure = saying->figure;
            said.words = saying->speaker;
            said_at = saying->token;
        }
    }
    size_t at = dm_mentions_at(&stage->mentions, wanted->token);
    for (size_t i = at;
         i-- > 0 && at - i <= MENTIONS_FAR && named.figure == NULL;) {
        const dm_mention *m = &stage->mentions.items[i];
        if (!m->spoken && fits(stage, m->figure, wanted)) {
            named = dm_found_mention(m);
            named_at = m->words.first;
        }
    }
    bool later = named.figure == NULL || said_at >= named_at;
    return said.figure != NULL && later ? said : named;
}

/* The institution of a person, where that is what is looked for: of "Foreign
 * Ministry spokesperson Lu Feng" the ministry. */
static bool has_body(const dm_stage *stage, const dm_figure *figure,
                     const dm_wanted *wanted)
{
    const dm_actor *body = figure->body;
    if (!(wanted->kinds >> DM_FIGURE_BODY & 1) || body == NULL ||
        (wanted->side != NULL && strcmp(wanted->side, body->side) != 0))
        return false;
    dm_figure shown = { .kind = DM_FIGURE_BODY, .actor = body };
    return fits_body(stage, &shown, wanted);
}

dm_found dm_antecedent_next(dm_stage *stage, const dm_wanted *wanted,
                            uint32_t sentences)
{
    uint32_t last = sentence_of(stage, wanted->token) + sentences;
    size_t at = dm_mentions_at(&stage->mentions, wanted->token);
    for (size_t i = at; i < stage->mentions.count && i < at + MENTIONS_MAX;
         i++) {
        const dm_mention *m = &stage->mentions.items[i];
        if (sentence_of(stage, m->words.first) > last)
            break;
        if (fits(stage, m->figure, wanted))
            return dm_found_mention(m);
        if (has_body(stage, m->figure, wanted)) {
            dm_stretch nowhere = { m->words.first, m->words.first };
            dm_figure *body = dm_cast_add(&stage->cast, DM_FIGURE_BODY,
                                          m->figure->body, nowhere);
            return (dm_found){ body, { m->title, m->words.end }, false };
        }
    }
    return (dm_found){ 0 };
}
