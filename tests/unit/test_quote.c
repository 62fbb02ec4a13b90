/* test_quote.c - which marks make a quotation. */
#include "quote.h"
#include "suite.h"

#include "base/buf.h"

static const struct {
    const char *why, *text;
    const char *found; // the quotations with their marks, joined by "|"; a "+"
                       // before one that goes on, a "~" after one unclosed
} cases[] = {
    { "no mark, no quotation", "Talks resumed.", "" },
    { "straight marks", "\"Stop,\" he said.", "\"Stop,\"" },
    { "two in a row", "\"Stop,\" he said, \"or go.\"", "\"Stop,\"|\"or go.\"" },
    { "typographic marks", "“Stop,” he said.", "“Stop,”" },
    { "marks on the line", "„Halt“, he said.", "„Halt“" },
    { "marks on the line, closed the English way", "„Halt,” he said.",
      "„Halt,”" },
    { "angle marks", "«Halte», he said.", "«Halte»" },
    { "angle marks do not close double ones", "“Stop» he said”",
      "“Stop» he said”" },
    { "grave accents and apostrophes", "``Stop,'' he said.", "``Stop,''" },
    { "single marks", "'Stop,' he said.", "'Stop,'" },
    { "apostrophes are no marks", "It's the states' right, I don't doubt.",
      "" },
    { "single marks never closed are no marks", "The 'Indo-Pacific is wide.",
      "" },
    { "inner marks belong to the outer quotation", "\"He said 'no' twice.\"",
      "\"He said 'no' twice.\"" },
    { "a paragraph may go on", "\"One.\n\n\"Two.\"", "\"One.~|+\"Two.\"" },
    { "three paragraphs", "“One.\n\n“Two.\n\n“Three.”",
      "“One.~|+“Two.~|+“Three.”" },
    { "no mark at its begin: the paragraph does not go on", "\"One.\n\nTwo.\"",
      "\"One.~|Two.\"" },
    { "another quotation opens in between", "\"One. He left. \"Two,\" he said.",
      "\"One.~|\"Two,\"" },
    { "a closing shape that opens", "”Stop,” he said.", "”Stop,”" },
    { "a closing mark that nothing opened", "Go. Stop it,” he said.",
      "Stop it,”" },
    { "a closing mark inside a sentence is nothing", "Stop” he said.", "" },
    { "an empty quotation", "\"\"", "\"\"" },
};

static void print_quotations(dm_buf *out, const dm_scan *scan)
{
    const dm_page *page = scan->page;
    for (size_t i = 0; i < scan->quote_count; i++) {
        dm_quotation quote = scan->quotes[i];
        const dm_token *tokens = page->tokens.items;
        uint32_t begin = tokens[quote.run.begin].begin;
        uint32_t end = tokens[quote.run.end - 1].end;
        dm_buf_add_string(out, i == 0 ? "" : "|");
        dm_buf_add_string(out, quote.continued ? "+" : "");
        dm_buf_add(out, page->text.bytes + begin, end - begin);
        dm_buf_add_string(out, quote.closed ? "" : "~");
    }
}

START_TEST(marks_are_paired_by_shape_and_space)
{
    dm_arena arena;
    dm_page page;
    dm_scan scan;
    dm_buf found;
    dm_arena_init(&arena);
    dm_buf_init(&found);
    const char *text = cases[_i].text;
    ck_assert_int_eq(
        dm_page_read(&page, &arena, text, strlen(text), NULL, NULL), 0);
    ck_assert_int_eq(dm_scan_init(&scan, &page, &arena, NULL), 0);
    print_quotations(&found, &scan);
    ck_assert_msg(dm_span_is(dm_buf_span(&found), cases[_i].found),
                  "%s: found '%s'", cases[_i].why, found.data);
    dm_buf_clear(&found);
    dm_arena_clear(&arena);
}
END_TEST

START_TEST(a_quotation_keeps_its_sentences_in_one_segment)
{
    const char *text = "He rose. \"One. Two. Three,\" he said. He sat.";
    dm_arena arena;
    dm_page page;
    dm_scan scan;
    dm_arena_init(&arena);
    ck_assert_int_eq(
        dm_page_read(&page, &arena, text, strlen(text), NULL, NULL), 0);
    ck_assert_int_eq(dm_scan_init(&scan, &page, &arena, NULL), 0);
    ck_assert_uint_eq(scan.segment_count, 3);
    uint32_t at = 0;
    for (size_t s = 0; s < scan.segment_count; s++) {
        ck_assert_uint_eq(scan.segments[s].run.begin, at);
        at = scan.segments[s].run.end;
    }
    ck_assert_uint_eq(at, page.tokens.count);
    dm_arena_clear(&arena);
}
END_TEST

static void add_tests(TCase *tc)
{
    tcase_add_loop_test(tc, marks_are_paired_by_shape_and_space, 0,
                        COUNT_OF(cases));
    tcase_add_test(tc, a_quotation_keeps_its_sentences_in_one_segment);
}

int main(void)
{
    return run_suite("quote", add_tests);
}
