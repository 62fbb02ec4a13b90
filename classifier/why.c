/* why.c - see why.h. */
#include "why.h"

#include "cue.h"
#include "meaning.h"
#include "register.h"

enum { WORD_MAX = 32 }; // bytes of a verb that the table can hold
enum { WIDTH_LEAST = 40, WIDTH_MOST = 500 };

static const char *const steps[DM_STEPS] = {
    [DM_STEP_CONTENT] = "content",
    [DM_STEP_SPEAKER] = "speaker",
    [DM_STEP_ACTOR] = "actor",
};

typedef struct writer {
    dm_reasons *out;
    const demarche_statement *item;
    const dm_statement *found;
    const demarche_statements *list;
    dm_arena *arena;
    bool failed; // memory ran out
} writer;

static dm_reason *add(writer *w, const char *about, const char *text)
{
    static const dm_reason nothing = { 0 };
    if (w->out->count == DM_REASONS_MAX)
        w->out->count--; // cannot be: the bound counts them all
    dm_reason *reason = &w->out->items[w->out->count++];
    *reason = nothing;
    reason->about = about;
    reason->text = text;
    return reason;
}

/* Keep what `buf` holds, and release it. */
static const char *keep(writer *w, dm_buf *buf)
{
    const char *text =
        dm_buf_failed(buf) ? NULL : dm_arena_copy(w->arena, dm_buf_span(buf));
    w->failed |= text == NULL;
    dm_buf_clear(buf);
    return text;
}

/* The statement's rules of one step; how many there are. */
static size_t add_rules(writer *w, dm_step step)
{
    size_t count = 0;
    for (size_t i = 0; i < w->item->rule_count; i++) {
        const dm_meaning *meaning = dm_meaning_find(w->item->rules[i]);
        if (meaning == NULL || meaning->step != step)
            continue;
        add(w, steps[step], meaning->sentence)->rule = meaning->label;
        count++;
    }
    return count;
}

/* The verb of which the cue's first word is a form. */
static const dm_cue *cue_of(const dm_text *text, dm_bytes cue,
                            dm_cue_form *form)
{
    char word[WORD_MAX];
    size_t len = 0;
    while (len < WORD_MAX && cue.begin + len < cue.end) {
        char c = text->bytes[cue.begin + len];
        if (c == ' ' || c == '\n')
            break;
        word[len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return dm_cue_find((dm_span){ word, len }, form);
}

static void add_frames(dm_buf *buf, const dm_cue *cue)
{
    static const struct {
        uint16_t frame;
        const char *words;
    } frames[] = {
        { DM_FRAME_CLAUSE | DM_FRAME_THAT, "a clause" },
        { DM_FRAME_QUOTE, "a quotation" },
        { DM_FRAME_OBJECT, "its object" },
        { DM_FRAME_TO, "an infinitive" },
    };
    const char *before = ", which keeps what was said in ";
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        if (!(cue->frames & frames[i].frame))
            continue;
        dm_buf_add_string(buf, before);
        dm_buf_add_string(buf, frames[i].words);
        before = " or ";
    }
    if (cue->particles == NULL)
        return;
    bool first = *before == ',';
    dm_buf_add_string(buf, first ? ", which keeps what was said" : " or");
    dm_buf_add_string(buf, " behind \"");
    for (const char *c = cue->particles; *c != '\0'; c++)
        if (*c == ' ')
            dm_buf_add_string(buf, "\", \"");
        else
            dm_buf_add_char(buf, *c);
    dm_buf_add_char(buf, '"');
}

static void explain_cue(writer *w)
{
    static const char *const forms[] = {
        [DM_FORM_BASE] = "the verb",
        [DM_FORM_S] = "a form of",
        [DM_FORM_PAST] = "the past of",
        [DM_FORM_ING] = "a participle of",
    };
    if (w->found->cue.begin == w->found->cue.end)
        return;
    dm_cue_form form;
    const dm_cue *cue = cue_of(&w->list->page.text, w->found->cue, &form);
    dm_reason *reason = add(w, "cue", "words that attribute");
    reason->words = w->found->cue;
    if (cue == NULL)
        return;
    dm_buf buf;
    dm_buf_init(&buf);
    dm_buf_addf(&buf, "%s \"%.*s\"", forms[form], (int)cue->lemma.len,
                cue->lemma.data);
    add_frames(&buf, cue);
    reason->text = keep(w, &buf);
}

static void explain_speaker(writer *w)
{
    bool named = w->found->speaker.begin < w->found->speaker.end;
    size_t first = w->out->count;
    if (add_rules(w, DM_STEP_SPEAKER) == 0)
        add(w, "speaker",
            named ? "the phrase that the attribution names"
                  : "no words name the speaker");
    w->out->items[first].words = w->found->speaker;
}

/* What the register tells of an actor beside the name. */
static const char *describe_entry(writer *w, const dm_actor *actor)
{
    const dm_entry *entry = dm_entry_of(actor);
    dm_date day = dm_date_guess(w->list->page.date);
    dm_buf buf;
    dm_buf_init(&buf);
    const char *before = "in the register: ";
    for (size_t i = 0; i < entry->term_count; i++) {
        const dm_term *term = &entry->terms[i];
        if (day != DM_DATE_LAST && (day < term->from || day > term->to))
            continue;
        if (buf.len == 0 && day != DM_DATE_LAST)
            before = "in the register: in office then as ";
        dm_buf_addf(&buf, "%s%s", before, term->office->actor.name);
        before = "; ";
    }
    before = "in the register: ";
    if (buf.len == 0 && entry->role != NULL)
        dm_buf_addf(&buf, "%s%s", before, entry->role);
    if (buf.len == 0 && actor->type != NULL)
        dm_buf_addf(&buf, "%s%s", before, actor->type);
    if (buf.len == 0)
        dm_buf_add_string(&buf, "in the register");
    return keep(w, &buf);
}

static void add_description(writer *w, const char *what, dm_bytes words)
{
    if (words.begin < words.end)
        add(w, "actor", what)->words = words;
}

static void explain_actor(writer *w)
{
    const demarche_statement *item = w->item;
    if (item->actor == NULL) {
        add(w, "actor", "nobody was found");
        return;
    }
    dm_buf buf;
    dm_buf_init(&buf);
    dm_buf_add_string(&buf, item->actor);
    if (item->actor_id != NULL)
        dm_buf_addf(&buf, " (%s)", item->actor_id);
    add(w, "actor", keep(w, &buf));
    add_rules(w, DM_STEP_ACTOR);
    dm_bytes before = w->found->antecedent;
    if (before.begin < before.end && before.begin != w->found->speaker.begin) {
        dm_reason *reason = add(w, "actor", "the words that it goes back to");
        reason->words = before;
        reason->context = true;
    }
    if (w->found->actor != NULL) {
        add(w, "actor", describe_entry(w, w->found->actor));
        return;
    }
    add_description(w, "title before the name", w->found->title);
    add_description(w, "apposition behind the name", w->found->apposition);
}

static void explain_side(writer *w)
{
    if (w->item->known == NULL) {
        add(w, "side", "nothing tells: the model goes by the words");
        return;
    }
    dm_bytes words = w->found->side_words;
    const char *by =
        w->item->actor_id != NULL ? "the register" : "what such speakers are";
    dm_buf buf;
    dm_buf_init(&buf);
    if (words.begin < words.end)
        dm_buf_addf(&buf, "tells %s", w->item->known);
    else
        dm_buf_addf(&buf, "%s, by %s", w->item->known, by);
    add(w, "side", keep(w, &buf))->words = words;
}

demarche_status dm_reasons_find(dm_reasons *out,
                                const demarche_statements *list, size_t i,
                                dm_arena *arena, demarche_error *err)
{
    *out = (dm_reasons){ .count = 0 };
    writer w = { .out = out,
                 .item = &list->items[i],
                 .found = &list->found.items[i],
                 .list = list,
                 .arena = arena };
    if (add_rules(&w, DM_STEP_CONTENT) == 0)
        add(&w, "content", "found without a rule of its own");
    explain_cue(&w);
    explain_speaker(&w);
    if (w.item->kind != DEMARCHE_QUESTION) {
        explain_actor(&w);
        explain_side(&w);
    }
    return w.failed ? dm_no_memory(err) : DEMARCHE_OK;
}

void demarche_why_options_init(demarche_why_options *options)
{
    *options = (demarche_why_options){ .width = 80 };
}

/* The record, with the reasons as its last member. */
static demarche_status add_record(dm_buf *out, const dm_reasons *reasons,
                                  const demarche_statements *list, size_t i,
                                  bool byte_offsets, demarche_error *err)
{
    char *record;
    demarche_status status =
        demarche_statements_format(&record, list, i, byte_offsets, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_buf_add(out, record, strlen(record) - 1);
    demarche_string_free(record);
    dm_buf_add_string(out, ",\"why\":");
    dm_reasons_add_json(out, reasons, list, byte_offsets);
    dm_buf_add_char(out, '}');
    return DEMARCHE_OK;
}

static demarche_status tell(dm_buf *out, const demarche_statements *list,
                            size_t i, const demarche_why_options *options,
                            dm_arena *arena, demarche_error *err)
{
    dm_reasons reasons;
    demarche_status status = dm_reasons_find(&reasons, list, i, arena, err);
    if (status != DEMARCHE_OK)
        return status;
    if (options->format == DEMARCHE_FORMAT_TEXT)
        dm_reasons_draw(out, &reasons, list, i, options);
    else
        status = add_record(out, &reasons, list, i, options->byte_offsets, err);
    return status;
}

demarche_status demarche_statements_why(char **out,
                                        const demarche_statements *list,
                                        size_t i,
                                        const demarche_why_options *options,
                                        demarche_error *err)
{
    *out = NULL;
    demarche_why_options defaults;
    demarche_why_options_init(&defaults);
    if (options == NULL)
        options = &defaults;
    if (options->width < WIDTH_LEAST || options->width > WIDTH_MOST ||
        options->format == DEMARCHE_FORMAT_CSV)
        return dm_fail(err, DEMARCHE_BAD_ARGUMENT, 0,
                       "reasons are text of %d to %d columns, or a record",
                       WIDTH_LEAST, WIDTH_MOST);
    dm_buf buf;
    dm_arena arena;
    dm_buf_init(&buf);
    dm_arena_init(&arena);
    demarche_status status = tell(&buf, list, i, options, &arena, err);
    if (status == DEMARCHE_OK)
        status = dm_buf_take(out, &buf, err);
    dm_buf_clear(&buf);
    dm_arena_clear(&arena);
    return status;
}
