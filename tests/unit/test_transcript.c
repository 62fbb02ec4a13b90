/* test_transcript.c - who has the floor in briefings and interviews.
 *
 * Persons are invented, but for names the register of this test lists. */
#include <stdio.h>

#include "base/buf.h"
#include "statement.h"

#include "suite.h"
#include "transcript.h"

static const char actors[] =
    "country\tus\tus\tUnited States\tUS\t\t\n"
    "country\tchina\tchina\tChina\t\t\t\n"
    "institution\tus/evening-wire\tus\tEvening Wire\t\tus\ttype=media\n"
    "institution\tchina/trade-board\tchina\tTrade Board\t\tchina\t"
    "type=ministry\n"
    "person\tus/cy-roe\tus\tCy Roe\tRoe\tus\trole=president\n"
    "person\tchina/bo-fox\tchina\tBo Fox\tFox\tchina\trole=president\n"
    "office\tus/envoy\tus\tEnvoy\t\tus\t\n"
    "person\tus/cy-host\tus\tCy Host\t\tus\trole=host at Evening Wire\n"
    "person\tus/ann-roe\tus\tAnn Roe\t\tus\tus/envoy 2020..\n";

static dm_arena arena;
static dm_register *reg;

static bool is_same(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

typedef struct found {
    bool transcript;
    dm_page page;
    dm_statement_list list;
} found;

static void find_titled(found *out, const char *title, const char *text,
                        size_t len)
{
    *out = (found){ .list = { .arena = &arena } };
    ck_assert_int_eq(
        dm_page_read(&out->page, &arena, text, len, "2024-01-01", NULL), 0);
    out->page.title = dm_span_of(title);
    dm_transcript read;
    ck_assert_int_eq(dm_transcript_find(&read, &out->page, reg, &arena, NULL),
                     0);
    out->transcript = read.turns.count > 0;
    if (out->transcript)
        ck_assert_int_eq(
            dm_transcript_state(&out->list, &read, &out->page, reg, NULL), 0);
}

static void find(found *out, const char *text, size_t len)
{
    find_titled(out, NULL, text, len);
}

static const dm_statement *first_answer(const found *got)
{
    for (size_t i = 0; i < got->list.count; i++)
        if (got->list.items[i].kind != DEMARCHE_QUESTION)
            return &got->list.items[i];
    ck_abort_msg("nobody answers");
}

static const struct {
    const char *why, *text;
    const char *said; // "speaker|statement" a line, "" for no transcript
} cases[] = {
    { "T1: labels begin lines; questions are kept out",
      "Q: Will you talk?\n\nLi Moumou: We will talk. They know it.\n\n"
      "Q: When?\n\nLi Moumou: The date is open.",
      "Li Moumou|We will talk. They know it.\n"
      "Li Moumou|The date is open.\n" },
    { "T1: a label with a title and an agency",
      "Evening Wire: What is your comment?\nForeign Ministry Spokesperson Li "
      "Moumou: China opposes this.",
      "Foreign Ministry Spokesperson Li Moumou|China opposes this.\n" },
    { "T1: a shouted label without space after it",
      "QUESTION: Is it so?\n\nMR. DOE:It is not so.",
      "MR. DOE|It is not so.\n" },
    { "T1: an apposition and a bracket are not the name",
      "Reporter 2: Why?\n\nAnn Roe, Envoy: Because of that.\n\nReporter 3: "
      "So?\n\nAnn Roe (by phone): I agree.",
      "Ann Roe|Because of that.\nAnn Roe|I agree.\n" },
    { "T1: a mark set around the whole turn",
      "\"HOST: Will you go?\n\n\"ROE: I will, I think.\n\n\"HOST: Soon?\n\n"
      "\"ROE: Not yet.\"",
      "ROE|I will, I think.\nROE|Not yet.\"\n" },
    { "T1: the time of a recording, and marks of emphasis",
      "[00:12] **Q1:** Why?\n\n00:12:30 **Li Moumou:** Because of that.",
      "Li Moumou|Because of that.\n" },
    { "T1: the label on a line of its own",
      "Q:\nWhy?\n\nMR DOE:\nBecause of that.", "MR DOE|Because of that.\n" },
    { "T2: letters with periods",
      "Q. Why?\nA. Because of that.\nQ. So?\nA. "
      "So we wait.",
      "A.|Because of that.\nA.|So we wait.\n" },
    { "T2: a letter without a colon",
      "MS. DOE: Good day.\n\nQ   Will you go?\n\nMS. DOE: Yes.\n\nQ   When?\n\n"
      "MS. DOE: In May.",
      "MS. DOE|Good day.\nMS. DOE|Yes.\nMS. DOE|In May.\n" },
    { "T3: line breaks were lost",
      "1:21 P.M. EST MR. DOE: We met. Q Was it good? MR. DOE: It was. "
      "(Laughter.) Q Really? MR. DOE: I said so.",
      "MR. DOE|We met.\nMR. DOE|It was.\nMR. DOE|I said so.\n" },
    { "T3: place and hour stand before the first label without a stop",
      "Lakeside Hall Lakeside, Ohio 5:35 P.M. WITA THE PRESIDENT: I thank "
      "you all. We came here in peace.",
      "THE PRESIDENT|I thank you all. We came here in peace.\n" },
    { "T3: a place alone, and a word for who speaks",
      "Via Teleconference MODERATOR: Good day. SENIOR ADMINISTRATION "
      "OFFICIAL: We met them today. Q Was it good? SENIOR ADMINISTRATION "
      "OFFICIAL: I liked it.",
      "SENIOR ADMINISTRATION OFFICIAL|We met them today.\n"
      "SENIOR ADMINISTRATION OFFICIAL|I liked it.\n" },
    { "T3: a city with its state, and a name that is not all capitals",
      "Lakeside Hall Washington, D.C. MR. McROE: We met. Q: Was it good? "
      "MR. McROE: It was. Q So? MR. McROE: I said so.",
      "MR. McROE|We met.\nMR. McROE|It was.\nMR. McROE|I said so.\n" },
    { "where labels are shouted, others are phrases",
      "MR. DOE: We met.\n\nQ   On the Trade Board: was it there?\n\nMR. DOE: "
      "It was.\n\nQ   So?\n\nMR. DOE: I have news for the north.\n\nTrade "
      "Board: We spoke with it.\n\nDee's question: I will answer it.",
      "MR. DOE|We met.\nMR. DOE|It was.\nMR. DOE|I have news for the north.\n"
      "MR. DOE|Trade Board: We spoke with it.\n"
      "MR. DOE|Dee's question: I will answer it.\n" },
    { "who is addressed does not speak",
      "PRESIDENT DOE: I thank you.\n\nMr. President: we are glad to be "
      "here.\n\nPRESIDENT FOX: I thank you, too.",
      "PRESIDENT DOE|I thank you.\n"
      "PRESIDENT DOE|Mr. President: we are glad to be here.\n"
      "PRESIDENT FOX|I thank you, too.\n" },
    { "a name with a colon goes on a wrapped sentence",
      "PRESIDENT FOX: I speak to all who came to this hall with the team of\n"
      "President Doe: I am very glad that you are all here on this\n"
      "day, and that we could meet.\n\nPRESIDENT DOE: I thank you for it.",
      "PRESIDENT FOX|I speak to all who came to this hall with the team of\n"
      "President Doe: I am very glad that you are all here on this\n"
      "day, and that we could meet.\nPRESIDENT DOE|I thank you for it.\n" },
    { "nobody asks in a collection of quotations",
      "Lakeside Network CEO Ann Roe: \"We like it. It helps us.\"\n\nSenator "
      "Bo Doe: \"I like it.\"\n\nMorning Daily: \"It works for us.\"",
      "Lakeside Network CEO Ann Roe|We like it. It helps us.\n"
      "Senator Bo Doe|I like it.\nMorning Daily|It works for us.\n" },
    { "T4: a quotation is introduced by its speaker",
      "Senator Ann Roe: \"We welcome it.\" [Post, 1/2]\n\nAnd from Senator Bo "
      "Doe: \"I like it.\" [Post, 1/3]",
      "Senator Ann Roe|We welcome it.\nSenator Bo Doe|I like it.\n" },
    { "T5: words for the press",
      "A reporter asked: Is it so?\n\nLi Moumou: It is.\n\nMember of the "
      "press: Why?\n\nLi Moumou: I told you.",
      "Li Moumou|It is.\nLi Moumou|I told you.\n" },
    { "T9: one who keeps asking is an interviewer",
      "Cy Poe: Who leads?\n\nDee Fox: We lead. I am sure.\n\nCy Poe: Do "
      "they?\n\nDee Fox: We do.\n\nAnn Roe: I would add one thing.",
      "Dee Fox|We lead. I am sure.\nDee Fox|We do.\n"
      "Ann Roe|I would add one thing.\n" },
    { "an answer may end with a question",
      "Q: Is it so?\n\nAnn Roe: I said it is. Do you see?",
      "Ann Roe|I said it is. Do you see?\n" },
    { "a phrase with a colon is no label",
      "Q: And now?\n\nAnn Roe: We have two plans.\n\nThe question is: will "
      "they agree to our terms?\n\nRegarding the talks: we wait for them.",
      "Ann Roe|We have two plans.\n"
      "Ann Roe|The question is: will they agree to our terms?\n"
      "Ann Roe|Regarding the talks: we wait for them.\n" },
    { "stage directions are nobody's words",
      "Q: And now?\n\nAnn Roe: (17:52) We have two plans. (Laughter.) [Pause] "
      "The first one is mine.",
      "Ann Roe|We have two plans.\nAnn Roe|The first one is mine.\n" },
    { "sentences that lean back stay together, others part",
      "Q: And?\n\nAnn Roe: We want peace between the two countries. That is "
      "known to everybody here. The other side moved its ships on Monday.",
      "Ann Roe|We want peace between the two countries. That is known to "
      "everybody here.\n"
      "Ann Roe|The other side moved its ships on Monday.\n" },
    { "a statement by one, hour and place above it",
      "Rose Garden\n\n5:35 P.M. EST\n\nPRESIDENT DOE: I thank you all for the "
      "welcome.\n\nWe came here in peace to speak about our trade.",
      "PRESIDENT DOE|I thank you all for the welcome.\n"
      "PRESIDENT DOE|We came here in peace to speak about our trade.\n" },
    { "T6: people of the press are known by the register",
      "Cy Host: You said it.\n\nAnn Roe: I did, and I will again.\n\nCy "
      "Host: That is news.\n\nAnn Roe: Is it?",
      "Ann Roe|I did, and I will again.\nAnn Roe|Is it?\n" },
    { "T10: authors are named after their words",
      "What they are saying:\n\n\u201CWe welcome this. It helps us.\u201D "
      "\u2014 Ann Roe, Envoy\n\n\u201CI like it.\u201D\n\u2014 Senator Bo Doe",
      "Ann Roe|We welcome this. It helps us.\n"
      "Senator Bo Doe|I like it.\n" },
    { "T11: a heading names who speaks to the end",
      "Remarks by Ambassador Li Moumou at the Spring Forum\n\nIt is an honour "
      "for me to stand here today, and I wish to thank our hosts for their "
      "kind words and for all the work that they have done.\n\nOur two "
      "countries have met before.",
      "Ambassador Li Moumou|It is an honour for me to stand here today, and I "
      "wish to thank our hosts for their kind words and for all the work that "
      "they have done.\nAmbassador Li Moumou|Our two countries have met "
      "before.\n" },
    { "a speech under a label with a country",
      "Mrs. Poe (New Zealand): My delegation thanks the Secretary-General for "
      "his report, and we wish to state for the record how we see the "
      "matter that is now before this Council.\n\nWe voted in favour.",
      "Mrs. Poe|My delegation thanks the Secretary-General for his report, and "
      "we wish to state for the record how we see the matter that is now "
      "before this Council.\nMrs. Poe|We voted in favour.\n" },
    { "beside titles and questions, a name may be nobody's so far",
      "President Doe: We met them today.\n\nCy Poe: I was there.\n\nDee Nix: "
      "I was not.\n\nBo Lum: Who was? We all saw that the hall was empty on "
      "that day.\n\nThe Press: Why?\n\nPresident Doe: I do not know.",
      "President Doe|We met them today.\nCy Poe|I was there.\n"
      "Dee Nix|I was not.\nBo Lum|Who was? We all saw that the hall was empty "
      "on that day.\nPresident Doe|I do not know.\n" },
    { "a lone name that interrupts is one, question or not",
      "Li Moumou: We wish for talks on it.\n\nKyoto: I want to hear of the "
      "ships.\n\nLi Moumou: They left on Monday.\n\nQ: When?\n\nLi Moumou: "
      "At noon.\n\nBackground: it was said that they would stay.",
      "Li Moumou|We wish for talks on it.\n"
      "Kyoto|I want to hear of the ships.\n"
      "Li Moumou|They left on Monday.\nLi Moumou|At noon.\n"
      "Li Moumou|Background: it was said that they would stay.\n" },
    { "T13: hearings set a full stop behind the name",
      "The Chairman. The meeting will come to order. I thank you all.\n\nMr. "
      "ROE of Ohio. Thank you, Mr. Chairman.\n\nMr. Chairman. Let me begin "
      "with the ships.\n\nSecretary Van Fox. We saw them.\n\nMs. Poe-Doe. Did "
      "we?\n\nSecretary Van Fox. We did.",
      "The Chairman|The meeting will come to order. I thank you all.\n"
      "Mr. ROE of Ohio|Thank you, Mr. Chairman.\n"
      "Mr. ROE of Ohio|Mr. Chairman. Let me begin with the ships.\n"
      "Secretary Van Fox|We saw them.\nMs. Poe-Doe|Did we?\n"
      "Secretary Van Fox|We did.\n" },
    { "two short sentences are no hearing",
      "Who left on Monday? The envoys did.\n\nMr. Roe. I saw him go.\n\nMrs. "
      "Poe. We all saw her go.",
      "" },
    { "one turn of a council's record is a page",
      "Mr. Poe (Latvia) (spoke in French): My delegation thanks you for this "
      "meeting on the matter, which is now in its third year, and on the ships "
      "in the strait.",
      "Mr. Poe|My delegation thanks you for this meeting on the matter, which "
      "is now in its third year, and on the ships in the strait.\n" },
    { "news of remarks is no speech",
      "Remarks by Ambassador Li Moumou anger lawmakers\n\nLawmakers rejected "
      "on Monday what the ambassador had said at a forum about the trade "
      "between the two countries and their plans.\n\n\"We are angry,\" Bo Doe "
      "said.\n\nThe embassy did not reply.",
      "" },
    { "a section heading before a name is no label",
      "ECONOMY FAVORS DOE - Cy Poe: We see it in the numbers.\n\nVOTERS CARE "
      "- Cy Poe: We found that.\n\nSTAFF AT WORK - Cy Poe: Do you?",
      "" },
    { "an article with a stray colon is none",
      "BEIJING: The minister left on Monday.\n\nHe said that talks would go "
      "on.\n\nNote: This story was updated.",
      "" },
    { "a headline by name is none",
      "Ann Roe: Talks must go on\n\nThe envoy left on Monday. She said that "
      "talks would go on.\n\nThey had met before.",
      "" },
    { "a list of promises is none",
      "PROMISE MADE: \"We will cut it.\"\n\nPROMISE KEPT: \"We cut it.\"\n\n"
      "PROMISE MADE: \"Will you see it?\"\n\nPROMISE KEPT: We all saw it.",
      "" },
    { "a list of figures is none",
      "Delegates so far.\n\nAnn Roe: 1,769.\n\nBo Doe: 1,501.\n\nAnn Roe: "
      "547.\n\nBo Doe: 46.",
      "" },
    { "headings over a columnist's text are none",
      "Three ideas worth a look.\n\nAnn Roe: Loans\n\nThe idea is old. It may "
      "work.\n\nIt has been tried.\n\nBo Doe: Schools\n\nThis idea is new. It "
      "costs much.\n\nNobody tried it.",
      "" },
    { "an attribution turned round is none",
      "Stated Roe: \"I think so.\"\n\nContinued Roe: \"We will see.\"\n\nThe "
      "talks were held on Monday, the ministry said.",
      "" },
    { "nothing in, nothing out", "", "" },
    { "a label and nothing after it", "Ann Roe:", "" },
};

START_TEST(turns_are_found_and_cut)
{
    found got;
    dm_buf said;
    find(&got, cases[_i].text, strlen(cases[_i].text));
    dm_buf_init(&said);
    for (size_t i = 0; i < got.list.count; i++) {
        const dm_statement *s = &got.list.items[i];
        const char *bytes = got.page.text.bytes;
        if (s->kind == DEMARCHE_QUESTION)
            continue;
        dm_buf_addf(&said, "%.*s|%.*s\n",
                    (int)(s->speaker.end - s->speaker.begin),
                    bytes + s->speaker.begin,
                    (int)(s->spans[0].end - s->spans[0].begin),
                    bytes + s->spans[0].begin);
        ck_assert_int_eq(s->kind, DEMARCHE_TRANSCRIPT);
    }
    ck_assert_msg(strcmp(said.data, cases[_i].said) == 0, "%s:\n%s",
                  cases[_i].why, said.data);
    ck_assert_msg(got.transcript == (cases[_i].said[0] != '\0'), "%s",
                  cases[_i].why);
    dm_buf_clear(&said);
}
END_TEST

static const struct {
    const char *why, *text;
    const char *links; // a letter each statement: q, or the place it answers
} linked[] = {
    { "an answer knows its question, an opening statement none",
      "MR. DOE: Good day.\n\nQ: Why?\n\nMR. DOE: Because.\n\nQ: So?\n\n"
      "MR. DOE: So we wait.",
      "0q2q4" },
    { "each statement of an answer, and whoever adds to it",
      "Q: Why?\n\nAnn Roe: We want peace between the two countries.\n\nThe "
      "ships moved on Monday.\n\nAnn Roe: Not by chance.\n\nMR. DOE: I agree.",
      "q1111" },
    { "of several questions in a row the last one is answered",
      "Q: Why?\n\nQ: And when?\n\nMR. DOE: In May.", "qq2" },
    { "but not the thanks that follow it",
      "Q: And when?\n\nQ: Thank you.\n\nMR. DOE: In May.", "qq1" },
    { "who has not asked may be answered",
      "Q: So.\n\nQ: Tell us about it.\n\nMR. DOE: I will.\n\nQ: Why?", "qq2q" },
    { "what was asked cannot be heard",
      "Q: Why?\n\nMR. DOE: So.\n\nQ: (Inaudible.)\n\nMR. DOE: No.", "q10" },
    { "a question is one, however long",
      "Q: The ships moved on Monday. We all saw it.\n\nThe envoy left. "
      "(Laughter.) Why?\n\nMR. DOE: So.",
      "q1" },
};

START_TEST(answers_know_their_questions)
{
    found got;
    char links[32] = "";
    find(&got, linked[_i].text, strlen(linked[_i].text));
    for (size_t i = 0; i < got.list.count && i + 1 < sizeof links; i++) {
        const dm_statement *s = &got.list.items[i];
        ck_assert(s->kind == DEMARCHE_QUESTION ? s->answers == 0
                                               : s->answers <= i);
        links[i] =
            s->kind == DEMARCHE_QUESTION ? 'q' : (char)('0' + s->answers);
    }
    ck_assert_msg(strcmp(links, linked[_i].links) == 0, "%s: %s",
                  linked[_i].why, links);
}
END_TEST

static const struct {
    const char *why, *label;
    const char *actor; // or NULL
} asking[] = {
    { "a medium of the register", "Evening Wire", "Evening Wire" },
    { "one of its people", "Cy Host", "Cy Host" },
    { "the medium that the label names", "Evening Wire reporter",
      "Evening Wire" },
    { "one word that is everybody's", "Q", NULL },
    { "what is no medium asks for nobody", "Reporter from the Trade Board",
      NULL },
};

START_TEST(who_asks_is_known_by_the_register_or_not_at_all)
{
    found got;
    char text[200];
    snprintf(text, sizeof text, "%s: Is it (Laughter.) so?\n\nAnn Roe: It is.",
             asking[_i].label);
    find(&got, text, strlen(text));
    ck_assert_uint_eq(got.list.count, 2);
    const dm_statement *s = &got.list.items[0];
    ck_assert_int_eq(s->kind, DEMARCHE_QUESTION);
    ck_assert_uint_eq(s->speaker.end - s->speaker.begin,
                      strlen(asking[_i].label));
    ck_assert_msg(is_same(s->actor_name, asking[_i].actor), "%s: %s",
                  asking[_i].why, s->actor_name);
}
END_TEST

static const struct {
    const char *text;
    const char *form, *why; // rules of the first statement
} ruled[] = {
    { "Q: Why?\n\nAmbassador Fox: We wait.", "T1", "T7" },
    { "Q: Why?\n\nAnn Roe: We wait.", "T1", "T8" },
    { "Q: Why?\n\nDee Fox: We wait.", "T1", "T9" },
    { "MR. DOE: So. Q Why? MR. DOE: We wait. Q No? MR. DOE: No.", "T1", "T7" },
    { "Here: MR. DOE: So. Q Why? MR. DOE: We wait. Q No? MR. DOE: No. MR. "
      "DOE: I wait.",
      "T3", "T7" },
};

START_TEST(a_statement_names_the_rules_that_made_it)
{
    found got;
    find(&got, ruled[_i].text, strlen(ruled[_i].text));
    const dm_statement *s = first_answer(&got);
    ck_assert_uint_eq(s->rule_count, 2);
    ck_assert_str_eq(s->rules[0], ruled[_i].form);
    ck_assert_str_eq(s->rules[1], ruled[_i].why);
}
END_TEST

static const struct {
    const char *why, *title, *text;
    const char *name; // actor_name of the first statement, or NULL
    const char *side; // its side_hint, or NULL
} headed[] = {
    { "T12: the title says which president", "President Roe met President Fox",
      "Q: Why?\n\nTHE PRESIDENT: I spoke with President Fox.", "Cy Roe", "us" },
    { "the person stands second in the title",
      "In Geneva, Ambassador Doe met President Fox",
      "Q: Why?\n\nThe President: I spoke with President Roe.", "Bo Fox",
      "china" },
    { "the lines above the first label tell", NULL,
      "Remarks by President Fox\n\nQ: Why?\n\nTHE PRESIDENT: I wait.", "Bo Fox",
      "china" },
    { "nothing tells: the label's words, and no guess", NULL,
      "Q: Why?\n\nTHE PRESIDENT: I spoke with President Fox.", "THE PRESIDENT",
      NULL },
    { "a letter means the person of the title", "Bo Fox answered questions",
      "Q: Why?\n\nA: I wait.", "Bo Fox", "china" },
    { "a letter, and a person who is only talked with",
      "Trade Board spokesperson on talks with Bo Fox", "Q: Why?\n\nA: I wait.",
      "Trade Board", "china" },
    { "a letter, and an institution that is only talked about",
      "Answers on the Trade Board", "Q: Why?\n\nA: I wait.", "A", NULL },
    { "a label with a name is left to the resolver", "President Roe spoke",
      "Q: Why?\n\nAmbassador Fox: I wait.", NULL, NULL },
};

START_TEST(the_heading_tells_whom_a_label_without_a_name_means)
{
    found got;
    const char *text = headed[_i].text;
    find_titled(&got, headed[_i].title, text, strlen(text));
    const dm_statement *s = first_answer(&got);
    ck_assert_msg(is_same(s->actor_name, headed[_i].name), "%s: %s",
                  headed[_i].why, s->actor_name);
    ck_assert_msg(is_same(s->side_hint, headed[_i].side), "%s", headed[_i].why);
    ck_assert_str_eq(s->rules[s->rule_count - 1],
                     headed[_i].side != NULL ? "T12" : s->rules[1]);
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
        "Q: ",        "\nQ ",      "\n\nAnn Roe: ",
        "\nMR. DOE:", "MR. DOE: ", "I ",
        "we go.",     "why? ",     "\n",
        "\n\n",       ": ",        "(",
        ")",          "\xE2",      "\"",
        "Press: ",    "And from ", "- ",
        "A: ",        "asked:",    "\nThe Press: ",
        " Doe, ",     "\nYes: ",   "1"
    };
    size_t len = 0;
    for (size_t i = next_random(state) % 120; i > 0; i--) {
        const char *piece = pieces[next_random(state) % COUNT_OF(pieces)];
        if (len + strlen(piece) > room)
            break;
        memcpy(out + len, piece, strlen(piece));
        len += strlen(piece);
    }
    return len;
}

/* Statements come in order and do not overlap; each has a speaker outside. */
START_TEST(statements_stand_in_order)
{
    uint32_t state = (uint32_t)_i, at = 0;
    char text[2048];
    found got;
    find(&got, text, random_text(text, sizeof text, &state));
    for (size_t i = 0; i < got.list.count; i++) {
        const dm_statement *s = &got.list.items[i];
        ck_assert_uint_ge(s->span_count, 1);
        ck_assert_uint_ge(s->spans[0].begin, at);
        ck_assert_uint_lt(s->spans[0].begin, s->spans[0].end);
        ck_assert_uint_lt(s->speaker.begin, s->speaker.end);
        ck_assert(s->speaker.end <= s->spans[0].begin ||
                  s->speaker.begin >= s->spans[0].end);
        at = s->spans[s->span_count - 1].end;
    }
    ck_assert_uint_le(at, got.page.text.len);
    ck_assert(got.transcript || got.list.count == 0);
}
END_TEST

static void add(TCase *tc)
{
    dm_arena_init(&arena);
    if (dm_register_parse(&reg, "actors", actors, strlen(actors), NULL) !=
        DEMARCHE_OK)
        exit(EXIT_FAILURE);
    tcase_add_loop_test(tc, turns_are_found_and_cut, 0, COUNT_OF(cases));
    tcase_add_loop_test(tc, answers_know_their_questions, 0, COUNT_OF(linked));
    tcase_add_loop_test(tc, who_asks_is_known_by_the_register_or_not_at_all, 0,
                        COUNT_OF(asking));
    tcase_add_loop_test(tc, a_statement_names_the_rules_that_made_it, 0,
                        COUNT_OF(ruled));
    tcase_add_loop_test(tc, the_heading_tells_whom_a_label_without_a_name_means,
                        0, COUNT_OF(headed));
    tcase_add_loop_test(tc, statements_stand_in_order, 0, 300);
}

int main(void)
{
    int result = run_suite("transcript", add);
    dm_register_free(reg);
    dm_arena_clear(&arena);
    return result;
}
