/* cue.c - the table of verbs, and how a form leads back to its verb.
 *
 * Forms are not listed: a word is stripped of "-s", "-ed" or "-ing", in each
 * way that English adds them, until a verb of the table is left. The few
 * irregular forms stand in a table of their own. Which frames a verb has was
 * decided by counting what the extractor found against annotated news; see
 * docs/ARCHITECTURE.md.
 */
#include "cue.h"

enum {
    CLAUSE = DM_FRAME_CLAUSE,
    THAT = DM_FRAME_THAT,
    QUOTE = DM_FRAME_QUOTE,
    FINAL = DM_FRAME_FINAL,
    TELL = DM_FRAME_TELL,
    OBJECT = DM_FRAME_OBJECT,
    TO = DM_FRAME_TO,
    BOUND = DM_FRAME_BOUND,
    LAST = DM_FRAME_LAST,
    NOUN = DM_FRAME_NOUN,
};

/* Sorted by bytes, which a test holds it to. */
static const dm_cue cues[] = {
    // clang-format off
    { DM_SPAN("accuse"), OBJECT, NULL },
    { DM_SPAN("acknowledge"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("add"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("admit"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("advocate"), OBJECT, NULL },
    { DM_SPAN("allege"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("announce"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("apologise"), BOUND, "for" },
    { DM_SPAN("apologize"), BOUND, "for" },
    { DM_SPAN("appeal"), BOUND | NOUN, "for to" },
    { DM_SPAN("applaud"), OBJECT, NULL },
    { DM_SPAN("argue"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("ask"), QUOTE | OBJECT | TELL, NULL },
    { DM_SPAN("assert"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("assure"), TELL | CLAUSE | QUOTE, NULL },
    { DM_SPAN("attack"), OBJECT | NOUN, NULL },
    { DM_SPAN("bemoan"), OBJECT, NULL },
    { DM_SPAN("blame"), OBJECT | NOUN, NULL },
    { DM_SPAN("blast"), OBJECT | NOUN, NULL },
    { DM_SPAN("boast"), CLAUSE | QUOTE | NOUN, "about of" },
    { DM_SPAN("brag"), CLAUSE | QUOTE, "about of" },
    { DM_SPAN("call"), OBJECT | NOUN, "for on upon" },
    { DM_SPAN("caution"), TELL | CLAUSE | QUOTE | FINAL | OBJECT, "against of about" },
    { DM_SPAN("chant"), QUOTE | FINAL | NOUN, NULL },
    { DM_SPAN("characterize"), OBJECT, NULL },
    { DM_SPAN("cite"), OBJECT, NULL },
    { DM_SPAN("claim"), CLAUSE | QUOTE | FINAL | NOUN, NULL },
    { DM_SPAN("clarify"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("commend"), OBJECT, NULL },
    { DM_SPAN("complain"), CLAUSE | QUOTE, "about of" },
    { DM_SPAN("concede"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("conclude"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("condemn"), OBJECT, NULL },
    { DM_SPAN("confirm"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("congratulate"), OBJECT, NULL },
    { DM_SPAN("contend"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("continue"), QUOTE | LAST, NULL },
    { DM_SPAN("counter"), CLAUSE | QUOTE | NOUN, NULL },
    { DM_SPAN("criticise"), OBJECT, NULL },
    { DM_SPAN("criticize"), OBJECT, NULL },
    { DM_SPAN("declare"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("decline"), TO | NOUN, NULL },
    { DM_SPAN("decry"), OBJECT, NULL }, { DM_SPAN("defend"), OBJECT, NULL },
    { DM_SPAN("demand"), OBJECT | QUOTE | THAT | TO | NOUN, NULL },
    { DM_SPAN("denounce"), OBJECT, NULL },
    { DM_SPAN("deny"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("deplore"), OBJECT, NULL }, { DM_SPAN("describe"), OBJECT, NULL },
    { DM_SPAN("disclose"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("dismiss"), OBJECT, NULL },
    { DM_SPAN("elaborate"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("emphasise"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("emphasize"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("encourage"), OBJECT, NULL },
    { DM_SPAN("estimate"), CLAUSE | QUOTE | FINAL | NOUN, NULL },
    { DM_SPAN("exclaim"), QUOTE | FINAL, NULL },
    { DM_SPAN("explain"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("express"), OBJECT, NULL }, { DM_SPAN("hail"), OBJECT, NULL },
    { DM_SPAN("highlight"), CLAUSE | OBJECT | QUOTE | FINAL | NOUN, NULL },
    { DM_SPAN("hint"), CLAUSE | QUOTE | NOUN, NULL },
    { DM_SPAN("imply"), CLAUSE | QUOTE, NULL },
    { DM_SPAN("indicate"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("inform"), TELL | CLAUSE | QUOTE, NULL },
    { DM_SPAN("insist"), CLAUSE | QUOTE | FINAL, "on" },
    { DM_SPAN("joke"), CLAUSE | QUOTE | NOUN, "about" },
    { DM_SPAN("label"), OBJECT, NULL },
    { DM_SPAN("lament"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("maintain"), CLAUSE | QUOTE | FINAL | NOUN, NULL },
    { DM_SPAN("make"), CLAUSE | BOUND, "clear" },
    { DM_SPAN("mock"), OBJECT, NULL }, { DM_SPAN("muse"), QUOTE | FINAL, NULL },
    { DM_SPAN("note"), CLAUSE | QUOTE | FINAL | NOUN, NULL },
    { DM_SPAN("object"), BOUND | NOUN, "to" },
    { DM_SPAN("observe"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("offer"), TO | NOUN, NULL },
    { DM_SPAN("opine"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("oppose"), OBJECT, NULL },
    { DM_SPAN("plead"), BOUND, "for with" },
    { DM_SPAN("pledge"), TO | CLAUSE | QUOTE | FINAL | OBJECT | NOUN, NULL },
    { DM_SPAN("point"), CLAUSE | QUOTE | FINAL | BOUND | NOUN, "out to" },
    { DM_SPAN("praise"), OBJECT | NOUN, NULL },
    { DM_SPAN("predict"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("proclaim"), CLAUSE | QUOTE | OBJECT | FINAL, NULL },
    { DM_SPAN("promise"), TO | CLAUSE | QUOTE | FINAL | OBJECT | NOUN, NULL },
    { DM_SPAN("propose"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("put"), BOUND | QUOTE, "it" },
    { DM_SPAN("question"), OBJECT | NOUN, NULL },
    { DM_SPAN("quip"), QUOTE | FINAL, NULL },
    { DM_SPAN("quote"), 0 | NOUN, NULL },
    { DM_SPAN("read"), QUOTE | NOUN, NULL },
    { DM_SPAN("reaffirm"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("reassure"), TELL | CLAUSE | QUOTE, NULL },
    { DM_SPAN("rebuff"), OBJECT, NULL }, { DM_SPAN("rebuke"), OBJECT, NULL },
    { DM_SPAN("recall"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("reckon"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("refuse"), TO | NOUN, NULL },
    { DM_SPAN("refute"), OBJECT, NULL },
    { DM_SPAN("reiterate"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("reject"), OBJECT, NULL },
    { DM_SPAN("remark"), CLAUSE | QUOTE | FINAL | NOUN, NULL },
    { DM_SPAN("remind"), TELL | CLAUSE | QUOTE, NULL },
    { DM_SPAN("reply"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("report"), CLAUSE | QUOTE | FINAL | NOUN, NULL },
    { DM_SPAN("respond"), CLAUSE | QUOTE | FINAL | NOUN, NULL },
    { DM_SPAN("retort"), QUOTE | FINAL, NULL },
    { DM_SPAN("reveal"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("ridicule"), OBJECT, NULL },
    { DM_SPAN("rule"), THAT | NOUN, NULL },
    { DM_SPAN("say"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("shout"), QUOTE | FINAL | NOUN, NULL },
    { DM_SPAN("signal"), THAT | NOUN, NULL },
    { DM_SPAN("slam"), OBJECT | NOUN, NULL },
    { DM_SPAN("speak"), BOUND, "of about against" },
    { DM_SPAN("state"), CLAUSE | QUOTE | FINAL | NOUN, NULL },
    { DM_SPAN("stress"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("suggest"), CLAUSE | QUOTE | FINAL | OBJECT, NULL },
    { DM_SPAN("swear"), TO, NULL },
    { DM_SPAN("tell"), TELL | CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("testify"), CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("thank"), OBJECT, NULL },
    { DM_SPAN("threaten"), TO | CLAUSE | QUOTE | FINAL, NULL },
    { DM_SPAN("tout"), OBJECT, NULL },
    { DM_SPAN("tweet"), CLAUSE | QUOTE | NOUN, NULL },
    { DM_SPAN("underline"), CLAUSE | OBJECT | QUOTE | FINAL, NULL },
    { DM_SPAN("underscore"), CLAUSE | OBJECT | QUOTE | FINAL, NULL },
    { DM_SPAN("urge"), OBJECT | QUOTE | THAT, NULL },
    { DM_SPAN("voice"), OBJECT, NULL },
    { DM_SPAN("vow"), TO | CLAUSE | QUOTE | FINAL | NOUN, NULL },
    { DM_SPAN("warn"), TELL | CLAUSE | QUOTE | FINAL | OBJECT, "against of about" },
    { DM_SPAN("welcome"), OBJECT, NULL },
    { DM_SPAN("write"), CLAUSE | QUOTE | FINAL, "about of" },
    { DM_SPAN("yell"), QUOTE | FINAL | NOUN, NULL },
    // clang-format on
};

static const struct {
    dm_span form, lemma;
    dm_cue_form is;
} irregular[] = {
    { DM_SPAN("made"), DM_SPAN("make"), DM_FORM_PAST },
    { DM_SPAN("put"), DM_SPAN("put"), DM_FORM_PAST },
    { DM_SPAN("read"), DM_SPAN("read"), DM_FORM_PAST },
    { DM_SPAN("said"), DM_SPAN("say"), DM_FORM_PAST },
    { DM_SPAN("spoke"), DM_SPAN("speak"), DM_FORM_PAST },
    { DM_SPAN("spoken"), DM_SPAN("speak"), DM_FORM_PAST },
    { DM_SPAN("swore"), DM_SPAN("swear"), DM_FORM_PAST },
    { DM_SPAN("told"), DM_SPAN("tell"), DM_FORM_PAST },
    { DM_SPAN("written"), DM_SPAN("write"), DM_FORM_PAST },
    { DM_SPAN("wrote"), DM_SPAN("write"), DM_FORM_PAST },
};

/* How a suffix was added: what is cut, and what stands in its place. */
static const struct {
    const char *suffix, *instead;
    dm_cue_form is;
    bool doubled; // the consonant before it is doubled ("rebutted")
} endings[] = {
    { "s", "", DM_FORM_S, false },      { "es", "", DM_FORM_S, false },
    { "ies", "y", DM_FORM_S, false },   { "ed", "", DM_FORM_PAST, false },
    { "ed", "e", DM_FORM_PAST, false }, { "ied", "y", DM_FORM_PAST, false },
    { "ed", "", DM_FORM_PAST, true },   { "ing", "", DM_FORM_ING, false },
    { "ing", "e", DM_FORM_ING, false }, { "ing", "", DM_FORM_ING, true },
};

enum { LONGEST = 16 }; // bytes; longer words are no forms of ours

static const dm_cue *find_lemma(dm_span lemma)
{
    size_t low = 0, high = sizeof cues / sizeof *cues;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = lemma.data[0] - cues[middle].lemma.data[0];
        if (order == 0)
            order = dm_span_compare(lemma, cues[middle].lemma);
        if (order == 0)
            return &cues[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* The verb left when ending `e` is taken off `word`, or NULL. */
static const dm_cue *undo(dm_span word, size_t e)
{
    char stem[LONGEST + 2];
    size_t len = word.len - strlen(endings[e].suffix);
    if (endings[e].doubled) {
        if (len < 3 || word.data[len - 1] != word.data[len - 2])
            return NULL;
        len--;
    }
    size_t more = strlen(endings[e].instead);
    for (size_t i = 0; i < len + more; i++)
        stem[i] = i < len ? word.data[i] : endings[e].instead[i - len];
    return find_lemma((dm_span){ stem, len + more });
}

static const dm_cue *find_irregular(dm_span folded, dm_cue_form *form)
{
    for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++)
        if (folded.data[0] == irregular[i].form.data[0] &&
            dm_span_equal(folded, irregular[i].form)) {
            *form = irregular[i].is;
            return find_lemma(irregular[i].lemma);
        }
    return NULL;
}

const dm_cue *dm_cue_find(dm_span folded, dm_cue_form *form)
{
    *form = DM_FORM_BASE;
    if (folded.len < 3 || folded.len > LONGEST ||
        (unsigned char)folded.data[0] > 0x7F)
        return NULL;
    const dm_cue *cue = find_irregular(folded, form);
    if (cue == NULL)
        cue = find_lemma(folded);
    for (size_t e = 0; cue == NULL && e < sizeof endings / sizeof *endings;
         e++) {
        size_t len = strlen(endings[e].suffix);
        if (folded.len < len + 2 || !dm_span_ends(folded, endings[e].suffix))
            continue;
        *form = endings[e].is;
        cue = undo(folded, e);
    }
    return cue;
}

size_t dm_cue_count(void)
{
    return sizeof cues / sizeof *cues;
}

const dm_cue *dm_cue_at(size_t i)
{
    return &cues[i];
}

dm_span dm_cue_word(size_t i)
{
    size_t verbs = dm_cue_count();
    if (i < verbs)
        return cues[i].lemma;
    size_t count = sizeof irregular / sizeof *irregular;
    return i - verbs < count ? irregular[i - verbs].form : (dm_span){ 0 };
}

bool dm_cue_has_particle(const dm_cue *cue, dm_span word)
{
    for (const char *at = cue->particles; at != NULL && *at != '\0';) {
        size_t len = strcspn(at, " ");
        if (dm_span_equal(word, (dm_span){ at, len }))
            return true;
        at += len + (at[len] == ' ');
    }
    return false;
}
