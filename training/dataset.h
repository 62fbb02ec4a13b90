/* dataset.h - labelled rows of one task. */
#ifndef DM_DATASET_H
#define DM_DATASET_H

#include "view.h"

/* `reg` (may be NULL) must outlive the dataset; `task` names the label field.
 */
demarche_status dm_dataset_new(demarche_dataset **out, const char *task,
                               const dm_register *reg, demarche_error *err);

/* Add one row; see demarche_dataset_add. */
demarche_status dm_dataset_add(demarche_dataset *dataset, const json_t *record,
                               bool *added, demarche_error *err);

#endif
