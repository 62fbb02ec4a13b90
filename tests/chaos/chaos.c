/* chaos.c - memory runs out at the n-th allocation, for every n.
 *
 * One allocation after the other fails, alone and with all after it. Whatever
 * fails, the work must end with DEMARCHE_NO_MEMORY, and everything must have
 * been given back. One thing is out of reach: jansson's parser takes some
 * failed allocations for faults in the text, and overlooks others; there any
 * status is right. So is libsvm's own memory, which only libsvm asks for.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "work.h"

static const struct work {
    const char *name;
    demarche_status (*run)(demarche_error *err);
    bool copes; // has a slower way where memory is short
} works[] = {
    { "using", work_using, false },
    { "assaying", work_assaying, false },
    { "learning", work_learning, true },
    { "scoring", work_scoring, false },
};

static const char actors[] =
    "country\tus\tus\tUnited States\tUS|U.S.|Washington\t\t"
    "adjective=American\n"
    "country\tchina\tchina\tChina\tBeijing\t\tadjective=Chinese\n"
    "institution\tchina/xinhua\tchina\tXinhua\t\tchina\ttype=media\n"
    "office\tus/secretary\tus\tSecretary of State\t\tus\t\n"
    "person\tus/vera-holt\tus\tVera Holt\tVera M. Holt\tus\t"
    "us/secretary 2001-01-20..2005\n";

/* Whether the n-th failure was met; complains and ends where it went wrong. */
static bool try_failing(const struct work *work, long n, bool for_good)
{
    memset(&memory, 0, sizeof memory);
    memory.fail_at = n;
    memory.for_good = for_good;
    demarche_error err = { .message = "" };
    demarche_status status = work->run(&err);
    demarche_status wanted = memory.failed ? DEMARCHE_NO_MEMORY : DEMARCHE_OK;
    bool right = memory.excused || status == wanted ||
                 (work->copes && status == DEMARCHE_OK);
    if (!right || memory.live != 0) {
        fprintf(stderr,
                "%s, allocation %ld %s: status %d where %d was due ('%s'), %ld "
                "allocations not given back\n",
                work->name, n, for_good ? "and all after it" : "alone",
                (int)status, (int)wanted, err.message, memory.live);
        exit(EXIT_FAILURE);
    }
    return memory.failed;
}

static void try_work(const struct work *work)
{
    long n = 1;
    while (try_failing(work, n, false))
        n++;
    for (long i = 1; i < n; i++)
        try_failing(work, i, true);
    printf("%s: %ld allocations failed, alone and with all after them\n",
           work->name, n - 1);
}

static bool write_actors(void)
{
    FILE *file = fopen(WORK_ACTORS, "wb");
    return file != NULL && fputs(actors, file) >= 0 && fclose(file) == 0;
}

int main(void)
{
    demarche_error err = { .message = "cannot write " WORK_ACTORS };
    memory_init();
    if (!write_actors() || work_learn("tone", &err) != DEMARCHE_OK ||
        work_learn("side", &err) != DEMARCHE_OK) {
        fprintf(stderr, "chaos: %s\n", err.message);
        return EXIT_FAILURE;
    }
    for (size_t i = 0; i < sizeof works / sizeof *works; i++)
        try_work(&works[i]);
    return EXIT_SUCCESS;
}
