/* statements.c - a document in, the public list of its statements out.
 *
 *     bytes ──► dm_page ──► dm_statements ──► demarche_statement
 *                 (byte ranges of the checked text)   (words, code points)
 */
#include "statements.h"

#include <stdlib.h>

#include "analyser.h"

static const char *const kinds[DM_KINDS] = { "quoted",     "reported",
                                             "mixed",      "unmarked",
                                             "transcript", "question" };

const char *dm_kind_name(demarche_kind kind)
{
    return kinds[kind];
}

bool dm_kind_parse(demarche_kind *out, dm_span name)
{
    for (size_t i = 0; i < DM_KINDS; i++)
        if (dm_span_is(name, kinds[i])) {
            *out = (demarche_kind)i;
            return true;
        }
    return false;
}

/* Append `piece` word by word; a space goes before each word but the first. */
static char *copy_words(char *to, const char *begin, dm_span piece)
{
    bool between = true;
    for (size_t at = 0, step; at < piece.len; at += step) {
        uint32_t c = dm_text_at(piece.data, piece.len, at, &step);
        dm_char_class class = dm_char_classify(c);
        if (class == DM_CHAR_SPACE || class == DM_CHAR_BREAK) {
            between = true;
            continue;
        }
        if (between && to > begin)
            *to++ = ' ';
        between = false;
        memcpy(to, piece.data + at, step);
        to += step;
    }
    return to;
}

char *dm_words_copy(dm_arena *arena, const dm_span *pieces, size_t count,
                    size_t *len)
{
    size_t room = 1; // the pieces lie in one text: their sum cannot overflow
    for (size_t i = 0; i < count; i++)
        room += pieces[i].len + 1;
    char *begin = dm_arena_alloc(arena, room), *end = begin;
    if (begin == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++)
        end = copy_words(end, begin, pieces[i]);
    if (len != NULL)
        *len = (size_t)(end - begin);
    return begin; // the arena zeroes: the NUL is there
}

static dm_span piece_of(const dm_text *text, dm_bytes bytes)
{
    return (dm_span){ text->bytes + bytes.begin, bytes.end - bytes.begin };
}

static demarche_range codepoints_of(const dm_text *text, dm_bytes bytes)
{
    return (demarche_range){ dm_text_codepoints(text, bytes.begin),
                             dm_text_codepoints(text, bytes.end) };
}

/* The words of a range that may be absent, and where they stand. */
static demarche_status show_range(const char **words, demarche_range *range,
                                  demarche_statements *list, dm_bytes bytes,
                                  demarche_error *err)
{
    *words = NULL;
    *range = (demarche_range){ 0, 0 };
    if (bytes.begin == bytes.end)
        return DEMARCHE_OK;
    dm_span piece = piece_of(&list->page.text, bytes);
    *words = dm_words_copy(&list->arena, &piece, 1, NULL);
    *range = codepoints_of(&list->page.text, bytes);
    return *words == NULL ? dm_no_memory(err) : DEMARCHE_OK;
}

static demarche_status show_text(demarche_statement *to,
                                 demarche_statements *list,
                                 const dm_statement *from, demarche_error *err)
{
    const dm_text *text = &list->page.text;
    size_t count = from->span_count;
    dm_span *pieces = dm_arena_array(&list->arena, count, sizeof *pieces);
    demarche_range *spans = dm_arena_array(&list->arena, count, sizeof *spans);
    if (pieces == NULL || spans == NULL)
        return dm_no_memory(err);
    for (size_t i = 0; i < count; i++) {
        pieces[i] = piece_of(text, from->spans[i]);
        spans[i] = codepoints_of(text, from->spans[i]);
    }
    to->spans = spans;
    to->span_count = count;
    to->text = dm_words_copy(&list->arena, pieces, count, &to->text_len);
    return to->text == NULL ? dm_no_memory(err) : DEMARCHE_OK;
}

/* Title and apposition, with a stroke between the two. */
static demarche_status show_description(demarche_statement *to,
                                        demarche_statements *list,
                                        const dm_statement *from,
                                        demarche_error *err)
{
    const dm_text *text = &list->page.text;
    dm_span pieces[] = { piece_of(text, from->title), DM_SPAN("/"),
                         piece_of(text, from->apposition) };
    if (pieces[0].len == 0 && pieces[2].len == 0)
        return DEMARCHE_OK;
    if (pieces[0].len == 0 || pieces[2].len == 0)
        pieces[1].len = 0;
    to->description = dm_words_copy(&list->arena, pieces, 3, NULL);
    return to->description == NULL ? dm_no_memory(err) : DEMARCHE_OK;
}

static demarche_status show_statement(demarche_statement *to,
                                      demarche_statements *list,
                                      const dm_statement *from,
                                      demarche_error *err)
{
    to->kind = from->kind;
    to->answers = from->answers;
    to->nonfactual = from->nonfactual;
    to->actor = from->actor_name;
    to->actor_kind = from->actor_kind;
    to->actor_id = from->actor == NULL ? NULL : from->actor->id;
    to->known = from->actor == NULL ? from->side_hint : from->actor->side;
    to->rule_count = from->rule_count;
    memcpy(to->rules, from->rules, sizeof to->rules);
    demarche_status status = show_text(to, list, from, err);
    if (status == DEMARCHE_OK)
        status = show_description(to, list, from, err);
    if (status == DEMARCHE_OK)
        status = show_range(&to->cue, &to->cue_span, list, from->cue, err);
    if (status == DEMARCHE_OK)
        status = show_range(&to->speaker, &to->speaker_span, list,
                            from->speaker, err);
    return status;
}

static demarche_status show_all(demarche_statements *list, demarche_error *err)
{
    size_t count = list->found.count;
    list->items = dm_arena_array(&list->arena, count, sizeof *list->items);
    if (list->items == NULL)
        return dm_no_memory(err);
    demarche_status status = DEMARCHE_OK;
    for (size_t i = 0; i < count && status == DEMARCHE_OK; i++) {
        list->items[i].n = i + 1;
        status =
            show_statement(&list->items[i], list, &list->found.items[i], err);
    }
    return status;
}

/* An own copy with invalid bytes replaced; absent stays absent. */
static demarche_status copy_field(const char **out, dm_arena *arena,
                                  const char *given, demarche_error *err)
{
    *out = NULL;
    if (given == NULL)
        return DEMARCHE_OK;
    dm_text text;
    demarche_status status =
        dm_text_init(&text, arena, given, strlen(given), err);
    if (status != DEMARCHE_OK)
        return status;
    *out = dm_arena_copy(arena, (dm_span){ text.bytes, text.len });
    return *out == NULL ? dm_no_memory(err) : DEMARCHE_OK;
}

static demarche_status copy_fields(demarche_statements *list,
                                   const demarche_document *document,
                                   demarche_error *err)
{
    dm_arena *arena = &list->arena;
    demarche_status status = copy_field(&list->doc, arena, document->id, err);
    if (status == DEMARCHE_OK)
        status = copy_field(&list->date, arena, document->date, err);
    if (status == DEMARCHE_OK)
        status = copy_field(&list->outlet, arena, document->outlet, err);
    return status;
}

static demarche_status find(demarche_statements *list,
                            const demarche_analyser *analyser,
                            const demarche_document *document,
                            demarche_error *err)
{
    demarche_status status = copy_fields(list, document, err);
    if (status != DEMARCHE_OK)
        return status;
    dm_arena *arena = &list->arena;
    dm_span given = { document->text, document->len };
    const char *bytes = dm_arena_copy(arena, given);
    if (bytes == NULL)
        return dm_no_memory(err);
    status =
        dm_page_read(&list->page, arena, bytes, document->len, list->date, err);
    list->page.title = dm_span_of(document->title); // for the search alone
    if (analyser->extractor != NULL)
        list->page.chooser = &analyser->extractor->chooser;
    list->page.parc = analyser->parc;
    if (status == DEMARCHE_OK)
        status = dm_statements_find(&list->found, &list->page, analyser->actors,
                                    arena, err);
    return status == DEMARCHE_OK ? show_all(list, err) : status;
}

demarche_status demarche_extract(demarche_statements **out,
                                 const demarche_analyser *analyser,
                                 const demarche_document *document,
                                 demarche_error *err)
{
    *out = NULL;
    demarche_statements *list = calloc(1, sizeof *list);
    if (list == NULL)
        return dm_no_memory(err);
    dm_arena_init(&list->arena);
    demarche_status status = find(list, analyser, document, err);
    if (status != DEMARCHE_OK) {
        demarche_statements_free(list);
        return status;
    }
    *out = list;
    return DEMARCHE_OK;
}

size_t demarche_statements_count(const demarche_statements *list)
{
    return list->found.count;
}

const demarche_statement *
demarche_statements_at(const demarche_statements *list, size_t i)
{
    return &list->items[i];
}

size_t demarche_statements_replaced(const demarche_statements *list)
{
    return list->page.text.replaced;
}

void demarche_statements_free(demarche_statements *list)
{
    if (list == NULL)
        return;
    dm_arena_clear(&list->arena);
    free(list);
}
