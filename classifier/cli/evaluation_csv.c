/* evaluation_csv.c - scores as a long table: a figure a row (RFC 4180). */
#include <stdio.h>
#include <string.h>

#include "evaluation.h"
#include "print.h"

/* A name in quotation marks. A spreadsheet takes a cell that begins with one
 * of these for a formula: an apostrophe goes before it. */
static void put_name(FILE *to, const char *name)
{
    fputc('"', to);
    if (*name != '\0' && strchr("=+-@\t\r", *name) != NULL)
        fputc('\'', to);
    for (; *name != '\0'; name++) {
        if (*name == '"')
            fputc('"', to);
        fputc(*name, to);
    }
    fputc('"', to);
}

static void begin(FILE *to, const char *section, const char *name,
                  const char *figure)
{
    fprintf(to, "%s,", section);
    put_name(to, name);
    fprintf(to, ",%s,", figure);
}

static void put_count(FILE *to, const char *section, const char *name,
                      const char *figure, size_t count)
{
    begin(to, section, name, figure);
    fprintf(to, "%zu,,\r\n", count);
}

static void put_share(FILE *to, const char *section, const char *name,
                      const char *figure, double share)
{
    begin(to, section, name, figure);
    fprintf(to, "%.6f,,\r\n", share);
}

static void put_range(FILE *to, const char *section, const char *name,
                      const char *figure, const double values[3])
{
    begin(to, section, name, figure);
    fprintf(to, "%.6f,%.6f,%.6f\r\n", values[0], values[1], values[2]);
}

static void put_sums(FILE *to, const char *section, const char *name,
                     const demarche_evaluation *e)
{
    put_count(to, section, name, "rows", e->rows);
    put_range(to, section, name, "macro_f1",
              (double[]){ e->macro_f1, e->macro_f1_low, e->macro_f1_high });
    put_share(to, section, name, "accuracy", e->accuracy);
    put_share(to, section, name, "kept", e->kept);
    if (e->kept > 0)
        put_share(to, section, name, "accuracy_kept", e->accuracy_kept);
    put_share(to, section, name, "ece", e->ece);
    put_share(to, section, name, "brier", e->brier);
}

static void put_label(FILE *to, const demarche_evaluation *e, size_t k)
{
    const char *label = e->labels[k];
    put_count(to, "label", label, "rows", evaluation_count(e, k));
    put_share(to, "label", label, "precision", e->precision[k]);
    put_share(to, "label", label, "recall", e->recall[k]);
    put_share(to, "label", label, "f1", e->f1[k]);
}

static void put_confusion(FILE *to, const demarche_evaluation *e)
{
    for (size_t gold = 0; gold < e->label_count; gold++)
        for (size_t said = 0; said < e->label_count; said++) {
            fputs("confusion,", to);
            put_name(to, e->labels[gold]);
            fputc(',', to);
            put_name(to, e->labels[said]);
            fprintf(to, ",%zu,,\r\n", e->confusion[gold][said]);
        }
}

static void put_part(FILE *to, const char *section, const demarche_part *part)
{
    put_count(to, section, part->name, "rows", part->rows);
    put_share(to, section, part->name, "accuracy", part->accuracy);
    put_share(to, section, part->name, "macro_f1", part->macro_f1);
}

static void put_bin(FILE *to, const demarche_bin *bin, size_t b)
{
    char name[16];
    snprintf(name, sizeof name, "0.%zu", b);
    put_count(to, "reliability", name, "rows", bin->rows);
    if (bin->rows == 0)
        return;
    put_share(to, "reliability", name, "p", bin->p);
    put_share(to, "reliability", name, "right", bin->right);
}

static void put_coverage(FILE *to, const char *section, const char *name,
                         const demarche_coverage *kept)
{
    put_share(to, section, name, "kept", kept->share);
    put_share(to, section, name, "accuracy", kept->accuracy);
    put_share(to, section, name, "least_p", kept->least_p);
}

static void put_surety(FILE *to, const demarche_evaluation *e)
{
    char name[16];
    for (size_t b = 0; b < DEMARCHE_BINS; b++)
        put_bin(to, &e->bins[b], b);
    for (size_t k = 0; k < DEMARCHE_COVERAGES; k++) {
        snprintf(name, sizeof name, "%zu", 50 + 10 * k);
        put_coverage(to, "coverage", name, &e->coverage[k]);
    }
}

static void put_comparison(FILE *to, const char *section, const char *name,
                           const demarche_comparison *c)
{
    put_range(to, section, name, "macro_f1_difference",
              (double[]){ c->difference, c->low, c->high });
    put_count(to, section, name, "only_first", c->only_first);
    put_count(to, section, name, "only_second", c->only_second);
    begin(to, section, name, "p");
    fprintf(to, "%.6g,,\r\n", c->p);
}

static void put_curve(FILE *to, const cli_scores *scores)
{
    char name[32];
    for (size_t i = 0; i < scores->curve_count; i++) {
        const demarche_evaluation *e = scores->curve[i];
        snprintf(name, sizeof name, "%.0f", e->learned);
        put_range(to, "curve", name, "macro_f1",
                  (double[]){ e->macro_f1, e->macro_f1_low, e->macro_f1_high });
        put_share(to, "curve", name, "accuracy", e->accuracy);
    }
    if (scores->curve_count > 1)
        put_comparison(to, "last_step", scores->task, &scores->doubling);
}

static void put_versus(FILE *to, const cli_scores *scores)
{
    put_sums(to, "second", scores->task, scores->other);
    put_comparison(to, "against", scores->task, &scores->versus);
}

static void put_rivals(FILE *to, const cli_scores *scores)
{
    for (size_t i = 0; i < scores->rival_count; i++) {
        const cli_rival *r = &scores->rivals[i];
        const demarche_evaluation *e = r->scores;
        put_range(to, "without", r->without, "macro_f1",
                  (double[]){ e->macro_f1, e->macro_f1_low, e->macro_f1_high });
        put_share(to, "without", r->without, "accuracy", e->accuracy);
        put_comparison(to, "without", r->without, &r->versus);
    }
}

static void put_swap(FILE *to, const demarche_swap *s)
{
    put_count(to, "swap", s->name, "rows", s->rows);
    if (s->rows == 0)
        return;
    put_share(to, "swap", s->name, "before", s->before);
    put_share(to, "swap", s->name, "after", s->after);
    put_range(to, "swap", s->name, "change",
              (double[]){ s->change, s->low, s->high });
    put_share(to, "swap", s->name, "size", s->distance);
    put_count(to, "swap", s->name, "relabelled", s->relabelled);
}

static void put_all(FILE *to, const cli_scores *scores)
{
    const demarche_evaluation *e = scores->all;
    fputs("section,name,figure,value,low,high\r\n", to);
    put_sums(to, "all", scores->task, e);
    if (e->folds > 0) {
        put_count(to, "all", scores->task, "folds", e->folds);
        put_share(to, "all", scores->task, "c", e->c);
    }
    for (size_t k = 0; k < e->label_count; k++)
        put_label(to, e, k);
    put_confusion(to, e);
    if (e->clear.rows > 0)
        put_part(to, "hard", &e->clear);
    for (size_t i = 0; i < e->genre_count; i++)
        put_part(to, "genre", &e->genres[i]);
    put_surety(to, e);
    if (scores->accuracy > 0) {
        put_share(to, "abstain", scores->task, "wanted", scores->accuracy);
        put_coverage(to, "abstain", scores->task, &scores->kept);
    }
    put_curve(to, scores);
    if (scores->other != NULL)
        put_versus(to, scores);
    put_rivals(to, scores);
    for (size_t i = 0; i < e->swap_count; i++)
        put_swap(to, &e->swaps[i]);
}

char *evaluation_csv(size_t *len, const cli_scores *scores)
{
    cli_print print;
    print_open(&print);
    if (print.file != NULL)
        put_all(print.file, scores);
    return print_close(len, &print);
}
