/* transcript.c - who speaks in a transcript, and who asks.
 *
 * Whether a page is one, evidence.c tells. Who speaks under labels that do not
 * tell is judged by what they say: interviewers ask. speech.c makes statements
 * and questions of the turns.
 */
#include "evidence.h"
#include "speech.h"
#include "transcript.h"

enum { TAIL_MAX = 8 }; // tokens of "? Thank you very much, sir."

/* All turns under one name. */
typedef struct party {
    size_t turns;
    size_t asking;    // turns that end with a question
    size_t ending;    // of these, with hardly a word behind it
    size_t answering; // turns right after somebody who is sure to ask
    size_t between;   // turns between two of one other party
    bool fair;        // some label is
    bool sure;        // some label tells its role
    bool shouted;     // some label is
    dm_role role;
} party;

typedef struct reader {
    const dm_page *page;
    const dm_token *tokens;
    dm_turn *turns; // [count]
    size_t count;
    party *parties; // [group_count]
} reader;

static bool is_double_mark(const dm_token *token)
{
    static const dm_span marks[] = { DM_SPAN("\""), DM_SPAN("“"),
                                     DM_SPAN("”"),  DM_SPAN("„"),
                                     DM_SPAN("``"), DM_SPAN("''"),
                                     DM_SPAN("«"),  DM_SPAN("»") };
    return token->kind == DM_TOKEN_QUOTE && DM_TOKEN_IN(token, marks);
}

/* Nobody is named again who has not been interrupted. */
static bool is_between(const reader *r, size_t i)
{
    return i > 0 && i + 1 < r->count &&
           r->turns[i - 1].group == r->turns[i + 1].group &&
           r->turns[i - 1].group != r->turns[i].group;
}

static bool ends_asking(const reader *r, const dm_turn *turn)
{
    for (uint32_t i = turn->end; i > turn->body && turn->end - i < TAIL_MAX;
         i--)
        if (dm_token_is(&r->tokens[i - 1], "?"))
            return true;
    return false;
}

static void count_parties(const reader *r)
{
    bool asked = false;
    for (size_t i = 0; i < r->count; i++) {
        const dm_turn *turn = &r->turns[i];
        party *its = &r->parties[turn->group];
        its->turns++;
        its->between += is_between(r, i);
        its->fair = its->fair || turn->fair;
        its->shouted = its->shouted || turn->shouted;
        its->asking += dm_turn_asks(r->page, turn);
        its->ending += ends_asking(r, turn);
        its->answering += asked;
        asked = turn->role == DM_ROLE_ASKER;
        if (turn->role != DM_ROLE_UNKNOWN && !its->sure) {
            its->role = turn->role;
            its->sure = true;
        }
    }
}

/* Is the label not to be believed? A lone word that nobody knows
 * ("Background:") must come again, follow a question or be followed by one, or
 * interrupt somebody. */
static bool is_unbelieved(const reader *r, const dm_turn *turn)
{
    const party *its = &r->parties[turn->group];
    return !its->sure && !turn->fair && its->turns == 1 &&
           its->answering == 0 && its->between == 0 &&
           !dm_turn_asks(r->page, turn);
}

/* Where most labels are shouted, one that is not is a headline, or a phrase
 * with a colon, unless its party has shouted ones too, further down than the
 * headline, or it asks. */
static bool is_stranger(const reader *r, const dm_turn *turn)
{
    bool opens_page = turn->label == 0; // a headline
    return !turn->shouted && strcmp(turn->form, DM_LABEL_STOPPED) != 0 &&
           (opens_page || !r->parties[turn->group].shouted) &&
           (turn->why == NULL || strcmp(turn->why, "T5") != 0);
}

/* Keep the turns that `drop` does not name; a dropped one goes on the turn
 * before it. */
static void sift(reader *r, bool (*drop)(const reader *, const dm_turn *))
{
    size_t kept = 0;
    for (size_t i = 0; i < r->count; i++) {
        dm_turn turn = r->turns[i];
        if (!drop(r, &turn))
            r->turns[kept++] = turn;
        else if (kept > 0)
            r->turns[kept - 1].end = turn.end;
    }
    r->count = kept;
}

/* Does the page shout its labels? Acronyms of media prove nothing. */
static bool is_shouted(const reader *r)
{
    size_t shouted = 0, plain = 0, all = 0;
    for (size_t i = 0; i < r->count; i++) {
        const dm_turn *turn = &r->turns[i];
        all += turn->shouted;
        shouted += turn->shouted && turn->role == DM_ROLE_SPEAKER;
        plain += is_stranger(r, turn);
    }
    if (all + 1 == r->count && all >= 2 && !r->turns[0].shouted)
        return true; // a headline over shouted labels
    bool opens = r->count > 0 && r->turns[0].shouted &&
                 r->turns[0].role == DM_ROLE_SPEAKER;
    return opens ? shouted >= plain : shouted > 0 && shouted >= 3 * plain;
}

static void sift_all(reader *r)
{
    sift(r, is_unbelieved);
    if (is_shouted(r))
        sift(r, is_stranger);
}

/* Every other turn of a few, every third of many: who is asked often answers
 * with a question too. A full name that comes once must end with its question:
 * officials ask to go on ("How do we do it? We …"). */
static bool asks_mostly(const party *its)
{
    if (2 * its->answering >= its->turns ||
        (its->turns == 1 && its->fair && its->ending == 0))
        return false;
    return 2 * its->asking >= its->turns ||
           (its->turns >= 5 && 3 * its->asking >= its->turns);
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

/* Nobody asks in a collection: "Lakeside Network" is an author there. */
static void settle_roles(reader *r, bool collection)
{
    for (size_t i = 0; i < r->count; i++) {
        dm_turn *turn = &r->turns[i];
        if (collection && turn->role != DM_ROLE_SPEAKER) {
            turn->role = DM_ROLE_SPEAKER;
            turn->why = NULL;
        }
        const party *its = &r->parties[turn->group];
        if (its->sure && turn->role == DM_ROLE_UNKNOWN) {
            turn->role = its->role;
        } else if (turn->role == DM_ROLE_UNKNOWN) {
            turn->role = asks_mostly(its) ? DM_ROLE_ASKER : DM_ROLE_SPEAKER;
        }
        if (turn->why == NULL)
            turn->why = DM_TURN_BY_CONDUCT;
        turn->sure = its->sure;
        turn->again = its->turns > 1;
    }
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

demarche_status dm_transcript_find(dm_transcript *out, const dm_page *page,
                                   const dm_register *reg, dm_arena *arena,
                                   demarche_error *err)
{
    *out = (dm_transcript){ 0 };
    dm_turns turns;
    demarche_status status = dm_turns_find(&turns, page, reg, arena, err);
    if (status != DEMARCHE_OK || turns.count == 0)
        return status;
    reader r = { .page = page,
                 .tokens = page->tokens.items,
                 .turns = turns.items,
                 .count = turns.count };
    r.parties = dm_arena_array(arena, turns.group_count, sizeof *r.parties);
    if (r.parties == NULL)
        return dm_no_memory(err);
    count_parties(&r);
    sift_all(&r);
    bool collection = is_collection(&r);
    settle_roles(&r, collection);
    if (!dm_evidence_suffices(page, r.turns, r.count))
        return DEMARCHE_OK;
    for (size_t i = 0; collection && i < r.count; i++)
        clip_to_marks(&r, &r.turns[i]);
    out->turns = (dm_turns){ r.turns, r.count, turns.group_count };
    out->head = r.turns[0].label;
    return DEMARCHE_OK;
}

demarche_status dm_transcript_state(dm_statement_list *list,
                                    const dm_transcript *transcript,
                                    const dm_page *page, const dm_register *reg,
                                    demarche_error *err)
{
    dm_speech speech;
    const dm_turns *turns = &transcript->turns;
    demarche_status status =
        dm_speech_init(&speech, list, page, reg, turns, transcript->head, err);
    for (size_t i = 0; i < turns->count && status == DEMARCHE_OK; i++)
        status = dm_speech_add(&speech, &turns->items[i]);
    return status;
}
