/* error.c - see error.h. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

demarche_status dm_fail(demarche_error *err, demarche_status status,
                        size_t offset, const char *format, ...)
{
    if (err == NULL)
        return status;

    err->status = status;
    err->offset = offset;

    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    return status;
}
