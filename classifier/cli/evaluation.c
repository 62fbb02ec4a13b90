/* evaluation.c - see evaluation.h. */
#include "evaluation.h"

#include <stdio.h>

#include "comparison.h"
#include "print.h"

enum { LABEL_COLUMNS = EVALUATION_COLUMNS, COUNT_COLUMNS = 12 };

size_t evaluation_count(const demarche_evaluation *e, size_t label)
{
    size_t count = 0;
    for (size_t said = 0; said < e->label_count; said++)
        count += e->confusion[label][said];
    return count;
}

static void put_heading(FILE *to, const demarche_evaluation *e,
                        const char *task)
{
    print_cell(to, task, 40, PRINT_BARE);
    fprintf(to, ": %zu rows, ", e->rows);
    if (e->folds > 0)
        fprintf(to,
                "each judged by a model that saw none of its document\n"
                "(%u folds, C = %g,\n%s)\n",
                e->folds, e->c, e->solver);
    else
        fputs("judged by the model as it is\n"
              "(of rows that it learned from, all figures are too good)\n",
              to);
}

static void put_labels(FILE *to, const demarche_evaluation *e)
{
    fprintf(to, "\n%-*s %9s %9s %9s %9s\n", LABEL_COLUMNS, "label", "precision",
            "recall", "F1", "rows");
    for (size_t k = 0; k < e->label_count; k++) {
        print_cell(to, e->labels[k], LABEL_COLUMNS, PRINT_LEFT);
        fprintf(to, " %9.3f %9.3f %9.3f %9zu\n", e->precision[k], e->recall[k],
                e->f1[k], evaluation_count(e, k));
    }
}

/* Many labels make a wide table, which is theirs to have. */
static void put_confusion(FILE *to, const demarche_evaluation *e)
{
    fputs("\nlabelled as, and judged as:\n", to);
    fprintf(to, "%-*s", LABEL_COLUMNS, "");
    for (size_t k = 0; k < e->label_count; k++) {
        fputc(' ', to);
        print_cell(to, e->labels[k], COUNT_COLUMNS, PRINT_RIGHT);
    }
    fputc('\n', to);
    for (size_t gold = 0; gold < e->label_count; gold++) {
        print_cell(to, e->labels[gold], LABEL_COLUMNS, PRINT_LEFT);
        for (size_t said = 0; said < e->label_count; said++)
            fprintf(to, " %*zu", COUNT_COLUMNS, e->confusion[gold][said]);
        fputc('\n', to);
    }
}

static void put_sums(FILE *to, const demarche_evaluation *e)
{
    fprintf(to,
            "\nmacro-F1      %.3f  (95 %%: %.3f to %.3f, documents drawn "
            "anew)\n",
            e->macro_f1, e->macro_f1_low, e->macro_f1_high);
    fprintf(to, "accuracy      %.3f\n", e->accuracy);
    if (e->kept > 0)
        fprintf(to,
                "surest rows   %.3f  accuracy on the %.1f %% that are not "
                "sent to review\n",
                e->accuracy_kept, 100 * e->kept);
    else
        fputs("surest rows   none   all are sent to review\n", to);
    fprintf(
        to,
        "calibration   %.3f  expected calibration error: how far "
        "probabilities are\n"
        "                     from what comes true, on average (0 is best)\n",
        e->ece);
    fprintf(to,
            "Brier score   %.3f  squared distance of probabilities from the "
            "truth (0 is\n"
            "                     best, 2 is worst)\n",
            e->brier);
}

static void put_part(FILE *to, const char *name, const demarche_part *part)
{
    print_cell(to, name, LABEL_COLUMNS, PRINT_LEFT);
    fprintf(to, " %9.3f %9.3f %19zu\n", part->accuracy, part->macro_f1,
            part->rows);
}

static void put_parts(FILE *to, const demarche_evaluation *e)
{
    if (e->clear.rows + e->genre_count == 0)
        return;
    fprintf(to, "\n%-*s %9s %9s %19s\n", LABEL_COLUMNS, "part", "accuracy",
            "macro-F1", "rows");
    if (e->clear.rows > 0)
        put_part(to, e->clear.name, &e->clear);
    for (size_t i = 0; i < e->genre_count; i++)
        put_part(to, e->genres[i].name, &e->genres[i]);
}

/* Rows that are told from each other by how probable their label was. */
static void put_reliability(FILE *to, const demarche_evaluation *e)
{
    fputs(
        "\nare probabilities true? of rows given a label with p = 0.9, nine in "
        "ten should\nbe right:",
        to);
    fprintf(to, "\n%-*s %9s %9s %19s\n", LABEL_COLUMNS, "probability", "mean",
            "right", "rows");
    for (size_t b = 0; b < DEMARCHE_BINS; b++) {
        const demarche_bin *bin = &e->bins[b];
        if (bin->rows > 0)
            fprintf(to, "%.1f to %.1f       %9.3f %9.3f %19zu\n",
                    (double)b / DEMARCHE_BINS, (double)(b + 1) / DEMARCHE_BINS,
                    bin->p, bin->right, bin->rows);
    }
}

static void put_coverage(FILE *to, const demarche_evaluation *e)
{
    fputs("\nwhat is right when the least sure rows are left to a reader:", to);
    fprintf(to, "\n%-*s %9s %9s\n", LABEL_COLUMNS, "surest rows kept",
            "accuracy", "least p");
    for (size_t k = 0; k < DEMARCHE_COVERAGES; k++)
        fprintf(to, "%5.0f %%          %9.3f %9.3f\n",
                100 * e->coverage[k].share, e->coverage[k].accuracy,
                e->coverage[k].least_p);
}

static void put_abstention(FILE *to, const cli_scores *scores)
{
    const demarche_coverage *kept = &scores->kept;
    if (kept->share > 0)
        fprintf(to,
                "\n%.1f %% of rows can be kept to be right in %.1f %% of them: "
                "p >= %.3f\n",
                100 * kept->share, 100 * scores->accuracy, kept->least_p);
    else
        fprintf(to, "\nno part of the rows is right in %.1f %% of them\n",
                100 * scores->accuracy);
}

static void put_all(FILE *to, const cli_scores *scores)
{
    const demarche_evaluation *e = scores->all;
    put_heading(to, e, scores->task);
    put_labels(to, e);
    put_confusion(to, e);
    put_sums(to, e);
    put_parts(to, e);
    put_reliability(to, e);
    put_coverage(to, e);
    if (scores->accuracy > 0)
        put_abstention(to, scores);
    comparison_text(to, scores);
}

char *evaluation_text(size_t *len, const cli_scores *scores)
{
    cli_print print;
    print_open(&print);
    if (print.file != NULL)
        put_all(print.file, scores);
    return print_close(len, &print);
}
