/* abbrev.c - see abbrev.h.
 *
 * Left out on purpose: words that end sentences as they are ("sat.", "sun.",
 * "in.", "may."). "U.S." and initials are told by their form, in token.c.
 */
#include "abbrev.h"

#include <stdlib.h>

#include "sentence.h"

enum {
    TITLE = DM_ABBREV_TITLE,
    CAPITAL = DM_ABBREV_CAPITAL,
    NUMBER = DM_ABBREV_NUMBER,
    ENDS = DM_ABBREV_ENDS,
};

typedef struct abbreviation {
    dm_span text;
    unsigned flags;
} abbreviation;

static const abbreviation table[] = {
    // sorted by text
    { DM_SPAN("adm."), TITLE },
    { DM_SPAN("al."), ENDS },
    { DM_SPAN("ala."), CAPITAL | ENDS },
    { DM_SPAN("amb."), TITLE },
    { DM_SPAN("approx."), 0 },
    { DM_SPAN("apr."), CAPITAL | ENDS },
    { DM_SPAN("ariz."), CAPITAL | ENDS },
    { DM_SPAN("ark."), CAPITAL | ENDS },
    { DM_SPAN("art."), CAPITAL | NUMBER },
    { DM_SPAN("assn."), CAPITAL | ENDS },
    { DM_SPAN("atty."), TITLE },
    { DM_SPAN("aug."), CAPITAL | ENDS },
    { DM_SPAN("ave."), CAPITAL | ENDS },
    { DM_SPAN("blvd."), CAPITAL | ENDS },
    { DM_SPAN("brig."), TITLE },
    { DM_SPAN("bros."), ENDS },
    { DM_SPAN("calif."), CAPITAL | ENDS },
    { DM_SPAN("capt."), TITLE },
    { DM_SPAN("cf."), 0 },
    { DM_SPAN("cmdr."), TITLE },
    { DM_SPAN("co."), ENDS },
    { DM_SPAN("col."), TITLE },
    { DM_SPAN("colo."), CAPITAL | ENDS },
    { DM_SPAN("conn."), CAPITAL | ENDS },
    { DM_SPAN("corp."), ENDS },
    { DM_SPAN("cos."), CAPITAL | ENDS },
    { DM_SPAN("cpl."), TITLE },
    { DM_SPAN("dec."), CAPITAL | ENDS },
    { DM_SPAN("del."), CAPITAL | ENDS },
    { DM_SPAN("dept."), 0 },
    { DM_SPAN("dr."), TITLE },
    { DM_SPAN("esq."), ENDS },
    { DM_SPAN("est."), 0 },
    { DM_SPAN("etc."), ENDS },
    { DM_SPAN("feb."), CAPITAL | ENDS },
    { DM_SPAN("fig."), CAPITAL | NUMBER },
    { DM_SPAN("fla."), CAPITAL | ENDS },
    { DM_SPAN("fri."), CAPITAL | ENDS },
    { DM_SPAN("ft."), CAPITAL },
    { DM_SPAN("ga."), CAPITAL | ENDS },
    { DM_SPAN("gen."), TITLE },
    { DM_SPAN("gov."), TITLE },
    { DM_SPAN("govs."), TITLE },
    { DM_SPAN("hon."), TITLE | CAPITAL },
    { DM_SPAN("ill."), CAPITAL | ENDS },
    { DM_SPAN("inc."), ENDS },
    { DM_SPAN("ind."), CAPITAL | ENDS },
    { DM_SPAN("intl."), CAPITAL | ENDS },
    { DM_SPAN("jan."), CAPITAL | ENDS },
    { DM_SPAN("jr."), ENDS },
    { DM_SPAN("jul."), CAPITAL | ENDS },
    { DM_SPAN("jun."), CAPITAL | ENDS },
    { DM_SPAN("kan."), CAPITAL | ENDS },
    { DM_SPAN("ky."), CAPITAL | ENDS },
    { DM_SPAN("la."), CAPITAL | ENDS },
    { DM_SPAN("llc."), ENDS },
    { DM_SPAN("lt."), TITLE },
    { DM_SPAN("ltd."), ENDS },
    { DM_SPAN("maj."), TITLE },
    { DM_SPAN("mar."), CAPITAL | ENDS },
    { DM_SPAN("mass."), CAPITAL | ENDS },
    { DM_SPAN("md."), CAPITAL | ENDS },
    { DM_SPAN("messrs."), TITLE },
    { DM_SPAN("mich."), CAPITAL | ENDS },
    { DM_SPAN("min."), TITLE | CAPITAL },
    { DM_SPAN("minn."), CAPITAL | ENDS },
    { DM_SPAN("miss."), CAPITAL | ENDS },
    { DM_SPAN("mmes."), TITLE },
    { DM_SPAN("mo."), CAPITAL | ENDS },
    { DM_SPAN("mon."), CAPITAL | ENDS },
    { DM_SPAN("mont."), CAPITAL | ENDS },
    { DM_SPAN("mr."), TITLE },
    { DM_SPAN("mrs."), TITLE },
    { DM_SPAN("ms."), TITLE },
    { DM_SPAN("mt."), CAPITAL },
    { DM_SPAN("natl."), CAPITAL | ENDS },
    { DM_SPAN("neb."), CAPITAL | ENDS },
    { DM_SPAN("nev."), CAPITAL | ENDS },
    { DM_SPAN("no."), NUMBER },
    { DM_SPAN("nos."), NUMBER },
    { DM_SPAN("nov."), CAPITAL | ENDS },
    { DM_SPAN("oct."), CAPITAL | ENDS },
    { DM_SPAN("okla."), CAPITAL | ENDS },
    { DM_SPAN("ore."), CAPITAL | ENDS },
    { DM_SPAN("p."), NUMBER },
    { DM_SPAN("pa."), CAPITAL | ENDS },
    { DM_SPAN("para."), CAPITAL | NUMBER },
    { DM_SPAN("penn."), CAPITAL | ENDS },
    { DM_SPAN("plc."), ENDS },
    { DM_SPAN("pp."), NUMBER },
    { DM_SPAN("pres."), TITLE | CAPITAL },
    { DM_SPAN("prof."), TITLE },
    { DM_SPAN("pvt."), TITLE },
    { DM_SPAN("rd."), CAPITAL | ENDS },
    { DM_SPAN("rep."), TITLE },
    { DM_SPAN("reps."), TITLE },
    { DM_SPAN("rev."), TITLE },
    { DM_SPAN("sec."), TITLE | CAPITAL },
    { DM_SPAN("sen."), TITLE },
    { DM_SPAN("sens."), TITLE },
    { DM_SPAN("sep."), CAPITAL | ENDS },
    { DM_SPAN("sept."), CAPITAL | ENDS },
    { DM_SPAN("sgt."), TITLE },
    { DM_SPAN("spox."), TITLE },
    { DM_SPAN("sr."), ENDS },
    { DM_SPAN("st."), CAPITAL },
    { DM_SPAN("supt."), TITLE },
    { DM_SPAN("tenn."), CAPITAL | ENDS },
    { DM_SPAN("tex."), CAPITAL | ENDS },
    { DM_SPAN("thu."), CAPITAL | ENDS },
    { DM_SPAN("thur."), CAPITAL | ENDS },
    { DM_SPAN("thurs."), CAPITAL | ENDS },
    { DM_SPAN("tue."), CAPITAL | ENDS },
    { DM_SPAN("tues."), CAPITAL | ENDS },
    { DM_SPAN("univ."), CAPITAL | ENDS },
    { DM_SPAN("v."), 0 },
    { DM_SPAN("va."), CAPITAL | ENDS },
    { DM_SPAN("viz."), 0 },
    { DM_SPAN("vol."), CAPITAL | NUMBER },
    { DM_SPAN("vs."), 0 },
    { DM_SPAN("vt."), CAPITAL | ENDS },
    { DM_SPAN("wash."), CAPITAL | ENDS },
    { DM_SPAN("wed."), CAPITAL | ENDS },
    { DM_SPAN("wis."), CAPITAL | ENDS },
    { DM_SPAN("wyo."), CAPITAL | ENDS },
};

static const dm_span titles[] = {
    // whole words, sorted
    DM_SPAN("admiral"),
    DM_SPAN("ambassador"),
    DM_SPAN("attorney"),
    DM_SPAN("captain"),
    DM_SPAN("chair"),
    DM_SPAN("chairman"),
    DM_SPAN("chairwoman"),
    DM_SPAN("chancellor"),
    DM_SPAN("chief"),
    DM_SPAN("colonel"),
    DM_SPAN("commander"),
    DM_SPAN("commissioner"),
    DM_SPAN("comrade"),
    DM_SPAN("congressman"),
    DM_SPAN("congresswoman"),
    DM_SPAN("consul"),
    DM_SPAN("councillor"),
    DM_SPAN("councilor"),
    DM_SPAN("counselor"),
    DM_SPAN("director"),
    DM_SPAN("doctor"),
    DM_SPAN("dr"),
    DM_SPAN("envoy"),
    DM_SPAN("general"),
    DM_SPAN("governor"),
    DM_SPAN("judge"),
    DM_SPAN("justice"),
    DM_SPAN("king"),
    DM_SPAN("lady"),
    DM_SPAN("lieutenant"),
    DM_SPAN("lord"),
    DM_SPAN("madam"),
    DM_SPAN("madame"),
    DM_SPAN("major"),
    DM_SPAN("marshal"),
    DM_SPAN("mayor"),
    DM_SPAN("minister"),
    DM_SPAN("mister"),
    DM_SPAN("mr"),
    DM_SPAN("mrs"),
    DM_SPAN("ms"),
    DM_SPAN("pope"),
    DM_SPAN("premier"),
    DM_SPAN("president"),
    DM_SPAN("prince"),
    DM_SPAN("princess"),
    DM_SPAN("prof"),
    DM_SPAN("professor"),
    DM_SPAN("queen"),
    DM_SPAN("representative"),
    DM_SPAN("secretary"),
    DM_SPAN("senator"),
    DM_SPAN("sergeant"),
    DM_SPAN("sir"),
    DM_SPAN("speaker"),
    DM_SPAN("spokesman"),
    DM_SPAN("spokesperson"),
    DM_SPAN("spokeswoman"),
    DM_SPAN("undersecretary"),
};

static int compare_abbreviation(const void *key, const void *row)
{
    return dm_span_compare(*(const dm_span *)key,
                           ((const abbreviation *)row)->text);
}

static int compare_span(const void *key, const void *row)
{
    return dm_span_compare(*(const dm_span *)key, *(const dm_span *)row);
}

unsigned dm_abbrev_flags(dm_span folded)
{
    const abbreviation *row =
        bsearch(&folded, table, sizeof table / sizeof *table, sizeof *table,
                compare_abbreviation);
    return row == NULL ? 0 : row->flags | DM_ABBREV_PERIOD;
}

/* "u.s.", "j.": single letters, each with its period. */
static bool is_initials(dm_span folded)
{
    size_t i = 0;
    while (i + 1 < folded.len && folded.data[i + 1] == '.' &&
           folded.data[i] >= 'a' && folded.data[i] <= 'z')
        i += 2;
    return i > 0 && i == folded.len;
}

bool dm_abbrev_known(dm_span folded)
{
    return dm_abbrev_flags(folded) != 0 || is_initials(folded) ||
           dm_span_is(folded, "ph.d.");
}

bool dm_abbrev_is_title(dm_span folded)
{
    return (dm_abbrev_flags(folded) & TITLE) != 0 ||
           bsearch(&folded, titles, sizeof titles / sizeof *titles,
                   sizeof *titles, compare_span) != NULL;
}

dm_span dm_abbrev_word(size_t i)
{
    size_t count = sizeof table / sizeof *table;
    if (i < count)
        return table[i].text;
    i -= count;
    return i < sizeof titles / sizeof *titles ? titles[i] : (dm_span){ 0 };
}
