/* workshop.h - the register and the models that the options ask for, ready. */
#ifndef WORKSHOP_H
#define WORKSHOP_H

#include "settings.h"
#include "talk.h"

typedef struct cli_workshop {
    demarche_model *tone, *side, *target; // loaded from files, or NULL
    demarche_extractor *extractor;        // likewise
    demarche_analyser *analyser;
} cli_workshop;

/* `judges` tells whether statements will be judged: otherwise no model is
 * needed, nor loaded. False: told why. */
bool workshop_open(cli_workshop *workshop, const cli_settings *settings,
                   bool judges, cli_talk *talk);
/* Tell where --abstain asks for more than a model can keep. */
void workshop_warn(const cli_workshop *workshop, const cli_settings *settings,
                   cli_talk *talk);

void workshop_close(cli_workshop *workshop);

/* Does a model for that task ship? */
bool workshop_is_shipped(const char *task);

/* A model by its file, or a shipped one by its task ("tone", "side",
 * "target"), which wins over a file of that name: "./tone" is the file. False:
 * told why. */
bool workshop_load(demarche_model **out, const char *name, cli_talk *talk);

/* Is it "extract", or a file that `train --task extract` wrote? */
bool workshop_is_extractor(const char *name);

/* Learned decisions of extraction by their file, or "extract" for the shipped
 * ones. False: told why. */
bool workshop_load_extractor(demarche_extractor **out, const char *name,
                             cli_talk *talk);

#endif
