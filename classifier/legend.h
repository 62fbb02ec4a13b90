/* legend.h - how the figures of a text report are made, below it. */
#ifndef DM_LEGEND_H
#define DM_LEGEND_H

#include "pen.h"

void dm_legend_draw(dm_pen *pen, const dm_summary *summary,
                    const demarche_report_options *options);

#endif
