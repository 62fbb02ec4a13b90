/* workshop.c - see workshop.h. */
#include "workshop.h"

#include <stdio.h>
#include <string.h>

static bool told(demarche_status status, const demarche_error *err,
                 cli_talk *talk)
{
    if (status != DEMARCHE_OK)
        talk_error(talk, "%s", err->message);
    return status == DEMARCHE_OK;
}

bool workshop_is_shipped(const char *name)
{
    static const char *const shipped[] = { "tone", "side", "target" };
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++)
        if (strcmp(name, shipped[i]) == 0)
            return true;
    return false;
}

bool workshop_load(demarche_model **out, const char *name, cli_talk *talk)
{
    demarche_error err;
    demarche_status status;
    if (workshop_is_shipped(name))
        status = demarche_model_shipped(out, name, &err);
    else
        status = demarche_model_load(out, name, &err);
    return told(status, &err, talk);
}

bool workshop_is_extractor(const char *name)
{
    if (strcmp(name, "extract") == 0)
        return true;
    char head[8] = { 0 };
    FILE *file = fopen(name, "rb");
    if (file == NULL)
        return false;
    size_t got = fread(head, 1, sizeof head, file);
    fclose(file);
    return got == sizeof head && memcmp(head, "dm-reads", sizeof head) == 0;
}

bool workshop_load_extractor(demarche_extractor **out, const char *name,
                             cli_talk *talk)
{
    demarche_error err;
    demarche_status status = strcmp(name, "extract") == 0
                                 ? demarche_extractor_shipped(out, &err)
                                 : demarche_extractor_load(out, name, &err);
    return told(status, &err, talk);
}

/* A model file that shall judge `task`; no path is no model. */
static bool load_for(demarche_model **out, const char *path, const char *task,
                     cli_talk *talk)
{
    demarche_error err;
    if (path == NULL)
        return true;
    if (!told(demarche_model_load(out, path, &err), &err, talk))
        return false;
    const char *found = demarche_model_task(*out);
    if (strcmp(found, task) != 0)
        talk_error(talk, "model '%s' judges '%s', not '%s'", path, found, task);
    return strcmp(found, task) == 0;
}

static bool open_parts(cli_workshop *workshop, const cli_settings *settings,
                       bool judges, cli_talk *talk)
{
    if (settings->actors != NULL && settings->only != NULL) {
        talk_error(talk, "--actors and --actors-only exclude each other");
        return false;
    }
    if (!load_for(&workshop->tone, settings->tone, "tone", talk) ||
        !load_for(&workshop->side, settings->side, "side", talk) ||
        !load_for(&workshop->target, settings->target, "target", talk))
        return false;
    demarche_error err;
    if (settings->extractor != NULL &&
        !told(demarche_extractor_load(&workshop->extractor, settings->extractor,
                                      &err),
              &err, talk))
        return false;
    demarche_options options;
    demarche_options_init(&options);
    options.extractor = workshop->extractor;
    options.rules_alone = settings->rules_alone;
    options.actors_replace = settings->only != NULL;
    options.actors_path =
        options.actors_replace ? settings->only : settings->actors;
    options.tone = workshop->tone;
    options.side = workshop->side;
    options.target = workshop->target;
    options.no_models = !judges;
    options.abstain = judges ? settings->abstain : 0;
    options.parc = settings->convention == 1;
    return told(demarche_analyser_new(&workshop->analyser, &options, &err),
                &err, talk);
}

bool workshop_open(cli_workshop *workshop, const cli_settings *settings,
                   bool judges, cli_talk *talk)
{
    *workshop = (struct cli_workshop){ .analyser = NULL };
    if (open_parts(workshop, settings, judges, talk))
        return true;
    workshop_close(workshop);
    return false;
}

void workshop_warn(const cli_workshop *workshop, const cli_settings *settings,
                   cli_talk *talk)
{
    static const char *const tasks[] = { "tone", "side", "target" };
    for (size_t i = 0; i < sizeof tasks / sizeof *tasks; i++) {
        demarche_coverage kept;
        const demarche_model *model =
            demarche_analyser_model(workshop->analyser, tasks[i]);
        if (model == NULL || settings->abstain == 0)
            continue;
        demarche_model_coverage(&kept, model, settings->abstain);
        if (kept.share == 0)
            talk_note(talk,
                      "no %s is so sure that %.0f %% of such are right: all go "
                      "to review",
                      tasks[i], 100 * kept.accuracy);
    }
}

void workshop_close(cli_workshop *workshop)
{
    demarche_analyser_free(workshop->analyser);
    demarche_model_free(workshop->tone);
    demarche_model_free(workshop->side);
    demarche_model_free(workshop->target);
    demarche_extractor_free(workshop->extractor);
    *workshop = (struct cli_workshop){ .analyser = NULL };
}
