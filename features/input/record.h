/* record.h - what a file holds, one JSON object at a time. */
#ifndef DM_RECORD_H
#define DM_RECORD_H

#include "base/json.h"

/* A record owns one JSON object. */
struct demarche_record {
    json_t *object;
    char id[24]; // the digits of an `id` that is a whole number, or empty
};

/* Takes the reference, also on failure. Not an object: DEMARCHE_BAD_INPUT. */
demarche_status dm_record_new(demarche_record **out, json_t *object,
                              demarche_error *err);

#endif
