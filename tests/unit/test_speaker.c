/* test_speaker.c - who speaks, by names, pronouns, offices and descriptions.
 *
 * In the texts, [ ] stand around a statement's speaker words and { } around its
 * content; the first pair of each belongs to the first statement, and so on.
 * What is expected is said of the last statement. All persons are invented.
 */
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
    "country|germany|other|Germany|Berlin||adjective=German; people=Germans",
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

static dm_register *load(void)
{
    dm_buf buf;
    dm_buf_init(&buf);
    for (int i = 0; i < COUNT_OF(sample); i++) {
        dm_buf_add_string(&buf, sample[i]);
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

enum { STATEMENTS_MAX = 8 };

typedef struct sheet {
    dm_buf text;
    dm_bytes content[STATEMENTS_MAX], speaker[STATEMENTS_MAX];
    dm_statement items[STATEMENTS_MAX];
    size_t contents, speakers;
} sheet;

/* Take the marks out of `marked`, keeping where they stood. */
static void read_marks(sheet *s, const char *marked)
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
    const char *actor, *side, *rule; // NULL: none
} row;

static void check_row(const row *expected, const char *date)
{
    sheet s;
    read_marks(&s, expected->text);
    dm_register *reg = load();
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
    const char *side = last->side_hint ? last->side_hint : "(none)";
    const char *rule =
        last->rule_count > 0 ? last->rules[last->rule_count - 1] : "(none)";
    ck_assert_msg(strcmp(actor, expected->actor ? expected->actor : "(none)") ==
                      0,
                  "%s: actor is '%s'", expected->why, actor);
    ck_assert_msg(strcmp(side, expected->side ? expected->side : "(none)") == 0,
                  "%s: side is '%s'", expected->why, side);
    ck_assert_msg(strcmp(rule, expected->rule ? expected->rule : "(none)") == 0,
                  "%s: rule is '%s'", expected->why, rule);
    dm_buf_clear(&s.text);
    dm_arena_clear(&arena);
    dm_register_free(reg);
}

static const row names[] = {
    { "A1: a full name of the register", "[Vera Holt] said {talks went on}.",
      "Vera Holt", "us", "A1" },
    { "A1: a title before the name",
      "[US Secretary of State Vera Holt] said {talks went on}.", "Vera Holt",
      "us", "A1" },
    { "A1: an institution", "[The State Department] said {talks went on}.",
      "State Department", "us", "A1" },
    { "A1: a metonym", "[Beijing] warned of {steps}.", "China", "china", "A1" },
    { "A1: a side", "[The Chinese side] voiced {hope}.", "China", "china",
      "A1" },
    { "A1: an abbreviation", "[The U.S.] rejected {the claim}.",
      "United States", "us", "A1" },
    { "A1: a country in capitals", "[GERMANY] rejected {the claim}.", "Germany",
      "other", "A1" },
    { "A2: a family name after the full name",
      "Vera Holt arrived. [Holt] said {talks went on}.", "Vera Holt", "us",
      "A2" },
    { "A2: the page's own Holt wins over the register's",
      "Nora Holt, a Peruvian farmer, arrived. [Holt] said {prices fell}.",
      "Nora Holt", "other", "A2" },
    { "A2: a headline uses the name before the text gives it",
      "[Quill]: {talks went on}\n\nUS envoy Bob Quill arrived in Lima.",
      "Bob Quill", "us", "A2" },
    { "A2: a family name in front", "Gao Shun arrived. [Gao] said {it rained}.",
      "Gao Shun", "china", "A2" },
    { "A2: an unknown name by its given name",
      "\"{Good},\" said [Munira Tal], a trader. [Munira] said {prices fell}.",
      "Munira Tal", NULL, "A2" },
    { "A2: a name that lost its apostrophe",
      "Vera Holt arrived. [Holts] said {talks went on}.", "Vera Holt", "us",
      "A2" },
    { "A2: a possessive",
      "Vera Holt arrived. [Holt's] words were {talks went on}.", "Vera Holt",
      "us", "A2" },
    { "A2: the alias of one in office", "[Marlow] said {talks went on}.",
      "Rex Marlow", "us", "A2" },
    { "A2: an acronym given in brackets",
      "The Alpine Dairy Association (ADA) met. [The ADA] said {prices fell}.",
      "Alpine Dairy Association", NULL, "A2" },
    { "A4: a family name that only the register knows",
      "[Quill] said {talks went on}.", "Adam Quill", "us", "A4" },
    { "A4: not where two of that name were in office alike",
      "[Lan] said {talks went on}.", "Lan", NULL, "A5" },
    { "A3: an office without a name, by date",
      "[The US Secretary of State] said {talks went on}.", "Adam Quill", "us",
      "A3" },
    { "A3: an office alone is the first of the register", "[The President]{}",
      "Rex Marlow", "us", "A3" },
    { "A3: but not in a sentence of an article",
      "[The president] said {it rained}.", "president (unnamed)", NULL, "S8" },
    { "A5: an unknown name keeps its words", "[Tom Cray] said {it rained}.",
      "Tom Cray", NULL, "A5" },
    { "A5: a middle initial belongs to the name",
      "[Leo W. Brandt] said {it rained}. Brandt left.", "Leo W. Brandt", NULL,
      "A5" },
    { "A5: a name with a hyphen", "[Liu Fu-kai] said {it rained}.",
      "Liu Fu-kai", NULL, "A5" },
    { "A5: a name with a particle", "[Ursa van der Meer] said {it rained}.",
      "Ursa van der Meer", NULL, "A5" },
    { "A5: a title is no part of the name",
      "[Expert Josef Brandl] said {it rained}.", "Josef Brandl", NULL, "A5" },
    { "A2: a title and a family name", "[Mr. Brumly] said {it rained}.",
      "Brumly", NULL, "A2" },
    { "A2: of two Holts, the one of the title's gender",
      "Susan Holt met Peter Holt. [Mrs. Holt] said {it rained}.", "Susan Holt",
      NULL, "A2" },
    { "A5: a long title before the name",
      "[President and CEO of the Alpine Dairy Association Tom Cray] said {it "
      "rained}.",
      "Tom Cray", NULL, "A5" },
    { "A5: an institution of the register before the name",
      "[Deputy head of the State Department Tom Cray] said {it rained}.",
      "Tom Cray", "us", "A5" },
    { "A5: He may be a family name", "[He Weimin] said {it rained}.",
      "He Weimin", NULL, "A5" },
    { "A5: a role may be a family name", "[Ross Bishop] said {it rained}.",
      "Ross Bishop", NULL, "A5" },
    { "A2: an adjective may be one",
      "Tom German, a farmer, arrived. [German] said {it rained}.", "Tom German",
      NULL, "A2" },
    { "A2: a thing of that name is not the person",
      "The Marlow Express rolls. [Marlow] said {it rained}.", "Rex Marlow",
      "us", "A2" },
    { "A5: a span may begin inside the name",
      "Long [Guoming], a farmer, said {it rained}.", "Long Guoming", NULL,
      "A5" },
    { "A2: with a title, by its family name",
      "[Ms. Quill] said {talks went on}.", "Adam Quill", "us", "A2" },
    { "A6: two speak together", "[Vera Holt and Rex Marlow] urged {calm}.",
      "Vera Holt and Rex Marlow", "us", "A6" },
    { "A6: two of two sides are of neither",
      "[Vera Holt and Gao Shun] urged {calm}.", "Vera Holt and Gao Shun",
      "other", "A6" },
};

START_TEST(a_name_leads_to_its_actor)
{
    check_row(&names[_i], "2015-06-01");
}
END_TEST

static const row sides[] = {
    { "an adjective in the apposition",
      "[Tom Cray], a former Chinese state media reporter, said {it rained}.",
      "Tom Cray", "china", "A5" },
    { "an institution in the apposition",
      "[Liu Bo], a researcher at Tsinghua University, said {it rained}.",
      "Liu Bo", "china", "A5" },
    { "an institution outweighs an adjective",
      "[Tom Cray], an American professor at Tsinghua University, said {it "
      "rained}.",
      "Tom Cray", "china", "A5" },
    { "what an expert is expert on does not tell",
      "[Tom Cray], an expert on China, said {it rained}.", "Tom Cray", NULL,
      "A5" },
    { "nor does the country that an envoy is sent to",
      "[Former US ambassador to China Tom Cray] said {it rained}.", "Tom Cray",
      "us", "A5" },
    { "nor what is said after the name",
      "[Tom Cray], the new minister, said {China would win}.", "Tom Cray", NULL,
      "A5" },
    { "an adjective before an institution makes it another one",
      "[Tom Cray], of the German Council on Foreign Relations, said {it "
      "rained}.",
      "Tom Cray", "other", "A5" },
    { "a place after based",
      "[Tom Cray], an analyst at the Beijing-based Lotus Fund, said {it "
      "rained}.",
      "Tom Cray", "china", "A5" },
    { "where somebody is does not outweigh whence",
      "[Tom Cray], German consul in Beijing, said {it rained}.", "Tom Cray",
      "other", "A5" },
    { "what follows the apposition is none of it",
      "According to [Tom Cray], head of the firm, the price of US beans "
      "{rose}.",
      "Tom Cray", NULL, "A5" },
    { "a state in the apposition",
      "[Tom Cray] of Ballard, a northern state of the US, said {it rained}.",
      "Tom Cray", "us", "A5" },
    { "the first of two countries that a hyphen joins",
      "[Tom Cray], head of the Peru-China Institute, said {it rained}.",
      "Tom Cray", "other", "A5" },
    { "a party mark", "[Sam Tolley] (D-Ohio) said {it rained}.", "Sam Tolley",
      "us", "A5" },
    { "from", "[Tom Cray] from Tsinghua University said {it rained}.",
      "Tom Cray", "china", "A5" },
    { "an age stands between",
      "[Tom Cray], 61, a Peruvian farmer, said {it rained}.", "Tom Cray",
      "other", "A5" },
    { "evidence given once holds for the page",
      "\"{Good},\" said [Tom Cray], a Peruvian farmer. [Cray] said {it "
      "rained}.",
      "Tom Cray", "other", "A2" },
    { "an unknown institution by the country in its name",
      "[The Peruvian Dairy Association] said {prices fell}.",
      "Peruvian Dairy Association", "other", "A5" },
};

START_TEST(the_words_around_a_name_tell_its_side)
{
    check_row(&sides[_i], "2015-06-01");
}
END_TEST

static const row pronouns[] = {
    { "S1: he goes on speaking",
      "\"{Good},\" [Adam Quill] said. \"{Very},\" [he] added.", "Adam Quill",
      "us", "S1" },
    { "S1: over a name inside the words spoken",
      "[Adam Quill] said {Gao Shun was wrong}. [He] said {it rained}.",
      "Adam Quill", "us", "S1" },
    { "S1: over a name that is no subject",
      "[Adam Quill] said {no} after a walk with Gao Shun. [He] said {it "
      "rained}.",
      "Adam Quill", "us", "S1" },
    { "S2: the subject of the sentence before",
      "\"{Good},\" [Adam Quill] said. Later that day, it rained. Gao Shun "
      "left early. [He] said {it was late}.",
      "Gao Shun", "china", "S2" },
    { "S1: she is the woman, however far",
      "\"{Good},\" [Susan Cray] said. Adam Quill left. [She] said {it rained}.",
      "Susan Cray", NULL, "S1" },
    { "S2: he is not a woman",
      "Adam Quill met Susan Cray. \"{Good},\" [Susan Cray] said. \"{No},\" "
      "[he] said.",
      "Adam Quill", "us", "S2" },
    { "S1: it is an institution",
      "[The State Department] said {no}. [It] said {it rained}.",
      "State Department", "us", "S1" },
    { "S1: they are the analysts",
      "[Analysts] said {no}, and [they] said {it rained}.",
      "analysts (unnamed)", "other", "S1" },
    { "S3: who follows the name", "Adam Quill, [who] said {it rained}, left.",
      "Adam Quill", "us", "S3" },
    { "him, after according to",
      "[Adam Quill] said {no}. According to [him], {it rained}.", "Adam Quill",
      "us", "S1" },
    { "S10: a quotation without speaker words goes on",
      "\"{Good},\" [Adam Quill] said. \"{[]Very good}.\"", "Adam Quill", "us",
      "S10" },
    { "nobody came before", "[He] said {it rained}.", NULL, NULL, NULL },
    { "I is nobody whom the page names",
      "Adam Quill left. [I] said {it rained}.", NULL, NULL, NULL },
};

START_TEST(a_pronoun_means_whom_the_page_speaks_of)
{
    check_row(&pronouns[_i], "2015-06-01");
}
END_TEST

static const row described[] = {
    { "S4: the spokesperson is the one with that role",
      "\"{No},\" said [Wei Lan], spokesperson for the Foreign Ministry. [The "
      "spokesperson] said {it rained}.",
      "Wei Lan", "china", "S4" },
    { "S4: the spokesman is the unnamed one of before",
      "[A spokesman for the State Department] said {no}. [The spokesman] said "
      "{it rained}.",
      "State Department spokesman (unnamed)", "us", "S4" },
    { "S4: the president is whoever is called so",
      "US President Rex Marlow arrived. [The president] said {it rained}.",
      "Rex Marlow", "us", "S4" },
    { "S4: the professor by the apposition",
      "\"{No},\" said [Tom Cray], professor of law. Adam Quill left. [The "
      "professor] said {it rained}.",
      "Tom Cray", NULL, "S4" },
    { "S5: the ministry is the one named before",
      "[The Ministry of Commerce] said {no}. [The ministry] said {it rained}.",
      "Ministry of Commerce of China", "china", "S5" },
    { "S5: of two, the one of that kind",
      "The Foreign Ministry and the Senate met. [The ministry] said {no}.",
      "Ministry of Foreign Affairs of China", "china", "S5" },
    { "S5: an unknown association",
      "The Alpine Dairy Association met. [The association] said {it rained}.",
      "Alpine Dairy Association", NULL, "S5" },
    { "S5: a headline names it later",
      "Tariffs void: [ministry] says {no}\n\nThe Foreign Ministry said so.",
      "Ministry of Foreign Affairs of China", "china", "S5" },
    { "S5: the country", "Peru voted. [The country] said {no}.", "Peru",
      "other", "S5" },
    { "S6: the expert is who spoke last",
      "\"{No},\" said [Tom Cray]. [The expert] said {it rained}.", "Tom Cray",
      NULL, "S6" },
    { "S6: or one that is not known of who spoke",
      "\"{No},\" said [Tom Cray]. [The Chinese expert] said {it rained}.",
      "Chinese expert (unnamed)", "china", "S8" },
    { "S6: unless the words tell another side",
      "\"{No},\" said [Adam Quill]. [The Chinese expert] said {it rained}.",
      "Chinese expert (unnamed)", "china", "S8" },
    { "S7: the statement is of who spoke last",
      "[The State Department] said {no}. [The statement] said {it rained}.",
      "State Department", "us", "S7" },
    { "S7: the report is of the institution named last",
      "The Alpine Dairy Association issued a report. Adam Quill read it. [The "
      "report] said {prices fell}.",
      "Alpine Dairy Association", NULL, "S7" },
    { "S8: an unnamed official", "[A senior U.S. official] said {no}.",
      "US official (unnamed)", "us", "S8" },
    { "S8: officials by an adjective", "[Chinese officials] said {no}.",
      "Chinese officials (unnamed)", "china", "S8" },
    { "S8: sources tell no side", "[Sources] said {no}.", "sources (unnamed)",
      NULL, "S8" },
    { "S8: analysts are of no side", "[Most analysts] said {no}.",
      "analysts (unnamed)", "other", "S8" },
    { "S8: but an adjective tells", "[American analysts] said {no}.",
      "US analysts (unnamed)", "us", "S8" },
    { "S8: both sides are of neither", "[Both sides] urged {calm}.",
      "both sides (unnamed)", "other", "S8" },
    { "S8: whose aides", "[Marlow's aides] said {no}.",
      "Marlow's aides (unnamed)", "us", "S8" },
    { "S8: his aides", "\"{No},\" [Rex Marlow] said. [His aides] said {yes}.",
      "aides (unnamed)", "us", "S8" },
    { "S8: another official is of the side of the first",
      "[A senior U.S. official] said {no}. [Another official] said {yes}.",
      "official (unnamed)", "us", "S8" },
    { "S8: a spokesperson of a ministry named before",
      "The Ministry of Commerce met. [A ministry spokesperson] said {no}.",
      "Ministry of Commerce of China spokesperson (unnamed)", "china", "S8" },
    { "S8: who speaks for somebody is not that somebody",
      "[A spokesman for Trade Minister Ann Bell] said {no}.",
      "spokesman for Trade Minister Ann Bell (unnamed)", NULL, "S8" },
    { "S8: an official of an institution is named by it",
      "[An official with the Foreign Ministry] said {no}.",
      "Ministry of Foreign Affairs of China official (unnamed)", "china",
      "S8" },
    { "S8: her father is not she",
      "\"{No},\" [Susan Cray] said. [Her father] said {yes}.",
      "father (unnamed)", NULL, "S8" },
    { "S8: small words in front are passed over",
      "[But private Chinese companies] said {no}.",
      "private Chinese companies (unnamed)", "china", "S8" },
    { "S8: a noun that opens a sentence is no name",
      "[Reports] said {it rained}.", "reports (unnamed)", NULL, "S8" },
    { "S11: a name behind the description",
      "[The finance minister], Ann Bell, said {no}.", "Ann Bell", NULL, "S11" },
    { "S11: a name before it",
      "Ann Bell, [a former minister of Peru], said {no}.", "Ann Bell", "other",
      "S11" },
    { "S8: members of", "[Members of the Senate] said {no}.",
      "members of the Senate (unnamed)", "us", "S8" },
    { "S9: first lines describe before they name",
      "[A minister] said {no}. Katia Abrego, the new minister of Peru, spoke "
      "in Lima.",
      "Katia Abrego", "other", "S9" },
    { "S4: others are more of the same",
      "[Analysts] said {no}. [Others] said {yes}.", "analysts (unnamed)",
      "other", "S4" },
};

START_TEST(a_description_finds_whom_it_describes)
{
    check_row(&described[_i], "2015-06-01");
}
END_TEST

START_TEST(without_a_register_names_stay_words)
{
    sheet s;
    read_marks(&s, "\"{No},\" said [Adam Quill]. [He] said {it rained}.");
    dm_arena arena;
    dm_arena_init(&arena);
    dm_page page;
    ck_assert_int_eq(
        dm_page_read(&page, &arena, s.text.data, s.text.len, NULL, NULL),
        DEMARCHE_OK);
    ck_assert_int_eq(
        dm_speakers_resolve(s.items, s.contents, &page, NULL, &arena, NULL),
        DEMARCHE_OK);
    ck_assert_ptr_null(s.items[1].actor);
    ck_assert_ptr_null(s.items[1].side_hint);
    ck_assert_str_eq(s.items[1].actor_name, "Adam Quill");
    dm_buf_clear(&s.text);
    dm_arena_clear(&arena);
}
END_TEST

static void add(TCase *tc)
{
    tcase_add_loop_test(tc, a_name_leads_to_its_actor, 0, COUNT_OF(names));
    tcase_add_loop_test(tc, the_words_around_a_name_tell_its_side, 0,
                        COUNT_OF(sides));
    tcase_add_loop_test(tc, a_pronoun_means_whom_the_page_speaks_of, 0,
                        COUNT_OF(pronouns));
    tcase_add_loop_test(tc, a_description_finds_whom_it_describes, 0,
                        COUNT_OF(described));
    tcase_add_test(tc, without_a_register_names_stay_words);
}

int main(void)
{
    return run_suite("speaker", add);
}
