/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Categories down, layers across; the more cases a cell has the stronger it is, and it says so. */
#include "charts/jkb-chart-builder.h"

#include <math.h>

#define PITCH 28.0
#define PITCH_MIN 20.0
#define PITCH_MAX 40.0
#define HEADING_MAX 216.0
#define BELOW 4.0
#define LIES 0.0
#define RISES (-45.0)
#define STANDS (-90.0)

static gint64
get_largest (const JkbChart *chart)
{
  gint64 largest = 1;

  for (gsize i = 0; i < chart->n_categories * chart->n_layers; i++)
    largest = MAX (largest, chart->counts[i]);
  return largest;
}

static double
get_heading_width (const JkbChartBuilder *builder)
{
  double widest = 0;

  for (gsize i = 0; i < builder->chart->n_layers; i++)
    widest = MAX (widest, jkb_build_width (builder, builder->chart->layers[i].label,
                                           JKB_TEXT_LABEL));
  return MIN (ceil (widest), HEADING_MAX * builder->unit);
}

/* Headings lie when they fit over their columns; otherwise they rise to the right, and where that would
 * lay one upon the other they stand. The angle is that of their line, 0 for those that lie. */
static void
build_headings (JkbChartBuilder *builder, double heading_width, double column, double angle)
{
  const JkbChart *chart = builder->chart;
  const JkbChartRect *plot = &builder->layout->plot;
  double line_height = jkb_build_height (builder, JKB_TEXT_LABEL);

  for (gsize i = 0; i < chart->n_layers; i++)
    {
      double x = plot->x + ((double) i + 0.5) * column;

      if (angle == LIES)
        jkb_build_text (builder, chart->layers[i].label, x, plot->y - line_height - 4,
                        JKB_TEXT_LABEL, JKB_ANCHOR_CENTRE, column);
      else
        jkb_build_text (builder, chart->layers[i].label, x, plot->y - 6 * builder->unit,
                        JKB_TEXT_LABEL, JKB_ANCHOR_LEFT, heading_width)->angle = angle;
    }
}

/* How wide all columns may be together when headings rise: each ends before the right edge of @width. */
static double
get_rising_width (const JkbChartBuilder *builder, double width)
{
  double n_columns = (double) builder->chart->n_layers, widest = width;

  for (gsize i = 0; i < builder->chart->n_layers; i++)
    {
      double heading = MIN (jkb_build_width (builder, builder->chart->layers[i].label, JKB_TEXT_LABEL),
                            HEADING_MAX * builder->unit);

      widest = MIN (widest, (width - heading * M_SQRT1_2) * n_columns / ((double) i + 0.5));
    }
  return MAX (widest, 0);
}

static double
find_angle (const JkbChartBuilder *builder, double heading_width, double width)
{
  double line_height = jkb_build_height (builder, JKB_TEXT_LABEL);
  double n_columns = (double) builder->chart->n_layers;

  if (heading_width + 6 * builder->unit <= width / n_columns)
    return LIES;
  return get_rising_width (builder, width) / n_columns >= line_height ? RISES : STANDS;
}

static double
get_heading_height (const JkbChartBuilder *builder, double heading_width, double angle)
{
  double line_height = jkb_build_height (builder, JKB_TEXT_LABEL), gap = 6 * builder->unit;

  if (angle == LIES)
    return line_height + gap;
  return angle == RISES ? (heading_width + line_height) * M_SQRT1_2 + gap : heading_width + gap;
}

static void
build_cell (JkbChartBuilder *builder, gsize category, gsize layer, const JkbChartRect *cell,
            gint64 largest)
{
  const JkbChart *chart = builder->chart;
  gint64 value = jkb_chart_count (chart, category, layer);
  double strength = (double) value / (double) largest;
  JkbChartMark mark = {
    .rect = { cell->x + 1, cell->y + 1, cell->width - 2, cell->height - 2 },
    .target = *cell,
    .kind = JKB_CHART_MARK_CATEGORY,
    .category = chart->categories[category].key,
    .layer = chart->layers[layer].key,
    .value = value,
    .total = jkb_chart_category_total (chart, category),
    .fill = -1,
    .strength = strength,
  };

  if (value == 0)
    return;
  jkb_build_mark (builder, mark, chart->categories[category].label, chart->layers[layer].label);
  if (jkb_build_number_width (builder, value, JKB_TEXT_CELL) > cell->width)
    return;
  jkb_build_number (builder, value, cell->x + cell->width / 2,
                    cell->y + (cell->height - jkb_build_height (builder, JKB_TEXT_CELL)) / 2,
                    JKB_TEXT_CELL, JKB_ANCHOR_CENTRE);
  g_array_index (builder->layout->texts, JkbChartText, builder->layout->texts->len - 1).strength
      = strength;
}

static void
build_rows (JkbChartBuilder *builder, double pitch, double column)
{
  const JkbChart *chart = builder->chart;
  const JkbChartRect *plot = &builder->layout->plot;
  gint64 largest = get_largest (chart);
  double gap = 8 * builder->unit;

  for (gsize i = 0; i < chart->n_categories; i++)
    {
      double y = plot->y + jkb_build_row (chart, i) * pitch;

      jkb_build_row_label (builder, i, plot->x - gap, plot->x - gap - builder->left, y + pitch / 2);
      jkb_build_line (builder, plot->x, y + pitch, plot->x + plot->width, y + pitch,
                      JKB_LINE_GRID);
      for (gsize j = 0; j < chart->n_layers; j++)
        {
          JkbChartRect cell = { plot->x + (double) j * column, y, column, pitch };

          build_cell (builder, i, j, &cell, largest);
        }
    }
}

void
jkb_build_heat_map (JkbChartBuilder *builder)
{
  const JkbChart *chart = builder->chart;
  JkbChartRect *plot = &builder->layout->plot;
  double n_rows = jkb_build_n_rows (chart);
  double heading_width = get_heading_width (builder);
  double label_width = jkb_build_label_width (builder, 0.34), left = builder->left + label_width;
  double width = MAX (builder->right - left, 20 * builder->unit);
  double column, angle, heading_height, pitch;

  angle = find_angle (builder, heading_width, width);
  if (angle == RISES)
    width = get_rising_width (builder, width);
  column = width / (double) chart->n_layers;
  heading_height = get_heading_height (builder, heading_width, angle);
  pitch = builder->room <= 0 ? PITCH * builder->unit
                             : CLAMP ((builder->room - heading_height - BELOW * builder->unit) / MAX (n_rows, 1),
                                      PITCH_MIN * builder->unit, PITCH_MAX * builder->unit);
  pitch = jkb_build_pitch (builder, pitch, label_width - 8 * builder->unit);
  *plot = (JkbChartRect){ left, builder->top + heading_height, width, n_rows * pitch };
  build_headings (builder, heading_width, column, angle);
  build_rows (builder, pitch, column);
  builder->top = plot->y + plot->height + BELOW * builder->unit;
}
