/* cluster.c - see cluster.h. */
#include "words/cluster.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 25 };

typedef struct groups {
    const float *rows; // [count][dimensions]
    size_t count, dimensions, clusters;
    float *centres; // [dimensions][clusters]: inner loops run over clusters
    float *near;    // [clusters], scratch
    uint16_t *of;   // [count]
} groups;

/* The cosine of row `r` with each centre, in g->near. */
static void compare(groups *g, size_t r)
{
    memset(g->near, 0, g->clusters * sizeof *g->near);
    for (size_t d = 0; d < g->dimensions; d++) {
        float value = g->rows[r * g->dimensions + d];
        const float *centre = g->centres + d * g->clusters;
        for (size_t c = 0; c < g->clusters; c++)
            g->near[c] += value * centre[c];
    }
}

static void assign(groups *g)
{
    for (size_t r = 0; r < g->count; r++) {
        compare(g, r);
        size_t best = 0;
        for (size_t c = 1; c < g->clusters; c++)
            if (g->near[c] > g->near[best])
                best = c;
        g->of[r] = (uint16_t)best;
    }
}

/* Centres become the mean direction of their rows; an empty one stays. */
static bool move(groups *g)
{
    size_t cells = g->dimensions * g->clusters;
    double *sums = calloc(cells + 1, sizeof *sums);
    double *squares = calloc(g->clusters + 1, sizeof *squares);
    if (sums != NULL && squares != NULL) {
        for (size_t r = 0; r < g->count; r++)
            for (size_t d = 0; d < g->dimensions; d++)
                sums[d * g->clusters + g->of[r]] +=
                    g->rows[r * g->dimensions + d];
        for (size_t i = 0; i < cells; i++)
            squares[i % g->clusters] += sums[i] * sums[i];
        for (size_t i = 0; i < cells; i++)
            if (squares[i % g->clusters] > 0)
                g->centres[i] =
                    (float)(sums[i] / sqrt(squares[i % g->clusters]));
    }
    bool done = sums != NULL && squares != NULL;
    free(sums);
    free(squares);
    return done;
}

static void begin(groups *g)
{
    for (size_t c = 0; c < g->clusters; c++) {
        size_t r = c * g->count / g->clusters;
        for (size_t d = 0; d < g->dimensions; d++)
            g->centres[d * g->clusters + c] = g->rows[r * g->dimensions + d];
    }
}

/* For each group the nearest row among the more frequent half of its rows. */
static void name(uint32_t *names, groups *g, size_t *sizes, size_t *passed,
                 float *best)
{
    for (size_t r = 0; r < g->count; r++)
        sizes[g->of[r]]++;
    for (size_t r = 0; r < g->count; r++) {
        size_t c = g->of[r];
        compare(g, r);
        if (2 * passed[c] > sizes[c])
            continue;
        if (passed[c]++ == 0 || g->near[c] > best[c]) {
            best[c] = g->near[c];
            names[c] = (uint32_t)r;
        }
    }
}

static bool group(uint32_t *names, groups *g)
{
    size_t *sizes = calloc(g->clusters + 1, sizeof *sizes);
    size_t *passed = calloc(g->clusters + 1, sizeof *passed);
    float *best = calloc(g->clusters + 1, sizeof *best);
    bool going = sizes != NULL && passed != NULL && best != NULL;
    for (int round = 0; going && round < ROUNDS; round++) {
        assign(g);
        going = move(g);
    }
    if (going)
        name(names, g, sizes, passed, best);
    free(sizes);
    free(passed);
    free(best);
    return going;
}

demarche_status dm_cluster(uint16_t *of, uint32_t *names, const float *rows,
                           size_t count, size_t dimensions, size_t clusters,
                           demarche_error *err)
{
    groups g = { rows, count, dimensions, clusters, NULL, NULL, of };
    g.centres = calloc(dimensions * clusters + 1, sizeof *g.centres);
    g.near = calloc(clusters + 1, sizeof *g.near);
    bool done = false;
    if (g.centres != NULL && g.near != NULL) {
        memset(names, 0, clusters * sizeof *names);
        begin(&g);
        done = group(names, &g);
    }
    free(g.centres);
    free(g.near);
    return done ? DEMARCHE_OK : dm_no_memory(err);
}
