/* card.c - see card.h. */
#include "card.h"

#include "base/json.h"
#include "base/num.h"
#include "solver.h"
#include "split.h"

static void add_labels(dm_buf *buf, const dm_bench *bench)
{
    for (size_t k = 0; k < bench->label_count; k++) {
        size_t rows = 0;
        for (size_t i = 0; i < bench->count; i++)
            rows += bench->gold[i] == k;
        dm_buf_add_char(buf, k == 0 ? '{' : ',');
        dm_json_add_string(buf, dm_span_of(bench->labels[k]));
        dm_buf_addf(buf, ":%zu", rows);
    }
    dm_buf_add_char(buf, '}');
}

static void add_data(dm_buf *buf, const dm_bench *bench)
{
    size_t docs =
        dm_group_count(bench->docs, bench->count, bench->dataset->docs.count);
    dm_buf_addf(buf,
                "\"data\":{\"rows\":%zu,\"documents\":%zu,\"hash\":"
                "\"%016llx\",\"labels\":",
                bench->count, docs, (unsigned long long)bench->dataset->hash);
    add_labels(buf, bench);
    dm_buf_add_char(buf, '}');
}

static void add_spaces(dm_buf *buf, const float *weights)
{
    for (size_t s = 0; s < DM_SPACE_COUNT; s++) {
        dm_buf_add_char(buf, s == 0 ? '{' : ',');
        dm_json_add_string(buf, dm_span_of(dm_space_name((dm_space)s)));
        dm_buf_add_char(buf, ':');
        dm_num_fixed(buf, weights[s], 2);
    }
    dm_buf_add_char(buf, '}');
}

void dm_card_write(dm_buf *buf, const dm_bench *bench,
                   const demarche_train_options *options, unsigned folds,
                   double c, double macro_f1)
{
    dm_buf_add_string(buf, "{\"program\":");
    dm_json_add_string(buf, dm_span_of(demarche_version()));
    dm_buf_add_string(buf, ",\"note\":");
    if (options->note == NULL)
        dm_buf_add_string(buf, "null");
    else
        dm_json_add_string(buf, dm_span_of(options->note));
    dm_buf_add_char(buf, ',');
    add_data(buf, bench);
    dm_buf_add_string(buf, ",\"method\":{\"solver\":");
    dm_json_add_string(buf, dm_span_of(dm_solver_describe(options->solver)));
    dm_buf_add_string(buf, ",\"c\":");
    dm_num_fixed(buf, c, 6);
    dm_buf_addf(buf, ",\"folds\":%u,\"min_df\":%u,\"seed\":%llu", folds,
                options->min_df, (unsigned long long)options->seed);
    dm_buf_add_string(buf, ",\"accuracy_wanted\":");
    dm_num_fixed(buf, options->accuracy, 4);
    dm_buf_add_string(buf, ",\"spaces\":");
    add_spaces(buf, bench->selection.weights);
    dm_buf_add_string(buf, "},\"held_out\":{\"macro_f1\":");
    dm_num_fixed(buf, macro_f1, 4);
    dm_buf_add_string(buf, "}}");
}
