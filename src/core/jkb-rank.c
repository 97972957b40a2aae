/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-rank.h"

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

/* Hoare's selection: what is smaller goes before the figure wanted, what is larger behind it. */
gint64
jkb_rank_select (gint64 *values, gsize n, gsize rank)
{
  gssize low = 0, high = (gssize) n - 1, k = (gssize) rank;

  g_return_val_if_fail (rank < n, 0);

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

gint64
jkb_rank_middle (gint64 lower, gint64 upper)
{
  return lower + (upper - lower) / 2;
}
