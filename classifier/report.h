/* report.h - a summary in one of several forms; one file a form. */
#ifndef DM_REPORT_H
#define DM_REPORT_H

#include "base/buf.h"
#include "summary.h"

/* A form appends to `out`, whose failure tells of memory that ran out. */
typedef void dm_report_form(dm_buf *out, const dm_summary *summary,
                            const demarche_report_options *options);

dm_report_form dm_report_text;   // for people, at a terminal
dm_report_form dm_report_json;   // one object with all figures and places
dm_report_form dm_report_ndjson; // an object an actor
dm_report_form dm_report_csv;    // a row an actor

/* Whether each option lies in its range: DEMARCHE_BAD_ARGUMENT. */
demarche_status dm_report_check(const demarche_report_options *options,
                                demarche_error *err);

/* What stands for the name of who is not named. */
dm_span dm_report_name(const dm_stance *row);

#endif
