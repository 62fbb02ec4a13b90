/* explanation.c - see explanation.h. */
#include "explanation.h"

#include <math.h>
#include <string.h>

#include "print.h"

enum { VALUE_COLUMNS = 8, GAPS = 4, INDENT = 2 };

static const char for_colour[] = "\033[34m", against_colour[] = "\033[33m",
                  plain_colour[] = "\033[0m";

typedef struct cli_layout {
    FILE *to;
    size_t name, bar; // columns; a bar reaches that far to both sides
    double largest;   // the contribution that a whole bar stands for
    bool colour;
} cli_layout;

static double p_of(const demarche_verdict *verdict, const char *label)
{
    for (size_t k = 0; k < verdict->count; k++)
        if (strcmp(verdict->labels[k], label) == 0)
            return verdict->p[k];
    return 0;
}

static double sum_from(const demarche_explanation *e, size_t first)
{
    double sum = 0;
    for (size_t i = first; i < e->reason_count; i++)
        sum += e->reasons[i].contribution;
    return sum;
}

static void put_verdict(FILE *to, const demarche_explanation *e)
{
    const demarche_verdict *verdict = &e->verdict;
    print_cell(to, e->label, 40, PRINT_BARE);
    fprintf(to, ", %.2f", p_of(verdict, e->label));
    if (e->against != NULL) {
        fputs("; against ", to);
        print_cell(to, e->against, 40, PRINT_BARE);
        fprintf(to, ": %.2f", p_of(verdict, e->against));
    }
    for (size_t k = 0; k < verdict->count; k++) {
        bool said =
            strcmp(verdict->labels[k], e->label) == 0 ||
            (e->against != NULL && strcmp(verdict->labels[k], e->against) == 0);
        if (said)
            continue;
        fputs(", ", to);
        print_cell(to, verdict->labels[k], 40, PRINT_BARE);
        fprintf(to, " %.2f", verdict->p[k]);
    }
    fputs(verdict->review ? "; not sure enough, to be reviewed\n" : "\n", to);
}

static void put_blocks(const cli_layout *layout, const char *colour,
                       size_t count)
{
    if (layout->colour && count > 0)
        fputs(colour, layout->to);
    for (size_t i = 0; i < count; i++)
        fputs("\u2588", layout->to);
    if (layout->colour && count > 0)
        fputs(plain_colour, layout->to);
}

static void put_bar(const cli_layout *layout, const char *name, double value)
{
    size_t blocks = 0;
    if (layout->largest > 0)
        blocks =
            (size_t)lround(fabs(value) / layout->largest * (double)layout->bar);
    if (blocks > layout->bar)
        blocks = layout->bar;
    fprintf(layout->to, "%*s", INDENT, "");
    print_cell(layout->to, name, layout->name, PRINT_LEFT);
    fprintf(layout->to, " %+*.3f ", VALUE_COLUMNS, value);
    fprintf(layout->to, "%*s",
            (int)(value < 0 ? layout->bar - blocks : layout->bar), "");
    if (value < 0)
        put_blocks(layout, against_colour, blocks);
    fputs("\u2502", layout->to);
    if (value > 0)
        put_blocks(layout, for_colour, blocks);
    fputc('\n', layout->to);
}

static void put_sum(const cli_layout *layout, const char *name, double value)
{
    fprintf(layout->to, "%*s", INDENT, "");
    print_cell(layout->to, name, layout->name, PRINT_LEFT);
    fprintf(layout->to, " %+*.3f\n", VALUE_COLUMNS, value);
}

static void put_bars(const cli_layout *layout, const demarche_explanation *e,
                     size_t shown)
{
    for (size_t i = 0; i < shown; i++)
        put_bar(layout, e->reasons[i].ngram, e->reasons[i].contribution);
    char rest[64];
    double more = sum_from(e, shown);
    snprintf(rest, sizeof rest, "%zu more", e->reason_count - shown);
    if (shown < e->reason_count)
        put_sum(layout, rest, more);
    put_sum(layout, "bias", e->bias);
    put_sum(layout, "decision, the sum", sum_from(e, 0) + e->bias);
}

void explanation_put_text(FILE *to, const demarche_explanation *explanation,
                          const char *statement, unsigned most, size_t width,
                          bool colour)
{
    size_t shown = explanation->reason_count;
    if (shown > most)
        shown = most;
    size_t free_columns = width - INDENT - VALUE_COLUMNS - GAPS;
    cli_layout layout = { .to = to,
                          .name = free_columns / 2,
                          .colour = colour };
    layout.bar = (free_columns - layout.name) / 2;
    for (size_t i = 0; i < shown; i++)
        if (fabs(explanation->reasons[i].contribution) > layout.largest)
            layout.largest = fabs(explanation->reasons[i].contribution);
    put_verdict(to, explanation);
    fputc('\n', to);
    print_wrapped(to, statement, INDENT, width);
    fputc('\n', to);
    put_bars(&layout, explanation, shown);
}

void explanation_put_json(FILE *to, const demarche_explanation *e,
                          const char *statement, unsigned most)
{
    fputs("{\"text\":", to);
    print_json(to, statement);
    fputs(",\"label\":", to);
    print_json(to, e->label);
    fputs(",\"against\":", to);
    if (e->against == NULL)
        fputs("null", to);
    else
        print_json(to, e->against);
    for (size_t k = 0; k < e->verdict.count; k++) {
        fputs(k == 0 ? ",\"p\":{" : ",", to);
        print_json(to, e->verdict.labels[k]);
        fprintf(to, ":%.4f", e->verdict.p[k]);
    }
    fprintf(to, "},\"review\":%s,\"decision\":%.9g,\"bias\":%.9g",
            e->verdict.review ? "true" : "false", sum_from(e, 0) + e->bias,
            e->bias);
    fputs(",\"reasons\":[", to);
    for (size_t i = 0; i < e->reason_count && i < most; i++) {
        fputs(i == 0 ? "{\"ngram\":" : ",{\"ngram\":", to);
        print_json(to, e->reasons[i].ngram);
        fprintf(to, ",\"value\":%.9g,\"contribution\":%.9g}",
                e->reasons[i].value, e->reasons[i].contribution);
    }
    fputs("]}\n", to);
}
