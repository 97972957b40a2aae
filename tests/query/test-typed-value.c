/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-typed-value.h"

static void
test_people (void)
{
  static const struct { const char *text; gint64 people; } good[] = {
    { "", -1 }, { "  ", -1 }, { "0", 0 }, { "1000", 1000 }, { "1,000", 1000 }, { "１，０００", 1000 }, { "1万", 10000 },
    { "３千人", 3000 }, { " 25 ", 25 },
  };
  static const char *const bad[] = { "many", ">5", "5-9", "unknown", "-3", "1.5", "12x", "99999999999999999999" };
  gint64 people = 77;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (jkb_typed_people (good[i].text, &people));
      g_assert_cmpint (people, ==, good[i].people);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      people = 77;
      g_test_message ("%s", bad[i]);
      g_assert_false (jkb_typed_people (bad[i], &people));
      g_assert_cmpint (people, ==, 77);
    }
}

static void
test_dates (void)
{
  static const struct { const char *text, *date; } good[] = {
    { "", "" }, { "2024", "2024" }, { "2024年", "2024" }, { "2024-5", "2024-05" }, { "2024/05", "2024-05" },
    { "２０２４年５月", "2024-05" }, { "2024-05-01", "2024-05-01" }, { "2024.5.1", "2024-05-01" },
    { "2024年 5月 1日", "2024-05-01" }, { " 2024-12-31 ", "2024-12-31" }, { "2024-", "2024" },
  };
  static const char *const bad[] = { "May", "24", "2024-13", "2024-02-30", "2024-00", "2024-5-0", "20240501", "2024年5日",
                                     "2024-05-01-01", "2024 5 1", "-2024" };
  char buffer[JKB_DATE_TEXT_MAX];
  JkbDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i].text);
      g_assert_true (jkb_typed_date (good[i].text, &date));
      g_assert_cmpstr (jkb_date_print (date, buffer), ==, good[i].date);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      date = (JkbDate){ 1999, 0, 0 };
      g_test_message ("%s", bad[i]);
      g_assert_false (jkb_typed_date (bad[i], &date));
      g_assert_cmpint (date.year, ==, 1999);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-value/people", test_people);
  g_test_add_func ("/typed-value/dates", test_dates);
  return g_test_run ();
}
