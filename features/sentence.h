/* sentence.h - a document cut into sentences of tokens.
 *
 * A sentence ends at . ! ? … (or an ideographic stop), closing marks and
 * brackets after it included, and at the end of a paragraph. Not after an
 * abbreviation that goes on ("Sen. Cotton", "U.S. officials"), an initial, or a
 * decimal point. A closed quotation inside its sentence does not end it when a
 * lower-case word or an attribution follows ("Stop!" he said). Doubled and
 * stray full stops, as in scraped text ("Xinhua. ."), make no sentence of
 * their own: they belong to the sentence before.
 */
#ifndef DM_SENTENCE_H
#define DM_SENTENCE_H

#include "token.h"

typedef struct dm_sentence {
    uint32_t first, end; // tokens, half-open; first < end
    uint32_t paragraph;  // number of its paragraph, from 0, ascending
} dm_sentence;

/* What every later stage reads. All of it lives in one arena. */
typedef struct dm_page {
    dm_text text;
    dm_tokens tokens;
    const dm_sentence *sentences; // [sentence_count], tiling the tokens
    size_t sentence_count;
    const char *date; // "YYYY-MM-DD" or NULL: which office holder is meant
    dm_span title;    // of the document, or empty; set after reading
    const struct dm_chooser *chooser; // learned decisions, or NULL; likewise
    bool parc;                        // cut statements as PARC does; likewise
} dm_page;

/* Check, tokenise and cut `bytes`, which must outlive the page, as `date`
 * must. */
demarche_status dm_page_read(dm_page *out, dm_arena *arena, const char *bytes,
                             size_t len, const char *date, demarche_error *err);

/* The sentence that holds token `token`; binary search. */
size_t dm_page_sentence_of(const dm_page *page, size_t token);

/* True for a word, folded and with its period ("mr.", "sen.", "u.s."), that a
 * period may follow without ending a sentence. In abbrev.c. */
bool dm_abbrev_known(dm_span folded);

/* True for a title that stands before a name ("mr.", "president", "sen."). */
bool dm_abbrev_is_title(dm_span folded);

#endif
