/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include <stdlib.h>

static const JkbChartStep steps[] = { { 1000, "k" }, { 1000000, "M" } };

const JkbChartWords fixture_words = {
  .cases = "Cases",
  .people = "People (log)",
  .none = "None",
  .unknown = "Unknown",
  .median = "Median",
  .largest = "Largest",
  .smallest = "Smallest",
  .lower = "Lower quartile",
  .upper = "Upper quartile",
  .days = "Days (log)",
  .share = "Share (%)",
  .total = "Total",
  .category = "Category",
  .no_cases = "No case",
  .colon = ": ",
  .steps = steps,
  .n_steps = G_N_ELEMENTS (steps),
};

const JkbChartInfo fixture_info = {
  .name = "test",
  .title = "What happened?",
  .basis = "Some cases",
  .filter = "Type: any",
  .source = "Source: a test",
  .words = &fixture_words,
};

void
fixture_measure (const char *text, JkbTextRole role, double scale, double *width, double *height,
                 gpointer user_data)
{
  double size = (role == JKB_TEXT_TITLE ? 20 : 12) * scale;

  *width = 0;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    *width += g_unichar_iswide (g_utf8_get_char (text)) ? size : size / 2;
  *height = size * 1.5;
}

JkbChartStyle
fixture_style (JkbChartParts parts, gboolean rtl)
{
  return (JkbChartStyle){ parts, rtl, 1, fixture_measure, NULL };
}

JkbChart *
fixture_bars (const gint64 *counts, gsize n_counts)
{
  static const char *const names[] = { "A", "B", "C", "D", "E", "F", "G", "H" };
  JkbChartTerm terms[G_N_ELEMENTS (names)];
  JkbChartLayer layer = { 0, "all", JKB_FILL_PLAIN };

  g_assert (n_counts <= G_N_ELEMENTS (names));
  for (gsize i = 0; i < n_counts; i++)
    terms[i] = (JkbChartTerm){ (int) i + 1, names[i], FALSE };
  return jkb_chart_new_bars (&fixture_info, terms, n_counts, &layer, 1, counts);
}

static int
compare_figures (const void *a, const void *b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static void
fill_histogram (JkbHistogram *histogram, const gint64 *values, gsize n_values)
{
  g_autofree gint64 *known = g_new (gint64, MAX (n_values, 1));
  gsize n = 0;

  *histogram = (JkbHistogram){ .median = -1, .largest = -1 };
  for (gsize i = 0; i < n_values; i++)
    {
      if (values[i] > 0)
        histogram->bins[jkb_histogram_bin (values[i])]++;
      histogram->n_none += values[i] == 0;
      histogram->n_unknown += values[i] < 0;
      if (values[i] >= 0)
        known[n++] = values[i];
    }
  histogram->n_known = (gint64) n;
  if (n == 0)
    return;
  qsort (known, n, sizeof *known, compare_figures);
  histogram->median = known[(n - 1) / 2] + (known[n / 2] - known[(n - 1) / 2]) / 2;
  histogram->largest = known[n - 1];
}

JkbChart *
fixture_histogram (const gint64 *values, gsize n_values)
{
  JkbHistogram histogram;

  fill_histogram (&histogram, values, n_values);
  return jkb_chart_new_histogram (&fixture_info, &histogram);
}

static void
print_rect (GString *out, const char *what, const JkbChartRect *rect)
{
  g_string_append_printf (out, "%s %.1f %.1f %.1f %.1f", what, rect->x, rect->y, rect->width,
                          rect->height);
}

static void
print_mark (GString *out, const JkbChartMark *mark)
{
  print_rect (out, "mark", &mark->rect);
  print_rect (out, " target", &mark->target);
  g_string_append_printf (out,
                          " kind %d category %d layer %d range %" G_GINT64_FORMAT
                          "..%" G_GINT64_FORMAT " fill %d strength %.2f “%s”\n",
                          (int) mark->kind, mark->category, mark->layer, mark->from, mark->to,
                          mark->fill, mark->strength, mark->label);
}

static void
print_text (GString *out, const JkbChartText *text)
{
  static const char *const roles[] = { "title", "basis", "label", "value", "note", "cell" };
  static const char *const anchors[] = { "left", "centre", "right" };

  g_string_append_printf (out, "%s %s %.1f %.1f max %.1f turn %.0f “%s”\n", roles[text->role],
                          anchors[text->anchor], text->x, text->y, text->max_width, text->angle,
                          text->text);
}

char *
fixture_print (const JkbChartLayout *layout)
{
  static const char *const lines[] = { "grid", "axis", "marker", "reach", "median" };
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "size %.1f %.1f\n", layout->width, layout->height);
  print_rect (out, "plot", &layout->plot);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < layout->marks->len; i++)
    print_mark (out, &g_array_index (layout->marks, JkbChartMark, i));
  for (guint i = 0; i < layout->lines->len; i++)
    {
      const JkbChartLine *line = &g_array_index (layout->lines, JkbChartLine, i);

      g_string_append_printf (out, "%s %.1f %.1f %.1f %.1f\n", lines[line->role], line->x1,
                              line->y1, line->x2, line->y2);
    }
  for (guint i = 0; i < layout->swatches->len; i++)
    {
      const JkbChartSwatch *swatch = &g_array_index (layout->swatches, JkbChartSwatch, i);

      print_rect (out, "swatch", &swatch->rect);
      g_string_append_printf (out, " fill %d\n", swatch->fill);
    }
  for (guint i = 0; i < layout->cuts->len; i++)
    {
      print_rect (out, "cut", &g_array_index (layout->cuts, JkbChartCut, i).rect);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < layout->texts->len; i++)
    print_text (out, &g_array_index (layout->texts, JkbChartText, i));
  return g_string_free (out, FALSE);
}

void
fixture_assert_golden (const char *name, const char *found)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "charts", name, NULL);
  g_autofree char *expected = NULL;
  g_auto(GStrv) found_lines = NULL, expected_lines = NULL;
  g_autoptr(GError) error = NULL;

  if (g_getenv ("JIKENBO_REWRITE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, found, -1, NULL));
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  found_lines = g_strsplit (found, "\n", -1);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; found_lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (found_lines[i], ==, expected_lines[i]);
  g_assert_cmpstr (found, ==, expected);
}
