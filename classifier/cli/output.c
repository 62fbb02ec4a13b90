/* output.c - see output.h. */
#include "output.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"

/* The one thing that outlives a call: a signal handler gets no arguments, and
 * an interrupted run shall leave no half-written file behind. */
static char *volatile unfinished;

static void remove_and_die(int number)
{
    char *path = unfinished;
    if (path != NULL)
        unlink(path);
    signal(number, SIG_DFL);
    raise(number);
}

static void watch_signals(void)
{
    static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (signal(numbers[i], remove_and_die) == SIG_IGN)
            signal(numbers[i], SIG_IGN);
}

static bool fail(cli_output *output, const char *doing)
{
    if (!output->failed)
        talk_error(output->talk, "cannot %s '%s': %s", doing, output->name,
                   strerror(errno));
    output->failed = true;
    return false;
}

/* The mode that a new file gets, or that of the file which is replaced. */
static mode_t wanted_mode(const struct stat *old)
{
    if (old != NULL)
        return old->st_mode & 07777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool open_beside(cli_output *output, const struct stat *old)
{
    static const char ending[] = ".XXXXXX";
    size_t len = strlen(output->path);
    output->temporary = malloc(len + sizeof ending);
    if (output->temporary == NULL)
        return fail(output, "write");
    memcpy(output->temporary, output->path, len);
    memcpy(output->temporary + len, ending, sizeof ending);
    int file = mkstemp(output->temporary);
    if (file < 0)
        return fail(output, "write");
    unfinished = output->temporary;
    watch_signals();
    fchmod(file, wanted_mode(old));
    output->file = fdopen(file, "w");
    if (output->file == NULL)
        close(file);
    return output->file != NULL || fail(output, "write");
}

static bool open_path(cli_output *output, const char *path)
{
    struct stat old;
    bool exists = stat(path, &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) {
        errno = EISDIR;
        return fail(output, "write");
    }
    if (exists && !S_ISREG(old.st_mode)) { // a device or a pipe
        output->file = fopen(path, "w");
        return output->file != NULL || fail(output, "write");
    }
    // Behind a link, the file that it leads to is the one to replace.
    output->path = exists ? realpath(path, NULL) : strdup(path);
    if (output->path == NULL)
        return fail(output, "write");
    return open_beside(output, exists ? &old : NULL);
}

bool output_open(cli_output *output, const char *path, cli_talk *talk)
{
    *output = (struct cli_output){ .talk = talk, .name = path };
    if (path != NULL && strcmp(path, "-") != 0) {
        if (open_path(output, path))
            return true;
        output_close(output, false, EXIT_FAILED);
        return false;
    }
    output->name = "standard output";
    output->file = stdout;
    return true;
}

bool output_try(const char *path, cli_talk *talk)
{
    cli_output output;
    struct stat facts;
    bool special = path == NULL || strcmp(path, "-") == 0 ||
                   (stat(path, &facts) == 0 && !S_ISREG(facts.st_mode) &&
                    !S_ISDIR(facts.st_mode));
    if (special)
        return true;
    if (!output_open(&output, path, talk))
        return false;
    output_close(&output, false, EXIT_DONE);
    return true;
}

/* After a failed write: a closed pipe ends the work without a word. */
static bool stop(cli_output *output)
{
    if (errno != EPIPE)
        return fail(output, "write");
    output->closed = true;
    return false;
}

bool output_write(cli_output *output, const char *bytes, size_t len)
{
    if (output->closed || output->failed)
        return false;
    return fwrite(bytes, 1, len, output->file) == len || stop(output);
}

bool output_line(cli_output *output, const char *line)
{
    return output_write(output, line, strlen(line)) &&
           output_write(output, "\n", 1);
}

static bool commit(cli_output *output)
{
    if (fflush(output->file) != 0)
        return stop(output);
    if (output->path == NULL)
        return true;
    if (fsync(fileno(output->file)) != 0)
        return fail(output, "write");
    if (rename(output->temporary, output->path) != 0)
        return fail(output, "write");
    unfinished = NULL;
    return true;
}

int output_close(cli_output *output, bool keep, int code)
{
    // What was written directly is out already, so it is seen through.
    bool wanted = output->file != NULL && (keep || output->path == NULL);
    bool good = wanted && !output->failed && !output->closed && commit(output);
    if (output->file != NULL && output->file != stdout)
        fclose(output->file);
    if (!good && unfinished != NULL && output->temporary != NULL)
        unlink(output->temporary);
    if (output->temporary != NULL)
        unfinished = NULL;
    free(output->temporary);
    free(output->path);
    output->temporary = output->path = NULL;
    output->file = NULL;
    if (output->closed)
        return EXIT_DONE;
    return output->failed ? EXIT_FAILED : code;
}
