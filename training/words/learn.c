/* learn.c - a corpus in, a word table's file out; see demarche.h. */
#include <stdlib.h>

#include "base/json.h"
#include "file.h"
#include "input/record.h"
#include "words/table.h"

struct demarche_corpus {
    dm_corpus read;
};

demarche_status demarche_corpus_new(demarche_corpus **out, demarche_error *err)
{
    *out = calloc(1, sizeof **out);
    if (*out == NULL)
        return dm_no_memory(err);
    dm_corpus_init(&(*out)->read);
    return DEMARCHE_OK;
}

demarche_status demarche_corpus_add(demarche_corpus *corpus,
                                    const demarche_record *record,
                                    demarche_error *err)
{
    dm_span text;
    demarche_status status = dm_json_string(&text, record->object, "text", err);
    if (status != DEMARCHE_OK)
        return status;
    if (text.data == NULL)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "record without a field 'text'");
    return dm_corpus_add(&corpus->read, text.data, text.len, err);
}

void demarche_corpus_free(demarche_corpus *corpus)
{
    if (corpus == NULL)
        return;
    dm_corpus_clear(&corpus->read);
    free(corpus);
}

demarche_status demarche_words_train(const demarche_corpus *corpus,
                                     const char *path, uint64_t seed,
                                     demarche_error *err)
{
    dm_table_options options;
    dm_table_options_init(&options);
    options.seed = seed;
    char *bytes = NULL;
    size_t len = 0;
    demarche_status status =
        dm_table_make(&bytes, &len, &corpus->read, &options, err);
    if (status == DEMARCHE_OK)
        status = dm_file_write(path, bytes, len, err);
    free(bytes);
    return status;
}
