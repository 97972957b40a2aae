/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lying bars: labels at the left, figures at the end of each bar, an axis from 0 below. */
#include "charts/jkb-chart-builder.h"

#define PITCH 30.0
#define PITCH_MIN 22.0
#define PITCH_MAX 44.0
#define THICKNESS 0.7

static double
get_pitch (const JkbChartBuilder *builder, double n_rows)
{
  if (builder->room <= 0)
    return PITCH * builder->unit;
  return CLAMP ((builder->room - jkb_build_lying_axis_height (builder)) / MAX (n_rows, 1), PITCH_MIN * builder->unit,
                PITCH_MAX * builder->unit);
}

static void
build_bar (JkbChartBuilder *builder, gsize category, double pitch, gint64 end)
{
  const JkbChartRect *plot = &builder->layout->plot;
  double y = plot->y + jkb_build_row (builder->chart, category) * pitch;
  gint64 total = jkb_chart_category_total (builder->chart, category);
  JkbChartRect band = { builder->left, y, builder->right - builder->left, pitch };
  double gap = 8 * builder->unit;
  double per_case = plot->width / (double) MAX (total, end);
  double thickness = pitch * THICKNESS;

  jkb_build_row_label (builder, category, plot->x - gap, plot->x - gap - builder->left, y + pitch / 2);
  jkb_build_stack (builder, category, plot->x, per_case, y + (pitch - thickness) / 2, thickness,
                   &band);
  if (total > end)
    jkb_build_cut (builder, &(JkbChartRect){ plot->x, y + (pitch - thickness) / 2, plot->width,
                                             thickness });
  jkb_build_number (builder, total, plot->x + (double) total * per_case + 6 * builder->unit,
                    y + (pitch - jkb_build_height (builder, JKB_TEXT_VALUE)) / 2, JKB_TEXT_VALUE,
                    JKB_ANCHOR_LEFT);
}

void
jkb_build_bars (JkbChartBuilder *builder)
{
  const JkbChart *chart = builder->chart;
  double n_rows = jkb_build_n_rows (chart);
  double label_width = jkb_build_label_width (builder, 0.42), left = builder->left + label_width;
  double pitch = jkb_build_pitch (builder, get_pitch (builder, n_rows), label_width - 8 * builder->unit);
  gint64 largest = jkb_chart_largest_total (chart, FALSE);
  gint64 largest_apart = jkb_chart_largest_total (chart, TRUE);
  double value_width
      = jkb_build_number_width (builder, MAX (largest, largest_apart), JKB_TEXT_VALUE)
        + 8 * builder->unit;
  JkbChartRect *plot = &builder->layout->plot;
  gint64 end = jkb_build_scale_end (largest, largest_apart);

  *plot = (JkbChartRect){ left, builder->top,
                          MAX (builder->right - value_width - left, 20 * builder->unit),
                          n_rows * pitch };
  jkb_build_lying_axis (builder, (double) end, "", jkb_chart_values_word (chart));
  for (gsize i = 0; i < chart->n_categories; i++)
    build_bar (builder, i, pitch, end);
  builder->top += plot->height + jkb_build_lying_axis_height (builder);
}
