/* ngram.h - the features of a statement: n-grams in name spaces.
 *
 *     word     1 to 3 words of the content, marks included
 *     char     4 to 5 letters within a word, its ends marked by spaces
 *     kin      1 to 2 clusters of like words, each named by a typical one
 *     not      words in the scope of a negation
 *     but      1 to 2 words after the last "but"
 *     cue      1 to 2 words of the speech verb
 *     speaker  1 to 2 words of who speaks; with their side given, each word of
 *              the content beside it
 *     known    what the register knows of the speaker: side, kind; with their
 *              side given, whom the content is about (about.h)
 *     named    whose names the content holds: side, kind, the words beside;
 *              what stands around a marked part
 *     shape    how long the content is, whether it asks
 *     meaning  (not an n-gram) the sum of the content's word vectors
 *
 * A name space is never mixed with another: "China" as speaker and "China" in
 * the content are two things.
 */
#ifndef DM_NGRAM_H
#define DM_NGRAM_H

#include "view.h"
#include "words.h"

typedef enum dm_space {
    DM_SPACE_WORD,
    DM_SPACE_CHAR,
    DM_SPACE_KIN,
    DM_SPACE_NOT,
    DM_SPACE_BUT,
    DM_SPACE_CUE,
    DM_SPACE_SPEAKER,
    DM_SPACE_KNOWN,
    DM_SPACE_NAMED,
    DM_SPACE_SHAPE,
    DM_SPACE_MEANING,
    DM_SPACE_COUNT
} dm_space;

enum {
    DM_NGRAM_TOKENS_MAX = 4096, // a statement is judged by its first tokens
    DM_NGRAM_WORD_MAX = 64,     // bytes of a word that count
    DM_NGRAM_KEY_MAX = 3 * DM_NGRAM_WORD_MAX + 8,
};

/* Tokens [begin, end): where an n-gram stands in the content. One that speaks
 * of all of it ("nobody is named") covers all. */
typedef struct dm_place {
    uint16_t begin, end;
} dm_place;

typedef struct dm_ngram {
    dm_span text;
    dm_space space;
    dm_place at; // empty: it comes from elsewhere than the content
} dm_ngram;

typedef struct dm_ngrams {
    dm_text content;  // what places lead to
    dm_tokens tokens; // its first ones
    dm_ngram *items;  // [count], one an occurrence, DM_SPACE_MEANING never
    size_t count;
    uint32_t *meant;    // [meant_count], numbers in the word table, one an
    uint16_t *meant_at; // occurrence, and the tokens where they stand
    size_t meant_count;
    double *meaning; // [dimensions of the table], the sum of their vectors
} dm_ngrams;

/* All n-grams of a view, in `arena`. `words` may be NULL: no kin, no meaning.
 */
demarche_status dm_ngrams_find(dm_ngrams *out, const dm_view *view,
                               const dm_words *words, dm_arena *arena,
                               demarche_error *err);

/* The n-gram as a string that no other has: its space's letter and its text,
 * written to `key`. */
dm_span dm_ngram_key(char key[DM_NGRAM_KEY_MAX], const dm_ngram *ngram);

/* The name space of a key; DM_SPACE_COUNT when it is none. */
dm_space dm_space_of_key(dm_span key);

/* "word", "char" …; and back, DM_SPACE_COUNT when unknown. */
const char *dm_space_name(dm_space space);

#endif
