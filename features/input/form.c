/* form.c - see form.h. */
#include "form.h"

typedef struct ending {
    const char *name;
    demarche_form form;
} ending;

static const ending endings[] = {
    { ".txt", DEMARCHE_FORM_TEXT },     { ".text", DEMARCHE_FORM_TEXT },
    { ".md", DEMARCHE_FORM_TEXT },      { ".ndjson", DEMARCHE_FORM_NDJSON },
    { ".jsonl", DEMARCHE_FORM_NDJSON }, { ".json", DEMARCHE_FORM_NDJSON },
    { ".csv", DEMARCHE_FORM_CSV },      { ".tsv", DEMARCHE_FORM_TSV },
    { ".tab", DEMARCHE_FORM_TSV },
};

/* Files that people have instead of text, and what to tell them. */
static const struct {
    dm_span magic;
    const char *what;
} foreign[] = {
    { DM_SPAN("\xFF\xFE"), "UTF-16 text; convert it to UTF-8 first" },
    { DM_SPAN("\xFE\xFF"), "UTF-16 text; convert it to UTF-8 first" },
    { DM_SPAN("%PDF-"), "a PDF file, not text" },
    { DM_SPAN("PK\x03\x04"), "a zip archive or office document, not text" },
    { DM_SPAN("\xFD"
              "7zXZ"),
      "packed by xz; unpack it first" },
    { DM_SPAN("BZh91AY&SY"), "packed by bzip2; unpack it first" },
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool ends_with(dm_span name, const char *ending_name)
{
    size_t len = strlen(ending_name);
    if (name.len < len)
        return false;
    for (size_t i = 0; i < len; i++)
        if (lower(name.data[name.len - len + i]) != ending_name[i])
            return false;
    return true;
}

dm_span dm_form_base_name(const char *name)
{
    const char *slash = strrchr(name, '/');
    dm_span base = dm_span_of(slash == NULL ? name : slash + 1);
    if (ends_with(base, ".gz"))
        base.len -= 3;
    else if (ends_with(base, ".zst"))
        base.len -= 4;
    return base;
}

static bool by_name(demarche_form *out, const char *name)
{
    if (name == NULL)
        return false;
    dm_span base = dm_form_base_name(name);
    for (size_t i = 0; i < COUNT(endings); i++)
        if (ends_with(base, endings[i].name)) {
            *out = endings[i].form;
            return true;
        }
    return false;
}

/* Whether one of the cells of the first line is `text`. */
static bool names_text(dm_span line, char separator)
{
    size_t begin = 0, cells = 0;
    bool found = false;
    for (size_t i = 0; i <= line.len; i++) {
        if (i < line.len && line.data[i] != separator)
            continue;
        dm_span cell = { line.data + begin, i - begin };
        found =
            found || dm_span_is(cell, "text") || dm_span_is(cell, "\"text\"");
        begin = i + 1;
        cells++;
    }
    return found && cells > 1;
}

static demarche_form by_bytes(dm_span head)
{
    const char *feed = head.len == 0 ? NULL : memchr(head.data, '\n', head.len);
    dm_span line = head;
    if (feed != NULL)
        line.len = (size_t)(feed - head.data);
    if (line.len > 0 && line.data[line.len - 1] == '\r')
        line.len--;
    if (names_text(line, ','))
        return DEMARCHE_FORM_CSV;
    if (names_text(line, '\t'))
        return DEMARCHE_FORM_TSV;
    size_t at = 0;
    while (at < head.len && strchr(" \t\r\n", head.data[at]) != NULL &&
           head.data[at] != '\0')
        at++;
    bool object = at < head.len && head.data[at] == '{';
    return object ? DEMARCHE_FORM_NDJSON : DEMARCHE_FORM_TEXT;
}

demarche_status dm_form_detect(demarche_form *out, const char *name,
                               dm_span head, demarche_error *err)
{
    for (size_t i = 0; i < COUNT(foreign); i++) {
        dm_span magic = foreign[i].magic;
        if (head.len >= magic.len &&
            memcmp(head.data, magic.data, magic.len) == 0)
            return dm_fail(err, DEMARCHE_BAD_INPUT, 0, "this is %s",
                           foreign[i].what);
    }
    if (!by_name(out, name))
        *out = by_bytes(head);
    if (*out == DEMARCHE_FORM_NDJSON && head.len > 0 && head.data[0] == '[')
        return dm_fail(err, DEMARCHE_BAD_INPUT, 0,
                       "this is a JSON array, where one object a line is "
                       "needed");
    return DEMARCHE_OK;
}
