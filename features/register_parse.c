/* register_parse.c - lines of a register file into entries.
 *
 * A file is checked as a whole. What is matched in documents (names, aliases,
 * the details of countries) is gathered in a text of its own, a field a line,
 * and cut into tokens at once: names in the register and names in documents
 * are cut alike, and ids and dates, two thirds of the file, cost nothing. Ids
 * may be used before their own line: `of` and the offices of persons are linked
 * after the last line.
 */
#include "field.h"
#include "register.h"

#include <assert.h>
#include <stdlib.h>

#include "base/buf.h"

enum { KIND, ID, SIDE, NAME, ALIASES, OF, DETAIL, COLUMNS };

/* A field whose tokens are found when the last line is read. */
typedef struct field {
    const dm_token **begin, **end; // where they are to go
    size_t past;                   // end of the field in `words`
} field;

typedef struct loader {
    dm_register *reg;
    const char *name; // of the file
    const dm_text *text;
    dm_buf words;  // the fields that are matched, a line each
    field *fields; // [field_count], in order
    size_t field_count, field_room;
    size_t line; // from 1
    demarche_error *err;
} loader;

static const char *const kinds[] = {
    [DM_ACTOR_COUNTRY] = "country",
    [DM_ACTOR_INSTITUTION] = "institution",
    [DM_ACTOR_OFFICE] = "office",
    [DM_ACTOR_PERSON] = "person",
};

#define REFUSE(l, at, ...)                                                     \
    dm_field_refuse((l)->name, (l)->line,                                      \
                    dm_field_column((l)->text->bytes, at), (l)->err,           \
                    __VA_ARGS__)

static int find_kind(dm_span span)
{
    for (int i = 0; i < (int)(sizeof kinds / sizeof *kinds); i++)
        if (dm_span_is(span, kinds[i]))
            return i;
    return -1;
}

static const char *copy(loader *l, dm_span span)
{
    return dm_arena_copy(&l->reg->arena, span);
}

/* Note a field whose tokens shall go to *begin and *end. */
static bool note(loader *l, dm_span span, const dm_token **begin,
                 const dm_token **end)
{
    field *moved = dm_arena_grow(&l->reg->arena, l->fields, l->field_count,
                                 &l->field_room, sizeof *moved);
    if (moved == NULL)
        return false;
    l->fields = moved;
    dm_buf_add_span(&l->words, span);
    l->fields[l->field_count++] = (field){ begin, end, l->words.len };
    dm_buf_add_char(&l->words, '\n');
    return true;
}

/* Hand the tokens out to the fields that they came from. */
static void share_out(loader *l, dm_tokens tokens)
{
    const dm_token *at = tokens.items, *last = tokens.items + tokens.count;
    for (size_t i = 0; i < l->field_count; i++) {
        *l->fields[i].begin = at;
        while (at < last && at->begin < l->fields[i].past)
            at++;
        *l->fields[i].end = at;
    }
}

static demarche_status cut_words(loader *l)
{
    dm_arena *arena = &l->reg->arena;
    dm_text text;
    dm_tokens tokens = { NULL, 0 };
    if (dm_buf_failed(&l->words))
        return dm_no_memory(l->err);
    char *held = dm_arena_copy(arena, dm_buf_span(&l->words));
    if (held == NULL)
        return dm_no_memory(l->err);
    demarche_status status =
        dm_text_init(&text, arena, held, l->words.len, l->err);
    if (status == DEMARCHE_OK)
        status = dm_tokens_find(&tokens, &text, arena, l->err);
    if (status == DEMARCHE_OK && tokens.count > 0)
        share_out(l, tokens);
    return status;
}

static demarche_status split(loader *l, dm_span line, dm_span *columns)
{
    size_t count = 1;
    for (size_t i = 0; i < line.len; i++)
        count += line.data[i] == '\t';
    if (count != COLUMNS)
        return REFUSE(l, line.data, "%zu columns, not %d", count, COLUMNS);
    for (size_t i = 0; i < COLUMNS; i++)
        columns[i] = dm_field_cut(&line, '\t');
    return DEMARCHE_OK;
}

static demarche_status check(loader *l, const dm_span *columns)
{
    if (find_kind(columns[KIND]) < 0)
        return REFUSE(l, columns[KIND].data, "unknown kind '%.*s'",
                      dm_field_shown(columns[KIND]), columns[KIND].data);
    if (columns[ID].len == 0)
        return REFUSE(l, columns[ID].data, "empty id");
    if (columns[SIDE].len == 0)
        return REFUSE(l, columns[SIDE].data, "empty side");
    if (columns[NAME].len == 0)
        return REFUSE(l, columns[NAME].data, "empty name");
    return DEMARCHE_OK;
}

static demarche_status fill(loader *l, dm_entry *entry, const dm_span *columns)
{
    dm_span type = dm_field_value(columns[DETAIL], "type");
    dm_span role = dm_field_value(columns[DETAIL], "role");
    *entry = (dm_entry){
        .number = entry->number,
        .actor = { .id = copy(l, columns[ID]),
                   .side = copy(l, columns[SIDE]),
                   .name = copy(l, columns[NAME]),
                   .kind = (dm_actor_kind)find_kind(columns[KIND]) },
        .file = l->name,
        .line = l->line,
        .of = columns[OF],
        .detail = columns[DETAIL],
        .text = l->text,
        .many = dm_span_is(dm_field_value(columns[DETAIL], "holders"), "many"),
    };
    bool country = entry->actor.kind == DM_ACTOR_COUNTRY;
    bool noted = note(l, columns[NAME], &entry->name, &entry->name_end) &&
                 note(l, columns[ALIASES], &entry->alias, &entry->alias_end) &&
                 (!country ||
                  note(l, columns[DETAIL], &entry->extra, &entry->extra_end));
    entry->role = role.len == 0 ? NULL : copy(l, role);
    entry->actor.type = type.len == 0 ? NULL : copy(l, type);
    bool copied = noted && entry->actor.id != NULL &&
                  entry->actor.side != NULL && entry->actor.name != NULL &&
                  (role.len == 0 || entry->role != NULL) &&
                  (type.len == 0 || entry->actor.type != NULL);
    return copied ? DEMARCHE_OK : dm_no_memory(l->err);
}

/* The entry that `id` names, made when it is new. */
static demarche_status place(loader *l, dm_span id, dm_entry **out)
{
    dm_register *reg = l->reg;
    uint32_t number;
    demarche_status status = dm_intern_add(&number, &reg->ids, id, l->err);
    if (status != DEMARCHE_OK)
        return status;
    if (number < reg->count) {
        *out = reg->entries[number];
        if ((*out)->text == l->text)
            return REFUSE(l, id.data, "duplicate id '%.*s', first in line %zu",
                          dm_field_shown(id), id.data, (*out)->line);
        return DEMARCHE_OK;
    }
    dm_entry **moved = dm_arena_grow(&reg->arena, reg->entries, reg->count,
                                     &reg->room, sizeof(dm_entry *));
    dm_entry *entry = dm_arena_alloc(&reg->arena, sizeof *entry);
    if (moved == NULL || entry == NULL)
        return dm_no_memory(l->err);
    entry->number = reg->count;
    reg->entries = moved;
    reg->entries[reg->count++] = *out = entry;
    return DEMARCHE_OK;
}

static demarche_status read_line(loader *l, dm_span line)
{
    dm_span columns[COLUMNS] = { { 0 } };
    const char *nul = memchr(line.data, '\0', line.len);
    if (nul != NULL)
        return REFUSE(l, nul, "a NUL byte");
    if (l->text->replaced > 0)
        for (size_t i = 0; i + 3 <= line.len; i++)
            if (memcmp(line.data + i, "\xEF\xBF\xBD", 3) == 0)
                return REFUSE(l, line.data + i, "invalid UTF-8");
    dm_span seen = dm_field_trim(line);
    if (seen.len == 0 || seen.data[0] == '#')
        return DEMARCHE_OK;
    demarche_status status = split(l, line, columns);
    if (status == DEMARCHE_OK)
        status = check(l, columns);
    dm_entry *entry = NULL;
    if (status == DEMARCHE_OK)
        status = place(l, columns[ID], &entry);
    if (status != DEMARCHE_OK)
        return status;
    assert(entry != NULL);
    return fill(l, entry, columns);
}

static demarche_status read_lines(loader *l)
{
    dm_span rest = { l->text->bytes, l->text->len };
    if (dm_span_begins(rest, "\xEF\xBB\xBF")) {
        rest.data += 3;
        rest.len -= 3;
    }
    while (rest.len > 0) {
        const char *feed = memchr(rest.data, '\n', rest.len);
        size_t len = feed == NULL ? rest.len : (size_t)(feed - rest.data);
        dm_span line = { rest.data, len };
        l->line++;
        demarche_status status = read_line(l, line);
        if (status != DEMARCHE_OK)
            return status;
        size_t taken = feed == NULL ? len : len + 1;
        rest.data += taken;
        rest.len -= taken;
    }
    return DEMARCHE_OK;
}

/* Add the lines of one file. The register keeps its own copy of the bytes. */
static demarche_status read_file(dm_register *reg, const char *name,
                                 dm_span bytes, demarche_error *err)
{
    char *held = dm_arena_copy(&reg->arena, bytes);
    dm_text *text = dm_arena_alloc(&reg->arena, sizeof *text);
    loader l = { .reg = reg, .text = text, .err = err };
    dm_buf_init(&l.words);
    l.name = dm_arena_copy(&reg->arena, dm_span_of(name));
    if (held == NULL || text == NULL || l.name == NULL)
        return dm_no_memory(err);
    demarche_status status =
        dm_text_init(text, &reg->arena, held, bytes.len, err);
    if (status == DEMARCHE_OK)
        status = read_lines(&l);
    if (status == DEMARCHE_OK)
        status = cut_words(&l);
    dm_buf_clear(&l.words);
    return status;
}

demarche_status dm_register_parse_two(dm_register **out, const char *name,
                                      dm_span first, const char *second_name,
                                      dm_span second, demarche_error *err)
{
    *out = NULL;
    dm_register *reg = calloc(1, sizeof *reg);
    if (reg == NULL)
        return dm_no_memory(err);
    dm_arena_init(&reg->arena);
    dm_intern_init(&reg->ids);
    demarche_status status = read_file(reg, name, first, err);
    if (status == DEMARCHE_OK && second_name != NULL)
        status = read_file(reg, second_name, second, err);
    if (status == DEMARCHE_OK)
        status = dm_register_link(reg, err);
    if (status == DEMARCHE_OK)
        status = dm_register_index(reg, err);
    if (status != DEMARCHE_OK) {
        dm_register_free(reg);
        return status;
    }
    *out = reg;
    return DEMARCHE_OK;
}

demarche_status dm_register_parse(dm_register **out, const char *name,
                                  const char *bytes, size_t len,
                                  demarche_error *err)
{
    dm_span none = { 0 };
    return dm_register_parse_two(out, name, (dm_span){ bytes, len }, NULL, none,
                                 err);
}
