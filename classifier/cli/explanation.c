/* explanation.c - see explanation.h. */
#include "explanation.h"

#include <math.h>
#include <string.h>

#include "marking.h"
#include "print.h"

enum { VALUE_COLUMNS = 8, GAPS = 4, INDENT = 2 };

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
    fputs(verdict->review ? "\nnot sure enough, to be reviewed\n" : "\n", to);
}

static void put_blocks(const cli_layout *layout, const char *colour,
                       size_t count)
{
    if (layout->colour && count > 0)
        fputs(colour, layout->to);
    for (size_t i = 0; i < count; i++)
        fputs("\u2588", layout->to);
    if (layout->colour && count > 0)
        fputs(marking_plain, layout->to);
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
        put_blocks(layout, marking_against, blocks);
    fputs("\u2502", layout->to);
    if (value > 0)
        put_blocks(layout, marking_for, blocks);
    fputc('\n', layout->to);
}

static void put_sum(const cli_layout *layout, const char *name, double value)
{
    fprintf(layout->to, "%*s", INDENT, "");
    print_cell(layout->to, name, layout->name, PRINT_LEFT);
    fprintf(layout->to, " %+*.3f\n", VALUE_COLUMNS, value);
}

static void put_parts(cli_layout *layout, const demarche_explanation *e)
{
    const struct {
        const char *name;
        double value;
    } parts[] = {
        { "the statement's words", e->content },
        { "the cue, what it is said with", e->cue },
        { "the words that name the speaker", e->speaker },
        { "what is known of the speaker", e->known },
        { "before any word (bias)", e->bias },
    };
    enum { COUNT = sizeof parts / sizeof *parts };
    double sum = 0;
    layout->largest = 0;
    for (size_t i = 0; i < COUNT; i++) {
        layout->largest = fmax(layout->largest, fabs(parts[i].value));
        sum += parts[i].value;
    }
    for (size_t i = 0; i < COUNT; i++)
        if (parts[i].value != 0)
            put_bar(layout, parts[i].name, parts[i].value);
    put_sum(layout, "decision, the sum", sum);
}

static void put_reasons(cli_layout *layout, const demarche_explanation *e,
                        size_t shown)
{
    layout->largest = shown > 0 ? fabs(e->reasons[0].contribution) : 0;
    for (size_t i = 0; i < shown; i++)
        put_bar(layout, e->reasons[i].ngram, e->reasons[i].contribution);
    char rest[64];
    snprintf(rest, sizeof rest, "%zu more", e->reason_count - shown);
    if (shown < e->reason_count)
        put_sum(layout, rest, sum_from(e, shown));
}

/* The words of the part that the label is about. */
static void put_mark(FILE *to, const demarche_explanation *e)
{
    bool first = true;
    for (size_t i = 0; i < e->word_count; i++) {
        const demarche_pull *word = &e->words[i];
        if (word->span.end <= e->mark.begin || word->span.begin >= e->mark.end)
            continue;
        fputs(first ? "about: " : " ", to);
        print_cell(to, word->word, 40, PRINT_BARE);
        first = false;
    }
    if (!first)
        fputc('\n', to);
}

void explanation_put(FILE *to, const demarche_explanation *explanation,
                     unsigned most, size_t width, bool colour)
{
    size_t shown = explanation->reason_count;
    if (shown > most)
        shown = most;
    size_t free_columns = width - INDENT - VALUE_COLUMNS - GAPS;
    cli_layout layout = { .to = to,
                          .name = free_columns / 2,
                          .colour = colour };
    layout.bar = (free_columns - layout.name) / 2;
    put_verdict(to, explanation);
    put_mark(to, explanation);
    fputc('\n', to);
    marking_put(to, explanation, INDENT, width, colour);
    fputc('\n', to);
    put_parts(&layout, explanation);
    if (shown > 0)
        fputc('\n', to);
    put_reasons(&layout, explanation, shown);
}
