/* Learned extraction: a verb of no table learns to speak, the same articles
 * give the same bytes, and what is damaged is refused. */
#include "base/buf.h"
#include "demarche.h"
#include "extractor.h"
#include "suite.h"

enum { ARTICLES = 40 };

static const char *const speakers[] = { "Ann Roe", "The minister", "Mr. Bell" };
static const char *const contents[] = {
    "the road would open soon",
    "prices were far too high",
    "the talks had failed again",
    "no ship would leave the port",
};

/* Append `words` and note where they stand, as a list of one range. */
static void add_part(dm_buf *text, dm_buf *ranges, const char *name,
                     const char *words)
{
    size_t begin = text->len;
    dm_buf_add_string(text, words);
    dm_buf_addf(ranges, ",\"%s\":[[%zu,%zu]]", name, begin, text->len);
}

/* An article in which "posited" speaks. */
static demarche_record *make_article(size_t number)
{
    dm_buf text, list, line;
    dm_buf_init(&text);
    dm_buf_init(&list);
    dm_buf_init(&line);
    for (size_t i = 0; i < 3; i++) {
        dm_buf_add_string(&list, i == 0 ? "" : ",");
        dm_buf_add_string(&list, "{\"kind\":\"reported\"");
        add_part(&text, &list, "source", speakers[(number + i) % 3]);
        dm_buf_add_string(&text, " ");
        add_part(&text, &list, "cue", "posited");
        dm_buf_add_string(&text, " that ");
        add_part(&text, &list, "content", contents[(number * 3 + i) % 4]);
        dm_buf_add_string(&list, "}");
        dm_buf_add_string(&text, i == 1 ? ", a mere guess" : "");
        dm_buf_add_string(&text, ". The day was fine and long. ");
    }
    dm_buf_addf(&line, "{\"text\":\"%s\",\"attributions\":[%s]}", text.data,
                list.data);
    demarche_record *record;
    ck_assert_int_eq(demarche_record_parse(&record, line.data, line.len, NULL),
                     0);
    dm_buf_clear(&text);
    dm_buf_clear(&list);
    dm_buf_clear(&line);
    return record;
}

static demarche_lessons *make_lessons(size_t count)
{
    demarche_lessons *lessons;
    ck_assert_int_eq(demarche_lessons_new(&lessons, NULL), 0);
    for (size_t i = 0; i < count; i++) {
        demarche_record *record = make_article(i);
        ck_assert_int_eq(demarche_lessons_add(lessons, record, NULL), 0);
        demarche_record_free(record);
    }
    return lessons;
}

static demarche_extractor *learn(void)
{
    demarche_lessons *lessons = make_lessons(ARTICLES);
    demarche_extractor *extractor;
    ck_assert_int_eq(
        demarche_extractor_train(&extractor, lessons, 1, "invented", NULL), 0);
    demarche_lessons_free(lessons);
    return extractor;
}

/* The statements of a text, with these learned decisions or with none. */
static demarche_statements *extract(demarche_analyser **analyser,
                                    const demarche_extractor *extractor,
                                    const char *text)
{
    demarche_options options;
    demarche_statements *list;
    demarche_options_init(&options);
    options.no_models = true;
    options.extractor = extractor;
    options.rules_alone = extractor == NULL;
    ck_assert_int_eq(demarche_analyser_new(analyser, &options, NULL), 0);
    const demarche_document document = { .text = text, .len = strlen(text) };
    ck_assert_int_eq(demarche_extract(&list, *analyser, &document, NULL), 0);
    return list;
}

START_TEST(a_verb_of_no_table_learns_to_speak)
{
    static const char text[] = "Dr. Kay posited that the bridge would hold.";
    demarche_extractor *extractor = learn();
    demarche_analyser *analyser;
    demarche_statements *list = extract(&analyser, NULL, text);
    ck_assert_uint_eq(demarche_statements_count(list), 0);
    demarche_statements_free(list);
    demarche_analyser_free(analyser);

    list = extract(&analyser, extractor, text);
    ck_assert_uint_eq(demarche_statements_count(list), 1);
    const demarche_statement *found = demarche_statements_at(list, 0);
    ck_assert_str_eq(found->text, "the bridge would hold");
    ck_assert_str_eq(found->speaker, "Dr. Kay");
    ck_assert_str_eq(found->cue, "posited");
    ck_assert_str_eq(found->rules[0], "L1");
    demarche_statements_free(list);
    demarche_analyser_free(analyser);
    demarche_extractor_free(extractor);
}
END_TEST

START_TEST(a_content_learns_to_end_before_a_comment)
{
    static const char text[] =
        "Dr. Kay posited that the bridge would hold, a mere guess.";
    demarche_extractor *extractor = learn();
    demarche_analyser *analyser;
    demarche_statements *list = extract(&analyser, extractor, text);
    ck_assert_uint_eq(demarche_statements_count(list), 1);
    const demarche_statement *found = demarche_statements_at(list, 0);
    ck_assert_str_eq(found->text, "the bridge would hold");
    ck_assert_str_eq(found->rules[1], "L2");
    demarche_statements_free(list);
    demarche_analyser_free(analyser);
    demarche_extractor_free(extractor);
}
END_TEST

START_TEST(the_same_articles_give_the_same_bytes)
{
    demarche_extractor *a = learn(), *b = learn();
    ck_assert_uint_eq(a->len, b->len);
    ck_assert_mem_eq(a->image, b->image, a->len);
    demarche_extractor_free(a);
    demarche_extractor_free(b);
}
END_TEST

START_TEST(a_card_tells_how_it_was_learned)
{
    demarche_extractor *extractor = learn();
    char *card;
    ck_assert_int_eq(demarche_extractor_describe(&card, extractor, NULL), 0);
    ck_assert_ptr_nonnull(strstr(card, "\"documents\":40"));
    ck_assert_ptr_nonnull(strstr(card, "\"note\":\"invented\""));
    ck_assert_ptr_nonnull(strstr(card, "\"held_out\":{\"speaks\""));
    demarche_string_free(card);
    demarche_extractor_free(extractor);
}
END_TEST

START_TEST(few_articles_are_not_enough)
{
    demarche_lessons *lessons = make_lessons(3);
    demarche_extractor *extractor;
    ck_assert_int_eq(
        demarche_extractor_train(&extractor, lessons, 1, NULL, NULL),
        DEMARCHE_NOT_ENOUGH_DATA);
    ck_assert_ptr_null(extractor);
    demarche_lessons_free(lessons);
}
END_TEST

static const struct {
    const char *why, *line;
} refused[] = {
    { "no text", "{\"attributions\":[]}" },
    { "no list of attributions", "{\"text\":\"a\"}" },
    { "a range beyond the text",
      "{\"text\":\"a b\",\"attributions\":[{\"content\":[[0,9]]}]}" },
    { "a range that ends before it begins",
      "{\"text\":\"a b\",\"attributions\":[{\"content\":[[2,1]]}]}" },
    { "a negative range",
      "{\"text\":\"a b\",\"attributions\":[{\"content\":[[-1,1]]}]}" },
    { "a range of no numbers",
      "{\"text\":\"a b\",\"attributions\":[{\"content\":[[\"0\",1]]}]}" },
    { "a range of three",
      "{\"text\":\"a b\",\"attributions\":[{\"content\":[[0,1,2]]}]}" },
};

START_TEST(a_broken_article_is_refused)
{
    demarche_lessons *lessons = make_lessons(0);
    demarche_record *record;
    const char *line = refused[_i].line;
    ck_assert_int_eq(demarche_record_parse(&record, line, strlen(line), NULL),
                     0);
    ck_assert_msg(demarche_lessons_add(lessons, record, NULL) ==
                      DEMARCHE_BAD_INPUT,
                  "%s", refused[_i].why);
    ck_assert_uint_eq(demarche_lessons_count(lessons), 0);
    demarche_record_free(record);
    demarche_lessons_free(lessons);
}
END_TEST

START_TEST(a_damaged_file_is_refused)
{
    demarche_extractor *extractor = learn(), *other;
    for (size_t at = 0; at < extractor->len; at += 4099) {
        char *bytes = malloc(extractor->len);
        memcpy(bytes, extractor->image, extractor->len);
        bytes[at] ^= 0x10;
        ck_assert_int_eq(
            dm_extractor_adopt(&other, bytes, extractor->len, NULL),
            DEMARCHE_BAD_MODEL);
    }
    demarche_extractor_free(extractor);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_test(tc, a_verb_of_no_table_learns_to_speak);
    tcase_add_test(tc, a_content_learns_to_end_before_a_comment);
    tcase_add_test(tc, the_same_articles_give_the_same_bytes);
    tcase_add_test(tc, a_card_tells_how_it_was_learned);
    tcase_add_test(tc, few_articles_are_not_enough);
    tcase_add_loop_test(tc, a_broken_article_is_refused, 0, COUNT_OF(refused));
    tcase_add_test(tc, a_damaged_file_is_refused);
}

int main(void)
{
    return run_suite("lessons", add);
}
