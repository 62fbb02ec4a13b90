/* test_speaker.c - who speaks, by names and pronouns; sides by description.
 *
 * See sheet.h for the marks in the texts.
 */
#include "sheet.h"

static const row names[] = {
    { "A1: a full name of the register", "[Vera Holt] said {talks went on}.",
      "Vera Holt", "us", "A1" },
    { "A1: a title before the name",
      "[US Secretary of State Vera Holt] said {talks went on}.", "Vera Holt",
      "us", "A1" },
    { "A1: an institution", "[The State Department] said {talks went on}.",
      "State Department", "us", "A1" },
    { "A1: but not of another country",
      "[The Foreign Ministry of Peru] said {no}.", "Foreign Ministry of Peru",
      "other", "A5" },
    { "A1: nor where the country stands before it",
      "[Peru's Foreign Ministry] said {no}.", "Peru's Foreign Ministry",
      "other", "A5" },
    { "A1: its own country may be told",
      "[The Ministry of Commerce of China] said {no}.",
      "Ministry of Commerce of China", "china", "A1" },
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
    { "A4: not of another gender", "It rained. [Mrs. Quill] said {no}.",
      "Quill", NULL, "A2" },
    { "A4: nor of one who was no senator", "It rained. [Sen. Quill] said {no}.",
      "Quill", NULL, "A2" },
    { "A5: not with an article: The Lan is a thing",
      "[The Quill] said {talks went on}.", "Quill", NULL, "A5" },
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
      "[Mr. Quill] said {talks went on}.", "Adam Quill", "us", "A2" },
    { "A6: two speak together", "[Vera Holt and Rex Marlow] urged {calm}.",
      "Vera Holt and Rex Marlow", "us", "A6" },
    { "A6: three", "[Vera Holt, Rex Marlow and Tom Cray] urged {calm}.",
      "Vera Holt, Rex Marlow and Tom Cray", NULL, "A6" },
    { "A6: three with a comma before the last",
      "[Vera Holt, Rex Marlow, and Adam Quill] urged {calm}.",
      "Vera Holt, Rex Marlow and Adam Quill", "us", "A6" },
    { "A6: the second has a title",
      "[Vera Holt and Ambassador Tom Cray] urged {calm}.",
      "Vera Holt and Tom Cray", NULL, "A6" },
    { "A6: not who is named in an apposition",
      "[Tom Cray, envoy to Peru and Germany,] urged {calm}.", "Tom Cray",
      "other", "A5" },
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
    { "S2: whom the sentence between is about",
      "\"{No},\" said [Tom Cray]. Adam Quill left the room. [He] said {yes}.",
      "Adam Quill", "us", "S2" },
    { "S1: but not what merely looks like a name",
      "\"{No},\" said [Tom Cray]. Alpine Materials opened. [He] said {yes}.",
      "Tom Cray", NULL, "S1" },
    { "S1: a family name has the gender of the register's given name",
      "\"{No},\" said [Vera Holt]. It rained. Quill sat. [She] said {yes}.",
      "Vera Holt", "us", "S1" },
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
    tcase_add_test(tc, without_a_register_names_stay_words);
}

int main(void)
{
    return run_suite("speaker", add);
}
