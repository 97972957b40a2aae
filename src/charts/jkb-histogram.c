/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/jkb-histogram.h"

#include <string.h>

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

static void
swap (gint64 *a, gint64 *b)
{
  gint64 kept = *a;

  *a = *b;
  *b = kept;
}

static gint64
take_middle_of_three (gint64 a, gint64 b, gint64 c)
{
  return MAX (MIN (a, b), MIN (MAX (a, b), c));
}

/* Hoare's selection: afterwards values[k] is what stood there if all were sorted, with none larger
 * before it. */
static gint64
select_kth (gint64 *values, gssize n, gssize k)
{
  gssize low = 0, high = n - 1;

  while (low < high)
    {
      gint64 pivot
          = take_middle_of_three (values[low], values[low + (high - low) / 2], values[high]);
      gssize i = low, j = high;

      while (i <= j)
        {
          while (values[i] < pivot)
            i++;
          while (values[j] > pivot)
            j--;
          if (i <= j)
            swap (&values[i++], &values[j--]);
        }
      if (k <= j)
        high = j;
      else if (k >= i)
        low = i;
      else
        break;
    }
  return values[k];
}

static gint64
find_median (gint64 *values, gsize n)
{
  gint64 upper, lower;

  if (n == 0)
    return -1;
  upper = select_kth (values, (gssize) n, (gssize) (n / 2));
  if (n % 2 == 1)
    return upper;
  lower = values[0];
  for (gsize i = 1; i < n / 2; i++)
    lower = MAX (lower, values[i]);
  return lower + (upper - lower) / 2;
}

void
jkb_histogram_fill (JkbHistogram *histogram, const gint64 *values, gsize n_values)
{
  g_autofree gint64 *known = g_new (gint64, MAX (n_values, 1));

  memset (histogram, 0, sizeof *histogram);
  histogram->largest = -1;
  for (gsize i = 0; i < n_values; i++)
    {
      if (values[i] < 0)
        {
          histogram->n_unknown++;
          continue;
        }
      if (values[i] == 0)
        histogram->n_none++;
      else
        histogram->bins[jkb_histogram_bin (values[i])]++;
      histogram->largest = MAX (histogram->largest, values[i]);
      known[histogram->n_known++] = values[i];
    }
  histogram->median = find_median (known, (gsize) histogram->n_known);
}
