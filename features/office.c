/* office.c - speakers who are called by an office that somebody holds. */
#include "register.h"
#include "resolver.h"

static dm_figure *add_holder(dm_resolver *r, const dm_actor *holder)
{
    dm_stretch nowhere = { r->naming.head, r->naming.head };
    if (holder == NULL)
        return NULL;
    return dm_resolver_by_rule(
        r, "A3",
        dm_cast_add(&r->stage.cast, DM_FIGURE_PERSON, holder, nowhere));
}

dm_figure *dm_office_holder(dm_resolver *r)
{
    const dm_page *page = r->stage.cast.page;
    const dm_register *reg = r->stage.cast.reg;
    dm_match match =
        dm_register_match(reg, &page->text, r->tokens, r->naming.words.first,
                          r->naming.words.end, page->date);
    if (match.kind != DM_MATCH_NAME || match.actor->kind != DM_ACTOR_OFFICE)
        return NULL;
    return add_holder(r, dm_register_holder(reg, match.actor, page->date));
}

/* Does the office's name begin with the words? */
static bool begins(const dm_entry *office, const dm_token *words, size_t count)
{
    if ((size_t)(office->name_end - office->name) < count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!dm_span_equal(office->name[i].folded, words[i].folded))
            return false;
    return true;
}

/* Whoever holds the first office of the register that begins so. */
static const dm_actor *find_first(const dm_resolver *r, dm_stretch words)
{
    const dm_register *reg = r->stage.cast.reg;
    const dm_actor *holder = NULL;
    for (size_t i = 0; i < dm_register_count(reg) && holder == NULL; i++) {
        const dm_actor *actor = dm_register_at(reg, i);
        if (actor->kind == DM_ACTOR_OFFICE &&
            begins(dm_entry_of(actor), r->tokens + words.first,
                   words.end - words.first))
            holder = dm_register_holder(reg, actor, r->stage.cast.page->date);
    }
    return holder;
}

static bool is_same(const dm_resolver *r, dm_stretch a, dm_stretch b)
{
    if (a.end - a.first != b.end - b.first)
        return false;
    for (uint32_t i = 0; i < a.end - a.first; i++)
        if (!dm_span_equal(r->tokens[a.first + i].folded,
                           r->tokens[b.first + i].folded))
            return false;
    return true;
}

dm_figure *dm_office_label(dm_resolver *r)
{
    dm_stretch words = r->naming.phrase;
    bool alone = r->naming.words.end - r->naming.words.first ==
                 r->stage.cast.page->tokens.count;
    bool capital = r->tokens[r->naming.head].flags & DM_TOKEN_CAPITAL;
    if (r->stage.cast.reg == NULL || !capital ||
        (r->statement->kind != DEMARCHE_TRANSCRIPT && !alone))
        return NULL;
    // The same label stands before turn after turn: one search does for all.
    if (!is_same(r, words, r->label)) {
        r->label = words;
        r->label_holder = find_first(r, words);
    }
    return add_holder(r, r->label_holder);
}
