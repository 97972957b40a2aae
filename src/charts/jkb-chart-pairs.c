/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two lying bars a category, one for each side, as long as its share of the cases of that side; behind each
 * its share and its count. A side that does not tell has a dash instead of a bar.
 */
#include "charts/jkb-chart-builder.h"

#define BAR 20.0                        /* height of a bar with what is around it: a line of figures */
#define BAR_MAX 30.0
#define GAP 10.0                        /* between categories */
#define THICKNESS 0.8
#define NOT_GIVEN "–"

static double
get_share (const JkbChart *chart, gsize category, gsize side)
{
  gint64 count = jkb_chart_count (chart, category, side);

  return count > 0 ? 100.0 * (double) count / (double) MAX (chart->side_totals[side], count) : 0;
}

static double
get_largest (const JkbChart *chart)
{
  double largest = 1;                   /* less than one per cent does not fill the width */

  for (gsize i = 0; i < chart->n_categories; i++)
    for (gsize side = 0; side < chart->n_layers; side++)
      largest = MAX (largest, get_share (chart, i, side));
  return largest;
}

static double
get_figure_width (const JkbChartBuilder *builder)
{
  double widest = jkb_build_width (builder, NOT_GIVEN, JKB_TEXT_VALUE);

  for (gsize i = 0; i < builder->chart->n_categories; i++)
    for (gsize side = 0; side < builder->chart->n_layers; side++)
      {
        g_autofree char *figure = jkb_chart_pair_figure (builder->chart, i, side);

        if (figure != NULL)
          widest = MAX (widest, jkb_build_width (builder, figure, JKB_TEXT_VALUE));
      }
  return widest;
}

static void
add_mark (JkbChartBuilder *builder, gsize category, gsize side, const JkbChartRect *bar,
          const JkbChartRect *band, const char *figure)
{
  const JkbChart *chart = builder->chart;
  const JkbChartTerm *term = &chart->categories[category];
  const JkbChartLayer *layer = &chart->layers[side];
  gint64 count = jkb_chart_count (chart, category, side);
  JkbChartMark mark = {
    .rect = *bar,
    .target = *band,
    .kind = term->is_apart ? JKB_CHART_MARK_UNKNOWN : JKB_CHART_MARK_CATEGORY,
    .category = term->key,
    .layer = layer->key,
    .value = count,
    .total = count,
    .fill = layer->fill,
    .label = g_strconcat (term->label, ", ", layer->label, chart->words->colon, figure, NULL),
  };

  g_array_append_val (builder->layout->marks, mark);
}

static void
build_side (JkbChartBuilder *builder, gsize category, gsize side, double y, double height, double largest)
{
  const JkbChartRect *plot = &builder->layout->plot;
  g_autofree char *figure = jkb_chart_pair_figure (builder->chart, category, side);
  double length = get_share (builder->chart, category, side) / largest * plot->width;
  JkbChartRect bar = { plot->x, y + height * (1 - THICKNESS) / 2, length, height * THICKNESS };
  JkbChartRect band = { builder->left, y, builder->right - builder->left, height };

  if (jkb_chart_count (builder->chart, category, side) > 0)
    add_mark (builder, category, side, &bar, &band, figure);
  jkb_build_text (builder, figure != NULL ? figure : NOT_GIVEN, plot->x + length + 6 * builder->unit,
                  y + (height - jkb_build_height (builder, JKB_TEXT_VALUE)) / 2, JKB_TEXT_VALUE,
                  JKB_ANCHOR_LEFT, 0);
}

/* Height of a category: its bars and the gap. */
static double
get_pitch (const JkbChartBuilder *builder, double n_rows)
{
  double bar = MAX (BAR * builder->unit, jkb_build_height (builder, JKB_TEXT_VALUE));
  double least = 2 * bar + GAP * builder->unit;

  if (builder->room <= 0)
    return least;
  return CLAMP ((builder->room - jkb_build_lying_axis_height (builder)) / MAX (n_rows, 1), least,
                (2 * BAR_MAX + GAP) * builder->unit);
}

void
jkb_build_pairs (JkbChartBuilder *builder)
{
  const JkbChart *chart = builder->chart;
  double n_rows = jkb_build_n_rows (chart), pitch = get_pitch (builder, n_rows);
  double label_width = jkb_build_label_width (builder, 0.42), left = builder->left + label_width;
  double largest = get_largest (chart), gap = 8 * builder->unit;
  double bar = (pitch - GAP * builder->unit) / 2;
  JkbChartRect *plot = &builder->layout->plot;

  *plot = (JkbChartRect){ left, builder->top,
                          MAX (builder->right - get_figure_width (builder) - gap - left, 20 * builder->unit),
                          n_rows * pitch };
  jkb_build_lying_axis (builder, largest, "%", chart->words->share);
  for (gsize i = 0; i < chart->n_categories; i++)
    {
      double y = plot->y + jkb_build_row (chart, i) * pitch + GAP * builder->unit / 2;

      jkb_build_row_label (builder, i, left - gap, label_width - gap, y + bar);
      for (gsize side = 0; side < chart->n_layers; side++)
        build_side (builder, i, side, y + (double) side * bar, bar, largest);
    }
  builder->top += plot->height + jkb_build_lying_axis_height (builder);
}
