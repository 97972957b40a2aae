/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Axes that begin at 0: standing beside columns, lying below bars. */
#include "charts/jkb-chart-builder.h"

#include <math.h>

#include "charts/jkb-chart-number.h"

gint64
jkb_build_value_axis (JkbChartBuilder *builder, gint64 largest, double height)
{
  double line_height = jkb_build_height (builder, JKB_TEXT_LABEL);
  int n_steps = CLAMP ((int) (height / (2 * line_height)), 1, 6);
  gint64 top = MAX (largest, 1);
  gint64 step = jkb_chart_number_step (top, n_steps);
  double plot_top = builder->top + jkb_build_height (builder, JKB_TEXT_NOTE)
                    + jkb_build_height (builder, JKB_TEXT_VALUE) + 2 * builder->unit;
  double gap = 8 * builder->unit;
  double left = builder->left + jkb_build_number_width (builder, top, JKB_TEXT_LABEL) + gap;

  jkb_build_text (builder, jkb_chart_values_word (builder->chart), builder->left, builder->top,
                  JKB_TEXT_NOTE, JKB_ANCHOR_LEFT, builder->right - builder->left);
  for (gint64 value = 0; value <= top; value += step)
    {
      double y = plot_top + height - (double) value / (double) top * height;

      jkb_build_line (builder, left, y, builder->right, y,
                      value == 0 ? JKB_LINE_AXIS : JKB_LINE_GRID);
      jkb_build_number (builder, value, left - gap, y - line_height / 2, JKB_TEXT_LABEL,
                        JKB_ANCHOR_RIGHT);
    }
  builder->left = left;
  builder->layout->plot = (JkbChartRect){ left, plot_top, builder->right - left, height };
  builder->top = plot_top + height;
  return top;
}

double
jkb_build_lying_axis_height (const JkbChartBuilder *builder)
{
  return jkb_build_height (builder, JKB_TEXT_LABEL) + jkb_build_height (builder, JKB_TEXT_NOTE)
         + 6 * builder->unit;
}

void
jkb_build_lying_axis (JkbChartBuilder *builder, double largest, const char *unit, const char *heading)
{
  const JkbChartRect *plot = &builder->layout->plot;
  double tick_width = jkb_build_number_width (builder, (gint64) largest, JKB_TEXT_LABEL)
                      + jkb_build_width (builder, unit, JKB_TEXT_LABEL);
  int n_steps = CLAMP ((int) (plot->width / (tick_width + 24 * builder->unit)), 1, 6);
  gint64 step = jkb_chart_number_step ((gint64) ceil (largest), n_steps);
  double bottom = plot->y + plot->height;

  for (gint64 value = 0; (double) value <= largest; value += step)
    {
      double x = plot->x + (double) value / largest * plot->width;
      char number[JKB_CHART_NUMBER_MAX];
      g_autofree char *text = g_strconcat (jkb_chart_number_print (value, number), unit, NULL);

      jkb_build_line (builder, x, plot->y, x, bottom, value == 0 ? JKB_LINE_AXIS : JKB_LINE_GRID);
      jkb_build_text (builder, text, x, bottom + 3 * builder->unit, JKB_TEXT_LABEL, JKB_ANCHOR_CENTRE, 0);
    }
  jkb_build_text (builder, heading, plot->x + plot->width,
                  bottom + 4 * builder->unit + jkb_build_height (builder, JKB_TEXT_LABEL),
                  JKB_TEXT_NOTE, JKB_ANCHOR_RIGHT, plot->x + plot->width - builder->left);
}
