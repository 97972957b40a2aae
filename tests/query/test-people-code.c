/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-people-code.h"

static void
test_order (void)
{
  gint64 number = 1;

  g_assert_cmpuint (jkb_people_code (-1), ==, JKB_PEOPLE_CODE_UNKNOWN);
  g_assert_cmpuint (jkb_people_code (0), ==, JKB_PEOPLE_CODE_NONE);
  for (; number < 200000; number++)
    g_assert_cmpuint (jkb_people_code (number), >=, jkb_people_code (number - 1));
  g_assert_cmpuint (jkb_people_code (G_MAXINT64), <, JKB_N_PEOPLE_CODES);
}

/* A code begins where it says, and ends where the next begins. */
static void
test_from (void)
{
  for (guint code = 2; code <= jkb_people_code (G_MAXINT64); code++)
    {
      gint64 from = jkb_people_code_from (code);

      if (code < 2 + 90 && (code - 2) % 10 != 0)
        continue;               /* one digit has nothing behind it */
      g_assert_cmpuint (jkb_people_code (from), ==, code);
      g_assert_cmpuint (jkb_people_code (from - 1), <, code);
      g_assert_cmpint (jkb_people_code_bin (code), ==, jkb_people_bin (from));
    }
  g_assert_cmpint (jkb_people_code_from (JKB_N_PEOPLE_CODES - 1), ==, G_MAXINT64);
}

static void
test_bins (void)
{
  for (int bin = 1; bin < JKB_N_PEOPLE_BINS; bin++)
    {
      gint64 min, max;

      g_assert_true (jkb_people_bin_range ((JkbPeopleBin) bin, &min, &max));
      g_assert_cmpint (jkb_people_code_bin (jkb_people_code (min)), ==, bin);
      g_assert_cmpint (jkb_people_code_bin (jkb_people_code (max)), ==, bin);
    }
  g_assert_cmpint (jkb_people_code_bin (jkb_people_code (-1)), ==, JKB_PEOPLE_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/people-code/order", test_order);
  g_test_add_func ("/query/people-code/from", test_from);
  g_test_add_func ("/query/people-code/bins", test_bins);
  return g_test_run ();
}
