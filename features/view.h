/* view.h - what a classifier sees of a statement.
 *
 * The same for a statement that the extractor found, a record that `score`
 * was given and a labelled row: otherwise a model would be trained on other
 * things than it meets in use. A record that has neither `kind` nor `cue`,
 * `speaker`, `actor` may be a whole sentence with its attribution inside ("X
 * said that …"). All of it is the content then, since all of it was labelled,
 * and the extractor finds cue and speaker in it.
 */
#ifndef DM_VIEW_H
#define DM_VIEW_H

#include "base/json.h"
#include "statement.h"

typedef struct dm_view {
    dm_span content;        // the statement's words
    dm_span cue;            // the speech verb's words, or empty
    dm_span speaker;        // the words that name the speaker, or empty
    dm_span actor;          // who that is, or empty
    const char *known_side; // side by register or description; NULL: unknown
    const char *known_kind; // how it is known: "person", "institution", …
    dm_span inner; // of a whole sentence, the longest statement in it, or empty
    dm_span given; // another label, known beforehand, or empty
    dm_bytes mark; // the part of the content that the label is about, or empty
    const dm_register *reg; // who is named in the content; or NULL
} dm_view;

/* The view of statement `s` of `page`; spans live in the page or the arena. */
demarche_status dm_view_of_statement(dm_view *out, const dm_page *page,
                                     const dm_statement *s,
                                     const dm_register *reg, dm_arena *arena,
                                     demarche_error *err);

/* The view of a record with `text`, and perhaps `speaker`, `cue`, `actor_id`,
 * `date`; `known`, where it is there, is what the extractor knew of the side.
 * DEMARCHE_BAD_INPUT when `text` is missing or a type is wrong. */
demarche_status dm_view_of_record(dm_view *out, const json_t *record,
                                  const dm_register *reg, dm_arena *arena,
                                  demarche_error *err);

/* Read into a record's view what else is asked for: the label given, the
 * part that is marked (all of the text is the content then). An absent field is
 * left; DEMARCHE_BAD_INPUT when a type is wrong. */
demarche_status dm_view_read(dm_view *view, const json_t *record,
                             const demarche_fields *asked, demarche_error *err);

#endif
