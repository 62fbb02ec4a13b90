/* view.c - see view.h. */
#include "view.h"

static dm_span slice(const dm_page *page, dm_bytes range)
{
    return (dm_span){ page->text.bytes + range.begin, range.end - range.begin };
}

static const char *kind_name(dm_actor_kind kind)
{
    static const char *const names[] = {
        [DM_ACTOR_COUNTRY] = "country",
        [DM_ACTOR_INSTITUTION] = "institution",
        [DM_ACTOR_OFFICE] = "office",
        [DM_ACTOR_PERSON] = "person",
    };
    return names[kind];
}

/* What is known of who speaks: by the register, or by a description. */
static void set_known(dm_view *out, const dm_actor *actor, const char *hint)
{
    if (actor != NULL) {
        out->known_side = actor->side;
        out->known_kind = kind_name(actor->kind);
    } else if (hint != NULL) {
        out->known_side = hint;
        out->known_kind = "description";
    }
}

/* The words of all pieces, one space between them. */
static demarche_status join_content(dm_span *out, const dm_page *page,
                                    const dm_statement *s, dm_arena *arena,
                                    demarche_error *err)
{
    size_t len = 0, at = 0;
    *out = (dm_span){ "", 0 };
    if (s->span_count == 1)
        *out = slice(page, s->spans[0]);
    if (s->span_count <= 1)
        return DEMARCHE_OK;
    for (size_t i = 0; i < s->span_count; i++)
        len += slice(page, s->spans[i]).len + 1;
    char *bytes = dm_arena_alloc(arena, len);
    if (bytes == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < s->span_count; i++) {
        dm_span piece = slice(page, s->spans[i]);
        if (i > 0)
            bytes[at++] = ' ';
        memcpy(bytes + at, piece.data, piece.len);
        at += piece.len;
    }
    *out = (dm_span){ bytes, at };
    return DEMARCHE_OK;
}

demarche_status dm_view_of_statement(dm_view *out, const dm_page *page,
                                     const dm_statement *s,
                                     const dm_register *reg, dm_arena *arena,
                                     demarche_error *err)
{
    *out = (dm_view){ .cue = slice(page, s->cue),
                      .speaker = slice(page, s->speaker),
                      .reg = reg };
    if (s->actor_name != NULL)
        out->actor = dm_span_of(s->actor_name);
    set_known(out, s->actor, s->side_hint);
    return join_content(&out->content, page, s, arena, err);
}

/* A date that the register can use; others ("June 20, 2018") are no help. */
static const char *usable_date(dm_span date, dm_arena *arena)
{
    bool year = date.len >= 4;
    for (size_t i = 0; year && i < 4; i++)
        year = date.data[i] >= '0' && date.data[i] <= '9';
    return year ? dm_arena_copy(arena, date) : NULL;
}

/* Who `words` are, as the extractor would find if they were a speaker. */
static demarche_status find_known(dm_view *out, dm_span words,
                                  const dm_register *reg, const char *date,
                                  dm_arena *arena, demarche_error *err)
{
    dm_page page;
    if (reg == NULL || words.len == 0)
        return DEMARCHE_OK;
    demarche_status status =
        dm_page_read(&page, arena, words.data, words.len, date, err);
    if (status != DEMARCHE_OK || page.tokens.count == 0)
        return status;
    const dm_token *tokens = page.tokens.items;
    dm_bytes all = { tokens[0].begin, tokens[page.tokens.count - 1].end };
    dm_statement s = { .kind = DEMARCHE_REPORTED, .speaker = all };
    status = dm_speakers_resolve(&s, 1, &page, reg, arena, err);
    if (status == DEMARCHE_OK)
        set_known(out, s.actor, s.side_hint);
    return status;
}

static size_t length_of(const dm_statement *s)
{
    size_t len = 0;
    for (size_t i = 0; i < s->span_count; i++)
        len += s->spans[i].end - s->spans[i].begin;
    return len;
}

/* Look for the attribution inside a sentence; where the extractor finds
 * several statements, the longest stands for it. */
static demarche_status take_apart(dm_view *out, const dm_register *reg,
                                  const char *date, dm_arena *arena,
                                  demarche_error *err)
{
    dm_page page;
    dm_statements found = { NULL, 0 };
    dm_span text = out->content;
    demarche_status status =
        dm_page_read(&page, arena, text.data, text.len, date, err);
    if (status == DEMARCHE_OK)
        status = dm_statements_find(&found, &page, reg, arena, err);
    if (status != DEMARCHE_OK)
        return status;
    const dm_statement *longest = NULL;
    for (size_t i = 0; i < found.count; i++)
        if (found.items[i].kind != DEMARCHE_QUESTION &&
            (longest == NULL ||
             length_of(&found.items[i]) > length_of(longest)))
            longest = &found.items[i];
    if (longest == NULL)
        return DEMARCHE_OK;
    status = dm_view_of_statement(out, &page, longest, reg, arena, err);
    out->inner = out->content;
    out->content = text;
    return status;
}

/* The string fields that a view is made of. */
typedef struct fields {
    dm_span text, speaker, cue, actor, actor_id, date, kind;
} fields;

static demarche_status read_fields(fields *out, const json_t *record,
                                   demarche_error *err)
{
    const struct {
        const char *name;
        dm_span *to;
    } table[] = {
        { "text", &out->text }, { "speaker", &out->speaker },
        { "cue", &out->cue },   { "actor", &out->actor },
        { "date", &out->date }, { "actor_id", &out->actor_id },
        { "kind", &out->kind },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        demarche_status status =
            dm_json_string(table[i].to, record, table[i].name, err);
        if (status != DEMARCHE_OK)
            return status;
    }
    if (out->text.data == NULL)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "record without a field 'text'");
    return DEMARCHE_OK;
}

/* Nothing tells that the record is a statement already taken out. */
static bool is_whole_sentence(const fields *f)
{
    return f->kind.len + f->cue.len + f->speaker.len + f->actor.len +
               f->actor_id.len ==
           0;
}

demarche_status dm_view_of_record(dm_view *out, const json_t *record,
                                  const dm_register *reg, dm_arena *arena,
                                  demarche_error *err)
{
    fields f;
    *out = (dm_view){ 0 };
    demarche_status status = read_fields(&f, record, err);
    if (status != DEMARCHE_OK)
        return status;
    *out = (dm_view){ .content = f.text,
                      .cue = f.cue,
                      .speaker = f.speaker,
                      .actor = f.actor,
                      .reg = reg };
    const char *date = usable_date(f.date, arena);
    if (is_whole_sentence(&f))
        return take_apart(out, reg, date, arena, err);
    const dm_actor *actor = reg == NULL || f.actor_id.len == 0
                                ? NULL
                                : dm_register_find_id(reg, f.actor_id);
    if (actor != NULL) {
        set_known(out, actor, NULL);
        return DEMARCHE_OK;
    }
    // What the extractor knew, where it wrote this record; null: nothing.
    const json_t *known = json_object_get(record, "known");
    if (known != NULL) {
        set_known(out, NULL, json_string_value(known));
        return DEMARCHE_OK;
    }
    dm_span words = f.actor.len > 0 ? f.actor : f.speaker;
    return find_known(out, words, reg, date, arena, err);
}

/* The byte behind `points` code points of valid UTF-8, or its length. */
static size_t byte_at(dm_span text, json_int_t points)
{
    size_t at = 0;
    while (at < text.len && points > 0) {
        at++;
        while (at < text.len && (text.data[at] & 0xC0) == 0x80)
            at++;
        points--;
    }
    return at;
}

/* All of the text is the content then: the label is about its part. */
static demarche_status read_mark(dm_view *view, const json_t *record,
                                 const char *field, demarche_error *err)
{
    dm_span text;
    json_int_t begin, end;
    json_t *range = json_object_get(record, field);
    if (range == NULL || json_is_null(range))
        return DEMARCHE_OK;
    if (json_unpack(range, "[I,I!]", &begin, &end) != 0 || begin < 0 ||
        end <= begin)
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "'%.60s' is no range [begin, end) of the text", field);
    demarche_status status = dm_json_string(&text, record, "text", err);
    if (status != DEMARCHE_OK)
        return status;
    view->content = text;
    view->inner = (dm_span){ NULL, 0 };
    view->mark = (dm_bytes){ (uint32_t)byte_at(text, begin),
                             (uint32_t)byte_at(text, end) };
    return DEMARCHE_OK;
}

demarche_status dm_view_read(dm_view *view, const json_t *record,
                             const demarche_fields *asked, demarche_error *err)
{
    demarche_status status = DEMARCHE_OK;
    if (asked->given != NULL)
        status = dm_json_string(&view->given, record, asked->given, err);
    if (status == DEMARCHE_OK && asked->mark != NULL)
        status = read_mark(view, record, asked->mark, err);
    return status;
}
