/* noun.c - see noun.h. */
#include "noun_table.h"

#include <stddef.h>

enum { LONGEST = 32 }; // bytes of a word that the table can hold

/* Given names of English-language news whose bearers are mostly of one
 * gender. */
static const char *const male[] = {
    "aaron",   "adam",    "alan",     "albert",      "alexander", "andrew",
    "anthony", "antony",  "arthur",   "barack",      "ben",       "benjamin",
    "bernie",  "bill",    "bob",      "brad",        "brian",     "bruce",
    "carl",    "charles", "chris",    "christopher", "chuck",     "craig",
    "dan",     "daniel",  "dave",     "david",       "dennis",    "dick",
    "don",     "donald",  "doug",     "douglas",     "ed",        "edward",
    "eric",    "frank",   "fred",     "gary",        "gene",      "george",
    "gerald",  "glenn",   "greg",     "gregory",     "harry",     "henry",
    "howard",  "ian",     "jack",     "jake",        "james",     "jason",
    "jeb",     "jeff",    "jeffrey",  "jeremy",      "jerry",     "jim",
    "jimmy",   "joe",     "joel",     "john",        "jonathan",  "joseph",
    "josh",    "justin",  "karl",     "keith",       "ken",       "kenneth",
    "kevin",   "larry",   "lawrence", "mark",        "martin",    "marco",
    "matt",    "matthew", "michael",  "mike",        "mitch",     "mitt",
    "nathan",  "nick",    "patrick",  "paul",        "peter",     "philip",
    "ray",     "rand",    "richard",  "rick",        "rob",       "robert",
    "roger",   "ron",     "ronald",   "rudy",        "russell",   "ryan",
    "samuel",  "scott",   "sean",     "stephen",     "steve",     "steven",
    "ted",     "thomas",  "tim",      "timothy",     "todd",      "tom",
    "tony",    "trent",   "vladimir", "walter",      "wayne",     "william",
};

static const char *const female[] = {
    "alice",     "alison",    "amanda",  "amy",       "andrea",    "angela",
    "ann",       "anna",      "anne",    "annie",     "barbara",   "betsy",
    "betty",     "beth",      "carly",   "carol",     "caroline",  "carrie",
    "catherine", "charlotte", "chelsea", "cheryl",    "christina", "christine",
    "cindy",     "claire",    "cynthia", "deborah",   "debbie",    "debra",
    "denise",    "diana",     "diane",   "dianne",    "donna",     "dorothy",
    "elaine",    "elena",     "elise",   "elizabeth", "ellen",     "emily",
    "emma",      "erin",      "eva",     "evelyn",    "gina",      "ginni",
    "hannah",    "heather",   "heidi",   "helen",     "hillary",   "huma",
    "ivanka",    "jackie",    "jane",    "janet",     "jennifer",  "jessica",
    "jill",      "joan",      "joyce",   "judith",    "judy",      "julia",
    "julie",     "karen",     "kate",    "katherine", "kathleen",  "kathy",
    "katie",     "kellyanne", "kristen", "laura",     "lauren",    "linda",
    "lisa",      "liz",       "lori",    "lynn",      "madeleine", "margaret",
    "maria",     "marie",     "marilyn", "martha",    "mary",      "megan",
    "melania",   "melissa",   "michele", "michelle",  "monica",    "nancy",
    "natalie",   "nicole",    "nikki",   "olivia",    "pamela",    "patricia",
    "patty",     "rachel",    "rebecca", "rose",      "ruth",      "samantha",
    "sandra",    "sara",      "sarah",   "sharon",    "shirley",   "sonia",
    "stephanie", "sue",       "susan",   "tammy",     "teresa",    "theresa",
    "tracy",     "tulsi",     "valerie", "vanessa",   "veronica",  "victoria",
    "virginia",  "wendy",     "yvonne",
};

static uint32_t look_up(dm_span word)
{
    size_t low = 0, high = sizeof nouns / sizeof *nouns;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = dm_span_compare(nouns[middle].word, word);
        if (order == 0)
            return nouns[middle].classes;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* The classes of `word` with the last `cut` bytes replaced by `ending`. */
static uint32_t look_up_with(dm_span word, size_t cut, const char *ending)
{
    char other[LONGEST];
    size_t stem = word.len - cut, len = strlen(ending);
    if (word.len <= cut || stem + len > LONGEST)
        return 0;
    memcpy(other, word.data, stem);
    for (size_t i = 0; i < len; i++)
        other[stem + i] = ending[i];
    return look_up((dm_span){ other, stem + len });
}

static uint32_t singular_classes(dm_span word)
{
    uint32_t found = 0;
    if (dm_span_ends(word, "ies"))
        found = look_up_with(word, 3, "y");
    if (found == 0 && dm_span_ends(word, "men"))
        found = look_up_with(word, 3, "man");
    if (found == 0 && dm_span_ends(word, "es"))
        found = look_up_with(word, 2, "");
    if (found == 0 && dm_span_ends(word, "s") && word.len > 3)
        found = look_up_with(word, 1, "");
    return found;
}

uint32_t dm_noun_classes(dm_span folded)
{
    uint32_t found = folded.len > LONGEST ? 0 : look_up(folded);
    if (found != 0 || folded.len > LONGEST)
        return found;
    found = singular_classes(folded);
    if (found & DM_NOUN_SMALL)
        return 0;
    if (found & (DM_NOUN_ROLE | DM_NOUN_BODY | DM_NOUN_LAND))
        found =
            (found & ~(uint32_t)(DM_NOUN_ROLE | DM_NOUN_TITLE)) | DM_NOUN_GROUP;
    return found;
}

/* `folded` without a plural ending. */
static dm_span stem(dm_span folded)
{
    if (dm_span_ends(folded, "ies") && folded.len > 4)
        folded.len -= 3;
    else if ((dm_span_ends(folded, "y") && folded.len > 4) ||
             (dm_span_ends(folded, "s") && folded.len > 3))
        folded.len -= 1;
    return folded;
}

bool dm_noun_agrees(dm_span a, dm_span b)
{
    return dm_span_equal(stem(a), stem(b)) ||
           (dm_noun_classes(a) & dm_noun_classes(b) &
            (DM_NOUN_SPOKES | DM_NOUN_LAWMAKER)) != 0;
}

static bool is_among(dm_span word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word.data[0] == list[i][0] && dm_span_is(word, list[i]))
            return true;
    return false;
}

uint32_t dm_given_gender(dm_span folded)
{
    if (folded.len == 0)
        return 0;
    if (is_among(folded, male, sizeof male / sizeof *male))
        return DM_NOUN_MALE;
    return is_among(folded, female, sizeof female / sizeof *female)
               ? DM_NOUN_FEMALE
               : 0;
}

dm_span dm_noun_word(size_t i)
{
    size_t count = sizeof nouns / sizeof *nouns;
    size_t males = sizeof male / sizeof *male;
    size_t females = sizeof female / sizeof *female;
    if (i < count)
        return nouns[i].word;
    i -= count;
    if (i < males)
        return dm_span_of(male[i]);
    return i - males < females ? dm_span_of(female[i - males]) : (dm_span){ 0 };
}
