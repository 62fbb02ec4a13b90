/* spaces.c - see spaces.h. */
#include "spaces.h"

#include "base/buf.h"

static dm_space find_space(dm_span name)
{
    for (size_t s = 0; s < DM_SPACE_COUNT; s++)
        if (dm_span_is(name, dm_space_name((dm_space)s)))
            return (dm_space)s;
    return DM_SPACE_COUNT;
}

static demarche_status refuse(dm_span name, demarche_error *err)
{
    enum { SHOWN = 20 };
    dm_buf known;
    dm_buf_init(&known);
    for (size_t s = 0; s < DM_SPACE_COUNT; s++) {
        dm_buf_add_string(&known, s == 0 ? "" : ", ");
        dm_buf_add_string(&known, dm_space_name((dm_space)s));
    }
    demarche_status status =
        dm_buf_failed(&known)
            ? dm_no_memory(err)
            : dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                      "no name space is called '%.*s': there are %.*s",
                      (int)(name.len < SHOWN ? name.len : SHOWN), name.data,
                      (int)known.len, known.data);
    dm_buf_clear(&known);
    return status;
}

/* The next of the names, which is cut off from `rest`. */
static dm_span take_name(dm_span *rest)
{
    const char *comma = memchr(rest->data, ',', rest->len);
    size_t len = comma == NULL ? rest->len : (size_t)(comma - rest->data);
    size_t past = comma == NULL ? len : len + 1;
    dm_span name = { rest->data, len };
    *rest = (dm_span){ rest->data + past, rest->len - past };
    return name;
}

demarche_status dm_spaces_weigh(float weights[DM_SPACE_COUNT], size_t profile,
                                const char *without, demarche_error *err)
{
    float left = 0;
    memcpy(weights, dm_vocab_profile(profile),
           DM_SPACE_COUNT * sizeof *weights);
    dm_span rest = dm_span_of(without == NULL ? "" : without);
    while (rest.len > 0) {
        dm_span name = take_name(&rest);
        dm_space space = find_space(name);
        if (space == DM_SPACE_COUNT)
            return refuse(name, err);
        weights[space] = 0;
    }
    for (size_t s = 0; s < DM_SPACE_COUNT; s++)
        left += weights[s];
    return left > 0 ? DEMARCHE_OK
                    : dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                              "without '%.60s' there is nothing to learn from",
                              without);
}

const char *demarche_space_name(size_t i)
{
    return i < DM_SPACE_COUNT ? dm_space_name((dm_space)i) : NULL;
}
