/* plain.c - a plain text file: one document, which may open with header lines.
 *
 * A header line is a known name, a colon and a value; before a date the colon
 * may be missing ("date 2023-06-20"). Blank lines may stand before, between
 * and after. Prose can begin with such a word too ("Source: we saw them"), so
 * the lines count as a header only when one of them is a date, or when a blank
 * line follows them. The document's text is what comes after, and offsets
 * count from there.
 */
#include "day.h"
#include "form.h"

enum { LINE_MAX_LEN = 500 }; // a longer line is prose

typedef enum field { F_DATE, F_TITLE, F_OUTLET, F_URL, F_AUTHOR, FIELDS } field;

static const char *const field_names[FIELDS] = { "date", "title", "outlet",
                                                 "url", "author" };
static const struct {
    const char *name; // lower case
    field field;
} names[] = {
    { "date", F_DATE },      { "published", F_DATE }, { "title", F_TITLE },
    { "headline", F_TITLE }, { "outlet", F_OUTLET },  { "source", F_OUTLET },
    { "url", F_URL },        { "author", F_AUTHOR },
};
enum { NAMES = sizeof names / sizeof *names };

typedef struct header {
    dm_span values[FIELDS]; // data NULL: not there
    char date[DM_DAY_ROOM];
    size_t end; // where the document's text begins
} header;

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static dm_span trim(dm_span text)
{
    while (text.len > 0 && is_space(text.data[0])) {
        text.data++;
        text.len--;
    }
    while (text.len > 0 && is_space(text.data[text.len - 1]))
        text.len--;
    return text;
}

static dm_span line_at(dm_span text, size_t at)
{
    const char *begin = text.data + at;
    size_t left = text.len - at;
    const char *feed = left == 0 ? NULL : memchr(begin, '\n', left);
    return (dm_span){ begin, feed == NULL ? left : (size_t)(feed - begin) + 1 };
}

static bool is_named(dm_span line, const char *name)
{
    size_t len = strlen(name);
    if (line.len <= len)
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = line.data[i];
        if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != name[i])
            return false;
    }
    return true;
}

/* The field that a header line fills, and its value; FIELDS for other lines. A
 * date is given as YYYY-MM-DD in `date`. */
static field read_line(dm_span *value, char date[DM_DAY_ROOM], dm_span line)
{
    line = trim(line);
    for (size_t i = 0; i < NAMES && line.len <= LINE_MAX_LEN; i++) {
        if (!is_named(line, names[i].name))
            continue;
        size_t at = strlen(names[i].name);
        bool colon = line.data[at] == ':';
        *value =
            trim((dm_span){ line.data + at + colon, line.len - at - colon });
        if (value->len == 0)
            return FIELDS;
        if (names[i].field != F_DATE)
            return colon ? names[i].field : FIELDS;
        bool apart = colon || is_space(line.data[at]);
        return apart && dm_day_parse(date, *value) ? F_DATE : FIELDS;
    }
    return FIELDS;
}

static size_t skip_blank(dm_span text, size_t at)
{
    for (;;) {
        dm_span line = line_at(text, at);
        if (line.len == 0 || trim(line).len > 0)
            return at;
        at += line.len;
    }
}

static void read_header(header *out, dm_span text)
{
    *out = (header){ .end = 0 };
    size_t at = skip_blank(text, 0);
    bool closed = false; // a blank line, or the end, follows
    for (;;) {
        char date[DM_DAY_ROOM];
        dm_span line = line_at(text, at), value;
        field found = read_line(&value, date, line);
        if (found == FIELDS || out->values[found].data != NULL)
            break;
        out->values[found] = value;
        if (found == F_DATE)
            memcpy(out->date, date, sizeof date);
        size_t next = skip_blank(text, at + line.len);
        closed = next > at + line.len || next == text.len;
        at = next;
    }
    if (closed || out->values[F_DATE].data != NULL)
        out->end = at;
    else
        *out = (header){ .end = 0 };
    if (out->values[F_DATE].data != NULL)
        out->values[F_DATE] = dm_span_of(out->date);
}

static bool set(json_t *object, const char *name, dm_span value)
{
    return json_object_set_new(object, name,
                               json_stringn(value.data, value.len)) == 0;
}

demarche_status dm_plain_next(json_t **out, uint64_t *line, dm_lines *lines,
                              dm_span name, demarche_error *err)
{
    *out = NULL;
    *line = 1;
    if (lines->number > 0) // the one document was given
        return DEMARCHE_OK;
    dm_span text;
    lines->number = 1;
    demarche_status status = dm_lines_rest(&text, lines, err);
    if (status != DEMARCHE_OK)
        return status;

    header head;
    read_header(&head, text);
    json_t *object = json_object();
    bool good = object != NULL && set(object, "id", name);
    for (size_t i = 0; good && i < FIELDS; i++)
        if (head.values[i].data != NULL)
            good = set(object, field_names[i], head.values[i]);
    dm_span rest = { text.data + head.end, text.len - head.end };
    if (good && set(object, "text", rest)) {
        *out = object;
        return DEMARCHE_OK;
    }
    json_decref(object);
    return dm_no_memory(err);
}
