/* describe.c - a model in JSON: what it holds and what weighs most in it. */
#include <stdlib.h>

#include "base/json.h"
#include "base/num.h"
#include "share.h"

typedef struct heavy {
    double weight;
    uint32_t id;
} heavy;

static int compare_heavy(const void *a, const void *b)
{
    const heavy *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

static void add_gram(dm_buf *buf, const demarche_model *model, const heavy *h)
{
    dm_span key = dm_frozen_at(&model->vocab.grams, h->id);
    dm_buf name;
    dm_buf_init(&name);
    dm_ngram_show(&name, dm_space_of_key(key),
                  (dm_span){ key.data + 1, key.len - 1 });
    dm_buf_add_string(buf, "{\"ngram\":");
    dm_json_add_string(buf, dm_buf_span(&name));
    dm_buf_add_string(buf, ",\"weight\":");
    dm_num_fixed(buf, h->weight, 4);
    dm_buf_add_char(buf, '}');
    dm_buf_clear(&name);
}

/* The `top` n-grams that speak most for each label. `all` has room for every
 * n-gram. */
static void add_heaviest(dm_buf *buf, const demarche_model *model, unsigned top,
                         heavy *all)
{
    uint32_t count = model->vocab.grams.count;
    for (size_t k = 0; k < model->label_count; k++) {
        for (uint32_t i = 0; i < count; i++)
            all[i] = (heavy){ dm_model_weight(model, i, k), i };
        qsort(all, count, sizeof *all, compare_heavy);
        dm_buf_add_string(buf, k == 0 ? "{" : ",");
        dm_json_add_string(buf, dm_span_of(model->labels[k]));
        dm_buf_add_string(buf, ":[");
        for (uint32_t i = 0; i < count && i < top; i++) {
            dm_buf_add_string(buf, i == 0 ? "" : ",");
            add_gram(buf, model, &all[i]);
        }
        dm_buf_add_char(buf, ']');
    }
    dm_buf_add_char(buf, '}');
}

/* One entry every five per cent, from the last accuracy that keeps all to the
 * first that keeps nothing. */
static void add_coverage(dm_buf *buf, const demarche_model *model)
{
    enum { STEP = 5 };
    const char *comma = "";
    dm_buf_add_string(buf, ",\"coverage\":[");
    for (size_t i = 0; i < DM_ABSTAIN_POINTS; i += STEP) {
        const dm_kept *kept = &model->curve[i];
        if (i + STEP < DM_ABSTAIN_POINTS && kept[STEP].share == 1)
            continue;
        dm_buf_addf(buf, "%s{\"accuracy\":", comma);
        dm_num_fixed(buf, dm_abstain_accuracy(i), 2);
        dm_buf_add_string(buf, ",\"least_p\":");
        dm_num_fixed(buf, kept->least_p, 4);
        dm_buf_add_string(buf, ",\"kept\":");
        dm_num_fixed(buf, kept->share, 4);
        dm_buf_add_char(buf, '}');
        comma = ",";
        if (kept->share == 0)
            break;
    }
    dm_buf_add_char(buf, ']');
}

static void add_facts(dm_buf *buf, const demarche_model *model)
{
    uint32_t grams = model->vocab.grams.count;
    dm_buf_add_string(buf, "{\"task\":");
    dm_json_add_string(buf, dm_span_of(model->task));
    for (size_t k = 0; k < model->label_count; k++) {
        dm_buf_add_string(buf, k == 0 ? ",\"labels\":[" : ",");
        dm_json_add_string(buf, dm_span_of(model->labels[k]));
    }
    dm_buf_addf(buf, "],\"ngrams\":%u,\"dimensions\":%zu,\"bytes\":%zu",
                (unsigned)grams, model->vocab.columns - grams, model->len);
    dm_buf_addf(buf, ",\"checksum\":\"%016llx\"",
                (unsigned long long)dm_image_checksum(model->image));
    dm_buf_add_string(buf, ",\"threshold\":");
    dm_num_fixed(buf, model->threshold, 4);
    add_coverage(buf, model);
}

/* The card is JSON that training wrote; a file may say otherwise. */
static void add_card(dm_buf *buf, const demarche_model *model)
{
    json_t *card;
    bool sound = dm_json_parse(&card, model->card.data, model->card.len,
                               NULL) == DEMARCHE_OK;
    dm_buf_add_string(buf, ",\"card\":");
    if (sound)
        dm_buf_add_span(buf, model->card);
    else
        dm_buf_add_string(buf, "null");
    if (sound)
        json_decref(card);
}

demarche_status demarche_model_describe(char **out, const demarche_model *model,
                                        unsigned top, demarche_error *err)
{
    *out = NULL;
    heavy *all = calloc((size_t)model->vocab.grams.count + 1, sizeof *all);
    if (all == NULL)
        return dm_no_memory(err);
    dm_buf buf;
    dm_buf_init(&buf);
    add_facts(&buf, model);
    add_card(&buf, model);
    if (top > 0) {
        dm_buf_add_string(&buf, ",\"heaviest\":");
        add_heaviest(&buf, model, top, all);
    }
    dm_buf_add_char(&buf, '}');
    free(all);
    return dm_buf_take(out, &buf, err);
}
