/* main.c - demarche_words: a corpus on standard input, words.vec out.
 *
 *     xz -dc corpus.ndjson.xz | demarche_words words.vec
 *
 * A tool for those who rebuild the shipped models (models/rebuild.sh); it is
 * not installed. One JSON object with a `text` a line.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"
#include "words/table.h"

static demarche_status add_line(dm_corpus *corpus, const char *line, size_t len,
                                demarche_error *err)
{
    json_t *record;
    demarche_status status = dm_json_parse(&record, line, len, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_span text;
    status = dm_json_string(&text, record, "text", err);
    if (status == DEMARCHE_OK && text.data != NULL)
        status = dm_corpus_add(corpus, text.data, text.len, err);
    json_decref(record);
    return status;
}

static demarche_status read_corpus(dm_corpus *corpus, demarche_error *err)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    demarche_status status = DEMARCHE_OK;
    while (status == DEMARCHE_OK && (len = getline(&line, &room, stdin)) > 0)
        status = add_line(corpus, line, (size_t)len, err);
    free(line);
    return status;
}

static demarche_status save(const char *path, const char *bytes, size_t len,
                            demarche_error *err)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        return dm_fail(err, DEMARCHE_IO, 0, "cannot write '%s'", path);
    bool written = fwrite(bytes, 1, len, file) == len;
    if (fclose(file) != 0 || !written)
        return dm_fail(err, DEMARCHE_IO, 0, "cannot write '%s'", path);
    return DEMARCHE_OK;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: demarche_words words.vec < corpus.ndjson\n", stderr);
        return 2;
    }
    dm_table_options options;
    dm_table_options_init(&options);
    demarche_error err = { 0 };
    dm_corpus corpus;
    dm_corpus_init(&corpus);
    char *bytes = NULL;
    size_t len = 0;
    demarche_status status = read_corpus(&corpus, &err);
    if (status == DEMARCHE_OK)
        status = dm_table_make(&bytes, &len, &corpus, &options, &err);
    if (status == DEMARCHE_OK)
        status = save(argv[1], bytes, len, &err);
    if (status != DEMARCHE_OK)
        fprintf(stderr, "demarche_words: %s\n", err.message);
    else
        fprintf(stderr, "%zu words, %zu different, %zu sentences\n",
                corpus.length - corpus.sentences, corpus.words.count,
                corpus.sentences);
    free(bytes);
    dm_corpus_clear(&corpus);
    return status == DEMARCHE_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
