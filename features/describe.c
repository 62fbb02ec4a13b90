/* describe.c - see describe.h. */
#include "describe.h"

#include "cue.h"
#include "lexicon.h"

enum { FORM_MAX = 6 }; // tokens of "the Republic of Peru", and one
enum { TITLE_MAX = 16, APPOSITION_MAX = 40, ROLE_WITHIN = 6 };

static const dm_token *token_at(const dm_cast *cast, uint32_t i)
{
    return &cast->page->tokens.items[i];
}

static bool is_mark(const dm_token *token, char mark)
{
    return token->folded.len == 1 && token->folded.data[0] == mark;
}

static bool is_capital(const dm_token *token)
{
    return token->kind == DM_TOKEN_WORD && (token->flags & DM_TOKEN_CAPITAL);
}

static dm_match match_at(const dm_cast *cast, uint32_t at, uint32_t end)
{
    return dm_register_match_place(cast->reg, cast->page->tokens.items, at, end,
                                   cast->page->date);
}

/* "(D-Calif.)", "R-Ark.": a member of a US parliament. */
static bool is_party_mark(const dm_cast *cast, uint32_t at, uint32_t end)
{
    const dm_token *t = token_at(cast, at);
    return at + 2 < end && t->folded.len == 1 && is_capital(t) &&
           (is_mark(t, 'd') || is_mark(t, 'r')) && is_mark(t + 1, '-') &&
           is_capital(t + 2);
}

/* True when a hyphen joins what begins at `at` to a word before it. */
static bool is_joined(const dm_cast *cast, dm_stretch words, uint32_t at)
{
    return at > words.first && is_mark(token_at(cast, at - 1), '-');
}

/* What a hyphen after [.., after) makes of a country: "Beijing-based" tells
 * something, the first of "China-Peru Council" a little, "pro-China" nothing.
 */
static int weigh_hyphen(const dm_cast *cast, dm_stretch words, uint32_t after)
{
    if (after + 1 >= words.end)
        return DM_WEIGHT_NONE;
    dm_span next = token_at(cast, after + 1)->folded;
    bool home = dm_span_is(next, "based") || dm_span_is(next, "born") ||
                dm_span_is(next, "headquartered");
    return home ? DM_WEIGHT_PERSON : DM_WEIGHT_PLACE;
}

/* The classes of the preposition that the words at `at` hang on, articles
 * and adjectives between them passed over; 0 when there is none. */
static uint32_t governor(const dm_cast *cast, uint32_t first, uint32_t at)
{
    for (uint32_t i = at; i > first && at - i < 3; i--) {
        uint32_t classes = cast->classes[i - 1];
        if (classes & DM_NOUN_OF)
            return classes;
        if (!(classes & DM_NOUN_DET))
            return 0;
    }
    return 0;
}

/* Is it a place and no more: "in Beijing", "for China", "Alpina China"? */
static bool is_place(const dm_cast *cast, dm_stretch words, uint32_t at,
                     dm_match match)
{
    if (at == words.first)
        return false;
    const dm_token *before = token_at(cast, at - 1);
    if (dm_span_is(before->folded, "in"))
        return true;
    if (match.kind != DM_MATCH_NAME || match.actor->kind != DM_ACTOR_COUNTRY)
        return false;
    return dm_span_is(before->folded, "for") ||
           (is_capital(before) && cast->classes[at - 1] == 0);
}

/* How well a match tells the side of the person described. */
static int weigh(const dm_cast *cast, dm_stretch words, uint32_t at,
                 dm_match match)
{
    uint32_t after = at + (uint32_t)match.tokens;
    bool topic = governor(cast, words.first, at) & DM_NOUN_TOPIC;
    dm_actor_kind kind = match.actor->kind;
    if (match.kind == DM_MATCH_SURNAME || is_joined(cast, words, at))
        return DM_WEIGHT_NONE;
    if (kind == DM_ACTOR_PERSON)
        return DM_WEIGHT_PERSON;
    if (is_place(cast, words, at, match))
        return DM_WEIGHT_PLACE;
    if (kind == DM_ACTOR_OFFICE || kind == DM_ACTOR_INSTITUTION)
        return topic ? DM_WEIGHT_PERSON : DM_WEIGHT_BODY;
    if (topic)
        return DM_WEIGHT_NONE;
    if (after < words.end && is_mark(token_at(cast, after), '-'))
        return weigh_hyphen(cast, words, after);
    return match.kind == DM_MATCH_PLACE ? DM_WEIGHT_PERSON : DM_WEIGHT_COUNTRY;
}

/* The country that an actor is of; NULL where the register does not tell. */
static const dm_actor *country_of(const dm_actor *actor)
{
    int steps = 0;
    while (actor != NULL && actor->kind != DM_ACTOR_COUNTRY && steps++ < 8)
        actor = actor->of;
    return actor;
}

/* The country that "of" at token `at` leads to: "of (the Republic of) Peru". */
static const dm_actor *country_behind(const dm_cast *cast, uint32_t at,
                                      uint32_t end)
{
    if (at >= end || !dm_span_is(token_at(cast, at)->folded, "of"))
        return NULL;
    for (uint32_t i = at + 1; i < end && i < at + FORM_MAX; i++) {
        dm_match match = match_at(cast, i, end);
        if (match.kind == DM_MATCH_NAME)
            return match.actor->kind == DM_ACTOR_COUNTRY ? match.actor : NULL;
        if (match.kind != DM_MATCH_NONE)
            return NULL;
        if (!(cast->classes[i] & DM_NOUN_SMALL) &&
            !is_capital(token_at(cast, i)))
            return NULL;
    }
    return NULL;
}

/* The country whose possessive stands right before token `at`. */
static const dm_actor *country_before(const dm_cast *cast, uint32_t floor,
                                      uint32_t at)
{
    if (at < floor + 2 || token_at(cast, at - 1)->kind != DM_TOKEN_SUFFIX)
        return NULL;
    for (uint32_t i = at - 1; i-- > floor && at - i <= FORM_MAX;) {
        dm_match match = match_at(cast, i, at - 1);
        if (match.kind == DM_MATCH_NAME && i + match.tokens == at - 1)
            return match.actor->kind == DM_ACTOR_COUNTRY ? match.actor : NULL;
    }
    return NULL;
}

bool dm_is_foreign(const dm_cast *cast, uint32_t floor, uint32_t at,
                   dm_match match, uint32_t end)
{
    if (match.kind != DM_MATCH_NAME ||
        (match.actor->kind != DM_ACTOR_INSTITUTION &&
         match.actor->kind != DM_ACTOR_OFFICE))
        return false;
    const dm_actor *own = country_of(match.actor);
    const dm_actor *told =
        country_behind(cast, at + (uint32_t)match.tokens, end);
    if (told == NULL)
        told = country_before(cast, floor, at);
    if (told == NULL || own == told)
        return false;
    return own != NULL || strcmp(told->side, match.actor->side) != 0;
}

/* "ministries of China and Peru": two countries alike speak for neither. */
static bool is_joint(const dm_cast *cast, uint32_t before, uint32_t at)
{
    return at == before + 1 &&
           dm_span_is(token_at(cast, before)->folded, "and");
}

/* Let `best` learn from a match that begins at `at`. */
static void take_evidence(dm_evidence *best, dm_match match, uint32_t at,
                          int weight)
{
    if (weight > best->weight) {
        best->side = match.actor->side;
        best->weight = weight;
        best->words = (dm_stretch){ at, at + (uint32_t)match.tokens };
    }
    if (best->body == NULL && weight >= DM_WEIGHT_PERSON &&
        match.actor->kind == DM_ACTOR_INSTITUTION)
        best->body = match.actor;
    if (best->office == NULL && weight >= DM_WEIGHT_PERSON &&
        match.actor->kind == DM_ACTOR_OFFICE)
        best->office = match.actor;
}

dm_evidence dm_describe_side(const dm_cast *cast, dm_stretch words)
{
    dm_evidence best = { 0 };
    const dm_actor *nation = NULL; // read last, and where it ends
    uint32_t nation_end = UINT32_MAX;
    for (uint32_t i = words.first; i < words.end;) {
        if (is_party_mark(cast, i, words.end)) {
            best.side = "us";
            best.weight = DM_WEIGHT_BODY;
            best.words = (dm_stretch){ i, i + 3 };
            return best;
        }
        dm_match match = match_at(cast, i, words.end);
        if (match.kind == DM_MATCH_NONE) {
            i++;
            continue;
        }
        const dm_actor *actor = match.actor;
        int weight = weigh(cast, words, i, match);
        bool other = nation != NULL && strcmp(nation->side, actor->side) != 0;
        // "German Council on Foreign Relations" is not the one of that name.
        if ((i == nation_end && other) ||
            dm_is_foreign(cast, words.first, i, match, words.end))
            weight = DM_WEIGHT_NONE;
        if (other && is_joint(cast, nation_end, i) &&
            actor->kind == DM_ACTOR_COUNTRY && weight == best.weight)
            best.side = "other";
        take_evidence(&best, match, i, weight);
        i += (uint32_t)match.tokens;
        if (actor->kind == DM_ACTOR_COUNTRY) {
            nation = actor;
            nation_end = i;
        }
    }
    return best;
}

/* May this token be part of a title, before other words of it? */
static bool is_title_word(const dm_cast *cast, uint32_t at)
{
    const dm_token *t = token_at(cast, at);
    if (t->kind == DM_TOKEN_SUFFIX || is_capital(t) || is_mark(t, '-') ||
        is_mark(t, '&') || is_mark(t, '/'))
        return true;
    if (t->kind != DM_TOKEN_WORD)
        return false;
    static const char *const joining[] = {
        "the",        "of",         "to",       "and",     "for",
        "former",     "senior",     "chief",    "top",     "acting",
        "deputy",     "vice",       "then",     "retired", "ex",
        "foreign",    "trade",      "state",    "press",   "national",
        "white",      "think",      "campaign", "house",   "party",
        "government", "opposition", "defense",  "defence", "finance",
        "commerce",   "affairs",
    };
    for (size_t i = 0; i < sizeof joining / sizeof *joining; i++)
        if (dm_span_is(t->folded, joining[i]))
            return true;
    return (cast->classes[at] & (DM_NOUN_ROLE | DM_NOUN_BODY)) != 0;
}

dm_stretch dm_title_before(const dm_cast *cast, uint32_t floor, uint32_t name)
{
    uint32_t first = name, role = name;
    while (first > floor && name - first < TITLE_MAX &&
           is_title_word(cast, first - 1))
        first--;
    for (uint32_t i = first; i < name; i++)
        if (cast->classes[i] & (DM_NOUN_ROLE | DM_NOUN_TITLE))
            role = i;
    if (name > floor && (cast->classes[name - 1] & (DM_NOUN_OF | DM_NOUN_DET)))
        return (dm_stretch){ name, name };
    // "Holt and Quill": what stands before is a title only if it ends in a role
    // right at the name, or in a role of something: "minister of trade".
    if (role == name ||
        (name - role > 1 && !(cast->classes[role + 1] & DM_NOUN_OF)))
        return (dm_stretch){ name, name };
    // "a spokesman for Trade Minister Holt" is not Holt.
    for (uint32_t i = first; i + 1 < role && role + 1 == name; i++)
        if (dm_span_is(token_at(cast, i)->folded, "for") ||
            dm_span_is(token_at(cast, i)->folded, "to"))
            first = i + 1;
    while (first < role && !is_capital(token_at(cast, first)) &&
           ((cast->classes[first] & DM_NOUN_OF) ||
            dm_span_is(token_at(cast, first)->folded, "and")))
        first++;
    return (dm_stretch){ first, name };
}

/* Does a noun for persons or institutions follow soon, before any mark? */
static bool has_role(const dm_cast *cast, uint32_t at, uint32_t end)
{
    for (uint32_t i = at; i < end && i < at + ROLE_WITHIN; i++) {
        if (cast->classes[i] & (DM_NOUN_ROLE | DM_NOUN_BODY | DM_NOUN_LAND))
            return true;
        if (token_at(cast, i)->kind == DM_TOKEN_PUNCT &&
            !is_mark(token_at(cast, i), '-'))
            return false;
    }
    return false;
}

static bool opens_description(const dm_cast *cast, uint32_t at, uint32_t end)
{
    static const char *const openers[] = { "who", "of", "from" };
    static const char *const ranks[] = { "former", "senior", "chief" };
    const dm_token *t = token_at(cast, at);
    uint32_t classes = cast->classes[at];
    bool rank = false;
    for (size_t i = 0; i < 3; i++) {
        if (dm_span_is(t->folded, openers[i]))
            return true;
        rank |= dm_span_is(t->folded, ranks[i]);
    }
    if (is_party_mark(cast, at, end))
        return true;
    if (classes & DM_NOUN_SMALL && !(classes & DM_NOUN_DET) && !rank)
        return false;
    return (classes & DM_NOUN_DET) || has_role(cast, at, end);
}

/* A finite verb goes on with the sentence that the apposition interrupts. */
static bool is_finite_verb(const dm_token *token)
{
    const dm_gloss *gloss = dm_token_gloss(token);
    return (gloss->cue != 0 && gloss->form == DM_FORM_PAST) ||
           (gloss->classes & (DM_WORD_AUX | DM_WORD_MODAL)) ||
           dm_span_is(token->folded, "says");
}

/* Where the apposition that begins at `at` ends: at a quotation mark, a stop,
 * a verb, or at a comma before what is no more of it. */
static uint32_t apposition_end(const dm_cast *cast, uint32_t at, uint32_t end)
{
    uint32_t limit = end - at > APPOSITION_MAX ? at + APPOSITION_MAX : end;
    bool clause = dm_span_is(token_at(cast, at)->folded, "who");
    for (uint32_t i = at; i < limit; i++) {
        const dm_token *t = token_at(cast, i);
        if (!clause && is_finite_verb(t))
            return i;
        if (t->kind == DM_TOKEN_QUOTE || is_mark(t, ')') || is_mark(t, ';') ||
            is_mark(t, '.'))
            return i;
        if (is_mark(t, ',') && i + 1 < limit && !is_capital(t + 1) &&
            !has_role(cast, i + 1, end))
            return i;
    }
    return limit;
}

dm_stretch dm_apposition_after(const dm_cast *cast, uint32_t name_end,
                               uint32_t end)
{
    dm_stretch none = { name_end, name_end };
    if (name_end + 1 >= end)
        return none;
    const dm_token *t = token_at(cast, name_end);
    bool aside = is_mark(t, ',') || is_mark(t, '(') || is_mark(t, '-') ||
                 dm_span_is(t->folded, "\u2014") ||
                 dm_span_is(t->folded, "\u2013") || dm_span_is(t->folded, "--");
    bool from = dm_span_is(t->folded, "from") || dm_span_is(t->folded, "of") ||
                dm_span_is(t->folded, "at") || dm_span_is(t->folded, "with") ||
                dm_span_is(t->folded, "in");
    uint32_t at = name_end + (aside ? 1 : 0);
    // An age may stand between: "Holt, 56, a senator".
    if (aside && at + 2 < end && token_at(cast, at)->kind == DM_TOKEN_NUMBER &&
        is_mark(token_at(cast, at + 1), ','))
        at += 2;
    if (!from && !(aside && opens_description(cast, at, end)))
        return none;
    return (dm_stretch){ at, apposition_end(cast, at, end) };
}

static void learn(dm_cast *cast, dm_figure *figure, dm_stretch words)
{
    dm_evidence found = dm_describe_side(cast, words);
    if (figure->actor == NULL && found.weight > figure->side_weight) {
        figure->side = found.side;
        figure->side_weight = found.weight;
        figure->side_words = found.words;
    }
    const dm_actor *of = found.office == NULL ? NULL : found.office->of;
    if (found.body == NULL && of != NULL && of->kind == DM_ACTOR_INSTITUTION)
        found.body = of; // "Foreign Ministry spokesperson" is one office
    if (figure->body == NULL)
        figure->body = found.body;
    for (uint32_t i = words.first; i < words.end; i++) {
        uint32_t classes = cast->classes[i];
        if (classes & DM_NOUN_TOPIC)
            break; // "an adviser to the president" is not the president
        if (classes & DM_NOUN_ROLE)
            dm_figure_add_role(figure, token_at(cast, i)->folded);
        if (figure->gender == 0)
            figure->gender = classes & (DM_NOUN_MALE | DM_NOUN_FEMALE);
    }
}

void dm_figure_describe(dm_cast *cast, dm_figure *figure, dm_stretch title,
                        dm_stretch apposition)
{
    if (title.first < title.end) {
        learn(cast, figure, title);
        if (figure->title.first == figure->title.end)
            figure->title = title;
    }
    if (apposition.first < apposition.end) {
        learn(cast, figure, apposition);
        if (figure->apposition.first == figure->apposition.end)
            figure->apposition = apposition;
    }
}
