/* solver.h - which library trains the machines, and what it tries for C. */
#ifndef DM_SOLVER_H
#define DM_SOLVER_H

#include "base/error.h"

/* Above so many rows, libsvm's table of products outgrows a laptop, and C and
 * the weights of name spaces are chosen on a sample of about that size. */
enum { DM_SOLVER_ROWS = 20000, DM_SOLVER_GRID = 4 };

/* The library for so many rows; never AUTO. */
demarche_solver dm_solver_choose(demarche_solver wanted, size_t rows);

/* Name and method, for cards and scores. */
const char *dm_solver_describe(demarche_solver solver);

/* Values of C that a search tries: [DM_SOLVER_GRID]. */
const double *dm_solver_grid(demarche_solver solver);

#endif
