/* crew.h - work that several threads share.
 *
 *     jobs 0, 1, 2 … ──► whoever is free takes the next ──► all done
 *
 * Who does a job is chance; so that results are not, each job writes to places
 * of its own, and nothing is summed in the order in which jobs end.
 */
#ifndef DM_CREW_H
#define DM_CREW_H

#include <stddef.h>

#include "base/error.h"

enum { DM_CREW_MAX = 16 };

/* Do job `number` (< count) of `work`. `worker` (< size) tells which scratch to
 * use: no two jobs with one worker run at a time. Worker 0 is the caller's own
 * thread. */
typedef demarche_status dm_crew_job(void *work, size_t number, unsigned worker,
                                    demarche_error *err);

/* How many threads to use where so many are wanted; 0: one a core. Never 0 nor
 * above DM_CREW_MAX. */
unsigned dm_crew_size(unsigned wanted);

/* Do all jobs, by at most `size` threads of which the caller is one. Jobs begin
 * in the order of their numbers. Where some fail, what is told is the failure
 * of the lowest number, the same for any size, and no further job begins. A
 * thread that cannot be had is done without. */
demarche_status dm_crew_run(dm_crew_job *job, void *work, size_t count,
                            unsigned size, demarche_error *err);

#endif
