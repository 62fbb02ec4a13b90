/* speed.c - how fast statements are found: speed FILE, documents of any kind.
 *
 * One thread finds the statements of all documents of the file again and again,
 * and the file is read from end to end as often, so that the machine's mood
 * strikes both. Printed are medians, in megabytes (a million bytes) of text a
 * second, and the ratio, which says more than either. Nothing is asserted: the
 * test of work (tests/chaos/growth.c) does that without a clock.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "demarche.h"

enum { ROUNDS = 9 };

typedef struct corpus {
    demarche_record **records;    // [count], that own what the next hold
    demarche_document *documents; // [count]
    size_t count, room;
    double bytes; // of all texts
} corpus;

/* One way to spend time; false when it failed. */
typedef bool work(const corpus *c, const demarche_analyser *analyser,
                  const char *path);

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static bool read_plainly(const corpus *c, const demarche_analyser *analyser,
                         const char *path)
{
    static char chunk[1 << 16];
    (void)c, (void)analyser;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return false;
    while (fread(chunk, 1, sizeof chunk, file) == sizeof chunk)
        continue;
    return fclose(file) == 0;
}

static bool find_statements(const corpus *c, const demarche_analyser *analyser,
                            const char *path)
{
    (void)path;
    for (size_t i = 0; i < c->count; i++) {
        demarche_statements *list;
        if (demarche_extract(&list, analyser, &c->documents[i], NULL) !=
            DEMARCHE_OK)
            return false;
        demarche_statements_free(list);
    }
    return true;
}

/* As the command does it: records in, lines out. */
static bool with_records(const corpus *c, const demarche_analyser *analyser,
                         const char *path)
{
    demarche_reader *reader;
    demarche_record *record;
    (void)c;
    bool good = demarche_reader_open(&reader, path, DEMARCHE_FORM_AUTO, NULL) ==
                DEMARCHE_OK;
    while (good && demarche_reader_next(&record, reader, NULL) == DEMARCHE_OK &&
           record != NULL) {
        demarche_document document;
        demarche_statements *list = NULL;
        good =
            demarche_record_document(&document, record, NULL) == DEMARCHE_OK &&
            demarche_extract(&list, analyser, &document, NULL) == DEMARCHE_OK;
        for (size_t i = 0; good && i < demarche_statements_count(list); i++) {
            char *line;
            good = demarche_statements_format(&line, list, i, false, NULL) ==
                   DEMARCHE_OK;
            demarche_string_free(line);
        }
        demarche_statements_free(list);
        demarche_record_free(record);
    }
    demarche_reader_free(reader);
    return good;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static bool keep(corpus *c, demarche_record *record)
{
    if (c->count == c->room) {
        size_t room = c->room == 0 ? 64 : 2 * c->room;
        demarche_record **records =
            realloc(c->records, room * sizeof(demarche_record *));
        if (records != NULL)
            c->records = records;
        demarche_document *documents =
            realloc(c->documents, room * sizeof *documents);
        if (documents != NULL)
            c->documents = documents;
        if (records == NULL || documents == NULL)
            return false;
        c->room = room;
    }
    demarche_document *document = &c->documents[c->count];
    if (demarche_record_document(document, record, NULL) != DEMARCHE_OK)
        return false;
    c->bytes += (double)document->len;
    c->records[c->count++] = record;
    return true;
}

static bool load(corpus *c, const char *path)
{
    demarche_reader *reader;
    demarche_record *record;
    if (demarche_reader_open(&reader, path, DEMARCHE_FORM_AUTO, NULL) !=
        DEMARCHE_OK)
        return false;
    while (demarche_reader_next(&record, reader, NULL) == DEMARCHE_OK &&
           record != NULL)
        if (!keep(c, record))
            demarche_record_free(record);
    demarche_reader_free(reader);
    return c->bytes > 0;
}

static void unload(corpus *c)
{
    for (size_t i = 0; i < c->count; i++)
        demarche_record_free(c->records[i]);
    free(c->records);
    free(c->documents);
}

static const struct {
    const char *name;
    work *run;
} works[] = {
    { "plain read of the file", read_plainly },
    { "statements of texts in memory", find_statements },
    { "the same, records in and lines out", with_records },
};

enum { WORKS = sizeof works / sizeof *works };

static bool measure(const corpus *c, const demarche_analyser *analyser,
                    const char *path)
{
    double spent[WORKS][ROUNDS];
    for (size_t r = 0; r < ROUNDS; r++)
        for (size_t w = 0; w < WORKS; w++) {
            double start = seconds();
            if (!works[w].run(c, analyser, path))
                return false;
            spent[w][r] = seconds() - start;
        }
    printf("%zu documents, %.2f MB of text\n", c->count, c->bytes / 1e6);
    for (size_t w = 0; w < WORKS; w++) {
        qsort(spent[w], ROUNDS, sizeof *spent[w], by_value);
        printf("%-36s %10.2f MB/s %10.1f times a plain read\n", works[w].name,
               c->bytes / 1e6 / spent[w][ROUNDS / 2],
               spent[w][ROUNDS / 2] / spent[0][ROUNDS / 2]);
    }
    return true;
}

int main(int argc, char **argv)
{
    demarche_analyser *analyser;
    demarche_options options;
    corpus c = { 0 };
    if (argc != 2) {
        fputs("usage: speed FILE\n", stderr);
        return EXIT_FAILURE;
    }
    demarche_options_init(&options);
    options.no_models = true;
    bool good = demarche_analyser_new(&analyser, &options, NULL) == DEMARCHE_OK;
    good = good && load(&c, argv[1]) && measure(&c, analyser, argv[1]);
    if (!good)
        fprintf(stderr, "speed: cannot measure with '%s'\n", argv[1]);
    unload(&c);
    demarche_analyser_free(analyser);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
