/* image.c - see image.h. */
#include "base/image.h"

#include <xxhash.h>

#include "base/arena.h"

#if !defined(__BYTE_ORDER__) || __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "images are used in place, which needs a little-endian machine"
#endif

enum { ALIGNMENT = 8 };

typedef struct header {
    char magic[8];
    uint32_t version, zero;
    uint64_t len, checksum;
} header;

static size_t padding(size_t len)
{
    return (ALIGNMENT - len % ALIGNMENT) % ALIGNMENT;
}

demarche_status dm_image_open(dm_image *out, const void *bytes, size_t len,
                              const char magic[8], uint32_t version,
                              bool checksum, const char *what,
                              demarche_error *err)
{
    header head;
    const unsigned char *first = bytes;
    if (len < sizeof head)
        return dm_fail(err, DEMARCHE_BAD_MODEL, len,
                       "not a %s file: only %zu bytes", what, len);
    memcpy(&head, bytes, sizeof head);
    if (memcmp(head.magic, magic, sizeof head.magic) != 0)
        return dm_fail(err, DEMARCHE_BAD_MODEL, 0, "not a %s file", what);
    if (head.version != version || head.zero != 0)
        return dm_fail(err, DEMARCHE_BAD_MODEL, 8,
                       "%s file of version %u, this program reads version %u",
                       what, (unsigned)head.version, (unsigned)version);
    if (head.len != len)
        return dm_fail(err, DEMARCHE_BAD_MODEL, len,
                       "%s file %s: %llu bytes of %llu", what,
                       len < head.len ? "cut off" : "too long",
                       (unsigned long long)len, (unsigned long long)head.len);
    if (checksum &&
        head.checksum != XXH3_64bits(first + sizeof head, len - sizeof head))
        return dm_fail(err, DEMARCHE_BAD_MODEL, 0,
                       "%s file altered: its checksum does not fit", what);
    *out = (dm_image){ first + sizeof head, first + len };
    return DEMARCHE_OK;
}

dm_span dm_image_take_any(dm_image *image)
{
    const dm_span none = { NULL, 0 };
    uint64_t len;
    size_t left = (size_t)(image->end - image->at);
    if (left < sizeof len)
        return none;
    memcpy(&len, image->at, sizeof len);
    left -= sizeof len;
    if (len > left || padding((size_t)len) > left - (size_t)len)
        return none;
    dm_span data = { (const char *)image->at + sizeof len, (size_t)len };
    image->at += sizeof len + (size_t)len + padding((size_t)len);
    return data;
}

const void *dm_image_take(dm_image *image, size_t count, size_t size)
{
    size_t bytes;
    dm_span data = dm_image_take_any(image);
    bool fits = data.data != NULL && dm_multiply(count, size, &bytes) &&
                data.len == bytes;
    return fits ? data.data : NULL;
}

bool dm_image_done(const dm_image *image)
{
    return image->at == image->end;
}

uint64_t dm_image_checksum(const void *bytes)
{
    header head;
    memcpy(&head, bytes, sizeof head);
    return head.checksum;
}

void dm_image_begin(dm_buf *buf)
{
    static const header blank = { "", 0, 0, 0, 0 };
    dm_buf_add(buf, &blank, sizeof blank);
}

void dm_image_add(dm_buf *buf, const void *data, size_t count, size_t size)
{
    static const char zeros[ALIGNMENT] = "";
    size_t bytes;
    if (!dm_multiply(count, size, &bytes)) {
        buf->failed = true;
        return;
    }
    uint64_t len = bytes;
    dm_buf_add(buf, &len, sizeof len);
    dm_buf_add(buf, data, bytes);
    dm_buf_add(buf, zeros, padding(bytes));
}

void dm_image_finish(dm_buf *buf, const char magic[8], uint32_t version)
{
    if (dm_buf_failed(buf))
        return;
    header head = { .version = version, .len = buf->len };
    memcpy(head.magic, magic, sizeof head.magic);
    head.checksum =
        XXH3_64bits(buf->data + sizeof head, buf->len - sizeof head);
    memcpy(buf->data, &head, sizeof head);
}
