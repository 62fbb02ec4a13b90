/* extractor.h - the learned part of the extractor, as a file and in memory. */
#ifndef DM_EXTRACTOR_H
#define DM_EXTRACTOR_H

#include "chooser.h"

struct demarche_extractor {
    void *owned; // the bytes, where they are its own
    const void *image;
    size_t len;
    dm_chooser chooser;
};

/* One that owns `bytes`, which were malloc'ed; frees them on failure. */
demarche_status dm_extractor_adopt(demarche_extractor **out, void *bytes,
                                   size_t len, demarche_error *err);

#endif
