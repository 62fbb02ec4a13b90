/* dataset.c - see dataset.h. */
#include "dataset.h"

#include <stdlib.h>
#include <xxhash.h>

#include "counterpart.h"
#include "shipped.h"

demarche_status dm_dataset_new(demarche_dataset **out, const char *task,
                               const dm_register *reg, demarche_error *err)
{
    *out = NULL;
    if (task == NULL || *task == '\0')
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0, "a task needs a name");
    demarche_dataset *dataset = calloc(1, sizeof *dataset);
    if (dataset == NULL)
        return dm_no_memory(err);
    dataset->reg = reg;
    dm_intern_init(&dataset->dictionary);
    dm_intern_init(&dataset->labels);
    dm_intern_init(&dataset->docs);
    dm_intern_init(&dataset->genres);
    dm_arena_init(&dataset->kept);
    dm_arena_init(&dataset->scratch);
    dataset->task = dm_arena_copy(&dataset->kept, dm_span_of(task));
    demarche_status status = dataset->task == NULL
                                 ? dm_no_memory(err)
                                 : dm_shipped_words_open(&dataset->words, err);
    if (status != DEMARCHE_OK) {
        demarche_dataset_free(dataset);
        return status;
    }
    *out = dataset;
    return DEMARCHE_OK;
}

void demarche_dataset_free(demarche_dataset *dataset)
{
    if (dataset == NULL)
        return;
    dm_intern_clear(&dataset->dictionary);
    dm_intern_clear(&dataset->labels);
    dm_intern_clear(&dataset->docs);
    dm_intern_clear(&dataset->genres);
    dm_arena_clear(&dataset->kept);
    dm_arena_clear(&dataset->scratch);
    free(dataset->rows);
    free(dataset);
}

size_t demarche_dataset_count(const demarche_dataset *dataset)
{
    return dataset->records;
}

const dm_words *dm_dataset_words(const demarche_dataset *dataset)
{
    return dataset->words.dimensions == 0 ? NULL : &dataset->words;
}

static bool make_room(demarche_dataset *dataset)
{
    if (dataset->count < dataset->capacity)
        return true;
    size_t capacity = dataset->capacity == 0 ? 64 : 2 * dataset->capacity;
    size_t bytes;
    if (!dm_multiply(capacity, sizeof *dataset->rows, &bytes))
        return false;
    dm_row *rows = realloc(dataset->rows, bytes);
    if (rows == NULL)
        return false;
    dataset->rows = rows;
    dataset->capacity = capacity;
    return true;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Numbers of all occurrences, made distinct and counted, into the row. */
static bool count_grams(dm_row *row, dm_arena *kept, uint32_t *all,
                        size_t count)
{
    size_t distinct = 0;
    qsort(all, count, sizeof *all, compare_numbers);
    for (size_t i = 0; i < count; i++)
        distinct += i == 0 || all[i] != all[i - 1];
    uint32_t *grams = dm_arena_array(kept, distinct, sizeof *grams);
    float *times = dm_arena_array(kept, distinct, sizeof *times);
    if (grams == NULL || times == NULL)
        return false;
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && all[i] != all[i - 1])
            at++;
        grams[at] = all[i];
        times[at] += 1;
    }
    row->grams = grams;
    row->times = times;
    row->count = (uint32_t)distinct;
    return true;
}

static demarche_status fill_grams(dm_row *row, demarche_dataset *dataset,
                                  const dm_ngrams *ngrams, demarche_error *err)
{
    char key[DM_NGRAM_KEY_MAX];
    uint32_t *all =
        dm_arena_array(&dataset->scratch, ngrams->count, sizeof *all);
    if (all == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < ngrams->count; i++) {
        dm_span string = dm_ngram_key(key, &ngrams->items[i]);
        demarche_status status =
            dm_intern_add(&all[i], &dataset->dictionary, string, err);
        if (status != DEMARCHE_OK)
            return status;
        dataset->hash =
            XXH3_64bits_withSeed(string.data, string.len, dataset->hash);
    }
    return count_grams(row, &dataset->kept, all, ngrams->count)
               ? DEMARCHE_OK
               : dm_no_memory(err);
}

static bool fill_meaning(dm_row *row, demarche_dataset *dataset,
                         const dm_ngrams *ngrams)
{
    const dm_words *words = dm_dataset_words(dataset);
    if (words == NULL)
        return true;
    double *sum =
        dm_arena_array(&dataset->kept, words->dimensions, sizeof *sum);
    for (size_t i = 0; sum != NULL && i < ngrams->meant_count; i++)
        dm_words_add_to(sum, words, ngrams->meant[i]);
    row->meaning = sum;
    return sum != NULL;
}

/* A row without a document is a document of its own. No name that a file can
 * give begins with NUL and a number. */
static demarche_status find_doc(uint32_t *out, demarche_dataset *dataset,
                                dm_span doc, demarche_error *err)
{
    char own[1 + sizeof dataset->count] = { 0 };
    memcpy(own + 1, &dataset->count, sizeof dataset->count);
    dm_span name = doc.len > 0 ? doc : (dm_span){ own, sizeof own };
    return dm_intern_add(out, &dataset->docs, name, err);
}

static demarche_status add_row(demarche_dataset *dataset, const dm_view *view,
                               dm_span label, dm_span doc, bool extra,
                               demarche_error *err)
{
    dm_row row = { .extra = extra,
                   .also = dataset->also,
                   .genre = DM_INTERN_NONE };
    dm_ngrams ngrams;
    demarche_status status =
        make_room(dataset) ? DEMARCHE_OK : dm_no_memory(err);
    if (status == DEMARCHE_OK)
        status = dm_ngrams_find(&ngrams, view, dm_dataset_words(dataset),
                                &dataset->scratch, err);
    if (status == DEMARCHE_OK)
        status = fill_grams(&row, dataset, &ngrams, err);
    if (status == DEMARCHE_OK)
        status = dm_intern_add(&row.label, &dataset->labels, label, err);
    if (status == DEMARCHE_OK)
        status = find_doc(&row.doc, dataset, doc, err);
    if (status == DEMARCHE_OK && !fill_meaning(&row, dataset, &ngrams))
        status = dm_no_memory(err);
    if (status != DEMARCHE_OK)
        return status;
    dataset->hash = XXH3_64bits_withSeed(label.data, label.len, dataset->hash);
    dataset->hash =
        XXH3_64bits_withSeed(&row.doc, sizeof row.doc, dataset->hash);
    dataset->rows[dataset->count++] = row;
    dataset->records += dm_row_counts(&row);
    return DEMARCHE_OK;
}

/* Rows made of one record: as it is, and the statement inside it. */
static demarche_status add_rows(demarche_dataset *dataset, const dm_view *view,
                                dm_span label, dm_span doc, bool extra,
                                demarche_error *err)
{
    size_t before = dataset->count;
    demarche_status status = add_row(dataset, view, label, doc, extra, err);
    if (status != DEMARCHE_OK || view->inner.len == 0)
        return status;
    dm_view inner = *view;
    inner.content = view->inner;
    status = add_row(dataset, &inner, label, doc, true, err);
    if (status == DEMARCHE_OK)
        dataset->rows[before + 1].doc = dataset->rows[before].doc;
    return status;
}

demarche_status dm_dataset_add_view(demarche_dataset *dataset,
                                    const dm_view *view, dm_span label,
                                    dm_span doc, demarche_error *err)
{
    return add_rows(dataset, view, label, doc, false, err);
}

/* What scores are told apart by; fields of other types are somebody's own. */
static demarche_status note_kind(demarche_dataset *dataset,
                                 const json_t *record, size_t row,
                                 demarche_error *err)
{
    const json_t *genre = json_object_get(record, "genre");
    const json_t *hard = json_object_get(record, "hard");
    dm_row *noted = &dataset->rows[row];
    if (json_is_boolean(hard))
        noted->care = json_is_true(hard) ? DM_CARE_HARD : DM_CARE_CLEAR;
    if (!json_is_string(genre) || json_string_length(genre) == 0 ||
        strlen(json_string_value(genre)) != json_string_length(genre))
        return DEMARCHE_OK;
    return dm_intern_add(&noted->genre, &dataset->genres,
                         dm_span_of(json_string_value(genre)), err);
}

demarche_status demarche_dataset_read(demarche_dataset *dataset,
                                      const demarche_fields *fields,
                                      demarche_error *err)
{
    const struct {
        const char *from, **to;
    } table[] = {
        { fields->null_label, &dataset->fields.null_label },
        { fields->given, &dataset->fields.given },
        { fields->mark, &dataset->fields.mark },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        *table[i].to = NULL;
        if (table[i].from == NULL || *table[i].from == '\0')
            continue;
        *table[i].to = dm_arena_copy(&dataset->kept, dm_span_of(table[i].from));
        if (*table[i].to == NULL)
            return dm_no_memory(err);
    }
    return DEMARCHE_OK;
}

void demarche_dataset_also(demarche_dataset *dataset, bool also)
{
    dataset->also = also;
}

demarche_status demarche_dataset_swap(demarche_dataset *dataset,
                                      const char *sides, demarche_error *err)
{
    if (dataset->fields.mark != NULL)
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "names cannot be swapped where a part of the text is "
                       "marked");
    demarche_status status = dm_counterpart_check(sides, err);
    dataset->swaps = status == DEMARCHE_OK;
    return status;
}

/* A view of the record with another text; `copy` is empty, and holds what the
 * view borrows. json_copy() would pass over members for want of memory. */
static demarche_status view_twin(dm_view *view, demarche_dataset *dataset,
                                 json_t *copy, const json_t *record,
                                 dm_span text, demarche_error *err)
{
    if (copy == NULL || json_object_update(copy, (json_t *)record) != 0 ||
        json_object_set_new(copy, "text", json_stringn(text.data, text.len)))
        return dm_no_memory(err);
    demarche_status status =
        dm_view_of_record(view, copy, dataset->reg, &dataset->scratch, err);
    return status == DEMARCHE_OK
               ? dm_view_read(view, copy, &dataset->fields, err)
               : status;
}

/* A row that names a side once more, with names swapped. It is of the same
 * document, also where that has no name: folds are those of rows without
 * copies. */
static demarche_status add_twin(demarche_dataset *dataset, const json_t *record,
                                size_t row, dm_span label, demarche_error *err)
{
    dm_view view;
    dm_span text;
    dm_counterpart other;
    demarche_status status = dm_json_string(&text, record, "text", err);
    if (status == DEMARCHE_OK)
        status = dm_counterpart_find(&other, text, dataset->reg,
                                     &dataset->scratch, err);
    if (status != DEMARCHE_OK || other.named == 0)
        return status;
    size_t twin = dataset->count;
    dm_span doc = dm_intern_at(&dataset->docs, dataset->rows[row].doc);
    json_t *copy = json_object();
    status = view_twin(&view, dataset, copy, record, other.text, err);
    if (status == DEMARCHE_OK)
        status = add_rows(dataset, &view, label, doc, true, err);
    json_decref(copy);
    for (size_t i = twin; i < dataset->count; i++)
        dataset->rows[i].swapped = true;
    if (status == DEMARCHE_OK) {
        dataset->rows[row].twin = (uint32_t)twin;
        dataset->rows[row].named = (uint8_t)other.named;
    }
    return status;
}

/* A null label counts where it has a name; an absent one never does. */
static void name_null(dm_span *label, const demarche_dataset *dataset,
                      const json_t *record)
{
    if (dataset->fields.null_label != NULL &&
        json_is_null(json_object_get(record, dataset->task)))
        *label = dm_span_of(dataset->fields.null_label);
}

static demarche_status add(demarche_dataset *dataset, const json_t *record,
                           bool *added, demarche_error *err)
{
    size_t before = dataset->count;
    dm_span label, doc;
    dm_view view;
    demarche_status status = dm_json_string(&label, record, dataset->task, err);
    if (status != DEMARCHE_OK)
        return status;
    name_null(&label, dataset, record);
    if (label.data == NULL)
        return DEMARCHE_OK;
    if (label.len == 0 || memchr(label.data, 0, label.len) != NULL)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "field '%.60s' is no label: it is %s", dataset->task,
                       label.len == 0 ? "empty" : "broken by NUL");
    status = dm_json_string(&doc, record, "doc", err);
    if (status == DEMARCHE_OK)
        status = dm_view_of_record(&view, record, dataset->reg,
                                   &dataset->scratch, err);
    if (status == DEMARCHE_OK)
        status = dm_view_read(&view, record, &dataset->fields, err);
    if (status == DEMARCHE_OK)
        status = dm_dataset_add_view(dataset, &view, label, doc, err);
    if (status == DEMARCHE_OK)
        status = note_kind(dataset, record, before, err);
    if (status == DEMARCHE_OK && dataset->swaps)
        status = add_twin(dataset, record, before, label, err);
    *added = status == DEMARCHE_OK;
    return status;
}

demarche_status dm_dataset_add(demarche_dataset *dataset, const json_t *record,
                               bool *added, demarche_error *err)
{
    bool done = false;
    demarche_status status = add(dataset, record, &done, err);
    dm_arena_reset(&dataset->scratch);
    if (added != NULL)
        *added = done;
    return status;
}
