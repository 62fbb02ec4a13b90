/* sums.c - what was counted, summed up and sorted, and put into a form. */
#include <math.h>
#include <stdlib.h>

#include "assay/assay.h"
#include "base/num.h"
#include "report.h"

const char *dm_level_name(size_t level)
{
    static const char *const names[DM_LEVELS] = { "overlap_0.3", "overlap_0.8",
                                                  "exact" };
    return names[level];
}

const char *dm_aspect_name(size_t aspect)
{
    static const char *const names[DM_ASPECTS] = { "speaker", "actor", "side",
                                                   "tone" };
    return names[aspect];
}

void dm_assay_add_share(dm_buf *out, double share)
{
    double scaled = share * 1e4, whole = floor(scaled);
    // The product is rounded; fma tells by how much, and so what a half is.
    double above = (scaled - whole - 0.5) + fma(share, 1e4, -scaled);
    bool odd = fmod(whole, 2) != 0;
    bool up = above > 0 || (above == 0 && odd);
    dm_num_fixed(out, (whole + (up ? 1 : 0)) / 1e4, 4);
}

static int by_count(const void *a, const void *b)
{
    const dm_times *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return dm_span_compare(x->name, y->name);
}

demarche_status dm_assay_details(dm_times **out, const dm_fault_list *list,
                                 dm_arena *arena, demarche_error *err)
{
    size_t count = list->details.count;
    *out = dm_arena_array(arena, count, sizeof **out);
    if (*out == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < count; i++)
        (*out)[i] = (dm_times){ dm_intern_at(&list->details, (uint32_t)i),
                                list->detail_counts[i] };
    qsort(*out, count, sizeof **out, by_count);
    return DEMARCHE_OK;
}

/* Few kinds: by insertion, which keeps the order of equal ones. */
static void sort_kinds(dm_assay_sums *sums)
{
    const dm_fault_list *lists = sums->assay->faults.lists;
    for (size_t k = 0; k < DM_FAULT_KINDS; k++) {
        size_t at = sums->kind_count;
        if (lists[k].count == 0)
            continue;
        for (; at > 0 && lists[sums->kinds[at - 1]].count < lists[k].count;
             at--)
            sums->kinds[at] = sums->kinds[at - 1];
        sums->kinds[at] = (dm_fault_kind)k;
        sums->kind_count++;
    }
}

static demarche_status sum_up(dm_assay_sums *sums, const demarche_assay *assay,
                              const demarche_report_options *options,
                              demarche_error *err)
{
    dm_counts *copy =
        dm_arena_array(&sums->arena, assay->article_count, sizeof *copy);
    if (copy == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < assay->article_count; i++) {
        copy[i] = assay->articles[i];
        dm_counts_sum(&sums->total, &copy[i]);
    }
    dm_counts_sum(&sums->total, &assay->turns);
    sort_kinds(sums);
    demarche_status status =
        dm_counts_spread(&sums->spread, copy, assay->article_count,
                         options->resamples, options->seed, err);
    for (size_t g = 0; g < DM_GROUPINGS && status == DEMARCHE_OK; g++) {
        sums->group_counts[g] = assay->groups[g].names.count;
        status = dm_groups_sorted(&sums->groups[g], &assay->groups[g],
                                  &sums->arena, err);
    }
    return status;
}

/* What is left of the output given speaks of documents that are not there. */
static demarche_status check_left(const demarche_assay *assay,
                                  demarche_error *err)
{
    dm_span left = dm_answers_left(&assay->answers);
    if (left.data == NULL || assay->article_count == 0)
        return DEMARCHE_OK;
    return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                   "the gold has no document '%.*s'",
                   (int)(left.len < 100 ? left.len : 100), left.data);
}

demarche_status demarche_assay_format(char **out, const demarche_assay *assay,
                                      const demarche_report_options *options,
                                      demarche_error *err)
{
    static dm_assay_form *const forms[] = {
        [DEMARCHE_FORMAT_TEXT] = dm_assay_text,
        [DEMARCHE_FORMAT_JSON] = dm_assay_json,
        [DEMARCHE_FORMAT_NDJSON] = dm_assay_ndjson,
        [DEMARCHE_FORMAT_CSV] = dm_assay_csv,
    };
    *out = NULL;
    demarche_report_options defaults;
    demarche_report_options_init(&defaults);
    if (options == NULL)
        options = &defaults;
    dm_assay_sums sums = { .assay = assay };
    dm_arena_init(&sums.arena);
    dm_buf buf;
    dm_buf_init(&buf);
    demarche_status status = dm_report_check(options, err);
    if (status == DEMARCHE_OK)
        status = check_left(assay, err);
    if (status == DEMARCHE_OK)
        status = sum_up(&sums, assay, options, err);
    if (status == DEMARCHE_OK)
        status = forms[options->format](&buf, &sums, options, err);
    dm_arena_clear(&sums.arena);
    if (status == DEMARCHE_OK)
        return dm_buf_take(out, &buf, err);
    dm_buf_clear(&buf);
    return status;
}
