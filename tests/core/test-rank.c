/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "core/jkb-rank.h"

static int
compare_figures (const void *a, const void *b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* Every rank against sorting, with many equal figures and with few. */
static void
test_select (void)
{
  for (int round = 0; round < 500; round++)
    {
      gint64 values[60], sorted[G_N_ELEMENTS (values)];
      gsize n = (gsize) g_test_rand_int_range (1, G_N_ELEMENTS (values) + 1);
      gsize rank = (gsize) g_test_rand_int_range (0, (gint32) n);
      gint32 limit = g_test_rand_bit () ? 5 : G_MAXINT32;

      for (gsize i = 0; i < n; i++)
        values[i] = g_test_rand_int_range (0, limit);
      memcpy (sorted, values, sizeof values);
      qsort (sorted, n, sizeof *sorted, compare_figures);
      g_assert_cmpint (jkb_rank_select (values, n, rank), ==, sorted[rank]);
    }
}

static void
test_middle (void)
{
  g_assert_cmpint (jkb_rank_middle (3, 3), ==, 3);
  g_assert_cmpint (jkb_rank_middle (3, 6), ==, 4);
  g_assert_cmpint (jkb_rank_middle (0, G_MAXINT64), ==, G_MAXINT64 / 2);
  g_assert_cmpint (jkb_rank_middle (G_MAXINT64 - 2, G_MAXINT64), ==, G_MAXINT64 - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/rank/select", test_select);
  g_test_add_func ("/core/rank/middle", test_middle);
  return g_test_run ();
}
