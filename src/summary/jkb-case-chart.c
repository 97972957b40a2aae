/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/jkb-case-chart.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charts/jkb-chart-draw.h"
#include "labels/jkb-labels.h"
#include "summary/jkb-filter-words.h"

/* A longer time is shown by year. */
#define MONTHS_MAX 120
#define N_TYPES_OVER_TIME 3

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
  [JKB_CASE_CHART_DELAY] = { "delay", N_("How long from discovery to announcement?"), 0 },
  [JKB_CASE_CHART_DATA_ITEMS] = { "data_items", N_("What kinds of data get out?"),
                                  1u << JKB_FACET_DATA_ITEM },
  [JKB_CASE_CHART_SECTORS] = { "sectors", N_("Which sectors suffer what?"),
                               1u << JKB_FACET_SECTOR | 1u << JKB_FACET_TYPE },
};

const char *
jkb_case_chart_nick (JkbCaseChart kind)
{
  g_return_val_if_fail (kind < JKB_N_CASE_CHARTS, NULL);

  return charts[kind].nick;
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

/* How figures are shortened. Japanese counts in ten thousands, English in thousands: the translation
 * says which, as the words that follow 10³ … 10¹²; an empty word skips a step. */
static gsize
list_steps (JkbChartStep *steps)
{
  static const struct
  {
    gint64 from;
    const char *word;
  } known[] = {
    /* Translators: after a figure in thousands on an axis; “-” where the language has no such step */
    { 1000, NC_("thousands", "k") },
    /* Translators: after a figure in ten thousands (万); “-” where the language has no such step */
    { 10000, NC_("ten thousands", "-") },
    /* Translators: after a figure in millions; “-” where the language has no such step */
    { 1000000, NC_("millions", "M") },
    /* Translators: after a figure in hundred millions (億); “-” where there is no such step */
    { 100000000, NC_("hundred millions", "-") },
    /* Translators: after a figure in billions; “-” where the language has no such step */
    { 1000000000, NC_("billions", "G") },
  };
  static const char *const contexts[]
      = { "thousands", "ten thousands", "millions", "hundred millions", "billions" };
  gsize n_steps = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const char *word = g_dpgettext2 (GETTEXT_PACKAGE, contexts[i], known[i].word);

      if (strcmp (word, "-") != 0)
        steps[n_steps++] = (JkbChartStep){ known[i].from, word };
    }
  return n_steps;
}

static const JkbChartWords *
get_words (void)
{
  static JkbChartStep steps[5];
  static JkbChartWords words;
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      words = (JkbChartWords){
        .cases = _("Cases"),
        .people = _("People affected (logarithmic scale)"),
        .none = C_("people", "None"),
        .unknown = _("Not known"),
        .median = _("Median"),
        .largest = _("Largest"),
        .total = _("Total"),
        .category = _("Category"),
        .no_cases = _("No case matches the filter"),
        .steps = steps,
        .n_steps = list_steps (steps),
      };
      g_once_init_leave (&is_ready, 1);
    }
  return &words;
}

/* What stands around one chart; owns its words. */
typedef struct
{
  JkbChartInfo info;
  char *basis;
  char *filter;
} Frame;

static Frame
make_frame (JkbCaseChart kind, const JkbSelection *selection, guint n_cases, guint n_unknown)
{
  Frame frame = { 0 };

  /* Translators: under the title of a chart */
  frame.basis = g_strdup_printf (ngettext ("%u case", "%u cases", n_cases), n_cases);
  if (n_unknown > 0)
    {
      g_autofree char *cases = g_steal_pointer (&frame.basis);

      /* Translators: “359 cases, of which 114 not known” */
      frame.basis = g_strdup_printf (ngettext ("%s, of which %u not known",
                                               "%s, of which %u not known", n_unknown),
                                     cases, n_unknown);
    }
  frame.filter = jkb_filter_all_words (jkb_selection_get_filter (selection));
  frame.info = (JkbChartInfo){
    .name = charts[kind].nick,
    .title = jkb_case_chart_title (kind),
    .basis = frame.basis,
    .filter = frame.filter,
    .source = _("Jikenbo, from public notices"),
    .words = get_words (),
  };
  return frame;
}

static void
clear_frame (Frame *frame)
{
  g_free (frame->basis);
  g_free (frame->filter);
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
  Frame frame = make_frame (kind, selection, tally->n_cases, find_row_total (tally, unknown));
  JkbChart *chart = make_chart (&frame.info, tally, unknown, new_chart);

  clear_frame (&frame);
  return chart;
}

static JkbChart *
chart_affected (const JkbSelection *selection)
{
  gsize n_values;
  g_autofree gint64 *values = jkb_selection_list_people (selection, &n_values);
  JkbHistogram histogram;
  JkbChart *chart;
  Frame frame;

  jkb_histogram_fill (&histogram, values, n_values);
  frame = make_frame (JKB_CASE_CHART_AFFECTED, selection, (guint) n_values,
                      (guint) histogram.n_unknown);
  chart = jkb_chart_new_histogram (&frame.info, &histogram);
  clear_frame (&frame);
  return chart;
}

/* ---- over time: the most frequent types, and the rest as one ---- */

static void
find_frequent_types (const JkbTally *tally, guint *columns)
{
  g_autofree guint *totals = g_new0 (guint, tally->n_columns);

  for (guint row = 0; row < tally->n_rows; row++)
    for (guint column = 0; column < tally->n_columns; column++)
      totals[column] += jkb_tally_get (tally, row, column);
  for (guint i = 0; i < N_TYPES_OVER_TIME; i++)
    {
      guint best = 1;           /* column 0 is the unknown type, which is part of the rest */

      for (guint column = 2; column < tally->n_columns; column++)
        if (totals[column] > totals[best])
          best = column;
      columns[i] = best;
      totals[best] = 0;
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
count_over_time (const JkbSelection *selection)
{
  guint left_out = charts[JKB_CASE_CHART_TIME].facets;
  g_autoptr(JkbTally) tally
      = jkb_selection_tally_without (selection, left_out, JKB_AXIS_MONTH, JKB_AXIS_TYPE);

  if (tally->n_rows <= MONTHS_MAX)
    return g_steal_pointer (&tally);
  return jkb_selection_tally_without (selection, left_out, JKB_AXIS_YEAR, JKB_AXIS_TYPE);
}

static int
make_time_key (JkbAxis axis, int value)
{
  if (axis == JKB_AXIS_MONTH)
    return value < 0 ? JKB_CASE_CHART_NO_MONTH : value / 12 * 100 + value % 12 + 1;
  return value == 0 ? JKB_CASE_CHART_NO_YEAR : value * 100;
}

static JkbChart *
chart_time (const JkbSelection *selection)
{
  g_autoptr(JkbTally) tally = count_over_time (selection);
  guint columns[N_TYPES_OVER_TIME];
  JkbChartLayer layers[N_TYPES_OVER_TIME + 1];
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree JkbChartTerm *categories
      = list_terms (tally, tally->rows, tally->row_values, tally->n_rows, labels);
  g_autofree gint64 *counts = NULL;
  JkbChart *chart;
  Frame frame = make_frame (JKB_CASE_CHART_TIME, selection, tally->n_cases,
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
  clear_frame (&frame);
  return chart;
}

JkbChart *
jkb_case_chart_new (JkbCaseChart kind, const JkbSelection *selection)
{
  switch (kind)
    {
    case JKB_CASE_CHART_CAUSES:
      return chart_tally (kind, selection, JKB_AXIS_TYPE, JKB_AXIS_STATUS, JKB_TYPE_UNKNOWN,
                          jkb_chart_new_bars);
    case JKB_CASE_CHART_AFFECTED:
      return chart_affected (selection);
    case JKB_CASE_CHART_TIME:
      return chart_time (selection);
    case JKB_CASE_CHART_DELAY:
      return chart_tally (kind, selection, JKB_AXIS_DELAY, JKB_AXIS_NONE, JKB_DELAY_UNKNOWN,
                          jkb_chart_new_columns);
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
