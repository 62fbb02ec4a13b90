/* test_view.c - what a classifier sees of records and statements. */
#include "base/json.h"
#include "suite.h"
#include "view.h"

static const char actors[] =
    "# kind\tid\tside\tname\taliases\tof\tdetail\n"
    "country\tus\tus\tUnited States\tUS|U.S.\t\tadjective=American; "
    "people=Americans; capital=Washington\n"
    "country\tchina\tchina\tChina\t\t\tadjective=Chinese; people=Chinese; "
    "capital=Beijing\n"
    "institution\tchina/mfa\tchina\tChinese Foreign Ministry\t\tchina\t"
    "type=ministry\n";

typedef struct fixture {
    dm_register *reg;
    dm_arena arena;
    json_t *record;
    dm_view view;
} fixture;

static demarche_status read_view(fixture *f, const char *json,
                                 demarche_error *err)
{
    dm_arena_init(&f->arena);
    ck_assert_int_eq(
        dm_register_parse(&f->reg, "actors", actors, sizeof actors - 1, NULL),
        0);
    ck_assert_int_eq(dm_json_parse(&f->record, json, strlen(json), NULL), 0);
    return dm_view_of_record(&f->view, f->record, f->reg, &f->arena, err);
}

static void clear(fixture *f)
{
    dm_arena_clear(&f->arena);
    json_decref(f->record);
    dm_register_free(f->reg);
}

static const struct {
    const char *why, *json;
    const char *content, *cue, *speaker, *inner, *side;
} cases[] = {
    { "a statement taken out stays as it is",
      "{\"text\":\"Talks go on.\",\"cue\":\"said\",\"speaker\":\"China\"}",
      "Talks go on.", "said", "China", "", "china" },
    { "an actor's id tells the side",
      "{\"text\":\"Talks go on.\",\"speaker\":\"it\",\"actor_id\":"
      "\"china/mfa\"}",
      "Talks go on.", "", "it", "", "china" },
    { "of a speaker nobody knows, nothing is known",
      "{\"text\":\"Talks go on.\",\"speaker\":\"Ana Sample\"}", "Talks go on.",
      "", "Ana Sample", "", NULL },
    { "a whole sentence is all content, its attribution is found",
      "{\"text\":\"Ana Sample said that talks will go on.\"}",
      "Ana Sample said that talks will go on.", "said", "Ana Sample",
      "talks will go on", NULL },
    { "who speaks in it is looked up",
      "{\"text\":\"\\\"We will act,\\\" China said.\"}",
      "\"We will act,\" China said.", "said", "China", "We will act", "china" },
    { "a sentence without attribution",
      "{\"text\":\"Trade grew by 4 percent.\"}", "Trade grew by 4 percent.", "",
      "", "", NULL },
    { "what the extractor took out is not taken apart again",
      "{\"text\":\"Ana Sample said that talks will go on\",\"kind\":"
      "\"quoted\"}",
      "Ana Sample said that talks will go on", "", "", "", NULL },
    { "null fields are absent ones",
      "{\"text\":\"x\",\"speaker\":null,\"kind\":\"quoted\",\"date\":null}",
      "x", "", "", "", NULL },
};

START_TEST(records_are_seen_like_this)
{
    fixture f;
    ck_assert_int_eq(read_view(&f, cases[_i].json, NULL), 0);
    const struct {
        dm_span got;
        const char *wanted;
    } spans[] = { { f.view.content, cases[_i].content },
                  { f.view.cue, cases[_i].cue },
                  { f.view.speaker, cases[_i].speaker },
                  { f.view.inner, cases[_i].inner } };
    for (int i = 0; i < COUNT_OF(spans); i++)
        ck_assert_msg(dm_span_is(spans[i].got, spans[i].wanted),
                      "%s: '%.*s', not '%s'", cases[_i].why,
                      (int)spans[i].got.len, spans[i].got.data,
                      spans[i].wanted);
    if (cases[_i].side == NULL)
        ck_assert_msg(f.view.known_side == NULL, "%s", cases[_i].why);
    else
        ck_assert_msg(f.view.known_side != NULL &&
                          strcmp(f.view.known_side, cases[_i].side) == 0,
                      "%s", cases[_i].why);
    clear(&f);
}
END_TEST

static const struct {
    const char *why, *json, *message;
} bad[] = {
    { "no text", "{\"speaker\":\"China\"}", "without a field 'text'" },
    { "null text", "{\"text\":null}", "without a field 'text'" },
    { "text is a number", "{\"text\":4}", "'text'" },
    { "speaker is a list", "{\"text\":\"x\",\"speaker\":[]}", "'speaker'" },
};

START_TEST(bad_records_are_refused_with_the_field)
{
    fixture f;
    demarche_error err;
    ck_assert_int_eq(read_view(&f, bad[_i].json, &err), DEMARCHE_BAD_INPUT);
    ck_assert_msg(strstr(err.message, bad[_i].message) != NULL, "%s: %s",
                  bad[_i].why, err.message);
    clear(&f);
}
END_TEST

START_TEST(pieces_of_a_statement_are_joined)
{
    static const char text[] =
        "\"Go on,\" Ana Sample said, \"with the talks.\"";
    dm_page page;
    dm_statements found;
    dm_view view;
    dm_arena arena;
    dm_arena_init(&arena);
    dm_page_read(&page, &arena, text, sizeof text - 1, NULL, NULL);
    dm_bytes spans[] = { { 1, 6 }, { 27, 42 } };
    dm_statement s = { .spans = spans, .span_count = 2 };
    found = (dm_statements){ &s, 1 };
    ck_assert_int_eq(
        dm_view_of_statement(&view, &page, &found.items[0], NULL, &arena, NULL),
        0);
    ck_assert_msg(dm_span_is(view.content, "Go on with the talks."), "%.*s",
                  (int)view.content.len, view.content.data);
    dm_arena_clear(&arena);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, records_are_seen_like_this, 0, COUNT_OF(cases));
    tcase_add_loop_test(tc, bad_records_are_refused_with_the_field, 0,
                        COUNT_OF(bad));
    tcase_add_test(tc, pieces_of_a_statement_are_joined);
}

int main(void)
{
    return run_suite("view", add);
}
