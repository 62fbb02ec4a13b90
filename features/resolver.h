/* resolver.h - one page's speakers while they are being resolved. */
#ifndef DM_RESOLVER_H
#define DM_RESOLVER_H

#include "antecedent.h"
#include "describe.h"
#include "naming.h"

typedef struct dm_resolver {
    dm_stage stage;
    const dm_token *tokens;
    dm_statement *statement;      // that is resolved now
    dm_naming naming;             // its speaker words
    dm_evidence evidence;         // what these tell of a side
    dm_stretch antecedent;        // the earlier words that told who it is
    dm_stretch label;             // of a transcript, asked for last, and
    const dm_actor *label_holder; // who that is, or NULL
} dm_resolver;

/* Note which rule found `figure`, unless that is NULL; returns it. */
dm_figure *dm_resolver_by_rule(dm_resolver *r, const char *label,
                               dm_figure *figure);

/* The same for a figure that was found by earlier words, which are noted. */
dm_figure *dm_resolver_by_found(dm_resolver *r, const char *label,
                                dm_found found);

/* Who holds the office that the words name ("the US Secretary of State") at the
 * page's date, or NULL. "The acting" one was acting; of a "former" one nothing
 * is known. On a page without a date the holder whom it names. */
dm_figure *dm_office_holder(dm_resolver *r);

/* Do the words name an office that somebody else holds, and `figure` one of
 * another name: "the Secretary of State" is no Treasury Secretary. */
bool dm_office_excludes(dm_resolver *r, const dm_figure *figure);

/* As dm_office_holder for a transcript's label, or words that are all there is
 * of a page, which do not say of what country: "The President" is the holder of
 * the first office in the register that begins with these words. */
dm_figure *dm_office_label(dm_resolver *r);

/* Whom a naming means that is a noun: by an earlier mention, an office, or as
 * a new figure without a name. NULL when memory ran out. */
dm_figure *dm_nameless_resolve(dm_resolver *r);

/* Who issued the document that the naming means, or NULL: see issuer.c. */
dm_figure *dm_issuer_resolve(dm_resolver *r);

/* Once all others are resolved: who a page's first lines quote without a name.
 */
void dm_echoes_resolve(const dm_cast *cast, dm_statement *items, size_t count);

/* Several figures who speak together. */
dm_figure *dm_nameless_pair(dm_resolver *r);

#endif
