/* unresolved_tsv.c - unknown speakers as lines for a register.
 *
 *     # 12 statements in 5 documents; other: described so in 7; an envoy
 *     person→new/vera-holt→other→Vera Holt→→→
 *
 * What a person must not paste blindly is written as a comment: a single word
 * of a person's name would call everybody of that name.
 */
#include <stdlib.h>
#include <string.h>

#include "documents.h"
#include "print.h"
#include "unresolved.h"

enum {
    WORDS_MAX = 24, // of a name; the register takes 32 tokens
    ID_MAX = 80,    // bytes of an id
    WHOLE = 10000,
    PERCENT = WHOLE / 100,
};

static const char head[] =
    "# Speakers that the register does not know, most frequent first. Check\n"
    "# kind, side and name of each, add aliases, the id that it belongs to\n"
    "# and offices or a role, then give this file by --actors. A person who\n"
    "# is known by one word alone is commented out: find the full name.\n"
    "# kind\tid\tside\tname\taliases\tof\tdetail\n";

/* Most frequent first, then by name. */
static int by_count(const void *a, const void *b)
{
    const cli_unknown *x = *(cli_unknown *const *)a;
    const cli_unknown *y = *(cli_unknown *const *)b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(x->name, y->name);
}

/* The side with the largest figure, the first by name of equals; figures of
 * one type stand `step` bytes apart. */
static size_t guess(const cli_unresolved *u, const cli_unknown *unknown)
{
    size_t best = 0;
    bool told = false;
    for (size_t i = 0; i < u->side_count; i++)
        told |= unknown->told[i] > 0;
    for (size_t i = 1; i < u->side_count; i++) {
        uint64_t x = told ? unknown->told[i] : unknown->judged[i];
        uint64_t y = told ? unknown->told[best] : unknown->judged[best];
        if (x > y || (x == y && strcmp(u->sides[i], u->sides[best]) < 0))
            best = i;
    }
    return best;
}

/* "12 statements in 5 documents; us: described so in 7; an envoy to Lima". */
static void put_comment(FILE *to, const cli_unresolved *u,
                        const cli_unknown *unknown, size_t side)
{
    fprintf(to, "# %zu statement%s in %zu document%s; ", unknown->count,
            unknown->count == 1 ? "" : "s", unknown->documents,
            unknown->documents == 1 ? "" : "s");
    size_t told = u->side_count > 0 ? unknown->told[side] : 0;
    if (told > 0)
        fprintf(to, "%s: described so in %zu", u->sides[side], told);
    else if (unknown->judgements > 0)
        fprintf(to, "%s: by the words, %d %%", u->sides[side],
                (int)(unknown->judged[side] / unknown->judgements / PERCENT));
    else
        fputs("nothing tells the side", to);
    if (unknown->example != NULL) {
        fputs("; ", to);
        print_cell(to, unknown->example, UNRESOLVED_EXAMPLE_MAX, PRINT_BARE);
    }
    fputc('\n', to);
}

/* Words of the name; 0 where it has bytes that no register line may have. */
static size_t count_words(const char *name)
{
    size_t words = 1;
    for (const char *c = name; *c != '\0'; c++) {
        if ((unsigned char)*c < ' ' || *c == 0x7F)
            return 0;
        words += *c == ' ' || *c == '-' || *c == '.';
    }
    return words;
}

/* "vera-holt" of "Vera Holt". Beyond ASCII letters stay as they are. */
static void make_id(char id[ID_MAX + 1], const char *name)
{
    size_t len = 0, word = 0;
    for (; *name != '\0' && len < ID_MAX; name++) {
        char c = *name;
        bool upper = c >= 'A' && c <= 'Z';
        bool plain = upper || (c >= 'a' && c <= 'z') ||
                     (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
        if (plain)
            id[len++] = upper ? (char)(c - 'A' + 'a') : c;
        else if (len > word)
            id[len++] = '-', word = len;
    }
    if (*name != '\0' || len == word) // no half letter, no dash at the end
        len = word > 0 ? word - 1 : 0;
    id[len] = '\0';
}

/* The same for the second of that name, and so on: "vera-holt-2". */
static void put_id(FILE *to, const char *name, cli_seen *ids)
{
    char id[ID_MAX + 1];
    make_id(id, name);
    size_t before = seen_add(ids, id);
    fprintf(to, "new/%s", id);
    if (before > 0 && before < SIZE_MAX)
        fprintf(to, "--%zu", before + 1);
}

static void put_entry(FILE *to, const cli_unresolved *u,
                      const cli_unknown *unknown, cli_seen *ids)
{
    size_t words = count_words(unknown->name);
    bool institution = 2 * unknown->institutions > unknown->count;
    bool whole = words > 0 && words <= WORDS_MAX &&
                 (institution || strchr(unknown->name, ' ') != NULL);
    size_t side = guess(u, unknown);
    put_comment(to, u, unknown, side);
    fprintf(to, "%s%s\t", whole ? "" : "#",
            institution ? "institution" : "person");
    put_id(to, unknown->name, ids);
    fprintf(to, "\t%s\t", u->side_count > 0 ? u->sides[side] : "other");
    if (words == 0)
        print_cell(to, unknown->name, UNRESOLVED_EXAMPLE_MAX, PRINT_BARE);
    else
        fputs(unknown->name, to);
    fputs("\t\t\t\n", to);
}

void unresolved_write(FILE *to, cli_unresolved *u)
{
    if (u->count > 0)
        qsort(u->items, u->count, sizeof(cli_unknown *), by_count);
    free(u->slots); // its numbers do not hold any more
    u->slots = NULL;
    u->capacity = 0;
    fputs(head, to);
    cli_seen ids = { .count = 0 };
    for (size_t i = 0; i < u->count; i++)
        put_entry(to, u, u->items[i], &ids);
    seen_clear(&ids);
}
