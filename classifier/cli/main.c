/* main.c - pick the command and hand over. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "help.h"
#include "output.h"
#include "parse.h"

/* Text of ours on standard output; a closed pipe is no failure. */
static int finish_text(cli_talk *talk)
{
    if (fflush(stdout) == 0 || errno == EPIPE)
        return EXIT_DONE;
    talk_error(talk, "cannot write 'standard output': %s", strerror(errno));
    return EXIT_FAILED;
}

static int unknown_command(cli_talk *talk, const char *given)
{
    const char *names[32] = { "--help", "--version" };
    size_t count = 2;
    for (; count < 32 && command_at(count - 2) != NULL; count++)
        names[count] = command_at(count - 2)->name;
    const char *kind = given[0] == '-' ? "option" : "command";
    const char *near = parse_nearest(given, names, count);
    if (near == NULL)
        return command_misused(talk, NULL, "unknown %s '%s'", kind, given);
    return command_misused(talk, NULL, "unknown %s '%s'; did you mean '%s'?",
                           kind, given, near);
}

static int run_command(const cli_command *command, int argc, char **argv,
                       cli_talk *talk)
{
    cli_settings settings, standard;
    settings_init(&settings);
    if (command->prepare != NULL)
        command->prepare(&settings);
    standard = settings;
    if (!parse_arguments(&settings, command, argc, argv, talk))
        return EXIT_USAGE;
    if (settings.help) {
        help_command(stdout, command, &standard);
        return finish_text(talk);
    }
    talk->quiet = settings.quiet;
    if (!output_try(settings.output, talk))
        return EXIT_FAILED;
    int code = command->run(&settings, talk);
    talk_end(talk);
    return code;
}

/* A standard stream that is closed would give its number to the next file that
 * is opened, and complaints could end up in the output. Each is held by what
 * makes its use fail, but for standard error, which then says nothing. */
static bool hold_streams(void)
{
    static const int modes[] = { O_WRONLY, O_RDONLY, O_WRONLY };
    for (int i = 0; i < 3; i++)
        if (fcntl(i, F_GETFD) < 0 && open("/dev/null", modes[i]) < 0)
            return false;
    return true;
}

int main(int argc, char **argv)
{
    if (!hold_streams())
        return EXIT_FAILED;
    // A closed pipe and a file over the limit are told by write instead.
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    cli_talk talk;
    talk_init(&talk);
    if (argc < 2) {
        help_overview(stderr);
        return EXIT_USAGE;
    }
    const char *name = argv[1];
    if (strcmp(name, "--version") == 0) {
        printf("demarche %s\n", demarche_version());
        return finish_text(&talk);
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        help_overview(stdout);
        return finish_text(&talk);
    }
    const cli_command *command = command_find(name);
    if (command == NULL)
        return unknown_command(&talk, name);
    return run_command(command, argc - 2, argv + 2, &talk);
}
