/* site.c - see site.h. */
#include "site.h"

#include "phrase.h"

enum {
    GROUP_MAX = 8, // tokens before the verb
    LEAD_MAX = 5,  // tokens from "declined" to "say"
};

/* Words that speak without a noun: "another says", "many say". */
static bool stands_alone(const dm_scan *scan, uint32_t at, const dm_cue *cue)
{
    static const char *const words[] = { "all",  "another", "both", "each",
                                         "few",  "many",    "most", "several",
                                         "some", "neither" };
    bool noun = (cue->frames & DM_FRAME_NOUN) != 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dm_scan_is(scan, at, words[i]))
            return (!noun || i == 0) &&
                   !(at > 0 && dm_scan_is(scan, at - 1, "the"));
    return false;
}

/* "the report", "his remarks": a determiner makes it a noun. */
static bool is_noun(const dm_scan *scan, uint32_t at, const dm_cue *cue,
                    dm_cue_form form)
{
    if (at == 0)
        return false;
    uint32_t t = at - 1;
    if (dm_scan_is(scan, at, "thanks") &&
        (dm_scan_is(scan, at + 1, "to") || dm_scan_is(scan, at + 1, "in")))
        return true;
    if (form == DM_FORM_PAST)
        return (dm_scan_is(scan, t, "-") &&
                dm_scan_flag(scan, at, DM_TOKEN_GLUED)) ||
               dm_scan_is(scan, t, "the") || dm_scan_is(scan, t, "a") ||
               dm_scan_is(scan, t, "an") ||
               (dm_scan_kind(scan, t, DM_TOKEN_SUFFIX) &&
                !dm_scan_has(scan, at - 2, DM_WORD_PRON)) ||
               (dm_scan_has(scan, t, DM_WORD_POSS) &&
                !dm_scan_has(scan, t, DM_WORD_OBJ));
    if (dm_scan_kind(scan, t, DM_TOKEN_SUFFIX) || dm_scan_is(scan, t, "of") ||
        dm_scan_is(scan, t, "united"))
        return true;
    if (dm_scan_has(scan, t, DM_WORD_DET) &&
        !dm_scan_has(scan, t, DM_WORD_PRON))
        return form != DM_FORM_ING && !stands_alone(scan, t, cue);
    return false;
}

typedef struct helpers {
    bool negated, modal, infinitive, be, have;
} helpers;

/* The "'s" of "he's said". */
static bool is_short_form(const dm_scan *scan, uint32_t floor, uint32_t at)
{
    return at > floor && dm_scan_kind(scan, at, DM_TOKEN_SUFFIX) &&
           dm_scan_has(scan, at - 1, DM_WORD_PRON);
}

static uint32_t read_helpers(helpers *h, const dm_scan *scan, uint32_t floor,
                             uint32_t at)
{
    uint32_t begin = at;
    while (begin > floor && at - begin < GROUP_MAX) {
        uint32_t t = begin - 1;
        bool to = dm_scan_is(scan, t, "to");
        if (is_short_form(scan, floor, t)) { // "he's said", "he's not saying"
            h->be |= scan->words[at].form == DM_FORM_ING;
            begin = t;
            break;
        }
        if (scan->words[t].quote != 0 ||
            !(to || dm_scan_is(scan, t, "since") ||
              dm_scan_has(scan, t,
                          DM_WORD_AUX | DM_WORD_NEG | DM_WORD_ADVERB)) ||
            dm_scan_is_name(scan, t))
            break;
        if (dm_scan_has(scan, t, DM_WORD_TIME) &&
            dm_scan_has(scan, t - 1, DM_WORD_PLACE | DM_WORD_TIME))
            break;
        h->negated |= dm_scan_has(scan, t, DM_WORD_NEG);
        h->modal |= dm_scan_has(scan, t, DM_WORD_MODAL);
        h->be |= dm_scan_has(scan, t, DM_WORD_BE);
        h->have |= dm_scan_has(scan, t, DM_WORD_HAVE);
        h->infinitive |= to;
        begin = t;
        if (to)
            break;
    }
    return begin;
}

/* Verbs that may stand before "to say" and leave it said, or unsaid. */
static const struct {
    const char *word;
    bool denied;
} leads[] = {
    { "continued", false }, { "continues", false }, { "declined", true },
    { "declines", true },   { "failed", true },     { "neglected", true },
    { "proceeded", false }, { "refused", true },    { "refuses", true },
    { "refusing", true },   { "unwilling", true },  { "declining", true },
};

/* Where the words before "to" at `to` begin that lead to speech ("went on to
 * say", "refused to say"); or `to`. */
static uint32_t read_lead(bool *denied, const dm_scan *scan, uint32_t floor,
                          uint32_t to)
{
    if (to < floor + 1)
        return to;
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (dm_scan_is(scan, to - 1, leads[i].word)) {
            *denied = leads[i].denied;
            return to - 1;
        }
    bool on =
        to >= floor + 2 && dm_scan_is(scan, to - 1, "on") &&
        (dm_scan_is(scan, to - 2, "went") || dm_scan_is(scan, to - 2, "goes") ||
         dm_scan_is(scan, to - 2, "going"));
    return on ? to - 2 : to;
}

/* Past "again", "Tuesday", "on Tuesday": "called on Tuesday for calm". */
static uint32_t skip_circumstance(const dm_scan *scan, uint32_t at)
{
    bool day =
        dm_scan_is(scan, at, "on") && dm_scan_has(scan, at + 1, DM_WORD_TIME);
    if (day || dm_scan_has(scan, at, DM_WORD_ADVERB | DM_WORD_TIME))
        at += day ? 2 : 1;
    return at;
}

static void read_particle(dm_site *site, const dm_scan *scan)
{
    uint32_t at = site->verb + 1;
    if (dm_scan_is(scan, at, "it") && dm_span_is(site->cue->lemma, "make"))
        at++;
    at = skip_circumstance(scan, at);
    const dm_token *token = dm_scan_token(scan, at);
    if (token != NULL && site->cue->particles != NULL &&
        dm_cue_has_particle(site->cue, token->folded)) {
        site->particle = true;
        site->words.end = at + 1;
    }
}

dm_site dm_site_read(const dm_scan *scan, uint32_t floor, uint32_t at)
{
    const dm_word *word = &scan->words[at];
    return dm_site_read_as(scan, floor, at, word->cue, (dm_cue_form)word->form);
}

dm_site dm_site_read_as(const dm_scan *scan, uint32_t floor, uint32_t at,
                        const dm_cue *cue, dm_cue_form form)
{
    helpers h = { 0 };
    uint32_t begin = read_helpers(&h, scan, floor, at);
    dm_site site = { .cue = cue,
                     .frames = cue->frames,
                     .verb = at,
                     .group = { begin, at + 1 },
                     .words = { at, at + 1 },
                     .edge = begin,
                     .form = form };
    read_particle(&site, scan);
    bool denied = false;
    uint32_t lead =
        h.infinitive ? read_lead(&denied, scan, floor, begin) : begin;
    bool led = lead < begin;
    if (led) {
        bool passive = h.be;
        h.negated = false;
        site.group.begin = read_helpers(&h, scan, floor, lead);
        h.be = passive;
        site.form = DM_FORM_PAST;
    }
    site.helped = h.modal || h.negated;
    site.denied = h.negated || h.modal || denied;
    site.unspoken = (h.infinitive && !led) ||
                    (h.be && site.form != DM_FORM_ING) ||
                    is_noun(scan, at, cue, site.form) ||
                    ((site.cue->frames & DM_FRAME_BOUND) && !site.particle);
    site.finite = site.form != DM_FORM_ING || h.be;
    if (dm_span_is(site.cue->lemma, "quote")) {
        site.quoted_as = h.be && dm_scan_is(scan, at + 1, "as") &&
                         dm_scan_is(scan, at + 2, "saying");
        site.unspoken = !site.quoted_as;
        if (site.quoted_as) {
            site.words.end = at + 3;
            site.frames = DM_FRAME_CLAUSE | DM_FRAME_QUOTE | DM_FRAME_FINAL;
        }
    }
    site.passive = h.be && form == DM_FORM_PAST && !site.quoted_as &&
                   !is_noun(scan, at, cue, site.form);
    return site;
}

bool dm_site_agrees(const dm_scan *scan, const dm_site *site, dm_run subject)
{
    if (site->form != DM_FORM_BASE || site->helped)
        return true;
    // Where the form may be a noun, the word before it must be a plural.
    bool pair = subject.end >= subject.begin + 3 &&
                dm_scan_is(scan, subject.end - 2, "and");
    if ((site->frames & DM_FRAME_NOUN) && !pair)
        subject.begin = subject.end - 1;
    return dm_phrase_is_plural(scan, subject);
}

bool dm_site_is_lead(const dm_scan *scan, uint32_t at)
{
    bool denied, speech = false;
    if (!dm_scan_is(scan, at + 1, "to"))
        return false;
    for (uint32_t i = at + 2; i < at + LEAD_MAX && !speech; i++) {
        const dm_token *token = dm_scan_token(scan, i);
        const dm_cue *cue = token == NULL ? NULL : scan->words[i].cue;
        if (token == NULL ||
            !(cue != NULL || dm_scan_has(scan, i, DM_WORD_ADVERB)))
            break;
        speech = cue != NULL && (cue->frames & DM_FRAME_CLAUSE);
    }
    return speech && read_lead(&denied, scan, at, at + 1) == at;
}
