/* solver.c - see solver.h. */
#include "solver.h"

/* The score over C has one broad hill, and with vectors of unit length it lies
 * within these. Squared losses reach as far with a smaller C. */
static const struct {
    const char *text;
    double grid[DM_SOLVER_GRID];
} solvers[] = {
    [DEMARCHE_SOLVER_LIBSVM] = { "libsvm C-SVC, linear, one machine a pair of "
                                 "labels",
                                 { 0.5, 1, 2, 4 } },
    [DEMARCHE_SOLVER_LIBLINEAR] = { "LIBLINEAR L2-loss SVC, primal, one "
                                    "machine a pair of labels",
                                    { 0.125, 0.25, 0.5, 1 } },
};

demarche_solver dm_solver_choose(demarche_solver wanted, size_t rows)
{
    if (wanted != DEMARCHE_SOLVER_AUTO)
        return wanted;
    return rows > DM_SOLVER_ROWS ? DEMARCHE_SOLVER_LIBLINEAR
                                 : DEMARCHE_SOLVER_LIBSVM;
}

const char *dm_solver_describe(demarche_solver solver)
{
    return solvers[solver].text;
}

const double *dm_solver_grid(demarche_solver solver)
{
    return solvers[solver].grid;
}
