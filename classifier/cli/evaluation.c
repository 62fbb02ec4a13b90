/* evaluation.c - see evaluation.h. */
#include "evaluation.h"

#include <stdio.h>

#include "print.h"

enum { LABEL_COLUMNS = 16, COUNT_COLUMNS = 12 };

static size_t count_gold(const demarche_evaluation *e, size_t label)
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
                "(%u folds, C = %g, %s)\n",
                e->folds, e->c, e->solver);
    else
        fputs("judged by the model as it is\n", to);
}

static void put_labels(FILE *to, const demarche_evaluation *e)
{
    fprintf(to, "\n%-*s %9s %9s %9s %9s\n", LABEL_COLUMNS, "label", "precision",
            "recall", "F1", "rows");
    for (size_t k = 0; k < e->label_count; k++) {
        print_cell(to, e->labels[k], LABEL_COLUMNS, PRINT_LEFT);
        fprintf(to, " %9.3f %9.3f %9.3f %9zu\n", e->precision[k], e->recall[k],
                e->f1[k], count_gold(e, k));
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
    fprintf(to,
            "calibration   %.3f  expected error of the probabilities "
            "(0 is best)\n",
            e->ece);
    fprintf(to, "Brier score   %.3f  (0 is best, 2 is worst)\n", e->brier);
}

char *evaluation_text(size_t *len, const demarche_evaluation *evaluation,
                      const char *task)
{
    cli_print print;
    print_open(&print);
    if (print.file != NULL) {
        put_heading(print.file, evaluation, task);
        put_labels(print.file, evaluation);
        put_confusion(print.file, evaluation);
        put_sums(print.file, evaluation);
    }
    return print_close(len, &print);
}

static void put_label_json(FILE *to, const demarche_evaluation *e, size_t k)
{
    fputs(k == 0 ? "{\"label\":" : ",{\"label\":", to);
    print_json(to, e->labels[k]);
    fprintf(to,
            ",\"precision\":%.6f,\"recall\":%.6f,\"f1\":%.6f,"
            "\"rows\":%zu,\"judged_as\":{",
            e->precision[k], e->recall[k], e->f1[k], count_gold(e, k));
    for (size_t said = 0; said < e->label_count; said++) {
        fputs(said == 0 ? "" : ",", to);
        print_json(to, e->labels[said]);
        fprintf(to, ":%zu", e->confusion[k][said]);
    }
    fputs("}}", to);
}

char *evaluation_json(size_t *len, const demarche_evaluation *e,
                      const char *task)
{
    cli_print print;
    print_open(&print);
    FILE *to = print.file;
    if (to != NULL) {
        fputs("{\"task\":", to);
        print_json(to, task);
        fprintf(to,
                ",\"rows\":%zu,\"folds\":%u,\"c\":%.10g,\"solver\":", e->rows,
                e->folds, e->c);
        if (e->solver == NULL)
            fputs("null", to);
        else
            print_json(to, e->solver);
        fprintf(to, ",\"macro_f1\":%.6f,\"macro_f1_95\":[%.6f,%.6f]",
                e->macro_f1, e->macro_f1_low, e->macro_f1_high);
        fprintf(to, ",\"accuracy\":%.6f,\"kept\":%.6f", e->accuracy, e->kept);
        if (e->kept > 0)
            fprintf(to, ",\"accuracy_kept\":%.6f", e->accuracy_kept);
        else
            fputs(",\"accuracy_kept\":null", to);
        fprintf(to, ",\"ece\":%.6f,\"brier\":%.6f,\"labels\":[", e->ece,
                e->brier);
        for (size_t k = 0; k < e->label_count; k++)
            put_label_json(to, e, k);
        fputs("]}\n", to);
    }
    return print_close(len, &print);
}
