/* memory.h - allocations that can be made to fail, one by one.
 *
 * The linker sends this program's calls of malloc and its kin to memory.c
 * (--wrap), and jansson is given the same functions.
 */
#ifndef DM_CHAOS_MEMORY_H
#define DM_CHAOS_MEMORY_H

#include <stdbool.h>

typedef struct memory_state {
    long calls;    // allocations so far
    long fail_at;  // the call that fails, from 1; 0: none
    bool for_good; // so do all after it
    long live;     // allocations not given back
    bool failed;
    bool parsing; // jansson's parser is at work
    bool excused; // what failed, failed there
} memory_state;

extern memory_state memory;

/* Give jansson the functions as well; once, before anything else. */
void memory_init(void);

#endif
