/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "chart-fixture.h"
#include "charts/jkb-chart-number.h"

static void
test_print (void)
{
  static const struct
  {
    gint64 value;
    const char *text;
  } cases[] = {
    { 0, "0" },           { 7, "7" },
    { 999, "999" },       { 1000, "1,000" },
    { 123456, "123,456" }, { 110000000, "110,000,000" },
    { G_MAXINT64, "9,223,372,036,854,775,807" },
  };
  char buffer[JKB_CHART_NUMBER_MAX];

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (jkb_chart_number_print (cases[i].value, buffer), ==, cases[i].text);
}

static void
test_shorten (void)
{
  static const JkbChartStep myriads[] = { { 10000, "万" }, { 100000000, "億" } };
  JkbChartWords japanese = fixture_words;
  static const struct
  {
    gint64 value;
    const char *english, *japanese;
  } cases[] = {
    { 1, "1", "1" },
    { 1000, "1k", "1,000" },
    { 1500, "1.5k", "1,500" },
    { 1234, "1,234", "1,234" },
    { 10000, "10k", "1万" },
    { 15000, "15k", "1.5万" },
    { 12340000, "12,340k", "1,234万" },
    { 110000000, "110M", "1.1億" },
    { 100000001, "100,000,001", "100,000,001" },
    { 1000000000000, "1,000,000M", "10,000億" },
  };

  japanese.steps = myriads;
  japanese.n_steps = G_N_ELEMENTS (myriads);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *in_english = jkb_chart_number_shorten (cases[i].value, &fixture_words);
      g_autofree char *in_japanese = jkb_chart_number_shorten (cases[i].value, &japanese);

      g_assert_cmpstr (in_english, ==, cases[i].english);
      g_assert_cmpstr (in_japanese, ==, cases[i].japanese);
    }
}

static void
test_share (void)
{
  static const struct
  {
    gint64 count, total;
    const char *text;
  } cases[] = {
    { 0, 0, "0%" },      { 0, 7, "0%" },       { 7, 7, "100%" },   { 1, 1000, "<1%" },
    { 999, 1000, ">99%" }, { 1, 100, "1%" }, { 99, 100, "99%" }, { 2, 3, "67%" },
    { 110000000, 110000001, ">99%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = jkb_chart_number_share (cases[i].count, cases[i].total);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_step (void)
{
  g_assert_cmpint (jkb_chart_number_step (1, 6), ==, 1);
  g_assert_cmpint (jkb_chart_number_step (6, 6), ==, 1);
  g_assert_cmpint (jkb_chart_number_step (7, 6), ==, 2);
  g_assert_cmpint (jkb_chart_number_step (359, 6), ==, 100);
  g_assert_cmpint (jkb_chart_number_step (0, 1), ==, 1);
  for (int i = 0; i < 1000; i++)
    {
      gint64 max = (gint64) g_test_rand_int_range (1, G_MAXINT32) << g_test_rand_int_range (0, 32);
      int n_steps = g_test_rand_int_range (1, 10);
      gint64 step = jkb_chart_number_step (max, n_steps);

      g_assert_cmpint ((max - 1) / step + 1, <=, n_steps);
    }
}

static void
test_bins (void)
{
  for (int bin = 0; bin < JKB_HISTOGRAM_N_BINS; bin++)
    {
      gint64 from = jkb_histogram_bin_from (bin), next = jkb_histogram_bin_from (bin + 1);

      g_assert_cmpint (jkb_histogram_bin (from), ==, bin);
      g_assert_cmpint (jkb_histogram_bin (next - 1), ==, bin);
    }
  g_assert_cmpint (jkb_histogram_bin (G_MAXINT64), ==, JKB_HISTOGRAM_N_BINS - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/numbers/print", test_print);
  g_test_add_func ("/charts/numbers/shorten", test_shorten);
  g_test_add_func ("/charts/numbers/share", test_share);
  g_test_add_func ("/charts/numbers/step", test_step);
  g_test_add_func ("/charts/numbers/bins", test_bins);
  return g_test_run ();
}
