/* evidence.c - see evidence.h.
 *
 * Labels alone prove little: headlines ("Xi: …"), lists ("FACT: …") and the
 * sections of an article have them too. What tells a transcript is that labels
 * part most of the text, that they are of people who are known or come again,
 * and that somebody asks or somebody says "I" and "we" outside of quotations.
 */
#include "evidence.h"

#include "label.h"

enum { HEAD_MAX = 80 };     // tokens before the only label: place, date, hour
enum { HEADLINE_MAX = 25 }; // tokens of a paragraph that may be one

typedef struct judge {
    const dm_page *page;
    const dm_token *tokens;
    const dm_turn *turns; // [count]
    size_t count;
} judge;

typedef struct evidence {
    size_t told;     // turns whose label tells the role
    size_t backed;   // turns by parties that are known, come again or answer
    size_t stopped;  // turns under labels with a full stop
    size_t askers;   // turns of those who ask
    size_t asked;    // turns of anyone that end with a question
    size_t speakers; // turns of those who do not ask
    size_t spoken;   // turns in the first or second person
    size_t shouted;  // shouted labels that tell of a speaker by themselves
    size_t inside;   // tokens of all turns, labels included
} evidence;

static bool is_spoken_word(const dm_token *token)
{
    static const dm_span words[] = {
        DM_SPAN("i"),     DM_SPAN("i'm"),   DM_SPAN("i've"),  DM_SPAN("me"),
        DM_SPAN("my"),    DM_SPAN("our"),   DM_SPAN("us"),    DM_SPAN("we"),
        DM_SPAN("we'll"), DM_SPAN("we're"), DM_SPAN("we've"), DM_SPAN("you"),
        DM_SPAN("your"),
    };
    return DM_TOKEN_IN(token, words) &&
           !dm_token_has(token, DM_TOKEN_SHOUTED); // "US"
}

static bool is_spoken(const judge *j, const dm_turn *turn)
{
    for (uint32_t i = turn->body; i < turn->end; i++)
        if (is_spoken_word(&j->tokens[i]))
            return true;
    return false;
}

static bool tells_speaker(const dm_turn *turn)
{
    return turn->role == DM_ROLE_SPEAKER &&
           strcmp(turn->why, DM_TURN_BY_CONDUCT) != 0;
}

/* Does turn `i` ask, and somebody known answer? */
static bool is_answered(const judge *j, size_t i)
{
    return i + 1 < j->count && j->turns[i].role == DM_ROLE_ASKER &&
           j->turns[i + 1].sure && j->turns[i + 1].role == DM_ROLE_SPEAKER &&
           dm_turn_asks(j->page, &j->turns[i]);
}

static evidence weigh(const judge *j)
{
    evidence found = { 0 };
    bool asked = false; // somebody has just been asked
    for (size_t i = 0; i < j->count; i++) {
        const dm_turn *turn = &j->turns[i];
        bool asker = turn->role == DM_ROLE_ASKER;
        found.backed += turn->sure || is_answered(j, i) || asked ||
                        (turn->fair && turn->again);
        found.told += strcmp(turn->why, DM_TURN_BY_CONDUCT) != 0;
        found.stopped += strcmp(turn->form, DM_LABEL_STOPPED) == 0;
        found.askers += asker;
        asked = asker;
        found.asked += dm_turn_asks(j->page, turn);
        found.speakers += turn->role == DM_ROLE_SPEAKER;
        found.spoken += is_spoken(j, turn);
        found.shouted += turn->shouted && tells_speaker(turn);
        uint32_t end = turn->end > turn->name_end ? turn->end : turn->name_end;
        found.inside += end - turn->label;
    }
    return found;
}

static size_t count_paragraphs(const dm_page *page)
{
    return page->sentence_count == 0
               ? 0
               : page->sentences[page->sentence_count - 1].paragraph + 1;
}

/* One paragraph of a speech, as its tokens pass by. */
typedef struct passage {
    bool quoted, spoken;
    size_t paragraphs, in_person; // of these, in the first person
} passage;

static void pass(passage *p, const dm_token *token)
{
    if (dm_token_has(token, DM_TOKEN_PARAGRAPH)) {
        p->in_person += p->spoken;
        p->paragraphs++;
        p->quoted = p->spoken = false;
    }
    if (dm_token_is(token, "\""))
        p->quoted = !p->quoted;
    else if (dm_token_is(token, "“"))
        p->quoted = true;
    else if (dm_token_is(token, "”"))
        p->quoted = false;
    else if (!p->quoted && is_spoken_word(token))
        p->spoken = true;
}

static uint32_t first_paragraph_end(const judge *j, const dm_turn *turn)
{
    uint32_t i = turn->body + 1;
    while (i < turn->end && !dm_token_has(&j->tokens[i], DM_TOKEN_PARAGRAPH))
        i++;
    return i;
}

/* "Mr. Roe (Latvia): …", "The President: …" as the page's first words: no
 * headline is so polite. */
static bool is_addressed(const judge *j)
{
    const dm_token *first = &j->tokens[j->turns[0].name];
    return j->turns[0].label == 0 &&
           (dm_token_has(first, DM_TOKEN_PERIOD) || dm_token_is(first, "the") ||
            dm_token_is(first, "sir"));
}

static bool are_titled(const judge *j)
{
    for (size_t i = 0; i < j->count; i++)
        if (j->turns[i].why == NULL || strcmp(j->turns[i].why, "T7") != 0)
            return false;
    return true;
}

/* Do officials speak from top to end? Under a headline by name ("Roe: We must
 * talk") is an article, which says "we" in quotations alone. */
static bool is_speech(const judge *j)
{
    const dm_turn *turn = &j->turns[0];
    if (!tells_speaker(turn) || turn->label >= HEAD_MAX ||
        (j->count > 1 && !are_titled(j)))
        return false;
    if (first_paragraph_end(j, turn) - turn->body < HEADLINE_MAX)
        return false;
    if (j->count == 1 && is_addressed(j))
        return true;
    passage p = { .paragraphs = 1 };
    for (uint32_t i = turn->body; i < j->turns[j->count - 1].end; i++)
        pass(&p, &j->tokens[i]);
    p.in_person += p.spoken;
    return p.paragraphs >= 2 && 3 * p.in_person >= p.paragraphs;
}

/* Where nobody asks, people must speak under the labels, and these be dense,
 * or shouted as press offices do: headings of a list ("Jeb Bush: …") are
 * neither. */
bool dm_evidence_suffices(const dm_page *page, const dm_turn *turns,
                          size_t count)
{
    judge j = { page, page->tokens.items, turns, count };
    evidence found = weigh(&j);
    // Beside titles and questions by the press, names may be nobody's so far.
    bool briefing = found.told >= 3 && found.askers > 0 && found.asked > 0;
    size_t needed = briefing ? 3 : 2;
    if (found.told + found.askers == 0 || // "PROMISE MADE: …" all the way
        needed * found.backed < count || found.speakers == 0 ||
        2 * found.inside < page->tokens.count)
        return false;
    if (found.backed >= 2 && found.askers > 0 && found.asked > 0 &&
        10 * found.asked >= found.askers)
        return true;
    if (2 * found.stopped >= count && found.spoken > 0)
        return true; // a hearing: turn.c has seen to it that they are several
    if (2 * found.spoken < count)
        return false;
    if (found.shouted >= 2 || (found.shouted == 1 && turns[0].label < HEAD_MAX))
        return true;
    if (found.backed >= 2 && 3 * count >= count_paragraphs(page))
        return true;
    return is_speech(&j);
}
