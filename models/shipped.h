/* shipped.h - the data files that are embedded in the library. */
#ifndef DM_SHIPPED_H
#define DM_SHIPPED_H

#include "base/span.h"
#include "words.h"

dm_span dm_shipped_actors(void);  // models/data/actors.tsv
dm_span dm_shipped_tone(void);    // models/data/tone.model
dm_span dm_shipped_side(void);    // models/data/side.model
dm_span dm_shipped_target(void);  // models/data/target.model
dm_span dm_shipped_words(void);   // models/data/words.vec
dm_span dm_shipped_extract(void); // models/data/extract.model

/* The word table, in place. An empty file is a table of no words. */
demarche_status dm_shipped_words_open(dm_words *out, demarche_error *err);

#endif
