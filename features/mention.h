/* mention.h - every place of a page where a figure is named.
 *
 * N1  a name, alias or metonym of the register, a middle initial aside;
 * N2  a run of capitalised words around a noun for institutions: "Federation of
 *     Alpine Dairies";
 * N3  another run of two capitalised words or more: a person;
 * N4  one capitalised word: the person last named by it, else whom the register
 *     means by it, else, after a title ("Mr. Holt"), a person of that name;
 * N5  the same, but for a plural or possessive ending that lost its apostrophe
 *     ("Holts").
 */
#ifndef DM_MENTION_H
#define DM_MENTION_H

#include "cast.h"

typedef struct dm_mention {
    dm_stretch words; // the name without its title
    uint32_t title;   // where its title begins; words.first without one
    dm_figure *figure;
    bool subject; // opens its sentence or clause
    bool owner;   // a possessive ending follows
    bool spoken;  // stands inside a statement's words
} dm_mention;

typedef struct dm_mentions {
    dm_mention *items; // [count], by first token, without overlap
    size_t count, room;
} dm_mentions;

/* Find all mentions, filling the cast. `spoken` tells for each token whether it
 * stands inside a statement's words. */
demarche_status dm_mentions_find(dm_mentions *out, dm_cast *cast,
                                 const bool *spoken, demarche_error *err);

/* The first mention that ends after token `at`: its number, or the count. */
size_t dm_mentions_at(const dm_mentions *mentions, uint32_t at);

#endif
