/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How figures spread, one category a row: a line from the smallest to the largest, the middle half as
 * a box, the median across it, and how many figures there are at the right. The scale is that of
 * log (1 + x), which has a place for 0; its ticks are lengths of time that people know.
 */
#include "charts/jkb-chart-builder.h"

#include <math.h>

#include "charts/jkb-chart-number.h"

#define PITCH 30.0
#define PITCH_MIN 22.0
#define PITCH_MAX 44.0
#define THICKNESS 0.6

static double
get_x (const JkbChartRect *plot, gint64 value, gint64 end)
{
  return plot->x + log1p ((double) value) / log1p ((double) end) * plot->width;
}

static gint64
get_largest (const JkbChart *chart)
{
  gint64 largest = 7;                   /* a week at least, or same-day cases fill the width */

  for (gsize i = 0; i < chart->n_categories; i++)
    largest = MAX (largest, chart->spans[i].largest);
  return largest;
}

static void
build_axis (JkbChartBuilder *builder, const JkbChartRect *plot, gint64 end)
{
  static const gint64 ticks[] = { 0, 1, 3, 7, 14, 30, 90, 180, 365, 730, 1825, 3650, 36500, 365000 };
  double bottom = plot->y + plot->height, free_from = plot->x - 20 * builder->unit;

  for (gsize i = 0; i < G_N_ELEMENTS (ticks) && ticks[i] <= end; i++)
    {
      double x = get_x (plot, ticks[i], end);
      double half = jkb_build_number_width (builder, ticks[i], JKB_TEXT_LABEL) / 2;

      jkb_build_line (builder, x, plot->y, x, bottom, i == 0 ? JKB_LINE_AXIS : JKB_LINE_GRID);
      if (x - half < free_from)
        continue;
      jkb_build_number (builder, ticks[i], x, bottom + 3 * builder->unit, JKB_TEXT_LABEL,
                        JKB_ANCHOR_CENTRE);
      free_from = x + half + 6 * builder->unit;
    }
  jkb_build_text (builder, builder->chart->words->days, plot->x + plot->width,
                  bottom + 4 * builder->unit + jkb_build_height (builder, JKB_TEXT_LABEL),
                  JKB_TEXT_NOTE, JKB_ANCHOR_RIGHT, plot->x + plot->width - builder->left);
}

static char *
make_label (const JkbChart *chart, gsize category)
{
  const JkbChartSpan *span = &chart->spans[category];
  char median[JKB_CHART_NUMBER_MAX], lower[JKB_CHART_NUMBER_MAX], upper[JKB_CHART_NUMBER_MAX],
      n[JKB_CHART_NUMBER_MAX];

  return g_strdup_printf ("%s%s%s %s, %s %s, %s %s; %s%s%s", chart->categories[category].label, chart->words->colon,
                          chart->words->median, jkb_chart_number_print (span->median, median),
                          chart->words->lower, jkb_chart_number_print (span->lower, lower),
                          chart->words->upper, jkb_chart_number_print (span->upper, upper),
                          chart->words->cases, chart->words->colon, jkb_chart_number_print (span->n, n));
}

static void
build_span (JkbChartBuilder *builder, gsize category, double pitch, gint64 end)
{
  const JkbChart *chart = builder->chart;
  const JkbChartRect *plot = &builder->layout->plot;
  const JkbChartSpan *span = &chart->spans[category];
  gboolean has_box = span->n >= JKB_CHART_QUARTILES_FROM;
  double y = plot->y + jkb_build_row (chart, category) * pitch, middle = y + pitch / 2;
  double thickness = pitch * THICKNESS, gap = 8 * builder->unit;
  double from = get_x (plot, has_box ? span->lower : span->smallest, end);
  double to = get_x (plot, has_box ? span->upper : span->largest, end);
  double median = get_x (plot, span->median, end);
  JkbChartMark mark = {
    .rect = { MIN (from, plot->x + plot->width - 2), has_box ? middle - thickness / 2 : middle - 2, MAX (to - from, 2),
              has_box ? thickness : 4 },
    .target = { builder->left, y, builder->right - builder->left, pitch },
    .kind = JKB_CHART_MARK_CATEGORY,
    .category = chart->categories[category].key,
    .layer = -1,
    .from = span->lower,
    .to = span->upper,
    .value = span->n,
    .total = span->n,
    .fill = JKB_FILL_PLAIN,
    .label = make_label (chart, category),
  };

  jkb_build_row_label (builder, category, plot->x - gap, plot->x - gap - builder->left, middle);
  jkb_build_line (builder, get_x (plot, span->smallest, end), middle,
                  get_x (plot, span->largest, end), middle, JKB_LINE_REACH);
  g_array_append_val (builder->layout->marks, mark);
  jkb_build_line (builder, median, middle - thickness / 2 - 2, median, middle + thickness / 2 + 2,
                  JKB_LINE_MEDIAN);
  jkb_build_number (builder, span->n, builder->right,
                    middle - jkb_build_height (builder, JKB_TEXT_VALUE) / 2, JKB_TEXT_VALUE,
                    JKB_ANCHOR_RIGHT);
}

void
jkb_build_spans (JkbChartBuilder *builder)
{
  const JkbChart *chart = builder->chart;
  double n_rows = jkb_build_n_rows (chart);
  double note_height = jkb_build_height (builder, JKB_TEXT_NOTE);
  double pitch = builder->room <= 0
                     ? PITCH * builder->unit
                     : CLAMP ((builder->room - jkb_build_lying_axis_height (builder) - note_height) / MAX (n_rows, 1),
                              PITCH_MIN * builder->unit, PITCH_MAX * builder->unit);
  double label_width = jkb_build_label_width (builder, 0.42), left = builder->left + label_width;
  double n_width = MAX (jkb_build_number_width (builder, chart->total, JKB_TEXT_VALUE),
                        jkb_build_width (builder, chart->words->cases, JKB_TEXT_NOTE))
                   + 12 * builder->unit;
  JkbChartRect *plot = &builder->layout->plot;
  gint64 end = get_largest (chart);

  pitch = jkb_build_pitch (builder, pitch, label_width - 8 * builder->unit);
  jkb_build_text (builder, chart->words->cases, builder->right, builder->top, JKB_TEXT_NOTE,
                  JKB_ANCHOR_RIGHT, n_width);
  builder->top += note_height;
  *plot = (JkbChartRect){ left, builder->top,
                          MAX (builder->right - n_width - left, 20 * builder->unit),
                          n_rows * pitch };
  build_axis (builder, plot, end);
  for (gsize i = 0; i < chart->n_categories; i++)
    build_span (builder, i, pitch, end);
  builder->top += plot->height + jkb_build_lying_axis_height (builder);
}
