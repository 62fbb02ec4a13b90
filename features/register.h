/* register.h - how the register is held, for the files that build and ask it.
 *
 *     actors.tsv ──► entries ──► linked ──► phrases ──► table of beginnings
 *               register_parse  register_link   register_index
 *
 * A phrase is one way to write an actor: a name, an alias, an adjective, a
 * family name. The table holds a hash for each beginning of each phrase, so
 * that matching walks along the text a token at a time and stops at the first
 * beginning that no phrase has: its cost is bounded by the longest phrase,
 * however many phrases begin with "Chinese".
 */
#ifndef DM_REGISTER_H
#define DM_REGISTER_H

#include "actor.h"
#include "base/intern.h"
#include "date.h"

enum { DM_PHRASE_MAX = 32 }; // tokens of a phrase; longer names are refused

typedef struct dm_term {
    const struct dm_entry *person, *office;
    dm_date from, to; // both included; DM_DATE_FIRST, DM_DATE_LAST: open
    bool acting;      // fills in for nobody, or for who is away
    bool joint;       // beside another holder
} dm_term;

typedef struct dm_entry {
    dm_actor actor; // first, so that an actor leads to its entry
    size_t number;  // its place among the entries
    const char *file;
    size_t line;
    dm_span of, detail;                // as written
    const char *role;                  // persons without an office, or NULL
    const dm_token *name, *name_end;   // tokens of the name
    const dm_token *alias, *alias_end; // of the aliases with their bars
    const dm_token *extra, *extra_end; // of a country's detail
    const dm_text *text;               // of the file
    dm_term *terms;                    // [term_count]
    size_t term_count;
    uint64_t words;    // an office's: one bit for each word of its names
    bool many;         // an office with several holders at one time
    bool family_first; // "Wang Yi": the name opens with the family name
} dm_entry;

typedef struct dm_phrase {
    const dm_token *tokens; // [count]
    const dm_entry *entry;
    uint32_t count;
    uint32_t next; // number + 1 of the next phrase of the same words, or 0
    uint32_t form; // the same for neighbours that are written alike
    dm_match_kind kind;
} dm_phrase;

typedef struct dm_beginning {
    uint64_t hash;
    uint32_t used;   // 0: this slot is free
    uint32_t phrase; // number + 1 of the first phrase that ends here, or 0
} dm_beginning;

struct dm_register {
    dm_arena arena;
    dm_intern ids;      // an id's number is its place among the entries
    dm_entry **entries; // [count], in order of the file
    size_t count, room;
    dm_term *terms; // [term_count], by office, then by place in the file
    size_t term_count;
    dm_phrase *phrases; // [phrase_count]
    size_t phrase_count, phrase_room;
    dm_beginning *table; // [table_size], a power of two
    size_t table_size;
};

/* The entry of an actor. */
static inline const dm_entry *dm_entry_of(const dm_actor *actor)
{
    return (const dm_entry *)(const void *)actor;
}

/* The bit that stands for a word in dm_entry.words. Two words may share one: a
 * bit that is missing tells that the word is. */
static inline uint64_t dm_entry_bit(const dm_token *word)
{
    return UINT64_C(1) << (word->hash & 63);
}

/* Turn ids into pointers: `of`, and the terms of persons. */
demarche_status dm_register_link(dm_register *reg, demarche_error *err);

/* Fill phrases and table from the entries. */
demarche_status dm_register_index(dm_register *reg, demarche_error *err);

#define DM_BEGINNING_NONE UINT64_C(0) // the hash of no token at all

/* The hash of a beginning that is one token longer. Beginnings that differ may
 * share one: a phrase is compared word for word in the end. */
static inline uint64_t dm_beginning_hash(uint64_t shorter,
                                         const dm_token *token)
{
    uint64_t mixed = (shorter ^ token->hash) * UINT64_C(0x9E3779B97F4A7C15);
    mixed ^= mixed >> 32;
    return mixed == DM_BEGINNING_NONE ? 1 : mixed;
}

/* The slot of `hash`, or the free slot where it would go. */
static inline size_t dm_beginning_slot(const dm_register *reg, uint64_t hash)
{
    size_t mask = reg->table_size - 1;
    size_t slot = (size_t)hash & mask;
    while (reg->table[slot].used != 0 && reg->table[slot].hash != hash)
        slot = (slot + 1) & mask;
    return slot;
}

/* The number of the first term of `office`: others follow it. By binary
 * search; the place where it would be when there is none. */
size_t dm_register_first_term(const dm_register *reg, const dm_entry *office);

/* May a phrase begin with this token? */
static inline bool dm_register_begins(const dm_register *reg,
                                      const dm_token *token)
{
    uint64_t hash = dm_beginning_hash(DM_BEGINNING_NONE, token);
    return reg != NULL && reg->table[dm_beginning_slot(reg, hash)].used != 0;
}

/* Days from `date` to the nearest day in office: 0 while in office, 1 while one
 * of many in it, and a large number for a person without dates. */
uint32_t dm_entry_distance(const dm_entry *entry, dm_date date);

#endif
