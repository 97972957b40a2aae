/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/jkb-chart-layout.h"
#include "query/jkb-selection.h"
#include "summary/jkb-scheme.h"

/**
 * JkbCaseChart:
 *
 * The charts that both programs show of a selection. Categories and layers of marks are values of the
 * enumerations; a category of %JKB_CASE_CHART_TIME is `year * 100 + month`, month 0 for a whole year;
 * one of %JKB_CASE_CHART_TOP is the place of the case, from 0.
 */
typedef enum
{
  JKB_CASE_CHART_CAUSES,                /* types, divided by whether data got out */
  JKB_CASE_CHART_AFFECTED,              /* affected persons, by size */
  JKB_CASE_CHART_TIME,                  /* cases by month (by year over a long time) and type */
  JKB_CASE_CHART_DELAY,                 /* days from discovery to announcement, by type */
  JKB_CASE_CHART_DATA_ITEMS,            /* what kinds of data */
  JKB_CASE_CHART_SECTORS,               /* sector × type */
  JKB_CASE_CHART_TOP,                   /* the cases with the most affected persons */
  JKB_N_CASE_CHARTS
} JkbCaseChart;

/** JKB_CASE_CHART_N_TOP: how many cases #JKB_CASE_CHART_TOP shows */
#define JKB_CASE_CHART_N_TOP 15
/** JKB_CASE_CHART_ALL_TYPES: category of all types together, in the chart of delays */
#define JKB_CASE_CHART_ALL_TYPES (-3)
/** JKB_CASE_CHART_TYPES: with this bit a category of causes is a set of bits of #JkbIncidentType */
#define JKB_CASE_CHART_TYPES (1u << 20)
/** JKB_CASE_CHART_COMPARED: with this bit a category is a size or a sector, where two filters are compared */
#define JKB_CASE_CHART_COMPARED (1u << 21)
/** JKB_CASE_CHART_NO_YEAR: category of the cases whose year is not known, where years are counted */
#define JKB_CASE_CHART_NO_YEAR (-1)
/** JKB_CASE_CHART_NO_MONTH: category of the cases whose month or year is not known */
#define JKB_CASE_CHART_NO_MONTH (-2)

/**
 * jkb_case_chart_nick:
 * @kind: a chart
 *
 * Any thread. Returns: (transfer none): its stable name: `causes`, `affected`, `time`, `delay`,
 *   `data_items`, `sectors`, `top`
 */
const char *jkb_case_chart_nick (JkbCaseChart kind);

/**
 * jkb_case_chart_from_nick:
 * @nick: a stable name
 *
 * Any thread. Returns: the chart, -1 if there is none
 */
int jkb_case_chart_from_nick (const char *nick);

/**
 * jkb_case_chart_title:
 * @kind: a chart
 *
 * Any thread. Returns: (transfer none): the question it answers, translated; static
 */
const char *jkb_case_chart_title (JkbCaseChart kind);

/**
 * jkb_case_chart_new:
 * @kind: a chart
 * @selection: the cases
 *
 * Counts @selection, the chart's own part of the filter left out, so that what is not chosen stays
 * to be seen, and words it in the language of the session. Any thread.
 *
 * Returns: (transfer full): the chart
 */
JkbChart *jkb_case_chart_new (JkbCaseChart kind, const JkbSelection *selection);

/**
 * jkb_case_chart_new_causes:
 * @selection: the cases
 * @scheme: a classification
 *
 * The chart of causes in the words of @scheme. A type that falls into several of its causes stands
 * apart, with the causes to choose from. Any thread.
 *
 * Returns: (transfer full): the chart
 */
JkbChart *jkb_case_chart_new_causes (const JkbSelection *selection, const JkbScheme *scheme);

/**
 * jkb_case_chart_new_beside:
 * @selection: the cases
 * @scheme: a classification
 * @published: figures of its publisher
 * @period: the year of these figures
 *
 * Shares of the causes in the casebook and in @published, pair by pair, with a warning about what
 * each counts. Any thread.
 *
 * Returns: (transfer full): the chart
 */
JkbChart *jkb_case_chart_new_beside (const JkbSelection *selection, const JkbScheme *scheme,
                                     const JkbPublished *published, const char *period);

/**
 * jkb_case_chart_can_compare:
 * @kind: a chart
 *
 * Any thread. Returns: %TRUE if two selections can be laid side by side in it: all but single cases
 */
gboolean jkb_case_chart_can_compare (JkbCaseChart kind);

/**
 * jkb_case_chart_new_compare:
 * @kind: a chart that can
 * @scheme: (nullable): for %JKB_CASE_CHART_CAUSES, a classification to count them in
 * @first: cases
 * @second: other cases, which may be partly the same
 *
 * Shares and counts of what @kind is about in two selections, pair by pair: types, sizes, years, classes
 * of delays, data items or sectors. Any thread.
 *
 * Returns: (transfer full): the chart
 */
JkbChart *jkb_case_chart_new_compare (JkbCaseChart kind, const JkbScheme *scheme,
                                      const JkbSelection *first, const JkbSelection *second);

/** JkbCaseZoom: how finely #JKB_CASE_CHART_TIME divides time. */
typedef enum
{
  JKB_CASE_ZOOM_AUTO,                   /* months, over a long time years */
  JKB_CASE_ZOOM_YEARS,
  JKB_CASE_ZOOM_MONTHS,
} JkbCaseZoom;

/**
 * jkb_case_chart_new_time:
 * @selection: the cases
 * @zoom: (inout): how finely; what was chosen instead of %JKB_CASE_ZOOM_AUTO
 *
 * The chart over time, see jkb_case_chart_new(). Any thread.
 *
 * Returns: (transfer full): the chart
 */
JkbChart *jkb_case_chart_new_time (const JkbSelection *selection, JkbCaseZoom *zoom);

/**
 * jkb_case_chart_find_case:
 * @selection: the cases that %JKB_CASE_CHART_TOP was made from
 * @mark: a mark of it
 *
 * Any thread. Returns: the number of the case that @mark stands for, 0 when there is none
 */
gint64 jkb_case_chart_find_case (const JkbSelection *selection, const JkbChartMark *mark);

/**
 * jkb_case_chart_chooses:
 * @kind: a chart
 * @filter: a filter
 * @mark: a mark of that chart
 *
 * Any thread. Returns: %TRUE if @filter chooses @mark, or nothing in this chart
 */
gboolean jkb_case_chart_chooses (JkbCaseChart kind, const JkbFilter *filter,
                                 const JkbChartMark *mark);

/**
 * jkb_case_chart_choose:
 * @kind: a chart
 * @filter: a filter, changed
 * @marks: (array length=n_marks): marks of that chart
 * @n_marks: how many
 * @adds: add them to what @filter chooses in this chart, instead of replacing it
 *
 * Narrows @filter to what @marks stand for. Times and numbers of people become one range from the
 * smallest to the largest; with dates or figures among them, what is not known is left out. What is
 * already chosen, and nothing else, is let go; what is chosen among others is let go when it is added
 * again. The largest cases have no part in a filter and change nothing.
 */
void jkb_case_chart_choose (JkbCaseChart kind, JkbFilter *filter, const JkbChartMark *marks,
                            gsize n_marks, gboolean adds);

/**
 * jkb_case_chart_clear:
 * @kind: a chart
 * @filter: a filter, changed
 *
 * Takes back what was chosen in this chart.
 *
 * Returns: %TRUE if there was anything
 */
gboolean jkb_case_chart_clear (JkbCaseChart kind, JkbFilter *filter);
