/* memory.c - see memory.h. */
#include "memory.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t len);
void *__real_calloc(size_t count, size_t len);
void *__real_realloc(void *old, size_t len);
void __real_free(void *given);
void *__wrap_malloc(size_t len);
void *__wrap_calloc(size_t count, size_t len);
void *__wrap_realloc(void *old, size_t len);
void __wrap_free(void *given);
char *__wrap_strdup(const char *string);

memory_state memory;

static bool fails(void)
{
    memory.calls++;
    bool now = memory.for_good ? memory.calls >= memory.fail_at
                               : memory.calls == memory.fail_at;
    memory.failed = memory.failed || now;
    memory.excused = memory.excused || (now && memory.parsing);
    return now;
}

static void *count(void *given)
{
    memory.live += given != NULL;
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
    memory.live += old == NULL && moved != NULL;
    return moved;
}

void __wrap_free(void *given)
{
    memory.live -= given != NULL;
    __real_free(given);
}

char *__wrap_strdup(const char *string)
{
    size_t len = strlen(string) + 1;
    char *copy = __wrap_malloc(len);
    return copy == NULL ? NULL : memcpy(copy, string, len);
}

void memory_init(void)
{
    json_set_alloc_funcs(__wrap_malloc, __wrap_free);
}
