/* example.c - who said what, in which tone: the library in forty lines.
 *
 * The persons are invented. Build it with
 *     cc example.c $(pkg-config --cflags --libs demarche)
 */
#include <demarche.h>
#include <stdio.h>

static const char text[] =
    "US Treasury official Nora Whitfield said on Monday that both sides had "
    "made real progress in the talks. \"We welcome the new channel and look "
    "forward to using it,\" she told reporters.\n\n"
    "Chinese Commerce Ministry spokesman Chen Guowei accused Washington of "
    "bullying Chinese companies. \"The tariffs must be lifted at once,\" Chen "
    "said.\n";

static void print(const demarche_statement *s)
{
    printf("%-16s %-6s %-13s %5.2f  %.60s\n",
           s->actor != NULL ? s->actor : "(nobody named)", s->side.label,
           s->tone.label, s->score, s->text);
}

int main(void)
{
    demarche_document article = { .id = "example",
                                  .date = "2031-06-12",
                                  .text = text,
                                  .len = sizeof text - 1 };
    demarche_analyser *analyser = NULL;
    demarche_statements *said = NULL;
    demarche_error err = { .message = "" };
    demarche_status status = demarche_analyser_new(&analyser, NULL, &err);
    if (status == DEMARCHE_OK)
        status = demarche_extract(&said, analyser, &article, &err);
    if (status == DEMARCHE_OK)
        status = demarche_judge(analyser, said, &err);
    for (size_t i = 0; !status && i < demarche_statements_count(said); i++)
        print(demarche_statements_at(said, i));
    if (status != DEMARCHE_OK)
        fprintf(stderr, "example: %s\n", err.message);
    demarche_statements_free(said);
    demarche_analyser_free(analyser);
    return status == DEMARCHE_OK ? 0 : 1;
}
