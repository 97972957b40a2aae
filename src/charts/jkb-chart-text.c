/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as words and as a table: all its numbers, for who cannot see the picture. */
#include "charts/jkb-chart.h"

#include "charts/jkb-chart-number.h"
#include "charts/jkb-chart-private.h"
#include "core/jkb-csv.h"

static void
add_line (GString *text, const JkbChart *chart, const char *label, gint64 value)
{
  char number[JKB_CHART_NUMBER_MAX];

  g_string_append_printf (text, "%s%s%s", label, chart->words->colon, jkb_chart_number_print (value, number));
}

static void
add_layers (GString *text, const JkbChart *chart, gsize category)
{
  const char *between = " (";
  char number[JKB_CHART_NUMBER_MAX];

  for (gsize layer = 0; layer < chart->n_layers; layer++)
    {
      gint64 count = jkb_chart_count (chart, category, layer);

      if (count == 0)
        continue;
      g_string_append_printf (text, "%s%s %s", between, chart->layers[layer].label,
                              jkb_chart_number_print (count, number));
      between = "; ";
    }
  g_string_append_c (text, ')');
}

static void
describe_categories (GString *text, const JkbChart *chart)
{
  for (gsize i = 0; i < chart->n_categories; i++)
    {
      gint64 total = jkb_chart_category_total (chart, i);

      if (total == 0)
        continue;
      add_line (text, chart, chart->categories[i].label, total);
      if (chart->is_layered)
        add_layers (text, chart, i);
      g_string_append_c (text, '\n');
    }
}

static void
add_measure (GString *text, const char *between, const char *word, gint64 value)
{
  char number[JKB_CHART_NUMBER_MAX];

  g_string_append_printf (text, "%s%s %s", between, word, jkb_chart_number_print (value, number));
}

static void
describe_spans (GString *text, const JkbChart *chart)
{
  for (gsize i = 0; i < chart->n_categories; i++)
    {
      const JkbChartSpan *span = &chart->spans[i];

      add_line (text, chart, chart->categories[i].label, span->n);
      add_measure (text, " (", chart->words->median, span->median);
      add_measure (text, "; ", chart->words->smallest, span->smallest);
      add_measure (text, "; ", chart->words->lower, span->lower);
      add_measure (text, "; ", chart->words->upper, span->upper);
      add_measure (text, "; ", chart->words->largest, span->largest);
      g_string_append (text, ")\n");
    }
}

/* `Theft: Hospitals 12% (50); Schools <1% (3)`; a side that does not tell is left away. */
static void
describe_pairs (GString *text, const JkbChart *chart)
{
  for (gsize i = 0; i < chart->n_categories; i++)
    {
      const char *between = chart->words->colon;

      g_string_append (text, chart->categories[i].label);
      for (gsize side = 0; side < chart->n_layers; side++)
        {
          g_autofree char *figure = jkb_chart_pair_figure (chart, i, side);

          if (figure == NULL)
            continue;
          g_string_append_printf (text, "%s%s %s", between, chart->layers[side].label, figure);
          between = "; ";
        }
      g_string_append_c (text, '\n');
    }
}

static void
describe_histogram (GString *text, const JkbChart *chart)
{
  const JkbHistogram *histogram = &chart->histogram;

  if (histogram->n_known > 0)
    {
      add_line (text, chart, chart->words->median, histogram->median);
      g_string_append_c (text, '\n');
      add_line (text, chart, chart->words->largest, histogram->largest);
      g_string_append_c (text, '\n');
    }
  add_line (text, chart, chart->words->none, histogram->n_none);
  g_string_append_c (text, '\n');
  for (int bin = 0; bin < JKB_HISTOGRAM_N_BINS; bin++)
    if (histogram->bins[bin] > 0)
      {
        g_autofree char *label = jkb_chart_bin_label (bin);

        add_line (text, chart, label, histogram->bins[bin]);
        g_string_append_c (text, '\n');
      }
  add_line (text, chart, chart->words->unknown, histogram->n_unknown);
  g_string_append_c (text, '\n');
}

char *
jkb_chart_describe (const JkbChart *chart)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n", chart->title, chart->basis);
  if (chart->filter != NULL)
    g_string_append_printf (text, "%s\n", chart->filter);
  if (chart->total == 0)
    g_string_append_printf (text, "%s\n", jkb_chart_empty_words (chart));
  else if (chart->kind == JKB_CHART_HISTOGRAM)
    describe_histogram (text, chart);
  else if (chart->kind == JKB_CHART_SPANS)
    describe_spans (text, chart);
  else if (chart->kind == JKB_CHART_PAIRS)
    describe_pairs (text, chart);
  else
    describe_categories (text, chart);
  g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

static void
add_cell (GPtrArray *row, gint64 value)
{
  g_ptr_array_add (row, g_strdup_printf ("%" G_GINT64_FORMAT, value));
}

static void
add_row (GPtrArray *table, GPtrArray *row)
{
  g_ptr_array_add (row, NULL);
  g_ptr_array_add (table, g_ptr_array_free (row, FALSE));
}

static void
add_heading (GPtrArray *table, const JkbChart *chart)
{
  GPtrArray *row = g_ptr_array_new ();

  g_ptr_array_add (row, g_strdup (chart->words->category));
  for (gsize layer = 0; chart->is_layered && layer < chart->n_layers; layer++)
    g_ptr_array_add (row, g_strdup (chart->layers[layer].label));
  g_ptr_array_add (row, g_strdup (chart->is_layered ? chart->words->total
                                                      : jkb_chart_values_word (chart)));
  add_row (table, row);
}

static void
add_spans (GPtrArray *table, const JkbChart *chart)
{
  const JkbChartWords *words = chart->words;
  const char *const headings[] = { words->category, words->cases, words->smallest, words->lower,
                                   words->median,   words->upper, words->largest };
  GPtrArray *row = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    g_ptr_array_add (row, g_strdup (headings[i]));
  add_row (table, row);
  for (gsize i = 0; i < chart->n_categories; i++)
    {
      const JkbChartSpan *span = &chart->spans[i];
      const gint64 figures[] = { span->n,      span->smallest, span->lower,
                                 span->median, span->upper,    span->largest };

      row = g_ptr_array_new ();
      g_ptr_array_add (row, g_strdup (chart->categories[i].label));
      for (gsize j = 0; j < G_N_ELEMENTS (figures); j++)
        add_cell (row, figures[j]);
      add_row (table, row);
    }
}

/* A count that was not given is an empty cell, and so is its share. */
static void
add_side (GPtrArray *row, const JkbChart *chart, gsize category, gsize side)
{
  gint64 count = jkb_chart_count (chart, category, side), total = MAX (chart->side_totals[side], 1);
  char share[G_ASCII_DTOSTR_BUF_SIZE];

  if (count == JKB_CHART_NOT_GIVEN)
    {
      g_ptr_array_add (row, g_strdup (""));
      g_ptr_array_add (row, g_strdup (""));
      return;
    }
  add_cell (row, count);
  g_ascii_formatd (share, sizeof share, "%.1f", 100.0 * (double) count / (double) total);
  g_ptr_array_add (row, g_strdup (share));
}

static void
add_pairs (GPtrArray *table, const JkbChart *chart)
{
  GPtrArray *row = g_ptr_array_new ();

  g_ptr_array_add (row, g_strdup (chart->words->category));
  for (gsize side = 0; side < chart->n_layers; side++)
    {
      const char *label = chart->layers[side].label, *colon = chart->words->colon;

      g_ptr_array_add (row, g_strconcat (label, colon, chart->words->cases, NULL));
      g_ptr_array_add (row, g_strconcat (label, colon, chart->words->share, NULL));
    }
  add_row (table, row);
  for (gsize i = 0; i < chart->n_categories; i++)
    {
      row = g_ptr_array_new ();
      g_ptr_array_add (row, g_strdup (chart->categories[i].label));
      for (gsize side = 0; side < chart->n_layers; side++)
        add_side (row, chart, i, side);
      add_row (table, row);
    }
}

static void
add_category (GPtrArray *table, const JkbChart *chart, gsize category)
{
  GPtrArray *row = g_ptr_array_new ();

  g_ptr_array_add (row, g_strdup (chart->categories[category].label));
  for (gsize layer = 0; chart->is_layered && layer < chart->n_layers; layer++)
    add_cell (row, jkb_chart_count (chart, category, layer));
  add_cell (row, jkb_chart_category_total (chart, category));
  add_row (table, row);
}

static void
add_pair (GPtrArray *table, const char *label, gint64 value)
{
  GPtrArray *row = g_ptr_array_new ();

  g_ptr_array_add (row, g_strdup (label));
  add_cell (row, value);
  add_row (table, row);
}

static void
add_histogram (GPtrArray *table, const JkbChart *chart)
{
  int first, last;

  add_pair (table, chart->words->none, chart->histogram.n_none);
  if (jkb_chart_bin_range (chart, &first, &last))
    for (int bin = first; bin <= last; bin++)
      {
        g_autofree char *label = jkb_chart_bin_label (bin);

        add_pair (table, label, chart->histogram.bins[bin]);
      }
  add_pair (table, chart->words->unknown, chart->histogram.n_unknown);
}

GPtrArray *
jkb_chart_get_table (const JkbChart *chart)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (chart->kind == JKB_CHART_SPANS || chart->kind == JKB_CHART_PAIRS)
    {
      if (chart->kind == JKB_CHART_SPANS)
        add_spans (table, chart);
      else
        add_pairs (table, chart);
      return table;
    }
  add_heading (table, chart);
  if (chart->kind == JKB_CHART_HISTOGRAM)
    add_histogram (table, chart);
  for (gsize i = 0; i < chart->n_categories; i++)
    add_category (table, chart, i);
  return table;
}

char *
jkb_chart_print_csv (const JkbChart *chart)
{
  g_autoptr(GPtrArray) rows = jkb_chart_get_table (chart);
  GString *csv = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      for (guint j = 0; row[j] != NULL; j++)
        jkb_csv_append (csv, row[j], row[j + 1] == NULL);
    }
  return g_string_free (csv, FALSE);
}
