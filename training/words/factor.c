/* factor.c - see factor.h.
 *
 * P is the matrix, Q an orthonormal basis of columns' space that is turned
 * towards the largest singular vectors by Q <- orth(P' P Q). In the end the
 * small symmetric matrix (P Q)' (P Q) is diagonalised by Jacobi's rotations.
 */
#include "words/factor.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/random.h"

enum { ROUNDS = 5, SWEEPS = 30, SEED = 20 };

/* Column-rich work: [rows][k] arrays, row-major, so that inner loops run over
 * k without a dependence and the compiler can use wide registers. */
static void multiply(float *out, const dm_sparse *p, const float *q, size_t k)
{
    memset(out, 0, p->rows * k * sizeof *out);
    for (size_t r = 0; r < p->rows; r++)
        for (size_t i = p->begins[r]; i < p->begins[r + 1]; i++) {
            const float *from = q + (size_t)p->at[i] * k;
            float *to = out + r * k, value = p->values[i];
            for (size_t j = 0; j < k; j++)
                to[j] += value * from[j];
        }
}

static void multiply_transposed(float *out, const dm_sparse *p, const float *y,
                                size_t k)
{
    memset(out, 0, p->columns * k * sizeof *out);
    for (size_t r = 0; r < p->rows; r++)
        for (size_t i = p->begins[r]; i < p->begins[r + 1]; i++) {
            const float *from = y + r * k;
            float *to = out + (size_t)p->at[i] * k, value = p->values[i];
            for (size_t j = 0; j < k; j++)
                to[j] += value * from[j];
        }
}

/* gram [k][k] = y' y, in double. */
static void gram_of(double *gram, const float *y, size_t rows, size_t k)
{
    memset(gram, 0, k * k * sizeof *gram);
    for (size_t r = 0; r < rows; r++)
        for (size_t a = 0; a < k; a++) {
            double left = y[r * k + a];
            for (size_t b = 0; b < k; b++)
                gram[a * k + b] += left * y[r * k + b];
        }
}

/* One Jacobi rotation that makes gram[a][b] zero; `turned` collects them. */
static void rotate(double *gram, double *turned, size_t k, size_t a, size_t b)
{
    double off = gram[a * k + b];
    if (fabs(off) < 1e-300)
        return;
    double theta = (gram[b * k + b] - gram[a * k + a]) / (2 * off);
    double t = (theta < 0 ? -1 : 1) / (fabs(theta) + sqrt(theta * theta + 1));
    double c = 1 / sqrt(t * t + 1), s = t * c;
    for (size_t j = 0; j < k; j++) { // rows a and b
        double x = gram[a * k + j], y = gram[b * k + j];
        gram[a * k + j] = c * x - s * y;
        gram[b * k + j] = s * x + c * y;
    }
    for (size_t j = 0; j < k; j++) { // columns a and b
        double x = gram[j * k + a], y = gram[j * k + b];
        gram[j * k + a] = c * x - s * y;
        gram[j * k + b] = s * x + c * y;
    }
    for (size_t j = 0; j < k; j++) {
        double x = turned[j * k + a], y = turned[j * k + b];
        turned[j * k + a] = c * x - s * y;
        turned[j * k + b] = s * x + c * y;
    }
}

static double off_diagonal(const double *gram, size_t k)
{
    double sum = 0;
    for (size_t a = 0; a < k; a++)
        for (size_t b = 0; b < a; b++)
            sum += gram[a * k + b] * gram[a * k + b];
    return sum;
}

/* gram = turned * diagonal * turned'; the diagonal is left in gram. */
static void diagonalise(double *gram, double *turned, size_t k)
{
    memset(turned, 0, k * k * sizeof *turned);
    double trace = 0;
    for (size_t a = 0; a < k; a++) {
        turned[a * k + a] = 1;
        trace += gram[a * k + a];
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
        if (off_diagonal(gram, k) <= 1e-24 * trace * trace)
            return;
        for (size_t a = 0; a < k; a++)
            for (size_t b = a + 1; b < k; b++)
                rotate(gram, turned, k, a, b);
    }
}

/* order[0] is the place of the largest diagonal value, and so on. */
static void sort_diagonal(size_t *order, const double *gram, size_t k)
{
    for (size_t a = 0; a < k; a++) {
        size_t at = a;
        for (; at > 0 &&
               gram[order[at - 1] * k + order[at - 1]] < gram[a * k + a];
             at--)
            order[at] = order[at - 1];
        order[at] = a;
    }
}

/* y [rows][k] times `turned`, its column j then times scale[j]; column order
 * as told, first `kept` of them, to out [rows][kept]. */
static void turn(float *out, size_t kept, const float *y, size_t rows,
                 const double *turned, size_t k, const size_t *order,
                 const double *scale)
{
    for (size_t r = 0; r < rows; r++)
        for (size_t j = 0; j < kept; j++) {
            double sum = 0;
            for (size_t a = 0; a < k; a++)
                sum += y[r * k + a] * turned[a * k + order[j]];
            out[r * kept + j] = (float)(sum * scale[order[j]]);
        }
}

typedef struct workspace {
    dm_arena arena;        // holds all of it
    float *y;              // [rows][k]
    float *z, *basis;      // [columns][k]
    double *gram, *turned; // [k][k]
    double *scale;         // [k]
    size_t *order;         // [k]
    size_t k;
} workspace;

static bool make_workspace(workspace *w, const dm_sparse *p, size_t k)
{
    dm_arena_init(&w->arena);
    w->k = k;
    w->y = dm_arena_array(&w->arena, p->rows * k, sizeof *w->y);
    w->z = dm_arena_array(&w->arena, p->columns * k, sizeof *w->z);
    w->basis = dm_arena_array(&w->arena, p->columns * k, sizeof *w->basis);
    w->gram = dm_arena_array(&w->arena, k * k, sizeof *w->gram);
    w->turned = dm_arena_array(&w->arena, k * k, sizeof *w->turned);
    w->scale = dm_arena_array(&w->arena, k, sizeof *w->scale);
    w->order = dm_arena_array(&w->arena, k, sizeof *w->order);
    return w->y != NULL && w->z != NULL && w->basis != NULL &&
           w->gram != NULL && w->turned != NULL && w->scale != NULL &&
           w->order != NULL;
}

/* Eigenvalues of y'y and, in scale, each to the power given (0 for none). */
static void analyse(workspace *w, const float *y, size_t rows, double power)
{
    gram_of(w->gram, y, rows, w->k);
    diagonalise(w->gram, w->turned, w->k);
    sort_diagonal(w->order, w->gram, w->k);
    double largest = w->gram[w->order[0] * w->k + w->order[0]];
    for (size_t j = 0; j < w->k; j++) {
        double value = w->gram[j * w->k + j];
        w->scale[j] = value > 1e-12 * largest ? pow(value, power) : 0;
    }
}

/* z becomes an orthonormal basis of its columns' space. */
static void orthonormalise(workspace *w, size_t rows)
{
    analyse(w, w->z, rows, -0.5);
    turn(w->basis, w->k, w->z, rows, w->turned, w->k, w->order, w->scale);
    float *old = w->z;
    w->z = w->basis;
    w->basis = old;
}

demarche_status dm_factor(float **out, const dm_sparse *matrix,
                          size_t dimensions, demarche_error *err)
{
    size_t smaller =
        matrix->rows < matrix->columns ? matrix->rows : matrix->columns;
    size_t k = dimensions + 20 < smaller ? dimensions + 20 : smaller;
    workspace w;
    bool made = make_workspace(&w, matrix, k);
    *out = calloc(matrix->rows * dimensions + 1, sizeof **out);
    uint64_t state = SEED;
    for (size_t i = 0; made && i < matrix->columns * k; i++)
        w.z[i] = (float)(dm_random_unit(&state) - 0.5);
    for (int round = 0; made && round < ROUNDS; round++) {
        orthonormalise(&w, matrix->columns);
        multiply(w.y, matrix, w.z, k);
        if (round + 1 < ROUNDS)
            multiply_transposed(w.z, matrix, w.y, k);
    }
    if (made && *out != NULL) {
        /* y = U S V': singular values are roots of the eigenvalues, and
         * U S^0.5 = y V S^-0.5, S^-0.5 being the eigenvalue's power -1/4. */
        analyse(&w, w.y, matrix->rows, -0.25);
        turn(*out, dimensions, w.y, matrix->rows, w.turned, k, w.order,
             w.scale);
    }
    dm_arena_clear(&w.arena);
    if (made && *out != NULL)
        return DEMARCHE_OK;
    free(*out);
    *out = NULL;
    return dm_no_memory(err);
}
