/* rows.c - see rows.h. */
#include "rows.h"

#include "command.h"
#include "deliver.h"

void rows_progress(void *payload, const char *stage, double share)
{
    talk_progress(payload, "%s, %.0f %%", stage, 100 * share);
}

/* Returns how many rows have no label. */
static size_t add_rows(demarche_dataset *dataset, cli_input *input)
{
    demarche_error err;
    const demarche_record *record;
    size_t unlabelled = 0;
    while ((record = input_next(input)) != NULL) {
        bool added = false;
        if (demarche_dataset_add(dataset, record, &added, &err) != DEMARCHE_OK)
            input_refuse(input, &err);
        else
            unlabelled += !added;
    }
    return unlabelled;
}

/* Add the rows of some files; false: there is nothing to make a result of. A
 * worse exit status than `*code` is put there. */
static bool read_files(demarche_dataset *dataset, const cli_settings *settings,
                       const char *task, char **files, size_t count, int *code,
                       cli_talk *talk)
{
    cli_input input;
    input_init(&input, settings, files, count, talk);
    size_t unlabelled = add_rows(dataset, &input);
    if (unlabelled > 0)
        talk_note(talk, "rows left out, for they have no '%s': %zu", task,
                  unlabelled);
    int status = input_status(&input);
    bool usable = input_usable(&input);
    if (*code == EXIT_DONE || !usable)
        *code = status;
    input_clear(&input);
    return usable;
}

demarche_dataset *rows_read(const cli_settings *settings, const char *task,
                            char **files, size_t count,
                            const cli_workshop *workshop, int *code,
                            cli_talk *talk)
{
    demarche_dataset *dataset;
    demarche_error err;
    *code = EXIT_FAILED;
    if (demarche_dataset_new(&dataset, task, workshop->analyser, &err) !=
        DEMARCHE_OK) {
        deliver_error(&err, talk);
        return NULL;
    }
    demarche_status status =
        demarche_dataset_read(dataset, &settings->fields, &err);
    if (status == DEMARCHE_OK && settings->swap != NULL)
        status = demarche_dataset_swap(dataset, settings->swap, &err);
    if (status != DEMARCHE_OK) {
        deliver_error(&err, talk);
        demarche_dataset_free(dataset);
        return NULL;
    }
    *code = EXIT_DONE;
    bool usable = read_files(dataset, settings, task, files, count, code, talk);
    if (usable && settings->also != NULL) {
        char *also = (char *)settings->also; // read alone
        demarche_dataset_also(dataset, true);
        usable = read_files(dataset, settings, task, &also, 1, code, talk);
    }
    if (usable)
        return dataset;
    demarche_dataset_free(dataset);
    return NULL;
}

/* Whatever takes one record after another. */
typedef demarche_status take_record(void *into, const demarche_record *record,
                                    demarche_error *err);

static demarche_status take_lesson(void *into, const demarche_record *record,
                                   demarche_error *err)
{
    return demarche_lessons_add(into, record, err);
}

static demarche_status take_text(void *into, const demarche_record *record,
                                 demarche_error *err)
{
    return demarche_corpus_add(into, record, err);
}

/* Give all records of the operands; false: there is nothing to make a result
 * of. */
static bool read_operands(void *into, take_record *take,
                          const cli_settings *settings, int *code,
                          cli_talk *talk)
{
    cli_input input;
    demarche_error err;
    const demarche_record *record;
    input_init(&input, settings, settings->operands, settings->operand_count,
               talk);
    while ((record = input_next(&input)) != NULL)
        if (take(into, record, &err) != DEMARCHE_OK)
            input_refuse(&input, &err);
    *code = input_status(&input);
    bool usable = input_usable(&input);
    input_clear(&input);
    return usable;
}

demarche_lessons *lessons_read(const cli_settings *settings, int *code,
                               cli_talk *talk)
{
    demarche_lessons *lessons;
    demarche_error err;
    *code = EXIT_FAILED;
    if (demarche_lessons_new(&lessons, &err) != DEMARCHE_OK) {
        deliver_error(&err, talk);
        return NULL;
    }
    if (read_operands(lessons, take_lesson, settings, code, talk))
        return lessons;
    demarche_lessons_free(lessons);
    return NULL;
}

demarche_corpus *corpus_read(const cli_settings *settings, int *code,
                             cli_talk *talk)
{
    demarche_corpus *corpus;
    demarche_error err;
    *code = EXIT_FAILED;
    if (demarche_corpus_new(&corpus, &err) != DEMARCHE_OK) {
        deliver_error(&err, talk);
        return NULL;
    }
    if (read_operands(corpus, take_text, settings, code, talk))
        return corpus;
    demarche_corpus_free(corpus);
    return NULL;
}
