/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/jkb-histogram.h"

gint64
jkb_histogram_bin_from (int bin)
{
  gint64 from = 1;

  g_return_val_if_fail (bin >= 0 && bin <= JKB_HISTOGRAM_N_BINS, 0);

  if (bin == JKB_HISTOGRAM_N_BINS)
    return G_MAXINT64;
  for (int i = 0; i < bin / 2; i++)
    from *= 10;
  return bin % 2 == 0 ? from : 3 * from;
}

int
jkb_histogram_bin (gint64 value)
{
  int bin = 0;

  g_return_val_if_fail (value >= 1, 0);

  for (; value >= 10; value /= 10)
    bin += 2;
  return value >= 3 ? bin + 1 : bin;
}
