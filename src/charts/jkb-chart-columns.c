/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standing columns in the order given; as many labels below as have room. */
#include "charts/jkb-chart-builder.h"

#define HEIGHT 240.0
#define HEIGHT_MIN 100.0
#define THICKNESS 0.8
#define THICKNESS_MAX 64.0

static double
get_height (const JkbChartBuilder *builder)
{
  double around = jkb_build_height (builder, JKB_TEXT_NOTE)
                  + 1.5 * jkb_build_height (builder, JKB_TEXT_LABEL) + 8 * builder->unit;

  return builder->room <= 0 ? HEIGHT * builder->unit
                            : MAX (builder->room - around, HEIGHT_MIN * builder->unit);
}

/* Every how many columns there is a label: months come in years, years in decades. */
static gsize
get_label_step (const JkbChartBuilder *builder, double band)
{
  static const gsize steps[] = { 1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 480, 1200 };
  double widest = 0;

  for (gsize i = 0; i < builder->chart->n_categories; i++)
    if (!builder->chart->categories[i].is_apart)
      widest = MAX (widest, jkb_build_width (builder, builder->chart->categories[i].label,
                                             JKB_TEXT_LABEL));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if ((double) steps[i] * band >= widest + 8 * builder->unit)
      return steps[i];
  return G_MAXSIZE;
}

static void
build_labels (JkbChartBuilder *builder, double band)
{
  const JkbChart *chart = builder->chart;
  const JkbChartRect *plot = &builder->layout->plot;
  gsize step = get_label_step (builder, band);
  double free_from = plot->x, end = plot->x + plot->width;

  for (gsize i = chart->n_categories; i > 0 && chart->categories[i - 1].is_apart; i--)
    {
      double width = jkb_build_width (builder, chart->categories[i - 1].label, JKB_TEXT_LABEL);

      jkb_build_text (builder, chart->categories[i - 1].label, end, builder->top, JKB_TEXT_LABEL,
                      JKB_ANCHOR_RIGHT, plot->width);
      end -= MAX (width, band) + 8 * builder->unit;
    }
  for (gsize i = 0; i < chart->n_categories && !chart->categories[i].is_apart;
       i = step < chart->n_categories ? i + step : chart->n_categories)
    {
      double width = jkb_build_width (builder, chart->categories[i].label, JKB_TEXT_LABEL);
      double middle = plot->x + (jkb_build_row (chart, i) + 0.5) * band;
      double x = MAX (middle - width / 2, free_from);

      if (x + width > end)
        continue;
      jkb_build_text (builder, chart->categories[i].label, x, builder->top, JKB_TEXT_LABEL,
                      JKB_ANCHOR_LEFT, 0);
      free_from = x + width + 4 * builder->unit;
    }
}

static void
build_column (JkbChartBuilder *builder, gsize category, double band, gint64 end,
              gboolean with_number)
{
  const JkbChartRect *plot = &builder->layout->plot;
  double x = plot->x + jkb_build_row (builder->chart, category) * band;
  double thickness = band < 3 ? band : MIN (band * THICKNESS, THICKNESS_MAX * builder->unit);
  double bottom = plot->y + plot->height;
  gint64 total = jkb_chart_category_total (builder->chart, category);
  double per_case = plot->height / (double) MAX (total, end);
  JkbChartRect reach
      = { x, plot->y, band, plot->height + jkb_build_height (builder, JKB_TEXT_LABEL) };

  jkb_build_stack (builder, category, bottom, -per_case, x + (band - thickness) / 2, thickness,
                   &reach);
  if (total > end)
    jkb_build_cut (builder, &(JkbChartRect){ x + (band - thickness) / 2, plot->y, thickness,
                                             plot->height });
  if (total > 0 && with_number)
    jkb_build_number (builder, total, x + band / 2,
                      bottom - (double) total * per_case
                          - jkb_build_height (builder, JKB_TEXT_VALUE),
                      JKB_TEXT_VALUE, JKB_ANCHOR_CENTRE);
}

void
jkb_build_columns (JkbChartBuilder *builder)
{
  const JkbChart *chart = builder->chart;
  const JkbChartRect *plot = &builder->layout->plot;
  gint64 largest = jkb_chart_largest_total (chart, FALSE);
  gint64 largest_apart = jkb_chart_largest_total (chart, TRUE);
  gint64 end = jkb_build_value_axis (builder, jkb_build_scale_end (largest, largest_apart),
                                     get_height (builder));
  double band = plot->width / jkb_build_n_rows (chart);
  gboolean with_numbers
      = jkb_build_number_width (builder, MAX (largest, largest_apart), JKB_TEXT_VALUE) <= band;

  for (gsize i = 0; i < chart->n_categories; i++)
    build_column (builder, i, band, end, with_numbers);
  builder->top += 4 * builder->unit;
  build_labels (builder, band);
  builder->top += jkb_build_height (builder, JKB_TEXT_LABEL);
}
