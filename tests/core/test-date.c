/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-date.h"
#include "core/jkb-error.h"

static void
test_parse_print (void)
{
  static const char *const good[]
      = { "2024", "2024-01", "2024-01-26", "2024-02-29", "--01-26", "--02-29", "--12", "0645" };
  static const char *const bad[]
      = { "", "24", "2024-13", "2023-02-29", "2024-00", "2024-01-00", "2024-01-32", "2024-01-1",
          "2024-01-01x", "0000", "--", "--13", "---01", "1900-02-29", "20240101" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *padded = g_strdup_printf (" %s\n", good[i]);
      char buffer[JKB_DATE_TEXT_MAX];
      JkbDate date;

      g_assert_true (jkb_date_parse (padded, &date, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (jkb_date_print (date, buffer), ==, good[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      JkbDate date = { 1, 2, 3 };

      g_assert_false (jkb_date_parse (bad[i], &date, &error));
      g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_NOT_A_DATE);
      g_assert_cmpint (date.year, ==, 1);
    }
}

static void
test_days_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      int days = g_test_rand_int_range (-700000, 2900000);
      JkbDate date = jkb_date_from_days (days);
      int back;

      g_assert_true (jkb_date_is_valid (date.year, date.month, date.day));
      g_assert_true (jkb_date_to_days (date, &back));
      g_assert_cmpint (back, ==, days);
    }
}

static void
test_weekday (void)
{
  g_assert_cmpint (jkb_date_weekday ((JkbDate){ 1970, 1, 1 }), ==, 4);
  g_assert_cmpint (jkb_date_weekday ((JkbDate){ 2024, 1, 26 }), ==, 5);
  g_assert_cmpint (jkb_date_weekday ((JkbDate){ 1969, 12, 28 }), ==, 7);
  g_assert_cmpint (jkb_date_weekday ((JkbDate){ 2024, 1, 0 }), ==, 0);
}

static void
test_order (void)
{
  static const JkbDate ordered[]
      = { { 0, 0, 0 }, { 0, 1, 26 }, { 2023, 0, 0 }, { 2023, 5, 0 }, { 2023, 5, 1 }, { 2024, 1, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
      g_assert_cmpint (CLAMP (jkb_date_compare (ordered[i], ordered[j]), -1, 1), ==,
                       i < j ? -1 : i > j);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date/parse-print", test_parse_print);
  g_test_add_func ("/core/date/days-round-trip", test_days_round_trip);
  g_test_add_func ("/core/date/weekday", test_weekday);
  g_test_add_func ("/core/date/order", test_order);
  return g_test_run ();
}
