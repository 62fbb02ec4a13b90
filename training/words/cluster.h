/* cluster.h - groups of like words, by k-means over unit vectors.
 *
 * Spherical k-means (Dhillon and Modha 2001), begun from words spread evenly
 * over the frequency ranks instead of random ones, so that it is the same
 * every time.
 */
#ifndef DM_CLUSTER_H
#define DM_CLUSTER_H

#include "base/error.h"

/* Rows [count][dimensions] of unit length, most frequent word first, into
 * `clusters` (<= count) groups: of [count] gets each row's group, names
 * [clusters] the row that stands for it: the nearest to the centre among the
 * more frequent half of its rows. */
demarche_status dm_cluster(uint16_t *of, uint32_t *names, const float *rows,
                           size_t count, size_t dimensions, size_t clusters,
                           demarche_error *err);

#endif
