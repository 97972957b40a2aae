/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "charts/jkb-histogram.h"

/*
 * What a chart shows, before anything is placed: its question, its categories, its numbers. Charts
 * hold no translated text: all words come from the caller. See jkb-chart-layout.h for where things
 * go and jkb-chart-draw.h for pictures.
 */

/** JkbChartKind: how the numbers are shown. */
typedef enum
{
  JKB_CHART_BARS,                       /* lying bars, one a category, stacked by layer */
  JKB_CHART_COLUMNS,                    /* standing columns in order of time, stacked by layer */
  JKB_CHART_HISTOGRAM,                  /* sizes on a log scale, "none" and "unknown" beside */
  JKB_CHART_HEAT_MAP,                   /* categories down, layers across, number in each cell */
  JKB_CHART_SPANS,                      /* how figures spread, one category a row, log scale */
  JKB_CHART_PAIRS,                      /* two lying bars a category: its share on either side */
} JkbChartKind;

/** JkbChartMarkKind: what a mark stands for. */
typedef enum
{
  JKB_CHART_MARK_CATEGORY,              /* one category, or its part in one layer */
  JKB_CHART_MARK_RANGE,                 /* figures from `from` to `to` */
  JKB_CHART_MARK_NONE,                  /* the figure is 0 */
  JKB_CHART_MARK_UNKNOWN,               /* the figure is not known */
} JkbChartMarkKind;

/** How many fills a palette has; each also differs in pattern and in print. */
#define JKB_CHART_N_FILLS 9

/** JkbChartFill: fills with a fixed meaning; further ones are free for types. */
typedef enum
{
  JKB_FILL_PLAIN,                       /* charts without layers */
  JKB_FILL_CONFIRMED,
  JKB_FILL_POSSIBLE,
  JKB_FILL_NONE,
  JKB_FILL_UNKNOWN,
  JKB_FILL_FREE,                        /* first of the free ones */
} JkbChartFill;

/**
 * JkbChartTerm:
 * @key: what the caller knows it by, e.g. a #JkbIncidentType or a month; handed back in marks
 * @label: words to show
 * @is_apart: it is no step of the order, as "not known": it stands last, apart from the others
 *
 * A category.
 */
typedef struct
{
  int key;
  const char *label;
  gboolean is_apart;
} JkbChartTerm;

/**
 * JkbChartLayer:
 * @key: as for #JkbChartTerm
 * @label: words to show
 * @fill: index into `fills` of the palette: the same thing has the same colour in all charts
 *
 * One part of a stack.
 */
typedef struct
{
  int key;
  const char *label;
  int fill;
} JkbChartLayer;

/**
 * JkbChartStep:
 * @from: figures of this size or more are printed in this step
 * @suffix: what follows the shortened figure: `万`, `k`
 *
 * How long figures are shortened on an axis, smallest step first.
 */
typedef struct
{
  gint64 from;
  const char *suffix;
} JkbChartStep;

/**
 * JkbChartWords:
 *
 * Words that all charts need, in the language of the caller. None may be %NULL. They have to live
 * as long as the charts made with them.
 */
typedef struct
{
  const char *cases;                    /* heading of the axis that counts cases */
  const char *people;                   /* heading of the axis of a histogram, with its scale */
  const char *none;                     /* nobody affected */
  const char *unknown;                  /* not known */
  const char *median;
  const char *largest;
  const char *smallest;
  const char *lower;                    /* a quarter of the figures is smaller */
  const char *upper;                    /* a quarter of the figures is larger */
  const char *days;                     /* heading of the axis of spans, with its scale */
  const char *share;                    /* heading of the axis of pairs: shares of a side in per cent */
  const char *total;
  const char *category;                 /* heading of the first column of the table */
  const char *no_cases;                 /* what stands in a chart without a case */
  const char *colon;                    /* between a name and its value, with its space */
  const JkbChartStep *steps;            /* (array length=n_steps) */
  gsize n_steps;
} JkbChartWords;

/**
 * JkbChartInfo:
 * @name: stable name, `causes`
 * @title: the question it answers
 * @basis: how many cases it rests on and how many are left out for want of a value, in words
 * @filter: (nullable): the filter in words
 * @source: (nullable): source line of a picture
 * @values: (nullable): what its figures count, when that is not cases
 * @empty: (nullable): what stands in it when there is nothing to draw for another reason than that there
 *   is no case
 * @words: words that all charts need
 *
 * What stands around the numbers. Strings are copied, @words is not.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *basis;
  const char *filter;
  const char *source;
  const char *values;
  const char *empty;
  const JkbChartWords *words;
} JkbChartInfo;

/** From this many figures on a span has its middle half drawn; fewer say too little. */
#define JKB_CHART_QUARTILES_FROM 4

/**
 * JkbChartSpan:
 * @n: how many figures, 0 or more
 * @smallest: of them
 * @lower: the figure at a quarter of the way, at rank ⌈n/4⌉
 * @median: the middle one; of two middle ones the mean, rounded down
 * @upper: the figure at three quarters of the way, at rank ⌈3n/4⌉
 * @largest: of them
 *
 * How figures of 0 and more spread.
 */
typedef struct
{
  gint64 n;
  gint64 smallest;
  gint64 lower;
  gint64 median;
  gint64 upper;
  gint64 largest;
} JkbChartSpan;

/**
 * JkbChart:
 *
 * What a chart shows. Never changes; counted references. Any thread.
 */
typedef struct _JkbChart JkbChart;

/**
 * jkb_chart_new_bars:
 * @info: what stands around the numbers
 * @categories: (array length=n_categories): the bars, in any order
 * @n_categories: how many
 * @layers: (array length=n_layers): parts of the stack, from the axis outwards
 * @n_layers: how many, at least 1
 * @counts: cases of each category and layer, at [category * n_layers + layer], 0 or more
 *
 * Bars sorted by size, the longest first; equal ones keep their order. Categories and layers without
 * a case are left away.
 *
 * Returns: (transfer full): the chart
 */
JkbChart *jkb_chart_new_bars (const JkbChartInfo *info,
                              const JkbChartTerm *categories, gsize n_categories,
                              const JkbChartLayer *layers, gsize n_layers,
                              const gint64 *counts);

/**
 * jkb_chart_new_columns:
 * @info: what stands around the numbers
 * @categories: (array length=n_categories): the columns in order, empty ones included: a gap in time
 *   is shown as a gap
 * @n_categories: how many
 * @layers: (array length=n_layers): parts of the stack, from the axis upwards
 * @n_layers: how many, at least 1
 * @counts: as for jkb_chart_new_bars()
 *
 * Columns in the order given. Layers without a case are left away, and so are categories apart.
 *
 * Returns: (transfer full): the chart
 */
JkbChart *jkb_chart_new_columns (const JkbChartInfo *info,
                                 const JkbChartTerm *categories, gsize n_categories,
                                 const JkbChartLayer *layers, gsize n_layers,
                                 const gint64 *counts);

/**
 * jkb_chart_new_histogram:
 * @info: what stands around the numbers
 * @histogram: the figures, counted; copied
 *
 * Returns: (transfer full): the chart
 */
JkbChart *jkb_chart_new_histogram (const JkbChartInfo *info, const JkbHistogram *histogram);

/**
 * jkb_chart_new_heat_map:
 * @info: what stands around the numbers
 * @categories: (array length=n_categories): rows
 * @n_categories: how many
 * @layers: (array length=n_layers): columns; their fill is not used
 * @n_layers: how many, at least 1
 * @counts: as for jkb_chart_new_bars()
 *
 * Rows and columns without a case are left away.
 *
 * Returns: (transfer full): the chart
 */
JkbChart *jkb_chart_new_heat_map (const JkbChartInfo *info,
                                  const JkbChartTerm *categories, gsize n_categories,
                                  const JkbChartLayer *layers, gsize n_layers,
                                  const gint64 *counts);

/**
 * jkb_chart_new_spans:
 * @info: what stands around the numbers
 * @categories: (array length=n_categories): rows, in the order shown
 * @n_categories: how many
 * @spans: (array length=n_categories): how the figures of each spread
 * @n_cases: how many cases stand behind all rows, each once
 *
 * Rows without a figure are left away.
 *
 * Returns: (transfer full): the chart
 */
JkbChart *jkb_chart_new_spans (const JkbChartInfo *info, const JkbChartTerm *categories,
                               gsize n_categories, const JkbChartSpan *spans, gint64 n_cases);

/** JKB_CHART_NOT_GIVEN: a count of pairs that one side does not tell; not 0 */
#define JKB_CHART_NOT_GIVEN (-1)

/**
 * jkb_chart_new_pairs:
 * @info: what stands around the numbers
 * @categories: (array length=n_categories): rows, in the order shown but for those apart, which come last
 * @n_categories: how many
 * @sides: (array fixed-size=2): what is compared
 * @totals: (array fixed-size=2): how many cases each side has
 * @counts: cases of each category and side, at [category * 2 + side], or %JKB_CHART_NOT_GIVEN
 *
 * Shares of two sides of different size. A category may be counted more than once in a case, so that the
 * shares of a side may add up to more than the whole.
 *
 * Returns: (transfer full): the chart
 */
JkbChart *jkb_chart_new_pairs (const JkbChartInfo *info, const JkbChartTerm *categories, gsize n_categories,
                               const JkbChartLayer *sides, const gint64 *totals, const gint64 *counts);

/**
 * jkb_chart_ref:
 * @chart: a chart
 *
 * Returns: (transfer full): @chart
 */
JkbChart *jkb_chart_ref (JkbChart *chart);

/**
 * jkb_chart_unref:
 * @chart: (transfer full): a chart
 */
void jkb_chart_unref (JkbChart *chart);

/**
 * jkb_chart_get_kind:
 * @chart: a chart
 *
 * Returns: how the numbers are shown
 */
JkbChartKind jkb_chart_get_kind (const JkbChart *chart);

/**
 * jkb_chart_get_name:
 * @chart: a chart
 *
 * Returns: (transfer none): its stable name
 */
const char *jkb_chart_get_name (const JkbChart *chart);

/**
 * jkb_chart_get_title:
 * @chart: a chart
 *
 * Returns: (transfer none): the question it answers
 */
const char *jkb_chart_get_title (const JkbChart *chart);

/**
 * jkb_chart_get_basis:
 * @chart: a chart
 *
 * Returns: (transfer none): how many cases it rests on, in words
 */
const char *jkb_chart_get_basis (const JkbChart *chart);

/**
 * jkb_chart_get_total:
 * @chart: a chart
 *
 * Returns: the sum of all counts it shows
 */
gint64 jkb_chart_get_total (const JkbChart *chart);

/**
 * jkb_chart_describe:
 * @chart: a chart
 *
 * The whole chart for who cannot see it: title, basis, filter, then every number that the picture
 * shows, one line a category, `label: 12 (confirmed 7; possible 5)`; of a histogram also median and
 * largest.
 *
 * Returns: (transfer full): the lines
 */
char *jkb_chart_describe (const JkbChart *chart);

/**
 * jkb_chart_get_table:
 * @chart: a chart
 *
 * The numbers as a table: the first row are headings, the first column labels, all others plain
 * decimal digits, or nothing where no number was given.
 *
 * Returns: (transfer full) (element-type GStrv): the rows
 */
GPtrArray *jkb_chart_get_table (const JkbChart *chart);

/**
 * jkb_chart_print_csv:
 * @chart: a chart
 *
 * Returns: (transfer full): the table of jkb_chart_get_table() as in RFC 4180, see jkb_csv_append()
 */
char *jkb_chart_print_csv (const JkbChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbChart, jkb_chart_unref)
