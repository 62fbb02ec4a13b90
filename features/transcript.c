/* transcript.c - what do the officials of a transcript say.
 *
 * Whether a page is one, evidence.c tells. Who speaks under labels that do not
 * tell is judged by what they say: interviewers ask. Words of askers are left
 * out; those of the others are cut into statements of a few sentences that
 * belong together.
 */
#include "evidence.h"
#include "heading.h"
#include "statement.h"
#include "turn.h"

enum {
    SENTENCES_MAX = 3, // of a statement
    WORDS_MAX = 45,    // a statement that long takes no further sentence
    WORDS_SHORT = 4,   // "Thank you very much." goes with its neighbour
    STAGE_MAX = 6,     // tokens of "(Laughter and applause.)", without the "("
};

/* All turns under one name. */
typedef struct party {
    size_t turns;
    size_t asking;    // turns that end with a question
    size_t answering; // turns right after somebody who is sure to ask
    bool sure;        // some label tells its role
    dm_role role;
    bool settled;          // the heading was asked for `actor`
    const dm_actor *actor; // whom its labels without a name mean, or NULL
} party;

typedef struct reader {
    const dm_page *page;
    const dm_token *tokens;
    dm_turn *turns; // [count]
    size_t count;
    party *parties; // [group_count]
    dm_heading heading;
    dm_statement_list *list;
    demarche_error *err;
} reader;

static bool is_double_mark(const dm_token *token)
{
    static const dm_span marks[] = { DM_SPAN("\""), DM_SPAN("“"),
                                     DM_SPAN("”"),  DM_SPAN("„"),
                                     DM_SPAN("``"), DM_SPAN("''"),
                                     DM_SPAN("«"),  DM_SPAN("»") };
    return token->kind == DM_TOKEN_QUOTE && DM_TOKEN_IN(token, marks);
}

static bool is_word(const dm_token *token)
{
    return token->kind == DM_TOKEN_WORD || token->kind == DM_TOKEN_NUMBER;
}

static void count_parties(const reader *r)
{
    bool asked = false;
    for (size_t i = 0; i < r->count; i++) {
        const dm_turn *turn = &r->turns[i];
        party *its = &r->parties[turn->group];
        its->turns++;
        its->asking += dm_turn_asks(r->page, turn);
        its->answering += asked;
        asked = turn->role == DM_ROLE_ASKER;
        if (turn->role != DM_ROLE_UNKNOWN && !its->sure) {
            its->role = turn->role;
            its->sure = true;
        }
    }
}

/* Is the label to be believed? A lone word that nobody knows ("Background:")
 * must come again, follow a question or be followed by one. */
static bool is_believed(const reader *r, const dm_turn *turn)
{
    const party *its = &r->parties[turn->group];
    return its->sure || turn->fair || its->turns > 1 || its->answering > 0 ||
           dm_turn_asks(r->page, turn);
}

/* Keep the turns whose labels are believed; the others go on the one before. */
static void sift(reader *r)
{
    size_t kept = 0;
    for (size_t i = 0; i < r->count; i++) {
        dm_turn turn = r->turns[i];
        if (is_believed(r, &turn))
            r->turns[kept++] = turn;
        else if (kept > 0)
            r->turns[kept - 1].end = turn.end;
    }
    r->count = kept;
}

/* A first label that is not shouted, where all others are, is a headline. */
static void drop_headline(reader *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (r->turns[i].shouted == (i == 0))
            return;
    if (r->count >= 3) {
        r->turns++;
        r->count--;
    }
}

/* Every other turn of a few, every third of many: who is asked often answers
 * with a question too. */
static bool asks_mostly(const party *its)
{
    if (2 * its->answering >= its->turns)
        return false;
    return 2 * its->asking >= its->turns ||
           (its->turns >= 5 && 3 * its->asking >= its->turns);
}

static void settle_roles(reader *r)
{
    for (size_t i = 0; i < r->count; i++) {
        dm_turn *turn = &r->turns[i];
        const party *its = &r->parties[turn->group];
        if (its->sure) {
            turn->role = turn->role == DM_ROLE_UNKNOWN ? its->role : turn->role;
        } else {
            turn->role = asks_mostly(its) ? DM_ROLE_ASKER : DM_ROLE_SPEAKER;
        }
        if (turn->why == NULL)
            turn->why = DM_TURN_BY_CONDUCT;
        turn->sure = its->sure;
        turn->again = its->turns > 1;
    }
}

/* Most turns open with a quotation mark: a collection of quotations, where
 * what stands after a closing mark is somebody else's. */
static bool is_collection(const reader *r)
{
    size_t opened = 0;
    for (size_t i = 0; i < r->count; i++)
        opened += is_double_mark(&r->tokens[r->turns[i].body]) ||
                  r->turns[i].name > r->turns[i].body;
    return r->count >= 2 && 3 * opened >= 2 * r->count;
}

/* The mark that closes a quoted turn: the first one at the end of a paragraph,
 * else the last one of all; turn->body where there is none. */
static uint32_t closing_mark(const reader *r, const dm_turn *turn)
{
    uint32_t last = turn->body;
    for (uint32_t i = turn->body + 1; i < turn->end; i++) {
        if (!is_double_mark(&r->tokens[i]))
            continue;
        last = i;
        if (i + 1 == turn->end ||
            dm_token_has(&r->tokens[i + 1], DM_TOKEN_PARAGRAPH))
            return last;
    }
    return last;
}

/* Narrow a turn to the words between its marks. */
static void clip_to_marks(const reader *r, dm_turn *turn)
{
    if (turn->body >= turn->end || !is_double_mark(&r->tokens[turn->body]))
        return;
    uint32_t close = closing_mark(r, turn);
    if (close <= turn->body + 1)
        return;
    turn->body++;
    turn->end = close;
}

/* A run of a turn's tokens that will be one statement. */
typedef struct piece {
    uint32_t begin, end; // tokens; equal: none yet
    uint32_t paragraph;
    size_t sentences, words;
} piece;

static size_t count_words(const reader *r, uint32_t begin, uint32_t end)
{
    size_t words = 0;
    for (uint32_t i = begin; i < end; i++)
        words += is_word(&r->tokens[i]);
    return words;
}

/* The end of a stage direction that begins at `begin`, or `begin`: "(17:52)",
 * "[inaudible]" and "(Laughter.)" are nobody's words. */
static uint32_t skip_stage(const reader *r, uint32_t begin, uint32_t end)
{
    const dm_token *first = &r->tokens[begin];
    if (!dm_token_is(first, "(") && !dm_token_is(first, "["))
        return begin;
    for (uint32_t i = begin + 1; i < end && i <= begin + STAGE_MAX; i++)
        if (dm_token_is(&r->tokens[i], ")") || dm_token_is(&r->tokens[i], "]"))
            return i + 1;
    return begin;
}

/* Words with which a sentence leans on the one before. */
static bool leans_back(const reader *r, uint32_t begin)
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
    return DM_TOKEN_IN(&r->tokens[begin], words);
}

static bool belongs(const reader *r, const piece *current, const piece *next)
{
    if (current->begin == current->end || current->end != next->begin ||
        current->paragraph != next->paragraph ||
        current->sentences >= SENTENCES_MAX || current->words >= WORDS_MAX)
        return false;
    return current->words <= WORDS_SHORT || next->words <= WORDS_SHORT ||
           leans_back(r, next->begin);
}

/* T12: who speaks under a label without a name. Where the heading does not
 * tell, the label's words stand for the actor. */
static demarche_status name(const reader *r, const dm_turn *turn,
                            dm_statement *statement)
{
    if (!dm_heading_needed(r->page, turn))
        return DEMARCHE_OK;
    party *its = &r->parties[turn->group];
    if (!its->settled)
        its->actor = dm_heading_find(&r->heading, turn);
    its->settled = true;
    statement->actor = its->actor;
    if (its->actor != NULL) {
        statement->actor_name = its->actor->name;
        statement->side_hint = its->actor->side;
        dm_statement_add_rule(statement, "T12");
        return DEMARCHE_OK;
    }
    dm_bytes words = statement->speaker;
    statement->actor_name = dm_arena_copy(
        r->list->arena, (dm_span){ r->page->text.bytes + words.begin,
                                   words.end - words.begin });
    return statement->actor_name == NULL ? dm_no_memory(r->err) : DEMARCHE_OK;
}

static demarche_status state(const reader *r, const dm_turn *turn,
                             const piece *said)
{
    if (said->begin == said->end)
        return DEMARCHE_OK;
    dm_statement *statement = dm_statement_list_add(r->list);
    dm_bytes *span = dm_arena_alloc(r->list->arena, sizeof *span);
    if (statement == NULL || span == NULL)
        return dm_no_memory(r->err);
    *span = (dm_bytes){ r->tokens[said->begin].begin,
                        r->tokens[said->end - 1].end };
    statement->kind = DEMARCHE_TRANSCRIPT;
    statement->spans = span;
    statement->span_count = 1;
    statement->speaker = (dm_bytes){ r->tokens[turn->name].begin,
                                     r->tokens[turn->name_end - 1].end };
    dm_statement_add_rule(statement, turn->form);
    dm_statement_add_rule(statement, turn->why);
    return name(r, turn, statement);
}

/* What of a sentence is said in the turn; no words: nothing. */
static piece clip(const reader *r, const dm_turn *turn, dm_sentence sentence)
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
        said.begin = skip_stage(r, said.begin, said.end);
    said.words = count_words(r, said.begin, said.end);
    return said;
}

/* Cut what is said in a turn into statements. */
static demarche_status cut_turn(const reader *r, const dm_turn *turn)
{
    const dm_page *page = r->page;
    demarche_status status = DEMARCHE_OK;
    piece current = { 0 };
    size_t s = dm_page_sentence_of(page, turn->body);
    for (; s < page->sentence_count && status == DEMARCHE_OK; s++) {
        if (page->sentences[s].first >= turn->end)
            break;
        piece next = clip(r, turn, page->sentences[s]);
        if (next.words == 0)
            continue;
        if (belongs(r, &current, &next)) {
            current.end = next.end;
            current.sentences++;
            current.words += next.words;
            continue;
        }
        status = state(r, turn, &current);
        current = next;
    }
    return status == DEMARCHE_OK ? state(r, turn, &current) : status;
}

static demarche_status state_all(reader *r)
{
    bool collection = is_collection(r);
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < r->count && status == DEMARCHE_OK; i++) {
        if (collection)
            clip_to_marks(r, &r->turns[i]);
        if (r->turns[i].role == DM_ROLE_SPEAKER)
            status = cut_turn(r, &r->turns[i]);
    }
    return status;
}

demarche_status dm_transcript_find(bool *is, dm_statement_list *list,
                                   const dm_page *page, const dm_register *reg,
                                   demarche_error *err)
{
    *is = false;
    dm_turns turns;
    demarche_status status = dm_turns_find(&turns, page, reg, list->arena, err);
    if (status != DEMARCHE_OK || turns.count == 0)
        return status;
    reader r = { .page = page,
                 .tokens = page->tokens.items,
                 .turns = turns.items,
                 .count = turns.count,
                 .list = list,
                 .err = err };
    r.parties =
        dm_arena_array(list->arena, turns.group_count, sizeof *r.parties);
    if (r.parties == NULL)
        return dm_no_memory(err);
    count_parties(&r);
    sift(&r);
    drop_headline(&r);
    settle_roles(&r);
    *is = dm_evidence_suffices(page, r.turns, r.count);
    if (!*is)
        return DEMARCHE_OK;
    status = dm_heading_init(&r.heading, page, r.turns[0].label, reg,
                             list->arena, err);
    return status == DEMARCHE_OK ? state_all(&r) : status;
}
