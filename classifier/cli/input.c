/* input.c - see input.h. */
#include "input.h"

#include <inttypes.h>
#include <string.h>

#include "command.h"

static char standard_input[] = "-";
static char *no_files[] = { standard_input };

void input_init(cli_input *input, const cli_settings *settings, char **files,
                size_t count, cli_talk *talk)
{
    *input = (struct cli_input){ .settings = settings, .talk = talk };
    input->files = count == 0 ? no_files : files;
    input->count = count == 0 ? 1 : count;
}

void input_clear(cli_input *input)
{
    demarche_record_free(input->record);
    demarche_reader_free(input->reader);
    input->record = NULL;
    input->reader = NULL;
    talk_end(input->talk);
}

static void count_bad(cli_input *input, demarche_status status)
{
    input->bad++;
    input->in_file++;
    if (input->settings->strict || status == DEMARCHE_NO_MEMORY)
        input->stopped = true;
}

static bool open_next(cli_input *input)
{
    demarche_error err;
    const char *path = input->files[input->at++];
    demarche_status status = demarche_reader_open(
        &input->reader, path, (demarche_form)input->settings->from, &err);
    input->in_file = 0;
    if (status == DEMARCHE_OK)
        return true;
    talk_error(input->talk, "%s", err.message);
    count_bad(input, status);
    return false;
}

bool input_use(cli_input *input, const char *json, size_t len,
               demarche_error *err)
{
    input->at = input->count; // no files
    return demarche_reader_from_memory(&input->reader, "argument", json, len,
                                       DEMARCHE_FORM_NDJSON,
                                       err) == DEMARCHE_OK;
}

static void close_file(cli_input *input)
{
    if (input->in_file == 0)
        talk_note(input->talk, "no records in '%s'",
                  input->files[input->at - 1]);
    demarche_reader_free(input->reader);
    input->reader = NULL;
}

static void show_progress(cli_input *input)
{
    uint64_t done, total;
    demarche_reader_progress(input->reader, &done, &total);
    const char *path = input->files[input->at - 1];
    if (total > 0)
        talk_progress(input->talk, "%" PRIu64 " records, %" PRIu64 " %% of %s",
                      input->records, done >= total ? 100 : done * 100 / total,
                      path);
    else
        talk_progress(input->talk, "%" PRIu64 " records", input->records);
}

/* One step within the open file: a record, a complaint, or its end. */
static void step(cli_input *input)
{
    demarche_error err;
    demarche_status status =
        demarche_reader_next(&input->record, input->reader, &err);
    if (status == DEMARCHE_OK && input->record == NULL) {
        close_file(input);
        return;
    }
    if (status == DEMARCHE_OK) {
        input->records++;
        input->in_file++;
    } else {
        talk_error(input->talk, "%s", err.message);
        count_bad(input, status);
        if (status != DEMARCHE_BAD_INPUT)
            close_file(input);
    }
}

demarche_record *input_next(cli_input *input)
{
    demarche_record_free(input->record);
    input->record = NULL;
    while (!input->stopped && input->record == NULL) {
        if (input->reader == NULL &&
            (input->at == input->count || !open_next(input))) {
            if (input->at == input->count)
                break;
            continue;
        }
        show_progress(input);
        step(input);
    }
    size_t replaced =
        input->record == NULL ? 0 : demarche_reader_replaced(input->reader);
    if (replaced > 0)
        talk_note(input->talk, "%s: %zu invalid byte sequences were replaced",
                  input_place(input), replaced);
    return input->record;
}

const char *input_place(const cli_input *input)
{
    return demarche_reader_place(input->reader);
}

void input_refuse(cli_input *input, const demarche_error *err)
{
    talk_error(input->talk, "%s: %s", input_place(input), err->message);
    input->records--;
    count_bad(input, err->status);
}

bool input_usable(const cli_input *input)
{
    return !input->stopped && (input->records > 0 || input->bad == 0);
}

int input_status(const cli_input *input)
{
    if (input->bad == 0)
        return EXIT_DONE;
    if (input->bad > 1 || input->records > 0)
        talk_error(input->talk, "%" PRIu64 " of %" PRIu64 " inputs were bad",
                   input->bad, input->bad + input->records);
    return EXIT_FAILED;
}
