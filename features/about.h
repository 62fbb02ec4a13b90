/* about.h - whom a speaker of a given side speaks about.
 *
 * Fed with a content's names and other words, in order; see about.c for the
 * n-grams that come of it.
 */
#ifndef DM_ABOUT_H
#define DM_ABOUT_H

#include "ngram_list.h"

/* Somebody spoken about: a side as the speaker sees it, or a pronoun. */
typedef struct dm_party {
    const char *name; // "own", "third", "china", "(we)"
    const char *side; // NULL: a pronoun
    dm_place at;      // first
    size_t times;     // in all
    size_t alone;     // not beside another side, as "China-US ties" are
} dm_party;

enum { DM_PARTIES_MAX = 12 };

typedef struct dm_about {
    dm_ngram_list *list;
    const dm_tokens *tokens;
    dm_span given; // the speaker's side
    dm_party parties[DM_PARTIES_MAX];
    size_t count;
    const dm_party *first, *last; // in the order of the words
    dm_party *named;              // the last that is a side; NULL: none
    size_t named_end;             // the token behind it
    bool relation, joined, world;
} dm_about;

/* `given` must not be empty. */
void dm_about_begin(dm_about *about, dm_ngram_list *list,
                    const dm_tokens *tokens, dm_span given);

/* A name of `side` in the tokens [begin, end), which are all behind those that
 * were told before. */
void dm_about_name(dm_about *about, const char *side, size_t begin, size_t end);

/* A token that is no part of a name. */
void dm_about_word(dm_about *about, size_t at);

void dm_about_end(dm_about *about);

#endif
