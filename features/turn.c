/* turn.c - see turn.h.
 *
 * Labels are looked for where lines begin; where line breaks were lost, which
 * shouted labels within lines betray, after stops too. Each turn lasts until
 * the next.
 */
#include "turn.h"

#include "base/intern.h"
#include "label.h"
#include "layout.h"

enum {
    FLATTENED_MIN = 3, // shouted labels within lines of a flattened text
    STOPPED_MIN = 3,   // labels with a full stop, of a hearing
    HEAD_MAX = 80,     // or one so near the top, behind place and hour
};

typedef struct finder {
    dm_floor floor;
    const dm_token *tokens; // [count], the floor's
    size_t count;
    dm_turn *items;
    size_t item_count, capacity;
    dm_intern names; // last words of names
    dm_arena *arena;
    demarche_error *err;
} finder;

/* Are there shouted labels within lines, more than a few by chance, or one
 * where a transcript has its first? */
static bool is_flattened(const finder *f)
{
    size_t found = 0;
    dm_turn turn;
    for (uint32_t i = 1; i < f->count; i++) {
        if (dm_token_has(&f->tokens[i], DM_TOKEN_LINE) ||
            !dm_label_read_inner(&turn, &f->floor, i) ||
            turn.role == DM_ROLE_UNKNOWN)
            continue;
        found += turn.role == DM_ROLE_SPEAKER;
        if (found >= FLATTENED_MIN || (i < HEAD_MAX && turn.form[1] == '3'))
            return true;
    }
    return false;
}

/* The last word of the name: "Trump" of "President Donald Trump", "reporter"
 * of "Reporter 2". */
static demarche_status set_group(finder *f, dm_turn *turn)
{
    uint32_t last = turn->name_end - 1;
    while (last > turn->name && f->tokens[last].kind != DM_TOKEN_WORD)
        last--;
    return dm_intern_add(&turn->group, &f->names, f->tokens[last].folded,
                         f->err);
}

static demarche_status add(finder *f, dm_turn turn)
{
    dm_turn *last = f->item_count > 0 ? &f->items[f->item_count - 1] : NULL;
    if (last != NULL && last->end > turn.label)
        last->end = turn.label;
    if (turn.end == 0)
        turn.end = (uint32_t)f->count;
    demarche_status status = set_group(f, &turn);
    if (status != DEMARCHE_OK)
        return status;
    dm_turn *items = dm_arena_grow(f->arena, f->items, f->item_count,
                                   &f->capacity, sizeof *items);
    if (items == NULL)
        return dm_no_memory(f->err);
    f->items = items;
    items[f->item_count++] = turn;
    return DEMARCHE_OK;
}

/* Not every line of wrapped text begins anything. */
static bool begins_paragraph(const finder *f, uint32_t at)
{
    const dm_token *token = &f->tokens[at];
    if (!dm_token_has(token, DM_TOKEN_LINE))
        return false;
    if (dm_token_has(token, DM_TOKEN_PARAGRAPH))
        return true;
    const dm_page *page = f->floor.page;
    size_t s = dm_page_sentence_of(page, at);
    const dm_sentence *its = &page->sentences[s];
    return its->first == at && (s == 0 || its[-1].paragraph != its->paragraph);
}

static bool read_at(const finder *f, uint32_t at, bool flattened, dm_turn *out)
{
    if (!begins_paragraph(f, at))
        return flattened && dm_label_read_inner(out, &f->floor, at);
    return dm_label_read(out, &f->floor, at) ||
           dm_label_read_stopped(out, &f->floor, at) ||
           dm_label_read_author(out, &f->floor, at);
}

static bool is_stopped(const dm_turn *turn)
{
    return strcmp(turn->form, DM_LABEL_STOPPED) == 0;
}

/* "Mr. Roe." may be a sentence; where it is a label, there are several. */
static void drop_sentences(finder *f)
{
    size_t stopped = 0, kept = 0;
    for (size_t i = 0; i < f->item_count; i++)
        stopped += is_stopped(&f->items[i]);
    if (stopped >= STOPPED_MIN && 2 * stopped >= f->item_count)
        return;
    for (size_t i = 0; i < f->item_count; i++) {
        if (!is_stopped(&f->items[i]))
            f->items[kept++] = f->items[i];
        else if (kept > 0)
            f->items[kept - 1].end = f->items[i].end;
    }
    f->item_count = kept;
}

static demarche_status find_all(finder *f)
{
    bool flattened = is_flattened(f);
    dm_turn turn;
    for (uint32_t i = 0; i < f->count; i++) {
        if (!read_at(f, i, flattened, &turn))
            continue;
        demarche_status status = add(f, turn);
        if (status != DEMARCHE_OK)
            return status;
        i = (turn.body > turn.name_end ? turn.body : turn.name_end) - 1;
    }
    drop_sentences(f);
    if (f->item_count == 0 && dm_label_read_heading(&turn, &f->floor))
        return add(f, turn);
    return DEMARCHE_OK;
}

demarche_status dm_turns_find(dm_turns *out, const dm_page *page,
                              const dm_register *reg, dm_arena *arena,
                              demarche_error *err)
{
    *out = (dm_turns){ 0 };
    const dm_token *tokens = page->tokens.items;
    finder f = { .floor = { page, tokens, page->tokens.count, reg },
                 .tokens = tokens,
                 .count = page->tokens.count,
                 .arena = arena,
                 .err = err };
    dm_intern_init(&f.names);
    demarche_status status = find_all(&f);
    if (status == DEMARCHE_OK)
        *out = (dm_turns){ f.items, f.item_count, (uint32_t)f.names.count };
    dm_intern_clear(&f.names);
    return status;
}

bool dm_turn_asks(const dm_page *page, const dm_turn *turn)
{
    size_t stops = 0;
    for (uint32_t i = turn->end; i > turn->body && stops < 3; i--) {
        const dm_token *token = &page->tokens.items[i - 1];
        if (dm_token_is(token, "?") || dm_token_is(token, "？"))
            return true;
        stops += dm_layout_is_stop(token);
    }
    return false;
}
