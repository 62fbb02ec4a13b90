/* settings.c - see settings.h. */
#include "settings.h"

#include "term.h"

void settings_init(cli_settings *settings)
{
    *settings = (struct cli_settings){ .reasons = 15 };
    demarche_report_options_init(&settings->report);
    demarche_train_options_init(&settings->train);
    settings->train.threads = 0; // one a core
    settings->report.width = term_width(settings->report.width);
}
