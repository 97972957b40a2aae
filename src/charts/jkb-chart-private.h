/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/jkb-chart.h"

struct _JkbChart
{
  gatomicrefcount ref_count;
  JkbChartKind kind;
  char *name;
  char *title;
  char *basis;
  char *filter;                         /* nullable */
  char *source;                         /* nullable */
  char *values;                         /* what figures count; %NULL for cases */
  char *empty;                          /* why there is nothing to draw; %NULL for no case */
  const JkbChartWords *words;
  JkbChartTerm *categories;             /* in the order shown; those apart last */
  gsize n_categories;
  JkbChartLayer *layers;
  gsize n_layers;                       /* those with any case */
  gboolean is_layered;                  /* they have names, even when only one has cases */
  gint64 *counts;                       /* [category * n_layers + layer]; of pairs also JKB_CHART_NOT_GIVEN */
  gint64 total;                         /* of all counts */
  gint64 side_totals[2];                /* when kind is JKB_CHART_PAIRS */
  JkbHistogram histogram;               /* when kind is JKB_CHART_HISTOGRAM */
  JkbChartSpan *spans;                  /* by category, when kind is JKB_CHART_SPANS */
};

/** What the figures count. */
static inline const char *
jkb_chart_values_word (const JkbChart *chart)
{
  return chart->values != NULL ? chart->values : chart->words->cases;
}

/** What stands in a chart with nothing to draw. */
static inline const char *
jkb_chart_empty_words (const JkbChart *chart)
{
  return chart->empty != NULL ? chart->empty : chart->words->no_cases;
}

/** Whether its bars lie. */
static inline gboolean
jkb_chart_lies (const JkbChart *chart)
{
  return chart->kind == JKB_CHART_BARS || chart->kind == JKB_CHART_PAIRS;
}

/** The count of a category and layer. */
static inline gint64
jkb_chart_count (const JkbChart *chart, gsize category, gsize layer)
{
  return chart->counts[category * chart->n_layers + layer];
}

/**
 * jkb_chart_category_total:
 * @chart: a chart with categories
 * @category: index of one
 *
 * Returns: the sum over all layers
 */
gint64 jkb_chart_category_total (const JkbChart *chart, gsize category);

/**
 * jkb_chart_pair_figure:
 * @chart: a chart of pairs
 * @category: index of one
 * @side: 0 or 1
 *
 * Returns: (transfer full) (nullable): share and count, `12% (50)`; %NULL when that side does not tell
 */
char *jkb_chart_pair_figure (const JkbChart *chart, gsize category, gsize side);

/**
 * jkb_chart_largest_total:
 * @chart: a chart with categories
 * @apart: look only at the categories apart, not only at the others
 *
 * Returns: the largest sum of a category, 0 when there is none
 */
gint64 jkb_chart_largest_total (const JkbChart *chart, gboolean apart);

/**
 * jkb_chart_bin_label:
 * @bin: a bin of a histogram
 *
 * Returns: (transfer full): `30–99`; of the last bin only its beginning, `3,000,…–`
 */
char *jkb_chart_bin_label (int bin);

/**
 * jkb_chart_bin_range:
 * @chart: a histogram
 * @first: (out): first bin to show, the beginning of a power of ten
 * @last: (out): last bin to show, the end of one
 *
 * Returns: %FALSE when no figure is above 0
 */
gboolean jkb_chart_bin_range (const JkbChart *chart, int *first, int *last);
