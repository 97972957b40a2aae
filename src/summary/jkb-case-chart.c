/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/jkb-case-chart.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charts/jkb-chart-draw.h"
#include "labels/jkb-labels.h"
#include "summary/jkb-case-chart-private.h"
#include "summary/jkb-filter-words.h"

/* A longer time is shown by year. */
#define MONTHS_MAX 120
#define N_TYPES_OVER_TIME 4

/* The last part: what its marks narrow of a filter, and what is left out when it counts. */
static const struct
{
  const char *nick, *title;
  guint facets;
} charts[JKB_N_CASE_CHARTS] = {
  [JKB_CASE_CHART_CAUSES] = { "causes", N_("What causes incidents?"), 1u << JKB_FACET_TYPE },
  [JKB_CASE_CHART_AFFECTED] = { "affected", N_("How many people are affected?"),
                                1u << JKB_FACET_PEOPLE },
  [JKB_CASE_CHART_TIME] = { "time", N_("When do incidents come to light?"), 1u << JKB_FACET_TIME },
  [JKB_CASE_CHART_DELAY] = { "delay", N_("How long from discovery to announcement?"),
                             1u << JKB_FACET_TYPE },
  [JKB_CASE_CHART_DATA_ITEMS] = { "data_items", N_("What kinds of data are leaked?"),
                                  1u << JKB_FACET_DATA_ITEM },
  [JKB_CASE_CHART_SECTORS] = { "sectors", N_("Which sectors suffer what?"),
                               1u << JKB_FACET_SECTOR | 1u << JKB_FACET_TYPE },
  [JKB_CASE_CHART_TOP] = { "top", N_("Which incidents affect the most people?"), 0 },
};

const char *
jkb_case_chart_nick (JkbCaseChart kind)
{
  g_return_val_if_fail (kind < JKB_N_CASE_CHARTS, NULL);

  return charts[kind].nick;
}

guint
jkb_case_chart_facets (JkbCaseChart kind)
{
  return charts[kind].facets;
}

int
jkb_case_chart_from_nick (const char *nick)
{
  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    if (strcmp (charts[kind].nick, nick) == 0)
      return kind;
  return -1;
}

const char *
jkb_case_chart_title (JkbCaseChart kind)
{
  g_return_val_if_fail (kind < JKB_N_CASE_CHARTS, NULL);

  return _(charts[kind].title);
}

/* Labels of all values of an axis; the terms point into @labels. */
static JkbChartTerm *
list_terms (const JkbTally *tally, JkbAxis axis, const int *values, guint n, GPtrArray *labels)
{
  JkbChartTerm *terms = g_new (JkbChartTerm, n);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (labels, jkb_axis_label (tally, axis, values[i]));
      terms[i] = (JkbChartTerm){ values[i], g_ptr_array_index (labels, labels->len - 1), FALSE };
    }
  return terms;
}

static int
get_fill (JkbAxis axis, int value)
{
  static const int by_status[JKB_N_STATUSES] = {
    [JKB_STATUS_UNKNOWN] = JKB_FILL_UNKNOWN,
    [JKB_STATUS_NONE] = JKB_FILL_NONE,
    [JKB_STATUS_POSSIBLE] = JKB_FILL_POSSIBLE,
    [JKB_STATUS_CONFIRMED] = JKB_FILL_CONFIRMED,
  };

  return axis == JKB_AXIS_STATUS ? by_status[value] : JKB_FILL_PLAIN;
}

/* The most serious status stands next to the axis, where lengths are compared best. */
static guint
get_column (const JkbTally *tally, guint layer)
{
  return tally->columns == JKB_AXIS_STATUS ? tally->n_columns - 1 - layer : layer;
}

static JkbChartLayer *
list_layers (const JkbTally *tally, GPtrArray *labels)
{
  g_autofree JkbChartTerm *terms
      = list_terms (tally, tally->columns, tally->column_values, tally->n_columns, labels);
  JkbChartLayer *layers = g_new (JkbChartLayer, tally->n_columns);

  for (guint i = 0; i < tally->n_columns; i++)
    {
      const JkbChartTerm *term = &terms[get_column (tally, i)];

      layers[i]
          = (JkbChartLayer){ term->key, term->label, get_fill (tally->columns, term->key) };
    }
  return layers;
}

static gint64 *
list_counts (const JkbTally *tally)
{
  gint64 *counts = g_new (gint64, MAX (tally->n_rows * tally->n_columns, 1));

  for (guint row = 0; row < tally->n_rows; row++)
    for (guint i = 0; i < tally->n_columns; i++)
      counts[row * tally->n_columns + i] = jkb_tally_get (tally, row, get_column (tally, i));
  return counts;
}

typedef JkbChart *(*NewChart) (const JkbChartInfo *info, const JkbChartTerm *categories,
                               gsize n_categories, const JkbChartLayer *layers, gsize n_layers,
                               const gint64 *counts);

static JkbChart *
make_chart (const JkbChartInfo *info, const JkbTally *tally, int unknown, NewChart new_chart)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree JkbChartTerm *categories
      = list_terms (tally, tally->rows, tally->row_values, tally->n_rows, labels);
  g_autofree JkbChartLayer *layers = list_layers (tally, labels);
  g_autofree gint64 *counts = list_counts (tally);

  for (guint i = 0; i < tally->n_rows; i++)
    categories[i].is_apart = categories[i].key == unknown;
  return new_chart (info, categories, tally->n_rows, layers, tally->n_columns, counts);
}

static guint
find_row_total (const JkbTally *tally, int value)
{
  for (guint i = 0; i < tally->n_rows; i++)
    if (tally->row_values[i] == value)
      return jkb_tally_get_row_total (tally, i);
  return 0;
}

static JkbChart *
chart_tally (JkbCaseChart kind, const JkbSelection *selection, JkbAxis rows, JkbAxis columns,
             int unknown, NewChart new_chart)
{
  g_autoptr(JkbTally) tally
      = jkb_selection_tally_without (selection, charts[kind].facets, rows, columns);
  JkbCaseFrame frame = jkb_case_frame_make (kind, selection, tally->n_cases, find_row_total (tally, unknown));
  JkbChart *chart = make_chart (&frame.info, tally, unknown, new_chart);

  jkb_case_frame_clear (&frame);
  return chart;
}

/* ---- over time: the most frequent types, and the rest as one ---- */

static void
find_frequent_types (const JkbTally *tally, guint *columns)
{
  g_autofree gint64 *totals = g_new0 (gint64, tally->n_columns);

  for (guint row = 0; row < tally->n_rows; row++)
    for (guint column = 0; column < tally->n_columns; column++)
      totals[column] += jkb_tally_get (tally, row, column);
  totals[JKB_TYPE_UNKNOWN] = -1;        /* part of the rest */
  for (guint i = 0; i < N_TYPES_OVER_TIME; i++)
    {
      guint best = 0;

      for (guint column = 0; column < tally->n_columns; column++)
        if (totals[column] > totals[best])
          best = column;
      columns[i] = best;
      totals[best] = -1;
    }
}

static gint64 *
gather_types (const JkbTally *tally, const guint *columns)
{
  gsize n_layers = N_TYPES_OVER_TIME + 1;
  gint64 *counts = g_new0 (gint64, MAX (tally->n_rows * n_layers, 1));

  for (guint row = 0; row < tally->n_rows; row++)
    {
      gint64 *cells = counts + row * n_layers;

      cells[N_TYPES_OVER_TIME] = jkb_tally_get_row_total (tally, row);
      for (guint i = 0; i < N_TYPES_OVER_TIME; i++)
        {
          cells[i] = jkb_tally_get (tally, row, columns[i]);
          cells[N_TYPES_OVER_TIME] -= cells[i];
        }
    }
  return counts;
}

static JkbTally *
count_over_time (const JkbSelection *selection, JkbCaseZoom *zoom)
{
  guint left_out = charts[JKB_CASE_CHART_TIME].facets;
  JkbTally *tally;

  if (*zoom == JKB_CASE_ZOOM_YEARS)
    return jkb_selection_tally_without (selection, left_out, JKB_AXIS_YEAR, JKB_AXIS_TYPE);
  tally = jkb_selection_tally_without (selection, left_out, JKB_AXIS_MONTH, JKB_AXIS_TYPE);
  if (*zoom == JKB_CASE_ZOOM_AUTO && tally->n_rows > MONTHS_MAX)
    {
      jkb_tally_free (tally);
      *zoom = JKB_CASE_ZOOM_YEARS;
      return count_over_time (selection, zoom);
    }
  *zoom = JKB_CASE_ZOOM_MONTHS;
  return tally;
}

static int
make_time_key (JkbAxis axis, int value)
{
  if (axis == JKB_AXIS_MONTH)
    return value < 0 ? JKB_CASE_CHART_NO_MONTH : value / 12 * 100 + value % 12 + 1;
  return value == 0 ? JKB_CASE_CHART_NO_YEAR : value * 100;
}

JkbChart *
jkb_case_chart_new_time (const JkbSelection *selection, JkbCaseZoom *zoom)
{
  g_autoptr(JkbTally) tally = count_over_time (selection, zoom);
  guint columns[N_TYPES_OVER_TIME];
  JkbChartLayer layers[N_TYPES_OVER_TIME + 1];
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree JkbChartTerm *categories
      = list_terms (tally, tally->rows, tally->row_values, tally->n_rows, labels);
  g_autofree gint64 *counts = NULL;
  JkbChart *chart;
  JkbCaseFrame frame = jkb_case_frame_make (JKB_CASE_CHART_TIME, selection, tally->n_cases,
                            jkb_tally_get_row_total (tally, tally->n_rows - 1));

  for (guint i = 0; i < tally->n_rows; i++)
    {
      categories[i].key = make_time_key (tally->rows, tally->row_values[i]);
      categories[i].is_apart = categories[i].key < 0;
    }
  find_frequent_types (tally, columns);
  counts = gather_types (tally, columns);
  for (guint i = 0; i < N_TYPES_OVER_TIME; i++)
    layers[i] = (JkbChartLayer){ (int) columns[i], jkb_label (JKB_WORDS_TYPE, (int) columns[i]),
                                 JKB_FILL_FREE + (int) i };
  layers[N_TYPES_OVER_TIME] = (JkbChartLayer){ JKB_TYPE_UNKNOWN, _("Other types"), JKB_FILL_PLAIN };
  chart = jkb_chart_new_columns (&frame.info, categories, tally->n_rows, layers,
                                 G_N_ELEMENTS (layers), counts);
  jkb_case_frame_clear (&frame);
  return chart;
}

JkbChart *
jkb_case_chart_new (JkbCaseChart kind, const JkbSelection *selection)
{
  JkbCaseZoom zoom = JKB_CASE_ZOOM_AUTO;

  switch (kind)
    {
    case JKB_CASE_CHART_CAUSES:
      return chart_tally (kind, selection, JKB_AXIS_TYPE, JKB_AXIS_STATUS, JKB_TYPE_UNKNOWN,
                          jkb_chart_new_bars);
    case JKB_CASE_CHART_AFFECTED:
      return jkb_case_chart_affected (selection);
    case JKB_CASE_CHART_TIME:
      return jkb_case_chart_new_time (selection, &zoom);
    case JKB_CASE_CHART_DELAY:
      return jkb_case_chart_delays (selection);
    case JKB_CASE_CHART_TOP:
      return jkb_case_chart_top (selection);
    case JKB_CASE_CHART_DATA_ITEMS:
      return chart_tally (kind, selection, JKB_AXIS_DATA_ITEM, JKB_AXIS_NONE, JKB_N_DATA_ITEMS,
                          jkb_chart_new_bars);
    case JKB_CASE_CHART_SECTORS:
      return chart_tally (kind, selection, JKB_AXIS_SECTOR, JKB_AXIS_TYPE, JKB_SECTOR_UNKNOWN,
                          jkb_chart_new_heat_map);
    case JKB_N_CASE_CHARTS:
      break;
    }
  g_return_val_if_reached (NULL);
}
