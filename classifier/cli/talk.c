/* talk.c - see talk.h. */
#include "talk.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LINE_ROOM = 1024, NOTES_MAX = 20 };
static const double first_wait = 1.0, next_wait = 0.2; // seconds

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void talk_init(cli_talk *talk)
{
    *talk = (struct cli_talk){ .terminal = isatty(STDERR_FILENO) == 1 };
    talk->began = now();
}

/* Length of the valid UTF-8 sequence at `text` that is harmless to show, or 0.
 * C1 controls, marks of direction and line separators are not. */
static size_t harmless(const unsigned char *text)
{
    unsigned c = text[0];
    if (c < 0x80)
        return c >= 0x20 && c != 0x7F;
    size_t len = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    if (c < 0xC2 || c > 0xF4)
        return 0;
    uint32_t code = c & (0xFFu >> (len + 1));
    for (size_t i = 1; i < len; i++) {
        if ((text[i] & 0xC0) != 0x80) // also ends at a NUL
            return 0;
        code = code << 6 | (text[i] & 0x3F);
    }
    static const uint32_t lowest[] = { 0, 0, 0x80, 0x800, 0x10000 };
    bool control = code < 0xA0 || (code >= 0x200E && code <= 0x200F) ||
                   (code >= 0x2028 && code <= 0x202E) ||
                   (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
    bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < lowest[len] || code > 0x10FFFF || control || surrogate ? 0
                                                                         : len;
}

void talk_escape(char *out, size_t room, const char *text)
{
    size_t len = 0;
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0';) {
        size_t step = harmless(at);
        if (len + (step == 0 ? 4 : step) >= room)
            break;
        if (step == 0) {
            snprintf(out + len, room - len, "\\x%02X", *at++);
            len += 4;
        } else {
            memcpy(out + len, at, step);
            len += step;
            at += step;
        }
    }
    out[len] = '\0';
}

static void clear_line(cli_talk *talk)
{
    if (talk->shown)
        fputs("\r\033[K", stderr);
    talk->shown = false;
}

static void say(cli_talk *talk, const char *format, va_list args)
{
    char line[LINE_ROOM], safe[LINE_ROOM];
    vsnprintf(line, sizeof line, format, args);
    talk_escape(safe, sizeof safe, line);
    clear_line(talk);
    fprintf(stderr, "demarche: %s\n", safe);
}

void talk_error(cli_talk *talk, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(talk, format, args);
    va_end(args);
}

void talk_note(cli_talk *talk, const char *format, ...)
{
    if (talk->quiet || ++talk->notes > NOTES_MAX)
        return;
    va_list args;
    va_start(args, format);
    say(talk, format, args);
    va_end(args);
}

void talk_progress(cli_talk *talk, const char *format, ...)
{
    if (talk->quiet || !talk->terminal)
        return;
    double time = now();
    if (time - talk->began < first_wait || time - talk->last < next_wait)
        return;
    talk->last = time;
    char line[LINE_ROOM], safe[80];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    talk_escape(safe, sizeof safe, line);
    fprintf(stderr, "\r\033[K%s", safe);
    fflush(stderr);
    talk->shown = true;
}

void talk_end(cli_talk *talk)
{
    clear_line(talk);
    if (talk->notes > NOTES_MAX)
        fprintf(stderr, "demarche: %llu more notes are not shown\n",
                (unsigned long long)(talk->notes - NOTES_MAX));
    talk->notes = 0;
}
