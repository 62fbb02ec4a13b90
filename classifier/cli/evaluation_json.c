/* evaluation_json.c - scores as one JSON object. */
#include <stdio.h>

#include "evaluation.h"
#include "print.h"

static void put_label(FILE *to, const demarche_evaluation *e, size_t k)
{
    fputs(k == 0 ? "{\"label\":" : ",{\"label\":", to);
    print_json(to, e->labels[k]);
    fprintf(to,
            ",\"precision\":%.6f,\"recall\":%.6f,\"f1\":%.6f,"
            "\"rows\":%zu,\"judged_as\":{",
            e->precision[k], e->recall[k], e->f1[k], evaluation_count(e, k));
    for (size_t said = 0; said < e->label_count; said++) {
        fputs(said == 0 ? "" : ",", to);
        print_json(to, e->labels[said]);
        fprintf(to, ":%zu", e->confusion[k][said]);
    }
    fputs("}}", to);
}

static void put_figures(FILE *to, const demarche_part *part)
{
    fprintf(to, "\"rows\":%zu,\"accuracy\":%.6f,\"macro_f1\":%.6f}", part->rows,
            part->accuracy, part->macro_f1);
}

static void put_parts(FILE *to, const demarche_evaluation *e)
{
    fputs(",\"not_hard\":", to);
    if (e->clear.rows == 0) {
        fputs("null", to);
    } else {
        fputc('{', to);
        put_figures(to, &e->clear);
    }
    fputs(",\"genres\":[", to);
    for (size_t i = 0; i < e->genre_count; i++) {
        fputs(i == 0 ? "{\"genre\":" : ",{\"genre\":", to);
        print_json(to, e->genres[i].name);
        fputc(',', to);
        put_figures(to, &e->genres[i]);
    }
    fputc(']', to);
}

static void put_coverage(FILE *to, const demarche_coverage *kept)
{
    fprintf(to, "{\"kept\":%.6f,\"accuracy\":%.6f,\"least_p\":%.6f}",
            kept->share, kept->accuracy, kept->least_p);
}

static void put_surety(FILE *to, const demarche_evaluation *e)
{
    fputs(",\"reliability\":[", to);
    for (size_t b = 0; b < DEMARCHE_BINS; b++)
        fprintf(to, "%s{\"rows\":%zu,\"p\":%.6f,\"right\":%.6f}",
                b == 0 ? "" : ",", e->bins[b].rows, e->bins[b].p,
                e->bins[b].right);
    fputs("],\"coverage\":[", to);
    for (size_t k = 0; k < DEMARCHE_COVERAGES; k++) {
        fputs(k == 0 ? "" : ",", to);
        put_coverage(to, &e->coverage[k]);
    }
    fputc(']', to);
}

/* The last members of an object. */
static void put_comparison(FILE *to, const demarche_comparison *c)
{
    fprintf(to,
            "\"difference\":%.6f,\"difference_95\":[%.6f,%.6f],"
            "\"only_first\":%zu,\"only_second\":%zu,\"p\":%.6g}",
            c->difference, c->low, c->high, c->only_first, c->only_second,
            c->p);
}

static void put_curve(FILE *to, const cli_scores *scores)
{
    fputs(",\"curve\":[", to);
    for (size_t i = 0; i < scores->curve_count; i++) {
        const demarche_evaluation *e = scores->curve[i];
        fprintf(to,
                "%s{\"learned\":%.1f,\"macro_f1\":%.6f,\"macro_f1_95\":[%.6f,"
                "%.6f],\"accuracy\":%.6f}",
                i == 0 ? "" : ",", e->learned, e->macro_f1, e->macro_f1_low,
                e->macro_f1_high, e->accuracy);
    }
    fputc(']', to);
    if (scores->curve_count < 2)
        return;
    fputs(",\"last_step\":{", to);
    put_comparison(to, &scores->doubling);
}

static void put_versus(FILE *to, const cli_scores *scores)
{
    fprintf(to, ",\"against\":{\"macro_f1\":%.6f,\"accuracy\":%.6f,",
            scores->other->macro_f1, scores->other->accuracy);
    put_comparison(to, &scores->versus);
}

static void put_rivals(FILE *to, const cli_scores *scores)
{
    fputs(",\"without_each\":[", to);
    for (size_t i = 0; i < scores->rival_count; i++) {
        const cli_rival *r = &scores->rivals[i];
        fputs(i == 0 ? "{\"without\":" : ",{\"without\":", to);
        print_json(to, r->without);
        fprintf(to, ",\"macro_f1\":%.6f,\"macro_f1_95\":[%.6f,%.6f],",
                r->scores->macro_f1, r->scores->macro_f1_low,
                r->scores->macro_f1_high);
        fprintf(to, "\"accuracy\":%.6f,", r->scores->accuracy);
        put_comparison(to, &r->versus);
    }
    fputc(']', to);
}

static void put_swaps(FILE *to, const demarche_evaluation *e)
{
    fputs(",\"swap\":[", to);
    for (size_t i = 0; i < e->swap_count; i++) {
        const demarche_swap *s = &e->swaps[i];
        fprintf(to,
                "%s{\"naming\":\"%s\",\"rows\":%zu,\"before\":%.6f,"
                "\"after\":%.6f,\"change\":%.6f,\"change_95\":[%.6f,%.6f],"
                "\"size\":%.6f,\"relabelled\":%zu}",
                i == 0 ? "" : ",", s->name, s->rows, s->before, s->after,
                s->change, s->low, s->high, s->distance, s->relabelled);
    }
    fputc(']', to);
}

static void put_sums(FILE *to, const demarche_evaluation *e)
{
    fprintf(to, ",\"macro_f1\":%.6f,\"macro_f1_95\":[%.6f,%.6f]", e->macro_f1,
            e->macro_f1_low, e->macro_f1_high);
    fprintf(to, ",\"accuracy\":%.6f,\"kept\":%.6f", e->accuracy, e->kept);
    if (e->kept > 0)
        fprintf(to, ",\"accuracy_kept\":%.6f", e->accuracy_kept);
    else
        fputs(",\"accuracy_kept\":null", to);
    fprintf(to, ",\"ece\":%.6f,\"brier\":%.6f,\"labels\":[", e->ece, e->brier);
    for (size_t k = 0; k < e->label_count; k++)
        put_label(to, e, k);
    fputc(']', to);
}

static void put_all(FILE *to, const cli_scores *scores)
{
    const demarche_evaluation *e = scores->all;
    fputs("{\"task\":", to);
    print_json(to, scores->task);
    fprintf(to, ",\"rows\":%zu,\"folds\":%u,\"c\":%.10g,\"solver\":", e->rows,
            e->folds, e->c);
    if (e->solver == NULL)
        fputs("null", to);
    else
        print_json(to, e->solver);
    if (scores->without != NULL) {
        fputs(",\"without\":", to);
        print_json(to, scores->without);
    }
    put_sums(to, e);
    put_parts(to, e);
    put_surety(to, e);
    if (scores->accuracy > 0) {
        fprintf(to, ",\"wanted\":%.6f,\"reached\":", scores->accuracy);
        put_coverage(to, &scores->kept);
    }
    if (scores->curve_count > 0)
        put_curve(to, scores);
    if (scores->other != NULL)
        put_versus(to, scores);
    if (scores->rival_count > 0)
        put_rivals(to, scores);
    if (e->swap_count > 0)
        put_swaps(to, e);
    fputs("}\n", to);
}

char *evaluation_json(size_t *len, const cli_scores *scores)
{
    cli_print print;
    print_open(&print);
    if (print.file != NULL)
        put_all(print.file, scores);
    return print_close(len, &print);
}
