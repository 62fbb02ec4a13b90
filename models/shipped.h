/* shipped.h - the data files that are embedded in the library. */
#ifndef DM_SHIPPED_H
#define DM_SHIPPED_H

#include "base/span.h"

dm_span dm_shipped_actors(void); // models/data/actors.tsv
dm_span dm_shipped_tone(void);   // models/data/tone.model
dm_span dm_shipped_side(void);   // models/data/side.model

#endif
