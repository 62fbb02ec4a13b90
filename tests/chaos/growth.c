/* growth.c - texts that only a machine or a foe would write, and their work.
 *
 *     growth BYTES    finds the statements of each text below, cut to about
 *                     BYTES, and prints a line for each: its name and length
 *
 * A reader of text that goes back over what it has read takes time that grows
 * with the square of the text's length; here that shows. growth.sh counts the
 * instructions of each and holds them against those of the first, which reads
 * like news.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "demarche.h"

typedef struct text {
    char *bytes; // [room]
    size_t len, room;
} text;

static void add(text *t, const char *string)
{
    size_t len = strlen(string);
    if (len > t->room - t->len)
        len = t->room - t->len;
    memcpy(t->bytes + t->len, string, len);
    t->len += len;
}

static void repeat(text *t, const char *unit)
{
    while (t->len < t->room)
        add(t, unit);
}

/* One of the words, by a sequence that looks like chance; 0 begins it. */
static const char *pick(unsigned *seed, const char *const *words, size_t count)
{
    *seed = *seed * 1103515245u + 12345u;
    return words[(*seed >> 16) % count];
}

#define PICK(seed, words) pick(seed, words, sizeof(words) / sizeof *(words))

static const char *const names[] = {
    "Nora Whitfield", "Chen Guowei", "Ann Roe",
    "Tom Cray",       "Vera Holt",   "Li Wei"
};
static const char *const things[] = { "tariffs",       "chips",   "the talks",
                                      "the agreement", "exports", "soybeans" };
static const char *const whens[] = { "on Monday", "last week", "in Geneva",
                                     "this year", "again" };

/* As dense in names and speech as news is: most sentences tell. */
static void write_news(text *t)
{
    static const char *const forms[] = {
        "%s said %s that the new rules on %s would not come up before spring. ",
        "\u201CWe are ready to listen,\u201D %s told reporters %s about %s. ",
        "Those who work with %s met %s and went through %s once more. ",
        "According to %s, nothing was signed %s about duties on %s.\n\n",
    };
    static const char *const between[] = {
        "Prices rose by half as much again as in the months before, and fell "
        "in most of the smaller markets after that. ",
        "Ships wait off the coast for a week or longer until a berth is free, "
        "which makes the goods that they carry dearer still. ",
        "For those who grow food on the plains in the middle of the country "
        "this has been the third bad harvest in a row.\n\n",
    };
    unsigned seed = 0;
    while (t->len < t->room) {
        char line[200];
        const char *form = PICK(&seed, forms), *who = PICK(&seed, names);
        const char *when = PICK(&seed, whens), *what = PICK(&seed, things);
        snprintf(line, sizeof line, form, who, when, what);
        add(t, line);
        add(t, PICK(&seed, between));
    }
}

/* Words that never come again. */
static void write_new_words(text *t)
{
    for (unsigned i = 0; t->len < t->room; i++) {
        char word[24];
        snprintf(word, sizeof word, "word%u ", i);
        add(t, word);
    }
}

static void write_new_names(text *t)
{
    for (unsigned i = 0; t->len < t->room; i++) {
        char line[48];
        snprintf(line, sizeof line, "Ann Roe%c%u said so, ", 'a' + i % 26, i);
        add(t, line);
    }
}

static void write_names(text *t)
{
    unsigned seed = 0;
    while (t->len < t->room) {
        add(t, PICK(&seed, names));
        add(t, ", ");
    }
}

static void write_brackets(text *t)
{
    size_t half = t->room / 2;
    while (t->len < half)
        add(t, "(");
    repeat(t, ")");
}

static const struct {
    const char *name;
    void (*write)(text *t);
    const char *unit; // repeated, where `write` is NULL
} texts[] = {
    { "news", write_news, NULL },
    { "no full stop", NULL, "the talks on trade that officials held went on " },
    { "opening marks", NULL, "\u201C" },
    { "opening marks with words", NULL, "\u201Cword " },
    { "straight marks", NULL, "\"a " },
    { "quotations of a word", NULL, "\"said\" " },
    { "unclosed paragraphs", NULL, "\u201CWe go on with it.\n\n" },
    { "apostrophes", NULL, "'" },
    { "said said said", NULL, "said " },
    { "he said", NULL, "he said " },
    { "he said, with stops", NULL, "He said. " },
    { "who said", NULL, "Roe, who said, " },
    { "\"…,\" he said", NULL, "\"We go,\" he said. " },
    { "urged X to", NULL, "urged China to " },
    { "according to", NULL, "according to " },
    { "nested brackets", write_brackets, NULL },
    { "commas", NULL, "," },
    { "words and commas", NULL, "said, " },
    { "conjunctions", NULL, "and " },
    { "that that", NULL, "that " },
    { "capitalised words", NULL, "Roe " },
    { "a line of names", write_names, NULL },
    { "names of the register", NULL, "Wang Yi Biden " },
    { "family names that many have", NULL, "Li Wang Chen Zhang " },
    { "new words", write_new_words, NULL },
    { "new names", write_new_names, NULL },
    { "labels", NULL, "X: X: " },
    { "labels of names", NULL, "Roe: said " },
    { "labels in lines", NULL, "Li Wei: we said.\n" },
    { "shouted labels", NULL, "MR. DOE: No. " },
    { "questions and answers", NULL, "Q   Will you go?\nA   Yes.\n" },
    { "hyphens", NULL, "a-" },
    { "dashes", NULL, "BEIJING -- " },
    { "one long word", NULL, "a" },
    { "initials", NULL, "U.S." },
    { "figures", NULL, "1," },
    { "empty lines", NULL, "\n" },
    { "accents upon an a", NULL, "a\u0301\u0301\u0301" },
    { "no letters of ours", NULL, "\u4E2D\u56FD\u5916\u4EA4" },
};

static bool find_statements(const demarche_analyser *analyser, const text *t)
{
    demarche_document document = { .text = t->bytes, .len = t->len };
    demarche_statements *list;
    bool good =
        demarche_extract(&list, analyser, &document, NULL) == DEMARCHE_OK;
    demarche_statements_free(list);
    return good;
}

int main(int argc, char **argv)
{
    demarche_analyser *analyser;
    demarche_options options;
    text t = { .room = argc == 2 ? strtoul(argv[1], NULL, 10) : 0 };
    demarche_options_init(&options);
    options.no_models = true;
    t.bytes = malloc(t.room + 1);
    bool good = t.room > 0 && t.bytes != NULL &&
                demarche_analyser_new(&analyser, &options, NULL) == DEMARCHE_OK;
    for (size_t i = 0; good && i < sizeof texts / sizeof *texts; i++) {
        t.len = 0;
        if (texts[i].write != NULL)
            texts[i].write(&t);
        else
            repeat(&t, texts[i].unit);
        good = find_statements(analyser, &t);
        printf("%s\t%zu\n", texts[i].name, t.len);
    }
    if (good)
        demarche_analyser_free(analyser);
    free(t.bytes);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
