/* sheet.h - texts in which statements and their speakers are marked by hand.
 *
 * In the texts, [ ] stand around a statement's speaker words and { } around its
 * content; the first pair of each belongs to the first statement, and so on.
 * What is expected is said of the last statement. All persons are invented.
 */
#ifndef DM_SHEET_H
#define DM_SHEET_H

#include <stdio.h>

#include "base/buf.h"
#include "statement.h"
#include "suite.h"

static const char *const sample[] = {
    "country|us|us|United States|US/U.S./Washington||"
    "adjective=American/U.S./US; people=Americans; capital=Washington",
    "country|china|china|China|Beijing/Chinese side||"
    "adjective=Chinese; people=Chinese; capital=Beijing",
    "country|peru|other|Peru|||adjective=Peruvian; people=Peruvians",
    "country|germany|other|Germany|Berlin||adjective=German; people=Germans; "
    "places=Bremen/Lower Saxony",
    "institution|mfa|china|Ministry of Foreign Affairs of China|Foreign "
    "Ministry/Chinese Foreign Ministry/Ministry of Foreign Affairs|china|"
    "type=ministry",
    "institution|mofcom|china|Ministry of Commerce of China|"
    "Ministry of Commerce/Commerce Ministry|china|type=ministry",
    "institution|state|us|State Department|||type=ministry",
    "institution|cfr|us|Council on Foreign Relations||us|type=think-tank",
    "institution|tsinghua|china|Tsinghua University||china|type=university",
    "institution|senate|us|Senate||us|type=parliament",
    "office|secretary|us|Secretary of State|US Secretary of State|state|",
    "office|president|us|President of the United States|US President/American "
    "president|us|",
    "person|vera-holt|us|Vera Holt||us|secretary 2001-01-20..2009-01-20",
    "person|adam-quill|us|Adam Quill||us|secretary 2009-01-21..2017-01-19",
    "person|rex-marlow|us|Rex Marlow|Marlow|us|president 2009-01-20..2017",
    "person|wei-lan|china|Wei Lan||china|role=spokesperson",
    "person|gao-shun|china|Gao Shun||china|role=premier",
    "person|carl-holt|us|Carl Holt||us|role=senator",
};

static inline dm_register *load_rows(const char *const *rows, int count)
{
    dm_buf buf;
    dm_buf_init(&buf);
    for (int i = 0; i < count; i++) {
        dm_buf_add_string(&buf, rows[i]);
        dm_buf_add_char(&buf, '\n');
    }
    for (size_t i = 0; i < buf.len; i++)
        buf.data[i] = buf.data[i] == '|'   ? '\t'
                      : buf.data[i] == '/' ? '|'
                                           : buf.data[i];
    dm_register *reg;
    demarche_error err = { 0 };
    demarche_status status =
        dm_register_parse(&reg, "sample", buf.data, buf.len, &err);
    ck_assert_msg(status == DEMARCHE_OK, "%s", err.message);
    dm_buf_clear(&buf);
    return reg;
}

static inline dm_register *load(void)
{
    return load_rows(sample, COUNT_OF(sample));
}

enum { STATEMENTS_MAX = 8 };

typedef struct sheet {
    dm_buf text;
    dm_bytes content[STATEMENTS_MAX], speaker[STATEMENTS_MAX];
    dm_statement items[STATEMENTS_MAX];
    size_t contents, speakers;
} sheet;

/* Take the marks out of `marked`, keeping where they stood. */
static inline void read_marks(sheet *s, const char *marked)
{
    *s = (sheet){ 0 };
    dm_buf_init(&s->text);
    for (const char *c = marked; *c != '\0'; c++) {
        uint32_t at = (uint32_t)s->text.len;
        if (*c == '{')
            s->content[s->contents].begin = at;
        else if (*c == '}')
            s->content[s->contents++].end = at;
        else if (*c == '[')
            s->speaker[s->speakers].begin = at;
        else if (*c == ']')
            s->speaker[s->speakers++].end = at;
        else
            dm_buf_add_char(&s->text, *c);
    }
    ck_assert_uint_eq(s->contents, s->speakers);
    for (size_t i = 0; i < s->contents; i++) {
        uint32_t begin = s->content[i].begin;
        bool quoted = begin > 0 && s->text.data[begin - 1] == '"';
        s->items[i].kind = quoted ? DEMARCHE_QUOTED : DEMARCHE_REPORTED;
        s->items[i].spans = &s->content[i];
        s->items[i].span_count = 1;
        s->items[i].speaker = s->speaker[i];
    }
}

typedef struct row {
    const char *why, *text;
    const char *actor; // the name, or "#" and the id; NULL: none
    const char *side, *rule;
} row;

static inline void check_row_in(const dm_register *reg, const row *expected,
                                const char *date)
{
    sheet s;
    read_marks(&s, expected->text);
    dm_arena arena;
    dm_arena_init(&arena);
    dm_page page;
    ck_assert_int_eq(
        dm_page_read(&page, &arena, s.text.data, s.text.len, date, NULL),
        DEMARCHE_OK);
    ck_assert_int_eq(
        dm_speakers_resolve(s.items, s.contents, &page, reg, &arena, NULL),
        DEMARCHE_OK);
    const dm_statement *last = &s.items[s.contents - 1];
    const char *actor = last->actor_name ? last->actor_name : "(none)";
    const char *wanted = expected->actor ? expected->actor : "(none)";
    if (*wanted == '#') {
        actor = last->actor ? last->actor->id : "(none)";
        wanted++;
    }
    const char *side = last->side_hint ? last->side_hint : "(none)";
    const char *rule =
        last->rule_count > 0 ? last->rules[last->rule_count - 1] : "(none)";
    ck_assert_msg(strcmp(actor, wanted) == 0, "%s: actor is '%s'",
                  expected->why, actor);
    ck_assert_msg(strcmp(side, expected->side ? expected->side : "(none)") == 0,
                  "%s: side is '%s'", expected->why, side);
    ck_assert_msg(strcmp(rule, expected->rule ? expected->rule : "(none)") == 0,
                  "%s: rule is '%s'", expected->why, rule);
    dm_buf_clear(&s.text);
    dm_arena_clear(&arena);
}

static inline void check_row(const row *expected, const char *date)
{
    dm_register *reg = load();
    check_row_in(reg, expected, date);
    dm_register_free(reg);
}

#endif
