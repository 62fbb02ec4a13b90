/* calibration.c - see calibration.h. */
#include "calibration.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    PARAMETERS_MAX = DM_PAIRS_MAX + DEMARCHE_LABELS_MAX,
    STEPS_MAX = 60,
    HALVINGS_MAX = 30,
};

static const double penalty = 0.1; // on (slope - 1)^2 / 2 and bias^2 / 2

/* What one fit works on. Parameters are the slopes, then the biases. */
typedef struct fit {
    size_t labels, pairs, parameters;
    const double *decisions; // [rows][pairs]
    const uint32_t *gold;    // [rows]
    const double *weights;   // [labels]
    size_t rows;
    double *hessian; // [parameters][parameters]
} fit;

size_t dm_pair_count(size_t labels)
{
    return labels * (labels - 1) / 2;
}

/* The pair's two labels. */
static void labels_of(size_t labels, size_t pair, size_t *first, size_t *second)
{
    size_t a = 0;
    while (pair >= labels - 1 - a) {
        pair -= labels - 1 - a;
        a++;
    }
    *first = a;
    *second = a + 1 + pair;
}

int dm_pair_sign(size_t labels, size_t pair, size_t label)
{
    size_t first, second;
    labels_of(labels, pair, &first, &second);
    return (label == first) - (label == second);
}

void dm_calibration_apply(double z[], const dm_calibration *calibration,
                          const double decisions[])
{
    size_t pair = 0;
    for (size_t k = 0; k < calibration->labels; k++)
        z[k] = calibration->biases[k];
    for (size_t a = 0; a < calibration->labels; a++) {
        for (size_t b = a + 1; b < calibration->labels; b++, pair++) {
            double value = calibration->slopes[pair] * decisions[pair];
            z[a] += value;
            z[b] -= value;
        }
    }
}

size_t dm_largest(const double values[], size_t count)
{
    size_t best = 0;
    for (size_t k = 1; k < count; k++)
        if (values[k] > values[best])
            best = k;
    return best;
}

void dm_softmax(double z[], size_t count)
{
    double top = z[dm_largest(z, count)], sum = 0;
    for (size_t k = 0; k < count; k++) {
        z[k] = exp(z[k] - top);
        sum += z[k];
    }
    for (size_t k = 0; k < count; k++)
        z[k] /= sum;
}

static void unpack(dm_calibration *out, const fit *f, const double *theta)
{
    out->labels = f->labels;
    memcpy(out->slopes, theta, f->pairs * sizeof *theta);
    memcpy(out->biases, theta + f->pairs, f->labels * sizeof *theta);
}

/* The penalised negative log-likelihood. */
static double loss_of(const fit *f, const double *theta)
{
    dm_calibration c = { 0 };
    double z[DEMARCHE_LABELS_MAX], loss = 0;
    unpack(&c, f, theta);
    for (size_t i = 0; i < f->rows; i++) {
        dm_calibration_apply(z, &c, f->decisions + i * f->pairs);
        double top = z[dm_largest(z, f->labels)], sum = 0;
        for (size_t k = 0; k < f->labels; k++)
            sum += exp(z[k] - top);
        loss += f->weights[f->gold[i]] * (log(sum) + top - z[f->gold[i]]);
    }
    for (size_t j = 0; j < f->parameters; j++) {
        double off = theta[j] - (j < f->pairs ? 1 : 0);
        loss += penalty * off * off / 2;
    }
    return loss;
}

/* d z[label] / d parameters, for one row. */
static void find_slopes(double *slope, const fit *f, const double *decisions,
                        size_t label)
{
    memset(slope, 0, f->parameters * sizeof *slope);
    size_t pair = 0;
    for (size_t a = 0; a < f->labels; a++) {
        for (size_t b = a + 1; b < f->labels; b++, pair++) {
            if (a == label)
                slope[pair] = decisions[pair];
            else if (b == label)
                slope[pair] = -decisions[pair];
        }
    }
    slope[f->pairs + label] = 1;
}

static void add_outer(const fit *f, const double *vector, double factor)
{
    for (size_t i = 0; i < f->parameters; i++) {
        if (vector[i] == 0)
            continue;
        double *row = f->hessian + i * f->parameters;
        for (size_t j = 0; j <= i; j++)
            row[j] += factor * vector[i] * vector[j];
    }
}

static void add_row(const fit *f, const dm_calibration *c, double *gradient,
                    size_t row)
{
    const double *decisions = f->decisions + row * f->pairs;
    double p[DEMARCHE_LABELS_MAX], slope[PARAMETERS_MAX];
    double mean[PARAMETERS_MAX] = { 0 };
    double weight = f->weights[f->gold[row]];
    dm_calibration_apply(p, c, decisions);
    dm_softmax(p, f->labels);
    for (size_t k = 0; k < f->labels; k++) {
        find_slopes(slope, f, decisions, k);
        double excess = p[k] - (k == f->gold[row] ? 1 : 0);
        for (size_t j = 0; j < f->parameters; j++) {
            gradient[j] += weight * excess * slope[j];
            mean[j] += p[k] * slope[j];
        }
        add_outer(f, slope, weight * p[k]);
    }
    add_outer(f, mean, -weight);
}

static void differentiate(const fit *f, double *gradient, const double *theta)
{
    dm_calibration c = { 0 };
    size_t n = f->parameters;
    unpack(&c, f, theta);
    memset(f->hessian, 0, n * n * sizeof *f->hessian);
    for (size_t j = 0; j < n; j++) {
        gradient[j] = penalty * (theta[j] - (j < f->pairs ? 1 : 0));
        f->hessian[j * n + j] = penalty;
    }
    for (size_t i = 0; i < f->rows; i++)
        add_row(f, &c, gradient, i);
}

/* Cholesky's factor in place of the lower triangle; the penalty keeps the
 * matrix positive definite. */
static void factorise(double *a, size_t n)
{
    for (size_t j = 0; j < n; j++) {
        for (size_t i = j; i < n; i++) {
            double sum = a[i * n + j];
            for (size_t k = 0; k < j; k++)
                sum -= a[i * n + k] * a[j * n + k];
            a[i * n + j] =
                i == j ? sqrt(sum > 1e-12 ? sum : 1e-12) : sum / a[j * n + j];
        }
    }
}

static void solve(double *x, const double *a, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++)
            x[i] -= a[i * n + k] * x[k];
        x[i] /= a[i * n + i];
    }
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; k++)
            x[i] -= a[k * n + i] * x[k];
        x[i] /= a[i * n + i];
    }
}

/* One Newton step, halved until the loss falls; false when it no more does. */
static bool improve(const fit *f, double *theta, double *loss)
{
    double step[PARAMETERS_MAX] = { 0 }, tried[PARAMETERS_MAX];
    differentiate(f, step, theta);
    factorise(f->hessian, f->parameters);
    solve(step, f->hessian, f->parameters);
    for (int i = 0; i < HALVINGS_MAX; i++) {
        for (size_t j = 0; j < f->parameters; j++)
            tried[j] = theta[j] - ldexp(step[j], -i);
        double now = loss_of(f, tried);
        if (now < *loss) {
            bool worth = *loss - now > 1e-9 * (1 + *loss);
            memcpy(theta, tried, f->parameters * sizeof *theta);
            *loss = now;
            return worth;
        }
    }
    return false;
}

demarche_status dm_calibration_fit(dm_calibration *out, size_t labels,
                                   const double *decisions,
                                   const uint32_t *gold, size_t rows,
                                   const double *weights, demarche_error *err)
{
    size_t pairs = dm_pair_count(labels), n = pairs + labels;
    fit f = { labels, pairs, n, decisions, gold, weights, rows, NULL };
    double theta[PARAMETERS_MAX] = { 0 };
    *out = (dm_calibration){ 0 };
    f.hessian = calloc(n * n, sizeof *f.hessian);
    if (f.hessian == NULL)
        return dm_no_memory(err);
    for (size_t j = 0; j < pairs; j++)
        theta[j] = 1;
    double loss = loss_of(&f, theta);
    for (int i = 0; i < STEPS_MAX && improve(&f, theta, &loss); i++)
        ;
    unpack(out, &f, theta);
    free(f.hessian);
    return DEMARCHE_OK;
}
