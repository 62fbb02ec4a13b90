/* report.c - pick the form of a report; the forms are in report_*.c. */
#include "report.h"

#include "telling.h"

static dm_report_form *const forms[] = {
    [DEMARCHE_FORMAT_TEXT] = dm_report_text,
    [DEMARCHE_FORMAT_JSON] = dm_report_json,
    [DEMARCHE_FORMAT_NDJSON] = dm_report_ndjson,
    [DEMARCHE_FORMAT_CSV] = dm_report_csv,
};

void demarche_report_options_init(demarche_report_options *options)
{
    *options = (demarche_report_options){ .format = DEMARCHE_FORMAT_TEXT,
                                          .width = 80,
                                          .colour = false,
                                          .top = 8,
                                          .examples = 2,
                                          .resamples = 1000,
                                          .seed = 1 };
}

dm_span dm_report_name(const dm_stance *row)
{
    return row->name.len > 0 ? row->name
           : row->id.len > 0 ? row->id
                             : (dm_span)DM_SPAN("(no named speaker)");
}

demarche_status dm_report_check(const demarche_report_options *options,
                                demarche_error *err)
{
    const struct {
        const char *name;
        unsigned value, low, high;
    } ranges[] = {
        { "format", options->format, 0, sizeof forms / sizeof *forms - 1 },
        { "width", options->width, 40, 500 },
        { "examples", options->examples, 0, DM_TELLING_MAX },
        { "resamples", options->resamples, 0, 1000000 },
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (ranges[i].value < ranges[i].low || ranges[i].value > ranges[i].high)
            return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                           "%s %u is not from %u to %u", ranges[i].name,
                           ranges[i].value, ranges[i].low, ranges[i].high);
    return DEMARCHE_OK;
}

demarche_status demarche_report_format(char **out, const demarche_tally *tally,
                                       const demarche_report_options *options,
                                       demarche_error *err)
{
    *out = NULL;
    demarche_report_options defaults;
    demarche_report_options_init(&defaults);
    if (options == NULL)
        options = &defaults;
    demarche_status status = dm_report_check(options, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_summary summary;
    status = dm_summary_init(&summary, tally, options->resamples, options->seed,
                             err);
    if (status != DEMARCHE_OK)
        return status;
    dm_buf buf;
    dm_buf_init(&buf);
    forms[options->format](&buf, &summary, options);
    dm_summary_clear(&summary);
    return dm_buf_take(out, &buf, err);
}
