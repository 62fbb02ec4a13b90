/* crew.c - see crew.h. */
#include "base/crew.h"

#include <assert.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <unistd.h>

typedef struct crew {
    dm_crew_job *job;
    void *work;
    size_t count;
    pthread_mutex_t lock; // of what follows
    size_t next;
    size_t failed; // the lowest number that failed, or SIZE_MAX
    demarche_status status;
    demarche_error error; // why
} crew;

typedef struct hand {
    crew *crew;
    unsigned worker;
    pthread_t thread;
} hand;

unsigned dm_crew_size(unsigned wanted)
{
    long cores = wanted > 0 ? (long)wanted : sysconf(_SC_NPROCESSORS_ONLN);
    if (cores < 1)
        return 1;
    return cores < DM_CREW_MAX ? (unsigned)cores : DM_CREW_MAX;
}

static bool take(size_t *number, crew *c)
{
    pthread_mutex_lock(&c->lock);
    bool taken = c->next < c->count && c->failed == SIZE_MAX;
    *number = taken ? c->next++ : c->count;
    pthread_mutex_unlock(&c->lock);
    return taken;
}

static void note_failure(crew *c, size_t number, demarche_status status,
                         const demarche_error *error)
{
    pthread_mutex_lock(&c->lock);
    if (number < c->failed) {
        c->failed = number;
        c->status = status;
        c->error = *error;
    }
    pthread_mutex_unlock(&c->lock);
}

static void *toil(void *payload)
{
    hand *h = payload;
    size_t number;
    while (take(&number, h->crew)) {
        demarche_error error = { .status = DEMARCHE_OK };
        demarche_status status =
            h->crew->job(h->crew->work, number, h->worker, &error);
        if (status != DEMARCHE_OK)
            note_failure(h->crew, number, status, &error);
    }
    return NULL;
}

/* Threads beyond the caller's own; how many there are. */
static unsigned hire(hand *hands, crew *c, unsigned size)
{
    unsigned hired = 0;
    for (unsigned i = 1; i < size && i < c->count; i++) {
        hand *h = &hands[hired];
        *h = (hand){ .crew = c, .worker = i };
        if (pthread_create(&h->thread, NULL, toil, h) != 0)
            break;
        hired++;
    }
    return hired;
}

demarche_status dm_crew_run(dm_crew_job *job, void *work, size_t count,
                            unsigned size, demarche_error *err)
{
    assert(size >= 1 && size <= DM_CREW_MAX);
    hand hands[DM_CREW_MAX], own;
    crew c = { .job = job, .work = work, .count = count, .failed = SIZE_MAX };
    if (pthread_mutex_init(&c.lock, NULL) != 0)
        return dm_no_memory(err);
    unsigned hired = hire(hands, &c, size);
    own = (hand){ .crew = &c };
    toil(&own);
    for (unsigned i = 0; i < hired; i++)
        pthread_join(hands[i].thread, NULL);
    pthread_mutex_destroy(&c.lock);
    if (c.status != DEMARCHE_OK && err != NULL)
        *err = c.error;
    return c.status;
}
