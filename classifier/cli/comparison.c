/* comparison.c - see comparison.h. */
#include "comparison.h"

#include "print.h"

enum { NAME_COLUMNS = EVALUATION_COLUMNS };

static void put_curve(FILE *to, const cli_scores *scores)
{
    const demarche_comparison *last = &scores->doubling;
    fprintf(to, "\nwould more labels help?\n%-*s %9s %9s %9s %9s\n",
            NAME_COLUMNS, "rows learned from", "macro-F1", "low", "high",
            "accuracy");
    for (size_t i = 0; i < scores->curve_count; i++) {
        const demarche_evaluation *e = scores->curve[i];
        fprintf(to, "%*.0f  %9.3f %9.3f %9.3f %9.3f\n", NAME_COLUMNS,
                e->learned, e->macro_f1, e->macro_f1_low, e->macro_f1_high,
                e->accuracy);
    }
    if (scores->curve_count > 1)
        fprintf(to,
                "the last step changed macro-F1 by %+.3f (95 %%: %+.3f to "
                "%+.3f)\n",
                last->difference, last->low, last->high);
}

/* The paired test speaks of accuracy, the interval of macro-F1. */
static void put_versus(FILE *to, const cli_scores *scores)
{
    const demarche_comparison *c = &scores->versus;
    bool lacks = scores->without != NULL;
    fprintf(to, "\n%-*s %9s %9s %12s\n", NAME_COLUMNS,
            lacks ? "name spaces" : "model", "macro-F1", "accuracy",
            "alone right");
    fprintf(to, "%-*s %9.3f %9.3f %12zu\n", NAME_COLUMNS,
            lacks ? "these" : "this one", scores->all->macro_f1,
            scores->all->accuracy, c->only_first);
    fprintf(to, "%-*s %9.3f %9.3f %12zu\n", NAME_COLUMNS,
            lacks ? "all" : "the other", scores->other->macro_f1,
            scores->other->accuracy, c->only_second);
    fprintf(to,
            "macro-F1 differs by %+.3f (95 %%: %+.3f to %+.3f, documents drawn "
            "anew)\n",
            c->difference, c->low, c->high);
    fprintf(to, "as uneven by chance: p = %.4g (McNemar, exact, mid-p)\n",
            c->p);
}

/* What a name space is worth is what is lost without it. */
static void put_rivals(FILE *to, const cli_scores *scores)
{
    fprintf(to,
            "\nlearned without one name space: how macro-F1 differs, and "
            "whether chance would\nmake the labels as unlike (p by McNemar, "
            "exact, mid-p)\n%-*s %9s %16s %9s %18s %7s\n",
            12, "without", "macro-F1", "95 %", "differs", "95 %", "p");
    for (size_t i = 0; i < scores->rival_count; i++) {
        const cli_rival *r = &scores->rivals[i];
        const demarche_comparison *c = &r->versus;
        fprintf(to, "%-*s %9.3f   %.3f to %.3f %+9.3f   %+.3f to %+.3f %7.4f\n",
                12, r->without, r->scores->macro_f1, r->scores->macro_f1_low,
                r->scores->macro_f1_high, c->difference, c->low, c->high, c->p);
    }
}

/* Who is named should not tell the tone: swapped, scores should stay. */
static void put_swaps(FILE *to, const demarche_evaluation *e)
{
    fprintf(to,
            "\nnames of the two sides swapped in the text: mean score, "
            "p(conciliatory) -\np(critical), before and after; rows that get "
            "another label\n%-12s %6s %7s %7s %7s %18s %6s %8s\n",
            "rows naming", "rows", "before", "after", "change", "95 %", "size",
            "labels");
    for (size_t i = 0; i < e->swap_count; i++) {
        const demarche_swap *s = &e->swaps[i];
        fprintf(to, "%-12s %6zu ", i == 0 ? "any" : s->name, s->rows);
        if (s->rows > 0)
            fprintf(to, "%+7.3f %+7.3f %+7.3f   %+.3f to %+.3f %6.3f %8zu\n",
                    s->before, s->after, s->change, s->low, s->high,
                    s->distance, s->relabelled);
        else
            fputs("none\n", to);
    }
    fputs("change is the mean of after less before, size the same without its "
          "sign\n",
          to);
}

void comparison_text(FILE *to, const cli_scores *scores)
{
    if (scores->curve_count > 0)
        put_curve(to, scores);
    if (scores->other != NULL)
        put_versus(to, scores);
    if (scores->rival_count > 0)
        put_rivals(to, scores);
    if (scores->all->swap_count > 0)
        put_swaps(to, scores->all);
}
