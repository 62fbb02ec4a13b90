/* speech.c - see speech.h.
 *
 * An official's turn is cut at sentences; one that leans on the one before
 * stays with it. An asker's turn is one question, however long: it is there to
 * be looked up from its answer. Stage directions part and are nobody's words.
 */
#include "speech.h"

#include "question.h"

enum {
    SENTENCES_MAX = 3, // of a statement
    WORDS_MAX = 45,    // a statement that long takes no further sentence
    WORDS_SHORT = 4,   // "Thank you very much." goes with its neighbour
    STAGE_MAX = 6,     // tokens of "(Laughter and applause.)", without the "("
    NOTE_MAX = 40,     // the same of "[The statement of Mr. Roe follows.]"
};

/* A run of a turn's tokens that will be one statement. */
typedef struct piece {
    uint32_t begin, end; // tokens; equal: none yet
    uint32_t paragraph;
    size_t sentences, words;
} piece;

demarche_status dm_speech_init(dm_speech *out, dm_statement_list *list,
                               const dm_page *page, const dm_register *reg,
                               const dm_turns *turns, uint32_t head,
                               demarche_error *err)
{
    const dm_tokens *tokens = &page->tokens;
    *out = (dm_speech){ .floor = { page, tokens->items, tokens->count, reg },
                        .list = list,
                        .err = err };
    out->named =
        dm_arena_array(list->arena, turns->group_count, sizeof *out->named);
    if (out->named == NULL)
        return dm_no_memory(err);
    return dm_heading_init(&out->heading, page, head, reg, list->arena, err);
}

static size_t count_words(const dm_speech *s, uint32_t begin, uint32_t end)
{
    size_t words = 0;
    for (uint32_t i = begin; i < end; i++)
        words += s->floor.tokens[i].kind == DM_TOKEN_WORD ||
                 s->floor.tokens[i].kind == DM_TOKEN_NUMBER;
    return words;
}

/* The end of a stage direction that begins at `begin`, or `begin`: "(17:52)",
 * "[inaudible]" and "(Laughter.)" are nobody's words. */
static uint32_t skip_stage(const dm_speech *s, uint32_t begin, uint32_t end)
{
    const dm_token *tokens = s->floor.tokens;
    if (!dm_token_is(&tokens[begin], "(") && !dm_token_is(&tokens[begin], "["))
        return begin;
    uint32_t max = dm_token_is(&tokens[begin], "(") ? STAGE_MAX : NOTE_MAX;
    for (uint32_t i = begin + 1; i < end && i <= begin + max; i++)
        if (dm_token_is(&tokens[i], ")") || dm_token_is(&tokens[i], "]"))
            return i + 1;
    return begin;
}

/* Words with which a sentence leans on the one before. */
static bool leans_back(const dm_speech *s, uint32_t begin)
{
    static const dm_span words[] = {
        DM_SPAN("and"),    DM_SPAN("because"),   DM_SPAN("but"),
        DM_SPAN("he"),     DM_SPAN("instead"),   DM_SPAN("it"),
        DM_SPAN("it's"),   DM_SPAN("neither"),   DM_SPAN("nor"),
        DM_SPAN("or"),     DM_SPAN("otherwise"), DM_SPAN("she"),
        DM_SPAN("so"),     DM_SPAN("such"),      DM_SPAN("that"),
        DM_SPAN("that's"), DM_SPAN("their"),     DM_SPAN("these"),
        DM_SPAN("they"),   DM_SPAN("they're"),   DM_SPAN("this"),
        DM_SPAN("those"),  DM_SPAN("which"),
    };
    return DM_TOKEN_IN(&s->floor.tokens[begin], words);
}

static bool belongs(const dm_speech *s, const piece *current, const piece *next)
{
    if (current->begin == current->end || current->end != next->begin ||
        current->paragraph != next->paragraph ||
        current->sentences >= SENTENCES_MAX || current->words >= WORDS_MAX)
        return false;
    return current->words <= WORDS_SHORT || next->words <= WORDS_SHORT ||
           leans_back(s, next->begin);
}

static dm_bytes bytes_of(const dm_speech *s, uint32_t begin, uint32_t end)
{
    return (dm_bytes){ s->floor.tokens[begin].begin,
                       s->floor.tokens[end - 1].end };
}

/* T12: who speaks under a label without a name. Where the heading does not
 * tell, the label's words stand for the actor. */
static demarche_status name(dm_speech *s, const dm_turn *turn,
                            dm_statement *statement)
{
    const dm_page *page = s->floor.page;
    if (!dm_heading_needed(page, turn))
        return DEMARCHE_OK;
    dm_addressee *its = &s->named[turn->group];
    if (!its->settled)
        its->actor = dm_heading_find(&s->heading, turn);
    its->settled = true;
    statement->actor = its->actor;
    if (its->actor != NULL) {
        statement->actor_name = its->actor->name;
        statement->side_hint = its->actor->side;
        dm_statement_add_rule(statement, "T12");
        return DEMARCHE_OK;
    }
    dm_bytes words = statement->speaker;
    statement->actor_name =
        dm_arena_copy(s->list->arena, (dm_span){ page->text.bytes + words.begin,
                                                 words.end - words.begin });
    return statement->actor_name == NULL ? dm_no_memory(s->err) : DEMARCHE_OK;
}

/* A statement with the turn's speaker and rules, and room for `spans`; NULL
 * when memory ran out. */
static dm_statement *add(dm_speech *s, const dm_turn *turn, size_t spans)
{
    dm_bytes *room = dm_arena_array(s->list->arena, spans, sizeof *room);
    dm_statement *statement =
        room == NULL ? NULL : dm_statement_list_add(s->list);
    if (statement == NULL)
        return NULL;
    statement->spans = room;
    statement->speaker = bytes_of(s, turn->name, turn->name_end);
    dm_statement_add_rule(statement, turn->form);
    dm_statement_add_rule(statement, turn->why);
    return statement;
}

/* Put what the speaker says of a piece into `spans`, which may be NULL: all but
 * questions that are read aloud. Returns how many there are. */
static size_t part(const dm_speech *s, const piece *said, dm_bytes *spans)
{
    size_t count = 0;
    uint32_t at = said->begin, open, close;
    while (at < said->end) {
        if (!dm_question_find(&open, &close, s->floor.tokens, at, said->end)) {
            open = said->end;
            close = said->end - 1;
        }
        bool words = count_words(s, at, open) > 0;
        if (words && spans != NULL)
            spans[count] = bytes_of(s, at, open);
        count += words;
        at = close + 1;
    }
    return count;
}

static demarche_status state(dm_speech *s, const dm_turn *turn,
                             const piece *said)
{
    uint32_t open, close;
    size_t spans = part(s, said, NULL);
    if (spans == 0)
        return DEMARCHE_OK;
    dm_statement *statement = add(s, turn, spans);
    if (statement == NULL)
        return dm_no_memory(s->err);
    statement->kind = DEMARCHE_TRANSCRIPT;
    statement->answers = s->question;
    statement->span_count = part(s, said, statement->spans);
    if (dm_question_find(&open, &close, s->floor.tokens, said->begin,
                         said->end))
        dm_statement_add_rule(statement, DM_QUESTION_QUOTED);
    return name(s, turn, statement);
}

/* What of a sentence is said in the turn; no words: nothing. */
static piece clip(const dm_speech *s, const dm_turn *turn, dm_sentence sentence)
{
    piece said = { .begin = sentence.first,
                   .end = sentence.end,
                   .paragraph = sentence.paragraph,
                   .sentences = 1 };
    if (said.begin < turn->body)
        said.begin = turn->body;
    if (said.end > turn->end)
        said.end = turn->end;
    if (said.begin < said.end)
        said.begin = skip_stage(s, said.begin, said.end);
    said.words = count_words(s, said.begin, said.end);
    return said;
}

/* Cut what is said in a turn into statements. */
static demarche_status cut(dm_speech *s, const dm_turn *turn)
{
    const dm_page *page = s->floor.page;
    demarche_status status = DEMARCHE_OK;
    piece current = { 0 };
    size_t i = dm_page_sentence_of(page, turn->body);
    for (; i < page->sentence_count && status == DEMARCHE_OK; i++) {
        if (page->sentences[i].first >= turn->end)
            break;
        piece next = clip(s, turn, page->sentences[i]);
        if (next.words == 0)
            continue;
        if (belongs(s, &current, &next)) {
            current.end = next.end;
            current.sentences++;
            current.words += next.words;
            continue;
        }
        status = state(s, turn, &current);
        current = next;
    }
    return status == DEMARCHE_OK ? state(s, turn, &current) : status;
}

/* Put the runs of a turn between stage directions into `spans`, which may be
 * NULL; returns how many there are. */
static size_t gather(const dm_speech *s, const dm_turn *turn, dm_bytes *spans)
{
    const dm_page *page = s->floor.page;
    size_t count = 0, i = dm_page_sentence_of(page, turn->body);
    uint32_t end = 0;
    for (; i < page->sentence_count; i++) {
        if (page->sentences[i].first >= turn->end)
            break;
        piece next = clip(s, turn, page->sentences[i]);
        if (next.words == 0)
            continue;
        count += count == 0 || next.begin != end;
        if (spans != NULL && next.begin != end)
            spans[count - 1] = bytes_of(s, next.begin, next.end);
        else if (spans != NULL)
            spans[count - 1].end = bytes_of(s, next.begin, next.end).end;
        end = next.end;
    }
    return count;
}

/* Who asks is known by the register, or not at all: nobody counts their words,
 * so a guess would help nobody. */
static void name_asker(const dm_speech *s, const dm_turn *turn,
                       dm_statement *question)
{
    const dm_actor *actor = dm_label_asker(&s->floor, turn);
    if (actor == NULL)
        return;
    question->actor = actor;
    question->actor_name = actor->name;
    question->side_hint = actor->side;
}

/* Whoever only leads through asks no more than their words do. */
static bool leads_through(const dm_speech *s, const dm_turn *turn)
{
    static const dm_span words[] = { DM_SPAN("moderator"), DM_SPAN("operator"),
                                     DM_SPAN("staff") };
    return DM_TOKEN_IN(&s->floor.tokens[turn->name_end - 1], words);
}

/* Of several who ask before one answer, the last who does ask is answered. A
 * turn without words ("Q (Inaudible.)") hides what is. */
static demarche_status ask(dm_speech *s, const dm_turn *turn)
{
    size_t spans = gather(s, turn, NULL);
    bool asks = dm_turn_asks(s->floor.page, turn);
    if (spans > 0) {
        dm_statement *question = add(s, turn, spans);
        if (question == NULL)
            return dm_no_memory(s->err);
        question->kind = DEMARCHE_QUESTION;
        question->span_count = gather(s, turn, question->spans);
        name_asker(s, turn, question);
    }
    if (!asks && leads_through(s, turn))
        return DEMARCHE_OK;
    if (!s->asking || asks || !s->asked) {
        s->question = spans > 0 ? s->list->count : 0;
        s->asked = asks;
    }
    s->asking = true;
    return DEMARCHE_OK;
}

demarche_status dm_speech_add(dm_speech *speech, const dm_turn *turn)
{
    if (turn->role == DM_ROLE_ASKER)
        return ask(speech, turn);
    speech->asking = false;
    return cut(speech, turn);
}
