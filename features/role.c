/* role.c - who asks and who speaks, by title or register.
 *
 * See label.h for the contracts.
 */
#include "abbrev.h"
#include "label.h"
#include "register.h"

bool dm_label_is_post(const dm_token *token)
{
    static const dm_span words[] = {
        DM_SPAN("official"), DM_SPAN("officials"),     DM_SPAN("witness"),
        DM_SPAN("leader"),   DM_SPAN("administrator"), DM_SPAN("delegate"),
        DM_SPAN("deputy"),   DM_SPAN("chairperson"),   DM_SPAN("sheriff"),
        DM_SPAN("reverend"), DM_SPAN("bishop"),        DM_SPAN("cardinal"),
    };
    return DM_TOKEN_IN(token, words) || dm_token_is_title(token);
}

static bool has_title(const dm_floor *f, const dm_turn *turn)
{
    for (uint32_t i = turn->name; i < turn->name_end; i++)
        if (dm_label_is_post(&f->tokens[i]))
            return true;
    return false;
}

/* Who the register knows under the name, looked for from each of its tokens:
 * titles stand first. A family name alone must follow one: "Secretary Roe" may
 * be the Roe that is known, "Dee Roe" is another. */
static const dm_actor *find_actor(const dm_floor *f, const dm_turn *turn)
{
    for (uint32_t i = turn->name; f->reg != NULL && i < turn->name_end; i++) {
        dm_match match = dm_register_match(f->reg, &f->page->text, f->tokens, i,
                                           turn->name_end, f->page->date);
        if (match.actor == NULL || match.kind == DM_MATCH_ADJECTIVE ||
            i + match.tokens != turn->name_end)
            continue;
        if (i == turn->name || match.tokens > 1 ||
            dm_token_is_title(&f->tokens[i - 1]))
            return match.actor;
    }
    return NULL;
}

/* Does the register know the actor as a medium, or as one of its people
 * ("host at Evening Wire")? */
static bool is_of_the_press(const dm_actor *actor)
{
    static const char *const roles[] = { "host",       "anchor",
                                         "reporter",   "correspondent",
                                         "journalist", "television host",
                                         "radio host" };
    if (actor == NULL)
        return false;
    if (actor->type != NULL && strcmp(actor->type, "media") == 0)
        return true;
    dm_span role = dm_span_of(dm_entry_of(actor)->role);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        size_t len = strlen(roles[i]);
        if (dm_span_begins(role, roles[i]) &&
            (role.len == len || role.data[len] == ' '))
            return true;
    }
    return false;
}

const dm_actor *dm_label_asker(const dm_floor *f, const dm_turn *turn)
{
    const dm_actor *actor = find_actor(f, turn);
    if (f->reg == NULL || (actor != NULL && actor->kind == DM_ACTOR_PERSON))
        return actor;
    for (uint32_t i = turn->name; i < turn->name_end; i++) {
        dm_match match = dm_register_match(f->reg, &f->page->text, f->tokens, i,
                                           turn->name_end, f->page->date);
        if (match.kind != DM_MATCH_ADJECTIVE && is_of_the_press(match.actor))
            return match.actor;
    }
    return NULL;
}

void dm_label_settle(dm_turn *turn, const dm_floor *f, bool asker)
{
    const dm_actor *actor = asker ? NULL : find_actor(f, turn);
    turn->role = DM_ROLE_UNKNOWN;
    turn->why = NULL;
    if (asker || is_of_the_press(actor)) {
        turn->role = DM_ROLE_ASKER;
        turn->why = asker ? "T5" : "T6";
    } else if (has_title(f, turn)) {
        turn->role = DM_ROLE_SPEAKER;
        turn->why = "T7";
    } else if (actor != NULL && actor->kind == DM_ACTOR_PERSON) {
        turn->role = DM_ROLE_SPEAKER;
        turn->why = "T8";
    }
}
