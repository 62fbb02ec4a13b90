/* test_sentence.c - where sentences end, and where they do not. */
#include <stdio.h>

#include "abbrev.h"
#include "sentence.h"
#include "suite.h"

static dm_arena arena;

static const struct {
    const char *why;
    const char *text; // "|" marks where a sentence begins, and is taken out
} cut[] = {
    { "nothing in, nothing out", "" },
    { "one sentence without an end", "Talks resumed" },
    { "two sentences", "Talks resumed. |They failed." },
    { "question and exclamation", "Why? |Never! |He left." },
    { "a decimal point", "It grew 3.5 percent. |It fell." },
    { "a title before a name", "Sen. Doe met Mr. Roe. |They spoke." },
    { "an abbreviation goes on", "The U.S. Treasury said no. |He left." },
    { "an abbreviation ends before an opening word",
      "It came from the U.S. |The minister left." },
    { "an abbreviation ends before a quoted opening word",
      "It came from the U.S. |\"We left,\" he said." },
    { "a scare quote goes on", "He saw U.S. \"Aggression\" there." },
    { "an hour may end", "They met at 9 a.m. |He left at 10 p.m. Monday." },
    { "a date goes on", "On Jan. 5 he met Dec. 7th Group." },
    { "a company may end", "He left Acme Corp. |It sued Roe Inc. of Ohio." },
    { "a saint's name goes on", "In St. Petersburg he met Col. Roe." },
    { "an initial goes on", "J. Edgar Doe and Ann B. Roe left." },
    { "a letter ends before an opening word",
      "He has Plan B. |The rest left." },
    { "a number with its sign", "It was No. 3. |He said no. |It was over." },
    { "a doubled stop", "He left.. |She stayed." },
    { "a stray stop", "A readout by the agency. . |He left." },
    { "a stray stop before a paragraph", "By the agency. .\n\n|He left." },
    { "a stop as a paragraph", "He left.\n\n.\n\n|She stayed." },
    { "a stop in lower-case text is stray", "no place. for compromise. |He" },
    { "no space after a stop", "They held talks.|The two agreed." },
    { "a name of the net", "He reads news.example.com daily." },
    { "a stop inside closing marks", "\"We left.\" |He stayed." },
    { "a stop inside typographic marks", "\u201CWe left.\u201D |He stayed." },
    { "a stop outside closing marks", "He \u201Cleft\u201D. |She stayed." },
    { "an attribution after a mark", "\"Stop!\" he said. |He left." },
    { "an attribution by name", "\"Is it so?\" Ann Roe asked. |He left." },
    { "an attribution by title",
      "\u201CWhy?\u201D U.S. Secretary of State Ann Roe said again. |No." },
    { "an attribution alone after a full stop",
      "\u201CWe left.\u201D Roe said on Monday. |He stayed." },
    { "a new sentence by the same speaker",
      "\u201CWe left.\u201D |Roe said that she would stay." },
    { "a pronoun begins anew", "\u201CWhy?\u201D |He shrugged." },
    { "brackets close", "He left (at last). |She stayed. |(Agency)" },
    { "brackets around a sentence", "He left. |(She stayed.) |They met." },
    { "an ellipsis goes on", "Well... maybe. |He left\u2026 |They stayed." },
    { "an ellipsis before I goes on", "Well... I think so." },
    { "an ellipsis leads in", "He left. |\u2026and then. |It ended." },
    { "a dash goes on", "\u201CWe left.\u201D \u2014 Ann Roe" },
    { "a quotation opens", "He left. |\u201CWe stay,\u201D she said." },
    { "a glued quotation opens", "He left.|\u201CWe stay,\u201D she said." },
    { "a number begins", "He left. |20 stayed." },
    { "a brand in mixed case begins", "He left. |iPhone sales fell." },
    { "an empty line ends", "No breakthrough\n\n|He left" },
    { "one paragraph a line", "No breakthrough\n|He left.\n|She stayed." },
    { "wrapped lines go on",
      "The two ministers met on Monday for talks that\nlasted several hours "
      "and were, by all accounts of\nthe staff of both, rather frank." },
    { "a capital in wrapped text goes on",
      "The two ministers met on Monday for talks that\nlasted several hours "
      "and were attended by members of the\nCabinet and the staff of both." },
    { "a headline over wrapped text",
      "No breakthrough\n|The two ministers met on Monday for talks that\n"
      "lasted several hours and were, by all accounts,\nrather frank." },
    { "a list in wrapped text",
      "The two ministers met on Monday for talks and\nspoke about the "
      "following things among many:\n|- trade in goods of all kinds made by "
      "both\n|- visas" },
    { "a label in wrapped text",
      "Roe: The two ministers met on Monday for talks\nand spoke about many "
      "things which I will tell you\nin a moment\n|Q: When?" },
    { "an item's number", "1. The talks. |2 are over." },
    { "a number at the end is no item", "He wants\u00A050. |And more." },
    { "the label of a question", "Q. What is it? |It is over." },
    { "wide stops",
      "\u4F60\u597D\u3002|\u8C22\u8C22\uFF01|\u518D\u89C1\uFF1F" },
    { "a sentence of marks alone", "***\n\n|He left." },
};

START_TEST(sentences_end_where_they_should)
{
    char text[1024];
    size_t begins[16] = { 0 }, count = 0, len = 0;
    for (const char *c = cut[_i].text; *c != '\0'; c++)
        if (*c == '|')
            begins[++count] = len;
        else
            text[len++] = *c;
    dm_page page;
    ck_assert_int_eq(dm_page_read(&page, &arena, text, len, NULL, NULL), 0);
    for (size_t i = 0; i < page.sentence_count; i++) {
        size_t begin = page.tokens.items[page.sentences[i].first].begin;
        ck_assert_msg(i <= count && begin == begins[i], "%s: at '%.*s'",
                      cut[_i].why, (int)(len - begin), text + begin);
    }
    ck_assert_msg(page.sentence_count == (len == 0 ? 0 : count + 1), "%s: %zu",
                  cut[_i].why, page.sentence_count);
}
END_TEST

START_TEST(paragraphs_are_numbered)
{
    static const char text[] = "One. Two.\n\nThree.\n.\n\nFour.";
    static const uint32_t paragraphs[] = { 0, 0, 1, 3 };
    dm_page page;
    ck_assert_int_eq(
        dm_page_read(&page, &arena, text, strlen(text), NULL, NULL), 0);
    ck_assert_uint_eq(page.sentence_count, COUNT_OF(paragraphs));
    for (size_t i = 0; i < page.sentence_count; i++)
        ck_assert_uint_eq(page.sentences[i].paragraph, paragraphs[i]);
}
END_TEST

/* The same numbers every run. */
static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

static size_t random_text(char *out, size_t room, uint32_t *state)
{
    static const char *const pieces[] = {
        "U.S. ", "Mr. ",    "he ",     "The ", ". ", ".",    "? ",  "\" ",
        " \"",   "\u201C",  "\u201D ", "\n",   " ",  "- ",   "1",   "Ann ",
        "said ", "\u2026 ", "... ",    "(",    ") ", "\n\n", "Q: ", "' "
    };
    size_t len = 0;
    for (size_t i = next_random(state) % 200; i > 0; i--) {
        const char *piece = pieces[next_random(state) % COUNT_OF(pieces)];
        if (len + strlen(piece) > room)
            break;
        memcpy(out + len, piece, strlen(piece));
        len += strlen(piece);
    }
    return len;
}

START_TEST(sentences_tile_the_tokens)
{
    uint32_t state = (uint32_t)_i;
    char text[2048];
    size_t len = random_text(text, sizeof text, &state), reached = 0;
    dm_page page;
    ck_assert_int_eq(dm_page_read(&page, &arena, text, len, NULL, NULL), 0);
    uint32_t paragraph = 0;
    for (size_t i = 0; i < page.sentence_count; i++) {
        dm_sentence sentence = page.sentences[i];
        ck_assert_uint_eq(sentence.first, reached);
        ck_assert_uint_lt(sentence.first, sentence.end);
        ck_assert_uint_ge(sentence.paragraph, paragraph);
        paragraph = sentence.paragraph;
        for (reached = sentence.first; reached < sentence.end; reached++)
            ck_assert_uint_eq(dm_page_sentence_of(&page, reached), i);
    }
    ck_assert_uint_eq(reached, page.tokens.count);
}
END_TEST

static const struct {
    const char *why, *word;
    bool known, title;
} abbreviations[] = {
    { "a title", "sen.", true, true },
    { "a title written out", "president", false, true },
    { "initials", "u.s.", true, false },
    { "one initial", "j.", true, false },
    { "a degree", "ph.d.", true, false },
    { "a month", "jan.", true, false },
    { "an ordinary word", "talks.", false, false },
    { "a month written out", "may.", false, false },
    { "nothing", "", false, false },
    { "a stop", ".", false, false },
};

START_TEST(abbreviations_are_known)
{
    dm_span word = dm_span_of(abbreviations[_i].word);
    ck_assert_msg(dm_abbrev_known(word) == abbreviations[_i].known, "%s",
                  abbreviations[_i].why);
    ck_assert_msg(dm_abbrev_is_title(word) == abbreviations[_i].title, "%s",
                  abbreviations[_i].why);
}
END_TEST

static void add(TCase *tc)
{
    dm_arena_init(&arena);
    tcase_add_loop_test(tc, sentences_end_where_they_should, 0, COUNT_OF(cut));
    tcase_add_test(tc, paragraphs_are_numbered);
    tcase_add_loop_test(tc, sentences_tile_the_tokens, 0, 200);
    tcase_add_loop_test(tc, abbreviations_are_known, 0,
                        COUNT_OF(abbreviations));
}

int main(void)
{
    int result = run_suite("sentence", add);
    dm_arena_clear(&arena);
    return result;
}
