/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * jkb_rank_select:
 * @values: (array length=n): figures, put into another order
 * @n: how many, at least 1
 * @rank: from 0, below @n
 *
 * Finds the figure that would stand at @rank if all were sorted, without sorting them. Time is linear
 * in @n on average. Any thread.
 *
 * Returns: the figure
 */
gint64 jkb_rank_select (gint64 *values, gsize n, gsize rank);

/**
 * jkb_rank_middle:
 * @lower: a figure
 * @upper: one that is not smaller; both 0 or more
 *
 * Any thread. Returns: the mean, rounded down, without an overflow on the way
 */
gint64 jkb_rank_middle (gint64 lower, gint64 upper);
