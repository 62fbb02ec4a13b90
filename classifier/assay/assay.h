/* assay.h - a comparison under way, and the sums that its forms show.
 *
 *     gold, statements ──► sample ──► counts, groups, faults ──► sums ──► text
 *                        (a document)      (all documents)               json
 *                                                                        csv
 */
#ifndef DM_ASSAY_H
#define DM_ASSAY_H

#include "assay/counts.h"
#include "assay/faults.h"
#include "assay/groups.h"

struct demarche_assay {
    demarche_assay_options options;
    dm_answers answers;
    dm_arena scratch;    // of the document under way
    dm_counts *articles; // [article_count], of documents with attributions
    size_t article_count, capacity;
    dm_counts turns; // of documents with turns, in one
    size_t transcripts;
    size_t outside; // ranges that are reversed or reach behind their text
    dm_groups groups[DM_GROUPINGS];
    dm_faults faults;
};

typedef struct dm_assay_sums {
    const demarche_assay *assay;
    dm_arena arena;
    dm_counts total;
    dm_spread spread;
    dm_group *groups[DM_GROUPINGS]; // [group_counts], largest first
    size_t group_counts[DM_GROUPINGS];
    dm_fault_kind kinds[DM_FAULT_KINDS]; // [kind_count], most frequent first
    size_t kind_count;                   // those that occur
} dm_assay_sums;

/* How many times something was seen; details of a kind, most frequent first,
 * in the arena. */
typedef struct dm_times {
    dm_span name;
    size_t count;
} dm_times;

demarche_status dm_assay_details(dm_times **out, const dm_fault_list *list,
                                 dm_arena *arena, demarche_error *err);

/* A form appends to `out`; a failed append makes it fail as a whole. `sums`
 * gives its arena. */
typedef demarche_status dm_assay_form(dm_buf *out, dm_assay_sums *sums,
                                      const demarche_report_options *options,
                                      demarche_error *err);
dm_assay_form dm_assay_text, dm_assay_json, dm_assay_ndjson, dm_assay_csv;

/* A share in [0, 1] with four decimals, rounded as Python's round() does: to
 * the nearest, and a true half to the even digit. */
void dm_assay_add_share(dm_buf *out, double share);

/* "overlap_0.3", "overlap_0.8", "exact"; "speaker", "actor", "side", "tone". */
const char *dm_level_name(size_t level);
const char *dm_aspect_name(size_t aspect);

#endif
