/* actor.h - the register: who is who, for which side, in which years.
 *
 * Read from models/data/actors.tsv (format: docs/FORMATS.md). Immutable once
 * built; shared between threads.
 */
#ifndef DM_ACTOR_H
#define DM_ACTOR_H

#include "token.h"

typedef enum dm_actor_kind {
    DM_ACTOR_COUNTRY,
    DM_ACTOR_INSTITUTION,
    DM_ACTOR_OFFICE,
    DM_ACTOR_PERSON,
} dm_actor_kind;

typedef struct dm_actor {
    const char *id;   // "us/antony-blinken"
    const char *side; // "us", "china", "other"
    const char *name; // "Antony Blinken"
    dm_actor_kind kind;
    const struct dm_actor *of; // country, or the office's institution; or NULL
    const char *type; // institutions: "ministry", "media", …; or NULL
} dm_actor;

typedef struct dm_register dm_register;

/* Parse register lines; the bytes may be freed afterwards. A bad line is
 * DEMARCHE_BAD_INPUT with its number in the message ("actors.tsv:12: …") and in
 * err->offset. `name` is the file's, for the message. */
demarche_status dm_register_parse(dm_register **out, const char *name,
                                  const char *bytes, size_t len,
                                  demarche_error *err);

/* The same over two files: an entry of the second one with the id of an
 * earlier entry replaces it, any other is added. */
demarche_status dm_register_parse_two(dm_register **out, const char *name,
                                      dm_span first, const char *second_name,
                                      dm_span second, demarche_error *err);

size_t dm_register_count(const dm_register *reg);
const dm_actor *dm_register_at(const dm_register *reg, size_t i);
const dm_actor *dm_register_find_id(const dm_register *reg, dm_span id);

/* How a stretch of words came to mean an actor. */
typedef enum dm_match_kind {
    DM_MATCH_NONE,
    DM_MATCH_NAME,      // a name, an alias or a metonym
    DM_MATCH_ADJECTIVE, // "Chinese", "American": a country's adjective
    DM_MATCH_PLACE,     // a city or region of a country
    DM_MATCH_SURNAME,   // the last (or family) name of one known person alone
} dm_match_kind;

typedef struct dm_match {
    const dm_actor *actor; // NULL: no match
    dm_match_kind kind;
    size_t tokens; // how many it covers
} dm_match;

/* The longest name, alias or adjective that begins at token `at` (before
 * `end`), an article in front included. Of several persons with that name, the
 * one in office nearest to `date` is taken ("2023-06-20", "June 20, 2023";
 * NULL: the latest). `reg` may be NULL. */
dm_match dm_register_match(const dm_register *reg, const dm_text *text,
                           const dm_token *tokens, size_t at, size_t end,
                           const char *date);

/* The same with cities and regions (DM_MATCH_PLACE), which speak for nobody but
 * tell where somebody is from. */
dm_match dm_register_match_place(const dm_register *reg, const dm_token *tokens,
                                 size_t at, size_t end, const char *date);

/* All persons who are called by exactly the first `count` of `words`, by a full
 * name or alias, or by their family name (`kind`). Writes the first `room` of
 * them in order of the file, and returns how many it wrote. */
size_t dm_register_namesakes(const dm_register *reg, const dm_token *words,
                             size_t count, dm_match_kind kind,
                             const dm_actor **out, size_t room);

/* Who held `office` at `date`: on the day of a handover the new one, and who
 * held it beside another only when nobody held it alone. NULL when nobody is
 * known, `date` is not, or the office has many holders at a time. */
const dm_actor *dm_register_holder(const dm_register *reg,
                                   const dm_actor *office, const char *date);

/* The same, of those who were acting: NULL where the holder was more. */
const dm_actor *dm_register_acting(const dm_register *reg,
                                   const dm_actor *office, const char *date);

void dm_register_free(dm_register *reg);

#endif
