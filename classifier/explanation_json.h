/* explanation_json.h - an explanation as JSON. */
#ifndef DM_EXPLANATION_JSON_H
#define DM_EXPLANATION_JSON_H

#include "base/json.h"

/* An object of what a record's why has: label, against, decision, parts, and
 * the `top` heaviest reasons. NULL when memory ran out. */
json_t *dm_explanation_why(const demarche_explanation *e, unsigned top);

#endif
