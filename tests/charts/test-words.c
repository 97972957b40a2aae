/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chart tells to who cannot see it: description and table hold all its numbers. */
#include <string.h>

#include "chart-fixture.h"

static const JkbChartLayer layers[] = {
  { 3, "confirmed", JKB_FILL_CONFIRMED },
  { 2, "possible", JKB_FILL_POSSIBLE },
};
static const JkbChartTerm terms[] = {
  { 0, "Unknown", TRUE }, { 1, "Loss", FALSE }, { 2, "Theft", FALSE }, { 3, "Never", FALSE },
};
static const gint64 counts[] = { 4, 0, 2, 1, 1000, 5, 0, 0 };

static char *
print_table (const JkbChart *chart)
{
  g_autoptr(GPtrArray) table = jkb_chart_get_table (chart);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < table->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (table, i));

      g_string_append_printf (out, "%s\n", row);
    }
  return g_string_free (out, FALSE);
}

static void
test_bars (void)
{
  g_autoptr(JkbChart) chart
      = jkb_chart_new_bars (&fixture_info, terms, G_N_ELEMENTS (terms), layers,
                            G_N_ELEMENTS (layers), counts);
  g_autofree char *description = jkb_chart_describe (chart);
  g_autofree char *table = print_table (chart);

  g_assert_cmpstr (description, ==,
                   "What happened?\nSome cases\nType: any\n"
                   "Theft: 1,005 (confirmed 1,000; possible 5)\n"
                   "Loss: 3 (confirmed 2; possible 1)\n"
                   "Unknown: 4 (confirmed 4)");
  g_assert_cmpstr (table, ==,
                   "Category|confirmed|possible|Total\n"
                   "Theft|1000|5|1005\nLoss|2|1|3\nUnknown|4|0|4\n");
}

static void
test_columns (void)
{
  g_autoptr(JkbChart) chart
      = jkb_chart_new_columns (&fixture_info, terms, G_N_ELEMENTS (terms), layers,
                               G_N_ELEMENTS (layers), counts);
  g_autofree char *table = print_table (chart);

  g_assert_cmpstr (table, ==,
                   "Category|confirmed|possible|Total\n"
                   "Loss|2|1|3\nTheft|1000|5|1005\nNever|0|0|0\nUnknown|4|0|4\n");
}

static void
test_histogram (void)
{
  static const gint64 values[] = { 0, 5, 5, 40, -1 };
  g_autoptr(JkbChart) chart = fixture_histogram (values, G_N_ELEMENTS (values));
  g_autofree char *description = jkb_chart_describe (chart);
  g_autofree char *table = print_table (chart);

  g_assert_cmpstr (description, ==,
                   "What happened?\nSome cases\nType: any\nMedian: 5\nLargest: 40\nNone: 1\n"
                   "3–9: 2\n30–99: 1\nUnknown: 1");
  g_assert_cmpstr (table, ==,
                   "Category|Cases\nNone|1\n1–2|0\n3–9|2\n10–29|0\n30–99|1\nUnknown|1\n");
}

/* Shares in whole per cents with their counts; what a side does not tell is neither 0 nor left to guess. */
static void
test_pairs (void)
{
  static const JkbChartLayer sides[] = { { 0, "Hospitals", 0 }, { 1, "Schools", 5 } };
  static const gint64 totals[] = { 2000, 54 };
  static const gint64 both[] = { 4, 2, 1000, 27, 0, JKB_CHART_NOT_GIVEN, JKB_CHART_NOT_GIVEN, 54 };
  g_autoptr(JkbChart) chart
      = jkb_chart_new_pairs (&fixture_info, terms, G_N_ELEMENTS (terms), sides, totals, both);
  g_autofree char *description = jkb_chart_describe (chart);
  g_autofree char *table = print_table (chart);

  g_assert_cmpstr (description, ==,
                   "What happened?\nSome cases\nType: any\n"
                   "Loss: Hospitals 50% (1,000); Schools 50% (27)\n"
                   "Theft: Hospitals 0% (0)\nNever: Schools 100% (54)\n"
                   "Unknown: Hospitals <1% (4); Schools 4% (2)");
  g_assert_cmpstr (table, ==,
                   "Category|Hospitals: Cases|Hospitals: Share (%)|Schools: Cases|Schools: Share (%)\n"
                   "Loss|1000|50.0|27|50.0\nTheft|0|0.0||\nNever|||54|100.0\nUnknown|4|0.2|2|3.7\n");
}

static void
test_empty (void)
{
  g_autoptr(JkbChart) bars = fixture_bars (NULL, 0);
  g_autoptr(JkbChart) histogram = fixture_histogram (NULL, 0);
  g_autofree char *of_bars = jkb_chart_describe (bars);
  g_autofree char *of_histogram = jkb_chart_describe (histogram);

  g_assert_cmpstr (of_bars, ==, "What happened?\nSome cases\nType: any\nNo case");
  g_assert_cmpstr (of_histogram, ==, of_bars);
}

/* Why there is nothing to draw is said, when it is not that there is no case. */
static void
test_reason (void)
{
  static const JkbChartTerm term = { 1, "Theft", FALSE };
  static const JkbChartSpan span = { 0 };
  JkbChartInfo info = fixture_info;
  JkbChartStyle style = fixture_style (JKB_CHART_PLOT, FALSE);
  g_autoptr(JkbChart) chart = NULL;
  g_autoptr(JkbChartLayout) layout = NULL;
  g_autofree char *description = NULL;

  info.empty = "Not known for any of them";
  chart = jkb_chart_new_spans (&info, &term, 1, &span, 0);
  layout = jkb_chart_layout_new (chart, 400, 0, &style);
  description = jkb_chart_describe (chart);
  g_assert_cmpstr (description, ==, "What happened?\nSome cases\nType: any\nNot known for any of them");
  g_assert_cmpuint (layout->texts->len, ==, 1);
  g_assert_cmpstr (g_array_index (layout->texts, JkbChartText, 0).text, ==, info.empty);
}

static void
test_getters (void)
{
  g_autoptr(JkbChart) chart = fixture_bars (counts, 3);
  JkbChart *same = jkb_chart_ref (chart);

  g_assert_true (same == chart);
  jkb_chart_unref (same);
  g_assert_cmpint (jkb_chart_get_kind (chart), ==, JKB_CHART_BARS);
  g_assert_cmpstr (jkb_chart_get_name (chart), ==, "test");
  g_assert_cmpstr (jkb_chart_get_title (chart), ==, "What happened?");
  g_assert_cmpstr (jkb_chart_get_basis (chart), ==, "Some cases");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/words/bars", test_bars);
  g_test_add_func ("/charts/words/columns", test_columns);
  g_test_add_func ("/charts/words/histogram", test_histogram);
  g_test_add_func ("/charts/words/pairs", test_pairs);
  g_test_add_func ("/charts/words/empty", test_empty);
  g_test_add_func ("/charts/words/reason", test_reason);
  g_test_add_func ("/charts/words/getters", test_getters);
  return g_test_run ();
}
