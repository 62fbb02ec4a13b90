/* run.c - golden cases: texts with the statements that must be found in them.
 *
 *     run FILE...      each file holds cases as README.md describes them
 *
 * Every case that fails prints its file, its first line and what differs. The
 * exit status is 1 when one failed, and when a file holds no case.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "statement.h"

static const char *const kinds[] = { "quoted",   "reported",   "mixed",
                                     "unmarked", "transcript", "question" };

typedef struct context {
    const char *file;
    dm_span why; // the case's first line
    dm_page page;
    size_t cases, failed;
    bool told; // the case's head was printed
} context;

static void complain(context *c, const char *what, dm_span wanted,
                     dm_span found)
{
    if (!c->told) {
        c->failed++;
        printf("%s: %.*s\n", c->file, (int)c->why.len, c->why.data);
    }
    c->told = true;
    printf("    %s: wanted '%.*s', found '%.*s'\n", what, (int)wanted.len,
           wanted.data, (int)found.len, found.data);
}

/* The line at `*at`, which moves behind it; false at the end. */
static bool next_line(dm_span *line, dm_span bytes, size_t *at)
{
    if (*at >= bytes.len)
        return false;
    const char *begin = bytes.data + *at;
    const char *end = memchr(begin, '\n', bytes.len - *at);
    line->data = begin;
    line->len = end == NULL ? bytes.len - *at : (size_t)(end - begin);
    *at += line->len + 1;
    return true;
}

static void add_range(dm_buf *buf, const context *c, dm_bytes range)
{
    dm_buf_add(buf, c->page.text.bytes + range.begin, range.end - range.begin);
}

/* The value of `key` as the statement has it; false for an unknown key. */
static bool describe(dm_buf *buf, const context *c, const dm_statement *s,
                     dm_span key)
{
    if (dm_span_is(key, "kind")) {
        dm_buf_add_string(buf, kinds[s->kind]);
    } else if (dm_span_is(key, "answers")) {
        dm_buf_addf(buf, "%zu", s->answers);
    } else if (dm_span_is(key, "speaker")) {
        add_range(buf, c, s->speaker);
    } else if (dm_span_is(key, "cue")) {
        add_range(buf, c, s->cue);
    } else if (dm_span_is(key, "text")) {
        for (size_t i = 0; i < s->span_count; i++) {
            dm_buf_add_string(buf, i == 0 ? "" : " | ");
            add_range(buf, c, s->spans[i]);
        }
    } else if (dm_span_is(key, "factual")) {
        dm_buf_add_string(buf, s->nonfactual ? "no" : "yes");
    } else if (dm_span_is(key, "rules")) {
        for (size_t i = 0; i < s->rule_count; i++) {
            // A and S tell how the actor was found, which depends on the
            // register; see test_speaker.c.
            if (strchr("AS", s->rules[i][0]) != NULL)
                continue;
            dm_buf_add_string(buf, buf->len == 0 ? "" : " ");
            dm_buf_add_string(buf, s->rules[i]);
        }
    } else {
        return false;
    }
    return true;
}

/* One "key: value" line against the statement. */
static void compare(context *c, const dm_statement *s, dm_span line)
{
    const char *colon = memchr(line.data, ':', line.len);
    dm_span key = { line.data,
                    colon == NULL ? line.len : (size_t)(colon - line.data) };
    dm_span value = { line.data + key.len, line.len - key.len };
    while (value.len > 0 && (value.data[0] == ':' || value.data[0] == ' ')) {
        value.data++;
        value.len--;
    }
    dm_buf found;
    dm_buf_init(&found);
    if (!describe(&found, c, s, key))
        complain(c, "unknown key", key, (dm_span)DM_SPAN(""));
    else if (!dm_span_equal(dm_buf_span(&found), value))
        complain(c, "statement", line, dm_buf_span(&found));
    dm_buf_clear(&found);
}

/* The statements wanted, one block of lines each, against those found. */
static void compare_all(context *c, const dm_statements *found, dm_span wanted)
{
    size_t at = 0, n = 0;
    bool inside = false;
    dm_span line;
    while (next_line(&line, wanted, &at)) {
        if (line.len > 0 && !inside)
            n++;
        inside = line.len > 0;
        if (inside && n <= found->count)
            compare(c, &found->items[n - 1], line);
    }
    for (size_t i = found->count; i < n; i++)
        complain(c, "count", dm_span_of("one more"), (dm_span)DM_SPAN(""));
    for (size_t i = n; i < found->count; i++) {
        dm_buf text;
        dm_buf_init(&text);
        describe(&text, c, &found->items[i], dm_span_of("text"));
        complain(c, "count", dm_span_of("none"), dm_buf_span(&text));
        dm_buf_clear(&text);
    }
}

static void run_case(context *c, dm_span text, dm_span wanted)
{
    dm_arena arena;
    dm_statements found;
    demarche_error err = { 0 };
    dm_arena_init(&arena);
    c->cases++;
    c->told = false;
    if (dm_page_read(&c->page, &arena, text.data, text.len, NULL, &err) != 0 ||
        dm_statements_find(&found, &c->page, NULL, &arena, &err) != 0)
        complain(c, "failure", (dm_span)DM_SPAN(""), dm_span_of(err.message));
    else
        compare_all(c, &found, wanted);
    dm_arena_clear(&arena);
}

/* A file's cases: "# why", text, "---", statements; "====" between two. */
static void run_file(context *c, dm_span bytes)
{
    size_t at = 0, begin = 0;
    dm_span line, text = { 0 };
    c->why = (dm_span){ 0 };
    while (next_line(&line, bytes, &at)) {
        size_t line_begin = (size_t)(line.data - bytes.data);
        bool end = dm_span_is(line, "====") || at >= bytes.len;
        if (c->why.data == NULL) {
            c->why = line;
            begin = at;
        } else if (dm_span_is(line, "---") && text.data == NULL) {
            text = (dm_span){ bytes.data + begin, line_begin - begin };
            begin = at;
        }
        if (!end || text.data == NULL)
            continue;
        size_t last = dm_span_is(line, "====") ? line_begin : bytes.len;
        if (begin > last)
            begin = last;
        run_case(c, text, (dm_span){ bytes.data + begin, last - begin });
        c->why = text = (dm_span){ 0 };
    }
}

static bool load(dm_buf *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return false;
    char part[4096];
    size_t len;
    while ((len = fread(part, 1, sizeof part, file)) > 0)
        dm_buf_add(out, part, len);
    bool done = ferror(file) == 0 && !dm_buf_failed(out);
    fclose(file);
    return done;
}

int main(int argc, char **argv)
{
    context c = { 0 };
    for (int i = 1; i < argc; i++) {
        dm_buf bytes;
        dm_buf_init(&bytes);
        size_t before = c.cases;
        c.file = argv[i];
        if (load(&bytes, argv[i]))
            run_file(&c, dm_buf_span(&bytes));
        if (c.cases == before) {
            printf("%s: no case in it\n", c.file);
            c.failed++;
        }
        dm_buf_clear(&bytes);
    }
    printf("%zu cases, %zu failed\n", c.cases, c.failed);
    return c.failed > 0 || c.cases == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
