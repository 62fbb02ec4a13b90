/* judge.c - tone and side of statements, by the two models.
 *
 * A tone that the model is not sure of is marked for review, and so is a side,
 * each on its own: a reader who asks who speaks for whom need not check the
 * tones. `review` speaks of the tone alone.
 */
#include "judge.h"

#include "statements.h"
#include "verdict.h"

demarche_status dm_judge_view(dm_judgement *out,
                              const demarche_analyser *analyser,
                              const dm_view *view, const char *date,
                              dm_arena *scratch, demarche_error *err)
{
    const demarche_model *tone, *side;
    demarche_status status =
        dm_analyser_model(&tone, analyser->tone, "tone", err);
    if (status == DEMARCHE_OK)
        status = dm_analyser_model(&side, analyser->side, "side", err);
    if (status == DEMARCHE_OK)
        status = dm_model_judge(&out->tone, tone, view, scratch, err);
    if (status == DEMARCHE_OK)
        status = dm_model_judge(&out->side, side, view, scratch, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_verdict_round(&out->tone);
    dm_verdict_round(&out->side);
    out->score = dm_verdict_score(&out->tone);
    return dm_target_find(&out->target, view->content, out->side.label,
                          analyser->actors, date, scratch, err);
}

static void keep(demarche_statement *item, const dm_judgement *judgement)
{
    item->tone = judgement->tone;
    item->side = judgement->side;
    item->score = judgement->score;
    item->target = judgement->target.side;
}

/* The target's rule joins those of the extractor, once. */
static void keep_rule(demarche_statement *item, const dm_statement *found,
                      const char *rule)
{
    item->rule_count = found->rule_count;
    if (rule != NULL && item->rule_count < DEMARCHE_RULES_MAX)
        item->rules[item->rule_count++] = rule;
}

static demarche_status judge_one(demarche_statement *item,
                                 const demarche_statements *list,
                                 const dm_statement *found,
                                 const demarche_analyser *analyser,
                                 dm_arena *scratch, demarche_error *err)
{
    dm_view view;
    dm_judgement judgement;
    if (item->kind == DEMARCHE_QUESTION)
        return DEMARCHE_OK;
    demarche_status status = dm_view_of_statement(
        &view, &list->page, found, analyser->actors, scratch, err);
    if (status == DEMARCHE_OK)
        status = dm_judge_view(&judgement, analyser, &view, list->page.date,
                               scratch, err);
    if (status != DEMARCHE_OK)
        return status;
    keep(item, &judgement);
    keep_rule(item, found, judgement.target.rule);
    return DEMARCHE_OK;
}

demarche_status demarche_judge(const demarche_analyser *analyser,
                               demarche_statements *list, demarche_error *err)
{
    dm_arena scratch;
    dm_arena_init(&scratch);
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < list->found.count && status == DEMARCHE_OK; i++) {
        dm_arena_reset(&scratch);
        status = judge_one(&list->items[i], list, &list->found.items[i],
                           analyser, &scratch, err);
    }
    dm_arena_clear(&scratch);
    return status;
}
