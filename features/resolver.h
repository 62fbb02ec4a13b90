/* resolver.h - one page's speakers while they are being resolved. */
#ifndef DM_RESOLVER_H
#define DM_RESOLVER_H

#include "antecedent.h"
#include "describe.h"
#include "naming.h"

typedef struct dm_resolver {
    dm_stage stage;
    const dm_token *tokens;
    dm_statement *statement; // that is resolved now
    dm_naming naming;        // its speaker words
    dm_evidence evidence;    // what these tell of a side
} dm_resolver;

/* Note which rule found `figure`, unless that is NULL; returns it. */
dm_figure *dm_resolver_by_rule(dm_resolver *r, const char *label,
                               dm_figure *figure);

/* Whom a naming means that is a noun: by an earlier mention, an office, or as
 * a new figure without a name. NULL when memory ran out. */
dm_figure *dm_nameless_resolve(dm_resolver *r);

/* Two figures who speak together. */
dm_figure *dm_nameless_pair(dm_resolver *r);

#endif
