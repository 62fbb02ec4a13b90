/* verdict.c - see verdict.h. */
#include "verdict.h"

#include <math.h>

#include "base/num.h"

enum { UNITS = 10000, DECIMALS = 4 }; // a probability is shown in 1/UNITS

/* The label that lost most by being cut; marks it as paid. */
static size_t largest_rest(double *rest, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (rest[i] > rest[best])
            best = i;
    rest[best] = -1;
    return best;
}

void dm_verdict_round(demarche_verdict *verdict)
{
    double rest[DEMARCHE_LABELS_MAX];
    int units[DEMARCHE_LABELS_MAX], missing = UNITS;
    for (size_t i = 0; i < verdict->count; i++) {
        double exact = verdict->p[i] * UNITS;
        units[i] = (int)floor(exact);
        rest[i] = exact - units[i];
        missing -= units[i];
    }
    for (size_t i = 0; i < verdict->count && missing > 0; i++, missing--)
        units[largest_rest(rest, verdict->count)]++;
    for (size_t i = 0; i < verdict->count; i++)
        verdict->p[i] = (double)units[i] / UNITS;
}

static double probability(const demarche_verdict *verdict, const char *label,
                          bool *known)
{
    for (size_t i = 0; i < verdict->count; i++)
        if (strcmp(verdict->labels[i], label) == 0) {
            *known = true;
            return verdict->p[i];
        }
    return 0;
}

double dm_verdict_score(const demarche_verdict *tone)
{
    bool known = false;
    double score = probability(tone, "conciliatory", &known);
    score -= probability(tone, "critical", &known);
    // A difference of two rounded numbers is not quite a rounded number.
    return known ? round(score * UNITS) / UNITS : NAN;
}

void dm_verdict_order(size_t order[DEMARCHE_LABELS_MAX],
                      const demarche_verdict *verdict)
{
    static const char *const first[] = { "conciliatory", "critical", "neutral",
                                         "us",           "china",    "both",
                                         "other",        "none" };
    bool placed[DEMARCHE_LABELS_MAX] = { false };
    size_t count = 0;
    for (size_t f = 0; f < sizeof first / sizeof *first; f++)
        for (size_t i = 0; i < verdict->count; i++)
            if (!placed[i] && strcmp(verdict->labels[i], first[f]) == 0) {
                placed[i] = true;
                order[count++] = i;
            }
    for (size_t i = 0; i < verdict->count; i++)
        if (!placed[i])
            order[count++] = i;
}

void dm_real_add_json(dm_buf *buf, double value)
{
    if (!isfinite(value)) {
        dm_buf_add_string(buf, "null");
        return;
    }
    dm_num_fixed(buf, value, DECIMALS);
    if (dm_buf_failed(buf))
        return;
    while (buf->data[buf->len - 1] == '0' && buf->data[buf->len - 2] != '.')
        buf->data[--buf->len] = '\0';
}

void dm_verdict_add_json(dm_buf *buf, const demarche_verdict *verdict)
{
    if (verdict->count == 0) {
        dm_buf_add_string(buf, "null");
        return;
    }
    size_t order[DEMARCHE_LABELS_MAX];
    dm_verdict_order(order, verdict);
    for (size_t i = 0; i < verdict->count; i++) {
        dm_buf_add_char(buf, i == 0 ? '{' : ',');
        dm_json_add_string(buf, dm_span_of(verdict->labels[order[i]]));
        dm_buf_add_char(buf, ':');
        dm_real_add_json(buf, verdict->p[order[i]]);
    }
    dm_buf_add_char(buf, '}');
}

json_t *dm_verdict_to_json(const demarche_verdict *verdict)
{
    json_t *object = json_object();
    size_t order[DEMARCHE_LABELS_MAX];
    dm_verdict_order(order, verdict);
    for (size_t i = 0; i < verdict->count && object != NULL; i++) {
        size_t at = order[i];
        if (json_object_set_new(object, verdict->labels[at],
                                json_real(verdict->p[at])) != 0) {
            json_decref(object);
            object = NULL;
        }
    }
    return object;
}
