/* reporting.c - see reporting.h. */
#include "assay/reporting.h"

#include "text.h"

enum { LONGEST = 16 }; // bytes; no word of the list is longer

/* Each stem with the endings that count, by stem. Not every form of a verb is
 * there: "asserting" and "pointing" report too rarely. */
static const struct {
    const char *stem, *endings; // between spaces; "." is none
} words[] = {
    { "accord", " ing " },
    { "accus", " e ed es ing " },
    { "acknowledge", " . d s " },
    { "add", " . ed s ing " },
    { "admit", " . ted s " },
    { "announc", " e ed es ing " },
    { "answer", " . ed " },
    { "argu", " e ed es ing " },
    { "ask", " . ed s ing " },
    { "assert", " . ed s " },
    { "blame", " . d s " },
    { "call", " . ed s ing " },
    { "caution", " . ed " },
    { "claim", " . ed s ing " },
    { "complain", " . ed s " },
    { "concede", " . d " },
    { "conclude", " . d " },
    { "condemn", " . ed s " },
    { "confirm", " . ed s " },
    { "contend", " . ed s " },
    { "criticise", " . d " },
    { "criticize", " . d s " },
    { "declare", " . d s " },
    { "demand", " . ed s " },
    { "den", " y ied ies ying " },
    { "describe", " . d s " },
    { "emphasize", " . d " },
    { "explain", " . ed s " },
    { "insist", " . ed s ing " },
    { "joke", " . d " },
    { "maintain", " . ed " },
    { "mention", " . ed s " },
    { "not", " e ed es ing " },
    { "pledge", " . d s " },
    { "point", " . ed " },
    { "praise", " . d s " },
    { "predict", " . ed s " },
    { "promise", " . d s " },
    { "propose", " . d " },
    { "question", " . ed " },
    { "quote", " . d " },
    { "recall", " . ed " },
    { "reiterate", " . d " },
    { "reject", " . ed " },
    { "remark", " . ed " },
    { "repeat", " . ed " },
    { "repl", " y ied " },
    { "report", " . ed s ing " },
    { "respond", " . ed " },
    { "reveal", " . ed " },
    { "sa", " y id ys ying " },
    { "sp", " eak oke " },
    { "stat", " e ed es ing " },
    { "stress", " . ed es " },
    { "suggest", " . ed s " },
    { "t", " ell old ells elling " },
    { "testif", " y ied " },
    { "tweet", " . ed s " },
    { "urg", " e ed es ing " },
    { "vow", " . ed s " },
    { "warn", " . ed s ing " },
    { "writ", " e es " },
    { "wrot", " e " },
};

static bool has_ending(const char *endings, dm_span ending)
{
    char wanted[LONGEST + 3] = " ";
    if (ending.len == 0)
        ending = (dm_span)DM_SPAN(".");
    memcpy(wanted + 1, ending.data, ending.len);
    wanted[ending.len + 1] = ' ';
    return strstr(endings, wanted) != NULL;
}

static bool is_listed(dm_span word)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t stem = strlen(words[i].stem);
        if (dm_span_begins(word, words[i].stem) &&
            has_ending(words[i].endings,
                       (dm_span){ word.data + stem, word.len - stem }))
            return true;
    }
    return false;
}

/* The two characters beyond ASCII whose lower case is, or begins with, an
 * ASCII letter: the Kelvin sign, and I with a dot, whose dot parts words. */
static uint32_t lower(uint32_t c, bool *dot)
{
    *dot = c == 0x0130;
    if (c == 0x0130)
        return 'i';
    return c == 0x212A ? 'k' : dm_char_lower(c);
}

bool dm_reporting_has(dm_span cue)
{
    char word[LONGEST + 1];
    size_t len = 0; // of the word under way; too long a one counts on
    for (size_t at = 0, step; at < cue.len; at += step) {
        bool dot;
        uint32_t c = lower(dm_text_at(cue.data, cue.len, at, &step), &dot);
        bool letter = c >= 'a' && c <= 'z';
        if (letter && len < sizeof word)
            word[len++] = (char)c;
        if (letter && !dot)
            continue;
        if (len <= LONGEST && is_listed((dm_span){ word, len }))
            return true;
        len = 0;
    }
    return len <= LONGEST && is_listed((dm_span){ word, len });
}
