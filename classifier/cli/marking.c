/* marking.c - see marking.h.
 *
 * One walk along the text, a code point at a time, beside the list of words. A
 * line's signs are collected while it is written. Looks: a strong word pulls at
 * least half as much as the strongest, a weak one a fifth.
 */
#include "marking.h"

#include <math.h>
#include <string.h>

#include "print.h"
#include "talk.h"

enum { COLUMNS_MAX = 512, POINT_ROOM = 20 };

static const double strong = 0.5, weak = 0.2;

const char marking_for[] = "\033[34m", marking_against[] = "\033[33m",
           marking_plain[] = "\033[0m";
static const char bold[] = "\033[1m";

typedef struct cli_marking {
    const demarche_explanation *e;
    FILE *to;
    size_t indent, room; // columns behind it
    bool colour;
    double largest;   // the strongest word's pull
    size_t word;      // the first that does not end before `point`
    size_t point;     // code points behind us
    const char *look; // in force: colour of a word, or NULL
    size_t column;
    char signs[COLUMNS_MAX]; // [column], under the line
} cli_marking;

static bool is_gap(char c)
{
    return c == '\0' || strchr(" \t\r\n", c) != NULL;
}

/* Bytes of the code point at `at`. */
static size_t step(const char *text, size_t at, size_t end)
{
    size_t len = 1;
    while (at + len < end && ((unsigned char)text[at + len] & 0xC0) == 0x80)
        len++;
    return len;
}

/* The code point as a terminal may see it; its columns. */
static size_t show(char safe[POINT_ROOM], const char *text, size_t at,
                   size_t len)
{
    char point[8] = "";
    size_t columns = 0;
    memcpy(point, text + at, len < sizeof point ? len : sizeof point - 1);
    talk_escape(safe, POINT_ROOM, point);
    for (const char *c = safe; *c != '\0'; c++)
        columns += ((unsigned char)*c & 0xC0) != 0x80;
    return columns;
}

/* Bytes of the word at `at`, or of as much of it as a line holds. */
static size_t measure(size_t *columns, const cli_marking *m, size_t at)
{
    const demarche_explanation *e = m->e;
    size_t begin = at;
    *columns = 0;
    while (at < e->text_len && !is_gap(e->text[at])) {
        char safe[POINT_ROOM];
        size_t len = step(e->text, at, e->text_len);
        size_t more = show(safe, e->text, at, len);
        if (*columns + more > m->room)
            break;
        *columns += more;
        at += len;
    }
    return at - begin;
}

/* The word that the next code point belongs to, or NULL. */
static const demarche_pull *find_word(cli_marking *m)
{
    const demarche_explanation *e = m->e;
    while (m->word < e->word_count && e->words[m->word].span.end <= m->point)
        m->word++;
    return m->word < e->word_count && e->words[m->word].span.begin <= m->point
               ? &e->words[m->word]
               : NULL;
}

static void look(cli_marking *m, const char *wanted, bool heavy)
{
    if (!m->colour || m->look == wanted)
        return;
    if (m->look != NULL)
        fputs(marking_plain, m->to);
    if (wanted != NULL)
        fprintf(m->to, "%s%s", heavy ? bold : "", wanted);
    m->look = wanted;
}

static void put_point(cli_marking *m, const char *safe, size_t columns)
{
    const demarche_pull *word = find_word(m);
    double pull = word == NULL ? 0 : word->contribution;
    bool heavy = fabs(pull) >= strong * m->largest;
    bool shown = pull != 0 && fabs(pull) >= weak * m->largest;
    bool first = word != NULL && word->span.begin == m->point;
    if (first)
        look(m, NULL, false); // of two words without a space between
    look(m, !shown ? NULL : pull > 0 ? marking_for : marking_against, heavy);
    fputs(safe, m->to);
    char sign = shown && (heavy || first) ? pull > 0 ? '+' : '-' : ' ';
    for (size_t i = 0; i < columns && m->column < COLUMNS_MAX; i++)
        m->signs[m->column++] = sign;
}

static void end_line(cli_marking *m)
{
    while (m->column > 0 && m->signs[m->column - 1] == ' ')
        m->column--;
    fputc('\n', m->to);
    if (!m->colour && m->column > 0)
        fprintf(m->to, "%*s%.*s\n", (int)m->indent, "", (int)m->column,
                m->signs);
    m->column = 0;
}

static void put_chunk(cli_marking *m, size_t at, size_t len, size_t columns)
{
    bool fits = m->column + 1 + columns <= m->room;
    if (m->column > 0 && fits) {
        fputc(' ', m->to);
        m->signs[m->column++] = ' ';
    } else {
        if (m->column > 0)
            end_line(m);
        fprintf(m->to, "%*s", (int)m->indent, "");
    }
    for (size_t end = at + len, more; at < end; at += more) {
        char safe[POINT_ROOM];
        more = step(m->e->text, at, end);
        put_point(m, safe, show(safe, m->e->text, at, more));
        m->point++;
    }
    look(m, NULL, false);
}

static void put_text(cli_marking *m)
{
    const demarche_explanation *e = m->e;
    for (size_t at = 0; at < e->text_len;) {
        size_t columns, len = measure(&columns, m, at);
        if (len > 0)
            put_chunk(m, at, len, columns);
        for (at += len; at < e->text_len && is_gap(e->text[at]); at++)
            m->point++;
    }
    end_line(m);
}

static void put_legend(const cli_marking *m)
{
    char legend[256];
    snprintf(legend, sizeof legend,
             "%s speaks for %.40s, %s for %.40s; strongly where %s",
             m->colour ? "blue" : "+", m->e->label, m->colour ? "yellow" : "-",
             m->e->against,
             m->colour ? "it is bold" : "signs stand under the whole word");
    fputc('\n', m->to);
    print_wrapped(m->to, legend, m->indent, m->room + m->indent);
}

void marking_put(FILE *to, const demarche_explanation *explanation,
                 size_t indent, size_t width, bool colour)
{
    cli_marking m = { .e = explanation,
                      .to = to,
                      .indent = indent,
                      .room = width - indent,
                      .colour = colour };
    for (size_t i = 0; i < explanation->word_count; i++)
        if (fabs(explanation->words[i].contribution) > m.largest)
            m.largest = fabs(explanation->words[i].contribution);
    put_text(&m);
    if (m.largest > 0)
        put_legend(&m);
}
