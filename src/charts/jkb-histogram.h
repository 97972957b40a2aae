/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** How many bins there are: 1-2, 3-9, 10-29, 30-99, … up to 3·10^18 and more. */
#define JKB_HISTOGRAM_N_BINS 38

/**
 * JkbHistogram:
 * @bins: how many figures fall into each bin
 * @n_none: how many are 0, which no logarithm can show
 * @n_unknown: how many are not known
 * @n_known: figures of 0 and more
 * @median: the middle figure of the known ones, zeros included; of two middle ones the mean, rounded
 *   down; -1 when there is none
 * @largest: the largest known one; -1 when there is none
 *
 * Figures counted by size on a logarithmic scale. The bins split each power of ten at 3.
 */
typedef struct
{
  gint64 bins[JKB_HISTOGRAM_N_BINS];
  gint64 n_none;
  gint64 n_unknown;
  gint64 n_known;
  gint64 median;
  gint64 largest;
} JkbHistogram;

/**
 * jkb_histogram_bin:
 * @value: a figure of 1 or more
 *
 * Any thread. Returns: the bin it falls into
 */
int jkb_histogram_bin (gint64 value);

/**
 * jkb_histogram_bin_from:
 * @bin: a bin; %JKB_HISTOGRAM_N_BINS gives the end of the last
 *
 * Any thread. Returns: the smallest figure of @bin; the largest is that of the next, less one
 */
gint64 jkb_histogram_bin_from (int bin);
