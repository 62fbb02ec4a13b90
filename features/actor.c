/* actor.c - asking the register.
 *
 * A match compares folded words first and letter case after: "US" is not
 * "us", but a headline in capitals, or a lower-case alias at the head of a
 * sentence, is the same name. */
#include "register.h"

#include <stdlib.h>

enum { SHOUTED_WORD = 4 }; // letters from which "CHINA" may stand for "China"

/* Without dates a person is further than any who was in office within a
 * lifetime, and nearer than nobody. */
enum { NO_DATES = 60 * 372 };

size_t dm_register_count(const dm_register *reg)
{
    return reg->count;
}

const dm_actor *dm_register_at(const dm_register *reg, size_t i)
{
    return &reg->entries[i]->actor;
}

const dm_actor *dm_register_find_id(const dm_register *reg, dm_span id)
{
    uint32_t number = dm_intern_find(&reg->ids, id);
    return number == DM_INTERN_NONE ? NULL : &reg->entries[number]->actor;
}

static uint32_t term_distance(const dm_term *term, dm_date date)
{
    if (date < term->from)
        return (uint32_t)((int64_t)term->from - date);
    return date > term->to ? (uint32_t)((int64_t)date - term->to) : 0;
}

uint32_t dm_entry_distance(const dm_entry *entry, dm_date date)
{
    if (entry->actor.kind != DM_ACTOR_PERSON)
        return 0;
    uint32_t nearest = UINT32_MAX;
    for (size_t i = 0; i < entry->term_count; i++) {
        const dm_term *term = &entry->terms[i];
        bool dated = term->from != DM_DATE_FIRST || term->to != DM_DATE_LAST;
        uint32_t distance = dated ? term_distance(term, date) : NO_DATES;
        distance += term->office->many; // one of a hundred senators
        if (distance < nearest)
            nearest = distance;
    }
    return entry->term_count == 0 ? NO_DATES : nearest;
}

/* True when `word` of a text may be `alias` of a name, both folding alike. */
static bool same_case(const dm_token *alias, const dm_token *word, bool lax)
{
    bool shouted = word->flags & DM_TOKEN_SHOUTED;
    if (alias->flags & DM_TOKEN_SHOUTED)
        return shouted || (word->flags & DM_TOKEN_PERIOD);
    if (shouted)
        return word->folded.len >= SHOUTED_WORD;
    if (alias->flags & DM_TOKEN_CAPITAL)
        return lax || (word->flags & DM_TOKEN_CAPITAL);
    return true;
}

static bool is_same(const dm_phrase *phrase, const dm_token *words)
{
    bool person = phrase->entry->actor.kind == DM_ACTOR_PERSON;
    for (uint32_t i = 0; i < phrase->count; i++)
        if (!dm_span_equal(phrase->tokens[i].folded, words[i].folded) ||
            !same_case(&phrase->tokens[i], &words[i], i > 0 && !person))
            return false;
    return true;
}

/* The same, asked along a chain: once for all that are written alike. */
typedef struct answer {
    uint32_t form; // 0: none asked yet
    bool same;
} answer;

static bool is_same_again(answer *last, const dm_phrase *phrase,
                          const dm_token *words)
{
    if (last->form != phrase->form)
        *last = (answer){ phrase->form, is_same(phrase, words) };
    return last->same;
}

/* The best phrase of a chain: by its kind, names before family names; of
 * several, whoever was in office nearest to the date, then the first. A family
 * name that two persons in office share means nobody. */
static dm_match choose(const dm_register *reg, uint32_t chain,
                       const dm_token *words, const char *date, bool places)
{
    dm_match best = { 0 };
    uint32_t nearest = UINT32_MAX;
    bool shared = false;
    answer last = { 0 };
    dm_date day = dm_date_guess(date);
    for (; chain != 0; chain = reg->phrases[chain - 1].next) {
        const dm_phrase *phrase = &reg->phrases[chain - 1];
        if (best.kind != DM_MATCH_NONE && phrase->kind > best.kind)
            break; // the chain goes by kinds
        if (phrase->kind == DM_MATCH_PLACE && !places)
            continue;
        // Words are compared last: nearly all of a chain have the same ones.
        uint32_t distance = dm_entry_distance(phrase->entry, day);
        bool rival = phrase->kind == best.kind && distance >= nearest;
        if ((rival && distance > nearest) ||
            !is_same_again(&last, phrase, words))
            continue;
        if (rival) {
            shared |= &phrase->entry->actor != best.actor;
            if (shared && nearest == 0 && best.kind == DM_MATCH_SURNAME)
                break; // nobody can be nearer
            continue;
        }
        shared = false;
        nearest = distance;
        best = (dm_match){ &phrase->entry->actor, phrase->kind, phrase->count };
    }
    if (best.kind == DM_MATCH_SURNAME && shared)
        return (dm_match){ 0 };
    return best;
}

/* The longest phrase at `at`, with or without places. */
static dm_match match(const dm_register *reg, const dm_token *tokens, size_t at,
                      size_t end, const char *date, bool places)
{
    dm_match best = { 0 };
    if (reg == NULL || at >= end)
        return best;
    size_t skipped = dm_span_is(tokens[at].folded, "the") ? 1 : 0;
    const dm_token *words = tokens + at + skipped;
    size_t most = end - at - skipped;
    uint64_t hash = DM_BEGINNING_NONE;
    for (size_t i = 0; i < most && i < DM_PHRASE_MAX; i++) {
        hash = dm_beginning_hash(hash, &words[i]);
        const dm_beginning *found = &reg->table[dm_beginning_slot(reg, hash)];
        if (found->used == 0)
            break;
        dm_match longer = found->phrase == 0
                              ? (dm_match){ 0 }
                              : choose(reg, found->phrase, words, date, places);
        if (longer.kind != DM_MATCH_NONE)
            best = longer;
    }
    best.tokens += best.kind == DM_MATCH_NONE ? 0 : skipped;
    return best;
}

dm_match dm_register_match(const dm_register *reg, const dm_text *text,
                           const dm_token *tokens, size_t at, size_t end,
                           const char *date)
{
    (void)text;
    return match(reg, tokens, at, end, date, false);
}

dm_match dm_register_match_place(const dm_register *reg, const dm_token *tokens,
                                 size_t at, size_t end, const char *date)
{
    return match(reg, tokens, at, end, date, true);
}

size_t dm_register_namesakes(const dm_register *reg, const dm_token *words,
                             size_t count, dm_match_kind kind,
                             const dm_actor **out, size_t room)
{
    uint64_t hash = DM_BEGINNING_NONE;
    for (size_t i = 0; i < count; i++)
        hash = dm_beginning_hash(hash, &words[i]);
    uint32_t chain = reg->table[dm_beginning_slot(reg, hash)].phrase;
    size_t found = 0;
    answer last = { 0 };
    for (; chain != 0 && found < room; chain = reg->phrases[chain - 1].next) {
        const dm_phrase *phrase = &reg->phrases[chain - 1];
        if (phrase->kind == kind && phrase->count == count &&
            phrase->entry->actor.kind == DM_ACTOR_PERSON &&
            is_same_again(&last, phrase, words))
            out[found++] = &phrase->entry->actor;
    }
    return found;
}

size_t dm_register_first_term(const dm_register *reg, const dm_entry *office)
{
    size_t low = 0, high = reg->term_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reg->terms[middle].office->number < office->number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool covers(const dm_term *term, dm_date day)
{
    bool dated = term->from != DM_DATE_FIRST || term->to != DM_DATE_LAST;
    return dated && term->from <= day && day <= term->to;
}

/* The term of `office` that counts on `date`. Terms are in order of their
 * beginnings, so that the last one is whoever took over on that day. */
static const dm_term *find_term(const dm_register *reg, const dm_actor *office,
                                const char *date)
{
    dm_date day = dm_date_guess(date);
    const dm_term *found = NULL;
    if (reg == NULL || office == NULL || day == DM_DATE_LAST)
        return NULL;
    const dm_entry *entry = dm_entry_of(office);
    if (entry->many)
        return NULL;
    for (size_t i = dm_register_first_term(reg, entry);
         i < reg->term_count && reg->terms[i].office == entry; i++) {
        const dm_term *term = &reg->terms[i];
        if (covers(term, day) &&
            (found == NULL || found->joint || !term->joint))
            found = term;
    }
    return found;
}

const dm_actor *dm_register_holder(const dm_register *reg,
                                   const dm_actor *office, const char *date)
{
    const dm_term *term = find_term(reg, office, date);
    return term == NULL ? NULL : &term->person->actor;
}

const dm_actor *dm_register_acting(const dm_register *reg,
                                   const dm_actor *office, const char *date)
{
    const dm_term *term = find_term(reg, office, date);
    return term == NULL || !term->acting ? NULL : &term->person->actor;
}

void dm_register_free(dm_register *reg)
{
    if (reg == NULL)
        return;
    dm_intern_clear(&reg->ids);
    dm_arena_clear(&reg->arena);
    free(reg);
}
