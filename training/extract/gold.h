/* gold.h - annotated attributions of one article, in tokens.
 *
 * A record holds `text` and `attributions`: [{"source", "cue", "content"}],
 * each a list of [begin, end) ranges in code points, as PolNeAR has them
 * (Newell et al., "An Attribution Relations Corpus for Political News", LREC
 * 2018).
 */
#ifndef DM_GOLD_H
#define DM_GOLD_H

#include "base/json.h"
#include "scan.h"

enum { DM_GOLD_PIECES_MAX = 8 };

typedef struct dm_gold {
    dm_run cue;                        // from its first word to its last
    dm_run pieces[DM_GOLD_PIECES_MAX]; // [count], ascending
    size_t count;
    bool kind; // annotated with a kind, as statements are and beliefs are not
} dm_gold;

typedef struct dm_golds {
    dm_gold *items; // [count]
    size_t count;
} dm_golds;

/* Read the record's text as a page, and its attributions that have a content.
 * All in `arena`; the text is borrowed from the record. DEMARCHE_BAD_INPUT
 * where a part is missing, or a range is none. */
demarche_status dm_golds_open(dm_page *page, dm_golds *golds,
                              const json_t *record, dm_arena *arena,
                              demarche_error *err);

/* The word of the cue that speaks: past auxiliaries, adverbs, determiners. */
uint32_t dm_gold_head(const dm_gold *gold, const dm_scan *scan);

/* Is it a statement, and no mere belief: has it a kind, a quotation, or a verb
 * of speech? */
bool dm_gold_is_statement(const dm_gold *gold, const dm_scan *scan);

/* Where words begin at or behind `at`, past marks and "that"; and where they
 * end at or before `at`. Annotations differ from statements in such. */
uint32_t dm_gold_begin(const dm_scan *scan, uint32_t at);
uint32_t dm_gold_end(const dm_scan *scan, uint32_t at);

#endif
