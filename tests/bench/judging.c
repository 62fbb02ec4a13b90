/* judging.c - how long a statement takes to be judged: judging FILE [ROUNDS].
 *
 * The statements of all documents of the file are found once; then one thread
 * judges them again and again, by all the shipped models, in two ways: as
 * found, and as records, which besides asks the register who speaks and writes
 * the verdicts into the record. Printed are medians a statement, of
 * processor time. Nothing is asserted. For instructions, which a busy machine
 * does not disturb, run one round and three under valgrind and take half the
 * difference.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "demarche.h"

enum { ROUNDS = 9, STATEMENTS_MAX = 20000 };

typedef struct corpus {
    demarche_statements *lists[STATEMENTS_MAX];
    demarche_record *records[STATEMENTS_MAX]; // of statements
    size_t lists_count, count;
    size_t words;
} corpus;

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static bool keep_statement(corpus *c, const demarche_statements *list, size_t i)
{
    char *line;
    if (demarche_statements_format(&line, list, i, false, NULL) != DEMARCHE_OK)
        return false;
    bool good = demarche_record_parse(&c->records[c->count], line, strlen(line),
                                      NULL) == DEMARCHE_OK;
    const char *text = demarche_statements_at(list, i)->text;
    for (c->words++; *text != '\0'; text++)
        c->words += *text == ' ';
    demarche_string_free(line);
    c->count += good;
    return good;
}

static bool keep_document(corpus *c, demarche_record *record,
                          const demarche_analyser *analyser)
{
    demarche_document document;
    demarche_statements *list;
    if (demarche_record_document(&document, record, NULL) != DEMARCHE_OK ||
        demarche_extract(&list, analyser, &document, NULL) != DEMARCHE_OK)
        return false;
    c->lists[c->lists_count++] = list;
    size_t count = demarche_statements_count(list);
    bool good = true;
    for (size_t i = 0; good && i < count && c->count < STATEMENTS_MAX; i++)
        good = keep_statement(c, list, i);
    return good;
}

static bool load(corpus *c, const char *path, const demarche_analyser *analyser)
{
    demarche_reader *reader;
    demarche_record *record;
    if (demarche_reader_open(&reader, path, DEMARCHE_FORM_AUTO, NULL) !=
        DEMARCHE_OK)
        return false;
    bool good = true;
    while (good && c->count < STATEMENTS_MAX &&
           c->lists_count < STATEMENTS_MAX &&
           demarche_reader_next(&record, reader, NULL) == DEMARCHE_OK &&
           record != NULL) {
        good = keep_document(c, record, analyser);
        demarche_record_free(record);
    }
    demarche_reader_free(reader);
    return good && c->count > 0;
}

static void unload(corpus *c)
{
    for (size_t i = 0; i < c->lists_count; i++)
        demarche_statements_free(c->lists[i]);
    for (size_t i = 0; i < c->count; i++)
        demarche_record_free(c->records[i]);
    free(c);
}

static bool judge_lists(corpus *c, const demarche_analyser *analyser)
{
    for (size_t i = 0; i < c->lists_count; i++)
        if (demarche_judge(analyser, c->lists[i], NULL) != DEMARCHE_OK)
            return false;
    return true;
}

static bool judge_records(corpus *c, const demarche_analyser *analyser)
{
    for (size_t i = 0; i < c->count; i++)
        if (demarche_record_judge(c->records[i], analyser, NULL) != DEMARCHE_OK)
            return false;
    return true;
}

static const struct {
    const char *name;
    bool (*run)(corpus *c, const demarche_analyser *analyser);
} works[] = {
    { "statements as found", judge_lists },
    { "records", judge_records },
};

enum { WORKS = sizeof works / sizeof *works };

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static bool measure(corpus *c, const demarche_analyser *analyser, size_t rounds)
{
    double spent[WORKS][ROUNDS];
    for (size_t r = 0; r < rounds; r++)
        for (size_t w = 0; w < WORKS; w++) {
            double start = seconds();
            if (!works[w].run(c, analyser))
                return false;
            spent[w][r] = seconds() - start;
        }
    printf("%zu statements of %.1f words\n", c->count,
           (double)c->words / (double)c->count);
    for (size_t w = 0; w < WORKS; w++) {
        qsort(spent[w], rounds, sizeof *spent[w], by_value);
        printf("%-20s %8.1f microseconds a statement\n", works[w].name,
               1e6 * spent[w][rounds / 2] / (double)c->count);
    }
    return true;
}

int main(int argc, char **argv)
{
    demarche_analyser *analyser;
    corpus *c = calloc(1, sizeof *c);
    size_t rounds = argc == 3 ? strtoul(argv[2], NULL, 10) : ROUNDS;
    if (argc < 2 || argc > 3 || rounds < 1 || rounds > ROUNDS || c == NULL) {
        fprintf(stderr, "usage: judging FILE [ROUNDS], at most %d\n", ROUNDS);
        return EXIT_FAILURE;
    }
    bool good = demarche_analyser_new(&analyser, NULL, NULL) == DEMARCHE_OK;
    good = good && load(c, argv[1], analyser) && measure(c, analyser, rounds);
    if (!good)
        fprintf(stderr, "judging: cannot measure with '%s'\n", argv[1]);
    unload(c);
    demarche_analyser_free(analyser);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
