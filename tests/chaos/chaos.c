/* chaos.c - memory runs out at the n-th allocation, for every n.
 *
 * The linker sends this program's calls of malloc and its kin here (--wrap),
 * and jansson is given the same functions, so that one allocation after the
 * other can be made to fail: once, or from then on. Whatever fails, the work
 * must end with DEMARCHE_NO_MEMORY, and everything must have been given back.
 * One thing is out of reach: jansson's parser takes some failed allocations for
 * faults in the text, and overlooks others; there any status is right.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "demarche.h"

#define LABELLED DM_SOURCE_DIR "/tests/data/labelled.ndjson"

void *__real_malloc(size_t len);
void *__real_calloc(size_t count, size_t len);
void *__real_realloc(void *old, size_t len);
void __real_free(void *given);
void *__wrap_malloc(size_t len);
void *__wrap_calloc(size_t count, size_t len);
void *__wrap_realloc(void *old, size_t len);
void __wrap_free(void *given);

static struct {
    long calls;    // allocations so far
    long fail_at;  // the call that fails, from 1
    bool for_good; // so do all after it
    long live;     // allocations not given back
    bool failed;
    bool parsing; // jansson is at work
    bool excused; // what failed, failed there
} chaos;

static bool fails(void)
{
    chaos.calls++;
    bool now = chaos.for_good ? chaos.calls >= chaos.fail_at
                              : chaos.calls == chaos.fail_at;
    chaos.failed = chaos.failed || now;
    chaos.excused = chaos.excused || (now && chaos.parsing);
    return now;
}

static void *count(void *given)
{
    chaos.live += given != NULL;
    return given;
}

void *__wrap_malloc(size_t len)
{
    return fails() ? NULL : count(__real_malloc(len));
}

void *__wrap_calloc(size_t items, size_t len)
{
    return fails() ? NULL : count(__real_calloc(items, len));
}

void *__wrap_realloc(void *old, size_t len)
{
    if (fails())
        return NULL;
    void *moved = __real_realloc(old, len);
    chaos.live += old == NULL && moved != NULL;
    return moved;
}

void __wrap_free(void *given)
{
    chaos.live -= given != NULL;
    __real_free(given);
}

static const char text[] =
    "Nora Whitfield of the U.S. Treasury said that both sides had made "
    "progress. \u201CWe welcome it,\u201D she told reporters.\n\nThe Chinese "
    "Foreign Ministry accused Washington of bullying.\x80 Beijing urged it to "
    "stop. Both sides agreed to meet, according to Xinhua.\n";

static const char actors[] =
    "country\tus\tus\tUnited States\tUS|U.S.|Washington\t\t"
    "adjective=American\n"
    "country\tchina\tchina\tChina\tBeijing\t\tadjective=Chinese\n"
    "institution\tchina/xinhua\tchina\tXinhua\t\tchina\ttype=media\n"
    "office\tus/secretary\tus\tSecretary of State\t\tus\t\n"
    "person\tus/vera-holt\tus\tVera Holt\tVera M. Holt\tus\t"
    "us/secretary 2001-01-20..2005\n";

static const char record_json[] =
    "{\"doc\":\"b\",\"n\":1,\"text\":\"We welcome the talks.\",\"speaker\":"
    "\"Chen Guowei\",\"cue\":\"said\",\"mine\":[1,2.5,{\"x\":null}]}";

static demarche_status try_document(const demarche_analyser *analyser,
                                    demarche_tally *tally, demarche_error *err)
{
    demarche_document document = { .id = "a",
                                   .date = "2031-06-12",
                                   .outlet = "Gazette",
                                   .text = text,
                                   .len = sizeof text - 1 };
    demarche_statements *list;
    demarche_status status = demarche_extract(&list, analyser, &document, err);
    if (status == DEMARCHE_OK)
        status = demarche_judge(analyser, list, err);
    if (status == DEMARCHE_OK)
        status = demarche_tally_add(tally, list, err);
    for (size_t i = 0; !status && i < demarche_statements_count(list); i++) {
        char *line;
        status = demarche_statements_format(&line, list, i, true, err);
        demarche_string_free(line);
    }
    demarche_statements_free(list);
    return status;
}

static demarche_status try_record(const demarche_analyser *analyser,
                                  const demarche_model *model,
                                  demarche_tally *tally, demarche_error *err)
{
    demarche_record *record;
    demarche_explanation *why = NULL;
    char *line = NULL;
    chaos.parsing = true;
    demarche_status status = demarche_record_parse(&record, record_json,
                                                   sizeof record_json - 1, err);
    chaos.parsing = false;
    if (status == DEMARCHE_OK)
        status = demarche_explain(&why, analyser, model, record, err);
    if (status == DEMARCHE_OK)
        status = demarche_record_judge(record, analyser, err);
    if (status == DEMARCHE_OK)
        status = demarche_tally_add_record(tally, record, err);
    if (status == DEMARCHE_OK)
        status = demarche_record_format(&line, record, err);
    demarche_explanation_free(why);
    demarche_string_free(line);
    demarche_record_free(record);
    return status;
}

static demarche_status try_reports(const demarche_tally *tally,
                                   demarche_error *err)
{
    demarche_report_options options;
    demarche_report_options_init(&options);
    options.resamples = 10;
    demarche_status status = DEMARCHE_OK;
    for (int format = 0; !status && format <= DEMARCHE_FORMAT_CSV; format++) {
        options.format = (demarche_format)format;
        char *report;
        status = demarche_report_format(&report, tally, &options, err);
        demarche_string_free(report);
    }
    return status;
}

static demarche_status try_all(demarche_error *err)
{
    demarche_model *tone = NULL, *side = NULL;
    demarche_analyser *analyser = NULL;
    demarche_tally *tally = NULL;
    demarche_status status = demarche_model_load(&tone, "chaos.tone", err);
    if (status == DEMARCHE_OK)
        status = demarche_model_load(&side, "chaos.side", err);
    // The shipped register is large, and would be read some hundred times.
    demarche_options options = { .actors_path = "chaos.actors",
                                 .actors_replace = true,
                                 .tone = tone,
                                 .side = side };
    if (status == DEMARCHE_OK)
        status = demarche_analyser_new(&analyser, &options, err);
    if (status == DEMARCHE_OK)
        status = demarche_tally_new(&tally, err);
    if (status == DEMARCHE_OK)
        status = try_document(analyser, tally, err);
    if (status == DEMARCHE_OK)
        status = try_record(analyser, tone, tally, err);
    if (status == DEMARCHE_OK)
        status = try_reports(tally, err);
    demarche_tally_free(tally);
    demarche_analyser_free(analyser);
    demarche_model_free(tone);
    demarche_model_free(side);
    return status;
}

/* Whether the n-th failure was met; complains and ends where it went wrong. */
static bool try_failing(long n, bool for_good)
{
    memset(&chaos, 0, sizeof chaos);
    chaos.fail_at = n;
    chaos.for_good = for_good;
    demarche_error err = { .message = "" };
    demarche_status status = try_all(&err);
    demarche_status wanted = chaos.failed ? DEMARCHE_NO_MEMORY : DEMARCHE_OK;
    bool right = chaos.excused || status == wanted;
    if (!right || chaos.live != 0) {
        fprintf(stderr,
                "allocation %ld %s: status %d where %d was due ('%s'), %ld "
                "allocations not given back\n",
                n, for_good ? "and all after it" : "alone", (int)status,
                (int)wanted, err.message, chaos.live);
        exit(EXIT_FAILURE);
    }
    return chaos.failed;
}

/* Small models, learned while memory is still plenty. */
static demarche_status learn(const char *task, const char *path,
                             demarche_error *err)
{
    demarche_analyser *analyser = NULL;
    demarche_reader *reader = NULL;
    demarche_dataset *dataset = NULL;
    demarche_record *record = NULL;
    demarche_model *model = NULL;
    demarche_train_options options;
    demarche_train_options_init(&options);
    options.c = 1;
    demarche_status status = demarche_analyser_new(&analyser, NULL, err);
    if (status == DEMARCHE_OK)
        status = demarche_dataset_new(&dataset, task, analyser, err);
    if (status == DEMARCHE_OK)
        status =
            demarche_reader_open(&reader, LABELLED, DEMARCHE_FORM_NDJSON, err);
    while (!status && !(status = demarche_reader_next(&record, reader, err)) &&
           record != NULL) {
        status = demarche_dataset_add(dataset, record, NULL, err);
        demarche_record_free(record);
    }
    if (status == DEMARCHE_OK)
        status = demarche_train(&model, dataset, &options, err);
    if (status == DEMARCHE_OK)
        status = demarche_model_save(model, path, err);
    demarche_model_free(model);
    demarche_reader_free(reader);
    demarche_dataset_free(dataset);
    demarche_analyser_free(analyser);
    return status;
}

static bool write_actors(void)
{
    FILE *file = fopen("chaos.actors", "wb");
    return file != NULL && fputs(actors, file) >= 0 && fclose(file) == 0;
}

int main(void)
{
    demarche_error err = { .message = "" };
    if (!write_actors() || learn("tone", "chaos.tone", &err) != DEMARCHE_OK ||
        learn("side", "chaos.side", &err) != DEMARCHE_OK) {
        fprintf(stderr, "chaos: %s\n", err.message);
        return EXIT_FAILURE;
    }
    json_set_alloc_funcs(__wrap_malloc, __wrap_free);
    long n = 1;
    while (try_failing(n, false))
        n++;
    for (long i = 1; i < n; i++)
        try_failing(i, true);
    printf("%ld allocations, each failed alone and with all after it\n", n - 1);
    return EXIT_SUCCESS;
}
