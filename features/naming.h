/* naming.h - the words that name a speaker, taken apart.
 *
 *     the | senior Chinese | official | in Geneva      a noun: "official"
 *     US Secretary of State | Vera Holt | , 61          a figure
 *     Holt, Quill and Cray                               several figures
 *     she                                                a pronoun
 */
#ifndef DM_NAMING_H
#define DM_NAMING_H

#include "mention.h"

typedef enum dm_naming_kind {
    DM_NAMING_NONE,
    DM_NAMING_PRONOUN,
    DM_NAMING_NAMED, // `figure`
    DM_NAMING_PAIR,  // `figure` and `partners`
    DM_NAMING_NOUN,
} dm_naming_kind;

enum { DM_PARTNERS_MAX = 6 }; // who speak together with one; more are dropped

typedef struct dm_naming {
    dm_naming_kind kind;
    dm_stretch words;  // all of them, marks at the ends aside
    dm_stretch phrase; // from behind the articles to the head noun
    uint32_t head;     // token of the noun or pronoun
    uint32_t classes;  // of that token: DM_NOUN_...
    dm_figure *figure;
    dm_figure *partners[DM_PARTNERS_MAX]; // [partner_count]
    size_t partner_count;
    dm_figure *owner;     // "Holt's campaign": Holt, or NULL
    uint32_t owner_token; // "his campaign": "his"; else words.end
    bool owned;           // by a possessive ending or pronoun
    bool articles;        // an article or a number stands in front
    bool definite;        // "the official"
    bool another;         // "another official"
} dm_naming;

dm_naming dm_naming_read(const dm_cast *cast, const dm_mentions *mentions,
                         dm_stretch words);

#endif
