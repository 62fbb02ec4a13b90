/* why_text.c - reasons as paragraphs: what is decided, the rule, the words.
 *
 *     actor         Vera Holt (us/vera-holt)
 *              S1   a pronoun: who spoke before and fits in gender and number
 *                   "Holt", at 120: … to Lima. Holt said on Monday that …
 */
#include "terminal.h"
#include "why.h"

enum { ABOUT = 2, RULE = 11, TEXT = 16 }; // columns where each begins
enum { AROUND = 40 };                     // bytes of context to either side

typedef struct drawing {
    dm_buf *out;
    dm_buf words; // the paragraph under way
    const demarche_statements *list;
    const demarche_why_options *options;
} drawing;

static dm_span bytes_at(const drawing *d, size_t begin, size_t end)
{
    return (dm_span){ d->list->page.text.bytes + begin, end - begin };
}

/* Where the words before `at` begin that still show: at a space, in its line.
 */
static size_t context_begin(const drawing *d, size_t at)
{
    const char *bytes = d->list->page.text.bytes;
    size_t begin = at, space = at;
    while (begin > 0 && at - begin < AROUND && bytes[begin - 1] != '\n')
        if (bytes[--begin] == ' ')
            space = begin + 1;
    bool whole = begin == 0 || bytes[begin - 1] == '\n';
    return whole ? begin : space;
}

static size_t context_end(const drawing *d, size_t at)
{
    const char *bytes = d->list->page.text.bytes;
    size_t len = d->list->page.text.len, end = at, space = at;
    while (end < len && end - at < AROUND && bytes[end] != '\n')
        if (bytes[end++] == ' ')
            space = end - 1;
    return end == len || bytes[end] == '\n' ? end : space;
}

/* `"Holt", at 120`, and where it is not this statement's own words, what
 * stands around it. */
static void add_words(drawing *d, dm_bytes words, bool context)
{
    const dm_text *text = &d->list->page.text;
    size_t at = d->options->byte_offsets
                    ? dm_text_given(text, words.begin)
                    : dm_text_codepoints(text, words.begin);
    dm_buf_add_char(&d->words, '"');
    dm_terminal_clean(&d->words, bytes_at(d, words.begin, words.end));
    dm_buf_addf(&d->words, "\", at %zu", at);
    if (!context)
        return;
    size_t begin = context_begin(d, words.begin);
    size_t end = context_end(d, words.end);
    bool opens = begin == 0 || text->bytes[begin - 1] == '\n';
    bool closes = end == text->len || text->bytes[end] == '\n';
    dm_buf_add_string(&d->words, opens ? ": " : ": … ");
    dm_terminal_clean(&d->words, bytes_at(d, begin, end));
    dm_buf_add_string(&d->words, closes ? "" : " …");
}

/* Begin a paragraph; that the last one could not grow fails the whole. */
static void next_words(drawing *d)
{
    d->out->failed |= dm_buf_failed(&d->words);
    dm_buf_reset(&d->words);
}

static void write_paragraph(drawing *d, size_t column, size_t indent)
{
    dm_paragraph shape = { .column = column,
                           .indent = indent,
                           .width = d->options->width };
    dm_terminal_wrap(d->out, dm_buf_span(&d->words), shape);
    next_words(d);
}

static void draw_reason(drawing *d, const dm_reason *reason, bool first)
{
    const char *about = first ? reason->about : "";
    const char *rule = reason->rule == NULL ? "" : reason->rule;
    dm_buf_addf(d->out, "%*s%-*s%-*s", ABOUT, "", RULE - ABOUT, about,
                TEXT - RULE, rule);
    bool words = reason->words.begin < reason->words.end;
    if (words)
        add_words(d, reason->words, reason->context);
    if (!reason->context) { // else its words say it themselves
        dm_buf_add_string(&d->words, words ? ": " : "");
        dm_terminal_clean(&d->words, dm_span_of(reason->text));
    }
    write_paragraph(d, TEXT, TEXT);
}

static void draw_head(drawing *d, const demarche_statement *item)
{
    dm_buf *words = &d->words;
    if (d->list->doc != NULL)
        dm_terminal_clean(words, dm_span_of(d->list->doc));
    dm_buf_addf(words, "%sstatement %zu, %s", words->len > 0 ? ", " : "",
                item->n, dm_kind_name(item->kind));
    dm_buf line;
    dm_buf_init(&line);
    dm_terminal_shorten(&line, dm_buf_span(words), d->options->width);
    dm_terminal_look(d->out, d->options->colour, DM_LOOK_BOLD,
                     dm_buf_span(&line));
    d->out->failed |= dm_buf_failed(&line);
    dm_buf_clear(&line);
    next_words(d);
    dm_buf_add_string(d->out, "\n\n");
    dm_buf_repeat(d->out, " ", ABOUT);
    dm_terminal_clean(words, (dm_span){ item->text, item->text_len });
    write_paragraph(d, ABOUT, ABOUT);
    dm_buf_add_char(d->out, '\n');
}

void dm_reasons_draw(dm_buf *out, const dm_reasons *reasons,
                     const demarche_statements *list, size_t i,
                     const demarche_why_options *options)
{
    drawing d = { .out = out, .list = list, .options = options };
    dm_buf_init(&d.words);
    draw_head(&d, &list->items[i]);
    for (size_t j = 0; j < reasons->count; j++) {
        const dm_reason *reason = &reasons->items[j];
        bool first =
            j == 0 || strcmp(reasons->items[j - 1].about, reason->about) != 0;
        draw_reason(&d, reason, first);
    }
    next_words(&d);
    dm_buf_clear(&d.words);
}
