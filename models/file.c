/* file.c - see file.h. */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

enum { FILE_MAX = 1 << 30 }; // bytes of a model file: bounds one malloc

/* How long an open file is, if it may be a model. */
static demarche_status measure(size_t *len, FILE *file, const char *path,
                               demarche_error *err)
{
    struct stat facts;
    if (fstat(fileno(file), &facts) != 0)
        return dm_fail(err, DEMARCHE_IO, 0, "cannot read '%.100s': %s", path,
                       strerror(errno));
    if (!S_ISREG(facts.st_mode))
        return dm_fail(err, DEMARCHE_IO, 0, "'%.100s' is not a regular file",
                       path);
    if (facts.st_size > FILE_MAX)
        return dm_fail(err, DEMARCHE_BAD_MODEL, 0,
                       "'%.100s' is too large for a model file", path);
    *len = (size_t)facts.st_size;
    return DEMARCHE_OK;
}

static demarche_status read_open(dm_file *out, FILE *file, const char *path,
                                 demarche_error *err)
{
    out->bytes = malloc(out->len + 1);
    if (out->bytes == NULL)
        return dm_no_memory(err);
    if (fread(out->bytes, 1, out->len, file) == out->len)
        return DEMARCHE_OK;
    free(out->bytes);
    out->bytes = NULL;
    return dm_fail(err, DEMARCHE_IO, 0, "cannot read '%.100s' to its end",
                   path);
}

/* An empty file cannot be mapped, nor can those of some systems. */
static bool map(dm_file *out, FILE *file)
{
    if (out->len == 0)
        return false;
    void *bytes = mmap(NULL, out->len, PROT_READ, MAP_PRIVATE, fileno(file), 0);
    out->mapped = bytes != MAP_FAILED;
    out->bytes = out->mapped ? bytes : NULL;
    return out->mapped;
}

static demarche_status take(dm_file *out, const char *path, bool mapped,
                            demarche_error *err)
{
    *out = (dm_file){ .bytes = NULL };
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return dm_fail(err, DEMARCHE_IO, 0, "cannot open '%.100s': %s", path,
                       strerror(errno));
    demarche_status status = measure(&out->len, file, path, err);
    if (status == DEMARCHE_OK && !(mapped && map(out, file)))
        status = read_open(out, file, path, err);
    fclose(file);
    return status;
}

demarche_status dm_file_open(dm_file *out, const char *path,
                             demarche_error *err)
{
    return take(out, path, true, err);
}

void dm_file_close(dm_file *file)
{
    if (file->mapped)
        munmap(file->bytes, file->len);
    else
        free(file->bytes);
    *file = (dm_file){ .bytes = NULL };
}

demarche_status dm_file_read(void **out, size_t *len, const char *path,
                             demarche_error *err)
{
    dm_file file;
    demarche_status status = take(&file, path, false, err);
    *out = file.bytes;
    *len = file.len;
    return status;
}

demarche_status dm_file_blame(demarche_status status, const char *path,
                              demarche_error *err)
{
    if (status != DEMARCHE_BAD_MODEL || err == NULL)
        return status;
    demarche_error why = *err;
    return dm_fail(err, status, why.offset, "'%.100s': %s", path, why.message);
}

static bool write_all(int fd, const void *bytes, size_t len)
{
    const char *at = bytes;
    while (len > 0) {
        ssize_t wrote = write(fd, at, len);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        at += wrote;
        len -= (size_t)wrote;
    }
    return fsync(fd) == 0 || errno == EINVAL; // a pipe has no disk
}

static bool is_device(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && !S_ISREG(facts.st_mode) &&
           !S_ISDIR(facts.st_mode);
}

/* Whole or not at all: a file beside it, which then takes its name. What is
 * no file, such as a pipe, is written to and must not be replaced by one. */
static bool replace(const char *path, const char *beside, const void *bytes,
                    size_t len)
{
    bool direct = is_device(path);
    int fd = direct ? open(path, O_WRONLY)
                    : open(beside, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (fd < 0)
        return false;
    bool good = write_all(fd, bytes, len);
    int why = errno;
    if (close(fd) != 0 && good) {
        good = false;
        why = errno;
    }
    if (good && (direct || rename(beside, path) == 0))
        return true;
    if (good)
        why = errno;
    if (!direct)
        unlink(beside);
    errno = why;
    return false;
}

demarche_status dm_file_write(const char *path, const void *bytes, size_t len,
                              demarche_error *err)
{
    dm_buf beside;
    dm_buf_init(&beside);
    dm_buf_addf(&beside, "%s.%ld.part", path, (long)getpid());
    demarche_status status = DEMARCHE_OK;
    if (dm_buf_failed(&beside))
        status = dm_no_memory(err);
    else if (!replace(path, beside.data, bytes, len))
        status = dm_fail(err, DEMARCHE_IO, 0, "cannot write '%.100s': %s", path,
                         strerror(errno));
    dm_buf_clear(&beside);
    return status;
}
